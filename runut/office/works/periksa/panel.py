"""The checking panel: what somebody has to know before he puts his mark on a draft."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from runut.core.case.events import StepCompleted, StepReturned
from runut.core.case.rights import has_valid_mark
from runut.core.findings import Finding
from runut.core.report.compare import Change, FigureChange, compare_figures, compare_papers
from runut.core.words.items import join_words
from runut.office import clock
from runut.office.cases.acting import OpenCase
from runut.office.cases.documents import is_drawn, stored_paper
from runut.office.cases.events import events_of
from runut.office.cases.models import Document
from runut.office.cases.text_life import checks_of_text
from runut.office.people.models import Person, names_by_ref
from runut.office.reports.corrections import correction_by
from runut.office.reports.models import FrozenDraft, SectionText
from runut.office.reports.notes import ReturnNote, note_of
from runut.office.reports.register import report_of
from runut.office.reports.signer import block_difference
from runut.office.works.rapat.models import Resolution
from runut.office.works.rapat.queries import UMUM, all_resolutions

BERLAKU, GUGUR, DIKEMBALIKAN = "Berlaku", "Gugur", "Dikembalikan"
_NAMED = 3
Reading = StepCompleted | StepReturned
"""Somebody read a document and answered: a mark, a no, or a return."""


@dataclass(frozen=True)
class MarkRow:
    """A paraf, signature or return: whether it stands, and if not why."""

    who: str
    at: datetime
    no: str
    state: str
    why: str = ""

    @property
    def is_valid(self) -> bool:
        return self.state == BERLAKU


@dataclass(frozen=True)
class DecisionRow:
    """A decision of the meeting and what was done. ``is_changed``: its section differs in the
    drafts since; None where it is about the whole text or nothing can be compared."""

    resolution: Resolution
    is_changed: bool | None


@dataclass(frozen=True)
class Panel:
    """All that stands beside a draft under check. ``changes`` None: files are not compared."""

    before: Document | None
    changes: tuple[Change, ...] | None
    figures: tuple[FigureChange, ...]
    notes: tuple[ReturnNote, ...]
    decisions: tuple[DecisionRow, ...]
    marks: tuple[MarkRow, ...]
    findings: tuple[Finding, ...]
    loaders: tuple[str, ...]
    other_signer: str = ""
    """What the signature block says otherwise than who would sign it today."""


def panel_of(
    case: OpenCase,
    no: str,
    document: Document,
    documents: Sequence[Document],
    person: Person | None,
) -> Panel:
    """The panel of step ``no`` for ``person``; for nobody in particular since the step's last
    mark. ``documents`` are those of the case, the newest last."""
    events = _readings(case)
    names = names_by_ref(Person.objects.filter(office_id=case.row.office_id))
    frozen = list(
        FrozenDraft.objects.filter(office_id=case.row.office_id, case=case.row).order_by("pk")
    )
    before = _looked_at(case, no, events, documents, person)
    changes, figures = _compared(before, document)
    is_report = any(step.no == no for step in checks_of_text(case))
    kind = report_of(case.row) if is_report else None
    return Panel(
        before=before,
        changes=changes,
        figures=figures,
        notes=tuple(note_of(e, names, frozen) for e in events if e.notes),
        decisions=_decisions(case) if kind else (),
        marks=tuple(_marks(case, events, names, frozen, document)),
        findings=kind.findings_of(case.row) if kind else (),
        loaders=tuple(names.get(ref, "–") for ref in kind.data_authors(case.row)) if kind else (),
        other_signer=_other_signer(case, no, document, person),
    )


def _other_signer(case: OpenCase, no: str, document: Document, person: Person | None) -> str:
    step = case.definition.step(no)
    if person is None or step is None or not step.signs or not is_drawn(document):
        return ""
    return block_difference(stored_paper(document), person, clock.now().date(), step.actors[:1])


def _readings(case: OpenCase) -> list[Reading]:
    return [
        event
        for event in events_of(case.row)
        if isinstance(event, StepCompleted | StepReturned) and event.read_sha256
    ]


def _looked_at(
    case: OpenCase,
    no: str,
    events: Sequence[Reading],
    documents: Sequence[Document],
    person: Person | None,
) -> Document | None:
    """The document on which this person answered last, by a mark or a return; None if he never
    did. A ralat is first held against the draft that was signed."""
    mine = [one for one in events if (one.by == person.ref if person else one.no == no)]
    if not mine:
        correction = correction_by(case.row)
        return correction.signed.signs if correction else None
    read = [one for one in documents if one.sha256 == mine[-1].read_sha256]
    return read[-1] if read else None


def _compared(
    before: Document | None, document: Document
) -> tuple[tuple[Change, ...] | None, tuple[FigureChange, ...]]:
    if before is None or before.sha256 == document.sha256:
        return (), ()
    if not (is_drawn(before) and is_drawn(document)):
        return None, ()
    return _differences(_Pair(before, document))


@dataclass(frozen=True)
class _Pair:
    """Two stored papers, known by their hashes: what differs between them never changes."""

    before: Document
    after: Document

    def __hash__(self) -> int:
        return hash((self.before.sha256, self.after.sha256))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Pair) and (
            (self.before.sha256, self.after.sha256) == (other.before.sha256, other.after.sha256)
        )


@lru_cache(maxsize=16)
def _differences(pair: _Pair) -> tuple[tuple[Change, ...], tuple[FigureChange, ...]]:
    old, new = stored_paper(pair.before), stored_paper(pair.after)
    return compare_papers(old, new), compare_figures(old, new)


def _decisions(case: OpenCase) -> tuple[DecisionRow, ...]:
    saved = SectionText.objects.filter(office_id=case.row.office_id, case=case.row)
    times: dict[str, datetime] = {}
    for key, at in saved.order_by("ditulis_pada").values_list("key", "ditulis_pada"):
        times[key] = at
    return tuple(DecisionRow(one, _is_changed(one, times)) for one in all_resolutions(case))


def _is_changed(resolution: Resolution, times: dict[str, datetime]) -> bool | None:
    """Whether the section was written since the meeting; None for the text as a whole."""
    if resolution.section_key == UMUM[0]:
        return None
    at = times.get(resolution.section_key)
    return at is not None and at >= resolution.meeting.mulai


def _marks(
    case: OpenCase,
    events: Iterable[Reading],
    names: dict[str, str],
    frozen: Sequence[FrozenDraft],
    document: Document,
) -> Iterable[MarkRow]:
    for event in events:
        who = names.get(event.by, "–")
        if isinstance(event, StepReturned):
            yield MarkRow(who, event.at, event.no, DIKEMBALIKAN, f"ke langkah {event.to}")
        elif not event.mark:
            yield MarkRow(who, event.at, event.no, "Tanpa paraf", event.exit)
        elif event.read_sha256 == document.sha256 and _stands(case, event):
            yield MarkRow(who, event.at, event.no, BERLAKU)
        else:
            yield MarkRow(who, event.at, event.no, GUGUR, _why_fallen(event, frozen, document))


def _stands(case: OpenCase, event: StepCompleted) -> bool:
    return (
        has_valid_mark(case.state, event.no, event.read_sha256)
        and case.state.step(event.no).round == event.round
    )


def _why_fallen(event: StepCompleted, frozen: Sequence[FrozenDraft], document: Document) -> str:
    if event.read_sha256 == document.sha256:
        return "karena langkah ini dibuka lagi"
    later = [one for one in frozen if one.dibekukan_pada > event.at]
    sections = list(dict.fromkeys(name for one in later for name in one.berubah))
    if not sections:
        return "karena naskah disusun lagi"
    more = f" dan {len(sections) - _NAMED} bagian lain" if len(sections) > _NAMED else ""
    return f"karena naskah berubah pada {join_words(sections[:_NAMED])}{more}"
