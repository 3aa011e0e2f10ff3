"""Every example of a check, and an example worked out: spoilt, checked, mended."""

from dataclasses import dataclass
from typing import Final

from runut.core.findings import Finding
from runut.core.sop.checks.all import check_sop
from runut.core.sop.mending.difference import Change, difference
from runut.core.sop.mending.model import Repair
from runut.core.sop.mending.repairs import repair_of
from runut.core.sop.model import SOP
from tests.sop_mend.catalogue.aliran import EXAMPLES_ALIRAN
from tests.sop_mend.catalogue.clean import CLEAN
from tests.sop_mend.catalogue.identitas import EXAMPLES_IDENTITAS
from tests.sop_mend.catalogue.langkah import EXAMPLES_LANGKAH
from tests.sop_mend.catalogue.model import Example

EXAMPLES: Final[tuple[Example, ...]] = (*EXAMPLES_IDENTITAS, *EXAMPLES_LANGKAH, *EXAMPLES_ALIRAN)


@dataclass(frozen=True)
class Shown:
    """An example worked out: the spoilt SOP, what is found in it, and its repair if there is one.

    ``changes`` are the differences between the clean SOP and the spoilt one.
    """

    example: Example
    sop: SOP
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    repair: Repair | None


def show(example: Example) -> Shown:
    """Spoil the clean SOP as the example says, check it, and look for a repair."""
    sop = example.spoil(CLEAN)
    findings = tuple(found for found in check_sop(sop) if found.kode == example.kode)
    repairs = (repair_of(sop, finding) for finding in findings)
    repair = next((one for one in repairs if one is not None), None)
    return Shown(example, sop, difference(CLEAN, sop), findings, repair)
