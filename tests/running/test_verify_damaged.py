"""``runut verify`` on a damaged database: a sentence and exit status 1, never "Semua sesuai"."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.databases import on_sqlite
from tests.running.serving import run

pytestmark = on_sqlite


def _said(folder: Path) -> tuple[int, str]:
    done = run(folder, "verify")
    assert "Traceback" not in done.stderr + done.stdout, done.stderr
    return done.returncode, done.stdout + done.stderr


def _pages(database: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM")  # a page that nothing uses may hold anything
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (count,), (size,) = (
            connection.execute(f"PRAGMA {what}").fetchone() for what in ("page_count", "page_size")
        )
    return count, size


def _with_a_destroyed_page(folder: Path, to: Path, number: int, size: int) -> Path:
    shutil.copytree(folder, to)
    for left in to.glob("runut.sqlite3-*"):
        left.unlink()
    with (to / "runut.sqlite3").open("r+b") as file:
        file.seek(number * size)
        file.write(b"\xa5" * size)
    return to


@pytest.mark.parametrize(
    "places", [pytest.param(3), pytest.param(24, marks=pytest.mark.gate)], ids=["few", "many"]
)
def test_a_destroyed_page_is_told(own_office: Path, tmp_path: Path, places: int) -> None:
    count, size = _pages(own_office / "runut.sqlite3")
    for place in range(places):
        number = place * (count - 1) // max(places - 1, 1)
        broken = _with_a_destroyed_page(own_office, tmp_path / f"rusak{place}", number, size)
        status, said = _said(broken)
        assert (status, "Semua sesuai" in said) in {(1, False), (2, False)}, (number, said)
