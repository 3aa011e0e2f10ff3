"""The flaws of an SOP as its page shows them: the worst first, each with its repair."""

from dataclasses import dataclass

from runut.core.findings import Finding, Level
from runut.core.sop.checks.all import check_sop
from runut.core.sop.mending.model import Repair
from runut.core.sop.mending.repairs import DRAWING, findings_with_repairs
from runut.core.sop.model import SOP
from runut.office.sops.asal_json import findings_from_json
from runut.office.sops.draft import unsure_of
from runut.office.sops.legal import katalog_of
from runut.office.sops.models import SopVersion


@dataclass(frozen=True)
class Flaw:
    """A finding and the repair that takes it away."""

    finding: Finding
    repair: Repair | None = None


@dataclass(frozen=True)
class Flaws:
    """Of the text itself, and of the file when it was read."""

    of_text: tuple[Flaw, ...]
    of_reading: tuple[Finding, ...]

    @property
    def mendable(self) -> list[Flaw]:
        """Those that one click takes away."""
        return [flaw for flaw in self.of_text if flaw.repair]

    @property
    def to_mend(self) -> list[Flaw]:
        """Of these, those that break a rule."""
        return [f for f in self.mendable if f.finding.tingkat is not Level.INFO]

    @property
    def hints(self) -> list[Flaw]:
        """And those that may stay as they are."""
        return [f for f in self.mendable if f.finding.tingkat is Level.INFO]

    @property
    def of_drawing(self) -> list[Flaw]:
        """Those of the drawn form that one click takes away together."""
        return [flaw for flaw in self.mendable if flaw.finding.kode in DRAWING]

    @property
    def to_decide(self) -> list[Flaw]:
        """Those of which only the owner knows what is right."""
        return [f for f in self.of_text if not f.repair and f.finding.tingkat is not Level.INFO]

    @property
    def advice(self) -> list[Flaw]:
        """Those that may stay as they are."""
        return [f for f in self.of_text if not f.repair and f.finding.tingkat is Level.INFO]


def findings_of(version: SopVersion, sop: SOP) -> tuple[Finding, ...]:
    """What the checks say about a text, by the catalogue of its office."""
    return check_sop(sop, katalog_of(version.office_id), unsure_of(version))


def flaws_of(version: SopVersion, sop: SOP) -> Flaws:
    """Everything there is to say about a text; one repair is offered once."""
    offered: set[str] = set()
    found: list[Flaw] = []
    katalog, unsure = katalog_of(version.office_id), unsure_of(version)
    for finding, repair in findings_with_repairs(sop, katalog, unsure):
        is_new = repair is not None and repair.key not in offered
        found.append(Flaw(finding, repair if is_new else None))
        offered |= {repair.key} if repair else set()
    found.sort(key=lambda flaw: -flaw.finding.tingkat.rank)
    return Flaws(tuple(found), findings_from_json(version.temuan))
