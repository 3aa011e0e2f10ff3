"""The notes of returns: who sent the draft back, why, and what became of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from runut.core.case.events import StepCompleted, StepReturned
from runut.core.report.blocks import Paper
from runut.office.cases.acting import OpenCase
from runut.office.cases.documents import is_drawn, stored_paper
from runut.office.cases.events import events_of
from runut.office.cases.models import Document
from runut.office.people.models import Person, names_by_ref
from runut.office.reports.models import FrozenDraft
from runut.office.reports.pointing import keys_of


@dataclass(frozen=True)
class ReturnNote:
    """A note that went back with the draft. ``answer``: what its writers said to it afterwards,
    ``changed``: the sections that they changed; both empty while it waits."""

    key: str
    no: str
    by: str
    who: str
    at: datetime
    to: str
    words: str
    sha256: str
    is_open: bool = True
    answer: str = ""
    changed: tuple[str, ...] = ()
    section_key: str = ""
    """The section that it points at."""


def notes_of(case: OpenCase) -> tuple[ReturnNote, ...]:
    """Every note of the case, the oldest first, with what the next frozen draft said to it."""
    names = names_by_ref(Person.objects.filter(office_id=case.row.office_id))
    frozen = list(
        FrozenDraft.objects.filter(office_id=case.row.office_id, case=case.row).order_by("pk")
    )
    return tuple(
        note_of(event, names, frozen)
        for event in events_of(case.row)
        if isinstance(event, StepReturned | StepCompleted) and event.notes and event.read_sha256
    )


def open_notes(case: OpenCase) -> tuple[ReturnNote, ...]:
    """The notes that no frozen draft has answered yet, each with the section it points at."""
    found = [note for note in notes_of(case) if note.is_open]
    keys = keys_of(case, [note.words for note in found])
    return tuple(replace(note, section_key=keys.get(note.words, "")) for note in found)


def returned_paper(case: OpenCase) -> Paper | None:
    """The draft that came back last and was not replaced yet; None where none did."""
    notes = open_notes(case)
    rows = Document.objects.filter(
        office_id=case.row.office_id, case=case.row, sha256__in=[note.sha256 for note in notes]
    ).prefetch_related("files")
    document = rows.order_by("-versi").first()
    return stored_paper(document) if document and is_drawn(document) else None


def note_of(
    event: StepReturned | StepCompleted, names: dict[str, str], frozen: list[FrozenDraft]
) -> ReturnNote:
    """One event as a note, with what the next frozen draft said to it."""
    key = f"{event.no}-{event.round}"
    target = event.to if isinstance(event, StepReturned) else ", ".join(o.no for o in event.opens)
    later = next((one for one in frozen if one.dibekukan_pada >= event.at), None)
    return ReturnNote(
        key=key,
        no=event.no,
        by=event.by,
        who=names.get(event.by, "–"),
        at=event.at,
        to=target,
        words=event.notes,
        sha256=event.read_sha256,
        is_open=later is None,
        answer=str(later.jawaban.get(key, "")) if later else "",
        changed=tuple(later.berubah) if later else (),
    )
