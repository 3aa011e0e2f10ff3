"""Bringing the database to this version, and telling the audit chain what that changed in rows.

An upgrade writes past every act: it adds columns, and fills them. What it made is taken into the
chain afterwards in one line, by number; what somebody had changed past the chain before the upgrade
is not among it, and is still found.
"""

from datetime import datetime

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from runut.office.hot_sql import run
from runut.office.recording.touched import migrating
from runut.office.trust.standing import (
    RowName,
    accept_as_found,
    differences,
    has_recorded_rows,
    tables_there,
)

FIRST_TIME = "keadaan awal, diterima apa adanya"
UPGRADED = "pembaruan program"
_WITH_A_CHAIN = (
    "SELECT o.id FROM people_office o JOIN trust_chainhead h ON h.office_id = o.id ORDER BY o.id"
)


def migrate_and_tell(at: datetime) -> None:
    """Migrate, if this version needs more than is there. Safe to repeat."""
    before = _changed_past_the_chain() if _is_upgrade() else {}
    with migrating():
        call_command("migrate", verbosity=0, interactive=False)
    for office_id in _offices():
        if not has_recorded_rows(office_id):
            accept_as_found(office_id, set(), FIRST_TIME, at)
        elif office_id in before:
            accept_as_found(office_id, before[office_id], UPGRADED, at)


def _is_upgrade() -> bool:
    """Whether there is an office whose chain tells of rows, and something to migrate."""
    columns = run("SELECT * FROM trust_entry LIMIT 0", ()).description if _has_chain() else ()
    if "states" not in {column[0] for column in columns}:
        return False
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _has_chain() -> bool:
    return "trust_entry" in connection.introspection.table_names()


def _changed_past_the_chain() -> dict[int, set[RowName]]:
    there = tables_there()
    return {
        office_id: {one.row for one in differences(office_id, there)} for office_id in _offices()
    }


def _offices() -> list[int]:
    """By number: what else a row of an office has may still be of another version.

    One without a chain has nothing to be told to; ``runut verify`` names it.
    """
    found = run(_WITH_A_CHAIN, ()).fetchall()
    return [number for (number,) in found]
