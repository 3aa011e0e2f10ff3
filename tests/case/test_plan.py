from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.calendar.working_time import add_minutes
from runut.core.case.model import CancelCase, CaseState, Definition, PauseCase, StartStep
from runut.core.case.plan import Plan, deadline_of, due_date_of, plan_of
from tests.calendar.days import OFFICE, PLAIN, at
from tests.case.definitions import BYPASS, LAKIP, PARALLEL_CHECK, TWO_BRANCHES
from tests.case.driving import Driven
from tests.case.random_cases import definitions
from tests.people import ANTON, HENDRA, RINA

DUE = date(2026, 2, 28)
TO_SIX = ("1 rina", "2 dewi", "3 dewi", "4 rina", "5 budi")


def plan(case: Driven, now: str, due: date = DUE) -> Plan:
    return plan_of(OFFICE, case.definition, case.state, at(now), due)


def test_the_legal_date_is_the_last_of_february_and_hard() -> None:
    assert due_date_of(2025) == date(2026, 2, 28)
    assert due_date_of(2027) == date(2028, 2, 29)
    with pytest.raises(ValueError, match="no rule"):
        due_date_of(2013)


def test_where_the_legal_date_is_a_day_off_the_work_is_due_the_working_day_before() -> None:
    case = Driven(LAKIP)
    assert DUE.strftime("%a") == "Sat"
    assert plan(case, "2026-01-12 08.00").due == at("2026-02-27 15.30")


def test_where_the_legal_date_is_a_working_day_that_day_counts() -> None:
    assert plan(Driven(LAKIP), "2026-01-12 08.00", date(2026, 2, 26)).due == at("2026-02-26 15.00")


def test_a_deadline_of_an_open_step_runs_on_the_office_calendar() -> None:
    assert deadline_of(OFFICE, at("2026-01-15 15.30"), 120) == at("2026-01-19 09.00")
    assert deadline_of(OFFICE, at("2026-01-15 15.30"), 450) == at("2026-01-19 16.00")
    assert deadline_of(OFFICE, at("2026-01-15 15.30"), None) is None


def test_the_seed_takes_five_working_days_and_some_minutes() -> None:
    """rules.md, section 10: 38 h 40 min = 5.16 working days of 7.5 h."""
    seed = plan(Driven(LAKIP), "2026-01-12 07.30")
    assert seed.expected_finish == add_minutes(OFFICE, at("2026-01-12 07.30"), 38 * 60 + 40)
    assert seed.expected_finish == at("2026-01-20 08.40")
    assert seed.is_feasible


def test_every_step_has_its_latest_safe_start() -> None:
    seed = plan(Driven(LAKIP), "2026-01-12 08.00")
    assert [step.no for step in seed.steps] == list("123456789")
    last = seed.step("9")
    assert last is not None
    assert (last.latest_start, last.latest_finish) == (at("2026-02-27 13.30"), seed.due)
    six = seed.step("6")
    assert six is not None
    # Two days before Friday 27 February 08.30 in Ramadan: real days, not 900 minutes.
    assert six.latest_finish == at("2026-02-27 08.30")
    assert six.latest_start == at("2026-02-25 08.30")
    assert seed.latest_start == seed.steps[0].latest_start


def test_who_begins_by_the_latest_safe_start_is_in_time_and_a_minute_later_not() -> None:
    case = Driven(LAKIP)
    latest = plan(case, "2026-01-12 08.00").latest_start
    assert latest is not None
    assert plan_of(OFFICE, LAKIP, case.state, latest, DUE).is_feasible
    too_late = plan_of(OFFICE, LAKIP, case.state, latest + timedelta(minutes=1), DUE)
    assert not too_late.is_feasible
    assert too_late.slack_menit is not None
    assert too_late.slack_menit < 0


def test_slack_is_working_time_between_the_expected_end_and_the_due_date() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SIX, "6 budi", "7 rina", "8 hendra")
    late = plan(case, "2026-02-26 13.00")
    assert late.expected_finish == at("2026-02-26 15.00")
    assert late.slack_menit == 390
    assert late.steps[0].slack_menit == 390


def test_done_steps_are_not_planned_and_returned_ones_are_again() -> None:
    case = Driven(LAKIP)
    case.run(*TO_SIX, "6 budi", "7 rina", "8 hendra")
    assert [step.no for step in plan(case, "2026-01-20 08.00").steps] == ["9"]
    case.give_back("9", ANTON, "6")
    assert [step.no for step in plan(case, "2026-01-20 08.00").steps] == list("6789")


def test_branches_run_side_by_side_and_the_join_waits_for_the_longer_one() -> None:
    case = Driven(TWO_BRANCHES)
    case.run("1 rina")
    steps = {step.no: step for step in plan(case, "2026-01-12 08.00").steps}
    assert steps["2"].expected_start == steps["4"].expected_start == at("2026-01-12 08.00")
    assert steps["6"].expected_start == at("2026-01-12 10.00")
    assert steps["2"].latest_start == steps["4"].latest_start


def test_the_main_path_takes_the_first_way_down_of_a_decision() -> None:
    case = Driven(BYPASS)
    case.run("1 budi")
    assert [step.no for step in plan(case, "2026-01-12 09.00").steps] == ["2", "4"]


def test_a_step_taken_up_counts_from_then_but_is_not_done_before_now() -> None:
    case = Driven(LAKIP)
    case.ask(StartStep(by=RINA, at=at("2026-01-12 08.00"), no="1", round=1))
    assert plan(case, "2026-01-12 08.04").steps[0].expected_finish == at("2026-01-12 08.10")
    assert plan(case, "2026-01-13 09.00").steps[0].expected_finish == at("2026-01-13 09.00")


def test_an_open_step_past_its_deadline_is_overdue() -> None:
    case = Driven(LAKIP)
    (first, second, *_) = plan(case, "2026-01-12 08.30").steps
    assert (first.is_open, first.batas, first.is_overdue) == (True, at("2026-01-12 08.10"), True)
    assert (second.is_open, second.batas, second.is_overdue) == (False, None, False)
    assert not plan(case, "2026-01-12 08.05").steps[0].is_overdue


def test_steps_without_a_time_take_none_and_are_named() -> None:
    timeless = replace(LAKIP.steps[8], waktu_menit=None)
    case = Driven(replace(LAKIP, steps=(*LAKIP.steps[:8], timeless)))
    seed = plan(case, "2026-01-12 07.30")
    assert seed.tanpa_waktu == ("9",)
    last = seed.step("9")
    assert last is not None
    assert last.expected_start == last.expected_finish
    assert last.batas is None


def test_a_year_without_collective_leave_is_told() -> None:
    case = Driven(LAKIP)
    assert plan(case, "2026-01-12 08.00").tahun_tanpa_cuti_bersama == ()
    far = plan(case, "2026-12-28 08.00", date(2027, 2, 28))
    assert far.tahun_tanpa_cuti_bersama == (2027,)
    late = plan(case, "2026-12-28 08.00")
    assert late.tahun_tanpa_cuti_bersama == (2027,), "it will be late into a year unknown"


def test_a_case_not_started_is_planned_from_its_beginning() -> None:
    first, *_ = plan_of(OFFICE, LAKIP, CaseState(), at("2026-01-12 08.00"), DUE).steps
    assert (first.no, first.is_open) == ("1", False)


def test_a_paused_case_keeps_its_plan_and_a_cancelled_one_has_none() -> None:
    case = Driven(LAKIP)
    case.ask(PauseCase(by=RINA, at=case.clock, reason="Menunggu"))
    assert len(plan(case, "2026-01-12 09.00").steps) == 9
    case.ask(CancelCase(by=RINA, at=case.clock, reason="Batal"))
    gone = plan(case, "2026-01-12 09.00")
    assert (gone.steps, gone.expected_finish, gone.slack_menit) == ((), None, None)
    assert gone.is_feasible
    assert gone.step("1") is None


def test_two_checks_side_by_side_are_planned_once_each() -> None:
    case = Driven(PARALLEL_CHECK)
    case.run("1 budi", "3 hendra")
    assert [step.no for step in plan(case, "2026-01-12 09.00").steps] == ["2", "4"]
    case.give_back("2", RINA, "1")
    assert [step.no for step in plan(case, "2026-01-12 09.00").steps] == list("1234")
    assert HENDRA in case.state.roles["Kabag"]


@given(definitions(), st.lists(st.integers(1, 1200), min_size=8, max_size=8))
def test_the_forward_and_the_backward_plan_agree_on_any_procedure(
    drawn: Definition, minutes: list[int]
) -> None:
    """Beginning at the latest safe start is in time, and later than that is not."""
    steps = tuple(
        replace(step, waktu_menit=menit) for step, menit in zip(drawn.steps, minutes, strict=False)
    )
    timed, now = replace(drawn, steps=steps), at("2026-01-12 08.00")
    first = plan_of(PLAIN, timed, CaseState(), now, DUE)
    assert first.latest_start is not None
    again = plan_of(PLAIN, timed, CaseState(), first.latest_start, DUE)
    assert again.is_feasible
    assert all(step.expected_finish <= step.latest_finish for step in again.steps)
    assert min(step.slack_menit for step in again.steps) == 0
