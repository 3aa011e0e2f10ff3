from dataclasses import replace

import pytest

from runut.core.case.explain import people_who_may
from runut.core.case.model import AssignStep, CancelCase, ChangeHolders, PauseCase
from tests.case.definitions import LAKIP
from tests.case.driving import Driven, kode
from tests.people import BUDI, DEWI, HENDRA, JOKO, RINA, ROLES, SARI, WATI

TO_FIVE = ("1 rina", "2 dewi", "3 dewi", "4 rina")


def assigned(case: Driven, by: str, person: str, no: str = "5") -> str:
    request = AssignStep(
        by=by, at=case.clock, no=no, round=case.state.step(no).round, person=person
    )
    return kode(case.ask(request))


def test_a_step_is_assigned_to_one_holder_of_its_role() -> None:
    case = Driven(LAKIP)
    case.run(*TO_FIVE)
    assert assigned(case, RINA, SARI) == ""
    assert kode(case.complete("5", BUDI)) == "bukan_pelaksana"
    assert kode(case.complete("5", SARI)) == ""


def test_a_holder_takes_an_unassigned_step_and_hands_his_own_on() -> None:
    case = Driven(LAKIP)
    case.run(*TO_FIVE)
    assert assigned(case, BUDI, BUDI) == ""
    assert assigned(case, SARI, SARI) == "bukan_pelaksana"
    assert assigned(case, BUDI, SARI) == ""


def test_only_a_holder_can_be_charged_and_only_with_an_open_step() -> None:
    case = Driven(LAKIP)
    case.run(*TO_FIVE)
    assert assigned(case, RINA, DEWI) == "bukan_anggota"
    assert assigned(case, HENDRA, BUDI) == "bukan_pelaksana"
    assert assigned(case, RINA, BUDI, no="6") == "belum_terbuka"
    case.ask(PauseCase(by=RINA, at=case.clock, reason="Libur bersama"))
    assert assigned(case, RINA, BUDI) == "tidak_berjalan"


def test_the_assignment_lasts_into_the_next_round() -> None:
    case = Driven(LAKIP)
    case.run(*TO_FIVE, "5 budi")
    assigned(case, RINA, SARI, no="6")
    case.run("6 sari")
    case.give_back("7", RINA, "6")
    assert case.state.step("6").assignee == SARI
    assert kode(case.complete("6", BUDI)) == "bukan_pelaksana"


def changing(case: Driven, by: str = RINA, **more: object) -> str:
    request = ChangeHolders(
        by=by, at=case.clock, actor="Tim", holders=(BUDI,), reason="Sari pindah ke Bappeda."
    )
    return kode(case.ask(replace(request, **more)))  # type: ignore[arg-type]


def test_people_come_and_go_while_a_case_runs() -> None:
    case = Driven(LAKIP)
    case.run(*TO_FIVE)
    assigned(case, RINA, SARI)
    assert changing(case, holders=(BUDI, BUDI, "")) == ""
    assert case.state.roles["Tim"] == (BUDI,)
    assert kode(case.complete("5", SARI)) == "bukan_pelaksana"
    assert kode(case.complete("5", BUDI)) == "", "the assignment fell with the holder"


@pytest.mark.parametrize(
    ("wrong", "answer"),
    [
        ({"by": WATI}, "bukan_pelaksana"),
        ({"actor": "Satpam"}, "bukan_peran"),
        ({"holders": ("",)}, "peran_kosong"),
        ({"reason": " "}, "tanpa_alasan"),
    ],
    ids=["not the starter", "no such role", "nobody left", "no reason"],
)
def test_a_change_of_holders_is_the_starters_act_with_a_reason(
    wrong: dict[str, object], answer: str
) -> None:
    case = Driven(LAKIP)
    assert changing(case, **wrong) == answer  # type: ignore[arg-type]
    assert case.state.roles["Tim"] == ROLES["Tim"]


def test_people_come_and_go_while_a_case_is_paused_too() -> None:
    case = Driven(LAKIP)
    case.ask(PauseCase(by=RINA, at=case.clock, reason="Menunggu data"))
    assert changing(case) == ""


def test_holders_do_not_change_in_a_cancelled_case() -> None:
    case = Driven(LAKIP)
    case.ask(CancelCase(by=RINA, at=case.clock, reason="Tidak jadi"))
    assert changing(case) == "tidak_berjalan"


def test_who_is_assigned_a_check_and_then_writes_gives_it_up() -> None:
    """Found by reading: the step was his alone, and his own work as well; nobody could act."""
    case = Driven(LAKIP, {**ROLES, "Kasubag": (RINA, JOKO)})
    case.run(*TO_FIVE, "5 budi", "6 budi")
    assert assigned(case, RINA, RINA, no="7") == ""
    assert case.give_back("7", RINA, "6")
    assert kode(case.complete("6", RINA, bytes_="naskah-6b")) == ""
    assert people_who_may(case.definition, case.state, "7") == (JOKO,)
    assert kode(case.complete("7", JOKO)) == ""


def test_two_roles_in_the_same_trouble_are_mended_one_by_one() -> None:
    case = Driven(LAKIP, {**ROLES, "Kasubag": (RINA, JOKO), "Kabag": (HENDRA, JOKO)})
    case.run(*TO_FIVE, "5 budi")
    case.complete("6", BUDI, authors=(RINA, HENDRA))
    for actor, holders in (("Kasubag", (RINA,)), ("Kabag", (HENDRA,))):
        assert changing(case, actor=actor, holders=holders) == "tanpa_pemeriksa"
    # as a case stands in which it came to that all the same
    roles = {**case.state.roles, "Kasubag": (RINA,), "Kabag": (HENDRA,)}
    case.state = replace(case.state, roles=roles)
    assert changing(case, actor="Kabag", holders=(BUDI,)) == "tanpa_pemeriksa"
    assert changing(case, actor="Kabag", holders=(HENDRA, WATI)) == ""
    assert changing(case, actor="Kasubag", holders=(RINA, SARI)) == ""
