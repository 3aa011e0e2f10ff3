"""The forms of evidence: a file, and a reason to withdraw one."""

from django import forms

from runut.core.kinerja.bukti import SETAHUN
from runut.core.kinerja.paket import ROMAWI
from runut.office.acts.forms import ActForm
from runut.office.evidence.actions import LARGEST_BYTES

HELP = "PDF, Word, Excel, PNG, atau JPG; paling besar 10 MB."
WHEN = [(SETAHUN, "Setahun"), *((q, f"TW {romawi}") for q, romawi in enumerate(ROMAWI, start=1))]


class EvidenceForm(ActForm):
    """One file for one figure."""

    triwulan = forms.TypedChoiceField(label="Untuk angka", choices=WHEN, coerce=int)
    berkas = forms.FileField(label="Berkas bukti", help_text=HELP)

    def clean_berkas(self) -> object:
        file = self.cleaned_data["berkas"]
        if file.size > LARGEST_BYTES:
            raise forms.ValidationError("Berkas ini lebih besar dari 10 MB. Kecilkan dahulu.")
        return file


class WithdrawForm(ActForm):
    """Why a piece of evidence does not count any more."""

    alasan = forms.CharField(
        label="Alasan menarik bukti ini",
        max_length=300,
        error_messages={"required": "Tulis alasannya; alasan itu tercatat."},
    )
