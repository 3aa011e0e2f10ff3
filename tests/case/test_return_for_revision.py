from runut.core.case.model import CaseStatus, CompleteStep, StepStatus
from tests.case.definitions import LAKIP, PARALLEL_CHECK, TWO_BRANCHES, definition, step
from tests.case.driving import Driven, kode
from tests.people import ANTON, HENDRA, RINA

TO_SEVEN = ("1 rina", "2 dewi", "3 dewi", "4 rina", "5 budi", "6 budi")


def test_a_returned_draft_goes_back_with_its_notes_in_a_new_round() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SEVEN, "7 rina")
    case.give_back("8", HENDRA, "6", notes=" Tabel 3 tidak cocok. ")
    assert case.open == {"6"}
    assert case.state.step("6").round == 2
    assert case.state.step("6").notes == "Tabel 3 tidak cocok."
    assert case.state.step("8").status is StepStatus.DIKEMBALIKAN
    assert case.state.step("8").done_by == HENDRA


def test_the_old_draft_stays_readable_while_it_is_mended() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SEVEN)
    case.give_back("7", RINA, "6")
    assert case.state.step("6").outputs[0].sha256 == "naskah-6"


def test_all_checks_between_are_done_again() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SEVEN, "7 rina", "8 hendra")
    case.give_back("9", ANTON, "6")
    case.complete("6", "budi", bytes_="naskah-baru")
    assert case.open == {"7"}
    assert case.state.step("7").round == 2
    case.run("7 rina", "8 hendra", "9 anton")
    assert case.state.status is CaseStatus.SELESAI


def test_a_return_says_what_is_to_be_mended() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SEVEN)
    assert kode(case.give_back("7", RINA, "6", notes="  ")) == "tanpa_catatan"


def test_work_returns_only_by_a_way_back() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SEVEN)
    assert kode(case.give_back("7", RINA, "5")) == "bukan_jalan_kembali"
    assert kode(Driven(LAKIP).give_back("1", RINA, "1")) == "bukan_jalan_kembali"


def test_who_may_not_check_may_not_return_either() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SEVEN)
    assert kode(case.give_back("7", HENDRA, "6")) == "bukan_pelaksana"
    assert kode(case.give_back("8", HENDRA, "6")) == "belum_terbuka"


def test_a_return_takes_back_the_check_in_the_other_branch() -> None:
    case = Driven(PARALLEL_CHECK)
    case.run("1 budi")
    assert case.open == {"2", "3"}
    case.give_back("2", RINA, "1")
    assert case.open == {"1"}
    assert case.state.step("3").status is StepStatus.DITARIK
    case.run("1 sari", "3 hendra")
    assert case.open == {"2"}
    case.run("2 rina", "4 anton")
    assert case.state.status is CaseStatus.SELESAI


def test_a_return_forgets_the_arrival_of_a_check_that_will_be_done_again() -> None:
    case = Driven(PARALLEL_CHECK)
    case.run("1 budi", "3 hendra")
    assert [(a.origin, a.to) for a in case.state.waiting] == [("3", "4")]
    case.give_back("2", RINA, "1")
    assert case.state.waiting == ()
    case.run("1 budi", "2 rina")
    assert case.open == {"3"}, "the join waits for the second check of this round"


def test_a_return_inside_one_branch_leaves_the_other_alone() -> None:
    case = Driven(TWO_BRANCHES)
    case.run("1 rina", "2 budi", "4 dewi")
    case.give_back("3", HENDRA, "2")
    assert case.open == {"2", "5"}
    case.run("5 dewi")
    case.run("2 budi", "3 hendra")
    assert case.open == {"6"}


def test_a_return_inside_one_branch_keeps_the_arrival_of_the_other() -> None:
    case = Driven(TWO_BRANCHES)
    case.run("1 rina", "2 budi", "4 dewi", "5 dewi")
    case.give_back("3", HENDRA, "2")
    assert [(a.origin, a.to) for a in case.state.waiting] == [("5", "6")]
    case.run("2 budi", "3 hendra")
    assert case.open == {"6"}


def test_a_return_is_bound_to_the_draft_that_was_read() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SEVEN)
    case.give_back("7", RINA, "6")
    stale = CompleteStep(by=RINA, at=case.clock, no="7", round=1, read_sha256="naskah-6")
    assert kode(case.ask(stale)) == "sudah_berubah"


def test_a_checker_who_finds_no_document_may_send_for_it() -> None:
    """The way of this case led around the step that makes the document: 1 → 3, never 2."""
    around = definition(
        step("1", "Staf", "Cepat:3 Biasa:2"),
        step("2", "Tim", "3", output="Draft"),
        step("3", "Kabag", back="2"),
    )
    case = Driven(around)
    case.complete("1", "dewi", exit_="Cepat")
    assert case.step("3").is_checking
    assert kode(case.give_back("3", HENDRA, "2")) == ""
    case.run("2 budi", "3 hendra")
    assert case.state.status is CaseStatus.SELESAI
