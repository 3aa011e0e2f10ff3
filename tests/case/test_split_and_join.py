from runut.core.case.apply import replay
from runut.core.case.model import CaseStatus, StepStatus
from tests.case.definitions import LOOP, PARALLEL_CHECK, TWO_BRANCHES, definition, step
from tests.case.driving import Driven
from tests.people import RINA


def test_a_split_opens_all_its_branches_and_a_join_waits_for_them() -> None:
    case = Driven(PARALLEL_CHECK)
    case.run("1 budi")
    assert case.open == {"2", "3"}
    case.run("3 hendra")
    assert case.open == {"2"}
    case.run("2 rina")
    assert case.open == {"4"}


def test_a_join_waits_for_a_branch_of_any_length() -> None:
    case = Driven(TWO_BRANCHES)
    case.run("1 rina", "2 budi", "3 hendra")
    assert case.open == {"4"}
    case.run("4 dewi")
    assert case.open == {"5"}
    case.run("5 dewi")
    assert case.open == {"6"}


def test_a_case_ends_when_its_last_branch_ends() -> None:
    no_join = definition(step("1", "Staf", "2 3"), step("2", "Staf"), step("3", "Tim"))
    case = Driven(no_join)
    case.run("1 dewi", "3 budi")
    assert case.state.status is CaseStatus.BERJALAN
    case.run("2 dewi")
    assert case.state.status is CaseStatus.SELESAI


def test_a_join_opens_when_the_branch_it_waits_for_goes_another_way() -> None:
    """3 arrived at 4 and waits for 2; 2 decides to go elsewhere: 4 must still be done."""
    elsewhere = definition(
        step("1", "Staf", "2 3"),
        step("2", "Kasubag", "Ya:4 Tidak:5"),
        step("3", "Tim", "4"),
        step("4", "Kabag"),
        step("5", "Karo"),
    )
    case = Driven(elsewhere)
    case.run("1 dewi", "3 budi")
    case.complete("2", RINA, exit_="Tidak")
    assert case.open == {"4", "5"}
    case.run("5 anton")
    assert case.state.status is CaseStatus.BERJALAN
    case.run("4 hendra")
    assert case.state.status is CaseStatus.SELESAI


def test_released_joins_wait_for_one_another() -> None:
    """When 2 turns away, both 5 and 6 have arrivals, but 5 leads to 6."""
    chain = definition(
        step("1", "Staf", "2 3 4"),
        step("2", "Kasubag", "Ya:5 Tidak:7"),
        step("3", "Tim", "5"),
        step("4", "Staf", "6"),
        step("5", "Kabag", "6"),
        step("6", "Kabag"),
        step("7", "Karo"),
    )
    case = Driven(chain)
    case.run("1 dewi", "3 budi", "4 dewi")
    case.complete("2", RINA, exit_="Tidak")
    assert case.open == {"5", "7"}
    case.run("5 hendra")
    assert case.open == {"6", "7"}


def test_a_split_to_a_step_and_past_it_opens_the_farther_one_once() -> None:
    past = definition(step("1", "Staf", "2 3"), step("2", "Staf", "3"), step("3", "Karo"))
    case = Driven(past)
    case.run("1 dewi")
    assert case.open == {"2"}
    case.run("2 dewi")
    assert case.open == {"3"}
    assert case.state.step("3").round == 1


def test_two_ways_to_the_same_step_open_it_once() -> None:
    doubled = definition(step("1", "Staf", "2 Ya:2 Tidak:3"), step("2", "Tim"), step("3", "Karo"))
    case = Driven(doubled)
    case.complete("1", "dewi", exit_="Ya")
    assert case.open == {"2"}
    assert case.state.step("2").round == 1


def test_a_drawn_way_back_takes_back_the_other_branch() -> None:
    case = Driven(LOOP)
    case.run("1 dewi", "2 dewi")
    assert case.open == {"3", "4"}
    case.complete("3", RINA, exit_="Tidak")
    assert case.open == {"1"}
    assert case.state.step("4").status is StepStatus.DITARIK
    case.run("1 dewi")
    assert case.open == {"2", "4"}
    assert case.state.step("4").round == 2
    assert replay(case.events) == case.state


def test_a_step_may_lead_back_to_itself() -> None:
    again = definition(step("1", "Staf", "Ya:2 Ulang:1"), step("2", "Karo"))
    case = Driven(again)
    case.complete("1", "dewi", exit_="Ulang")
    assert case.open == {"1"}
    assert case.state.step("1").round == 2


def test_a_way_back_from_the_join_does_not_make_its_branches_wait_for_each_other() -> None:
    """4 may lead back to 3 alone. While 3 is redone nothing else runs, and 4 opens again."""
    one_branch = definition(
        step("1", "Staf", "2 3"),
        step("2", "Tim", "4"),
        step("3", "Staf", "4"),
        step("4", "Kasubag", "Ya:5 Tidak:3"),
        step("5", "Karo"),
    )
    case = Driven(one_branch)
    case.run("1 dewi")
    assert case.open == {"2", "3"}, "2 does not lead to 3: only 4's way back does"
    case.run("2 budi", "3 dewi")
    case.complete("4", RINA, exit_="Tidak")
    assert case.open == {"3"}
    case.run("3 dewi")
    assert case.open == {"4"}
