"""Statements of the path of every act, on the driver itself (docs/decisions/0005-hot-path.md)."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection


def run(statement: str, values: Sequence[object]) -> Any:
    """The driver's cursor after ``statement``; placeholders are ``%s``. Call inside a transaction.

    Errors are Django's. Django's own cursor takes as long again as such a statement itself.
    """
    cursor = _cursor()
    with connection.wrap_database_errors:
        cursor.execute(_PLACED[connection.vendor](statement), values)
    return cursor


def run_many(statement: str, rows: Sequence[Sequence[object]]) -> None:
    """``statement`` once for each of ``rows``."""
    cursor = _cursor()
    with connection.wrap_database_errors:
        cursor.executemany(_PLACED[connection.vendor](statement), rows)


def _cursor() -> Any:
    connection.ensure_connection()
    connection.validate_no_broken_transaction()
    return connection.connection.cursor()


@lru_cache(maxsize=64)
def _with_question_marks(statement: str) -> str:
    return statement.replace("%s", "?")


_PLACED: dict[str, Callable[[str], str]] = {"sqlite": _with_question_marks, "postgresql": str}
