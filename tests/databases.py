"""What tests need to know about the database under them: SQLite, or the PostgreSQL of CI.

``scripts/with-postgres`` names the folder of its socket in RUNUT_UJI_POSTGRES. Then the suite runs
there, and only with the tests that touch the database: the others said all they have on SQLite.
"""

import os
from collections.abc import Iterable, Sequence
from importlib import import_module

import pytest
from django.db import connection, transaction

from tests.depth import WHOLE

POSTGRES_SOCKET = os.environ.get("RUNUT_UJI_POSTGRES", "")
_TOUCHES = {"django_db_setup", "db", "transactional_db", "live_server"}
_ASKED_ONCE = (
    "tests/security/test_acts_by_the_wrong_person.py",
    "tests/security/test_headers_and_cookies.py",
    "tests/security/test_plain_errors.py",
    "tests/security/test_strangers_objects.py",
    "tests/security/test_uploads.py",
    "tests/walks/test_links_lead_on.py",
)
"""Long tests of who may do what, which no database decides: on PostgreSQL before a release only.
tests/security/test_every_address.py opens every page there each time."""
_MIGRATIONS = ("0002_append_only", "0003_no_replacing")
_GUARDS = [
    operation
    for name in _MIGRATIONS
    for operation in import_module(f"runut.office.trust.migrations.{name}").Migration.operations
]
# PostgreSQL drops no trigger of a table on which keys are still to be checked
_AROUND: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "sqlite": ((), ["PRAGMA defer_foreign_keys = ON"]),
    "postgresql": (["SET CONSTRAINTS ALL IMMEDIATE"], ["SET CONSTRAINTS ALL DEFERRED"]),
}
on_sqlite = pytest.mark.skipif(bool(POSTGRES_SOCKET), reason="only SQLite has this")


def address(name: str) -> str:
    """A database of the PostgreSQL beside us, as RUNUT_DATABASE names it."""
    return f"postgresql://uji@/{name}?host={POSTGRES_SOCKET}"


def belongs_here(item: pytest.Item) -> bool:
    """On PostgreSQL: whether a test can behave differently there. Else: whether it is not of it."""
    is_of_postgres = item.get_closest_marker("postgres") is not None
    if not POSTGRES_SOCKET:
        return not is_of_postgres
    used = set(getattr(item, "fixturenames", ()))
    if not WHOLE and item.nodeid.startswith(_ASKED_ONCE):
        return False
    touches = bool(_TOUCHES & used) or item.get_closest_marker("django_db") is not None
    return touches or is_of_postgres


def lift_guards() -> None:
    """Take the audit chain's triggers away, as somebody does first who owns the machine."""
    before, after = _AROUND[connection.vendor]
    drop = [operation.statements(connection.vendor)[1] for operation in reversed(_GUARDS)]
    _run([before, *drop, after])


def set_guards() -> None:
    """Put the audit chain's triggers there again."""
    _run([operation.statements(connection.vendor)[0] for operation in _GUARDS])


def sql(statement: str, *values: object) -> None:
    """Straight to the database, past every rule of ours; placeholders are ``%s``."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        statement = statement.replace("%s", "?")
    connection.connection.execute(statement, values)


def settled() -> None:
    """The end of a transaction, as each write has it outside of a test: the chain is told of it."""
    with transaction.atomic():
        """A test's own transaction stands around everything, and never ends well."""


def _run(statements: Iterable[Sequence[str]]) -> None:
    with connection.cursor() as cursor:
        for group in statements:
            for statement in group:
                cursor.execute(statement)
