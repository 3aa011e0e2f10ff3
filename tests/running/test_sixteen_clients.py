"""Sixteen people at work for a minute on a served office: no error, nothing doubled.

On SQLite, and on PostgreSQL beside ``scripts/with-postgres``.
"""

import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPException
from pathlib import Path

import psycopg
import pytest

from runut.office.example.office import PASSWORD
from tests.running.serving import LIMIT_S, Office, run
from tests.running.test_copies_on_postgres import database
from tests.running.test_killed_while_working import Clerk

Make = Callable[[Path], Office]
CLIENTS, WORK_S = 16, 60.0
_KEPT = "SELECT judul FROM cases_case"


class Steady(Clerk):
    """A clerk who works for a minute and remembers what went wrong."""

    def __init__(self, url: str, prefix: str) -> None:
        super().__init__(url, prefix)
        self.wrong: list[str] = []
        self.slowest = 0.0

    def run(self) -> None:
        try:
            self._send("/masuk/", {"username": "rina", "password": PASSWORD})
        except (OSError, HTTPException) as error:
            self.wrong.append(f"masuk: {error}")
        self.is_at_work.set()
        until = time.monotonic() + WORK_S
        while time.monotonic() < until:
            begun = time.monotonic()
            title = f"{self.prefix}-{len(self.asked)}"
            self.asked.append(title)
            filled = {"judul": title, "lagi": "on", "sumber": "on"}
            try:
                self._send("/pelaksanaan/mulai/2/", filled)
                self.done.append(title)
            except (OSError, HTTPException) as error:
                self.wrong.append(f"{title}: {error}")
            self.slowest = max(self.slowest, time.monotonic() - begun)


@pytest.mark.gate
def test_sixteen_people_work_for_a_minute(example_office: Path, office: Make) -> None:
    _work(example_office, office)


@pytest.mark.gate
@pytest.mark.postgres
def test_sixteen_people_work_for_a_minute_on_postgresql(office: Make, tmp_path: Path) -> None:
    with database("enambelas") as where:
        _work(tmp_path / "kerja", office, where)


def _work(folder: Path, office: Make, where: str = "") -> None:
    on = {"RUNUT_DATABASE": where} if where else {}
    served = office(folder).start(*(["--demo"] if where else []), **on).wait_until_ready()
    clerks = [Steady(served.url, f"orang-{number}") for number in range(CLIENTS)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join(WORK_S + LIMIT_S)
        assert not clerk.is_alive()
    wrong = [one for clerk in clerks for one in clerk.wrong]
    done = Counter(title for clerk in clerks for title in clerk.done)
    kept = Counter(one for one in _titles(folder, where) if one.startswith("orang-"))
    slowest = max(clerk.slowest for clerk in clerks)
    print(f"{CLIENTS} orang, {done.total()} pelaksanaan dimulai, {len(wrong)} salah,", end=" ")
    print(f"terlama {slowest:.1f} s")
    assert wrong == []
    assert kept == done
    assert "database is locked" not in served.said() and "Traceback" not in served.said()
    served.end()
    verified = run(folder, "verify", **on)
    assert (verified.returncode, "Semua sesuai" in verified.stdout) == (0, True), verified.stdout


def _titles(folder: Path, where: str) -> list[str]:
    if where:
        with psycopg.connect(where) as there:
            return [str(title) for (title,) in there.execute(_KEPT)]
    with closing(sqlite3.connect(folder / "runut.sqlite3")) as store:
        return [str(title) for (title,) in store.execute(_KEPT)]
