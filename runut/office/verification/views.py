"""Pages for everybody: is this paper genuine, and what has been published."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.forms import ActForm, person_of, status_of
from runut.office.cases.documents import stored_bytes
from runut.office.cases.models import Document
from runut.office.cases.queries import open_case
from runut.office.people.models import Person
from runut.office.verification.actions import publish
from runut.office.verification.queries import (
    compare_upload,
    is_working_copy,
    judge_upload,
    known_document,
    published,
)
from runut.office.web.kept.pages import stands_on

MAX_COMPARED_BYTES = 25 * 1024 * 1024
_JUDGED, _WINDOW_S = 20, 15 * 60


class CompareForm(forms.Form):
    """The file somebody was given, to be held against what we stored. It is not kept."""

    berkas = forms.FileField(label="Berkas PDF yang Saudara terima")


def _may_be_judged(request: HttpRequest) -> bool:
    """Judging costs a process: so many for one address in a quarter of an hour, then only the
    comparison that costs nothing."""
    address = request.META.get("REMOTE_ADDR", "")
    return any(
        cache.add(f"keaslian:{address}:{number}", True, _WINDOW_S) for number in range(_JUDGED)
    )


@login_not_required
def verification(request: HttpRequest, kode: str) -> HttpResponse:
    """What is known about the document that carries this code."""
    known = known_document(kode)
    if known is None:
        return render(request, "verification/unknown.html", {"kode": kode[:16]}, status=404)
    form = CompareForm(request.POST or None, request.FILES or None)
    is_same, is_copy, judged = None, False, None
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["berkas"]
        data = file.read() if file.size <= MAX_COMPARED_BYTES else b""
        is_same, is_copy = compare_upload(known, data), is_working_copy(known, data)
        if not is_same and not is_copy and _may_be_judged(request):
            judged = judge_upload(known, data, clock.now())
    context = {
        "known": known,
        "form": form,
        "is_same": is_same,
        "is_copy": is_copy,
        "judged": judged,
    }
    with timezone.override(known.document.office.zone):
        return render(request, "verification/verification.html", context)


@login_not_required
@require_safe
def publications(request: HttpRequest) -> HttpResponse:
    """The published reports."""
    return render(request, "verification/publications.html", {"documents": published()[:200]})


@login_not_required
@require_safe
def publication(request: HttpRequest, kode: str) -> HttpResponse:
    """A published report as PDF."""
    found = published().filter(kode=kode).first()
    if found is None:
        raise Http404
    response = HttpResponse(stored_bytes(found, "pdf"), "application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.jenis}-{kode}.pdf"'
    return response


def _case_of(request: HttpRequest, document_id: int) -> str:
    """The page of the case that a document belongs to, for who may see it."""
    person = request.user
    found = None
    if isinstance(person, Person):
        found = Document.objects.filter(office_id=person.office_id, pk=document_id).first()
    if found is None or not isinstance(person, Person):
        raise Http404
    open_case(found.case_id, person)
    return f"/pelaksanaan/{found.case_id}/"


@stands_on(_case_of)
def publish_document(request: HttpRequest, document_id: int) -> HttpResponse:
    """Publish a signed report."""
    person = person_of(request)
    found = Document.objects.filter(office_id=person.office_id, pk=document_id).first()
    if found is None:
        raise Http404
    open_case(found.case_id, person)
    form = ActForm(request.POST)
    if not form.is_valid():
        return render(request, "400.html", status=400)
    result = publish(found, form.doer(request, f"/pelaksanaan/{found.case_id}/"))
    if isinstance(result, Refused):
        return render(request, "409.html", {"message": result.reason}, status=status_of(result))
    messages.success(request, "Laporan diterbitkan.")
    return redirect(result.url)
