"""The pages of steps that every SOP has: general work, a check, a signature, a return."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from runut.core.case.model import Output
from runut.core.findings import Refused
from runut.files.guard.parent import read_guarded
from runut.office.cases import actions
from runut.office.cases.act_forms import person_of, status_shown
from runut.office.cases.checks import CheckPage, check_page
from runut.office.cases.documents import Rendered, keep_upload
from runut.office.cases.forms import CheckForm, GeneralForm, ReturnForm, SignForm
from runut.office.cases.queries import StepPage, documents_of, step_page
from runut.office.cases.sending import Done, recall
from runut.office.cases.sign import sign_step
from runut.office.trust.test_certificates import signer_of

_KIND = "runut.files.guard.upload_check:check_upload"


def closed(request: HttpRequest, page: StepPage) -> HttpResponse:
    """A step that this person cannot work on now: what it left, and why not."""
    documents = documents_of(page.case).filter(no=page.step.no)
    return render(request, "cases/closed.html", {"page": page, "documents": documents})


def general(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """A step with no page of its own: say what is there, leave a file or words."""
    page = step_page(case_id, no, person_of(request))
    form = GeneralForm(request.POST or None, request.FILES or None, page=page)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = _complete_general(request, form, page)
        if isinstance(result, Done):
            return _go_on(request, result, f"Langkah {no} selesai.")
        status = form.refuse(result)
    context = {"page": page, "form": form}
    return render(request, "cases/general.html", context, status=status)


def check(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Read the draft, give paraf on it, or return it with notes."""
    page = check_page(case_id, no, person_of(request))
    form = CheckForm(request.POST or None, page=page.step_page, read_sha256=page.sha256)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = actions.give_paraf(
            form.ref,
            form.doer(request, page.step_page.case_url),
            read_sha256=form.cleaned_data["dibaca"],
            kelengkapan=form.kelengkapan_given,
        )
        if isinstance(result, Done):
            return _go_on(request, result, "Paraf Saudara tercatat pada naskah ini.")
        status = form.refuse(result)
    return _check(request, page, form, status)


def sign(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Study the draft that everybody checked, and sign it."""
    page = check_page(case_id, no, person_of(request))
    form = SignForm(request.POST or None, page=page.step_page, read_sha256=page.sha256)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        result = _sign(request, form, page.step_page)
        if isinstance(result, Done):
            return _go_on(request, result, "Laporan telah ditandatangani.")
        status = form.refuse(result)
    return _check(request, page, form, status)


def send_back(request: HttpRequest, case_id: int, no: str) -> HttpResponse:
    """Return the document to an earlier step. Its form stands on the page of the check."""
    page = check_page(case_id, no, person_of(request))
    form = ReturnForm(request.POST or None, page=page.step_page, read_sha256=page.sha256)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        result = actions.return_step(
            page.step_page.ref(given["putaran"]),
            form.doer(request, page.step_page.case_url),
            to=given["ke"],
            notes=given["catatan"],
            read_sha256=given["dibaca"],
        )
        if isinstance(result, Done):
            return _go_on(request, result, "Naskah dikembalikan dengan catatan Saudara.")
        status = form.refuse(result)
    context = {"page": page.step_page, "check": page, "form": form}
    return render(request, "cases/return.html", context, status=status)


def _complete_general(request: HttpRequest, form: GeneralForm, page: StepPage) -> Done | Refused:
    given, doer = form.cleaned_data, form.doer(request, page.case_url)
    papers: dict[str, Rendered] = {}
    outputs: list[Output] = []
    if given["berkas"]:
        kept = page.refused or _keep(given["berkas"], page)
        if isinstance(kept, Refused):
            return recall(doer) or kept
        papers = kept
    elif given["pernyataan"]:
        outputs = [Output(nama=name, pernyataan=given["pernyataan"]) for name in page.step.output]
    return actions.complete_step(
        form.ref,
        doer,
        kelengkapan=form.kelengkapan_given,
        outputs=outputs,
        papers=papers,
        exit_label=given.get("putusan", ""),
    )


def _keep(file: Any, page: StepPage) -> dict[str, Rendered] | Refused:
    """The uploaded file as the output of the step, once for each name. It comes from outside."""
    data = file.read()
    ending, problems = read_guarded(_KIND, data, file.name or "")
    if ending is None:
        return Refused("berkas_ditolak", " ".join(f"{p.pesan} {p.usul}" for p in problems))
    return {
        name: keep_upload(data, jenis="unggahan", nama=name, ending=ending)
        for name in page.step.output
    }


def _sign(request: HttpRequest, form: SignForm, page: StepPage) -> Done | Refused:
    doer = form.doer(request, page.case_url)
    signer = signer_of(doer.person, form.cleaned_data["sandi"])
    if isinstance(signer, Refused):
        return signer
    return sign_step(
        form.ref,
        doer,
        signer,
        read_sha256=form.cleaned_data["dibaca"],
        kelengkapan=form.kelengkapan_given,
    )


def _go_on(request: HttpRequest, done: Done, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(done.url)


def _check(request: HttpRequest, page: CheckPage, form: CheckForm, status: int) -> HttpResponse:
    template = "cases/sign.html" if page.step_page.step.signs else "cases/check.html"
    context = {"page": page.step_page, "check": page, "form": form}
    return render(request, template, context, status=status)
