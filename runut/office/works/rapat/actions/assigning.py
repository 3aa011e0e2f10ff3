"""The order to prepare a meeting, and the calling of the meeting itself."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from runut.core.findings import Refused
from runut.core.report.papers.penugasan import Penugasan
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase, StepRef
from runut.office.cases.queries import people_of
from runut.office.people.models import Person
from runut.office.people.naming import jabatan_in, posts_on
from runut.office.trust.append import Act
from runut.office.works.luar.parties import outside_roles
from runut.office.works.penugasan.order import Order, give_order, penugasan
from runut.office.works.rapat.actions.working import line
from runut.office.works.rapat.books import AGENDA, next_line
from runut.office.works.rapat.checklist import first_checklist
from runut.office.works.rapat.facts import MeetingFacts, refuse_facts
from runut.office.works.rapat.models import Invitee, Meeting
from runut.office.works.rapat.occasions import last_meeting, occasion_of, opening_step


def assign(
    ref: StepRef,
    doer: Doer,
    facts: MeetingFacts,
    order: Order,
    *,
    kelengkapan: Sequence[str],
    exit_label: str = "",
) -> Done | Refused:
    """Order somebody to prepare the meeting, call it, and hand him the step that follows."""
    if refused := refuse_facts(facts, doer.at):
        return recall(doer) or refused

    def compose(case: OpenCase, receiver: Person, nomor: str) -> Penugasan:
        hal = f"Persiapan {facts.acara[:1].lower()}{facts.acara[1:]}"
        paper = penugasan(
            case, ref.no, order, (doer.person, receiver), hal, nomor=nomor, at=doer.at
        )
        start = facts.mulai.astimezone(case.row.office.zone)
        return replace(paper, rapat_mulai=start, rapat_tempat=facts.tempat)

    return give_order(
        ref,
        doer,
        order,
        compose,
        kelengkapan=kelengkapan,
        exit_label=exit_label,
        also=lambda now: [call_meeting(now, ref.no, doer, facts, perintah="\n".join(order.tugas))],
    )


def call_meeting(
    case: OpenCase, no: str, doer: Doer, facts: MeetingFacts, *, perintah: str = ""
) -> Act:
    """Call the meeting of a step's occasion, or correct its facts as long as it was not held.

    A meeting that was held stays as it is: the next one is another, with the same people invited.
    """
    last = last_meeting(case, no)
    leader = _leader(case, no, doer.person)
    fields: dict[str, Any] = {**vars(facts), "pimpinan": leader, "perintah": perintah}
    told = {**_plain(facts), "perintah": perintah}
    if last and not last.is_held and not last.is_over:
        Meeting.objects.filter(office_id=last.office_id, pk=last.pk).update(
            version=last.version + 1, **fields
        )
    else:
        tahun, number = next_line(case.row.office, AGENDA, doer.at)
        row = Meeting.objects.create(
            agenda_tahun=tahun,
            agenda_no=number,
            office_id=case.row.office_id,
            case=case.row,
            occasion=occasion_of(case.definition, no),
            ke=last.ke + 1 if last else 1,
            checklist=first_checklist(),
            **fields,
        )
        _invite_everybody(case, row)
        _invite_guests_of(last, row)
        told["agenda"] = f"{number}/{tahun}"
    return line(case, "dipanggil", told)


def _leader(case: OpenCase, no: str, caller: Person) -> Person:
    """Who will lead the meeting: whom the SOP lets open it, the caller himself if he is one of
    them or the SOP says nothing."""
    step = opening_step(case.definition, no)
    holders = case.state.roles.get(step.actors[0], ()) if step else ()
    if not holders or caller.ref in holders:
        return caller
    return Person.objects.get(office_id=case.row.office_id, pk=int(holders[0]))


def _plain(facts: MeetingFacts) -> dict[str, str]:
    return {
        **{name: str(value) for name, value in vars(facts).items()},
        "mulai": facts.mulai.isoformat(),
        "selesai": facts.selesai.isoformat(),
    }


def _invite_everybody(case: OpenCase, meeting: Meeting) -> None:
    """Who has a part in the case; not who only writes for somebody outside."""
    outside = outside_roles(case.row)
    roles = {actor: refs for actor, refs in case.state.roles.items() if actor not in outside}
    within = {ref for refs in roles.values() for ref in refs}
    people = [person for ref, person in people_of(case).items() if ref in within]
    posts = posts_on(case.row.office_id, people, meeting.local(meeting.mulai).date())
    Invitee.objects.bulk_create(
        Invitee(
            office_id=case.row.office_id,
            meeting=meeting,
            urutan=number,
            person=person,
            nama=person.nama,
            nip=person.nip,
            jabatan=jabatan_in(posts.get(person.pk, []), roles),
        )
        for number, person in enumerate(people, start=1)
    )


def _invite_guests_of(before: Meeting | None, meeting: Meeting) -> None:
    """Guests from outside come to the next meeting too, until somebody takes them off the list."""
    if before is None:
        return
    first = meeting.invitees.count() + 1
    guests = before.invitees.filter(office_id=before.office_id, person=None, walk_in=False)
    Invitee.objects.bulk_create(
        Invitee(
            office_id=meeting.office_id,
            meeting=meeting,
            urutan=number,
            nama=one.nama,
            jabatan=one.jabatan,
        )
        for number, one in enumerate(guests.order_by("urutan"), start=first)
    )
