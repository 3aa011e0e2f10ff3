"""All kinds of report."""

from collections.abc import Sequence
from typing import Final

from runut.core.sop.model import SOP
from runut.office.acts.sending import Doer
from runut.office.cases.acting import OpenCase
from runut.office.cases.models import Case
from runut.office.reports.kind import ReportKind
from runut.office.reports.lakip.kind import LAKIP
from runut.office.trust.append import Act

REPORT_KINDS: Final[tuple[ReportKind, ...]] = (LAKIP,)


def report_named(name: str) -> ReportKind | None:
    """The kind of that name; None for "" and for a name that this version does not know."""
    return next((kind for kind in REPORT_KINDS if kind.name == name), None)


def report_of(case: Case) -> ReportKind | None:
    """The kind of report that a case composes, None if it composes none."""
    return report_named(case.laporan)


def propose_report(sop: SOP) -> tuple[str, str]:
    """The kind of report that an SOP composes and why; two empty words if it composes none."""
    found = ((kind.name, kind.why_composed(sop)) for kind in REPORT_KINDS)
    return next(((name, reason) for name, reason in found if reason), ("", ""))


def case_ended(case: OpenCase, doer: Doer) -> Sequence[Act]:
    """What follows from a report that has gone through its last step, inside that act."""
    kind = report_of(case.row)
    return kind.ended(case, doer) if kind else ()
