"""What stands in a row, as the audit chain records it: column by column, as the database holds it.

A text too long to repeat is its SHA-256, a secret a keyed hash, a row that is gone ``null``. An
office stays on the database it began on (0013), so its values can be compared as they are.
"""

import hmac
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any
from unicodedata import is_normalized

from django.conf import settings
from django.db import connection

from runut.office.hot_sql import run
from runut.office.recording.columns import Column, Table, recorded_tables
from runut.office.recording.touched import Row

LONGEST_TEXT = 200
_LARGEST_EXACT_INTEGER = 2**53 - 1
_AT_ONCE = 500

State = dict[str, Any] | None
States = dict[str, dict[str, State]]
"""By table, by key: the columns, or None for a row that is not there."""


def states_of(rows: Iterable[Row]) -> States:
    """What stands in these rows now."""
    keys: dict[str, list[str]] = {}
    for table, key, _ in rows:
        keys.setdefault(table, []).append(key)
    tables = recorded_tables()
    return {name: _states_in(tables[name], found) for name, found in keys.items()}


def rows_of(table: Table, office_id: int) -> Iterator[tuple[str, State]]:
    """Every row of an office in a table, with its key."""
    where = f"{table.office} = %s ORDER BY {table.key}"
    yield from _read(table, where, (office_id,))


def _states_in(table: Table, keys: Sequence[str]) -> dict[str, State]:
    found: dict[str, State] = dict.fromkeys(keys)
    for start in range(0, len(keys), _AT_ONCE):
        part = [int(key) for key in keys[start : start + _AT_ONCE]]
        marks = ", ".join(["%s"] * len(part))
        found.update(_read(table, f"{table.key} IN ({marks})", part))
    return found


def _read(table: Table, where: str, values: Sequence[object]) -> Iterator[tuple[str, State]]:
    columns = table.columns
    cursor = run(f"{_select(table, connection.vendor)} WHERE {where}", values)
    while found := cursor.fetchmany(_AT_ONCE):
        for row in found:
            key = str(row[-1])
            state = {
                column.name: _told(column, table.name, key, value)
                for column, value in zip(columns, row, strict=False)
            }
            yield key, state


@lru_cache(maxsize=256)
def _select(table: Table, vendor: str) -> str:
    columns = ", ".join(_as_held(column, vendor) for column in table.columns)
    return f'SELECT {columns}, "{table.key}" FROM "{table.name}"'  # noqa: S608 - our own names


def _as_held(column: Column, vendor: str) -> str:
    """A column as the database holds it, not as Django's driver hands it out."""
    if vendor == "sqlite":
        return f'+"{column.name}"'  # of an expression it does not know that it is a date
    return f'"{column.name}"' if column.is_plain else f'"{column.name}"::text'


def _told(column: Column, table: str, key: str, value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    if column.is_secret:
        return _secret(table, column.name, key, value) if value != "" else ""
    if isinstance(value, int):
        return value if abs(value) <= _LARGEST_EXACT_INTEGER else {"angka": str(value)}
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bytes):
        return {"sha256": sha256(value).hexdigest()}
    return {"angka": repr(value)}


def _text(value: str) -> object:
    is_short = len(value) <= LONGEST_TEXT
    if is_short and (value.isascii() or is_normalized("NFC", value)):
        return value
    return {"sha256": sha256(value.encode(errors="surrogatepass")).hexdigest()}


def _secret(table: str, column: str, key: str, value: object) -> dict[str, str]:
    """Bound to its place, so that two equal secrets do not look equal."""
    secret, name = _secret_key(settings.SECRET_KEY)
    told = hmac.new(secret, f"{table}|{column}|{key}|{value}".encode(), "sha256").hexdigest()
    return {"hmac": f"{name}:{told}"}


@lru_cache(maxsize=4)
def _secret_key(of_office: str) -> tuple[bytes, str]:
    """The key of the hashes and its name: after a change of key old ones are not compared."""
    key = sha256(b"runut: rahasia dalam rantai" + of_office.encode()).digest()
    return key, sha256(key).hexdigest()[:8]


def secret_key_name() -> str:
    """The name of the key in use."""
    return _secret_key(settings.SECRET_KEY)[1]
