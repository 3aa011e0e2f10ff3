"""An order within an SOP: to whom, to do what; its paper, and the step that it hands on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from runut.core.case.apply import apply
from runut.core.case.decide import decide
from runut.core.case.events import StepCompleted
from runut.core.case.model import AssignStep, CompleteStep, Output, Request
from runut.core.findings import Refused
from runut.core.report.papers.letter import acted
from runut.core.report.papers.penugasan import Penugasan, compose_penugasan
from runut.core.words.titles import sop_name, title_case
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import OpenCase, StepRef, act, load
from runut.office.cases.documents import Rendered, record, render
from runut.office.cases.numbering import PENUGASAN, numbered, take_number
from runut.office.cases.queries import next_steps, receivers
from runut.office.people.models import Person
from runut.office.people.naming import letterhead, pejabat
from runut.office.trust.append import Act

WILL_BE_DRAWN = "0" * 64
"""Stands for the hash of a paper while the rules are asked whether it may be drawn."""


@dataclass(frozen=True)
class Order:
    """What somebody is told to do. ``lisan_pada``: it was given by mouth at that time."""

    penerima: str
    tugas: tuple[str, ...]
    lisan_pada: datetime | None = None
    tembusan: tuple[str, ...] = ()


Compose = Callable[[OpenCase, Person, str], Penugasan]
"""Makes the paper of an order from the case, its receiver and its number."""
Also = Callable[[OpenCase], Sequence[Act] | Refused]


@numbered
def give_order(
    ref: StepRef,
    doer: Doer,
    order: Order,
    compose: Compose,
    *,
    kelengkapan: Sequence[str],
    exit_label: str = "",
    also: Also | None = None,
) -> Done | Refused:
    """Complete a step with an order, and hand its receiver the step that follows.

    What was said by mouth leaves a paper of itself: the record of the order, with its number.
    ``also`` saves what belongs to the same act.
    """
    if known := recall(doer):
        return known
    case = load(ref.case_id, doer.person.office_id)
    receiver = receivers(case, ref.no).get(order.penerima)
    if receiver is None:
        return Refused(
            "bukan_anggota", "Penerima tugas bukan pelaksana langkah berikutnya. Pilih yang lain."
        )
    asked = completion(
        case, ref, doer, WILL_BE_DRAWN, kelengkapan=kelengkapan, exit_label=exit_label
    )
    answer = decide(case.definition, case.state, asked)
    if isinstance(answer, Refused):
        return answer
    nomor = take_number(case.row.office, PENUGASAN, doer.at)
    nama = "Catatan penugasan" if order.lisan_pada else "Nota dinas penugasan"
    paper = compose_penugasan(compose(case, receiver, nomor))
    drawn = render(
        paper, jenis="penugasan", nama=nama, at=doer.at, nomor=nomor, office=case.row.office
    )
    asked = completion(
        case, ref, doer, drawn.sha256, kelengkapan=kelengkapan, exit_label=exit_label
    )
    return act(
        ref.case_id,
        doer,
        lambda now: _hand_on(now, asked, receiver),
        also=lambda now: _save(now, ref, doer, drawn, also),
    )


def assign(
    ref: StepRef, doer: Doer, order: Order, *, kelengkapan: Sequence[str], exit_label: str = ""
) -> Done | Refused:
    """Order somebody to do the step that follows."""

    def compose(case: OpenCase, receiver: Person, nomor: str) -> Penugasan:
        following = next_steps(case, ref.no)
        hal = following[0].kegiatan.rstrip(". ") if following else case.row.judul
        return penugasan(case, ref.no, order, (doer.person, receiver), hal, nomor=nomor, at=doer.at)

    return give_order(ref, doer, order, compose, kelengkapan=kelengkapan, exit_label=exit_label)


def penugasan(
    case: OpenCase,
    no: str,
    order: Order,
    people: tuple[Person, Person],
    hal: str,
    *,
    nomor: str,
    at: datetime,
) -> Penugasan:
    """The paper of an order. ``people`` are who gives it and who gets it."""
    office = case.row.office
    now = at.astimezone(office.zone)
    step = case.definition.step(no)
    giver, receiver = people
    return Penugasan(
        kop=letterhead(office),
        kota=office.kota,
        tanggal=now.date(),
        dari=pejabat(giver, now.date(), step.actors if step else ()),
        kepada=(pejabat(receiver, now.date()),),
        hal=hal,
        tugas=order.tugas,
        nomor=nomor,
        dasar=f"SOP {title_case(sop_name(case.definition.judul))}",
        tembusan=order.tembusan,
        lisan_pada=order.lisan_pada.astimezone(office.zone) if order.lisan_pada else None,
        bukti=acted(now, now.tzname() or ""),
        zona=now.tzname() or "",
    )


def suggest_tasks(case: OpenCase, no: str) -> str:
    """The steps that the same role does after this one, each on a line."""
    lines: list[str] = []
    following = next_steps(case, no)
    while following and following[0].actors:
        step = following[0]
        lines.append(step.kegiatan)
        same = [s for s in next_steps(case, step.no) if s.actors and s.actors[0] == step.actors[0]]
        following = [s for s in same if s.kegiatan not in lines]
    return "\n".join(lines)


def completion(
    case: OpenCase,
    ref: StepRef,
    doer: Doer,
    sha256: str,
    *,
    kelengkapan: Sequence[str],
    exit_label: str = "",
) -> CompleteStep:
    """The request to complete a step; every output that it names is the paper of ``sha256``."""
    step = case.definition.step(ref.no)
    return CompleteStep(
        by=doer.person.ref,
        at=doer.at,
        on_behalf_of=doer.on_behalf_of,
        no=ref.no,
        round=ref.round,
        outputs=tuple(
            Output(nama=name, sha256=sha256, authors=(doer.person.ref,))
            for name in (step.output if step else ())
        ),
        kelengkapan=tuple(kelengkapan),
        exit=exit_label,
    )


def _save(
    case: OpenCase, ref: StepRef, doer: Doer, drawn: Rendered, also: Also | None
) -> Sequence[Act] | Refused:
    recorded = record(case, ref.no, drawn, doer)
    more = also(case) if also else ()
    return more if isinstance(more, Refused) else [recorded, *more]


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
