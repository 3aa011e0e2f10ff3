"""A list of people from Excel: read, shown as what it would do, and only then stored."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Finding, Level, Refused
from runut.files.guard.parent import read_guarded
from runut.files.read.people_list import SHEET, ListRow
from runut.files.write.workbook.people import write_people_template
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.nul import holds_nul, nul_finding
from runut.office.personnel.actions.importing import fingerprint, import_people
from runut.office.personnel.forms import ConfirmListForm, ListForm
from runut.office.personnel.pages.door import for_keepers
from runut.office.personnel.people_list import BARU, BERUBAH, SAMA, columns_of_template, plan_list
from runut.office.web.kept.pages import stands_on

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_READER = "runut.files.read.people_list:read_people_list"
_SALT = "runut.daftar-pegawai"
_MOST_SHOWN = 200


@for_keepers
def upload(request: HttpRequest) -> HttpResponse:
    """Hand in a list and see what it would do. Nothing is stored here."""
    form = ListForm(request.POST or None, request.FILES or None)
    status = status_shown(form)
    findings: tuple[Finding, ...] = ()
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["berkas"]
        rows, findings = _read(file.read(), file.name)
        if rows is not None:
            return _preview(request, rows, findings, name=file.name)
        status = 422
        form.add_error("berkas", "Daftar ini belum dapat dibaca. Perbaiki yang disebut di bawah.")
    context = {"form": form, "findings": findings}
    return render(request, "personnel/import.html", context, status=status)


@stands_on("pegawai_impor")
@for_keepers
def confirm(request: HttpRequest) -> HttpResponse:
    """Store what the preview said."""
    form = ConfirmListForm(request.POST)
    rows = _rows_in(request) if form.is_valid() else None
    if rows is None:
        messages.error(request, "Pratinjau ini tidak berlaku lagi. Unggah daftarnya sekali lagi.")
        return redirect("pegawai_impor")
    answer = import_people(rows, form.cleaned_data["dasar"], form.doer(request, ""))
    if isinstance(answer, Refused):
        return _preview(request, rows, (), refused=answer)
    messages.success(request, "Daftar pegawai dimuat.")
    return redirect(answer.url)


@require_safe
@for_keepers
def template(request: HttpRequest) -> HttpResponse:
    """The empty list, with the units and roles of the office."""
    book = write_people_template(SHEET, columns_of_template(person_of(request).office_id))
    response = HttpResponse(book, XLSX)
    response.headers["Content-Disposition"] = 'attachment; filename="daftar-pegawai.xlsx"'
    return response


def _read(data: bytes, name: str) -> tuple[tuple[ListRow, ...] | None, tuple[Finding, ...]]:
    """The list comes from outside: it is read in a limited child process."""
    rows, findings = read_guarded(_READER, data, name)
    if rows is not None and holds_nul([asdict(row) for row in rows]):
        return None, (nul_finding(name),)
    return rows, findings


def _preview(
    request: HttpRequest,
    rows: tuple[ListRow, ...],
    findings: tuple[Finding, ...],
    *,
    name: str = "",
    refused: Refused | None = None,
) -> HttpResponse:
    person = person_of(request)
    plan = plan_list(person.office_id, rows, clock.now().date())
    form = ConfirmListForm(
        initial={
            "dibaca": signing.dumps(
                [person.pk, [asdict(row) for row in rows]], salt=_SALT, compress=True
            ),
            "dasar": fingerprint(plan.rows),
        }
    )
    status = 422 if plan.faults else 200
    if refused is not None:
        status = 409
    context: dict[str, Any] = {
        "form": form,
        "plan": plan,
        "name": name,
        "refused": refused,
        "warnings": [one for one in findings if one.tingkat is not Level.BLOCKER],
        "new": plan.shown(BARU, _MOST_SHOWN),
        "changed": plan.shown(BERUBAH, _MOST_SHOWN),
        "faults": plan.faults[:_MOST_SHOWN],
        "counts": {kind: plan.count(kind) for kind in (BARU, BERUBAH, SAMA)},
        "most": _MOST_SHOWN,
    }
    return render(request, "personnel/preview.html", context, status=status)


def _rows_in(request: HttpRequest) -> tuple[ListRow, ...] | None:
    """The rows that a preview carried, if we signed it for this person today."""
    try:
        owner, rows = signing.loads(request.POST.get("dibaca", ""), salt=_SALT, max_age=24 * 3600)
    except signing.BadSignature:
        return None
    if owner != person_of(request).pk:
        return None
    return tuple(ListRow(**row) for row in rows)
