"""What the tests of mending look at: all that can be mended in an SOP."""

from runut.core.sop.checks.peraturan import KATALOG, Katalog
from runut.core.sop.mending.model import Repair
from runut.core.sop.mending.repairs import findings_with_repairs
from runut.core.sop.model import SOP


def repairs_of(sop: SOP, katalog: Katalog = KATALOG) -> tuple[Repair, ...]:
    """What can be mended with one click, in the order of the findings; one repair a key."""
    found: dict[str, Repair] = {}
    for _, repair in findings_with_repairs(sop, katalog):
        if repair is not None:
            found.setdefault(repair.key, repair)
    return tuple(found.values())
