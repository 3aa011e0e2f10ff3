"""The drill: copies made at any moment while people work are each restored and looked at.

Two rounds always; twenty before a release (``make gate``), on PostgreSQL too.
"""

import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, nullcontext
from pathlib import Path

import psycopg
import pytest

from tests.running.serving import LIMIT_S, Office, run
from tests.running.test_copies_on_postgres import database
from tests.running.test_killed_while_working import Clerk

Make = Callable[[Path], Office]
SEED = 11
LONGEST_PAUSE_S = 1.5


def test_two_copies_made_at_work_are_whole_offices(
    example_office: Path, office: Make, tmp_path: Path
) -> None:
    _drill(example_office, office, tmp_path, rounds=2)


@pytest.mark.gate
def test_twenty_copies_made_at_work_are_whole_offices(
    example_office: Path, office: Make, tmp_path: Path
) -> None:
    _drill(example_office, office, tmp_path, rounds=20)


@pytest.mark.gate
@pytest.mark.postgres
def test_twenty_copies_made_at_work_on_postgresql(office: Make, tmp_path: Path) -> None:
    with database("kerja") as where:
        _drill(tmp_path / "kerja", office, tmp_path, rounds=20, where=where)


def _drill(folder: Path, office: Make, tmp_path: Path, *, rounds: int, where: str = "") -> None:
    """Two clerks start cases without a pause; nothing that was answered before a copy began may be
    missing in it, and each copy verifies."""
    by_chance = random.Random(SEED)
    on = {"RUNUT_DATABASE": where} if where else {}
    served = office(folder).start(*(["--demo"] if where else []), **on).wait_until_ready()
    clerks: list[Clerk] = []
    kept = []
    (tmp_path / "usb").mkdir()
    for number in range(rounds):
        if not any(clerk.is_alive() for clerk in clerks):  # a clerk starts so many cases and goes
            clerks += [_at_work(served.url, f"latihan-{number}-{one}") for one in range(2)]
        time.sleep(by_chance.random() * LONGEST_PAUSE_S)
        answered = {title for clerk in clerks for title in clerk.done}
        made = run(folder, "backup", str(tmp_path / "usb" / str(number)), "--json", **on)
        assert made.returncode == 0, (number, made.stderr)
        kept.append(answered)
    served.end()
    for number, answered in enumerate(kept):
        target, copy = tmp_path / f"pulih-{number}", str(tmp_path / "usb" / str(number))
        with database(f"pulih-{number}") if where else nullcontext("") as back:
            to = {"RUNUT_DATABASE": back} if where else {}
            restored = run(target, "restore", copy, **to)
            assert restored.returncode == 0, (number, restored.stdout, restored.stderr)
            assert answered <= _titles(target, back), number


def _at_work(url: str, prefix: str) -> Clerk:
    clerk = Clerk(url, prefix)
    clerk.start()
    assert clerk.is_at_work.wait(LIMIT_S)
    return clerk


def _titles(folder: Path, where: str) -> set[str]:
    asked = "SELECT judul FROM cases_case"
    if where:
        with psycopg.connect(where) as there:
            return {str(title) for (title,) in there.execute(asked)}
    with closing(sqlite3.connect(folder / "runut.sqlite3")) as store:
        return {str(title) for (title,) in store.execute(asked)}
