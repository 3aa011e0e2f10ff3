"""The evidence of one indicator: what there is, one file more, one file back."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.files.store import get
from runut.office.acts.forms import person_of, status_shown
from runut.office.evidence.actions import NOT_YOURS, Figure, upload_evidence, withdraw_evidence
from runut.office.evidence.forms import EvidenceForm, WithdrawForm
from runut.office.evidence.models import Evidence
from runut.office.evidence.queries import core_of, evidence_of
from runut.office.people.models import Right
from runut.office.people.rights import rights_shown

_LONGEST_ID = 100
_YEARS = range(1990, 2200)
_KINDS = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def evidence(request: HttpRequest, tahun: int) -> HttpResponse:
    """All evidence of an indicator, named by its ID (an office writes it as it likes)."""
    person = person_of(request)
    if tahun not in _YEARS:
        raise Http404
    indikator_id = request.GET.get("indikator", "").replace("\0", "").strip()[:_LONGEST_ID]
    is_keeper = Right.KINERJA in rights_shown(person)
    form = EvidenceForm(request.POST or None, request.FILES or None)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        url = f"{reverse('bukti', args=[tahun])}?{urlencode({'indikator': indikator_id})}"
        file = form.cleaned_data["berkas"]
        figure = Figure(person.office_id, tahun, form.cleaned_data["triwulan"], indikator_id)
        answer = upload_evidence(figure, file.read(), file.name, form.doer(request, url))
        if not isinstance(answer, Refused):
            messages.success(request, "Bukti disimpan.")
            return redirect(answer.url)
        status = form.refuse(answer)
    rows = evidence_of(person.office_id, tahun, indikator_id)
    context = {
        "tahun": tahun,
        "indikator_id": indikator_id,
        "rows": [(row, core_of(row).kapan) for row in rows],
        "form": form,
        "is_keeper": is_keeper,
    }
    return render(request, "evidence/all.html", context, status=status)


@require_safe
def evidence_file(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """The file itself, to be kept and not opened in the page."""
    found = _found(request, evidence_id)
    response = HttpResponse(
        get(settings.FILES_DIR, found.sha256), _KINDS.get(found.format, "application/octet-stream")
    )
    name = f"bukti-{found.tahun}-{found.pk}.{found.format}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def withdraw(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """Take one back, with the reason."""
    found = _found(request, evidence_id)
    if Right.KINERJA not in rights_shown(person_of(request)):
        return render(request, "403.html", {"message": NOT_YOURS.reason}, status=403)
    form = WithdrawForm(request.POST or None)
    status = status_shown(form)
    url = f"{reverse('bukti', args=[found.tahun])}?{urlencode({'indikator': found.indikator_id})}"
    if request.method == "POST" and form.is_valid():
        doer = form.doer(request, url)
        answer = withdraw_evidence(found, form.cleaned_data["alasan"], doer)
        if not isinstance(answer, Refused):
            messages.success(request, "Bukti ditarik.")
            return redirect(answer.url)
        status = form.refuse(answer)
    context = {"found": found, "form": form, "url": url, "kapan": core_of(found).kapan}
    return render(request, "evidence/withdraw.html", context, status=status)


def _found(request: HttpRequest, evidence_id: int) -> Evidence:
    rows = Evidence.objects.filter(office_id=person_of(request).office_id, ditarik_pada=None)
    found = rows.filter(pk=evidence_id).first()
    if found is None:
        raise Http404
    return found
