"""A new office's tables are those that an old office has after all its upgrades."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.running.serving import LIMIT_S, environment
from tests.running.test_copies_on_postgres import database

AT_ONCE = """
import django, json
django.setup()
from django.core.management import call_command
from django.db import connection
from tests.running.test_new_tables import described
{before}
call_command("migrate", verbosity=0)
with connection.cursor() as cursor:
    print(json.dumps(described(cursor, connection.vendor)))
"""
STEP_BY_STEP = AT_ONCE.format(
    before="""
from runut.office.running.management.commands import migrate
migrate.is_empty = lambda connection: False
"""
)
AT_ONCE = AT_ONCE.format(before="")

# a column's DEFAULT is what old rows got when it was added; Django names every value itself
ASKED = {
    "sqlite": ["SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"],
    "postgresql": [
        "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable,"
        " is_identity FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)"
        " FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
        "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    ],
}
ROWS = [
    "SELECT app, name FROM django_migrations",
    "SELECT app_label, model FROM django_content_type",
    "SELECT codename FROM auth_permission",
]


def described(cursor: Any, vendor: str) -> list[list[str]]:
    """What the database holds, in an order that does not tell when a column came."""
    told = []
    for statement in (*ASKED[vendor], *ROWS):
        cursor.execute(statement)
        told += [_line(row) for row in cursor.fetchall()]
    return sorted(told)


def _line(row: Iterable[object]) -> list[str]:
    *before, last = map(str, row)
    if not last.startswith("CREATE TABLE"):
        return [*before, last]
    return [*before, *sorted(_columns(last.replace(" DEFAULT ''", "").replace('"', "")))]


def _columns(table: str) -> Iterable[str]:
    """The parts of a CREATE TABLE, which commas part that stand in no other brackets."""
    body, depth, part = table.partition("(")[2].rpartition(")")[0], 0, ""
    for letter in body:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            yield part.strip()
            part = ""
        else:
            part += letter
    yield part.strip()


def made(folder: Path, program: str, **more: str) -> list[list[str]]:
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(folder, DJANGO_SETTINGS_MODULE="runut.settings", **more),
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )
    assert done.returncode == 0, done.stderr
    told: list[list[str]] = json.loads(done.stdout)
    return told


def test_a_new_office_has_the_tables_of_an_upgraded_one(tmp_path: Path) -> None:
    new = made(tmp_path / "baru", AT_ONCE)
    assert new == made(tmp_path / "lama", STEP_BY_STEP)
    assert len([line for line in new if "TRIGGER" in line[-1]]) == 3


@pytest.mark.postgres
def test_a_new_office_on_postgresql_has_the_tables_of_an_upgraded_one(tmp_path: Path) -> None:
    with database("sekaligus") as where:
        new = made(tmp_path / "baru", AT_ONCE, RUNUT_DATABASE=where)
    with database("bertahap") as where:
        assert new == made(tmp_path / "lama", STEP_BY_STEP, RUNUT_DATABASE=where)
    assert len([line for line in new if "TRIGGER" in line[-1]]) == 3
