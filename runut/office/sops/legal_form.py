"""The form of one regulation in the catalogue of an office."""

import re
from typing import Any

from django import forms

from runut.core.sop.checks.peraturan import KINDS, Peraturan
from runut.office.acts.forms import ActForm
from runut.office.sops.actions.legal import Known
from runut.office.web.days import DayInput

_FIRST_YEAR, _LAST_YEAR = 1945, 2100
_NUMBER = re.compile(r"[\w./-]*\d[\w./-]*")
_KINDS = {
    kind: re.compile(rf"(?:{words})(?: (?:ri|republik indonesia))?", re.IGNORECASE)
    for kind, words in KINDS.items()
}


class BaseForm(ActForm):
    """Kind, number, year, title; by what it was revoked, if it was; how the office knows."""

    jenis = forms.CharField(
        label="Jenis peraturan",
        max_length=60,
        help_text="Misalnya UU, PP, Perpres, Permendagri, PermenPANRB, Perda, Pergub, Perbup.",
    )
    nomor = forms.CharField(label="Nomor", max_length=60)
    tahun = forms.IntegerField(
        label="Tahun",
        min_value=_FIRST_YEAR,
        max_value=_LAST_YEAR,
        error_messages={
            "min_value": f"Tahun paling awal {_FIRST_YEAR}. Tuliskan empat angka.",
            "max_value": f"Tahun paling akhir {_LAST_YEAR}. Tuliskan empat angka.",
            "invalid": "Tuliskan tahunnya dengan empat angka, misalnya 2019.",
        },
    )
    tentang = forms.CharField(
        label="Tentang",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Judul resminya, tanpa kata “tentang”. Dibandingkan dengan judul pada SOP.",
    )
    dicabut_oleh = forms.CharField(
        label="Dicabut atau diganti oleh",
        required=False,
        max_length=120,
        help_text="Misalnya Permendagri 1/2023. Kosong: masih berlaku.",
    )
    dicabut_tanggal = forms.DateField(label="Dicabut sejak", required=False, widget=DayInput)
    sumber = forms.CharField(
        label="Dari mana Saudara tahu",
        max_length=300,
        help_text="Misalnya peraturan yang mencabutnya, pasalnya, atau alamat JDIH.",
    )

    @staticmethod
    def about(entry: Peraturan) -> dict[str, Any]:
        """What stands in the form for an entry that the office changes."""
        return {
            "jenis": entry.jenis,
            "nomor": entry.nomor,
            "tahun": entry.tahun,
            "tentang": entry.tentang,
            "dicabut_oleh": entry.dicabut_oleh,
            "dicabut_tanggal": entry.tanggal,
        }

    def clean_jenis(self) -> str:
        """The kind as the catalogue calls it, where it is one of its kinds."""
        typed = " ".join(str(self.cleaned_data["jenis"]).split())
        found = (kind for kind in KINDS if kind.casefold() == typed.casefold())
        spelt = (kind for kind, words in _KINDS.items() if words.fullmatch(typed))
        return next(found, None) or next(spelt, typed)

    def clean_nomor(self) -> str:
        typed = "".join(str(self.cleaned_data["nomor"]).split())
        if not _NUMBER.fullmatch(typed):
            raise forms.ValidationError(
                "Tuliskan nomornya saja, misalnya 23 atau PER/21/M.PAN/11, tanpa tahun."
            )
        return typed.lstrip("0") or "0"

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("dicabut_tanggal") and not given.get("dicabut_oleh"):
            self.add_error("dicabut_oleh", "Tuliskan peraturan yang mencabutnya.")
        return given

    def known(self) -> Known:
        """What was typed. The form must be valid."""
        given = self.cleaned_data
        return Known(
            given["jenis"],
            given["nomor"],
            given["tahun"],
            " ".join(given["tentang"].split()),
            " ".join(given["dicabut_oleh"].split()),
            given["dicabut_tanggal"],
            " ".join(given["sumber"].split()),
        )
