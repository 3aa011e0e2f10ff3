"""Statements of the path of every act, on the driver itself (docs/decisions/0005-hot-path.md)."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections


def run(statement: str, values: Sequence[object]) -> Any:
    """The driver's cursor after ``statement``; placeholders are ``%s``. Call inside a transaction.

    Errors are Django's. Django's own cursor takes as long again as such a statement itself; it is
    used only while somebody watches the statements.
    """
    database = _database()
    if database.execute_wrappers or database.queries_logged:
        watched = database.cursor()
        watched.execute(statement, values)
        return watched
    cursor = database.connection.cursor()
    with database.wrap_database_errors:
        cursor.execute(_PLACED[database.vendor](statement), values)
    return cursor


def _database() -> Any:
    database = connections[DEFAULT_DB_ALIAS]  # not the proxy, which looks it up for every name
    database.ensure_connection()
    database.validate_no_broken_transaction()
    return database


@lru_cache(maxsize=64)
def _with_question_marks(statement: str) -> str:
    return statement.replace("%s", "?")


_PLACED: dict[str, Callable[[str], str]] = {"sqlite": _with_question_marks, "postgresql": str}
