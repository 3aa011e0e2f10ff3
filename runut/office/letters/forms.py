"""The forms of a letter, and of how an office writes its letters."""

from typing import Any, ClassVar

from django import forms

from runut.core.report.papers.nomor import LONGEST
from runut.office.acts.forms import MAX_UPLOAD_BYTES, ActForm
from runut.office.web.days import DayInput


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=DayInput(),
        error_messages={"required": "Isi tanggalnya.", "invalid": "Tulis tanggal yang benar."},
    )


def _number(help_text: str, *, required: bool) -> forms.CharField:
    return forms.CharField(
        label="Nomor naskah",
        max_length=LONGEST,
        required=required,
        help_text=help_text,
        error_messages={"required": "Isi nomor yang diberikan."},
    )


class LetterForm(ActForm):
    """A form about a letter as it was read. ``slug`` keeps several on a page apart."""

    slug: ClassVar[str] = ""
    dibaca = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, data: Any = None, files: Any = None, *, sha256: str) -> None:
        super().__init__(data, files, initial={"dibaca": sha256}, auto_id=f"{self.slug}_%s")


class CheckForm(LetterForm):
    slug = "periksa"


class ReturnForm(LetterForm):
    slug = "kembalikan"
    catatan = forms.CharField(
        label="Apa yang perlu diperbaiki",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Tulis apa yang perlu diperbaiki."},
    )


class SignForm(LetterForm):
    slug = "tandatangan"
    sandi = forms.CharField(
        label="Frasa sandi sertifikat",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Isi frasa sandi sertifikat Saudara."},
    )


class NumberForm(LetterForm):
    slug = "nomori"
    nomor = _number("Kosongkan untuk nomor berikutnya dari buku agenda Runut.", required=False)

    def clean_nomor(self) -> str:
        return " ".join(str(self.cleaned_data["nomor"]).split())


class _UploadForm(LetterForm):
    berkas = forms.FileField(
        label="Berkas bertanda tangan",
        error_messages={"required": "Pilih berkasnya."},
    )

    def clean_berkas(self) -> object:
        file = self.cleaned_data["berkas"]
        if file.size > MAX_UPLOAD_BYTES:
            raise forms.ValidationError("Berkas ini lebih besar dari 25 MB.")
        return file


class InkForm(_UploadForm):
    slug = "basah"
    field_order = ("tanggal", "tempat", "berkas")
    tanggal = _day("Ditandatangani tanggal")
    tempat = forms.CharField(
        label="Tempat naskah asli",
        max_length=200,
        help_text="Misalnya: lemari arsip Subbagian Tata Usaha, map 3.",
        error_messages={"required": "Tulis di mana naskah aslinya disimpan."},
    )


class BackForm(_UploadForm):
    slug = "kembali"
    field_order = ("nomor", "tanggal", "berkas")
    nomor = _number("Seperti tertulis pada surat, dari SRIKANDI atau buku agenda.", required=True)
    tanggal = _day("Tanggal naskah")

    def clean_nomor(self) -> str:
        return " ".join(str(self.cleaned_data["nomor"]).split())


class SendForm(LetterForm):
    slug = "kirim"
    kepada = forms.CharField(
        label="Dikirim kepada",
        max_length=300,
        error_messages={"required": "Isi kepada siapa surat dikirim."},
    )
    tanggal = _day("Tanggal")
    pukul = forms.TimeField(
        label="Pukul",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": "Isi jamnya.", "invalid": "Tulis jam yang benar: 09:00."},
    )


class CoveringForm(ActForm):
    """To whom the surat pengantar goes."""

    kepada = forms.CharField(
        label="Yth.",
        max_length=200,
        help_text="Jabatan penerima, bukan namanya; c.q. bila melalui pejabat lain.",
        error_messages={"required": "Isi jabatan penerima."},
    )
    di = forms.CharField(label="di", max_length=100, initial="tempat")
    tembusan = forms.CharField(
        label="Tembusan",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Satu baris satu penerima tembusan.",
    )

    @property
    def copies(self) -> tuple[str, ...]:
        lines = (one.strip() for one in self.cleaned_data["tembusan"].splitlines())
        return tuple(one for one in lines if one)
