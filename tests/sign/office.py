"""An office that signs: its test authority, one signer, and a report to sign. Made once a run."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import typst

from runut.files.signing.certificates import make_authority, make_signer, read_trust
from runut.files.signing.sign import CertificateSigner

SIGNED_AT = datetime(2026, 1, 5, 2, 30, tzinfo=UTC)
NEXT_DAY = datetime(2026, 1, 6, 2, 30, tzinfo=UTC)
PASSPHRASE = "karo-menandatangani"
NAME = "Dr. Siti Rahmawati, S.E., M.Si."
NIP = "197405121999032004"


@dataclass(frozen=True)
class Office:
    trust: tuple[bytes, ...]
    certificate: bytes

    def sign(self, pdf: bytes, at: datetime = SIGNED_AT) -> bytes:
        return CertificateSigner(self.certificate, PASSPHRASE).sign_pdf(
            pdf, reason="Pengesahan LAKIP", location="Pontianak", signer_name=NAME, at=at
        )


def office_at(founded: datetime) -> Office:
    keys = Path(mkdtemp())
    make_authority(keys, "Biro Perekonomian", founded)
    signer = make_signer(keys, NAME, NIP, PASSPHRASE, founded)
    return Office(read_trust(keys), signer.read_bytes())


@cache
def office() -> Office:
    return office_at(SIGNED_AT)


@cache
def other_office_of_the_same_name() -> Office:
    return office_at(SIGNED_AT)


@cache
def report(text: str = "Capaian 95,5%", *standards: str) -> bytes:
    page = f"""#set document(title: "LAKIP 2025", date: datetime(year: 2026, month: 1, day: 5))
#set text(lang: "id")
= LAKIP 2025
{text}
"""
    return typst.compile(page.encode(), format="pdf", pdf_standards=list(standards) or ["1.7"])


@cache
def signed_report() -> bytes:
    return office().sign(report())
