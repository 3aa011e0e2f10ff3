import pytest

from runut.core.case.decide import decide
from runut.core.case.model import CaseState, CompleteStep, Request, StartCase
from runut.core.findings import Refused
from runut.core.sop.model import Bentuk
from tests.case.definitions import LAKIP, PARALLEL_CHECK, definition, step
from tests.case.driving import START, Driven, kode
from tests.people import DEWI, RINA, ROLES


def test_the_first_step_opens_for_its_role_in_round_one() -> None:
    case = Driven(LAKIP)
    assert case.open == {"1"}
    assert case.state.step("1").round == 1
    assert case.state.started_by == RINA
    assert case.state.sop_sha256 == LAKIP.sop_sha256


def test_every_role_needs_somebody() -> None:
    roles = {**ROLES, "Karo": (), "Kabag": ("",)}
    refused = decide(LAKIP, CaseState(), StartCase(by=RINA, at=START, roles=roles))
    assert isinstance(refused, Refused)
    assert refused.kode == "peran_kosong"
    assert "Kabag, Karo" in refused.reason


def test_a_person_named_twice_holds_a_role_once_and_foreign_roles_are_left_out() -> None:
    case = Driven(LAKIP, {**ROLES, "Staf": (DEWI, DEWI), "Satpam": ("tono",)})
    assert case.state.roles["Staf"] == (DEWI,)
    assert "Satpam" not in case.state.roles


def test_a_step_without_an_actor_cannot_run() -> None:
    case = Driven(definition(step("1", "Staf", "2"), step("2", "")))
    assert case.state == CaseState()
    assert kode(case.ask(StartCase(by=RINA, at=START, roles=ROLES))) == "tanpa_pelaksana"


def test_an_sop_without_steps_cannot_run() -> None:
    assert kode(Driven(definition()).ask(StartCase(by=RINA, at=START, roles=ROLES))) == (
        "tanpa_langkah"
    )


def test_a_case_starts_once() -> None:
    case = Driven(LAKIP)
    assert kode(case.ask(StartCase(by=RINA, at=START, roles=ROLES))) == "sudah_mulai"


def test_nothing_can_be_done_before_the_start() -> None:
    request = CompleteStep(by=RINA, at=START, no="1", round=1)
    refused = decide(LAKIP, CaseState(), request)
    assert isinstance(refused, Refused)
    assert "belum dimulai" in refused.reason


def test_all_beginnings_of_a_form_open_together() -> None:
    two_beginnings = definition(
        step("1", "Staf", "3"), step("2", "Tim", "3"), step("3", "Kabag", "Ya:4 Tidak:1"),
        step("4", "Karo"),
    )  # fmt: skip
    assert Driven(two_beginnings).open == {"1", "2"}


def test_a_row_that_only_a_way_back_enters_is_no_beginning_unless_drawn_as_one() -> None:
    def drawn(bentuk: Bentuk) -> set[str]:
        rows = (
            step("1", "Staf", "3"), step("2", "Tim", "3", bentuk=bentuk),
            step("3", "Kabag", "Ya:4 Tidak:2"), step("4", "Karo"),
        )  # fmt: skip
        return Driven(definition(*rows)).open

    assert drawn(Bentuk.PROSES) == {"1"}
    assert drawn(Bentuk.MULAI) == {"1", "2"}


def test_a_running_case_keeps_the_sop_it_started_with() -> None:
    case = Driven(LAKIP)
    request = CompleteStep(by=RINA, at=START, no="1", round=1)
    with pytest.raises(ValueError, match="keeps the SOP"):
        decide(PARALLEL_CHECK, case.state, request)


def test_an_unknown_request_breaks_a_promise() -> None:
    with pytest.raises(TypeError, match="unknown request"):
        decide(LAKIP, CaseState(), Request(by=RINA, at=START))
