"""The forms of the minutes: what is said and decided, their end, what came of a decision."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, ClassVar

from django import forms

from runut.office.cases.queries import StepPage
from runut.office.works.rapat.actions.deciding import Decided
from runut.office.works.rapat.actions.writing import Written
from runut.office.works.rapat.forms.page import (
    FinishForm,
    OtherTimeFields,
    PeopleField,
    VersionForm,
    choose_from,
    choose_people,
    day_field,
    hour_field,
    moment_of,
)
from runut.office.works.rapat.models import Invitee, Meeting, Resolution
from runut.office.works.rapat.occasions import meeting_of
from runut.office.works.rapat.queries import UMUM
from runut.office.works.rapat.suggestions import suggest_end
from runut.office.works.step_form import RoundForm


class DecisionFields(forms.Form):
    """A decision on one section of the draft."""

    isi = forms.CharField(
        label="Keputusan",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tuliskan isi keputusannya."},
    )
    bagian = forms.ChoiceField(label="Bagian naskah")
    pic = forms.ChoiceField(label="Penanggung jawab", required=False)
    tenggat = day_field("Batas waktu", required=False)

    def offer(self, sections: Sequence[tuple[str, str]], people: Mapping[str, str]) -> None:
        """Give the fields their choices."""
        choose_from(self, "bagian", list(sections))
        choose_from(self, "pic", [("", "Belum ditentukan"), *people.items()])

    @property
    def decided(self) -> Decided:
        given = self.cleaned_data
        return Decided(given["bagian"], given["isi"], given["pic"], given["tenggat"])


class DiscussionForm(VersionForm, DecisionFields):
    """All that is written while the meeting lasts, sent together so that nothing typed is lost."""

    slug: ClassVar[str] = "tulis"
    sidik = forms.CharField(max_length=64, widget=forms.HiddenInput)
    hadir = PeopleField(label="Tandai yang hadir")
    nama = forms.CharField(label="Nama peserta di luar undangan", max_length=150, required=False)
    jabatan = forms.CharField(label="Jabatan atau instansinya", max_length=200, required=False)
    pembahasan = forms.CharField(
        label="Pembahasan",
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Satu baris satu pokok. Awali dengan nama pembicara dan titik dua, misalnya "
        "“Budi: angka triwulan IV belum masuk.”",
    )

    def __init__(
        self,
        data: Any = None,
        *,
        page: StepPage,
        meeting: Meeting,
        invitees: Sequence[Invitee],
        sections: Sequence[tuple[str, str]],
        people: Mapping[str, str],
    ) -> None:
        notes = meeting.pembahasan
        initial = {"pembahasan": notes, "sidik": fingerprint(notes)}
        super().__init__(data, page=page, meeting=meeting, initial=initial)
        self.offer(sections, people)
        self.fields["isi"].required = False
        waiting = [one for one in invitees if one.attended_at is None]
        choose_people(self, "hadir", invitees, waiting)

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        if given.get("jabatan") and not given.get("nama"):
            self.add_error("nama", "Isi nama peserta itu.")
        is_begun = given.get("pic") or given.get("tenggat") or given.get("bagian") != UMUM[0]
        if is_begun and not given.get("isi") and "bagian" not in self.errors:
            self.add_error("isi", "Tuliskan isi keputusannya, atau kosongkan isian keputusan.")
        return given

    @property
    def written(self) -> Written:
        """What was written; notes that nobody touched are left out, and so never overwrite."""
        given = self.cleaned_data
        notes = _one_newline(given["pembahasan"])
        return Written(
            pembahasan=None if fingerprint(notes) == given["sidik"] else notes,
            versi=given["versi"],
            hadir=tuple(given.get("hadir", ())),
            tamu=(given["nama"], given["jabatan"]) if given["nama"] else None,
            decided=self.decided if given["isi"] else None,
        )


class ResolutionForm(RoundForm, DecisionFields):
    """A decision that is worded anew."""

    slug: ClassVar[str] = "keputusan"
    versi = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        page: StepPage,
        sections: Sequence[tuple[str, str]],
        people: Mapping[str, str],
        of: Resolution,
    ) -> None:
        super().__init__(data, page=page, initial=_told(of))
        self.offer(sections, people)


class CloseForm(FinishForm, OtherTimeFields):
    """The end of the meeting, and its begin where no step of the SOP recorded it."""

    hari_buka = day_field("Tanggal dibuka")
    jam_buka = hour_field("Pukul dibuka")
    tanggal = day_field("Tanggal ditutup")
    pukul = hour_field("Pukul ditutup")
    penutup = forms.CharField(
        label="Penutup dalam notula",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bila kosong dipakai kalimat baku.",
    )

    def __init__(self, data: Any = None, *, page: StepPage, now: datetime) -> None:
        meeting = meeting_of(page.case, page.step.no)
        super().__init__(data, page=page, initial=suggest_end(page.case, meeting, now))
        if meeting is not None and meeting.dibuka_pada is not None:
            del self.fields["hari_buka"], self.fields["jam_buka"]

    @property
    def opened_at(self) -> datetime | None:
        """When it began, as told at its end; None where its opening was recorded."""
        given = self.cleaned_data
        if "hari_buka" not in given:
            return None
        return moment_of(given["hari_buka"], given["jam_buka"], self.zone)

    @property
    def closed_at(self) -> datetime:
        return moment_of(self.cleaned_data["tanggal"], self.cleaned_data["pukul"], self.zone)


class ResolveForm(RoundForm):
    """How a decision of the meeting was carried out, or why it was not."""

    slug: ClassVar[str] = "tindak"
    hasil = forms.ChoiceField(
        label="Hasil",
        widget=forms.RadioSelect,
        choices=[
            (Resolution.Status.DONE, "Sudah dikerjakan"),
            (Resolution.Status.REFUSED, "Tidak dilaksanakan, dengan alasan"),
        ],
        error_messages={"required": "Pilih salah satu hasil."},
    )
    tindak_lanjut = forms.CharField(
        label="Apa yang diubah, atau alasan tidak dilaksanakan",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tuliskan apa yang diubah, atau alasannya."},
    )


def fingerprint(text: str) -> str:
    """What a text was when a page was opened on it, whatever the browser does to line ends."""
    return sha256(_one_newline(text).encode()).hexdigest()


def _one_newline(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _told(of: Resolution) -> dict[str, Any]:
    return {
        "bagian": of.section_key,
        "isi": of.isi,
        "pic": str(of.pic_id or ""),
        "tenggat": of.tenggat,
        "versi": of.version,
    }
