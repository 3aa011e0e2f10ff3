"""The pages of a check: paraf on exactly what was read, or back with notes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.core.findings import Refused
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.cases import actions
from runut.office.cases.queries import StepPage, step_page
from runut.office.works.answers import go_on
from runut.office.works.periksa.checking import check_page
from runut.office.works.periksa.forms import CheckForm, ReturnForm
from runut.office.works.umum.pages import general


def check(request: HttpRequest, page: StepPage) -> HttpResponse:
    """Read the draft, give paraf on it, or return it with notes."""
    found = check_page(page, person_of(request))
    if found.document is None:
        return general(request, page)
    form = CheckForm(request.POST or None, page=page, read_sha256=found.sha256)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = mark_or_return(request, form)
        if isinstance(result, Done):
            return go_on(request, result, words_of(form, "Paraf Saudara tercatat pada naskah ini."))
        status = form.refuse(result)
    context = {"page": page, "check": found, "form": form}
    return render(request, "periksa/check.html", context, status=status)


def mark_or_return(request: HttpRequest, form: CheckForm) -> Done | Refused:
    """What the answer of the form asks for: a paraf, or the document back with notes."""
    given, doer = form.cleaned_data, form.doer(request, form.page.case_url)
    if form.returns_to:
        return actions.return_step(
            form.ref,
            doer,
            to=form.returns_to,
            notes=form.notes,
            read_sha256=given["dibaca"],
        )
    return actions.give_paraf(
        form.ref,
        doer,
        read_sha256=given["dibaca"],
        kelengkapan=form.kelengkapan_given,
        exit_label=form.exit_chosen,
        notes=form.notes,
    )


def words_of(form: CheckForm, when_marked: str) -> str:
    """What the next page says: whether the document was marked, or went back."""
    if form.returns_to:
        return "Naskah dikembalikan dengan catatan Saudara."
    return "Putusan Saudara tercatat, tanpa paraf." if form.says_no else when_marked


def send_back(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Return the work to an earlier step. Its form is reached from the page of the step."""
    page = step_page(case_id, no, person_of(request))
    if not page.step.returns:
        raise Http404
    if page.refused is not None and request.method != "POST":
        return redirect(page.url)
    found = check_page(page, person_of(request))
    form = ReturnForm(request.POST or None, page=page, read_sha256=found.sha256)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        result = actions.return_step(
            page.ref(given["putaran"]),
            form.doer(request, page.case_url),
            to=given["ke"],
            notes=form.notes,
            read_sha256=given["dibaca"],
        )
        if isinstance(result, Done):
            return go_on(request, result, "Naskah dikembalikan dengan catatan Saudara.")
        status = form.refuse(result)
    context = {"page": page, "check": found, "form": form}
    return render(request, "periksa/return.html", context, status=status)
