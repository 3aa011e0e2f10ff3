from datetime import date

from runut.core.case.model import AssignStep, ChangeHolders, DelegateRole, Delegation, PaperAct
from tests.case.definitions import LAKIP, TOGETHER, definition, step
from tests.case.driving import Driven, kode
from tests.people import BUDI, DEWI, HENDRA, JOKO, RINA, ROLES, SARI

TWO = {**ROLES, "Kasubag": (RINA, JOKO)}
"""A second Kasubag, so that somebody is left who may check what the first one wrote."""
TO_SIX = ("1 rina", "2 dewi", "3 dewi", "4 rina", "5 budi")


def substitute(case: Driven, actor: str, holder: str, person: str) -> None:
    given = Delegation(
        actor, holder, person, "Plh", date(2026, 1, 1), date(2026, 1, 31), "800/12/2026"
    )
    assert kode(case.ask(DelegateRole(by=RINA, at=case.clock, delegation=given))) == ""


def test_a_kasubag_who_wrote_in_the_tim_does_not_check_the_draft() -> None:
    case = Driven(LAKIP, TWO)
    case.run(*TO_SIX)
    case.complete("6", BUDI, authors=(BUDI, RINA))
    assert kode(case.complete("7", RINA)) == "karya_sendiri"
    assert kode(case.give_back("7", RINA, "6")) == "karya_sendiri"


def test_who_handed_the_draft_in_is_a_maker_without_being_named() -> None:
    case = Driven(LAKIP, TWO)
    case.run(*TO_SIX)
    case.complete("6", RINA, authors=(BUDI,))
    assert kode(case.complete("7", RINA)) == "karya_sendiri"


def test_a_hand_in_an_earlier_round_stays_a_hand_in_the_document() -> None:
    case = Driven(LAKIP, {**ROLES, "Kasubag": (RINA, JOKO)})
    case.run(*TO_SIX)
    case.complete("6", RINA)
    case.give_back("7", JOKO, "6")
    case.complete("6", BUDI, authors=(BUDI,), bytes_="naskah-6b")
    assert kode(case.complete("7", RINA)) == "karya_sendiri"
    assert kode(case.complete("7", JOKO)) == ""


def test_a_substitute_who_wrote_the_draft_does_not_check_it() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SIX)
    case.complete("6", BUDI)
    substitute(case, "Kasubag", RINA, BUDI)
    assert kode(case.complete("7", BUDI, behalf=RINA)) == "karya_sendiri"


def test_nobody_checks_in_the_name_of_a_maker() -> None:
    case = Driven(LAKIP, {**ROLES, "Kasubag": (RINA, HENDRA)})
    case.run(*TO_SIX)
    case.complete("6", SARI, authors=(RINA,))
    substitute(case, "Kasubag", RINA, JOKO)
    assert kode(case.complete("7", JOKO, behalf=RINA)) == "karya_sendiri"


def test_who_had_it_written_in_his_name_does_not_check_it() -> None:
    case = Driven(LAKIP, {**ROLES, "Kasubag": (RINA, HENDRA)})
    case.run(*TO_SIX)
    substitute(case, "Tim", RINA, JOKO)
    assert kode(case.complete("6", JOKO, behalf=RINA)) == ""
    assert kode(case.complete("7", RINA)) == "karya_sendiri"


def test_who_had_his_part_confirmed_in_his_name_does_not_check_it() -> None:
    """Found by the state machine: only the substitute counted as a maker."""
    case = Driven(TOGETHER, {**ROLES, "Karo": (HENDRA, SARI)})
    substitute(case, "Kabag", HENDRA, JOKO)
    case.complete("1", BUDI)
    assert kode(case.complete("1", JOKO, behalf=HENDRA)) == ""
    case.run("1 dewi")
    assert kode(case.complete("2", HENDRA)) == "karya_sendiri"


def test_who_left_a_checked_copy_does_not_check_that_copy() -> None:
    chain = definition(
        step("1", "Tim", "2", output="Draft"),
        step("2", "Kasubag", "3", output="Draft terkoreksi", back="1"),
        step("3", "Kabag", back="2"),
    )
    case = Driven(chain, {**ROLES, "Kabag": (RINA, HENDRA)})
    case.run("1 budi", "2 rina")
    assert kode(case.complete("3", RINA)) == "karya_sendiri"
    assert kode(case.complete("3", HENDRA)) == ""


def test_paper_is_no_way_around() -> None:
    case = Driven(LAKIP, TWO)
    case.run(*TO_SIX)
    case.complete("6", RINA)
    on_paper = PaperAct(RINA, case.clock, "pindaian")
    assert kode(case.complete("7", DEWI, paper=on_paper)) == "karya_sendiri"


def test_a_maker_may_record_the_paraf_that_another_gave_on_paper() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SIX, "6 budi")
    on_paper = PaperAct(RINA, case.clock, "pindaian")
    assert kode(case.complete("7", BUDI, paper=on_paper)) == ""
    assert case.state.marks[0].by == RINA


def test_a_check_is_not_assigned_to_a_maker() -> None:
    case = Driven(LAKIP, {**ROLES, "Kasubag": (RINA, JOKO)})
    case.run(*TO_SIX)
    case.complete("6", RINA)
    ask = AssignStep(by=RINA, at=case.clock, no="7", round=1, person=RINA)
    assert kode(case.ask(ask)) == "karya_sendiri"


def test_a_draft_whose_only_checker_wrote_in_it_is_not_handed_on() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SIX)
    assert kode(case.complete("6", RINA)) == "tanpa_pemeriksa"
    assert kode(case.complete("6", BUDI, authors=(RINA,))) == "tanpa_pemeriksa"
    ask = ChangeHolders(
        by=RINA, at=case.clock, actor="Kasubag", holders=(RINA, JOKO), reason="Rina ikut menyusun."
    )
    case.ask(ask)
    assert kode(case.complete("6", RINA)) == ""
    assert kode(case.complete("7", JOKO)) == ""
    assert kode(case.complete("8", HENDRA)) == ""


def test_a_case_does_not_start_where_the_only_maker_is_the_only_checker() -> None:
    case = Driven(definition(step("1", "Tim", "2", output="Draft"), step("2", "Kabag", back="1")),
                  {**ROLES, "Tim": (HENDRA,), "Kabag": (HENDRA,)})  # fmt: skip
    assert case.state.started_at is None


def test_holders_are_not_changed_so_that_nobody_is_left_to_check() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SIX, "6 budi")
    ask = ChangeHolders(
        by=RINA, at=case.clock, actor="Kasubag", holders=(BUDI,), reason="Rina pindah."
    )
    assert kode(case.ask(ask)) == "tanpa_pemeriksa"
