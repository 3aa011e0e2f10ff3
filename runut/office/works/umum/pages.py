"""The page of a general step: what is needed, what is to be left, where a decision leads."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.core.findings import Refused
from runut.office.acts.forms import status_shown
from runut.office.acts.sending import Done
from runut.office.cases.queries import StepPage, documents_of, known_documents
from runut.office.works.answers import go_on
from runut.office.works.umum.acting import Left, complete_general
from runut.office.works.umum.forms import GeneralForm


def general(request: HttpRequest, page: StepPage) -> HttpResponse:
    """Say what is there, leave files or words, choose the exit."""
    form = GeneralForm(request.POST or None, request.FILES or None, page=page)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = _complete(request, form)
        if isinstance(result, Done):
            return go_on(request, result, f"Langkah {page.step.no} selesai.")
        status = form.refuse(result)
    hashes = [out.sha256 for out in page.state.handed]
    handed = documents_of(page.case).filter(
        no=page.step.no, round=page.state.round, sha256__in=hashes
    )
    context = {
        "page": page,
        "form": form,
        "known": known_documents(page),
        "handed": handed if page.state.handed else (),
    }
    return render(request, "umum/step.html", context, status=status)


def _complete(request: HttpRequest, form: GeneralForm) -> Done | Refused:
    given, page = form.cleaned_data, form.page
    left = [
        Left(nama, given[f"berkas_{number}"], given[f"hasil_{number}"])
        for number, nama in enumerate(page.step.output)
    ]
    return complete_general(
        page,
        form.ref,
        form.doer(request, page.case_url),
        left,
        kelengkapan=form.kelengkapan_given,
        exit_label=form.exit_chosen,
        notes=given.get("catatan", ""),
        told=form.told,
    )
