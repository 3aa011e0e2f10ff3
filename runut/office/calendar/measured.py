"""How long the steps of an SOP really took before: from its finished and running cases."""

from runut.core.calendar.standard_time import standard_minutes_between
from runut.core.case.model import CaseState, StepStatus
from runut.office.cases.acting import OpenCase, definition_for, state_of
from runut.office.cases.models import Case
from runut.office.people.calendars import calendar_of

MOST_CASES = 30
"""The newest cases of an SOP tell enough, and reading them stays quick."""


def measured_times(case: OpenCase) -> dict[str, tuple[int, ...]]:
    """Measured times by step of ``case``, from other cases of the same SOP.

    A step of another revision counts where it says the same thing in the same words. What a case
    counts is its last round of a step.
    """
    row = case.row
    others = (
        Case.objects.filter(
            office_id=row.office_id, sop_version__sop__versions__pk=row.sop_version_id
        )
        .exclude(pk=row.pk)
        .exclude(status="dibatalkan")
        .select_related("sop_version", "office")
        .order_by("-mulai_pada", "-pk")[:MOST_CASES]
    )
    times: dict[str, list[int]] = {}
    for other in others:
        for kegiatan, menit in _times(other):
            times.setdefault(kegiatan, []).append(menit)
    return {
        step.no: tuple(times[step.kegiatan])
        for step in case.definition.steps
        if step.kegiatan in times
    }


def _times(row: Case) -> list[tuple[str, int]]:
    state: CaseState = state_of(row)
    calendar, zone = calendar_of(row.office), row.office.zone
    definition = definition_for(row.sop_version, state.works)
    found = []
    for step in definition.steps:
        one = state.step(step.no)
        if one.status is StepStatus.SELESAI and one.opened_at and one.done_at:
            begun, done = one.opened_at.astimezone(zone), one.done_at.astimezone(zone)
            found.append((step.kegiatan, standard_minutes_between(calendar, begun, done)))
    return found
