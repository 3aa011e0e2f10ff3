"""The checker of ``examples/`` knows nothing of Runut, and finds what ``runut verify`` finds."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.databases import on_sqlite
from tests.running.serving import run

pytestmark = on_sqlite
CHECKER = Path(__file__).resolve().parents[2] / "examples" / "rantai" / "periksa.py"
CHANGES = {
    "a name": "UPDATE people_person SET nama = 'Lain' WHERE id = 1",
    "a right put in": "INSERT INTO people_grant (office_id, person_id, right) VALUES (1, 2, 'uji')",
    "a holiday taken out": "DELETE FROM people_holiday WHERE id = 3",
    "a line of the chain": "UPDATE trust_entry SET actor = '9' WHERE seq = 2",
    "the head of the chain": "DELETE FROM trust_chainhead",
}


def checked(database: Path, *codes: str) -> tuple[int, str]:
    """It is run without our folder, and without the libraries that are installed here."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(CHECKER), str(database), *codes],
        capture_output=True,
        text=True,
        check=False,
        cwd=database.parent,
        timeout=60,
    )
    assert not done.stderr, done.stderr
    return done.returncode, done.stdout


def test_it_is_short_and_needs_the_standard_library_alone() -> None:
    lines = CHECKER.read_text(encoding="utf-8").splitlines()
    code = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    assert len(code) <= 60, "one page, docstring and all"


def test_another_program_says_the_same(own_office: Path) -> None:
    database = own_office / "runut.sqlite3"
    assert run(own_office, "verify").returncode == 0
    assert checked(database) == (0, "Rantai utuh; setiap baris sama dengan catatannya.\n")
    with closing(sqlite3.connect(database)) as connection:
        query = "SELECT seq, hash FROM trust_entry ORDER BY seq DESC LIMIT 1"
        seq, digest = connection.execute(query).fetchone()
    code = "-".join([str(seq), *(digest[n : n + 4].upper() for n in range(0, 16, 4))])
    assert checked(database, code)[0] == 0
    assert run(own_office, "verify", "--titik", code).returncode == 0
    assert checked(database, f"{seq}-0000-0000-0000-0000")[0] == 1
    assert run(own_office, "verify", "--titik", f"{seq}-0000-0000-0000-0000").returncode == 1


@pytest.mark.parametrize("what", CHANGES)
def test_another_program_finds_a_change_too(own_office: Path, what: str) -> None:
    database = own_office / "runut.sqlite3"
    with closing(sqlite3.connect(database)) as connection:
        for name in ("update", "delete"):
            connection.execute(f"DROP TRIGGER trust_entry_tanpa_{name}")
        connection.execute(CHANGES[what])
        connection.commit()
    status, said = checked(database)
    assert (status, "Rantai utuh" in said) == (1, False), said
