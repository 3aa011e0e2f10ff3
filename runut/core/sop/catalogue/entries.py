"""Every code that a check of an SOP can give, with an example that raises it."""

from dataclasses import dataclass
from typing import Final

from runut.core.findings import Finding
from runut.core.sop.catalogue.aliran import ENTRIES_ALIRAN
from runut.core.sop.catalogue.contoh import CLEAN
from runut.core.sop.catalogue.identitas import ENTRIES_IDENTITAS
from runut.core.sop.catalogue.langkah import ENTRIES_LANGKAH
from runut.core.sop.catalogue.model import Entry
from runut.core.sop.checks.all import check_sop
from runut.core.sop.mending.difference import Change, difference
from runut.core.sop.mending.model import Repair
from runut.core.sop.mending.repairs import repair_of
from runut.core.sop.model import SOP

ENTRIES: Final[tuple[Entry, ...]] = (*ENTRIES_IDENTITAS, *ENTRIES_LANGKAH, *ENTRIES_ALIRAN)


@dataclass(frozen=True)
class Shown:
    """An entry worked out: the spoilt SOP, what is found in it, and its repair if there is one.

    ``changes`` are the differences between the clean SOP and the spoilt one.
    """

    entry: Entry
    sop: SOP
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    repair: Repair | None


def show(entry: Entry) -> Shown:
    """Spoil the clean SOP as the entry says, check it, and look for a repair."""
    sop = entry.spoil(CLEAN)
    findings = tuple(found for found in check_sop(sop) if found.kode == entry.kode)
    repairs = (repair_of(sop, finding) for finding in findings)
    repair = next((one for one in repairs if one is not None), None)
    return Shown(entry, sop, difference(CLEAN, sop), findings, repair)
