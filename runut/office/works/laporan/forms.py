"""Writing a section of a report."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from django import forms

from runut.core.case.model import Step
from runut.core.report.prose.clean import clean_text
from runut.office.acts.forms import ActForm
from runut.office.cases.queries import StepPage
from runut.office.reports.notes import ReturnNote
from runut.office.works.step_form import StepForm


class TextForm(ActForm):
    """The words of one section, based on the version that was open."""

    dasar = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    teks = forms.CharField(
        label="Teks",
        required=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text="Satu baris satu alinea. Tabel dan grafik dari data disusun sendiri oleh Runut.",
    )
    melepas = forms.BooleanField(required=False)
    menggantikan = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)
    """The names of the proposals of Runut that these words stand for."""
    tadi = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    """The hash of what was typed when somebody else had saved: sent again, it is not merged."""
    ganti = forms.BooleanField(
        label="Saya sudah membandingkan: teks saya menggantikan teks yang tersimpan", required=False
    )

    def __init__(self, *args: Any, given_up: Sequence[Step], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.given_up = given_up
        if given_up:
            numbers = ", ".join(step.no for step in given_up)
            self.fields[
                "melepas"
            ].label = (
                f"Saya tetap menulis, dan tidak akan memeriksa laporan ini pada langkah {numbers}"
            )
        else:
            del self.fields["melepas"]

    def clean_teks(self) -> str:
        return clean_text(self.cleaned_data["teks"])

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        before = given.get("tadi")
        if before and before == words_hash(given.get("teks", "")) and not given.get("ganti"):
            self.add_error(
                "ganti",
                "Teks Saudara belum digabung dengan yang tersimpan. Gabungkan, atau tandai bila "
                "memang teks Saudara yang dipakai.",
            )
        return given


class FreezeForm(StepForm):
    """The end of the improving step; each note of a return can be answered, and what Runut still
    proposes is taken by who says so here."""

    pakai_usulan = forms.BooleanField(required=False)

    def __init__(
        self, *args: Any, page: StepPage, notes: Sequence[ReturnNote], waiting: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, page=page, **kwargs)
        self.notes = notes
        self.fields[
            "pakai_usulan"
        ].label = f"Saya sudah membaca {waiting} usulan Runut yang menunggu, dan memakainya"
        if not waiting:
            del self.fields["pakai_usulan"]
        for note in notes:
            self.fields[f"jawaban_{note.key}"] = forms.CharField(
                label=f"Jawaban atas catatan {note.who} (langkah {note.no})",
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text="Apa yang diubah, atau mengapa tidak diubah.",
            )

    @property
    def note_fields(self) -> list[tuple[ReturnNote, forms.BoundField]]:
        return [(note, self[f"jawaban_{note.key}"]) for note in self.notes]

    @property
    def answers(self) -> dict[str, str]:
        return {one.key: str(self.cleaned_data[f"jawaban_{one.key}"]) for one in self.notes}


def names_in(text: str) -> list[str]:
    """The names of proposals in a hidden field."""
    return text.split()


def words_hash(text: str) -> str:
    """What tells one typed text from another, whatever the line ends a browser sent."""
    return sha256(" ".join(text.split()).encode()).hexdigest()
