"""Whether a case will be in time: which step decides, until when, and what helps most cheaply.

One answer for the form, the inbox, the list of cases and the plan.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from runut.core.calendar.aturan import MENIT_HARI_KERJA
from runut.core.calendar.standard_time import roughly, standard_minutes_between, words_of
from runut.core.calendar.working_time import Calendar, minutes_between, next_working_moment
from runut.core.case.model import CaseState, Definition, Step
from runut.core.case.plan import Limits, Plan, PlannedStep, plan_of
from runut.core.words.dates import format_clock, format_date

LEAST_SHARE = 50
"""No remedy asks for a step in less than half of its standard time, in percent."""
_UNIT, _SHARE_UNIT = 30, 10

Enough = Callable[[dict[str, int]], bool]
"""Whether the case is in time if these steps take so many minutes."""


class Tone(StrEnum):
    GOOD = "good"
    TIGHT = "warn"
    IMPOSSIBLE = "bad"


@dataclass(frozen=True)
class Standing:
    """``no`` is the step that decides, ``last`` the moment after which the due date cannot be met
    any more at the standard pace: until then the step must have begun, or have ended where
    somebody has taken it up (``is_to_end``). ``slack_menit`` is working time until then."""

    no: str
    last: datetime
    is_to_end: bool
    slack_menit: int
    is_feasible: bool
    is_past_due: bool

    @property
    def tone(self) -> Tone:
        if not self.is_feasible:
            return Tone.IMPOSSIBLE
        return Tone.TIGHT if self.slack_menit < MENIT_HARI_KERJA.nilai else Tone.GOOD

    @property
    def short(self) -> str:
        """For a list: "ruang 12 hari kerja", "mepet, ruang 3 jam", "tidak terkejar …"."""
        if self.is_past_due:
            return "lewat batas"
        if not self.is_feasible:
            return "tidak terkejar dengan waktu baku"
        words = f"ruang {roughly(self.slack_menit)}"
        return f"mepet, {words}" if self.tone is Tone.TIGHT else words

    @property
    def room(self) -> str:
        """The working time left, where the label says already that it is that."""
        return roughly(self.slack_menit) if self.is_feasible else self.short

    @property
    def sentence(self) -> str:
        """When it becomes impossible, in one sentence."""
        when = moment_words(self.last)
        if self.is_past_due:
            return "Batas penyampaian sudah lewat."
        if not self.is_feasible:
            return (
                f"Dengan waktu baku batas tidak terkejar lagi: langkah {self.no} seharusnya "
                f"{'selesai' if self.is_to_end else 'dimulai'} paling lambat {when}."
            )
        what = "selesai" if self.is_to_end else "dimulai"
        return (
            f"Langkah {self.no} paling lambat {what} {when}; sesudah itu batas tidak terkejar "
            "lagi dengan waktu baku."
        )


def standing_of(
    calendar: Calendar, limits: Limits, state: CaseState, now: datetime
) -> Standing | None:
    """How a running case stands; None where no step is open. ``limits`` are of its open steps."""
    found = [
        standing_of_step(calendar, limits, state, no, now)
        for no in state.open_steps
        if no in limits.steps
    ]
    return min(found, key=lambda one: (one.is_feasible, one.last), default=None)


def standing_of_step(
    calendar: Calendar, limits: Limits, state: CaseState, no: str, now: datetime
) -> Standing:
    """How an open step stands within the limits of its case."""
    start, end = limits.steps[no]
    taken_up = state.step(no).started_at
    in_time = taken_up is not None and taken_up <= start
    last = end if in_time else start
    at_work = next_working_moment(calendar, now)
    return Standing(
        no=no,
        last=last,
        is_to_end=in_time,
        slack_menit=minutes_between(calendar, now, last),
        is_feasible=at_work <= last,
        is_past_due=now.date() > limits.due.date(),
    )


def remedy_of(
    calendar: Calendar, definition: Definition, state: CaseState, now: datetime, due_date: date
) -> str:
    """The cheapest thing that brings a late case in time again, in one sentence; "" if it is.

    Cheapest is the least share of its standard time taken from one step; where half of one step
    is not enough, from all that remain; and else the due date has to move.
    """
    plan = plan_of(calendar, definition, state, now, due_date)
    finish = plan.expected_finish
    if plan.is_feasible or finish is None:
        return ""

    def is_enough(steps: dict[str, int]) -> bool:
        changed = replace(
            definition, steps=tuple(_shortened(one, steps) for one in definition.steps)
        )
        return plan_of(calendar, changed, state, now, due_date).is_feasible

    late = max(1, standard_minutes_between(calendar, plan.due, finish))
    return (
        _one_step(definition, plan, late, is_enough)
        or _all_steps(definition, plan, late, is_enough)
        or "Ajukan batas baru: dengan waktu baku paling cepat selesai "
        f"{format_date(finish.date())}."
    )


def moment_words(moment: datetime) -> str:
    """A moment in words: "18 Februari 2026 pukul 08.30"."""
    return f"{format_date(moment.date())} pukul {format_clock(moment, '').strip()}"


def _one_step(definition: Definition, plan: Plan, late: int, is_enough: Enough) -> str:
    for step in _critical(definition, plan):
        menit = step.waktu_menit or 0
        for extra in (0, 1, 2):
            shorter = (menit - late) // _UNIT * _UNIT - extra * _UNIT
            if shorter * 100 < menit * LEAST_SHARE or shorter <= 0:
                break
            if is_enough({step.no: shorter}):
                name = step.kegiatan.rstrip(". ")
                return (
                    f"Paling murah: selesaikan langkah {step.no} ({name}) dalam "
                    f"{words_of(shorter)}, bukan {words_of(menit)}."
                )
    return ""


def _all_steps(definition: Definition, plan: Plan, late: int, is_enough: Enough) -> str:
    steps = {step.no: step.waktu_menit or 0 for step in _critical(definition, plan)}
    whole = sum(steps.values())
    if not whole:
        return ""
    most = (100 - -(-100 * late // whole)) // _SHARE_UNIT * _SHARE_UNIT
    for share in (most, most - _SHARE_UNIT):
        if share < LEAST_SHARE:
            return ""
        if is_enough({no: menit * share // 100 for no, menit in steps.items()}):
            return (
                "Paling murah: kerjakan setiap langkah yang tersisa dalam "
                f"{share} persen waktu bakunya."
            )
    return ""


def _critical(definition: Definition, plan: Plan) -> list[Step]:
    """The steps that nothing runs beside, or that what runs beside waits for: longest first.

    A step that is late already by itself is among them; one that somebody has had longer than its
    standard time takes no less by taking less."""
    least = min((step.slack_menit for step in plan.steps), default=0)
    decisive = [one for one in plan.steps if _is_decisive(one, least)]
    steps = [step for one in decisive if (step := definition.step(one.no))]
    return sorted(steps, key=lambda step: -(step.waktu_menit or 0))


def _is_decisive(step: PlannedStep, least: int) -> bool:
    return (
        step.slack_menit - least < MENIT_HARI_KERJA.nilai
        and step.expected_finish > step.expected_start
    )


def _shortened(step: Step, menit: dict[str, int]) -> Step:
    return replace(step, waktu_menit=menit[step.no]) if step.no in menit else step
