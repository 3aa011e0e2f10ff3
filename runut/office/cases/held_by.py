"""Who holds a case now: the roles whose turn it is, the people who can act, since when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from runut.core.calendar.standard_time import roughly
from runut.core.calendar.working_time import minutes_between
from runut.core.case.explain import holders_now, people_who_may
from runut.core.case.model import CaseState, Definition
from runut.office.cases.models import Case
from runut.office.people.calendars import calendar_of

_AT_A_GLANCE = 3


@dataclass(frozen=True)
class HeldBy:
    """``is_anybody``: somebody can act on each open step. ``people`` and ``since`` in words."""

    actors: str
    people: str
    since: str
    is_anybody: bool


def held_by(
    row: Case, definition: Definition, state: CaseState, now: datetime, present: Mapping[str, str]
) -> HeldBy:
    """``present``: who works here, and what he is called for short."""
    holdings = holders_now(definition, state)
    actors = ", ".join(dict.fromkeys(a for one in holdings for a in one.actors))
    asked = [people_who_may(definition, state, one.no, now) for one in holdings]
    refs = dict.fromkeys(ref for people in asked for ref in people if ref in present)
    return HeldBy(
        actors,
        few([present[ref] for ref in refs]),
        _since(row, min((one.since for one in holdings if one.since), default=None), now),
        all(present.keys() & set(people) for people in asked),
    )


def few(names: list[str]) -> str:
    """As many names as a glance takes in.

    >>> few(["Rina", "Budi", "Sari", "Wati", "Joko"])
    'Rina, Budi, Sari, dan 2 orang lagi'
    """
    more = len(names) - _AT_A_GLANCE
    if more <= 1:  # a single name is as short as the words for it
        return ", ".join(names)
    return f"{', '.join(names[:_AT_A_GLANCE])}, dan {more} orang lagi"


def _since(row: Case, moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return ""
    zone = row.office.zone
    minutes = minutes_between(
        calendar_of(row.office), moment.astimezone(zone), now.astimezone(zone)
    )
    return f"selama {roughly(minutes)}" if minutes else ""
