"""The forms of a meeting: its facts, its invitees, its room, its opening, its decisions."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms

from runut.office.cases.queries import StepPage
from runut.office.meetings.actions.deciding import Decided
from runut.office.meetings.facts import MeetingFacts
from runut.office.meetings.models import Invitee, Meeting, Resolution
from runut.office.meetings.page_forms import (
    FinishForm,
    PeopleField,
    RoundForm,
    VersionForm,
    choose_from,
    day_field,
    hour_field,
    moment_of,
)
from runut.office.meetings.papers import Order
from runut.office.people.models import Person


class FactsFields(forms.Form):
    """When, where and what about: the same questions wherever the meeting is called."""

    acara = forms.CharField(label="Acara", max_length=300)
    rangka = forms.CharField(
        label="Dalam rangka",
        max_length=300,
        help_text="Lanjutan kalimat “Dalam rangka …” pada surat undangan.",
    )
    tanggal = day_field("Tanggal")
    mulai = hour_field("Mulai pukul")
    selesai = hour_field("Selesai pukul")
    tempat = forms.CharField(label="Tempat", max_length=200)

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        start, end = given.get("mulai"), given.get("selesai")
        if start and end and end <= start:
            self.add_error("selesai", "Jam selesai harus sesudah jam mulai.")
        return given

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


class AssignForm(FinishForm, FactsFields):
    """The order to prepare the meeting."""

    penerima = forms.ChoiceField(
        label="Ditugaskan kepada",
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih siapa yang ditugaskan."},
    )
    tugas = forms.CharField(
        label="Yang ditugaskan",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Satu baris satu tugas.",
    )
    cara = forms.ChoiceField(
        label="Cara penugasan",
        widget=forms.RadioSelect,
        choices=[
            ("lisan", "Lisan; dicatat di sini sebagai catatan penugasan"),
            ("tertulis", "Tertulis, dengan nota dinas"),
        ],
    )

    def __init__(
        self, data: Any = None, *, page: StepPage, people: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(data, page=page, **kwargs)
        choose_from(self, "penerima", list(people.items()))

    def order_at(self, at: datetime) -> Order:
        """The order as it was given."""
        given = self.cleaned_data
        return Order(
            penerima=given["penerima"],
            tugas=tuple(one.strip() for one in given["tugas"].splitlines() if one.strip()),
            lisan_pada=at if given["cara"] == "lisan" else None,
        )


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


class DeliveryForm(RoundForm):
    """To whom the invitation was brought, by which way, and when."""

    slug: ClassVar[str] = "penyampaian"
    kepada = PeopleField(label="Sudah disampaikan kepada")
    melalui = forms.ChoiceField(label="Melalui", choices=Invitee.Channel.choices)
    tanggal = day_field("Tanggal")
    pukul = hour_field("Pukul")

    def __init__(
        self, data: Any = None, *, page: StepPage, waiting: Sequence[Invitee], **kwargs: Any
    ) -> None:
        super().__init__(data, page=page, **kwargs)
        choose_from(self, "kepada", [(one.pk, _named(one)) for one in waiting])

    @property
    def at(self) -> datetime:
        return moment_of(self.cleaned_data["tanggal"], self.cleaned_data["pukul"], self.zone)


class ChecklistForm(VersionForm):
    """What is ready in the room: a tick and a remark for every item."""

    slug: ClassVar[str] = "periksa"

    def __init__(
        self, data: Any = None, *, page: StepPage, meeting: Meeting, **kwargs: Any
    ) -> None:
        super().__init__(data, page=page, meeting=meeting, **kwargs)
        for n, one in enumerate(meeting.checklist):
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
        self.count = len(meeting.checklist)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The items for the page: tick and remark side by side."""
        return [
            {"siap": self[f"siap_{n}"], "keterangan": self[f"keterangan_{n}"]}
            for n in range(self.count)
        ]

    @property
    def answers(self) -> dict[int, tuple[bool, str]]:
        given = self.cleaned_data
        return {n: (given[f"siap_{n}"], given[f"keterangan_{n}"]) for n in range(self.count)}


class ItemForm(VersionForm):
    """One more thing to prepare."""

    slug: ClassVar[str] = "butir"
    nama = forms.CharField(label="Butir lain yang disiapkan", max_length=150)


class ReadinessForm(FinishForm):
    """The report that the room and the papers are ready."""

    catatan = forms.CharField(
        label="Catatan dalam laporan",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class OpeningForm(FinishForm):
    """The opening: when, who takes the minutes, who is there."""

    tanggal = day_field("Tanggal dibuka")
    pukul = hour_field("Pukul dibuka")
    notulis = forms.ChoiceField(label="Notulis", help_text="Yang menulis notulensi rapat ini.")
    hadir = PeopleField(label="Hadir saat rapat dibuka")

    def __init__(
        self,
        data: Any = None,
        *,
        page: StepPage,
        people: Mapping[str, str],
        waiting: Sequence[Invitee],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, page=page, **kwargs)
        choose_from(self, "notulis", [("", "Pilih notulis"), *people.items()])
        choose_from(self, "hadir", [(one.pk, _named(one)) for one in waiting])
        if not waiting:
            del self.fields["hadir"]

    @property
    def opened_at(self) -> datetime:
        return moment_of(self.cleaned_data["tanggal"], self.cleaned_data["pukul"], self.zone)


class AttendanceForm(RoundForm):
    """Who is there by the signed list, and who came without being invited."""

    slug: ClassVar[str] = "hadir"
    hadir = PeopleField(label="Tandai yang hadir")
    nama = forms.CharField(label="Nama peserta di luar undangan", max_length=150, required=False)
    jabatan = forms.CharField(label="Jabatan atau instansinya", max_length=200, required=False)

    def __init__(
        self, data: Any = None, *, page: StepPage, waiting: Sequence[Invitee], **kwargs: Any
    ) -> None:
        super().__init__(data, page=page, **kwargs)
        choose_from(self, "hadir", [(one.pk, _named(one)) for one in waiting])
        if not waiting:
            del self.fields["hadir"]


class NotesForm(VersionForm):
    """The notes of the discussion."""

    slug: ClassVar[str] = "pembahasan"
    pembahasan = forms.CharField(
        label="Pembahasan",
        required=False,
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Satu baris satu pokok. Awali dengan nama pembicara dan titik dua, misalnya "
        "“Budi: angka triwulan IV belum masuk.”",
    )


class ResolutionForm(RoundForm):
    """A decision on one section of the draft."""

    slug: ClassVar[str] = "keputusan"
    bagian = forms.ChoiceField(label="Bagian naskah")
    isi = forms.CharField(
        label="Keputusan", max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    pic = forms.ChoiceField(label="Penanggung jawab", required=False)
    tenggat = day_field("Tenggat", required=False)
    versi = forms.IntegerField(min_value=0, widget=forms.HiddenInput, initial=0)

    def __init__(
        self,
        data: Any = None,
        *,
        page: StepPage,
        sections: Sequence[tuple[str, str]],
        people: Mapping[str, str],
        of: Resolution | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, page=page, initial=_told(of), **kwargs)
        choose_from(self, "bagian", list(sections))
        choose_from(self, "pic", [("", "Belum ditentukan"), *people.items()])

    @property
    def decided(self) -> Decided:
        given = self.cleaned_data
        return Decided(given["bagian"], given["isi"], given["pic"], given["tenggat"])


class MinutesForm(FinishForm):
    """The end of the meeting."""

    tanggal = day_field("Tanggal ditutup")
    pukul = hour_field("Pukul ditutup")
    penutup = forms.CharField(
        label="Penutup dalam notulensi",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bila kosong dipakai kalimat baku.",
    )

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


class CheckInForm(forms.Form):
    """Who says that he is there. A page of the meeting asks for the name, a personal one knows."""

    siapa = forms.TypedChoiceField(label="Nama Saudara", coerce=int, widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, invitees: Sequence[Invitee]) -> None:
        super().__init__(data)
        choose_from(self, "siapa", [(one.pk, _named(one)) for one in invitees])


def names_of(people: Mapping[str, Person]) -> dict[str, str]:
    """Choices of people: references and names."""
    return {ref: person.nama for ref, person in people.items()}


def _named(invitee: Invitee) -> str:
    return f"{invitee.nama} ({invitee.jabatan})" if invitee.jabatan else invitee.nama


def _told(of: Resolution | None) -> dict[str, Any]:
    if of is None:
        return {}
    return {
        "bagian": of.section_key,
        "isi": of.isi,
        "pic": str(of.pic_id or ""),
        "tenggat": of.tenggat,
        "versi": of.version,
    }
