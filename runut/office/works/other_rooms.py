"""Rooms above this one that have a word in the inbox and in the history of a case.

By dotted path, as kinds of work do: no arrow climbs.
"""

from typing import Final

NOTICES: Final = (
    "runut.office.linked.queries.notices",
    "runut.office.oversight.queries.notices",
    "runut.office.calendar.notices.moved_deadlines",
    "runut.office.reminders.notices.reminders_of",
    "runut.office.kinerja.queries.notices",
    "runut.office.packs.queries.notices",
    "runut.office.kantor.backup.notices",
)
"""Functions from a person to what stands in his inbox beside his tasks."""

WORDS: Final = (
    "runut.office.linked.actions.WORDS",
    "runut.office.next_year.actions.WORDS",
    "runut.office.oversight.actions.WORDS",
)
"""What the lines of the audit chain say that these rooms have written."""
