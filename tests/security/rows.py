"""What the database holds, so that a change by one row shows.

To read every table twice for each question would be most of the work of these tests. The database
counts what is written: while its count stands, nothing is read again. What is written is always
told by the rows themselves, never by the count alone.
"""

from dataclasses import dataclass
from hashlib import sha256

from django.db import connection

FLEETING = {"django_session", "runut_cache"}
"""Sessions, and the counts of tries that slow guessing down: no records of an office."""


@dataclass(frozen=True)
class Rows:
    """A digest of every table but the fleeting ones, and the moment at which they were read."""

    digests: dict[str, str]
    written: int
    inside: tuple[str, ...]
    """The savepoints that were open: when one of them ends, what was written may be taken back."""

    def still_stand(self) -> bool:
        """Nothing was written since, and nothing that stood then was taken back."""
        open_now = tuple(connection.savepoint_ids)
        return self.written == _written() and self.inside == open_now[: len(self.inside)]


_read_last: list[Rows] = []


def rows() -> Rows:
    """What is there now."""
    if not _read_last or not _read_last[0].still_stand():
        _read_last[:] = [_moment(_digests())]
    return _read_last[0]


def rows_are(known: Rows) -> None:
    """The test begins where ``known`` was read: all that others wrote since was taken back."""
    _read_last[:] = [_moment(known.digests)]


def changed(before: Rows) -> list[str]:
    """The tables that are not as they were."""
    if before.still_stand():
        return []
    return [name for name, digest in _digests().items() if before.digests.get(name) != digest]


def _moment(digests: dict[str, str]) -> Rows:
    return Rows(digests, _written(), tuple(connection.savepoint_ids))


def _digests() -> dict[str, str]:
    with connection.cursor() as cursor:
        names = sorted(set(connection.introspection.table_names(cursor)) - FLEETING)
        digests = {}
        for name in names:
            cursor.execute(f'SELECT * FROM "{name}" ORDER BY 1')  # noqa: S608 - our own names
            digests[name] = sha256(repr(cursor.fetchall()).encode()).hexdigest()
        return digests


def _written() -> int:
    """How many rows this connection has written, those that were taken back too."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        return int(connection.connection.total_changes)
    assert connection.in_atomic_block  # PostgreSQL counts for each transaction by itself
    count = "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables"
    with connection.cursor() as cursor:
        cursor.execute(count)
        return int(cursor.fetchone()[0] or 0)
