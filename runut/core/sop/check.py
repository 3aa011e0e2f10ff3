"""Every check of an SOP, in one visible list, in the order of the form."""

from typing import Final

from runut.core.findings import Finding
from runut.core.sop.check_aliran import CHECKS_ALIRAN
from runut.core.sop.check_identitas import CHECKS_IDENTITAS
from runut.core.sop.check_istilah import CHECKS_ISTILAH
from runut.core.sop.check_langkah import CHECKS_LANGKAH
from runut.core.sop.check_laporan import CHECKS_LAPORAN
from runut.core.sop.check_model import Check
from runut.core.sop.check_rujukan import CHECKS_RUJUKAN
from runut.core.sop.flow import check_soundness
from runut.core.sop.model import SOP

CHECKS: Final[tuple[Check, ...]] = (
    *CHECKS_IDENTITAS,
    *CHECKS_RUJUKAN,
    *CHECKS_ISTILAH,
    *CHECKS_LANGKAH,
    *CHECKS_ALIRAN,
    *CHECKS_LAPORAN,
)


def check_sop(sop: SOP) -> tuple[Finding, ...]:
    """Every flaw found, identity block first; the soundness of the flow comes last."""
    found = [finding for check in CHECKS for finding in check(sop)]
    return (*found, *check_soundness(sop))
