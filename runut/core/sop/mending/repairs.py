"""The repairs an SOP can have, and taking them: each a proposal for one finding of the checks."""

from collections.abc import Collection, Mapping, Set
from typing import Final

from runut.core.findings import Finding, Refused
from runut.core.sop.checks.all import findings_asked
from runut.core.sop.checks.peraturan import KATALOG, Katalog
from runut.core.sop.mending.identity import MENDERS_IDENTITY
from runut.core.sop.mending.legal import legal_menders
from runut.core.sop.mending.model import Mender, Repair, key_of_finding
from runut.core.sop.mending.path import MENDERS_PATH
from runut.core.sop.mending.standard import MENDERS_STANDARD
from runut.core.sop.mending.wording import MENDERS_WORDING
from runut.core.sop.model import SOP


def menders_of(katalog: Katalog) -> Mapping[str, Mender]:
    """What mends a finding, by its code, with the catalogue of legal bases of an office."""
    return {
        **MENDERS_IDENTITY,
        **legal_menders(katalog),
        **MENDERS_WORDING,
        **MENDERS_PATH,
        **MENDERS_STANDARD,
    }


MENDERS: Final = menders_of(KATALOG)


def findings_with_repairs(
    sop: SOP, katalog: Katalog = KATALOG, unsure: Collection[str] = ()
) -> tuple[tuple[Finding, Repair | None], ...]:
    """Every finding, with its repair where it has one; two findings may share one repair.

    What is only asked, because it rests on an ``unsure`` field, is not mended before it is sure.
    """
    return tuple(
        (finding, None if is_asked else repair_of(sop, finding, katalog))
        for finding, is_asked in findings_asked(sop, katalog, unsure)
    )


def repair_of(sop: SOP, finding: Finding, katalog: Katalog = KATALOG) -> Repair | None:
    """The repair of one finding; ``None`` where a person has to say what is right."""
    menders = MENDERS if katalog is KATALOG else menders_of(katalog)
    mender = menders.get(finding.kode)
    mended = mender(sop, finding) if mender else None
    if mended is None or mended.sop == sop:
        return None
    return Repair(finding.kode, finding.letak, finding.tentang, mended.pesan, mended.sop)


def apply_repair(
    sop: SOP, key: str, katalog: Katalog = KATALOG, unsure: Collection[str] = ()
) -> SOP | Refused:
    """The SOP with one repair taken, by its key; refused where the SOP no longer has that flaw."""
    for finding, is_asked in findings_asked(sop, katalog, unsure):
        if is_asked or key_of_finding(finding) != key:
            continue
        if repair := repair_of(sop, finding, katalog):
            return repair.hasil
    return Refused(
        "sudah_berubah",
        "Perbaikan itu tidak berlaku lagi, karena SOP ini sudah berubah. Muat ulang halaman.",
    )


DRAWING: Final = frozenset(("simbol.kapsul-hilang", "aliran.tanpa-jalan-kembali"))
"""Codes of what the drawn form lacks: its capsules, and the ways back of its checks."""


def apply_all(
    sop: SOP,
    katalog: Katalog = KATALOG,
    only: Set[str] = frozenset(),
    unsure: Collection[str] = (),
) -> SOP:
    """The SOP with every repair taken, also those that become possible by another one.

    ``only``: the codes of the findings to be mended, all where none is named.

    No repair is taken twice, so that it ends even where two rules should contradict each other.
    """
    taken: set[str] = set()
    while True:
        asked = findings_asked(sop, katalog, unsure)
        findings = (finding for finding, is_asked in asked if not is_asked)
        chosen = (found for found in findings if not only or found.kode in only)
        fresh = (found for found in chosen if key_of_finding(found) not in taken)
        repairs = (repair_of(sop, finding, katalog) for finding in fresh)
        first = next((repair for repair in repairs if repair is not None), None)
        if first is None:
            return sop
        taken.add(first.key)
        sop = first.hasil
