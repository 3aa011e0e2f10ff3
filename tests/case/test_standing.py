"""Whether a case will be in time, when that becomes impossible, and what helps most cheaply."""

import re
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from runut.core.case.model import StartStep, Step
from runut.core.case.plan import limits_of, plan_of
from runut.core.case.standing import Standing, Tone, remedy_of, standing_of
from tests.calendar.days import OFFICE, at
from tests.case.definitions import LAKIP, TWO_BRANCHES
from tests.case.driving import Driven
from tests.people import RINA

DUE = date(2026, 2, 28)
TO_SIX = ("1 rina", "2 dewi", "3 dewi", "4 rina", "5 budi")


def standing(case: Driven, now: str, due: date = DUE) -> Standing:
    limits = limits_of(OFFICE, case.definition, case.state.open_steps, due, at(now))
    found = standing_of(OFFICE, limits, case.state, at(now))
    assert found is not None
    return found


def test_the_limits_are_those_of_the_plan() -> None:
    case = Driven(LAKIP)
    limits = limits_of(OFFICE, LAKIP, case.state.open_steps, DUE, at("2026-01-12 08.00"))
    plan = plan_of(OFFICE, LAKIP, case.state, at("2026-01-12 08.00"), DUE)
    assert limits.due == plan.due
    assert limits.steps == {one.no: (one.latest_start, one.latest_finish) for one in plan.steps}


def test_a_case_with_room_says_until_when_it_has_it() -> None:
    found = standing(Driven(LAKIP), "2026-01-12 08.00")
    assert (found.tone, found.no, found.is_to_end) == (Tone.GOOD, "1", False)
    assert found.short.startswith("ruang 2")
    assert found.sentence.startswith("Langkah 1 paling lambat dimulai ")
    assert found.sentence.endswith("sesudah itu batas tidak terkejar lagi dengan waktu baku.")


def test_a_step_taken_up_in_time_has_until_its_latest_finish() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SIX, "6 budi", "7 rina", "8 hendra")
    case.ask(StartStep(by="anton", at=at("2026-01-20 09.00"), no="9", round=1))
    found = standing(case, "2026-02-27 14.00")
    assert (found.is_to_end, found.last, found.is_feasible) == (True, at("2026-02-27 15.30"), True)
    assert found.tone is Tone.TIGHT
    assert found.short == "mepet, ruang 1 jam 30 menit"


def test_a_minute_after_the_last_moment_it_is_impossible() -> None:
    case = Driven(LAKIP)
    last = standing(case, "2026-01-12 08.00").last
    assert standing(case, f"{last:%Y-%m-%d %H.%M}").is_feasible
    late = standing(case, f"{last + timedelta(minutes=1):%Y-%m-%d %H.%M}")
    assert (late.tone, late.short) == (Tone.IMPOSSIBLE, "tidak terkejar dengan waktu baku")
    assert "seharusnya dimulai paling lambat" in late.sentence
    assert standing(case, "2026-03-02 08.00").short == "lewat batas"


@given(st.integers(0, 55 * 24 * 60), st.booleans())
def test_it_says_what_the_plan_says_at_any_minute(minutes: int, taken_up: bool) -> None:
    case = Driven(LAKIP)
    now = at("2026-01-12 08.00") + timedelta(minutes=minutes)
    if taken_up:
        case.ask(StartStep(by=RINA, at=now - timedelta(minutes=minutes // 2), no="1", round=1))
    limits = limits_of(OFFICE, LAKIP, case.state.open_steps, DUE, now)
    found = standing_of(OFFICE, limits, case.state, now)
    assert found is not None
    assert found.is_feasible == plan_of(OFFICE, LAKIP, case.state, now, DUE).is_feasible


def test_of_two_branches_the_one_that_is_late_first_decides() -> None:
    case = Driven(TWO_BRANCHES)
    case.run("1 rina")
    long = replace(TWO_BRANCHES.steps[3], waktu_menit=450)
    case.definition = replace(
        TWO_BRANCHES, steps=(*TWO_BRANCHES.steps[:3], long, *TWO_BRANCHES.steps[4:])
    )
    assert standing(case, "2026-02-02 08.00").no == "4"


def remedy(case: Driven, now: str, due: date = DUE) -> str:
    return remedy_of(OFFICE, case.definition, case.state, at(now), due)


def test_a_case_in_time_needs_no_remedy() -> None:
    assert remedy(Driven(LAKIP), "2026-01-12 08.00") == ""


def test_a_little_late_the_longest_step_is_done_a_little_faster() -> None:
    case = Driven(LAKIP)
    words = remedy(case, "2026-02-23 08.00", date(2026, 3, 1))
    assert words.startswith("Paling murah: selesaikan langkah 6 (Mengerjakan langkah 6) dalam ")
    assert words.endswith(", bukan 2 hari kerja.")


def test_later_all_steps_have_to_be_faster_and_then_the_date_has_to_move() -> None:
    case = Driven(LAKIP)
    words = remedy(case, "2026-02-24 13.00", date(2026, 3, 1))
    assert words.startswith("Paling murah: kerjakan setiap langkah yang tersisa dalam ")
    words = remedy(case, "2026-02-26 08.00", date(2026, 3, 1))
    assert words == "Ajukan batas baru: dengan waktu baku paling cepat selesai 5 Maret 2026."


def test_at_the_closing_of_the_due_day_nothing_more_can_be_done() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SIX, "6 budi", "7 rina", "8 hendra")
    case.ask(StartStep(by="anton", at=at("2026-01-20 09.00"), no="9", round=1))
    assert standing(case, "2026-02-27 15.29").is_feasible
    assert not standing(case, "2026-02-27 15.30").is_feasible


@given(st.integers(0, 12 * 24 * 60), st.integers(14, 25))
def test_what_a_remedy_asks_for_is_enough(minutes: int, days: int) -> None:
    case = Driven(LAKIP)
    now = at("2026-02-05 08.00") + timedelta(minutes=minutes)
    due = date(2026, 2, days)
    words = remedy_of(OFFICE, LAKIP, case.state, now, due)
    faster = _as_asked(words)
    if faster is not None:
        shorter = replace(LAKIP, steps=faster)
        assert plan_of(OFFICE, shorter, case.state, now, due).is_feasible, words
    is_late = not plan_of(OFFICE, LAKIP, case.state, now, due).is_feasible
    assert bool(words) == is_late


def _as_asked(words: str) -> tuple[Step, ...] | None:
    """The steps as a remedy asks for them; None where it asks for another date."""
    if found := re.search(r"dalam (\d+) persen", words):
        share = int(found[1])
        assert share >= 50
        return tuple(
            replace(one, waktu_menit=(one.waktu_menit or 0) * share // 100) for one in LAKIP.steps
        )
    if found := re.search(r"langkah (\d) .* dalam (.*), bukan", words):
        units = {"hari": 450, "jam": 60, "menit": 1}
        parts = re.findall(r"(\d+) (hari|jam|menit)", found[2])
        menit = sum(int(count) * units[unit] for count, unit in parts)
        return tuple(
            replace(one, waktu_menit=menit) if one.no == found[1] else one for one in LAKIP.steps
        )
    return None
