"""Taking an SOP in: from a file, out of several, or typed; and taking a repair."""

import re
from dataclasses import replace
from typing import Any

from django import forms

from runut.core.sop.flow import next_row
from runut.core.sop.model import SOP, Bentuk, Langkah
from runut.core.sop.reading.asal import Lain
from runut.core.sop.reading.sop import MAX_STEPS
from runut.core.sop.text.print import print_sop_text
from runut.core.words.items import normal
from runut.files.guard.zip_check import LARGEST_FILE
from runut.office.acts.forms import ActForm
from runut.office.sops.actions import ENDINGS, Source, stored_text
from runut.office.sops.handed_in import Handed

MAX_TEXT = 2_000_000
MOST_AT_ONCE = 20
TYPED = "langkah yang diketik"
_NUMBER = re.compile(r"^\d{1,3}[.)]\s+")


class TakeInForm(ActForm):
    """An SOP as a file of any kind we read, or as pasted text, cells parted by tabs."""

    berkas = forms.FileField(
        label="Berkas SOP",
        required=False,
        help_text="Word, Excel, PDF, OpenDocument, RTF, teks, HTML, atau BPMN. Paling besar 25 MB.",
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
    )
    teks = forms.CharField(
        label="Atau tempel isi SOP di sini",
        required=False,
        strip=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Salin seluruh SOP dari Word atau peramban, termasuk tabel langkahnya.",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        file = given.get("berkas")
        if file and file.size > LARGEST_FILE:
            raise forms.ValidationError("Berkas ini lebih besar dari 25 MB. Kecilkan gambarnya.")
        if not file and "berkas" not in self.errors and not str(given.get("teks", "")).strip():
            raise forms.ValidationError("Pilih berkas SOP atau tempel isinya.")
        return given

    def data_and_name(self) -> tuple[bytes, str]:
        """The SOP as it was handed in, and the name of its file; pasted text has none."""
        file = self.cleaned_data["berkas"]
        if not file:
            return self.cleaned_data["teks"].encode(), ""
        return file.read(), file.name


class ChooseForm(ActForm):
    """Which SOPs of one file are meant: one, some or all of them."""

    titipan = forms.CharField(widget=forms.HiddenInput, max_length=MAX_TEXT)
    pilih = forms.MultipleChoiceField(
        label="SOP dalam berkas ini",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Setiap SOP yang dipilih menjadi naskah tersendiri.",
    )
    semua = forms.CharField(required=False)

    def __init__(self, *args: Any, handed: Handed, token: str, **kwargs: Any) -> None:
        super().__init__(*args, initial={"titipan": token}, **kwargs)
        self.handed = handed
        field = self.fields["pilih"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(str(one.urutan), _in_words(one)) for one in handed.sops]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        count = len(self.handed.sops) if given.get("semua") else len(given.get("pilih", ()))
        if not count and "pilih" not in self.errors:
            self.add_error("pilih", "Pilih setidaknya satu SOP.")
        if count > MOST_AT_ONCE:
            self.add_error("pilih", f"Ambil paling banyak {MOST_AT_ONCE} SOP sekaligus.")
        return given

    @property
    def chosen(self) -> tuple[int, ...]:
        """The places of the SOPs in the file."""
        if self.cleaned_data["semua"]:
            return tuple(one.urutan for one in self.handed.sops)
        return tuple(map(int, self.cleaned_data["pilih"]))


class TypeInForm(ActForm):
    """An SOP that cannot be read, typed: its name, its actors and its steps, a line each."""

    titipan = forms.CharField(widget=forms.HiddenInput, max_length=MAX_TEXT, required=False)
    judul = forms.CharField(
        label="Nama SOP", max_length=300, error_messages={"required": "Isi nama SOP."}
    )
    nomor = forms.CharField(label="Nomor SOP", max_length=200, required=False)
    pelaksana = forms.CharField(
        label="Pelaksana",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Satu nama setiap baris, menurut urutan kolomnya.",
        error_messages={"required": "Tulis setidaknya satu pelaksana."},
    )
    langkah = forms.CharField(
        label="Kegiatan",
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Satu kegiatan setiap baris, menurut urutannya. Nomornya diberi otomatis.",
        error_messages={"required": "Tulis kegiatannya, satu setiap baris."},
    )

    def __init__(self, *args: Any, handed: Handed | None, token: str, **kwargs: Any) -> None:
        self.handed = handed
        initial = {"titipan": token}
        if known := handed.sisa if handed else None:
            initial |= {"judul": known.judul, "nomor": known.nomor or ""}
        super().__init__(*args, initial=initial, **kwargs)

    def clean_langkah(self) -> str:
        words = str(self.cleaned_data["langkah"])
        if len(_lines_of(words)) > MAX_STEPS:
            raise forms.ValidationError(f"Satu SOP paling banyak memuat {MAX_STEPS} langkah.")
        return words

    def sop_and_source(self) -> tuple[SOP, Source]:
        """What was typed over what is known, and the file it was typed from."""
        given = self.cleaned_data
        known = (self.handed.sisa if self.handed else None) or SOP("", (), ())
        activities = [_NUMBER.sub("", line) for line in _lines_of(given["langkah"])]
        nos = [str(count + 1) for count in range(len(activities))]
        shapes = [Bentuk.MULAI, *[Bentuk.PROSES] * (len(nos) - 2), Bentuk.SELESAI][: len(nos)]
        steps = tuple(
            Langkah(no, kegiatan, bentuk=bentuk, lanjut=next_row(nos, place, bentuk))
            for place, (no, kegiatan, bentuk) in enumerate(
                zip(nos, activities, shapes, strict=True)
            )
        )
        sop = replace(
            known,
            judul=normal(given["judul"]),
            nomor=normal(given["nomor"]) or None,
            pelaksana=tuple(dict.fromkeys(_lines_of(given["pelaksana"]))),
            langkah=steps,
        )
        return sop, self._source(sop)

    def _source(self, sop: SOP) -> Source:
        if self.handed:
            kept = self.handed
            return Source(kept.stored, kept.nama, kept.jenis, halaman=kept.halaman)
        return Source(stored_text(print_sop_text(sop)), TYPED)


def _lines_of(words: str) -> list[str]:
    return [line for line in map(normal, words.splitlines()) if line]


def _in_words(one: Lain) -> str:
    page = f", halaman {one.letak.halaman}" if one.letak.halaman else ""
    return f"{one.judul or 'SOP tanpa nama'} ({one.langkah} langkah{page})"


class RepairForm(ActForm):
    """The repair that is taken, by its key."""

    versi = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    perbaikan = forms.CharField(
        max_length=2_000, error_messages={"required": "Pilih perbaikan yang akan diambil."}
    )
