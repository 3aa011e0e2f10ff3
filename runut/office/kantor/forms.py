"""The forms of the office's own pages: what they ask is judged by ``people.entered``."""

from collections.abc import Mapping
from typing import Any

from django import forms

from runut.office.acts.forms import ActForm
from runut.office.kantor.sections import SECTIONS
from runut.office.people import entered
from runut.office.people.mailing import PLAIN, STARTTLS, TLS
from runut.office.people.models import Office, OfficeProfile

MOST_KOP_LINES, LONGEST_KOP = 6, 120
_HASH_LENGTH = 64


def judged(rule: entered.Rule) -> Any:
    """A rule as forms ask it: the sentence begins with a capital, and "" is no fault."""

    def check(text: str) -> None:
        fault = rule(text) if text else ""
        if fault:
            raise forms.ValidationError(fault[0].upper() + fault[1:])

    return check


class Line(forms.CharField):
    """One line of text, tidied, and judged by a rule where it has one."""

    def __init__(self, *, rule: entered.Rule | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators.append(
            judged(lambda text: entered.line_fault(text, self.max_length or 300))
        )
        if rule is not None:
            self.validators.append(judged(rule))

    def to_python(self, value: Any) -> str:
        return entered.tidied(super().to_python(value) or "")


class SectionForm(ActForm):
    """A part of what an office tells of itself. ``versi`` says on what it was opened."""

    versi = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, office: Office, profile: OfficeProfile, seen: str, **kwargs: Any
    ) -> None:
        self.office, self.profile = office, profile
        initial = {"versi": seen, **self.shown(office, profile)}
        super().__init__(*args, initial=initial, **kwargs)

    def shown(self, office: Office, profile: OfficeProfile) -> dict[str, Any]:
        """What stands in the fields of an office that is set up so."""
        raise NotImplementedError

    def values(self) -> dict[str, Any]:
        """What the form sets. It must be valid."""
        raise NotImplementedError


class IdentityForm(SectionForm):
    nama = Line(
        label="Nama kantor",
        max_length=200,
        error_messages={"required": "Isi nama kantor, misalnya “Biro Umum”."},
    )
    kode = Line(
        label="Kode kantor",
        max_length=30,
        rule=entered.code_fault,
        help_text="Singkatan di antara garis miring dalam nomor naskah, misalnya ADPIM.",
        error_messages={"required": "Isi kode kantor; kode itu ikut dalam setiap nomor naskah."},
        widget=forms.TextInput(attrs={"class": "short", "autocapitalize": "characters"}),
    )
    kop = forms.CharField(
        label="Baris kop naskah",
        help_text="Satu baris kop pada satu baris, dari pemerintah ke unit.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=MOST_KOP_LINES * (LONGEST_KOP + 1),
        error_messages={"required": "Isi baris kop, sedikitnya nama kantor."},
    )
    alamat = Line(label="Alamat", max_length=300, required=False)
    kota = Line(
        label="Kota",
        max_length=100,
        help_text="Tempat di depan tanggal naskah.",
        error_messages={"required": "Isi kota; kota itu ditulis di depan tanggal naskah."},
    )
    telepon = Line(label="Telepon", max_length=60, required=False, rule=entered.phone_fault)
    surel = Line(label="Surel kantor", max_length=254, required=False, rule=entered.email_fault)
    laman = Line(label="Laman", max_length=120, required=False, rule=entered.site_fault)
    lambang = forms.FileField(
        label="Lambang pada kop",
        required=False,
        help_text="Gambar PNG atau JPG, paling besar 2 MB.",
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg"}),
    )
    tanpa_lambang = forms.BooleanField(label="Hapus lambang yang sekarang", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.new_lambang: str | None = None
        """The hash of the picture that came with the form, once it has been stored."""
        if not self.profile.lambang:
            del self.fields["tanpa_lambang"]

    def shown(self, office: Office, profile: OfficeProfile) -> dict[str, Any]:
        lines = office.kop or [office.nama.upper()]
        return {**facts_of_names(office, profile), "kop": "\n".join(lines), "lambang": None}

    def clean_kop(self) -> list[str]:
        lines = [entered.tidied(line) for line in self.cleaned_data["kop"].splitlines()]
        lines = [line for line in lines if line]
        if len(lines) > MOST_KOP_LINES:
            raise forms.ValidationError(f"Kop paling banyak {MOST_KOP_LINES} baris.")
        for number, line in enumerate(lines, start=1):
            if fault := entered.line_fault(line, LONGEST_KOP):
                raise forms.ValidationError(f"Baris {number} {fault}")
        return lines

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        names = ("nama", "kode", "kop", "alamat", "kota", "telepon", "surel", "laman")
        lambang = "" if given.get("tanpa_lambang") else self.profile.lambang
        return {**{name: given[name] for name in names}, "lambang": self.new_lambang or lambang}


def facts_of_names(office: Office, profile: OfficeProfile) -> dict[str, Any]:
    """The plain texts of the identity."""
    of_office = {name: getattr(office, name) for name in ("nama", "kode", "alamat", "kota")}
    return {**of_office, **{n: getattr(profile, n) for n in ("telepon", "surel", "laman")}}


class AddressForm(SectionForm):
    alamat_publik = Line(
        label="Alamat yang dicetak pada naskah dan kode QR",
        max_length=200,
        required=False,
        rule=entered.public_url_fault,
        help_text="Yang dibuka telepon pegawai dan tamu, misalnya http://192.168.1.10:8000.",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none"}),
    )
    siapa = forms.ChoiceField(label="Siapa dapat membuka Runut", widget=forms.RadioSelect)
    port = forms.IntegerField(
        label="Port",
        min_value=1,
        max_value=entered.HIGHEST_PORT,
        error_messages={"required": "Isi port, biasanya 8000."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        host = self.initial["siapa"]
        choices = {
            "127.0.0.1": "Hanya komputer ini",
            "0.0.0.0": "Semua komputer dan telepon di jaringan kantor",  # noqa: S104 - offered
        }
        choices.setdefault(host, f"Hanya lewat alamat {host}")
        self.fields["siapa"].choices = list(choices.items())  # type: ignore[attr-defined]

    def shown(self, office: Office, profile: OfficeProfile) -> dict[str, Any]:
        host, _, port = (profile.dengar or "127.0.0.1:8000").rpartition(":")
        return {"alamat_publik": profile.alamat_publik, "siapa": host, "port": int(port)}

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "alamat_publik": given["alamat_publik"].rstrip("/"),
            "dengar": f"{given['siapa']}:{given['port']}",
        }


class MailForm(SectionForm):
    host = Line(
        label="Server surel keluar (SMTP)",
        max_length=200,
        required=False,
        rule=entered.host_fault,
        help_text="Misalnya smtp.kantor.go.id. Kosongkan bila kantor tidak mengirim surel.",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none"}),
    )
    port = forms.IntegerField(
        label="Port server surel", min_value=1, max_value=entered.HIGHEST_PORT, required=False
    )
    keamanan = forms.ChoiceField(
        label="Pengamanan",
        choices=[
            (STARTTLS, "STARTTLS (biasanya port 587)"),
            (TLS, "TLS (biasanya port 465)"),
            (PLAIN, "Tanpa pengamanan, hanya di jaringan sendiri (biasanya port 25)"),
        ],
        widget=forms.RadioSelect,
    )
    user = Line(label="Nama pengguna surel", max_length=200, required=False)
    sandi = forms.CharField(
        label="Kata sandi surel",
        max_length=200,
        required=False,
        strip=False,
        help_text="Kosongkan untuk tetap memakai yang tersimpan.",
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    pengirim = Line(
        label="Alamat pengirim", max_length=254, required=False, rule=entered.email_fault
    )

    def shown(self, office: Office, profile: OfficeProfile) -> dict[str, Any]:
        told = profile.surat_elektronik
        usual = {"port": 587, "keamanan": STARTTLS, "pengirim": profile.surel}
        return {**usual, **{name: told[name] for name in told if name != "sandi"}}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("host"):
            if not given.get("port"):
                self.add_error("port", "Isi port server surel, biasanya 587.")
            if not given.get("pengirim"):
                self.add_error("pengirim", "Isi alamat pengirim; penerima membalas ke sana.")
        return given

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        names = ("host", "port", "keamanan", "user", "pengirim")
        told = {name: given[name] for name in names} if given["host"] else {}
        return {"surat_elektronik": told}


class TestMailForm(ActForm):
    kepada = Line(
        label="Kirim surel percobaan ke",
        max_length=254,
        rule=entered.email_fault,
        error_messages={"required": "Isi alamat surel yang akan menerima percobaan."},
    )


class PutOffForm(ActForm):
    """Which step of setting up is left for later, or taken up again (``buka``)."""

    langkah = forms.ChoiceField(choices=[(section.name, section.label) for section in SECTIONS])


def in_words(value: Any) -> str:
    """A value of a section as a reader compares it."""
    match value:
        case Mapping() if value and set(value) <= set("0123456"):
            return "; ".join(_day_in_words(day, value[day]) for day in sorted(value))
        case Mapping():
            return "; ".join(f"{name} {in_words(one)}" for name, one in value.items()) or "–"
        case list() | tuple():
            return " / ".join(in_words(one) for one in value) or "–"
        case str() if len(value) == _HASH_LENGTH:
            return f"gambar {value[:8]}…"
    return str(value) if value not in (None, "") else "–"


def _day_in_words(day: str, times: list[str]) -> str:
    before, after = "–".join(times[:2]), "–".join(times[2:])
    return f"{entered.DAYS[int(day)]} {before}, {after}"
