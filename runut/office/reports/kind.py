"""What a kind of report says of itself; ``register`` lists the kinds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from runut.core.findings import Finding, Refused
from runut.core.report.blocks import Paper
from runut.core.report.lakip.sections import Section
from runut.core.report.lakip.sources import Source
from runut.core.report.proposals import Proposal
from runut.core.report.prose.resolve import Live
from runut.core.sop.model import SOP
from runut.office.acts.sending import Doer
from runut.office.cases.acting import OpenCase
from runut.office.cases.models import Case
from runut.office.trust.append import Act


@dataclass(frozen=True)
class Editable:
    """A report as it leaves to be edited in Word: each section by key with its title and words as
    written, and what the figures that they name said."""

    paper: Paper
    titles: Mapping[str, str]
    words: Mapping[str, str]
    values: Mapping[str, str]


@dataclass(frozen=True)
class ReportKind:
    """One kind of report that a procedure can compose.

    ``name`` is stored with an adopted SOP and its cases. ``why_composed`` answers why an SOP
    composes it, "" if it does not. ``due`` is the legal day for a year's report, ``case_title``
    what its case is called. ``compose`` draws it as it stands, for a day and the address behind its
    code; ``sections`` are those that people may write; ``signers_own`` the keys of those that are
    the signer's own to write. ``sources`` answers what the SOPs that feed it have left: by the SOP
    that composes it, for an office and a year; ``plans`` what a report plans for the next year: for
    what, and the plan; ``ended`` saves what follows when its last step is done, inside that act,
    and answers the lines of the chain. ``board_of`` answers how its sections stand, ``board`` is
    the dotted path of the view that shows it, ``review`` that of what a reviewer reads.
    ``data_authors`` answers who loaded the figures that it is drawn from, ``data_version`` which
    version those are, ``findings_of`` what the checks of its form find to be mended; ``editable``
    draws it for Word, with a heading that says which copy it is; ``live`` the figures that its
    words may name; ``proposals_of`` every sentence that it proposes, decided on or not.
    ``claims_of`` answers which claims of its words the figures deny or nobody can place, also of
    words that are only typed; ``note_claims`` gives them to their writers. ``claim`` is the dotted
    path of the view that shows one, ``summary`` that of what everybody may read of it: its page,
    and its files by their names.
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
    ended: Callable[[OpenCase, Doer], Sequence[Act]]
    board_of: Callable[[Case], Any]
    board: str
    review: str
    data_authors: Callable[[Case], frozenset[str]]
    data_version: Callable[[Case], int | None]
    findings_of: Callable[[Case], tuple[Finding, ...]]
    editable: Callable[[Case, date, str], Editable | Refused]
    live: Callable[[Case], Live]
    proposals_of: Callable[[Case, Mapping[str, str]], tuple[Proposal, ...]]
    claims_of: Callable[..., Any]
    note_claims: Callable[[OpenCase, datetime], None]
    claim: str
    summary: str
