"""The forms of a signature: that of a check with the secret of the signer, and that of paper."""

from collections.abc import Mapping
from typing import Any

from django import forms

from runut.core.sop.model import Lanjut
from runut.core.words.dates import format_date
from runut.core.words.labels import is_negative
from runut.office.acts.forms import not_too_large
from runut.office.people.models import Person
from runut.office.signing.forms import NikInput, SecretInput, clean_nik
from runut.office.signing.ways import Way
from runut.office.web.days import DayField
from runut.office.works.periksa.forms import CheckForm
from runut.office.works.step_form import StepForm, is_back


class SignForm(CheckForm):
    """A signature on the document that was read. To say no needs no passphrase."""

    nik = forms.CharField(
        label="NIK",
        required=False,
        max_length=20,
        widget=NikInput,
        help_text="16 angka. Hanya dikirim ke layanan BSrE; tidak disimpan dan tidak dicatat.",
    )
    sandi = forms.CharField(
        strip=False,
        required=False,
        max_length=200,
        widget=SecretInput,
        help_text="Tidak disimpan dan tidak dicatat.",
    )

    def __init__(self, *args: Any, way: Way, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.way = way
        self.fields["sandi"].label = way.secret_label
        if not way.asks_nik:
            del self.fields["nik"]
        if not way.can_sign:
            del self.fields["sandi"]
            self.fields.pop("nik", None)

    def clean(self) -> dict[str, Any] | None:
        given = super().clean() or self.cleaned_data
        if self.says_no:
            return given
        if "sandi" in self.fields and not given.get("sandi"):
            label = self.way.secret_label
            self.add_error("sandi", f"Isi {label[0].lower()}{label[1:]} untuk menandatangani.")
        if "nik" in self.fields and not given.get("nik"):
            self.add_error("nik", "Isi NIK Saudara untuk menandatangani.")
        return given

    def clean_nik(self) -> str:
        return clean_nik(self.cleaned_data["nik"])


class WetForm(StepForm):
    """A signature by hand: who, when, where the paper is, and its scan."""

    dibaca = forms.CharField(widget=forms.HiddenInput, max_length=64)
    penanda_tangan = forms.ChoiceField(
        label="Yang menandatangani",
        error_messages={"invalid_choice": "Pilih pemegang peran langkah ini, atau penggantinya."},
    )
    tanggal = DayField(
        label="Tanggal ditandatangani",
        error_messages={"required": "Isi tanggal pada naskah yang ditandatangani."},
    )
    tempat_asli = forms.CharField(
        label="Naskah asli disimpan di",
        max_length=200,
        help_text="Supaya dapat ditemukan lagi, misalnya: lemari arsip 2, map LAKIP 2025.",
        error_messages={"required": "Isi tempat naskah asli disimpan."},
    )
    pindaian = forms.FileField(
        label="Pindaian naskah yang sudah ditandatangani",
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        help_text="PDF, JPG, atau PNG; paling besar 25 MB. Beberapa halaman: satukan dalam PDF.",
        error_messages={"required": "Pilih berkas pindaiannya."},
        validators=[not_too_large],
    )

    def __init__(
        self, *args: Any, signers: Mapping[Person, str], read_sha256: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, initial={"dibaca": read_sha256}, **kwargs)
        field = self.fields["penanda_tangan"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(person.ref, words) for person, words in signers.items()]
        if opened := self.page.state.opened_at:
            since = format_date(opened.astimezone(self.page.case.row.office.zone).date())
            words = f"Seperti tertulis pada naskah; paling awal {since}."
            self.fields["tanggal"].help_text = words

    def ways(self) -> tuple[Lanjut, ...]:
        """What was signed goes on: to say no is not done on this page."""
        exits = self.page.step.exits
        return tuple(
            w for w in exits if not (is_negative(w.jika or "") or is_back(self.page, w.ke))
        )
