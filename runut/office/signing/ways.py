"""Who signs for a person: the one place that knows certificate files, tokens and services apart."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from runut.core.findings import Refused
from runut.core.words.dates import format_date
from runut.files.asking import Service
from runut.files.signing.appending import Extras
from runut.files.signing.bsre import BsreSigner, Credentials
from runut.files.signing.sign import CertificateSigner, Signer
from runut.files.signing.stamp import Stamp
from runut.files.signing.timestamps import Tsa
from runut.files.signing.token import TokenSigner
from runut.office.people.models import Office, Person
from runut.office.signing import keys
from runut.office.signing.choices import (
    BASAH,
    BSRE,
    PKCS11,
    PKCS12,
    UJI,
    Choices,
    choices_of,
)
from runut.office.signing.models import Certificate
from runut.office.trust.test_certificates import certificates_folder, trusted_by

_OVER = timedelta(seconds=15)
"""What a request may take beyond the service's own time."""


@dataclass(frozen=True)
class Secret:
    """What the signer types when he signs. Never stored, never written into a log."""

    sandi: str = field(repr=False)
    nik: str = field(default="", repr=False)


@dataclass(frozen=True)
class Way:
    """How a person signs now. ``why_not``: why he cannot electronically, "" if he can."""

    name: str
    why_not: str = ""
    certificate: Certificate | None = None
    knows_nik: bool = False

    @property
    def is_electronic(self) -> bool:
        return self.name not in ("", BASAH)

    @property
    def can_sign(self) -> bool:
        return self.is_electronic and not self.why_not

    @property
    def why_he_cannot(self) -> str:
        """The same, said of him to somebody else."""
        said = self.why_not.replace("Saudara belum", "Belum")
        return said.replace("Sertifikat Saudara", "Sertifikatnya")

    @property
    def is_service(self) -> bool:
        return self.name == BSRE

    @property
    def asks_nik(self) -> bool:
        return self.is_service and not self.knows_nik

    @property
    def is_test(self) -> bool:
        return self.name == UJI

    @property
    def secret_label(self) -> str:
        """What the secret is called that this way asks for."""
        return "PIN token" if self.name == PKCS11 else "Frasa sandi"


def way_of(person: Person, at: datetime, choices: Choices | None = None) -> Way:
    """How this person signs, and what is missing for it."""
    choices = choices or choices_of(person.office)
    row = certificate_of(person)
    name = choices.way_of(person) or (_by_certificate(row) if row else "")
    knows_nik = bool(keys.read_secret(person.office, keys.nik_file(person)))
    return Way(name, _why_not(name, person, row, at, choices), row, knows_nik)


def certificate_of(person: Person) -> Certificate | None:
    return Certificate.objects.filter(office_id=person.office_id, person=person).first()


def signer_of(
    person: Person, secret: Secret, at: datetime, stamp: Stamp | None = None
) -> Signer | Refused:
    """Who signs for this person; Refused with what is missing."""
    choices = choices_of(person.office)
    way = way_of(person, at, choices)
    if not way.can_sign:
        return Refused("tanpa_sertifikat", way.why_not or _NOT_ELECTRONIC)
    if way.name == BSRE:
        return _service(person, secret, choices, stamp)
    extras = Extras(_tsa(person.office, choices), stamp)
    if way.name == PKCS11:
        return TokenSigner(choices.token.token, choices.token.label, secret.sandi, extras)
    archive = _archive(person, way.certificate)
    if archive is None:
        return Refused("tanpa_sertifikat", _LOST)
    return CertificateSigner(archive, secret.sandi, extras)


def longest_wait(person: Person) -> timedelta:
    """How long a request to sign may take before it is taken for lost."""
    choices = choices_of(person.office)
    seconds = choices.bsre.batas_detik if choices.way_of(person) == BSRE else 30
    return timedelta(seconds=seconds * 2) + _OVER


def _by_certificate(row: Certificate) -> str:
    return UJI if row.is_uji else PKCS12


def _why_not(
    name: str, person: Person, row: Certificate | None, at: datetime, choices: Choices
) -> str:
    if name in ("", BASAH):
        return ""
    if name == BSRE:
        return "" if choices.bsre.alamat else _NO_SERVICE
    if name == PKCS11:
        return "" if choices.token.label else _NO_TOKEN
    if name == UJI and (row is None or not row.is_uji):
        return "" if _example_file(person) else _NO_TEST
    if row is None or row.is_uji != (name == UJI):
        return _NO_CERTIFICATE
    if row.berakhir < at:
        end = format_date(row.berakhir.astimezone(person.office.zone).date())
        return f"Sertifikat Saudara berakhir {end}. Unggah yang baru."
    return ""


def _example_file(person: Person) -> bytes | None:
    """The test certificate that an example office has from its first day."""
    path = certificates_folder(person.office) / f"{person.nip}.p12"
    return path.read_bytes() if person.nip and path.is_file() else None


def _archive(person: Person, row: Certificate | None) -> bytes | None:
    return keys.read_file(person.office, row.berkas) if row else _example_file(person)


def _tsa(office: Office, choices: Choices) -> Tsa | None:
    if not choices.tsa.alamat:
        return None
    service = Service(choices.tsa.alamat, timeout_s=choices.tsa.batas_detik)
    return Tsa(service, trusted_by(office), choices.tsa.is_b_lt)


def service_of(office: Office, choices: Choices) -> Service:
    """The signing service of the office, with its login."""
    password = keys.read_secret(office, keys.BSRE_PASSWORD)
    bsre = choices.bsre
    return Service(bsre.alamat, bsre.pengguna, password, bsre.batas_detik)


def _service(
    person: Person, secret: Secret, choices: Choices, stamp: Stamp | None
) -> Signer | Refused:
    nik = secret.nik or keys.read_secret(person.office, keys.nik_file(person))
    if not nik:
        return Refused(
            "tanpa_nik", "Isi NIK Saudara: layanan BSrE mengenali penanda tangan dari NIK."
        )
    return BsreSigner(
        service_of(person.office, choices),
        choices.bsre.versi,
        Credentials(nik, secret.sandi),
        stamp,
        choices.bsre.asal,
    )


_NOT_ELECTRONIC = "Kantor ini belum menetapkan tanda tangan elektronik untuk Saudara."
_NO_CERTIFICATE = "Saudara belum mengunggah sertifikat elektronik."
_NO_TEST = "Saudara belum mempunyai sertifikat uji. Buat dahulu; hanya perlu sekali."
_NO_SERVICE = "Alamat layanan BSrE belum diisi pengelola kantor."
_NO_TOKEN = "Nama kunci dalam token belum diisi pengelola kantor."  # noqa: S105 - a sentence
_LOST = "Berkas sertifikat Saudara tidak ditemukan di folder kunci. Unggah sertifikatnya lagi."
