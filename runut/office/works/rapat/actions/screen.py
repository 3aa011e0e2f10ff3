"""The screen of the room: who runs the room has it show a code, or goes without it."""

from collections.abc import Sequence

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, act
from runut.office.people.models import Person
from runut.office.trust.append import Act
from runut.office.works.rapat.actions.working import NO_MEETING, line
from runut.office.works.rapat.kinds import BUKA_RAPAT, KESIAPAN
from runut.office.works.rapat.letters import leader_of
from runut.office.works.rapat.models import Meeting
from runut.office.works.rapat.occasions import meeting_of, occasion_of

NOT_THE_ROOM = Refused(
    "bukan_pelaksana",
    "Layar kehadiran dibuka oleh yang menyiapkan rapat, pimpinan rapat, atau notulis.",
)


def runs_room(case: OpenCase, meeting: Meeting, person: Person) -> bool:
    """Whether the person prepares this meeting, leads it or takes its minutes."""
    if person.pk in (leader_of(meeting).pk, meeting.notulis_id):
        return True
    room = {KESIAPAN.name, BUKA_RAPAT.name}
    return any(
        person.ref in case.state.roles.get(actor, ())
        for step in case.definition.steps
        if step.work in room and occasion_of(case.definition, step.no) == meeting.occasion
        for actor in step.actors
    )


def show_code(case_id: int, no: str, doer: Doer) -> Done | Refused:
    """From now on the screen shows a code, and a telephone needs it to check in."""
    return _switch(case_id, no, doer, is_on=True)


def hide_code(case_id: int, no: str, doer: Doer) -> Done | Refused:
    """Go on without a screen: the address alone lets people check in, as on the printed list."""
    return _switch(case_id, no, doer, is_on=False)


def _switch(case_id: int, no: str, doer: Doer, *, is_on: bool) -> Done | Refused:
    def save(case: OpenCase) -> Sequence[Act] | Refused:
        meeting = meeting_of(case, no)
        if meeting is None:
            return NO_MEETING
        if not runs_room(case, meeting, doer.person):
            return NOT_THE_ROOM
        if (meeting.layar_pada is not None) == is_on:
            return ()
        # not the version of the facts: nobody's open page of them is out of date by this
        Meeting.objects.filter(office_id=meeting.office_id, pk=meeting.pk).update(
            layar_pada=doer.at if is_on else None
        )
        return [line(case, "layar_dibuka" if is_on else "layar_ditutup", {})]

    return act(case_id, doer, (), also=save)
