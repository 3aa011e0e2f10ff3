"""What Django's compilers of INSERT, UPDATE and DELETE do beside their work: note the rows.

They are the one way from the ORM to the database: ``save``, ``update``, ``delete``, ``bulk_create``
and what cascades all come through here. The database itself says which rows it wrote (RETURNING).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import transaction
from django.db.models import Field

from runut.office.recording.columns import Table, recorded_tables
from runut.office.recording.touched import Ending

Fields = Sequence["Field[Any, Any]"]


def insert(
    compiler: Any, execute: Callable[..., Any], returning_fields: Fields | None = None
) -> Any:
    """``execute`` an INSERT: the keys come back even where nobody else asks for them."""
    meta = compiler.query.get_meta()
    table = _recorded(compiler)
    if table is None:
        return execute(returning_fields)
    asked = list(returning_fields or ())
    by_column = {field.column: field for field in meta.concrete_fields}
    fields = [*asked, by_column[table.key], by_column[table.office]]
    with transaction.atomic(using=compiler.using, savepoint=False):
        # None: a row that was there already and was left as it is
        rows = [row for row in execute(fields) if row]
        _note(compiler, table, (row[-2:] for row in rows))
    return [tuple(row[: len(asked)]) for row in rows] if asked else []


def update(compiler: Any, execute: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """UPDATE: the rows it reached, where a recorded column is among what it wrote."""
    table = _recorded(compiler)
    written = {field.column for field, _, _ in getattr(compiler.query, "values", ())}
    if table is None or not written & table.names:
        return execute(*args, **kwargs)
    return _write(compiler, table)


def delete(compiler: Any, execute: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """DELETE: the rows that went."""
    table = _recorded(compiler)
    return _write(compiler, table) if table else execute(*args, **kwargs)


def _recorded(compiler: Any) -> Table | None:
    """The table that is written, if it is recorded, and now."""
    if Ending.is_migrating:
        return None
    return recorded_tables().get(compiler.query.get_meta().db_table)


def _write(compiler: Any, table: Table) -> int:
    try:
        statement, values = compiler.as_sql()
    except EmptyResultSet:
        return 0
    if not statement:
        return 0
    with (
        transaction.atomic(using=compiler.using, savepoint=False),
        compiler.connection.cursor() as cursor,
    ):
        cursor.execute(f'{statement} RETURNING "{table.key}", "{table.office}"', values)
        rows = cursor.fetchall()
        _note(compiler, table, rows)
    return len(rows)


def _note(compiler: Any, table: Table, rows: Iterable[Any]) -> None:
    noted = [(table.name, str(key), office) for key, office in rows]
    compiler.connection.touched.rows.extend(noted)


class Inserting:
    """INSERT, noted; above Django's own compiler of either database."""

    def execute_sql(self, *args: Any, **kwargs: Any) -> Any:
        return insert(self, super().execute_sql, *args, **kwargs)  # type: ignore[misc]


class Updating:
    """UPDATE, noted."""

    def execute_sql(self, *args: Any, **kwargs: Any) -> Any:
        return update(self, super().execute_sql, *args, **kwargs)  # type: ignore[misc]


class Deleting:
    """DELETE, noted."""

    def execute_sql(self, *args: Any, **kwargs: Any) -> Any:
        return delete(self, super().execute_sql, *args, **kwargs)  # type: ignore[misc]
