"""The pages on which the figures of a year are typed, one row at a time."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from runut.core.findings import Refused
from runut.core.kinerja.cetak import BarisTercetak, printed_row
from runut.core.kinerja.lembar import BAGIAN_NARASI, kolom_of
from runut.core.kinerja.model import DataKinerja
from runut.files.write.workbook.edits import KEYS, Edit
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Done
from runut.office.kinerja.actions import latest_dataset, may_manage
from runut.office.kinerja.isian.acts import keep_typed, read_typed, save_typed
from runut.office.kinerja.isian.forms import RowForm, StartForm
from runut.office.kinerja.isian.rows import ANGKA, PROFIL, TypedRow, places_typed, typed_row
from runut.office.kinerja.isian.start import first_rows
from runut.office.kinerja.models import Dataset
from runut.office.kinerja.stored import data_of
from runut.office.people.facts import facts_of

_CALLED = {
    PROFIL: "Profil",
    "sasaran": "Sasaran",
    "indikator": "Indikator",
    ANGKA: "Angka",
    "anggaran": "Baris anggaran",
    "analisis": "Analisis",
    "narasi": "Bagian laporan",
    "pembanding": "Pembanding",
    "rencana-aksi": "Rencana aksi",
    "tindak-lanjut": "Tindak lanjut evaluasi",
    "pemanfaatan": "Pemanfaatan angka",
}


@require_safe
def overview(request: HttpRequest, tahun: int) -> HttpResponse:
    """All rows of a year, each with its form."""
    dataset = _newest(request, tahun)
    data = data_of(dataset)
    context = {
        "tahun": tahun,
        "dataset": dataset,
        "data": data,
        "rows": [printed_row(one) for one in data.indikators],
        "further": (
            ("Pembanding", "pembanding", [(p.id, p.nama) for p in data.pembanding]),
            ("Rencana aksi", "rencana-aksi", [(r.id, r.rencana) for r in data.rencana_aksi]),
            (
                "Tindak lanjut evaluasi",
                "tindak-lanjut",
                [(r.id, r.rekomendasi) for r in data.rekomendasi],
            ),
            ("Pemanfaatan angka", "pemanfaatan", [(p.id, p.perubahan) for p in data.pemanfaatan]),
        ),
        "sections": dict(BAGIAN_NARASI)
        | {k: k for k in data.narasi if k not in dict(BAGIAN_NARASI)},
    }
    return render(request, "kinerja/isian.html", context)


def row(request: HttpRequest, tahun: int, jenis: str) -> HttpResponse:
    """One row: type it, see what comes of it, save it. ``?baris=`` is its key, none for a new."""
    dataset = _newest(request, tahun)
    data = data_of(dataset)
    found = typed_row(data, jenis, request.GET.get("baris", ""))
    if found is None:
        raise Http404
    form = RowForm(request.POST or None, row=found, initial={"versi": dataset.versi})
    status, printed = status_shown(form), _printed(data, found)
    if request.method == "POST" and form.is_valid():
        edit = _edit(found, form)
        if "lihat" in request.POST:
            typed = read_typed(data, [edit])
            form.show(typed.findings)
            printed = _printed(typed.data, _named(found, edit)) if typed.data else None
            status = 200 if typed.data else 422
        else:
            answer = _save(request, dataset, form, edit)
            if isinstance(answer, HttpResponse):
                return answer
            status = answer
    context = {
        "tahun": tahun,
        "row": found,
        "form": form,
        "called": _CALLED[jenis],
        "printed": printed,
        "indikator": _indicator(data, found),
    }
    return render(request, "kinerja/baris.html", context, status=status)


def start(request: HttpRequest) -> HttpResponse:
    """The first figures of a year, without a workbook."""
    person = person_of(request)
    if not may_manage(person):
        raise Http404
    polaritas = next(one for one in kolom_of("Indikator") if one.kunci == "polaritas")
    form = StartForm(request.POST or None, polaritas=polaritas, initial={"tahun": clock.now().year})
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if latest_dataset(person.office_id, given["tahun"]):
            form.add_error("tahun", f"Tahun {given['tahun']} sudah punya data kinerja.")
            status = 422
        else:
            base, edits = first_rows(given, facts_of(person.office, clock.now().date()))
            typed = read_typed(base, edits)
            for one in typed.findings if typed.data is None else ():
                form.add_error(None, f"{one.pesan} {one.usul}")
            status = 422
            if typed.data is not None:
                doer = form.doer(request, reverse("kinerja_isi", args=[given["tahun"]]))
                answer = keep_typed(typed, None, f"awal tahun {given['tahun']}", "", doer)
                if isinstance(answer, Done):
                    return redirect(answer.url)
                if isinstance(answer, Refused):
                    status = form.refuse(answer)
    return render(request, "kinerja/mulai.html", {"form": form}, status=status)


def _newest(request: HttpRequest, tahun: int) -> Dataset:
    person = person_of(request)
    dataset = latest_dataset(person.office_id, tahun) if may_manage(person) else None
    if dataset is None:
        raise Http404
    return dataset


def _edit(found: TypedRow, form: RowForm) -> Edit:
    is_gone = bool(form.cleaned_data.get("hapus"))
    return Edit(found.sheet, found.baris, form.typed, is_gone=is_gone)


def _named(found: TypedRow, edit: Edit) -> TypedRow:
    """The row under the key that was typed for it."""
    return replace(found, baris=_key_of(found, edit))


def _save(request: HttpRequest, dataset: Dataset, form: RowForm, edit: Edit) -> HttpResponse | int:
    """Where to go on, or the status of the page with the reason."""
    given = form.cleaned_data
    if given["versi"] != dataset.versi:
        form.renew(dataset.versi)
        return form.refuse(
            Refused(
                "sudah_berubah",
                "Sejak formulir ini dibuka, angka tahun ini diubah orang lain. Yang Saudara ketik "
                "masih ada di bawah; periksa, lalu simpan lagi.",
            )
        )
    apa = f"{form.row.sheet} {edit.baris or _key_of(form.row, edit)}".strip()
    doer = form.doer(request, _next(dataset, form.row, edit))
    answer = save_typed(dataset, [edit], apa, given["alasan"].strip(), doer)
    if isinstance(answer, Refused):
        return form.refuse(answer)
    if not isinstance(answer, Done):
        form.row = places_typed(data_of(dataset), form.row, form.typed)
        form.show(answer)
        return 422
    if answer.url == doer.url:
        messages.success(request, f"{apa} tersimpan.")
    else:
        messages.warning(request, "Belum diterapkan: periksa dahulu yang berubah dan yang janggal.")
    return redirect(answer.url)


def _next(dataset: Dataset, found: TypedRow, edit: Edit) -> str:
    """Back to the same row, with its capaian; to the list where the row is gone."""
    key = _key_of(found, edit)
    if edit.is_gone or not key:
        return reverse("kinerja_isi", args=[dataset.tahun])
    where = reverse("kinerja_isi_baris", args=[dataset.tahun, found.jenis])
    return f"{where}?{urlencode({'baris': key})}"


def _key_of(found: TypedRow, edit: Edit) -> str:
    """The key that was typed for the row; the profile has none but its year."""
    return edit.isi.get(KEYS.get(found.sheet, ""), found.baris).strip()


def _indicator(data: DataKinerja, found: TypedRow) -> object:
    return next((one for one in data.indikators if one.id == found.baris), None)


def _printed(data: DataKinerja, found: TypedRow) -> BarisTercetak | None:
    """The row of the indicator as a report would print it now."""
    if found.sheet != "Indikator":
        return None
    return next((printed_row(one) for one in data.indikators if one.id == found.baris), None)
