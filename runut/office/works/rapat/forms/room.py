"""The forms of the room: what is ready in it, the opening, checking in."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms

from runut.office.cases.queries import StepPage
from runut.office.works.rapat.actions.preparing import Checked
from runut.office.works.rapat.forms.page import (
    FinishForm,
    PeopleField,
    choose_from,
    choose_people,
    day_field,
    hour_field,
    moment_of,
    named,
)
from runut.office.works.rapat.models import Invitee, Meeting


class ReadinessForm(FinishForm):
    """What is ready in the room, and the report of it. Saved alone, it needs no kelengkapan."""

    versi = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    jumlah = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    butir_baru = forms.CharField(label="Butir lain yang disiapkan", max_length=150, required=False)
    catatan = forms.CharField(
        label="Catatan dalam laporan",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self, data: Any = None, *, page: StepPage, meeting: Meeting, is_report: bool = True
    ) -> None:
        initial = {"versi": meeting.version, "jumlah": len(meeting.checklist)}
        super().__init__(data, page=page, initial=initial)
        self.asks_kelengkapan = is_report
        self.count = self._items_shown(len(meeting.checklist))
        for n, one in enumerate(meeting.checklist[: self.count]):
            self.fields[f"siap_{n}"] = forms.BooleanField(
                label=one["nama"], required=False, initial=one["siap"]
            )
            self.fields[f"keterangan_{n}"] = forms.CharField(
                label=f"Keterangan: {one['nama']}",
                required=False,
                max_length=200,
                initial=one["keterangan"],
                widget=forms.TextInput(attrs={"aria-label": f"Keterangan: {one['nama']}"}),
            )

    def _items_shown(self, known: int) -> int:
        """How many items the page had that was sent: sent twice, it still says the same."""
        sent = str(self.data.get("jumlah", "")) if self.is_bound else ""
        return min(int(sent), known) if sent.isdecimal() else known

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The items for the page: tick and remark side by side."""
        return [
            {"siap": self[f"siap_{n}"], "keterangan": self[f"keterangan_{n}"]}
            for n in range(self.count)
        ]

    @property
    def checked(self) -> Checked:
        given = self.cleaned_data
        answers = {n: (given[f"siap_{n}"], given[f"keterangan_{n}"]) for n in range(self.count)}
        return Checked(answers, given["versi"], given["butir_baru"])


class OpeningForm(FinishForm):
    """The opening: when, who takes the minutes, who is there."""

    tanggal = day_field("Tanggal dibuka")
    pukul = hour_field("Pukul dibuka")
    notulis = forms.ChoiceField(
        label="Notulis",
        help_text="Yang menulis notulensi rapat ini.",
        error_messages={"required": "Pilih notulis."},
    )
    hadir = PeopleField(label="Hadir saat rapat dibuka")

    def __init__(
        self,
        data: Any = None,
        *,
        page: StepPage,
        people: Mapping[str, str],
        invitees: Sequence[Invitee],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, page=page, **kwargs)
        choose_from(self, "notulis", [("", "Pilih notulis"), *people.items()])
        waiting = [one for one in invitees if one.attended_at is None]
        choose_people(self, "hadir", invitees, waiting)

    @property
    def opened_at(self) -> datetime:
        return moment_of(self.cleaned_data["tanggal"], self.cleaned_data["pukul"], self.zone)


class CheckInForm(forms.Form):
    """Who says that he is there. A page of the meeting asks for the name, a personal one knows."""

    siapa = forms.TypedChoiceField(label="Nama Saudara", coerce=int, widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, invitees: Sequence[Invitee]) -> None:
        super().__init__(data)
        choose_from(self, "siapa", [(one.pk, named(one)) for one in invitees])
