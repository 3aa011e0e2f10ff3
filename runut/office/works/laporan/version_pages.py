"""The versions of a section: what each changed, and bringing an earlier one back."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from runut.core.findings import Refused
from runut.core.report.differences import Piece
from runut.office import clock
from runut.office.acts.forms import ActForm, person_of, status_shown
from runut.office.cases.queries import open_case
from runut.office.reports.models import SectionText
from runut.office.works.answers import go_on
from runut.office.works.laporan.section_pages import row_of
from runut.office.works.laporan.shown import live_of, word_differences
from runut.office.works.laporan.writing import refuse_writing, save_text

_MOST_SHOWN = 30


class RestoreForm(ActForm):
    """Which version comes back, and over which."""

    dasar = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    versi = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


@dataclass(frozen=True)
class Version:
    """A saved state with what it changed; ``form`` brings it back, None for the newest."""

    row: SectionText
    pieces: tuple[Piece, ...]
    form: RestoreForm | None


def versions(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    """Every saved state of a section, the newest first. Restoring one saves it as a new state."""
    person = person_of(request)
    case = open_case(case_id, person)
    row = row_of(case, key)
    found = SectionText.objects.filter(office_id=case.row.office_id, case=case.row, key=key)
    rows = list(found.select_related("ditulis_oleh").order_by("-versi"))
    form = RestoreForm(request.POST or None)
    status = status_shown(form)
    if request.method == "POST" and form.is_valid():
        wanted = next((one for one in rows if one.versi == form.cleaned_data["versi"]), None)
        url = reverse("laporan_bagian", args=(case.row.pk, key))
        result = (
            save_text(
                case_id, key, wanted.teks, form.cleaned_data["dasar"], form.doer(request, url)
            )
            if wanted
            else Refused("tidak_ada", "Versi itu tidak ada.")
        )
        if not isinstance(result, Refused):
            return go_on(request, result, f"Versi {form.cleaned_data['versi']} dipulihkan.")
        status = form.refuse(result)
    newest = rows[0].versi if rows else 0
    shown, live = rows[:_MOST_SHOWN], live_of(case.row)
    context = {
        "case": case,
        "row": row,
        "form": form,
        "refused": refuse_writing(case, key, person, clock.now()),
        "versions": [
            Version(
                one,
                word_differences(rows[n + 1].teks if n + 1 < len(rows) else "", one.teks, live),
                RestoreForm(initial={"dasar": newest, "versi": one.versi}) if n else None,
            )
            for n, one in enumerate(shown)
        ],
        "older": len(rows) - len(shown),
    }
    return render(request, "laporan/versions.html", context, status=status)
