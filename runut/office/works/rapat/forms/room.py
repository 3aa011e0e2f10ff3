"""The forms of the room: what is ready in it, the opening, checking in."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms

from runut.core.words.names import name_and_post
from runut.office.cases.queries import StepPage
from runut.office.works.rapat.actions.attending import Guest
from runut.office.works.rapat.actions.preparing import Checked
from runut.office.works.rapat.actions.recording import Recorded
from runut.office.works.rapat.forms.page import (
    FinishForm,
    OtherTimeFields,
    PeopleField,
    choose_from,
    choose_people,
    day_field,
    hour_field,
    moment_of,
    named,
)
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.step_form import RoundForm


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


class OpeningForm(FinishForm, OtherTimeFields):
    """The opening: when, who takes the minutes, who is there."""

    tanggal = day_field("Tanggal dibuka")
    pukul = hour_field("Pukul dibuka")
    notulis = forms.ChoiceField(
        label="Notulis",
        help_text="Yang menulis notula rapat ini.",
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
    """Who says that he is there. A page of the meeting asks for the name, a personal one knows.

    Only names are shown; a post stands beside a name that two have. ``izin`` says that the sender
    read the code of the room in time.
    """

    GUEST: ClassVar[str] = "tamu"
    siapa = forms.ChoiceField(label="Nama Saudara", widget=forms.RadioSelect)
    nama = forms.CharField(label="Nama tamu", max_length=150, required=False)
    jabatan = forms.CharField(label="Jabatan", max_length=90, required=False)
    instansi = forms.CharField(label="Instansi", max_length=100, required=False)
    izin = forms.CharField(max_length=90, required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        invitees: Sequence[Invitee],
        with_guests: bool = False,
        izin: str = "",
    ) -> None:
        super().__init__(data, initial={"izin": izin})
        self.label_suffix = ""
        names = [one.nama for one in invitees]
        own = [
            (str(one.pk), named(one) if names.count(one.nama) > 1 else one.nama) for one in invitees
        ]
        sent = [
            (f"wakil-{one.pk}", f"{one.wakil_nama} (mewakili {one.nama})")
            for one in invitees
            if one.jawaban == Invitee.Answer.SENDS
        ]
        guest = [(self.GUEST, "Saya tamu, nama saya tidak ada di sini")] if with_guests else []
        choose_from(self, "siapa", own + sent + guest)
        if not with_guests:
            for name in ("nama", "jabatan", "instansi"):
                del self.fields[name]

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        if given.get("siapa") == self.GUEST:
            for name, words in (("nama", "Isi nama Saudara."), ("instansi", "Isi asal instansi.")):
                if not given.get(name):
                    self.add_error(name, words)
        return given

    @property
    def guest(self) -> Guest | None:
        """The guest who introduces himself; None where the sender chose a name of the list."""
        given = self.cleaned_data
        if given["siapa"] != self.GUEST:
            return None
        at_home = (given["jabatan"], given["instansi"])
        return Guest(given["nama"], ", ".join(part for part in at_home if part))

    def chosen(self, invitees: Sequence[Invitee]) -> tuple[Invitee, bool]:
        """The invitee whose name was chosen, and whether somebody came in his place."""
        word, _, number = self.cleaned_data["siapa"].rpartition("-")
        return next(one for one in invitees if str(one.pk) == number), word == "wakil"


class CodeForm(forms.Form):
    """The code on the screen of the room, typed by those whose telephone cannot read the QR."""

    kode = forms.CharField(
        label="Kode di layar ruang rapat",
        max_length=40,
        help_text="Enam angka. Kode berganti setiap menit.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": "Isi kode yang tampak di layar ruang rapat."},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.label_suffix = ""


class RecordForm(RoundForm):
    """Presence by the list of paper, written down when the network is back."""

    slug: ClassVar[str] = "susulan"
    hadir = PeopleField(label="Yang hadir menurut daftar hadir kertas")
    tamu = forms.CharField(
        label="Tamu di luar undangan",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu baris satu orang: nama, lalu koma dan jabatan atau instansinya.",
    )
    tanggal = day_field("Tanggal hadir")
    pukul = hour_field("Pukul hadir")
    alasan = forms.CharField(
        label="Mengapa dicatat kemudian",
        max_length=300,
        help_text="Misalnya: jaringan di ruang rapat putus, peserta menandatangani kertas.",
        error_messages={"required": "Tuliskan mengapa kehadiran dicatat kemudian."},
    )

    def __init__(
        self, data: Any = None, *, page: StepPage, invitees: Sequence[Invitee], **kwargs: Any
    ) -> None:
        super().__init__(data, page=page, **kwargs)
        waiting = [one for one in invitees if one.attended_at is None]
        choose_people(self, "hadir", invitees, waiting)

    def clean_tamu(self) -> tuple[Guest, ...]:
        lines = [" ".join(one.split()) for one in self.cleaned_data["tamu"].splitlines()]
        guests = []
        for text in filter(None, lines):
            nama, jabatan = name_and_post(text)
            if not nama or len(nama) > 150 or len(jabatan) > 200:
                raise forms.ValidationError(
                    f"Nama tamu ini kosong atau terlalu panjang: {text[:60]}"
                )
            guests.append(Guest(nama, jabatan))
        return tuple(guests)

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        if "tamu" in given and not given.get("hadir") and not given["tamu"]:
            self.add_error("tamu", "Tandai yang hadir, atau tulis nama tamu yang hadir.")
        return given

    @property
    def recorded(self) -> Recorded:
        given = self.cleaned_data
        pada = moment_of(given["tanggal"], given["pukul"], self.zone)
        return Recorded(pada, given["alasan"], tuple(given.get("hadir", ())), given["tamu"])
