"""A row of several symbols in a running case: each shows how far its own actor is."""

import pytest

from runut.core.case.definition import Adoption, definition_of
from runut.core.sop.drawing.tiles.model import State
from runut.office.web.case_tiles import actor_states, steps_of_case
from runut.office.web.sop_form import FormView, running_form
from tests.case.driving import Driven
from tests.sop_cases.ten_rows import KABID, KASI, PEOPLE, STAF, TEN

DONE, NOW, LATER = State.DONE, State.NOW, State.LATER


def case_at_two(name: str) -> Driven:
    case = Driven(definition_of(TEN[name], "s", Adoption()), roles=PEOPLE)
    case.complete("1", PEOPLE[STAF][0])
    return case


def states(case: Driven) -> dict[str, State]:
    return actor_states(case.step("2"), case.state)


def form(name: str, case: Driven) -> FormView:
    steps = steps_of_case(TEN[name], case.definition, case.state)
    return running_form(TEN[name], steps, {}, title="", lead="")


def test_in_a_chain_each_symbol_is_due_when_the_one_before_it_is_done() -> None:
    case = case_at_two("tiga kotak berurutan")
    seen = [states(case)]
    for actor in (STAF, KASI):
        case.complete("2", PEOPLE[actor][0])
        seen.append(states(case))
    assert seen == [
        {STAF: NOW, KASI: LATER, KABID: LATER},
        {STAF: DONE, KASI: NOW, KABID: LATER},
        {STAF: DONE, KASI: DONE, KABID: NOW},
    ]
    case.complete("2", PEOPLE[KABID][0])
    assert case.open == {"3"} and states(case) == {}, "a row that is done is done as a whole"


def test_the_box_that_mends_waits_for_the_answer_and_the_decision_then_for_the_box() -> None:
    case = case_at_two("putaran kembali ke keputusan")
    assert states(case) == {KASI: NOW, STAF: LATER}
    case.complete("2", PEOPLE[KASI][0], exit_="Tidak")
    assert states(case) == {KASI: LATER, STAF: NOW}
    case.complete("2", PEOPLE[STAF][0])
    assert states(case) == {KASI: NOW, STAF: DONE}


def test_the_form_colours_symbols_and_the_arrows_between_them_and_says_so_in_words() -> None:
    case = case_at_two("tiga kotak berurutan")
    case.complete("2", PEOPLE[STAF][0])
    row = form("tiga kotak berurutan", case).rows[1]
    drawn = [cell.tile.symbol.state for cell in row.cells if cell.tile.symbol]
    assert drawn == [DONE, NOW, LATER]
    assert row.state is NOW, "the row as a whole is open"
    assert [cell.words.split(".")[0] for cell in row.cells[:3]] == [
        "Staf: pelaksanaan (selesai)",
        "Kasi: pelaksanaan (sedang dikerjakan)",
        "Kabid: pelaksanaan (belum)",
    ]
    arrows = [arrow.state for cell in row.cells[1:3] for arrow in cell.tile.arrows]
    assert arrows.count(DONE) >= 1 and arrows.count(LATER) >= 1


@pytest.mark.parametrize("name", TEN)
def test_some_symbol_of_an_open_row_is_always_due(name: str) -> None:
    case = case_at_two(name)
    for _ in range(12):
        if "2" not in case.open:
            break
        due = [actor for actor, state in states(case).items() if state is NOW]
        assert due
        step = case.step("2")
        labels = [way.jika for way in step.exits if way.jika]
        exit_ = labels[0] if due[0] == step.actors[0] and labels else ""
        case.complete("2", PEOPLE[due[0]][0], exit_=exit_)
    assert case.open == {"3"}
