"""The database at one moment, as a file, while others go on writing; and whether it is whole.

SQLite writes a file of its own kind (``VACUUM INTO``: one read transaction, nobody waits). Of
PostgreSQL see ``postgres``.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from itertools import chain
from pathlib import Path
from typing import Any

from django.db import connection

from runut.core.trust.chain import Head, Link, Row, verify_chain
from runut.files.backup.place import CopyFault
from runut.office.backup.postgres import DUMP, dump, is_postgresql

DATABASE = "runut.sqlite3"
_OFFICES = "SELECT id, nama FROM people_office ORDER BY id"
_MIGRATIONS = "SELECT app, name FROM django_migrations ORDER BY app, name"
_CHAIN = "SELECT * FROM trust_entry WHERE office_id = ? ORDER BY seq"
_COLUMNS = frozenset(field.name for field in fields(Row)) - {"office"}


@dataclass(frozen=True)
class Snapshot:
    """The database at one moment. ``file`` is its name in a copy, ``path`` where it lies now."""

    file: str
    path: Path
    offices: dict[int, str]
    migrations: tuple[tuple[str, str], ...]
    heads: tuple[Head, ...]
    faults: tuple[str, ...]
    owner: str
    """The hash of the first line of the first office's chain: whose copies these are."""


def take_snapshot(folder: Path) -> Snapshot:
    """Write the database as it is now into a folder of ours, and look whether it is whole.

    Raises CopyFault for a database that is damaged or holds no office yet; nothing can be copied
    then that would be worth keeping.
    """
    return _postgresql(folder / DUMP) if is_postgresql() else _sqlite(folder / DATABASE)


def _sqlite(path: Path) -> Snapshot:
    live = Path(str(connection.settings_dict["NAME"]))
    if not live.is_file():
        raise CopyFault("Belum ada kantor di folder data ini; tidak ada yang dicadangkan.")
    try:
        with closing(sqlite3.connect(live, timeout=20)) as database:
            database.execute("VACUUM INTO ?", (str(path),))
        with closing(sqlite3.connect(path)) as copied:
            if fault := sqlite_fault(copied):
                raise CopyFault(_damaged(fault))
            offices = dict(copied.execute(_OFFICES).fetchall())
            migrations = copied.execute(_MIGRATIONS).fetchall()
            copied.row_factory = sqlite3.Row

            def lines_of(pk: int) -> Iterator[Mapping[str, Any]]:
                return (dict(line) for line in copied.execute(_CHAIN, (pk,)))

            return _described(DATABASE, path, offices, migrations, lines_of)
    except sqlite3.DatabaseError as error:
        raise CopyFault(_why(error)) from error


def sqlite_fault(database: sqlite3.Connection) -> str:
    """What is wrong with a database as SQLite sees it, "" if nothing."""
    (said,) = database.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok":
        return str(said)
    orphan = database.execute("PRAGMA foreign_key_check").fetchone()
    return f"baris {orphan[0]} menunjuk baris yang tidak ada" if orphan else ""


def _postgresql(path: Path) -> Snapshot:
    with dump(path) as ask:
        offices = {int(pk): str(name) for pk, name in ask(_OFFICES)}
        names = [column[0] for column in ask(_CHAIN.replace("?", "0")).description]

        def lines_of(pk: int) -> Iterator[Mapping[str, Any]]:
            lines = ask(_CHAIN.replace("?", "%s"), pk)
            return (dict(zip(names, line, strict=True)) for line in lines)

        return _described(DUMP, path, offices, ask(_MIGRATIONS), lines_of)


def _described(
    file: str,
    path: Path,
    offices: Mapping[int, str],
    migrations: Iterable[Sequence[Any]],
    lines_of: Callable[[int], Iterator[Mapping[str, Any]]],
) -> Snapshot:
    """Reads every chain to its end. A broken one is copied as it is, and said: it is what there is
    to look into."""
    if not offices:
        raise CopyFault("Belum ada kantor di folder data ini; tidak ada yang dicadangkan.")
    heads, faults, owner = [], [], ""
    for pk in offices:
        links = (_link(pk, line) for line in lines_of(pk))
        first = next(links, None)
        if first is None:
            continue
        owner = owner or first.hash
        checked = verify_chain(chain([first], links), str(pk))
        if checked.head:
            heads.append(checked.head)
        if checked.fault:
            faults.append(checked.fault.pesan)
    known = tuple((app, name) for app, name in migrations)
    return Snapshot(file, path, dict(offices), known, tuple(heads), tuple(faults), owner)


def _link(office: int, line: Mapping[str, Any]) -> Link:
    """A line of the chain; one that an older version wrote may lack a column."""
    told = {name: value for name, value in line.items() if name in _COLUMNS}
    return Link(Row(office=str(office), **told), line["hash"])


def _why(error: sqlite3.DatabaseError) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return _damaged("sebagian isinya tidak terbaca")  # the library blames the new file
    if code == sqlite3.SQLITE_FULL:
        return "Cakram folder data penuh, sehingga salinan basis data tidak dapat disiapkan."
    return f"Basis data kantor tidak dapat disalin ({error}); cadangan baru tidak dibuat."


def _damaged(said: str) -> str:
    return (
        f"Basis data kantor rusak ({said}), jadi cadangan baru tidak dibuat. Cadangan yang lalu "
        "tetap ada: pulihkan dari sana dengan `runut restore`."
    )
