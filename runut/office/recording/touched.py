"""The rows that the running transaction has written, until the chain has taken them up."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections

Row = tuple[str, str, int]
"""Table, key as text, office."""


@dataclass
class Touched:
    """What one connection has written since its transaction began, and not told yet.

    ``before`` is what stood here when each savepoint was made: back to it, nothing was told.
    ``at`` is the time of the transaction's last act.
    """

    rows: list[Row] = field(default_factory=list)
    before: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    at: datetime | None = None

    def clear(self) -> None:
        self.rows.clear()
        self.before.clear()
        self.at = None

    def take(self, office_id: int) -> list[Row]:
        """The rows of an office, each once; they are the chain's from here on."""
        if not self.rows:
            return []
        mine = [row for row in self.rows if row[2] == office_id]
        self.rows = [row for row in self.rows if row[2] != office_id]
        return list(dict.fromkeys(mine))


class Ending:
    """What is told to the chain when a transaction ends; the chain itself puts it here."""

    record: Callable[[], None] | None = None
    is_migrating = False


@contextmanager
def migrating() -> Iterator[None]:
    """Migrations write in tables of another version: what they did is told when they are through
    (runut.office.running.migrating)."""
    Ending.is_migrating = True
    try:
        yield
    finally:
        Ending.is_migrating = False


def touched() -> Touched:
    """What the connection of this thread has written and not told yet."""
    database: Any = connections[DEFAULT_DB_ALIAS]
    found: Touched = database.touched
    return found


def happens(at: datetime) -> None:
    """When that happens which the running transaction writes without an act of its own."""
    touched().at = at


def note(table: str, keys: Iterable[object], office_id: int) -> None:
    """Rows that a statement of our own wrote past Django's compilers (office/hot_sql)."""
    touched().rows.extend((table, str(key), office_id) for key in keys)
