"""The forecast: the same for the same seed, honest about what it rests on, never slow."""

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.calendar.working_time import is_working_day
from runut.core.case.forecast import Forecast, Samples, forecast_of
from runut.core.case.model import CaseState, Definition, StartStep
from runut.core.case.plan import plan_of
from tests.calendar.days import OFFICE, at
from tests.case.definitions import LAKIP, TWO_BRANCHES, definition, step
from tests.case.driving import Driven
from tests.people import RINA

DUE = date(2026, 2, 28)
STEADY: Samples = {one.no: (one.waktu_menit or 0,) * 3 for one in LAKIP.steps}


def forecast(
    case: Driven, now: str, samples: Samples | None = None, seed: int = 1, due: date = DUE
) -> Forecast:
    asked = (OFFICE, case.definition, case.state, at(now), due)
    found = forecast_of(*asked, samples=samples or {}, seed=seed)
    assert found is not None
    return found


def test_the_same_seed_gives_the_same_forecast_and_another_another() -> None:
    case = Driven(LAKIP)
    one = forecast(case, "2026-02-18 08.00")
    assert one == forecast(case, "2026-02-18 08.00")
    assert one.days != forecast(case, "2026-02-18 08.00", seed=2).days
    assert one.draws == sum(count for _, count in one.days) == 1000


def test_the_first_numbers_are_written_down() -> None:
    """Whoever changes how chance is made changes forecasts that offices have read."""
    found = forecast(Driven(LAKIP), "2026-02-18 08.00")
    assert found.sentence == FIRST_SENTENCE


FIRST_SENTENCE = (
    "Dari 1.000 kemungkinan, 98 % selesai paling lambat 27 Februari 2026; "
    "paling mungkin 24–26 Februari 2026."
)


def test_steps_that_always_took_their_standard_time_end_when_the_plan_ends() -> None:
    case = Driven(LAKIP)
    for now in ("2026-01-12 07.30", "2026-01-30 14.00", "2026-02-18 08.00"):
        found = forecast(case, now, STEADY)
        plan = plan_of(OFFICE, LAKIP, case.state, at(now), DUE)
        assert plan.expected_finish is not None
        assert found.days == ((plan.expected_finish.date(), 1000),)
        assert found.percent == 100
    assert found.by_standard == ()
    assert "waktu nyata langkah yang sama" in found.basis


def test_with_too_few_times_it_says_that_it_uses_the_standard_times() -> None:
    found = forecast(Driven(LAKIP), "2026-02-18 08.00", {"6": (900, 1800)})
    assert found.measured == ()
    assert "setengah sampai dua kali waktu baku" in found.basis
    some = forecast(Driven(LAKIP), "2026-02-18 08.00", {"6": (900, 1800, 2700)})
    assert some.measured == ("6",)
    assert some.basis.startswith("Langkah 6 dari waktu nyata")


def test_slow_times_of_before_make_it_less_likely() -> None:
    case = Driven(LAKIP)
    fast = forecast(case, "2026-02-16 08.00", STEADY)
    slow = forecast(case, "2026-02-16 08.00", {**STEADY, "6": (900, 900, 2250, 3150)})
    assert fast.percent == 100 > slow.percent > 0
    assert slow.last > fast.last


def test_it_is_never_called_certain_unless_all_courses_say_so() -> None:
    times = (450,) * 299 + (45_000,)
    case = Driven(definition(step("1", "Kasubag", menit=450)))
    found = forecast(case, "2026-01-12 08.00", {"1": times}, due=date(2026, 3, 31))
    assert found.in_time < found.draws
    assert found.percent == 99


def test_time_already_spent_on_an_open_step_counts() -> None:
    case = Driven(definition(step("1", "Kasubag", menit=900)))
    fresh = forecast(case, "2026-01-13 07.30")
    case.ask(StartStep(by=RINA, at=at("2026-01-12 08.00"), no="1", round=1))
    assert forecast(case, "2026-01-13 07.30").first < fresh.first


def test_of_measured_times_only_those_are_possible_that_are_not_over_yet() -> None:
    case = Driven(definition(step("1", "Kasubag", menit=450)))
    times = {"1": (30, 60, 900)}
    found = forecast(case, "2026-01-13 08.00", times)
    assert found.days == ((date(2026, 1, 14), 1000),), "a day has gone; only two days are left"
    longest = forecast(case, "2026-01-20 08.00", times)
    assert longest.days[-1][0] == date(2026, 1, 22), "longer than ever: as if just opened"


def test_branches_run_side_by_side() -> None:
    case = Driven(TWO_BRANCHES)
    case.run("1 rina")
    times = {"2": (450,) * 3, "3": (450,) * 3, "4": (450,) * 3, "5": (450,) * 3, "6": (450,) * 3}
    found = forecast(case, "2026-01-12 07.30", times)
    assert found.days == ((date(2026, 1, 14), 1000),), "three days, not five"


def test_a_case_without_an_open_step_has_no_forecast() -> None:
    asked = (OFFICE, LAKIP, CaseState(), at("2026-01-12 08.00"), DUE)
    assert forecast_of(*asked, samples={}, seed=1) is None


def test_steps_without_a_time_are_named() -> None:
    timeless = replace(LAKIP, steps=(*LAKIP.steps[:8], replace(LAKIP.steps[8], waktu_menit=None)))
    assert forecast(Driven(timeless), "2026-02-18 08.00").timeless == ("9",)


@given(st.integers(0, 2**80), st.lists(st.integers(0, 50_000), min_size=0, max_size=8))
def test_every_course_ends_on_a_working_day_from_today_on(seed: int, times: list[int]) -> None:
    found = forecast(Driven(LAKIP), "2026-02-14 10.00", {"6": times}, seed)
    assert all(is_working_day(OFFICE, day) and day >= date(2026, 2, 14) for day, _ in found.days)
    assert found.days[0][0] <= found.first <= found.last <= found.days[-1][0]
    assert 0 <= found.in_time <= found.draws


@pytest.mark.parametrize("count", [9, 60])
def test_it_is_quick_also_for_a_long_procedure(count: int) -> None:
    ways = [str(n + 1) for n in range(1, count)] + [""]
    steps = [step(str(n), "Staf", way, menit=450) for n, way in enumerate(ways, start=1)]
    long: Definition = definition(*steps)
    case = Driven(long)
    begun = time.process_time()
    forecast(case, "2026-01-12 08.00", due=date(2026, 12, 31))
    assert time.process_time() - begun < 0.15, "50 ms on a machine that does nothing else"
