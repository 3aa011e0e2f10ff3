"""The forms around packs: the window, the sending, the withdrawing, the deciding, the filling."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BoundField

from runut.core.kinerja.paket import AngkaDiminta
from runut.office.acts.forms import ActForm
from runut.office.evidence.actions import LARGEST_BYTES
from runut.office.packs.actions.receiving import LONGEST_FIGURE, LONGEST_NOTE, Filled
from runut.office.packs.models import Proposal
from runut.office.web.days import DayInput

LARGEST_BOOK = 2 * 1024 * 1024
_REASON = {"required": "Tulis alasannya; alasan itu tercatat."}


class WindowForm(ActForm):
    """From when until when."""

    dibuka = forms.DateField(label="Dibuka", widget=DayInput)
    ditutup = forms.DateField(
        label="Ditutup", widget=DayInput, help_text="Hari terakhir unit dapat mengisi."
    )
    alasan = forms.CharField(
        label="Alasan membuka kembali atau menggeser",
        max_length=300,
        required=False,
        help_text="Wajib bila triwulan ini sudah pernah dibuka.",
    )


class SendForm(ActForm):
    """To whom the pack of a unit goes."""

    unit_paket = forms.CharField(required=False, widget=forms.HiddenInput, max_length=200)
    surel = forms.EmailField(
        label="Surel unit",
        required=False,
        max_length=254,
        help_text="Tautan dan buku kecilnya dikirim ke sini. Kosongkan bila Saudara menyampaikan "
        "tautannya sendiri, misalnya lewat WhatsApp.",
    )


class WithdrawForm(ActForm):
    """Why a link is taken back."""

    alasan = forms.CharField(label="Alasan menarik tautan", max_length=300, error_messages=_REASON)


class DecideForm(ActForm):
    """Which proposals are used, or refused and why."""

    usulan = forms.MultipleChoiceField(
        label="Usulan",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih setidaknya satu usulan."},
    )
    alasan = forms.CharField(
        label="Alasan, bila ditolak",
        max_length=300,
        required=False,
        help_text="Unit membaca alasan ini saat membuka tautannya.",
    )
    melepas = forms.BooleanField(
        label="Saya tetap memuat, dan tidak akan memeriksa laporan dari angka ini", required=False
    )

    def __init__(self, *args: Any, proposals: Sequence[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposals = {str(one.pk): one for one in proposals}
        field = self.fields["usulan"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared above
        field.choices = [(number, one.indikator_id) for number, one in self.proposals.items()]
        if not self.is_bound:
            self.initial["usulan"] = list(self.proposals)

    @property
    def chosen(self) -> list[Proposal]:
        return [self.proposals[number] for number in self.cleaned_data["usulan"]]


class FillForm(forms.Form):
    """The figures of a unit: one field each, a note, and a file for each indicator."""

    def __init__(
        self,
        *args: Any,
        cells: Sequence[AngkaDiminta],
        current: Mapping[tuple[str, str], tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        self.cells = list(cells)
        seen: set[str] = set()
        for number, cell in enumerate(self.cells):
            nilai, catatan = current[cell.key]
            self.fields[f"angka_{number}"] = forms.CharField(
                label=f"{cell.judul} {cell.indikator_id}",
                required=False,
                max_length=LONGEST_FIGURE,
                initial=nilai,
                widget=forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"}),
            )
            self.fields[f"catatan_{number}"] = forms.CharField(
                label="Catatan atau kendala",
                required=False,
                max_length=LONGEST_NOTE,
                initial=catatan,
            )
            if cell.indikator_id not in seen:
                seen.add(cell.indikator_id)
                self.fields[f"bukti_{number}"] = forms.FileField(
                    label="Bukti", required=False, help_text="PDF, Word, Excel, atau foto; 10 MB."
                )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for name, value in list(given.items()):
            if name.startswith("bukti_") and value and value.size > LARGEST_BYTES:
                self.add_error(name, "Berkas ini lebih besar dari 10 MB. Kecilkan dahulu.")
        return given

    @property
    def filled(self) -> list[Filled]:
        """What stands in each field; whether it is new is asked by the act."""
        return [
            Filled(
                *cell.key,
                " ".join(self.cleaned_data[f"angka_{number}"].split()),
                self.cleaned_data[f"catatan_{number}"].strip(),
            )
            for number, cell in enumerate(self.cells)
        ]

    @property
    def rows(self) -> list[tuple[AngkaDiminta, BoundField, BoundField, BoundField | None]]:
        """Each figure with its fields."""
        return [
            (
                cell,
                self[f"angka_{number}"],
                self[f"catatan_{number}"],
                self[f"bukti_{number}"] if f"bukti_{number}" in self.fields else None,
            )
            for number, cell in enumerate(self.cells)
        ]

    def refuse(self, refused: Mapping[tuple[str, str], Sequence[str]]) -> None:
        """Say what is wrong at the field where it was typed."""
        for number, cell in enumerate(self.cells):
            for words in refused.get(cell.key, ()):
                self.add_error(f"angka_{number}", words)


class BookForm(forms.Form):
    """The small workbook, filled in."""

    berkas = forms.FileField(
        label="Buku yang sudah diisi",
        help_text="Berkas .xlsx yang diunduh dari halaman ini.",
        error_messages={"required": "Pilih dahulu berkasnya."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""

    def clean_berkas(self) -> Any:
        file = self.cleaned_data["berkas"]
        if file.size > LARGEST_BOOK:
            raise forms.ValidationError("Berkas ini lebih besar dari 2 MB; itu bukan buku paket.")
        return file
