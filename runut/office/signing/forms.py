"""The forms of signing: of the office, and of the signer's own certificate."""

from dataclasses import replace
from typing import Any

from django import forms

from runut.files.asking import is_address
from runut.files.signing.stamp import Place
from runut.office.acts.forms import ActForm
from runut.office.people.models import Person
from runut.office.signing.choices import (
    SHORT,
    WAYS,
    BsreChoice,
    Choices,
    TokenChoice,
    TsaChoice,
)

_MOST_CERTIFICATE_BYTES = 200_000
_ASAL = (("kiri_bawah", "sudut kiri bawah"), ("kiri_atas", "sudut kiri atas"))


class SecretInput(forms.PasswordInput):
    """A secret: never shown again, never in a fingerprint, never remembered by the browser."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", **(attrs or {})})


class NikInput(SecretInput):
    """A NIK: as secret, but who types it may see it."""

    input_type = "text"

    def __init__(self) -> None:
        super().__init__({"inputmode": "numeric", "maxlength": "20"})


def clean_nik(nik: str) -> str:
    """A NIK as it is sent on, or the reason why it is none."""
    digits = nik.replace(" ", "")
    if digits and not (digits.isdecimal() and len(digits) == 16):
        raise forms.ValidationError("NIK terdiri atas 16 angka.")
    return digits


class WaysForm(ActForm):
    """How the office signs, who signs in another way, and where a stamp goes."""

    cara = forms.ChoiceField(
        label="Cara menandatangani di kantor ini",
        choices=list(WAYS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih cara menandatangani."},
    )
    is_cap = forms.BooleanField(
        label="Bubuhkan cap dengan kode QR pada PDF unggahan yang ditandatangani",
        required=False,
        help_text="Naskah yang disusun Runut sudah memuat blok tanda tangannya sendiri.",
    )
    halaman = forms.ChoiceField(
        label="Halaman cap",
        choices=[("terakhir", "halaman terakhir"), ("pertama", "halaman pertama")],
    )
    asal = forms.ChoiceField(label="Letak cap dihitung dari", choices=_ASAL)
    x_mm = forms.FloatField(label="Ke kanan (mm)", min_value=0, max_value=400)
    y_mm = forms.FloatField(label="Ke atas atau ke bawah (mm)", min_value=0, max_value=400)
    lebar_mm = forms.FloatField(label="Lebar cap (mm)", min_value=50, max_value=190)

    def __init__(self, data: Any, *, choices: Choices, signers: list[Person]) -> None:
        place = choices.cap
        initial = {
            "cara": choices.cara,
            "is_cap": choices.is_cap,
            "halaman": place.page,
            "asal": place.asal,
            "x_mm": place.x_mm,
            "y_mm": place.y_mm,
            "lebar_mm": place.width_mm,
        }
        super().__init__(data, initial=initial)
        self.signers = signers
        ways = [("", "seperti kantor"), *SHORT.items()]
        for person in signers:
            self.fields[f"orang_{person.pk}"] = forms.ChoiceField(
                label=f"Cara {person.nama}",
                choices=ways,
                required=False,
                initial=(choices.per_orang or {}).get(person.ref, ""),
            )

    def way_field(self, person: Person) -> Any:
        return self[f"orang_{person.pk}"]

    def with_stamp(self, choices: Choices) -> Choices:
        """What was set before, with the stamp that the form asks for."""
        given = self.cleaned_data
        place = Place(
            given["halaman"], given["x_mm"], given["y_mm"], given["lebar_mm"], given["asal"]
        )
        return replace(choices, is_cap=given["is_cap"], cap=place)

    @property
    def per_orang(self) -> dict[str, str]:
        given = {p.ref: self.cleaned_data[f"orang_{p.pk}"] for p in self.signers}
        return {ref: way for ref, way in given.items() if way}


class ServiceForm(ActForm):
    """Where the signing service of BSrE is."""

    alamat = forms.CharField(
        label="Alamat layanan",
        required=False,
        max_length=200,
        help_text="Alamat e-sign client service di jaringan instansi, misalnya http://10.1.2.3. "
        "Kosongkan untuk tidak memakainya.",
    )
    versi_layanan = forms.ChoiceField(label="Versi layanan", choices=[("v2", "2"), ("v1", "1")])
    pengguna = forms.CharField(label="Nama pengguna layanan", required=False, max_length=100)
    layanan_password = forms.CharField(
        label="Kata sandi layanan",
        required=False,
        strip=False,
        max_length=200,
        widget=SecretInput,
        help_text="Disimpan di folder kunci, tidak di basis data. Kosong: tidak berubah.",
    )
    batas_detik = forms.IntegerField(
        label="Lama menunggu jawaban (detik)", min_value=5, max_value=180
    )
    asal = forms.ChoiceField(label="Layanan menghitung letak cap dari", choices=_ASAL)

    def __init__(self, data: Any, *, bsre: BsreChoice) -> None:
        super().__init__(data, initial={**vars(bsre), "versi_layanan": bsre.versi})

    def clean_alamat(self) -> str:
        return _clean_address(self.cleaned_data["alamat"])

    @property
    def choice(self) -> BsreChoice:
        given = {**self.cleaned_data, "versi": self.cleaned_data["versi_layanan"]}
        return BsreChoice(**{name: given[name] for name in vars(BsreChoice())})


class ConnectionForm(forms.Form):
    """A test of the connection, by the NIK of somebody who signs."""

    nik = forms.CharField(
        label="NIK salah satu penanda tangan",
        max_length=20,
        widget=NikInput,
        help_text="Hanya dipakai untuk bertanya kepada layanan; tidak disimpan.",
        error_messages={"required": "Isi NIK, supaya layanan dapat ditanya."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""

    def clean_nik(self) -> str:
        return clean_nik(self.cleaned_data["nik"])


class StamperForm(ActForm):
    """The time stamp authority."""

    alamat = forms.CharField(
        label="Alamat layanan cap waktu (TSA)",
        required=False,
        max_length=200,
        help_text="Kosongkan untuk menandatangani tanpa cap waktu (B-B).",
    )
    batas_detik = forms.IntegerField(
        label="Lama menunggu jawaban (detik)", min_value=5, max_value=120
    )
    is_b_lt = forms.BooleanField(
        label="Sertakan bukti masa berlaku (B-LT)",
        required=False,
        help_text="Daftar sertifikat yang dicabut diambil dari penerbitnya setiap kali. Bila tidak "
        "dapat diambil, naskah tidak ditandatangani.",
    )

    def __init__(self, data: Any, *, tsa: TsaChoice) -> None:
        super().__init__(data, initial=vars(tsa))

    def clean_alamat(self) -> str:
        return _clean_address(self.cleaned_data["alamat"])

    @property
    def choice(self) -> TsaChoice:
        return TsaChoice(**{name: self.cleaned_data[name] for name in vars(TsaChoice())})


class TokenForm(ActForm):
    """The key within a token."""

    token = forms.CharField(
        label="Nama token", required=False, max_length=64, help_text="Kosong: token yang terpasang."
    )
    label = forms.CharField(label="Nama kunci dan sertifikat (label)", max_length=64)

    def __init__(self, data: Any, *, token: TokenChoice) -> None:
        super().__init__(data, initial=vars(token))

    @property
    def choice(self) -> TokenChoice:
        return TokenChoice(self.cleaned_data["token"], self.cleaned_data["label"])


class AuthorityForm(ActForm):
    """The certificate of an authority, to be trusted."""

    berkas = forms.FileField(
        label="Sertifikat penerbit (.pem, .crt, atau .cer)",
        help_text="Misalnya sertifikat induk BSrE. Periksa dahulu sidik jarinya di sumber resmi.",
        widget=forms.FileInput(attrs={"accept": ".pem,.crt,.cer,.der"}),
        error_messages={"required": "Pilih berkas sertifikat penerbitnya."},
    )

    def clean_berkas(self) -> object:
        return _small(self.cleaned_data["berkas"])


class DecisionForm(ActForm):
    """Whether an issuer is trusted, by its fingerprint."""

    sidik = forms.CharField(max_length=64, widget=forms.HiddenInput)
    putusan = forms.ChoiceField(choices=[("percaya", "percaya"), ("lepas", "lepas")])


class CertificateForm(ActForm):
    """The signer's own certificate file."""

    berkas = forms.FileField(
        label="Berkas sertifikat (.p12 atau .pfx)",
        help_text="Dari penerbit sertifikat Saudara. Disimpan di folder kunci kantor.",
        widget=forms.FileInput(attrs={"accept": ".p12,.pfx"}),
        error_messages={"required": "Pilih berkas sertifikat Saudara."},
    )
    sandi = forms.CharField(
        label="Frasa sandi",
        strip=False,
        max_length=200,
        widget=SecretInput,
        help_text="Hanya untuk memeriksa berkasnya sekarang. Tidak disimpan; ditanyakan lagi "
        "setiap kali menandatangani.",
        error_messages={"required": "Isi frasa sandi berkas itu."},
    )
    yakin = forms.BooleanField(
        label="Sertifikat ini milik saya, meskipun namanya tertulis lain", required=False
    )

    def clean_berkas(self) -> object:
        return _small(self.cleaned_data["berkas"])


class PracticeForm(ActForm):
    """A passphrase for a certificate to practise with."""

    sandi = forms.CharField(
        label="Frasa sandi untuk berlatih",
        strip=False,
        max_length=200,
        widget=SecretInput,
        help_text="Paling sedikit 8 huruf. Ingat baik-baik: ditanyakan saat menandatangani.",
        error_messages={"required": "Isi frasa sandi."},
    )


class NikForm(ActForm):
    """The NIK, to be kept in the folder of keys; empty, to be forgotten."""

    nik = forms.CharField(
        label="NIK Saudara",
        required=False,
        max_length=20,
        widget=NikInput,
        help_text="16 angka. Kosongkan lalu simpan untuk menghapus NIK yang tersimpan.",
    )

    def clean_nik(self) -> str:
        return clean_nik(self.cleaned_data["nik"])


def _clean_address(url: str) -> str:
    if url and not is_address(url):
        raise forms.ValidationError(
            "Alamat ini tidak dapat dipakai. Tulis lengkap, misalnya http://10.1.2.3:8080."
        )
    return url.rstrip("/")


def _small(file: Any) -> object:
    if file.size > _MOST_CERTIFICATE_BYTES:
        raise forms.ValidationError("Berkas ini terlalu besar untuk sebuah sertifikat.")
    return file
