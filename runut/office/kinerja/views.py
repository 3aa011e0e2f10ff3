"""The figures of a year: bring a workbook in, see what it says, get an empty one."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.kinerja.cetak import printed_row
from runut.core.kinerja.isi import Butir
from runut.core.kinerja.rekap import (
    BarisCapaian,
    capaian_rows,
    summarize_capaian,
    tujuan_rows,
)
from runut.files.store import get
from runut.files.write.workbook.year import write_template
from runut.office import clock
from runut.office.action_plan.words import WORDS as PLAN_WORDS
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.evidence.words import WORDS as EVIDENCE_WORDS
from runut.office.kinerja.actions import latest_dataset, may_manage
from runut.office.kinerja.forms import WorkbookForm
from runut.office.kinerja.models import Dataset
from runut.office.kinerja.queries import open_findings, waiting_uploads
from runut.office.kinerja.reading import receive_workbook
from runut.office.kinerja.stored import data_of, fields_in
from runut.office.kinerja.words import WORDS
from runut.office.trust.telling import told_lines

_TOLD = WORDS | EVIDENCE_WORDS | PLAN_WORDS
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def overview(request: HttpRequest) -> HttpResponse:
    """The years whose figures are here, what waits, and the form to bring in more."""
    person = person_of(request)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    findings: object = ()
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["berkas"]
        answer = receive_workbook(file.read(), file.name, form.doer(request, "/kinerja/"))
        if isinstance(answer, Done):
            return redirect(answer.url)
        if isinstance(answer, Refused):
            status = form.refuse(answer)
        else:
            status, findings = 422, answer
            form.add_error("berkas", "Data belum dimuat. Perbaiki isian di bawah ini dahulu.")
    manages = may_manage(person)
    context = {
        "form": form,
        "findings": findings,
        "datasets": Dataset.objects.filter(office_id=person.office_id)
        .select_related("dimuat_oleh")
        .order_by("-tahun", "-versi"),
        "waiting": waiting_uploads(person.office_id) if manages else (),
        "may_manage": manages,
    }
    return render(request, "kinerja/overview.html", context, status=status)


@require_safe
def dataset(request: HttpRequest, dataset_id: int) -> HttpResponse:
    """What a workbook says: every indicator with its capaian and the working."""
    person = person_of(request)
    found = Dataset.objects.filter(office_id=person.office_id, pk=dataset_id).first()
    if found is None:
        raise Http404
    data = data_of(found)
    rows = (*tujuan_rows(data), *capaian_rows(data))
    context = {
        "dataset": found,
        "data": data,
        "rows": [_shown(row, fields_in(found.sha256)) for row in rows],
        "rekap": summarize_capaian(capaian_rows(data)),
        "open": open_findings(person.office_id, found.tahun),
        "may_manage": may_manage(person),
        "history": told_lines(person.office_id, f"data:{found.tahun}", _TOLD),
        "is_newest": found == latest_dataset(person.office_id, found.tahun),
    }
    return render(request, "kinerja/dataset.html", context)


def _shown(row: BarisCapaian, known: dict[str, Butir]) -> dict[str, Any]:
    """A row of the table as it is printed; each figure with the key of its history, "" if none."""
    printed, key = printed_row(row.indikator, row.hasil), f"indikator/{row.indikator.id}/"
    figures = (("target", printed.target_tahun), ("realisasi", printed.realisasi))
    return {
        "row": row,
        "printed": printed,
        **{name: (words, key + name if key + name in known else "") for name, words in figures},
    }


@require_safe
def book(request: HttpRequest, dataset_id: int) -> HttpResponse:
    """The workbook of a version, to go on with it in Excel."""
    rows = Dataset.objects.filter(office_id=person_of(request).office_id, pk=dataset_id)
    found = rows.first()
    if found is None:
        raise Http404
    response = HttpResponse(get(settings.FILES_DIR, found.sha256), XLSX)
    name = f"data-kinerja-{found.tahun}-versi-{found.versi}.xlsx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """An empty workbook of last year."""
    tahun = clock.now().year - 1
    buffer = BytesIO()
    write_template(buffer, tahun)
    response = HttpResponse(buffer.getvalue(), XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="data-kinerja-{tahun}.xlsx"'
    return response
