from runut.core.case.apply import replay
from runut.core.case.model import CaseStatus, CompleteStep, Output
from runut.core.case.rights import has_valid_mark
from tests.case.definitions import BYPASS, LAKIP, PARALLEL_CHECK, definition, step
from tests.case.driving import Driven, kode
from tests.people import ANTON, BUDI, HENDRA, RINA

TO_SEVEN = ("1 rina", "2 dewi", "3 dewi", "4 rina", "5 budi", "6 budi")


def test_a_paraf_is_given_on_the_bytes_that_were_read() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SEVEN)
    assert kode(case.complete("7", RINA, read="naskah-lama")) == "sudah_berubah"
    assert kode(case.complete("7", RINA, read="")) == "sudah_berubah"
    case.run("7 rina")
    (mark,) = case.state.marks
    assert (mark.kind, mark.sha256, mark.by, mark.round) == ("paraf", "naskah-6", RINA, 1)


def test_a_step_that_checks_nothing_leaves_no_mark() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SEVEN)
    assert case.state.marks == ()


def test_the_paraf_falls_when_the_document_changes_and_it_is_known_whose_fell() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SEVEN, "7 rina")
    case.give_back("8", HENDRA, "6")
    assert has_valid_mark(case.state, "7", "naskah-6")
    case.complete("6", BUDI, bytes_="naskah-6b")
    (fallen,) = case.state.marks
    assert not has_valid_mark(case.state, "7", "naskah-6b")
    assert (fallen.no, fallen.by, fallen.sha256) == ("7", RINA, "naskah-6")
    assert not has_valid_mark(case.state, "7", "naskah-6"), "it is open again"
    case.run("7 rina")
    assert has_valid_mark(case.state, "7", "naskah-6b")
    assert not has_valid_mark(case.state, "7", "naskah-6")


def test_a_mark_is_on_no_other_bytes_even_before_its_step_opens_again() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SEVEN, "7 rina", "8 hendra")
    case.give_back("9", ANTON, "6")
    assert has_valid_mark(case.state, "8", "naskah-6")
    case.complete("6", BUDI, bytes_="naskah-6b")
    assert case.open == {"7"}
    assert not has_valid_mark(case.state, "8", "naskah-6b")


def test_where_no_document_was_left_the_check_is_done_without_a_mark() -> None:
    oral = definition(step("1", "Tim", "2", output="Draft"), step("2", "Kabag", back="1"))
    case = Driven(oral)
    spoken = (Output("Draft", pernyataan="Dibacakan dalam rapat."),)
    case.ask(CompleteStep(by=BUDI, at=case.clock, no="1", round=1, outputs=spoken))
    assert kode(case.complete("2", HENDRA)) == ""
    assert case.state.marks == ()
    assert case.state.status is CaseStatus.SELESAI


def test_nobody_signs_while_a_checker_beside_has_not_given_paraf() -> None:
    beside = definition(
        step("1", "Tim", "2 3", output="Draft"),
        step("2", "Kabag", back="1"),
        step("3", "Karo", back="1", signs=True),
    )
    case = Driven(beside)
    case.run("1 budi")
    assert kode(case.complete("3", ANTON)) == "paraf_kurang"
    case.run("2 hendra", "3 anton")
    assert case.state.status is CaseStatus.SELESAI


def test_a_paraf_of_an_earlier_round_does_not_carry_a_signature_its_giver_took_back() -> None:
    """Hendra gave paraf, then returned the very same bytes: his first paraf counts no more."""
    beside = definition(
        step("1", "Tim", "2 4", output="Draft"),
        step("2", "Kabag", "3", back="1"),
        step("3", "Kasubag", back="1"),
        step("4", "Karo", back="1", signs=True),
    )
    case = Driven(beside)
    case.run("1 budi", "2 hendra")
    case.give_back("3", RINA, "1")
    case.run("1 budi")
    case.give_back("2", HENDRA, "1")
    case.run("1 budi")
    assert case.open == {"2", "4"}
    assert kode(case.complete("4", ANTON)) == "paraf_kurang"


def test_a_signature_does_not_wait_for_a_checker_the_sop_leads_around() -> None:
    case = Driven(BYPASS)
    case.run("1 budi")
    case.complete("2", RINA, exit_="Mendesak")
    assert case.open == {"4"}
    assert kode(case.complete("4", ANTON)) == ""


def test_a_checker_led_around_in_this_round_is_not_missed_for_his_paraf_of_the_last() -> None:
    case = Driven(BYPASS)
    case.run("1 budi")
    case.complete("2", RINA, exit_="Biasa")
    case.run("3 hendra")
    case.give_back("4", ANTON, "1")
    case.complete("1", BUDI, bytes_="naskah-1b")
    case.complete("2", RINA, exit_="Mendesak")
    assert kode(case.complete("4", ANTON)) == ""


def test_a_checker_who_comes_later_is_waited_for() -> None:
    later = definition(
        step("1", "Tim", "2 4", output="Draft"),
        step("2", "Staf", "3"),
        step("3", "Kabag", back="1"),
        step("4", "Karo", back="1", signs=True),
    )
    case = Driven(later)
    case.run("1 budi")
    assert kode(case.complete("4", ANTON)) == "paraf_kurang", "step 3 has not opened yet"


def test_replaying_the_events_gives_the_same_marks() -> None:
    case = Driven(PARALLEL_CHECK)
    case.run("1 budi", "2 rina", "3 hendra", "4 anton")
    assert replay(case.events) == case.state
