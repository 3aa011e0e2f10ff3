"""The figures of a year: bring a workbook in, see what it says, get an empty one."""

from io import BytesIO

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.kinerja.angka import format_nilai
from runut.core.kinerja.rekap import capaian_rows, summarize_capaian
from runut.files.write.workbook.year import write_template
from runut.office import clock
from runut.office.acts.forms import MAX_UPLOAD_BYTES, ActForm, person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.kinerja.actions import data_of, import_workbook, may_manage
from runut.office.kinerja.models import Dataset

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class WorkbookForm(ActForm):
    """A filled-in data workbook."""

    berkas = forms.FileField(
        label="Buku data kinerja", help_text="Berkas Excel (.xlsx) dari templat Runut."
    )

    fakta = forms.BooleanField(
        label="Ini data kantor kami; cetak keterangan kantor menurut Kantor", required=False
    )
    melepas = forms.BooleanField(
        label="Saya tetap memuat, dan tidak akan memeriksa laporan dari angka ini", required=False
    )

    def clean_berkas(self) -> object:
        file = self.cleaned_data["berkas"]
        if file.size > MAX_UPLOAD_BYTES:
            raise forms.ValidationError("Berkas ini lebih besar dari 25 MB.")
        return file


def overview(request: HttpRequest) -> HttpResponse:
    """The years whose figures are here, and the form to bring in more."""
    person = person_of(request)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    findings: object = ()
    asked = ""
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["berkas"]
        answer = import_workbook(
            file.read(),
            file.name,
            form.doer(request, "/kinerja/"),
            facts_agreed=form.cleaned_data["fakta"],
            gives_up=form.cleaned_data["melepas"],
        )
        if isinstance(answer, Done):
            messages.success(request, "Data kinerja dimuat.")
            return redirect(answer.url)
        if isinstance(answer, Refused):
            status, asked = form.refuse(answer), answer.kode
        else:
            status, findings = 422, answer
            form.add_error("berkas", "Data belum dimuat. Perbaiki isian di bawah ini dahulu.")
    context = {
        "form": form,
        "findings": findings,
        "asks_facts": asked == "fakta_berbeda" or "fakta" in form.data,
        "asks_loss": asked == "hak_hilang" or "melepas" in form.data,
        "datasets": Dataset.objects.filter(office_id=person.office_id)
        .select_related("dimuat_oleh")
        .order_by("-tahun", "-versi"),
        "may_manage": may_manage(person),
    }
    return render(request, "kinerja/overview.html", context, status=status)


@require_safe
def dataset(request: HttpRequest, dataset_id: int) -> HttpResponse:
    """What a workbook says: every indicator with its capaian and the working."""
    found = Dataset.objects.filter(office_id=person_of(request).office_id, pk=dataset_id).first()
    if found is None:
        raise Http404
    data = data_of(found)
    rows = capaian_rows(data)
    table = [(row, *map(format_nilai, (row.hasil.target, row.hasil.realisasi))) for row in rows]
    context = {"dataset": found, "data": data, "rows": table, "rekap": summarize_capaian(rows)}
    return render(request, "kinerja/dataset.html", context)


@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """An empty workbook of last year."""
    tahun = clock.now().year - 1
    buffer = BytesIO()
    write_template(buffer, tahun)
    response = HttpResponse(buffer.getvalue(), XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="data-kinerja-{tahun}.xlsx"'
    return response
