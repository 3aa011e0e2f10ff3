"""Do the rows of an office stand as the chain last recorded them?

The chain says of every row what stood in it after each change. Here the last word on each row is
held against the table; rows that came, went or changed past the chain are told one by one.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db import connection, transaction

from runut.office.hot_sql import run
from runut.office.recording.columns import Table, recorded_tables
from runut.office.recording.states import State, rows_of, secret_key_name
from runut.office.recording.touched import touched
from runut.office.trust.append import Act, append
from runut.office.trust.models import Entry

RowName = tuple[str, str]
"""Table and key."""
_Told = tuple[int, bytes | None]
"""The line of the chain that spoke last of a row, and a hash of what it said; None: gone."""
_COLUMNS = {
    "sqlite": "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
    " WHERE m.type = 'table'",
    "postgresql": "SELECT table_name::text, column_name::text FROM information_schema.columns"
    " WHERE table_schema = ANY (current_schemas(false))",
}


@dataclass(frozen=True)
class Difference:
    """A row that is not as recorded. ``seq``: the line that spoke of it last, 0 if none did.

    ``told`` is what that line says, ``now`` what stands there; None: there is no row.
    """

    table: str
    key: str
    seq: int
    told: State
    now: State

    @property
    def row(self) -> RowName:
        return self.table, self.key

    @property
    def columns(self) -> tuple[str, ...]:
        """Which columns differ, of a row that is in both."""
        if self.told is None or self.now is None:
            return ()
        return _differing(self.told, self.now)


def tables_there() -> dict[str, Table]:
    """The recorded tables as the database has them: during an upgrade some columns come later."""
    columns: dict[str, set[str]] = {}
    for table, column in run(_COLUMNS[connection.vendor], ()).fetchall():
        columns.setdefault(table, set()).add(column)
    found: dict[str, Table] = {}
    for name, table in recorded_tables().items():
        there = columns.get(name, set())
        if {table.key, table.office} <= there:
            kept = tuple(one for one in table.columns if one.name in there)
            found[name] = Table(name, table.key, table.office, kept)
    return found


def differences(
    office_id: int, tables: Mapping[str, Table], after: int = 0
) -> Iterator[Difference]:
    """The rows of an office that are not as recorded; ``after``: those written since that line."""
    told = _last_told(office_id, after)
    for name, table in tables.items():
        known = told.pop(name, {})
        for key, state in rows_of(table, office_id):
            seq, said = known.pop(key, (0, None))
            if seq == 0 and after:
                continue
            if said != _digest(state):
                yield from _difference(office_id, table, key, seq, state)
        for key, (seq, said) in known.items():
            if said is not None:
                yield Difference(name, key, seq, _told_at(office_id, seq, name, key), None)


def accept_as_found(office_id: int, before: set[RowName], reason: str, at: Any) -> int:
    """Take rows into the chain that an upgrade made or changed; not those that differed before."""
    with transaction.atomic():
        rows = [one.row for one in differences(office_id, tables_there()) if one.row not in before]
        if rows:
            touched().rows.extend((table, key, office_id) for table, key in rows)
            facts = {"alasan": reason, "baris": len(rows)}
            line = Act("kantor.keadaan_diterima", f"kantor:{office_id}", facts)
            append(office_id, [line], actor="", at=at)
    return len(rows)


def has_recorded_rows(office_id: int) -> bool:
    """Whether the chain of an office knows of rows at all: one that is older does not."""
    return Entry.objects.filter(office_id=office_id).exclude(states="").exists()


def _last_told(office_id: int, after: int) -> dict[str, dict[str, _Told]]:
    told: dict[str, dict[str, _Told]] = {}
    lines = Entry.objects.filter(office_id=office_id, seq__gt=after).exclude(states="")
    pairs = lines.order_by("seq").values_list("seq", "states")
    for seq, text in pairs.iterator(chunk_size=500):
        for table, rows in _read(text).items():
            known = told.setdefault(table, {})
            for key, state in rows.items():
                known[key] = (seq, None if state is None else _digest(state))
    return told


def _read(text: str) -> dict[str, dict[str, State]]:
    """The states of a line; one that cannot be read is a fault of the chain, told there."""
    try:
        read = json.loads(text)
    except ValueError:
        return {}
    is_readable = isinstance(read, dict) and all(isinstance(rows, dict) for rows in read.values())
    return read if is_readable else {}


def _told_at(office_id: int, seq: int, table: str, key: str) -> State:
    line = Entry.objects.filter(office_id=office_id, seq=seq).values_list("states", flat=True)
    return _read(line[0]).get(table, {}).get(key)


def _difference(
    office_id: int, table: Table, key: str, seq: int, now: State
) -> Iterator[Difference]:
    told = _told_at(office_id, seq, table.name, key) if seq else None
    found = Difference(table.name, key, seq, told, now)
    if told is None or found.columns:
        yield found


def _differing(told: dict[str, Any], now: dict[str, Any]) -> tuple[str, ...]:
    return tuple(
        name
        for name, value in now.items()
        if name not in told or (told[name] != value and not _is_of_another_key(told[name]))
    )


def _is_of_another_key(value: object) -> bool:
    """A secret that was hashed with a key that is no longer in use says nothing."""
    return isinstance(value, dict) and not str(value.get("hmac", secret_key_name())).startswith(
        secret_key_name()
    )


def _digest(state: State) -> bytes:
    return sha256(json.dumps(state, sort_keys=True).encode()).digest()
