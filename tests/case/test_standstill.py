"""Where a running case stands still, why, and what leads out; and the guards that keep it going."""

from dataclasses import replace
from datetime import date

from runut.core.case.codec import event_from_dict, event_to_dict, state_from_dict, state_to_dict
from runut.core.case.events import StepAssigned
from runut.core.case.explain import people_who_may
from runut.core.case.model import (
    AssignStep,
    CancelCase,
    ChangeDue,
    ChangeHolders,
    ChangeManager,
    DelegateRole,
    Delegation,
    PauseCase,
    RenameCase,
)
from runut.core.case.standstill import Standstill, Way, Why, standstills
from tests.case.definitions import LAKIP, TOGETHER, definition, step
from tests.case.driving import Driven, kode
from tests.people import ANTON, BUDI, DEWI, HENDRA, JOKO, RINA, ROLES, WATI

TO_EIGHT = ("1 rina", "2 dewi", "3 dewi", "4 rina", "5 budi", "6 budi", "7 rina")
MENDED = definition(
    step("1", "Tim", "2", output="Draft"),
    step("2", "Staf", "3", output="Draft"),
    replace(step("3", "Kabag", back="1"), remade_in=("2",)),
)
"""A draft that a second hand mends before it is checked."""


def found(case: Driven, *gone: str) -> list[tuple[str, str, Why, tuple[Way, ...]]]:
    all_ = standstills(case.definition, case.state, case.clock, frozenset(gone))
    return [(one.no, one.actor, one.why, one.ways) for one in all_]


def at_eight() -> Driven:
    case = Driven(LAKIP)
    case.run(*TO_EIGHT)
    return case


def test_a_case_that_goes_on_stands_nowhere() -> None:
    case = Driven(LAKIP)
    assert found(case) == []
    case.run(*TO_EIGHT)
    assert found(case) == []


def test_a_role_whose_holders_all_left_is_named() -> None:
    case = at_eight()
    ways = (Way.TAMBAH, Way.BATAL)
    assert found(case, HENDRA) == [("8", "Kabag", Why.TIDAK_AKTIF, ways)]
    holders = (HENDRA, JOKO)
    change = ChangeHolders(
        by=RINA, at=case.clock, actor="Kabag", holders=holders, reason="Hendra pindah."
    )
    assert kode(case.ask(change)) == ""
    assert found(case, HENDRA) == []


def test_a_step_assigned_to_one_who_left_is_named() -> None:
    case = Driven(LAKIP, {**ROLES, "Kabag": (HENDRA, JOKO)})
    case.run(*TO_EIGHT)
    case.ask(AssignStep(by=RINA, at=case.clock, no="8", round=1, person=HENDRA))
    assert found(case, HENDRA) == [("8", "Kabag", Why.DITUGASKAN, (Way.ALIHKAN, Way.BATAL))]
    case.ask(AssignStep(by=RINA, at=case.clock, no="8", round=1, person=JOKO))
    assert found(case, HENDRA) == []


def test_work_that_lies_with_a_substitute_who_left_is_named() -> None:
    case = at_eight()
    given = Delegation(
        "Kabag", HENDRA, JOKO, "plh", date(2026, 1, 12), date(2026, 1, 16), "800/12/2026"
    )
    case.ask(DelegateRole(by=RINA, at=case.clock, delegation=given))
    assert found(case) == []
    ways = (Way.PENGGANTI, Way.BATAL)
    assert found(case, JOKO) == [("8", "Kabag", Why.PENGGANTI_TIDAK_AKTIF, ways)]


def test_of_two_substitutes_of_one_holder_it_is_enough_that_one_is_there() -> None:
    case = Driven(LAKIP, {**ROLES, "Kabag": (HENDRA, JOKO)})
    case.run(*TO_EIGHT)
    for substitute in (ANTON, WATI):
        today = case.clock.date()
        given = Delegation("Kabag", HENDRA, substitute, "plh", today, today, "800/1")
        assert kode(case.ask(DelegateRole(by=HENDRA, at=case.clock, delegation=given))) == ""
    case.ask(AssignStep(by=RINA, at=case.clock, no="8", round=1, person=JOKO))
    ways = (Way.ALIHKAN, Way.BATAL)
    assert found(case, JOKO, WATI) == [("8", "Kabag", Why.DITUGASKAN, ways)]
    assert kode(case.ask(AssignStep(by=RINA, at=case.clock, no="8", round=1, person=HENDRA))) == ""
    assert ANTON in people_who_may(LAKIP, case.state, "8", case.clock)
    assert found(case, JOKO, WATI) == []


def test_a_checker_who_alone_holds_the_role_and_wrote_is_named_with_a_way_out() -> None:
    """As a case of old may stand: the guards of today do not let it come to this."""
    case = at_eight()
    made = case.state.step("6")
    spoilt = tuple(replace(out, authors=(*out.authors, HENDRA)) for out in made.outputs)
    steps = {**case.state.steps, "6": replace(made, outputs=spoilt)}
    case.state = replace(case.state, steps=steps)
    assert people_who_may(case.definition, case.state, "8") == ()
    ways = (Way.TAMBAH, Way.BATAL)
    assert found(case) == [("8", "Kabag", Why.KARYA_SENDIRI, ways)]
    change = ChangeHolders(
        by=RINA, at=case.clock, actor="Kabag", holders=(HENDRA, JOKO), reason="Hendra menulis."
    )
    assert kode(case.ask(change)) == ""
    assert found(case) == []
    assert kode(case.complete("8", JOKO)) == ""


def test_a_step_that_can_be_done_but_not_handed_on_is_named_ahead() -> None:
    case = Driven(TOGETHER, {**ROLES, "Karo": (HENDRA, JOKO)})
    case.complete("1", HENDRA)
    roles = {**case.state.roles, "Karo": (HENDRA,)}
    case.state = replace(case.state, roles=roles)
    case.complete("1", BUDI)
    assert kode(case.complete("1", DEWI)) == "tanpa_pemeriksa"
    (one,) = standstills(case.definition, case.state, case.clock)
    assert one == Standstill("1", "Karo", Why.DI_DEPAN, (HENDRA,), (Way.TAMBAH, Way.BATAL), "2")


def test_a_running_case_without_an_open_step_is_named() -> None:
    case = Driven(LAKIP)
    case.state = replace(case.state, steps={})
    assert found(case) == [("", "", Why.TANPA_LANGKAH, (Way.BATAL,))]
    case.ask(CancelCase(by=RINA, at=case.clock, reason="Buntu."))
    assert found(case) == []


def test_a_paused_case_stands_because_somebody_said_so() -> None:
    case = at_eight()
    case.ask(PauseCase(by=RINA, at=case.clock, reason="Libur."))
    assert found(case, HENDRA) == []


def test_who_holds_two_further_roles_confirms_both() -> None:
    """Found by three actors at a step: the second was refused as confirmed, for good."""
    case = Driven(TOGETHER, {**ROLES, "Tim": (HENDRA,), "Kabag": (HENDRA,)})
    assert kode(case.complete("1", HENDRA)) == ""
    assert kode(case.complete("1", HENDRA)) == ""
    assert set(case.state.step("1").confirmed) == {"Tim", "Kabag"}
    assert kode(case.complete("1", HENDRA)) == "sudah_dikonfirmasi"
    case.run("1 dewi")
    assert case.open == {"2"}


def test_the_second_hand_that_mends_a_draft_leaves_somebody_to_check_it() -> None:
    """Found by reading: only the last hand was asked about, and both were makers."""
    case = Driven(MENDED, {**ROLES, "Tim": (BUDI,), "Staf": (DEWI,), "Kabag": (BUDI, DEWI)})
    case.run("1 budi")
    assert kode(case.complete("2", DEWI)) == "tanpa_pemeriksa"
    case.ask(
        ChangeHolders(
            by=RINA, at=case.clock, actor="Kabag", holders=(BUDI, DEWI, JOKO), reason="Tiga."
        )
    )
    case.run("2 dewi")
    assert people_who_may(case.definition, case.state, "3") == (JOKO,)


def test_who_checks_a_copy_leaves_somebody_to_check_his() -> None:
    chain = definition(
        step("1", "Tim", "2", output="Draft"),
        step("2", "Kasubag", "3", output="Draft terkoreksi", back="1"),
        step("3", "Kabag", back="2"),
    )
    case = Driven(chain, {**ROLES, "Kasubag": (RINA, JOKO), "Kabag": (RINA,)})
    case.run("1 budi")
    assert kode(case.complete("2", RINA)) == "tanpa_pemeriksa"
    assert kode(case.complete("2", JOKO)) == ""


def test_the_management_is_handed_on_and_a_right_of_the_office_does_as_much() -> None:
    case = Driven(LAKIP)
    hand_on = ChangeManager(by=WATI, at=case.clock, person=JOKO, reason="Rina pindah.")
    assert kode(case.ask(hand_on)) == "bukan_pelaksana"
    assert kode(case.ask(replace(hand_on, person="", by_right=True))) == "tanpa_pengelola"
    assert kode(case.ask(replace(hand_on, person=RINA, by_right=True))) == "tidak_berubah"
    assert kode(case.ask(replace(hand_on, by_right=True))) == ""
    pause = PauseCase(by=RINA, at=case.clock, reason="Libur.")
    assert kode(case.ask(pause)) == "bukan_pelaksana", "who handed it on has handed it on"
    assert kode(case.ask(replace(pause, by=JOKO))) == ""
    assert case.state.started_by == RINA


def test_a_right_of_the_office_does_no_step_and_checks_nothing() -> None:
    case = at_eight()
    refused = case.complete("8", ANTON)
    assert kode(refused) == "bukan_pelaksana"
    step_8 = case.step("8")
    from runut.core.case.model import CompleteStep, Output  # noqa: PLC0415 - by a keeper

    sha256 = case.state.step("6").outputs[0].sha256
    request = CompleteStep(
        by=WATI, at=case.clock, by_right=True, no="8", round=1, read_sha256=sha256,
        outputs=tuple(Output(name, sha256) for name in step_8.output),
    )  # fmt: skip
    assert kode(case.ask(request)) == "bukan_pelaksana"
    assert kode(case.ask(replace(request, by=BUDI))) == "bukan_pelaksana"


def test_name_and_due_day_are_facts_of_the_case() -> None:
    case = Driven(LAKIP)
    name = RenameCase(by=RINA, at=case.clock, judul=" LAKIP II ", reason="Ulang.")
    assert kode(case.ask(replace(name, by=DEWI))) == "bukan_pelaksana"
    assert kode(case.ask(replace(name, judul=" "))) == "tanpa_nama"
    assert kode(case.ask(replace(name, reason=" "))) == "tanpa_alasan"
    assert kode(case.ask(name)) == ""
    due = ChangeDue(by=RINA, at=case.clock, due=date(2026, 3, 3), reason="Surat baru.")
    assert kode(case.ask(replace(due, due=date(2025, 3, 3)))) == "tanggal_terbalik"
    assert kode(case.ask(due)) == ""
    assert (case.state.judul, case.state.due) == ("LAKIP II", date(2026, 3, 3))


def test_what_was_stored_before_these_facts_is_read_with_none_of_them() -> None:
    case = at_eight()
    state = state_to_dict(case.state)
    for name in ("manager", "judul", "due"):
        del state[name]
    assert state_from_dict(state) == case.state
    assigned = StepAssigned(by=RINA, at=case.clock, no="8", round=1, person=HENDRA)
    stored = event_to_dict(assigned)
    del stored["reason"]
    assert event_from_dict(stored) == assigned
