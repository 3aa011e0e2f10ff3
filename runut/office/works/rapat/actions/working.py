"""What every act on a meeting does: within an open step, or at its end with a paper left behind."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from runut.core.case.decide import decide
from runut.core.case.events import Event, StepCompleted
from runut.core.case.model import StartStep
from runut.core.case.plan import deadline_of
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase, StepRef, act, case_subject, load
from runut.office.cases.documents import Rendered, record
from runut.office.cases.models import Task
from runut.office.people.calendars import calendar_of
from runut.office.people.models import Person
from runut.office.trust.append import Act
from runut.office.works.penugasan.order import WILL_BE_DRAWN, completion
from runut.office.works.rapat.kinds import HELD, RECORDED
from runut.office.works.rapat.models import Meeting
from runut.office.works.rapat.occasions import meeting_of, occasion_of
from runut.office.works.rapat.queries import is_note_taker, resolutions_of

Save = Callable[[OpenCase, Meeting], Sequence[Act] | Refused]
Draw = Callable[[OpenCase, Meeting], Sequence[Rendered] | Refused]
"""Draws the papers of a step; the first is what the step leaves behind."""

CHANGED = Refused(
    "sudah_berubah",
    "Data rapat baru saja disimpan orang lain. Bandingkan isinya pada halaman ini, lalu kirim "
    "lagi bila isian Saudara yang benar.",
)
NO_MEETING = Refused("rapat_kosong", "Fakta rapat belum diisi. Isi hari, jam dan tempatnya dahulu.")


def start_request(ref: StepRef, doer: Doer) -> StartStep:
    """Whoever may begin a step may work on it; the first to do so is noted."""
    return StartStep(
        by=doer.person.ref,
        at=doer.at,
        on_behalf_of=doer.on_behalf_of,
        no=ref.no,
        round=ref.round,
    )


def refuse_work(case: OpenCase, ref: StepRef, doer: Doer) -> Refused | None:
    """Why the doer may not work on this step in this round now."""
    answer = decide(case.definition, case.state, start_request(ref, doer))
    return answer if isinstance(answer, Refused) else None


def work_on(ref: StepRef, doer: Doer, save: Save) -> Done | Refused:
    """An act within an open step, by those who may do the step."""
    return act(ref.case_id, doer, [start_request(ref, doer)], also=with_meeting(ref, save))


def write_on(ref: StepRef, doer: Doer, save: Save) -> Done | Refused:
    """An act within an open step, by those who may do the step and by the note-taker."""

    def requests(case: OpenCase) -> Sequence[StartStep] | Refused:
        if is_writer(case, ref, doer.person):
            return ()
        return [start_request(ref, doer)]

    return act(ref.case_id, doer, requests, also=with_meeting(ref, save))


def is_writer(case: OpenCase, ref: StepRef, person: Person) -> bool:
    """Whether the person takes the minutes of this step in this round."""
    is_this_round = case.state.step(ref.no).round == ref.round
    return is_this_round and is_note_taker(case, ref.no, meeting_of(case, ref.no), person)


def with_meeting(ref: StepRef, save: Save) -> Callable[[OpenCase], Sequence[Act] | Refused]:
    """Give the meeting of the step to ``save``; refuse where nobody called one yet."""

    def also(case: OpenCase) -> Sequence[Act] | Refused:
        meeting = meeting_of(case, ref.no)
        return NO_MEETING if meeting is None else save(case, meeting)

    return also


def _wait_for_meeting(done: str, case: OpenCase) -> None:
    """What opens or records a meeting cannot be done before it is held: its time runs from the
    hour to which people were called. ``done``: the step that was completed before it."""
    meeting = meeting_of(case, done)
    if meeting is None:
        return
    after = {kind.name for kind in (*HELD, *RECORDED)}
    for no in case.state.open_steps:
        step = case.definition.step(no)
        if step is None or step.work not in after:
            continue
        if occasion_of(case.definition, no) != meeting.occasion:
            continue
        begin = meeting.local(meeting.mulai)
        due = deadline_of(calendar_of(case.row.office), begin, step.waktu_menit)
        tasks = Task.objects.filter(office_id=case.row.office_id, case=case.row, no=no)
        tasks.filter(batas__lt=due, dibuka_pada__lt=begin).update(batas=due)


def complete_with_papers(
    ref: StepRef,
    doer: Doer,
    draw: Draw,
    *,
    kelengkapan: Sequence[str],
    save: Save,
    exit_label: str = "",
) -> Done | Refused:
    """Complete a step by leaving papers behind.

    They are drawn before the transaction, and only if the rules would let the act pass: no number
    of the agenda book is spent on an act that is refused. Where the doer is not the leading actor
    he only confirms his part, and the papers wait for the leading one.
    """
    if known := recall(doer):
        return known
    case = load(ref.case_id, doer.person.office_id)
    meeting = meeting_of(case, ref.no)
    if meeting is None:
        return NO_MEETING
    asked = completion(
        case, ref, doer, WILL_BE_DRAWN, kelengkapan=kelengkapan, exit_label=exit_label
    )
    answer = decide(case.definition, case.state, asked)
    if isinstance(answer, Refused):
        return answer
    if not is_completed(answer):
        return act(ref.case_id, doer, [asked])
    drawn_from = _stamp(meeting)
    papers = draw(case, meeting)
    if isinstance(papers, Refused):
        return papers
    drawn = list(papers)
    asked = completion(
        case, ref, doer, drawn[0].sha256, kelengkapan=kelengkapan, exit_label=exit_label
    )

    def save_all(now: OpenCase, meeting_now: Meeting) -> Sequence[Act] | Refused:
        if _stamp(meeting_now) != drawn_from:
            return CHANGED
        more = save(now, meeting_now)
        if isinstance(more, Refused):
            return more
        return [*(record(now, ref.no, paper, doer) for paper in drawn), *more]

    also = with_meeting(ref, save_all)
    return act(ref.case_id, doer, [asked], also=also, then=partial(_wait_for_meeting, ref.no))


def _stamp(meeting: Meeting) -> tuple[object, ...]:
    """What a paper was drawn from: it must still be so when the paper is recorded."""
    return (meeting.version, tuple(resolutions_of(meeting).values_list("pk", "version")))


def is_completed(events: Sequence[Event]) -> bool:
    """Whether the step is really done by this, not only confirmed by one of several actors."""
    return any(isinstance(event, StepCompleted) for event in events)


def change_meeting(meeting: Meeting, version: int, **fields: Any) -> Refused | None:
    """Save ``fields`` if nobody saved the meeting since ``version`` was read."""
    count = Meeting.objects.filter(
        office_id=meeting.office_id, pk=meeting.pk, version=version
    ).update(version=version + 1, **fields)
    return None if count == 1 else CHANGED


def line(case: OpenCase, kind: str, facts: dict[str, Any]) -> Act:
    """A line of the audit chain about the meeting of a case."""
    return Act(f"rapat.{kind}", case_subject(case.row.pk), facts)
