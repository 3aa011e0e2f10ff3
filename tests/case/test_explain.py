from datetime import date, timedelta

from runut.core.case.explain import (
    acts_for,
    holders_now,
    kelengkapan_known,
    may_act,
    people_who_may,
    progress,
)
from runut.core.case.model import AssignStep, CaseState, DelegateRole, Delegation, Output, PauseCase
from runut.core.case.similar import is_similar
from runut.core.findings import Refused
from tests.case.definitions import BYPASS, LAKIP, PARALLEL_CHECK, TOGETHER
from tests.case.driving import START, Driven
from tests.people import ANTON, BUDI, DEWI, HENDRA, JOKO, RINA, ROLES, SARI, WATI

TO_SIX = ("1 rina", "2 dewi", "3 dewi", "4 rina", "5 budi")


def why_not(case: Driven, no: str, person: str) -> str:
    refused = may_act(case.definition, case.state, no, person, case.clock)
    return refused.kode if isinstance(refused, Refused) else ""


def test_it_is_always_known_who_holds_the_draft() -> None:
    case = Driven(PARALLEL_CHECK)
    case.run("1 budi")
    opened = case.state.step("2").opened_at
    two, three = holders_now(case.definition, case.state)
    assert (two.no, two.actors, two.people, two.since) == ("2", ("Kasubag",), (RINA,), opened)
    assert (three.no, three.people) == ("3", (HENDRA,))


def test_who_has_confirmed_holds_a_step_no_more() -> None:
    case = Driven(TOGETHER)
    case.complete("1", BUDI)
    (held,) = holders_now(case.definition, case.state)
    assert held.actors == ("Staf", "Kabag")
    assert held.people == (DEWI, HENDRA)


def test_progress_counts_what_need_not_be_done_again() -> None:
    case = Driven(LAKIP)
    assert progress(LAKIP, CaseState()) == (0, 9, 0)
    assert progress(LAKIP, case.state) == (0, 9, 1)
    case.run(*TO_SIX, "6 budi", "7 rina", "8 hendra")
    assert progress(LAKIP, case.state) == (8, 9, 1)
    case.give_back("9", ANTON, "6")
    assert progress(LAKIP, case.state) == (5, 9, 2)
    case.run("6 budi", "7 rina", "8 hendra", "9 anton")
    assert progress(LAKIP, case.state) == (9, 9, 2)


def test_what_the_way_of_a_case_leads_around_is_not_to_be_done() -> None:
    case = Driven(BYPASS)
    case.run("1 budi")
    assert progress(BYPASS, case.state) == (1, 4, 1)
    case.complete("2", RINA, exit_="Mendesak")
    assert progress(BYPASS, case.state) == (2, 3, 1)
    case.run("4 anton")
    assert progress(BYPASS, case.state) == (3, 3, 1)


def test_a_button_is_shown_only_to_whom_the_rules_would_let() -> None:
    case = Driven(LAKIP, {**ROLES, "Kasubag": (RINA, JOKO)})
    case.run(*TO_SIX)
    case.complete("6", BUDI, authors=(BUDI, RINA))
    assert why_not(case, "7", RINA) == "karya_sendiri"
    assert why_not(case, "7", HENDRA) == "bukan_pelaksana"
    assert why_not(case, "8", HENDRA) == "belum_terbuka"
    assert why_not(case, "10", HENDRA) == "tidak_ada"
    case.ask(PauseCase(by=RINA, at=case.clock, reason="Menunggu"))
    assert why_not(case, "7", RINA) == "tidak_berjalan"


def test_a_substitute_is_told_in_whose_name_he_may_act_and_why_not_after_his_days() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SIX, "6 budi", "7 rina")
    assert why_not(case, "8", JOKO) == "bukan_pelaksana"
    given = Delegation(
        "Kabag", HENDRA, JOKO, "Plh", date(2026, 1, 12), date(2026, 1, 13), "800/12/2026"
    )
    case.ask(DelegateRole(by=HENDRA, at=case.clock, delegation=given))
    assert acts_for(LAKIP, case.state, "8", JOKO, case.clock) == (HENDRA,)
    assert acts_for(LAKIP, case.state, "8", HENDRA, case.clock) == ()
    assert why_not(case, "8", HENDRA) == "dialihkan"
    assert why_not(case, "8", JOKO) == ""
    assert people_who_may(LAKIP, case.state, "8") == (HENDRA,)
    assert people_who_may(LAKIP, case.state, "8", case.clock) == (JOKO,)
    case.clock += timedelta(days=2)
    assert why_not(case, "8", JOKO) == "bukan_pelaksana"
    assert people_who_may(LAKIP, case.state, "8", case.clock) == (HENDRA,)


def test_a_substitute_who_made_the_draft_is_told_that_and_not_that_he_is_a_stranger() -> None:
    case = Driven(LAKIP)
    given = Delegation(
        "Kasubag", RINA, BUDI, "Plh", date(2026, 1, 12), date(2026, 1, 30), "800/12/2026"
    )
    case.run(*TO_SIX, "6 budi")
    case.ask(DelegateRole(by=RINA, at=case.clock, delegation=given))
    assert why_not(case, "7", BUDI) == "karya_sendiri"


def test_an_inbox_holds_the_role_without_the_makers() -> None:
    case = Driven(LAKIP, {**ROLES, "Kasubag": (RINA, JOKO)})
    case.run(*TO_SIX)
    assert people_who_may(LAKIP, case.state, "6") == (BUDI, SARI, RINA)
    case.complete("6", RINA)
    assert people_who_may(LAKIP, case.state, "7") == (JOKO,)
    assert people_who_may(LAKIP, case.state, "8") == ()
    assert people_who_may(LAKIP, case.state, "10") == ()
    assert people_who_may(LAKIP, CaseState(), "1") == ()


def test_an_assigned_step_lies_in_one_inbox_and_a_pause_empties_none() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SIX)
    case.ask(AssignStep(by=RINA, at=case.clock, no="6", round=1, person=SARI))
    case.ask(PauseCase(by=RINA, at=case.clock, reason="Menunggu"))
    assert people_who_may(LAKIP, case.state, "6") == (SARI,)
    assert WATI not in people_who_may(LAKIP, case.state, "6", START)


def test_what_an_earlier_step_left_is_known_to_be_there() -> None:
    case = Driven(LAKIP)
    assert kelengkapan_known(LAKIP, case.state, "2") == {}
    case.run("1 rina", "2 dewi", "3 dewi", "4 rina")
    assert kelengkapan_known(LAKIP, case.state, "1") == {}
    assert kelengkapan_known(LAKIP, case.state, "10") == {}
    known = kelengkapan_known(LAKIP, case.state, "3")
    assert known == {"Undangan": Output("Undangan", "naskah-2", authors=(DEWI,))}
    assert set(kelengkapan_known(LAKIP, case.state, "2")) == {"Penugasan Kasubag"}
    assert kelengkapan_known(LAKIP, case.state, "5") == {}


def test_names_of_papers_are_compared_by_their_words() -> None:
    assert is_similar("Agenda rapat", "Agenda Rapat")
    assert is_similar("Draft akhir LAKIP hasil pemeriksaan Kabag", "Draft akhir LAKIP diperiksa")
    assert is_similar("Notulensi", "Notulen hasil rapat")
    assert not is_similar("Rapat Penyusunan LAKIP", "Agenda Rapat")
    assert not is_similar("Rapat", "Notulensi hasil rapat")
    assert not is_similar("Draft awal LAKIP", "Draft akhir LAKIP")
    assert not is_similar("", "Undangan")
