"""The form of a general step: for each output a file or words."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from runut.office import clock
from runut.office.acts.forms import MAX_UPLOAD_BYTES
from runut.office.cases.queries import StepPage
from runut.office.works.luar.parties import Told, party_of
from runut.office.works.step_form import FILE_ENDINGS, FILE_KINDS, StepForm, is_back

_ORAL = ("lisan", "verbal")


@dataclass(frozen=True)
class OutputFields:
    """One output of the step, with the two fields that can bring it."""

    nama: str
    berkas: BoundField
    hasil: BoundField
    is_handed: bool
    """Whether another actor of the row has handed it in already."""


class GeneralForm(StepForm):
    """A step that leaves files, or words where its output is oral or lies on paper."""

    catatan = forms.CharField(
        label="Catatan bila dikembalikan",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Apa yang kurang, agar penerimanya tahu apa yang harus diperbaiki.",
    )

    def __init__(self, *args: Any, page: StepPage, **kwargs: Any) -> None:
        super().__init__(*args, page=page, **kwargs)
        self.party = party_of(page.case.row, page.step)
        if self.party:
            self._ask_who_and_when()
        if not any(way.jika and is_back(page, way.ke) for way in page.step.exits):
            del self.fields["catatan"]
        accept = ".pdf" if self.is_to_be_signed else FILE_ENDINGS
        kinds = (
            "PDF, karena akan ditandatangani secara elektronik"
            if self.is_to_be_signed
            else FILE_KINDS
        )
        for number, nama in enumerate(page.step.output):
            self.fields[f"berkas_{number}"] = forms.FileField(
                label=f"Berkas: {nama}",
                required=False,
                help_text=f"{kinds}; paling besar 25 MB.",
                widget=forms.FileInput(attrs={"accept": accept}),
            )
            self.fields[f"hasil_{number}"] = forms.CharField(
                label=f"Keterangan: {nama}",
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=_help_of_words(nama),
            )

    def _ask_who_and_when(self) -> None:
        """The actor is outside: who of them came or sent it, and when."""
        now = clock.now().astimezone(self.page.case.row.office.zone)
        self.fields["luar_oleh"] = forms.CharField(
            label="Siapa dari pihak luar",
            max_length=150,
            initial=self.party,
            help_text="Nama orang yang datang atau mengirim; nama pihaknya bila tidak diketahui.",
            error_messages={"required": "Tulis siapa dari pihak luar."},
        )
        self.fields["luar_pada"] = forms.SplitDateTimeField(
            label="Kapan diterima atau dikirim",
            initial=now.replace(second=0, microsecond=0, tzinfo=None),
            widget=forms.SplitDateTimeWidget(
                date_attrs={"type": "date", "aria-label": "Tanggal"},
                time_attrs={"type": "time", "aria-label": "Pukul"},
                date_format="%Y-%m-%d",
                time_format="%H:%M",
            ),
            error_messages={"required": "Isi tanggal dan jamnya.", "invalid": "Tulis yang benar."},
        )

    @property
    def told(self) -> Told | None:
        """What the outside party did; None where the step is of the office itself."""
        if not self.party:
            return None
        pada = self.cleaned_data["luar_pada"].replace(tzinfo=self.page.case.row.office.zone)
        return Told(self.party, self.cleaned_data["luar_oleh"], pada)

    @property
    def is_to_be_signed(self) -> bool:
        """Whether a later step puts an electronic signature on what this one leaves."""
        return any(
            step.signs and step.checks == self.page.step.no
            for step in self.page.case.definition.steps
        )

    @property
    def outputs(self) -> list[OutputFields]:
        """The outputs of the step, for its page."""
        handed = {out.nama for out in self.page.state.handed}
        return [
            OutputFields(nama, self[f"berkas_{number}"], self[f"hasil_{number}"], nama in handed)
            for number, nama in enumerate(self.page.step.output)
        ]

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        told = given.get("luar_pada")
        zone = self.page.case.row.office.zone
        if told and told.replace(tzinfo=zone) > clock.now():
            self.add_error("luar_pada", "Waktu itu belum tiba. Betulkan tanggal atau jamnya.")
        handed = {out.nama for out in self.page.state.handed}
        for number, nama in enumerate(self.page.step.output):
            file = given.get(f"berkas_{number}")
            if file and file.size > MAX_UPLOAD_BYTES:
                self.add_error(f"berkas_{number}", "Berkas ini lebih besar dari 25 MB. Perkecil.")
            elif nama in handed or self.leads_back or self.errors:
                continue
            elif not (file or given.get(f"hasil_{number}")):
                self.add_error(
                    f"berkas_{number}", f"{nama} belum ada. Unggah berkasnya, atau isi keterangan."
                )
        return given


def _help_of_words(nama: str) -> str:
    if any(word in nama.lower() for word in _ORAL):
        return "Apa yang disampaikan, oleh siapa, dan kapan."
    return "Isi bila hasilnya tidak berupa berkas, misalnya naskah kertas: nomor dan tempatnya."
