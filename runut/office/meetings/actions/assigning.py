"""The order to prepare a meeting: a numbered paper, the meeting itself, the next step assigned."""

from collections.abc import Sequence
from typing import Any

from runut.core.case.apply import apply
from runut.core.case.decide import decide
from runut.core.case.model import AssignStep, CompleteStep, Request, StepCompleted
from runut.core.findings import Refused
from runut.core.report.papers.penugasan import compose_penugasan
from runut.office.cases.acting import OpenCase, StepRef, act, load
from runut.office.cases.documents import Rendered, record, render
from runut.office.cases.sending import Doer, Done, recall
from runut.office.meetings.actions.working import WILL_BE_DRAWN, completion, is_completed, line
from runut.office.meetings.checklist import first_checklist
from runut.office.meetings.facts import MeetingFacts, refuse_facts
from runut.office.meetings.models import Invitee, Meeting
from runut.office.meetings.numbering import PENUGASAN, take_number
from runut.office.meetings.papers import Order, penugasan
from runut.office.meetings.queries import (
    jabatan_in,
    meeting_of,
    people_of,
    posts_on,
    receivers,
)
from runut.office.people.models import Person
from runut.office.trust.append import Act


def assign(
    ref: StepRef,
    doer: Doer,
    facts: MeetingFacts,
    order: Order,
    *,
    kelengkapan: Sequence[str],
) -> Done | Refused:
    """Order somebody to prepare the meeting, and hand him the step that follows.

    What was said by mouth leaves a paper of itself: the record of the order, with its number.
    """
    if known := recall(doer):
        return known
    case = load(ref.case_id, doer.person.office_id)
    receiver = receivers(case, ref.no).get(order.penerima)
    if receiver is None:
        return Refused(
            "bukan_anggota", "Penerima tugas bukan pelaksana langkah berikutnya. Pilih yang lain."
        )
    if refused := refuse_facts(facts, doer.at):
        return refused
    asked = completion(case, ref, doer, kelengkapan, WILL_BE_DRAWN)
    answer = decide(case.definition, case.state, asked)
    if isinstance(answer, Refused):
        return answer
    if not is_completed(answer):
        return act(ref.case_id, doer, [asked])
    paper = _draw(case, ref, doer, facts, order, receiver=receiver)
    asked = completion(case, ref, doer, kelengkapan, paper.sha256)
    return act(
        ref.case_id,
        doer,
        lambda now: _hand_on(now, asked, receiver),
        also=lambda now: [
            record(now, ref.no, paper, doer),
            call_meeting(now, doer, facts, perintah="\n".join(order.tugas)),
        ],
    )


def call_meeting(case: OpenCase, doer: Doer, facts: MeetingFacts, *, perintah: str = "") -> Act:
    """Make the meeting of a case with everybody of the case invited, or correct its facts."""
    known = meeting_of(case)
    fields: dict[str, Any] = {**vars(facts), "pimpinan": doer.person, "perintah": perintah}
    if known:
        if known.ditutup_pada:
            fields |= _begin_again(known)
        Meeting.objects.filter(office_id=known.office_id, pk=known.pk).update(
            version=known.version + 1, **fields
        )
    else:
        row = Meeting.objects.create(
            office_id=case.row.office_id, case=case.row, checklist=first_checklist(), **fields
        )
        _invite_everybody(case, row)
    return line(case, "dipanggil", {**_plain(facts), "perintah": perintah})


def _begin_again(meeting: Meeting) -> dict[str, Any]:
    """The case came back and holds another meeting; the papers of the first one stay."""
    Invitee.objects.filter(office_id=meeting.office_id, meeting=meeting).update(
        sent_by="", sent_at=None, attended_at=None, attended_by=""
    )
    return {
        "nomor": "",
        "composed_from": {},
        "checklist": first_checklist(),
        "notulis": None,
        "dibuka_pada": None,
        "ditutup_pada": None,
        "pembahasan": "",
    }


def _plain(facts: MeetingFacts) -> dict[str, str]:
    return {
        **{name: str(value) for name, value in vars(facts).items()},
        "mulai": facts.mulai.isoformat(),
        "selesai": facts.selesai.isoformat(),
    }


def _invite_everybody(case: OpenCase, meeting: Meeting) -> None:
    people = list(people_of(case).values())
    posts = posts_on(case.row.office_id, people, meeting.local(meeting.mulai).date())
    Invitee.objects.bulk_create(
        Invitee(
            office_id=case.row.office_id,
            meeting=meeting,
            urutan=number,
            person=person,
            nama=person.nama,
            nip=person.nip,
            jabatan=jabatan_in(posts.get(person.pk, []), case.state.roles),
        )
        for number, person in enumerate(people, start=1)
    )


def _draw(
    case: OpenCase,
    ref: StepRef,
    doer: Doer,
    facts: MeetingFacts,
    order: Order,
    *,
    receiver: Person,
) -> Rendered:
    nomor = take_number(case.row.office, PENUGASAN, doer.at)
    people = (doer.person, receiver)
    paper = compose_penugasan(
        penugasan(case, ref.no, facts, order, people, nomor=nomor, at=doer.at)
    )
    nama = "Catatan penugasan" if order.lisan_pada else "Nota dinas penugasan"
    return render(paper, jenis="penugasan", nama=nama, at=doer.at, nomor=nomor)


def _hand_on(case: OpenCase, asked: CompleteStep, receiver: Person) -> Sequence[Request] | Refused:
    """Complete the step, and assign what opens by it where the rules let the doer assign it."""
    answer = decide(case.definition, case.state, asked)
    if isinstance(answer, Refused):
        return answer
    state = case.state
    for event in answer:
        state = apply(state, event)
    opened = [o for event in answer if isinstance(event, StepCompleted) for o in event.opens]
    assigns = [
        AssignStep(
            by=asked.by,
            at=asked.at,
            on_behalf_of=asked.on_behalf_of,
            no=one.no,
            round=one.round,
            person=receiver.ref,
        )
        for one in opened
    ]
    allowed = [
        one for one in assigns if not isinstance(decide(case.definition, state, one), Refused)
    ]
    return [asked, *allowed]
