"""The tables of an office on PostgreSQL as one file, read in one moment; and put back from it.

``COPY`` inside one transaction that sees one moment (repeatable read), table by table, into a ZIP
that any program opens. Not ``pg_dump``: it must be as new as the server and is not there on every
machine that runs Runut, while what we connect with always is. The tables themselves are made by
our migrations, at exactly the state that was copied.
"""

import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

DUMP = "runut.copy.zip"
_TABLES = "tabel.json"
_NOT_COPIED = frozenset({"django_migrations"})
"""What migrating writes itself."""

Ask = Callable[..., Any]
"""Puts a statement with its values; answers psycopg's cursor."""


def is_postgresql() -> bool:
    return connection.vendor == "postgresql"


@contextmanager
def dump(path: Path) -> Iterator[Ask]:
    """Write all tables into ``path``; what is asked meanwhile is answered of the same moment."""
    with closing(connection.copy()) as beside:
        beside.ensure_connection()
        raw = beside.connection
        raw.execute("SET statement_timeout = 0")
        raw.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        tables = {name: _columns(raw, name) for name in _our_tables()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr(_TABLES, json.dumps(tables, indent=1))
            for name, columns in tables.items():
                with (
                    archive.open(f"{name}.copy", "w", force_zip64=True) as file,
                    raw.cursor().copy(_copy("COPY {} ({}) TO STDOUT", name, columns)) as rows,
                ):
                    for row in rows:
                        file.write(row)

        def ask(statement: str, *values: object) -> Any:
            return raw.execute(statement, values)

        yield ask


def put_back(path: Path, migrations: Iterable[tuple[str, str]]) -> None:
    """Fill an empty database from a dump: our tables as they were, then their rows.

    One transaction for the rows. The caller brings the tables up to this version afterwards.
    """
    migrate_to(migrations)
    with zipfile.ZipFile(path) as archive:
        tables: dict[str, list[str]] = json.loads(archive.read(_TABLES))
        with closing(connection.copy()) as beside:
            beside.ensure_connection()
            raw = beside.connection
            with raw.transaction():
                raw.execute("SET LOCAL statement_timeout = 0")
                raw.execute("SET CONSTRAINTS ALL DEFERRED")
                for name in tables:  # what the migrations themselves have written
                    raw.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(name)))
                for name, columns in tables.items():
                    _fill(raw, archive, name, columns)
                for name, columns in tables.items():
                    if "id" in columns:
                        _count_on(raw, name)


def migrate_to(migrations: Iterable[tuple[str, str]]) -> None:
    """Make our tables as they were when exactly these migrations had run."""
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    ran = {one for one in migrations if one in graph.nodes}
    # the last of each line: one that another builds on would count as asked to be undone
    executor.migrate([one for one in ran if not {*graph.node_map[one].children} & ran])


def _our_tables() -> list[str]:
    there = set(connection.introspection.table_names())
    models = apps.get_models(include_auto_created=True)
    ours = {model._meta.db_table for model in models if model._meta.managed}
    return sorted((ours & there) - _NOT_COPIED)


def _columns(raw: Any, table: str) -> list[str]:
    asked = raw.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
        " AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
        (table,),
    )
    return [name for (name,) in asked]


def _copy(words: str, table: str, columns: Sequence[str]) -> sql.Composed:
    named = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL(words).format(sql.Identifier(table), named)


def _fill(raw: Any, archive: zipfile.ZipFile, name: str, columns: Sequence[str]) -> None:
    with (
        archive.open(f"{name}.copy") as file,
        raw.cursor().copy(_copy("COPY {} ({}) FROM STDIN", name, columns)) as rows,
    ):
        while piece := file.read(1 << 16):
            rows.write(piece)


def _count_on(raw: Any, table: str) -> None:
    """New rows get numbers after those that came back."""
    (sequence,) = raw.execute("SELECT pg_get_serial_sequence(%s, 'id')", (table,)).fetchone()
    if sequence:  # not every key is counted
        highest = sql.SQL("SELECT setval(%s, coalesce(max(id), 0) + 1, false) FROM {}")
        raw.execute(highest.format(sql.Identifier(table)), (sequence,))
