"""The acts of who manages a case, each with its reason and its line in the history."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from runut.core.case.model import (
    AssignStep,
    CancelCase,
    CaseStatus,
    ChangeDue,
    ChangeHolders,
    ChangeManager,
    PauseCase,
    RenameCase,
    Request,
    ResumeCase,
)
from runut.core.case.rights import manager_of
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import OpenCase, StepRef, act
from runut.office.people.models import Grant, Person, Right


def may_keep_cases(person: Person) -> bool:
    """Whether the office lets the person manage its cases, also those that others started."""
    rights = [Right.KANTOR, Right.START]
    held = Grant.objects.filter(office_id=person.office_id, person=person, right__in=rights)
    return held.exists()


def may_manage(case: OpenCase, person: Person) -> bool:
    return manager_of(case.state) == person.ref or may_keep_cases(person)


def hand_step(ref: StepRef, doer: Doer, person: Person, alasan: str) -> Done | Refused:
    """Give an open step to another holder of its role."""
    request = AssignStep(**_by(doer), no=ref.no, round=ref.round, person=person.ref, reason=alasan)
    return act(ref.case_id, doer, [request])


def change_holders(
    case_id: int, doer: Doer, actor: str, holders: Sequence[Person], alasan: str
) -> Done | Refused:
    """Say who plays a role from now on."""
    refs = tuple(person.ref for person in holders)
    return _do(case_id, doer, ChangeHolders(**_by(doer), actor=actor, holders=refs, reason=alasan))


def hand_on(case_id: int, doer: Doer, person: Person, alasan: str) -> Done | Refused:
    """Let somebody else manage the case."""
    return _do(case_id, doer, ChangeManager(**_by(doer), person=person.ref, reason=alasan))


def pause_or_resume(case_id: int, doer: Doer, alasan: str) -> Done | Refused:
    """Pause a running case; let a paused one go on."""

    def asked(case: OpenCase) -> list[Request]:
        is_paused = case.state.status is CaseStatus.DITUNDA
        kind = ResumeCase if is_paused else PauseCase
        return [kind(**_by(doer), reason=alasan)]

    return act(case_id, doer, asked)


def cancel(case_id: int, doer: Doer, alasan: str) -> Done | Refused:
    return _do(case_id, doer, CancelCase(**_by(doer), reason=alasan))


def rename(case_id: int, doer: Doer, judul: str, alasan: str) -> Done | Refused:
    return _do(case_id, doer, RenameCase(**_by(doer), judul=judul, reason=alasan))


def change_due(case_id: int, doer: Doer, batas: date, alasan: str) -> Done | Refused:
    return _do(case_id, doer, ChangeDue(**_by(doer), due=batas, reason=alasan))


def _do(case_id: int, doer: Doer, request: Request) -> Done | Refused:
    return act(case_id, doer, [request])


def _by(doer: Doer) -> dict[str, Any]:
    return {
        "by": doer.person.ref,
        "at": doer.at,
        "on_behalf_of": doer.on_behalf_of,
        "by_right": may_keep_cases(doer.person),
    }
