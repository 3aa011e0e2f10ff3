"""What a kind of report says of itself; ``register`` lists the kinds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from runut.core.findings import Finding, Refused
from runut.core.report.blocks import Paper
from runut.core.report.lakip.sections import Section
from runut.core.report.lakip.sources import Source
from runut.core.sop.model import SOP
from runut.office.cases.models import Case


@dataclass(frozen=True)
class ReportKind:
    """One kind of report that a procedure can compose.

    ``name`` is stored with an adopted SOP and its cases. ``why_composed`` answers why an SOP
    composes it, "" if it does not. ``due`` is the legal day for a year's report, ``case_title``
    what its case is called. ``compose`` draws it as it stands, for a day and the address behind
    its code; ``sections`` are those that people may write; ``signers_own`` the keys of those that
    are the signer's own to write. ``sources`` answers what the SOPs that feed it have left: by the
    SOP that composes it, for an office and a year; ``plans`` what a report plans for the next
    year: for what, and the plan. ``board_of`` answers how its sections stand, ``board`` is the
    dotted path of the view that shows it. ``data_authors`` answers who loaded the figures that it
    is drawn from, ``data_version`` which version those are, ``findings_of`` what the checks of its
    form find to be mended.
    """

    name: str
    title: str
    about: str
    why_composed: Callable[[SOP], str]
    due: Callable[[int], date]
    case_title: Callable[[SOP, int], str]
    compose: Callable[[Case, date, str], Paper | Refused]
    sections: Callable[[Case], tuple[Section, ...]]
    signers_own: frozenset[str]
    sources: Callable[[SOP, int, int], tuple[Source, ...]]
    plans: Callable[[Case], tuple[tuple[str, str], ...]]
    board_of: Callable[[Case], Any]
    board: str
    data_authors: Callable[[Case], frozenset[str]]
    data_version: Callable[[Case], int | None]
    findings_of: Callable[[Case], tuple[Finding, ...]]
