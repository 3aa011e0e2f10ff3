"""The row of a case must be what its events tell: each case is replayed."""

from collections.abc import Iterator

from runut.core.case.apply import replay
from runut.core.case.codec import state_from_text, state_to_dict
from runut.core.findings import Finding
from runut.office.cases.cached import stand_ins_of
from runut.office.cases.events import events_of
from runut.office.cases.models import Case
from runut.office.people.models import Office
from runut.office.verification.faults import fault


def verify_cases(office: Office) -> Iterator[Finding]:
    """The cases of an office whose row is not what their history tells."""
    for case in Case.objects.filter(office=office).order_by("pk"):
        yield from _verify_case(case)


def _verify_case(case: Case) -> Iterator[Finding]:
    """The row of a case must be what its events tell."""
    try:
        state = replay(events_of(case))
        told = state_to_dict(state)
    except (ValueError, KeyError, TypeError):
        yield fault("kasus.tidak_terbaca", f"Riwayat “{case.judul}” tidak dapat dibaca ulang.")
        return
    is_called_so = case.judul == (state.judul or case.judul)
    is_due_so = case.batas == (state.due or case.batas)
    rows_agree = is_called_so and is_due_so and stand_ins_of(case) == set(state.delegations)
    if told != _snapshot(case) or told["status"] != case.status or not rows_agree:
        yield fault(
            "kasus.berbeda",
            f"Keadaan “{case.judul}” (nomor {case.pk}) tidak sama dengan riwayatnya.",
        )


def _snapshot(case: Case) -> object:
    """What the row holds, as the rules of today write it: fields that came later are added."""
    try:
        return state_to_dict(state_from_text(case.snapshot))
    except (ValueError, KeyError, TypeError):
        return None
