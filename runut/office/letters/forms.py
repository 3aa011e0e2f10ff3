"""The forms of a letter, and of how an office writes its letters."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from runut.core.report.papers.nomor import LONGEST
from runut.office.acts.forms import ActForm, not_too_large
from runut.office.web.days import DayField


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


class CancelForm(LetterForm):
    slug = "batalkan"
    alasan = forms.CharField(
        label="Mengapa surat ini batal",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Nomornya tetap terpakai dan dicatat batal.",
        error_messages={"required": "Tulis mengapa surat ini batal."},
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
        validators=[not_too_large],
    )


class InkForm(_UploadForm):
    slug = "basah"
    field_order = ("tanggal", "tempat", "berkas")
    tanggal = DayField(label="Ditandatangani tanggal")
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
    tanggal = DayField(label="Tanggal naskah")

    def clean_nomor(self) -> str:
        return " ".join(str(self.cleaned_data["nomor"]).split())


class SendForm(LetterForm):
    slug = "kirim"
    kepada = forms.CharField(
        label="Dikirim kepada",
        max_length=300,
        error_messages={"required": "Isi kepada siapa surat dikirim."},
    )
    tanggal = DayField(label="Tanggal")
    pukul = forms.TimeField(
        label="Pukul",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": "Isi jamnya.", "invalid": "Tulis jam yang benar: 09:00."},
    )


class CopiesFields(forms.Form):
    """Who gets a copy of a letter, one a line."""

    tembusan = forms.CharField(
        label="Tembusan",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Satu baris satu penerima tembusan, menurut jabatannya.",
    )

    @property
    def copies(self) -> tuple[str, ...]:
        lines = (" ".join(one.split()) for one in self.cleaned_data["tembusan"].splitlines())
        return tuple(one for one in lines if one)


class NotaForm(CopiesFields, ActForm):
    """A nota dinas: from whom, to whom, about what, in which words, and who looks at it first."""

    field_order = ("kepada", "dari", "hal", "isi", "tembusan", "pemeriksa")
    kepada = forms.CharField(
        label="Yth.",
        max_length=200,
        help_text="Jabatan penerima, bukan namanya.",
        error_messages={"required": "Isi jabatan penerima."},
    )
    dari = forms.ChoiceField(
        label="Dari",
        help_text="Ia yang menandatangani, kecuali kantor menetapkan jabatan lain untuk nota.",
        error_messages={"required": "Pilih pengirimnya."},
    )
    hal = forms.CharField(
        label="Hal", max_length=300, error_messages={"required": "Isi tentang apa nota ini."}
    )
    isi = forms.CharField(
        label="Isi nota",
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Satu baris satu paragraf. Kalimat penutup dan blok tanda tangan ditambahkan.",
        error_messages={"required": "Tulis isi notanya."},
    )
    pemeriksa = forms.ChoiceField(
        label="Diperiksa dahulu oleh",
        help_text="Orang lain dari penyusunnya.",
        error_messages={"required": "Pilih siapa yang memeriksanya."},
    )

    def __init__(
        self, data: Any = None, *, people: Mapping[str, str], me: str, **more: Any
    ) -> None:
        super().__init__(data, **more)
        choices = [("", "Pilih …"), *people.items()]
        others = [one for one in choices if one[0] != me]
        for name, offered in (("dari", choices), ("pemeriksa", others)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            field.choices = offered

    @property
    def paragraphs(self) -> tuple[str, ...]:
        lines = (" ".join(one.split()) for one in self.cleaned_data["isi"].splitlines())
        return tuple(one for one in lines if one)


class CoveringForm(CopiesFields, ActForm):
    """To whom the surat pengantar goes."""

    kepada = forms.CharField(
        label="Yth.",
        max_length=200,
        help_text="Jabatan penerima, bukan namanya; c.q. bila melalui pejabat lain.",
        error_messages={"required": "Isi jabatan penerima."},
    )
    di = forms.CharField(label="di", max_length=100, initial="tempat")
