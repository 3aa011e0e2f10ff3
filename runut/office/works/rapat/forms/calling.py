"""The forms that call a meeting: the order, its facts, its guests, how the call reached them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms

from runut.office.cases.queries import StepPage, people_of
from runut.office.letters.forms import CopiesFields
from runut.office.works.penugasan.forms import OrderFields
from runut.office.works.rapat.clashes import Plan, clashes_of, plan_of
from runut.office.works.rapat.facts import MeetingFacts
from runut.office.works.rapat.forms.page import (
    FinishForm,
    PeopleField,
    VersionForm,
    choose_people,
    day_field,
    hour_field,
    moment_of,
)
from runut.office.works.rapat.models import Invitee
from runut.office.works.rapat.occasions import meeting_of
from runut.office.works.step_form import RoundForm


class FactsFields(forms.Form):
    """When, where and what about: the same questions wherever the meeting is called.

    Where people or the room are taken at that time, it is said once, and ``tetap`` goes on.
    """

    page: StepPage

    acara = forms.CharField(
        label="Acara", max_length=300, error_messages={"required": "Isi acara rapat."}
    )
    rangka = forms.CharField(
        label="Dalam rangka",
        max_length=300,
        help_text="Lanjutan kalimat “Dalam rangka …” pada surat undangan.",
        error_messages={"required": "Isi untuk apa rapat ini."},
    )
    tanggal = day_field("Tanggal")
    mulai = hour_field("Mulai pukul")
    selesai = hour_field("Selesai pukul")
    tempat = forms.CharField(
        label="Tempat", max_length=200, error_messages={"required": "Isi tempat rapat."}
    )
    tetap = forms.BooleanField(label="Tetap pada waktu dan tempat ini", required=False)

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        start, end = given.get("mulai"), given.get("selesai")
        if start and end and end <= start:
            self.add_error("selesai", "Jam selesai harus sesudah jam mulai.")
        if not self.errors and not given.get("tetap"):
            for words in self._clashes(given):
                self.add_error("tetap", words)
        return given

    def _clashes(self, given: dict[str, Any]) -> list[str]:
        case, zone = self.page.case, self.page.case.row.office.zone
        known = meeting_of(case, self.page.step.no)
        invited = plan_of(known).people if known else ()
        plan = Plan(
            case.row.office,
            moment_of(given["tanggal"], given["mulai"], zone),
            moment_of(given["tanggal"], given["selesai"], zone),
            given["tempat"],
            frozenset(invited or (one.pk for one in people_of(case).values())),
            known.pk if known else None,
        )
        return clashes_of(plan)

    def facts_in(self, zone: Any) -> MeetingFacts:
        """What was typed, on the office's clock."""
        given = self.cleaned_data
        return MeetingFacts(
            acara=given["acara"],
            rangka=given["rangka"],
            tempat=given["tempat"],
            mulai=moment_of(given["tanggal"], given["mulai"], zone),
            selesai=moment_of(given["tanggal"], given["selesai"], zone),
            catatan=given.get("catatan", ""),
        )


class CallForm(FinishForm, OrderFields, FactsFields):
    """The order to prepare the meeting."""

    field_order = ("penerima", "tugas", "cara", "tembusan")

    def __init__(
        self, data: Any = None, *, page: StepPage, people: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(data, page=page, **kwargs)
        self.offer(people)


class FactsForm(VersionForm, FactsFields):
    """The facts of the meeting, put right before the invitation goes out."""

    slug: ClassVar[str] = "fakta"
    catatan = forms.CharField(
        label="Catatan pada undangan",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Misalnya yang perlu dibawa peserta.",
    )


class GuestForm(RoundForm):
    """Somebody from outside the case."""

    slug: ClassVar[str] = "tamu"
    nama = forms.CharField(label="Nama", max_length=150)
    jabatan = forms.CharField(label="Jabatan atau instansi", max_length=200)


class ComposeForm(CopiesFields, RoundForm):
    """The invitation is drawn from the facts; who gets a copy of it is said here."""

    slug: ClassVar[str] = "susun"


class DeliveryForm(RoundForm):
    """To whom the invitation was brought, by which way, and when."""

    slug: ClassVar[str] = "penyampaian"
    semua = forms.BooleanField(label="Semua yang belum menerima undangan", required=False)
    kepada = PeopleField(label="Atau pilih orangnya")
    melalui = forms.ChoiceField(label="Melalui", choices=Invitee.Channel.choices)
    tanggal = day_field("Tanggal")
    pukul = hour_field("Pukul")

    def __init__(
        self, data: Any = None, *, page: StepPage, invitees: Sequence[Invitee], **kwargs: Any
    ) -> None:
        super().__init__(data, page=page, **kwargs)
        waiting = [one for one in invitees if one.sent_at is None]
        choose_people(self, "kepada", invitees, waiting)
        self.waiting = [one.pk for one in waiting]

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        if not given.get("semua") and not given.get("kepada"):
            self.add_error("semua", "Pilih setidaknya satu orang, atau tandai semua.")
        return given

    @property
    def invitee_ids(self) -> list[int]:
        """Those whom the note is about: all who were waiting when it was sent, or those chosen."""
        given = self.cleaned_data
        return self.waiting if given["semua"] else list(given.get("kepada", ()))

    @property
    def at(self) -> datetime:
        return moment_of(self.cleaned_data["tanggal"], self.cleaned_data["pukul"], self.zone)
