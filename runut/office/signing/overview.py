"""What the page of signing shows: everybody who signs, and whom the office trusts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.x509.oid import NameOID

from runut.core.words.dates import format_date
from runut.office.people.models import Office, Person
from runut.office.signing import keys
from runut.office.signing.choices import PKCS12, SHORT, UJI, Choices
from runut.office.signing.forms import WaysForm
from runut.office.signing.ways import Way, way_of

SOON = timedelta(days=30)


@dataclass(frozen=True)
class SignerRow:
    """How it stands with one signer: ``mark`` is the class of the badge, ``words`` stand in it."""

    person: Person
    field: Any
    words: str
    mark: str
    detail: str


@dataclass(frozen=True)
class AuthorityRow:
    """An authority; ``is_trusted`` or still to be decided; the office's own is not given up."""

    name: str
    digest: str
    last: datetime
    is_trusted: bool
    may_forget: bool

    @property
    def fingerprint(self) -> str:
        """In the groups in which it is read aloud."""
        return " ".join(self.digest[at : at + 8] for at in range(0, 64, 8))


def signer_rows(
    form: WaysForm, signers: list[Person], choices: Choices, at: datetime
) -> list[SignerRow]:
    return [
        SignerRow(person, form.way_field(person), *state_of(way_of(person, at, choices), at))
        for person in signers
    ]


def state_of(way: Way, at: datetime) -> tuple[str, str, str]:
    """The badge of a signer (words and class), and what else there is to say."""
    if not way.name:
        return "Cara belum ditetapkan", "late", ""
    if way.why_not:
        return "Belum dapat", "bad", way.why_he_cannot
    row = way.certificate
    if way.name not in (PKCS12, UJI) or row is None:
        return "Siap", "done", f"Dengan {SHORT[way.name]}."
    end = format_date(row.berakhir.astimezone(row.office.zone).date())
    detail = f"{row.pemilik}, terbitan {row.penerbit}, sampai {end}."
    if row.berakhir - at <= SOON:
        return "Segera berakhir", "late", detail
    return "Siap", "done", detail


def _name_of(authority: x509.Certificate) -> str:
    names = authority.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else authority.subject.rfc4514_string()


def authority_rows(office: Office) -> list[AuthorityRow]:
    trusted, proposed = keys.trusted_authorities(office), keys.proposed_authorities(office)
    return [
        AuthorityRow(
            name=_name_of(certificate),
            digest=digest,
            last=certificate.not_valid_after_utc,
            is_trusted=digest in trusted,
            may_forget=digest not in trusted or keys.may_forget(office, digest),
        )
        for digest, certificate in {**proposed, **trusted}.items()
    ]
