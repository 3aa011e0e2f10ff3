"""Which meeting a step is about: an SOP may hold several, and each may be held again."""

from runut.core.case.model import Definition, Step
from runut.office.cases.acting import OpenCase, definition_for, state_of
from runut.office.works.rapat.kinds import BEFORE, HELD, RECORDED
from runut.office.works.rapat.models import Meeting

_PART = {kind.name: part for part, kinds in enumerate((BEFORE, HELD, RECORDED)) for kind in kinds}
_BEFORE, _HELD, _RECORDED = range(3)


def occasion_of(definition: Definition, no: str) -> str:
    """The first step of the occasion that step ``no`` belongs to; "" if it belongs to none.

    An occasion is what prepares, holds and records one meeting, down the form; what prepares
    after a meeting was held, or follows its record, is for the next one.
    """
    first, last = "", None
    for step in definition.steps:
        part = _PART.get(step.work)
        if part is not None:
            if last is None or last == _RECORDED or (last == _HELD and part != _RECORDED):
                first = step.no
            last = part
        if step.no == no:
            return first if part is not None else ""
    return ""


def opening_step(definition: Definition, no: str) -> Step | None:
    """The step of the same occasion that opens the meeting; None where the SOP has none."""
    occasion = occasion_of(definition, no)
    opening = {kind.name for kind in HELD}
    for step in definition.steps:
        if step.work in opening and occasion_of(definition, step.no) == occasion:
            return step
    return None


def leading_roles(meeting: Meeting) -> tuple[str, ...]:
    """By which role of the SOP a meeting is led: who leads it as a substitute is named by that
    post (Plh., Plt.), not by his own."""
    row = meeting.case
    definition = definition_for(row.sop_version, state_of(row).works)
    step = opening_step(definition, meeting.occasion)
    return step.actors[:1] if step else ()


def meeting_of(case: OpenCase, no: str) -> Meeting | None:
    """The meeting that a step is about now; None as long as nobody called one, and again when
    it was called off, or the work came back after it had ended: then another one is called."""
    last = last_meeting(case, no)
    return None if last is None or last.is_over else last


def last_meeting(case: OpenCase, no: str) -> Meeting | None:
    """The meeting of the step's occasion that was called last, whether it has ended or not."""
    return (
        Meeting.objects.filter(
            office_id=case.row.office_id,
            case=case.row,
            occasion=occasion_of(case.definition, no),
        )
        .select_related("office", "pimpinan", "notulis")
        .order_by("-ke")
        .first()
    )
