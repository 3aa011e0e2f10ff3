"""The page on which figures wait: what they change, what is odd about them, and the way in."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from runut.core.findings import Finding, Level, Refused
from runut.core.kinerja.jawaban import keyed, without_place
from runut.core.kinerja.model import DataKinerja
from runut.core.kinerja.perubahan import BarisBerubah, compare_butir, findings_of, rows_of
from runut.office import clock
from runut.office.acts.forms import person_of, status_shown
from runut.office.acts.sending import Doer
from runut.office.kinerja.actions import (
    Consent,
    apply_upload,
    asks_why,
    drop_upload,
    findings_in,
    latest_dataset,
    may_manage,
    refuse_taking,
)
from runut.office.kinerja.findings import Keadaan, kept_of
from runut.office.kinerja.forms import ApplyForm, DropForm
from runut.office.kinerja.models import Dataset, KeptFinding, Upload
from runut.office.kinerja.reading import is_silent
from runut.office.kinerja.stored import data_in, fields_in
from runut.office.people.models import Person
from runut.office.web.kept.pages import stands_on

_LOOK_AGAIN_S = 2
_MOST_ASKED, _MOST_TOLD, _MOST_ROWS = 100, 200, 500
"""What one page shows of each; how many are left is said. A book that is odd from end to end is
mended in the book."""
_ASKED = {"fakta_berbeda": "fakta", "hak_hilang": "melepas"}


@dataclass(frozen=True)
class Asked:
    """What is odd about one cell, answered together; its key is that of the first."""

    sel: str
    keys: tuple[str, ...]
    words: tuple[str, ...]
    remedies: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.keys[0]


@dataclass(frozen=True)
class Shown:
    """What is to be seen of waiting figures before they count."""

    data: DataKinerja
    before: Dataset | None
    rows: tuple[BarisBerubah, ...]
    findings: tuple[Finding, ...]

    @property
    def kept(self) -> dict[str, Finding]:
        """Those that somebody has to answer, by their keys."""
        return kept_of(self.findings)

    def asked(self, answered: Collection[str]) -> tuple[Asked, ...]:
        """Those without an answer yet, cell by cell."""
        cells: dict[str, list[str]] = {}
        for key, one in self.kept.items():
            if key not in answered:
                cells.setdefault(one.letak.sel or key, []).append(key)
        return tuple(
            Asked(
                self.kept[keys[0]].letak.sel or "Berkas",
                tuple(keys),
                tuple(without_place(self.kept[key].pesan) for key in keys),
                tuple(dict.fromkeys(self.kept[key].usul for key in keys)),
            )
            for keys in cells.values()
        )

    @property
    def told(self) -> list[Finding]:
        """Those that only inform."""
        return [one for one in keyed(self.findings).values() if one.tingkat is not Level.WARNING]

    @property
    def seen(self) -> int:
        return self.before.versi if self.before else 0

    @property
    def next(self) -> int:
        return self.seen + 1


def shown_of(row: Upload) -> Shown:
    """Waiting figures beside the version that they would follow."""
    data, before = data_in(row.sha256), latest_dataset(row.office_id, row.tahun)
    old, new = (fields_in(before.sha256) if before else {}), fields_in(row.sha256)
    changes = compare_butir(old, new)
    odd = findings_of(changes) if before else ()
    rows = rows_of(old, new, changes) if before else ()
    return Shown(data, before, rows, (*findings_in(row.temuan), *odd))


def upload(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Look at what came in, and apply it."""
    person = person_of(request)
    row = Upload.objects.filter(office_id=person.office_id, pk=upload_id).first()
    if row is None or not may_manage(person):
        raise Http404
    if row.dataset_id:
        return redirect("kinerja_data", row.dataset_id)
    if row.keadaan in (Upload.Keadaan.DIBACA, Upload.Keadaan.GAGAL):
        return _reading(request, row)
    if row.keadaan != Upload.Keadaan.MENUNGGU:
        return redirect("kinerja")
    shown = shown_of(row)
    form = _form(request, person, row, shown)
    status = status_shown(form)
    asked = {_ASKED[code] for code in _ASKED if _ASKED[code] in form.data}
    if request.method == "POST" and form.is_valid():
        answer = _apply(request, row, form)
        if not isinstance(answer, Refused):
            messages.success(request, f"Data kinerja {row.tahun} diterapkan.")
            return redirect(answer.url)
        status = form.refuse(answer)
        asked |= {_ASKED.get(answer.kode, "")}
        if answer.kode == "sudah_berubah" and isinstance(form.data, QueryDict):
            form.data = form.data.copy()  # what is shown below is the new comparison
            form.data["versi"] = str(shown.seen)
    context = _context(request, row, shown, form, asked)
    return render(request, "kinerja/preview.html", context, status=status)


def _reading(request: HttpRequest, row: Upload) -> HttpResponse:
    """How far the reading is; the page asks again by itself. Or why the workbook cannot be used."""
    is_over = row.keadaan == Upload.Keadaan.GAGAL
    is_cut = not is_over and is_silent(row)
    context = {
        "upload": row,
        "findings": findings_in(row.temuan) if is_over else (),
        "is_over": is_over,
        "is_cut": is_cut,
    }
    status = 422 if is_over else 200
    response = render(request, "kinerja/reading.html", context, status=status)
    if not is_over and not is_cut:
        response.headers["Refresh"] = str(_LOOK_AGAIN_S)
    return response


@stands_on("kinerja_unggahan", "upload_id")
def drop(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Put waiting figures aside."""
    person = person_of(request)
    rows = Upload.objects.filter(office_id=person.office_id, pk=upload_id)
    if not may_manage(person) or not rows.exists():
        raise Http404
    form = DropForm(request.POST)
    if not form.is_valid():
        raise BadRequest
    answer = drop_upload(upload_id, form.doer(request, reverse("kinerja")))
    if isinstance(answer, Refused):
        messages.error(request, answer.reason)
        return redirect("kinerja")
    messages.success(request, "Unggahan dibatalkan; angka yang berlaku tidak berubah.")
    return redirect(answer.url)


def _form(request: HttpRequest, person: Person, row: Upload, shown: Shown) -> ApplyForm:
    people = Person.objects.filter(office_id=person.office_id, is_active=True).order_by("nama")
    initial = {"versi": shown.seen, "pemilik": person.pk, "alasan": row.alasan}
    asked = {one.key: one.keys for one in shown.asked(_answered(row))[:_MOST_ASKED]}
    form = ApplyForm(request.POST or None, initial=initial, findings=asked, people=people)
    if not asks_why(row.sha256, shown.before):
        del form.fields["alasan"]
    return form


def _answered(row: Upload) -> dict[str, KeptFinding]:
    """Findings that were answered in an earlier version; their answer still holds."""
    rows = KeptFinding.objects.filter(
        office_id=row.office_id, tahun=row.tahun, keadaan=Keadaan.BENAR
    )
    return {one.kunci: one for one in rows.select_related("dijawab_oleh")}


def _apply(request: HttpRequest, row: Upload, form: ApplyForm) -> Any:
    given = form.cleaned_data
    consent = Consent(
        facts=given["fakta"],
        gives_up=given["melepas"],
        alasan=given.get("alasan", "").strip(),
        reasons=form.reasons,
        owner=given["pemilik"],
    )
    return apply_upload(row.pk, given["versi"], form.doer(request, ""), consent)


def _context(
    request: HttpRequest, row: Upload, shown: Shown, form: ApplyForm, asked: set[str]
) -> dict[str, Any]:
    person, answered = person_of(request), _answered(row)
    odd = shown.asked(answered)
    consent = Consent("fakta" in asked, "melepas" in asked)
    ahead = refuse_taking(shown.data, Doer(person, clock.now()), consent)
    if ahead and ahead.kode in _ASKED and not form.is_bound:
        asked = asked | {_ASKED[ahead.kode]}
    return {
        "upload": row,
        "shown": shown,
        "form": form,
        "drop": DropForm(),
        "asked": [(one, form.answer_to(one.key)) for one in odd[:_MOST_ASKED]],
        "asked_count": len(odd),
        "asked_more": max(0, len(odd) - _MOST_ASKED),
        "told": shown.told[:_MOST_TOLD],
        "told_more": max(0, len(shown.told) - _MOST_TOLD),
        "rows": shown.rows[:_MOST_ROWS],
        "rows_more": max(0, len(shown.rows) - _MOST_ROWS),
        "right": [(one, answered[key]) for key, one in shown.kept.items() if key in answered],
        "ahead": ahead,
        "is_closed": bool(ahead) and ahead is not None and ahead.kode not in _ASKED,
        "asks_facts": "fakta" in asked,
        "asks_loss": "melepas" in asked,
    }
