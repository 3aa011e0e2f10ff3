"""The page of a signature: study what everybody checked, and sign it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.core.findings import Refused
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.cases.queries import StepPage
from runut.office.trust.test_certificates import signer_of
from runut.office.works.answers import go_on
from runut.office.works.periksa.checking import CheckPage, check_page
from runut.office.works.periksa.pages import mark_or_return, words_of
from runut.office.works.tandatangan.forms import SignForm
from runut.office.works.tandatangan.signing import sign_step
from runut.office.works.umum.pages import general


def sign(request: HttpRequest, page: StepPage) -> HttpResponse:
    """Study the draft that everybody checked, and sign it."""
    found = check_page(page, person_of(request))
    if found.document is None:
        return general(request, page)
    form = SignForm(request.POST or None, page=page, read_sha256=found.sha256)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = mark_or_return(request, form) if form.says_no else _sign(request, form)
        if isinstance(result, Done):
            return go_on(request, result, words_of(form, f"{_signed(found)} telah ditandatangani."))
        status = form.refuse(result)
    context = {"page": page, "check": found, "form": form}
    return render(request, "tandatangan/sign.html", context, status=status)


def _signed(found: CheckPage) -> str:
    output = found.step_page.step.output
    return output[0] if output else (found.document.nama if found.document else "Naskah")


def _sign(request: HttpRequest, form: SignForm) -> Done | Refused:
    doer = form.doer(request, form.page.case_url)
    signer = signer_of(doer.person, form.cleaned_data["sandi"])
    if isinstance(signer, Refused):
        return signer
    return sign_step(
        form.ref,
        doer,
        signer,
        read_sha256=form.cleaned_data["dibaca"],
        kelengkapan=form.kelengkapan_given,
        exit_label=form.exit_chosen,
    )
