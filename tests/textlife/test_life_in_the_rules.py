"""When the text that a case composes may be written: the rule itself, without a database."""

from dataclasses import replace

import pytest

from runut.core.case.model import CancelCase, Definition, PauseCase, StartCase
from runut.core.case.writing import TextLife, life_of_text, refuse_unless_writable
from runut.core.findings import Refused
from tests.case.definitions import LAKIP, definition, step
from tests.case.driving import START, Driven
from tests.people import RINA, ROLES

WORK = "sempurnakan"
WRITES = ("1 rina", "2 dewi", "3 dewi", "4 rina", "5 budi")


def composing(base: Definition, *numbers: str) -> Definition:
    steps = [replace(one, work=WORK) if one.no in numbers else one for one in base.steps]
    return replace(base, steps=tuple(steps))


def life(case: Driven) -> TextLife:
    return life_of_text(case.definition, case.state, WORK)


@pytest.fixture
def case() -> Driven:
    return Driven(composing(LAKIP, "6"))


def test_text_is_writable_in_every_step_before_its_draft_is_frozen(case: Driven) -> None:
    for act in WRITES:
        assert life(case) is TextLife.WRITABLE
        case.run(act)
    assert case.open == {"6"}
    assert life(case) is TextLife.WRITABLE


def test_a_frozen_draft_stays_as_it_is_with_every_checker(case: Driven) -> None:
    case.run(*WRITES, "6 budi")
    assert life(case) is TextLife.FROZEN
    case.run("7 rina")
    assert life(case) is TextLife.FROZEN
    case.run("8 hendra")
    assert life(case) is TextLife.FROZEN


def test_a_return_opens_the_text_again(case: Driven) -> None:
    case.run(*WRITES, "6 budi", "7 rina")
    case.give_back("8", "hendra", "6")
    assert life(case) is TextLife.WRITABLE
    case.run("6 budi")
    assert life(case) is TextLife.FROZEN


def test_a_signature_closes_the_text(case: Driven) -> None:
    case.run(*WRITES, "6 budi", "7 rina", "8 hendra", "9 anton")
    assert life(case) is TextLife.CLOSED
    refused = refuse_unless_writable(case.definition, case.state, WORK)
    assert isinstance(refused, Refused) and "ralat" in refused.reason


def test_a_signature_closes_the_text_also_where_steps_follow_on_it() -> None:
    longer = definition(
        step("1", "Tim", "2", output="Draft"),
        step("2", "Karo", "3", back="1", signs=True),
        step("3", "Staf"),
    )
    case = Driven(composing(longer, "1"))
    case.run("1 budi", "2 anton")
    assert case.open == {"3"}
    assert life(case) is TextLife.CLOSED


def test_a_mending_step_below_the_check_opens_it_only_when_it_is_open() -> None:
    drawn = definition(
        step("1", "Tim", "2", output="Draft"),
        step("2", "Kabag", "Ya:4 Tidak:3", checks="1"),
        step("3", "Tim", "2", output="Draft"),
        step("4", "Karo", signs=True, checks="1"),
    )
    case = Driven(composing(drawn, "1", "3"))
    case.run("1 budi")
    assert case.open == {"2"}
    assert life(case) is TextLife.FROZEN


def test_two_composing_steps_write_one_after_the_other() -> None:
    drawn = definition(
        step("1", "Tim", "2", output="Draft"),
        step("2", "Tim", "3", output="Draft"),
        step("3", "Karo", back="2", signs=True),
    )
    case = Driven(composing(drawn, "1", "2"))
    case.run("1 budi")
    assert life(case) is TextLife.WRITABLE
    case.run("2 budi")
    assert life(case) is TextLife.FROZEN


def test_paused_and_cancelled_cases_are_not_written(case: Driven) -> None:
    case.ask(PauseCase(by=RINA, at=case.clock, reason="Pimpinan cuti."))
    assert life(case) is TextLife.PAUSED
    case.ask(CancelCase(by=RINA, at=case.clock, reason="Salah tahun."))
    assert life(case) is TextLife.CLOSED


def test_the_refusal_names_the_step_that_holds_the_draft(case: Driven) -> None:
    case.run(*WRITES, "6 budi", "7 rina")
    refused = refuse_unless_writable(case.definition, case.state, WORK)
    assert refused is not None
    assert "langkah 8" in refused.reason and "mengembalikan" in refused.reason


def test_where_no_step_composes_it_the_text_is_open_while_the_case_runs() -> None:
    case = Driven(LAKIP)
    case.run(*WRITES, "6 budi")
    assert life(case) is TextLife.WRITABLE


def test_a_case_may_begin_at_its_composing_step() -> None:
    case = Driven(composing(LAKIP, "6"))
    case.state = type(case.state)()
    case.ask(StartCase(by=RINA, at=START, roles=ROLES, first=("6",)))
    assert case.open == {"6"}
    case.run("6 budi", "7 rina", "8 hendra", "9 anton")
    assert life(case) is TextLife.CLOSED


def test_a_case_does_not_begin_at_a_step_that_is_not_there() -> None:
    case = Driven(composing(LAKIP, "6"))
    case.state = type(case.state)()
    refused = case.ask(StartCase(by=RINA, at=START, roles=ROLES, first=("99",)))
    assert isinstance(refused, Refused) and "99" in refused.reason


def test_a_case_that_ends_without_a_signature_closes_its_text_too() -> None:
    drawn = definition(
        step("1", "Tim", "2", output="Draft"),
        step("2", "Kabag", back="1"),
    )
    case = Driven(composing(drawn, "1"))
    case.run("1 budi", "2 hendra")
    assert life(case) is TextLife.CLOSED
