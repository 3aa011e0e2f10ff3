"""Every check of an SOP, in one visible list, in the order of the form."""

from collections.abc import Collection
from typing import Final

from runut.core.findings import Finding
from runut.core.sop.checks.aliran import CHECKS_ALIRAN
from runut.core.sop.checks.bagian import CHECKS_BAGIAN
from runut.core.sop.checks.dasar_hukum import checks_dasar_hukum
from runut.core.sop.checks.data import CHECKS_DATA
from runut.core.sop.checks.identitas import CHECKS_IDENTITAS
from runut.core.sop.checks.istilah import CHECKS_ISTILAH
from runut.core.sop.checks.langkah import CHECKS_LANGKAH
from runut.core.sop.checks.laporan import CHECKS_LAPORAN
from runut.core.sop.checks.model import Check
from runut.core.sop.checks.peraturan import KATALOG, Katalog
from runut.core.sop.checks.rujukan import CHECKS_RUJUKAN
from runut.core.sop.checks.sebab import asked_where_unsure, one_per_cause
from runut.core.sop.checks.soundness import CHECKS_SOUNDNESS
from runut.core.sop.checks.tulisan import CHECKS_TULISAN
from runut.core.sop.checks.waktu import CHECKS_WAKTU
from runut.core.sop.model import SOP


def checks_of(katalog: Katalog) -> tuple[Check, ...]:
    """Every check, with the catalogue of legal bases that an office uses."""
    return (
        *CHECKS_IDENTITAS,
        *CHECKS_BAGIAN,
        *checks_dasar_hukum(katalog),
        *CHECKS_RUJUKAN,
        *CHECKS_ISTILAH,
        *CHECKS_TULISAN,
        *CHECKS_LANGKAH,
        *CHECKS_WAKTU,
        *CHECKS_ALIRAN,
        *CHECKS_DATA,
        *CHECKS_LAPORAN,
        *CHECKS_SOUNDNESS,
    )


CHECKS: Final = checks_of(KATALOG)


def check_sop(
    sop: SOP, katalog: Katalog = KATALOG, unsure: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Every flaw found, one for each cause, identity block first; the flow comes last.

    What rests on a field of ``unsure`` (keys of ``reading.asal.field_key``) is a question.
    """
    return tuple(finding for finding, _ in findings_asked(sop, katalog, unsure))


def findings_asked(
    sop: SOP, katalog: Katalog = KATALOG, unsure: Collection[str] = ()
) -> tuple[tuple[Finding, bool], ...]:
    """The same, each with whether it is only asked because the reading is not sure."""
    checks = CHECKS if katalog is KATALOG else checks_of(katalog)
    found = one_per_cause(finding for check in checks for finding in check(sop))
    return tuple(asked_where_unsure(found, unsure))
