"""An office is made whole or not at all, and a start can be repeated without harm."""

import os
import random
import re
import signal
import sqlite3
import time
import urllib.request
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from runut.office.example.office import set_up_example
from runut.office.founding.office_file import read_office_file
from runut.office.founding.setup import set_up_office
from runut.office.people.models import Holiday, Office, Person
from runut.office.trust.models import ChainHead
from tests.depth import WHOLE
from tests.kantor import MONDAY
from tests.running.conftest import EXAMPLE_FILE
from tests.running.serving import Office as Served
from tests.running.serving import free_port, run

Make = Callable[[Path], Served]
KANTOR = ("--kantor", str(EXAMPLE_FILE))
EVERYBODY = 9
KILLS = 4 if WHOLE else 2
BY_THE_WORKER = {"kunci/titik-periksa.kunci"}
"""Made at the first checkpoint, which one that was killed did not live to see."""


class Interrupted(Exception):
    pass


@pytest.mark.django_db
def test_an_office_whose_making_is_interrupted_at_the_end_has_left_nothing() -> None:
    described, _ = read_office_file(EXAMPLE_FILE.read_bytes())
    assert described is not None

    def interrupt(passwords: dict[str, str]) -> None:
        assert Person.objects.count() == len(passwords) == EVERYBODY
        raise Interrupted

    with pytest.raises(Interrupted):
        set_up_office(described, MONDAY, interrupt)
    for model in (Office, Person, Holiday, ChainHead):
        assert not model.objects.exists(), model


@pytest.mark.django_db
def test_an_example_whose_last_part_cannot_be_made_has_left_nothing() -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        set_up_example(MONDAY, 9999)  # no year of four figures follows it
    assert not Office.objects.exists()


@pytest.mark.parametrize("words", [KANTOR, pytest.param(("--demo",), marks=pytest.mark.gate)])
def test_a_first_start_killed_anywhere_is_mended_by_the_next(
    tmp_path: Path, office: Make, words: tuple[str, ...]
) -> None:
    folder = tmp_path / "data"
    dice = random.Random(6)
    begun = time.monotonic()
    reference = office(tmp_path / "utuh").start(*words).wait_until_ready()
    whole_s = time.monotonic() - begun
    reference.end(signal.SIGKILL)
    for number in range(KILLS):
        killed = office(folder).start(*words)
        time.sleep(whole_s * (number + dice.random()) / KILLS)
        os.kill(killed.pid, signal.SIGKILL)
        assert killed.main is not None
        killed.main.wait()
        assert _counts(folder) in (None, (0, 0), (1, EVERYBODY))
    mended = office(folder).start(*words).wait_until_ready()
    assert mended.answers()
    assert "Traceback" not in mended.said()
    mended.end()
    assert _counts(folder) == (1, EVERYBODY)
    assert _keys(folder) - BY_THE_WORKER == _keys(tmp_path / "utuh") - BY_THE_WORKER
    verified = run(folder, "verify")
    assert verified.returncode == 0, verified.stdout


def test_the_same_file_again_changes_nothing_and_serves(own_office: Path, office: Make) -> None:
    before = _rows(own_office)
    again = office(own_office).start(*KANTOR).wait_until_ready()
    assert "sudah ada" in again.said()
    assert "kata sandi" not in again.said()
    again.end()
    assert _rows(own_office) == before


def test_another_office_is_refused_in_a_folder_that_has_one(
    own_office: Path, tmp_path: Path
) -> None:
    other = tmp_path / "lain.json"
    other.write_text(EXAMPLE_FILE.read_text("utf-8").replace("Biro Adm", "Badan Adm"), "utf-8")
    before = _rows(own_office)
    for words in (("--kantor", str(other)), ("--demo",)):
        done = run(own_office, "serve", *words)
        assert (done.returncode, done.stdout) == (2, "")
        assert "Biro Administrasi Pimpinan" in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert _rows(own_office) == before


def test_a_faulty_file_makes_no_office(tmp_path: Path) -> None:
    faulty = tmp_path / "kantor.json"
    text = EXAMPLE_FILE.read_text("utf-8")
    faulty.write_text(text.replace('"hak": ["audit"]', '"hak": ["audt"]'), "utf-8")
    for file in (faulty, tmp_path / "tidak-ada.json", tmp_path):
        done = run(tmp_path / "data", "serve", "--kantor", str(file))
        assert (done.returncode, done.stdout) == (2, "")
        assert str(file) in done.stderr
        assert "Traceback" not in done.stderr
    assert _counts(tmp_path / "data") == (0, 0)


def test_an_empty_folder_is_served_and_tells_how_an_office_is_made(
    tmp_path: Path, office: Make
) -> None:
    served = office(tmp_path / "data").start().wait_until_ready()
    assert served.answers()
    code = re.search(r"kode penyiapan: ([A-Z2-9-]{14})\n", served.said())
    assert code
    kept = tmp_path / "data" / "kunci" / "kode-pertama"
    assert (kept.read_text(), kept.stat().st_mode & 0o077) == (code[1], 0)
    with urllib.request.urlopen(f"{served.url}/sop/", timeout=60) as page:  # noqa: S310
        assert page.url == f"{served.url}/kantor/pertama/"
        assert "Kode penyiapan" not in page.read().decode()
    served.end()
    assert served.left() == []
    again = office(tmp_path / "data").start(*KANTOR).wait_until_ready()
    assert not kept.exists() and "penyiapan" not in again.said()


def test_the_office_says_where_it_is_served_unless_the_command_does(
    tmp_path: Path, office: Make
) -> None:
    port = free_port()
    more = f'"dengar": "localhost:{port}", "alamat_publik": "http://kantor.example",'
    file = tmp_path / "kantor.json"
    file.write_text(EXAMPLE_FILE.read_text("utf-8").replace('"kode":', f'{more} "kode":'), "utf-8")
    told = office(tmp_path / "data").start("--kantor", str(file), has_port=False)
    told.wait_until_ready()
    assert told.url == f"http://localhost:{port}"
    assert "Naskah menyebut alamat http://kantor.example/" in told.said()
    told.end()
    assert told.left() == []
    other = office(tmp_path / "data").start().wait_until_ready()
    assert other.url == f"http://127.0.0.1:{other.port}" != told.url


def test_doubts_about_a_file_are_told_and_do_not_stop_it(tmp_path: Path, office: Make) -> None:
    text = EXAMPLE_FILE.read_text("utf-8").replace('["Tim"]', '["Staff"]', 1)
    file = tmp_path / "kantor.json"
    file.write_text(text, "utf-8")
    served = office(tmp_path / "data").start("--kantor", str(file)).wait_until_ready()
    assert re.search(r"Periksa lagi: baris \d+: .*“Staff” mirip “Staf”", served.said())


def test_a_database_that_is_none_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "runut.sqlite3").write_text("bukan basis data")
    done = run(tmp_path, "serve", "--demo")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "tidak dapat dibuka" in done.stderr
    assert (tmp_path / "runut.sqlite3").read_text() == "bukan basis data"


def _counts(folder: Path) -> tuple[int, int] | None:
    """Offices and people, or None where there is no table yet."""
    if not (folder / "runut.sqlite3").exists():
        return None
    with closing(sqlite3.connect(folder / "runut.sqlite3")) as database:
        try:
            offices = database.execute("SELECT count(*) FROM people_office").fetchone()[0]
            people = database.execute("SELECT count(*) FROM people_person").fetchone()[0]
        except sqlite3.OperationalError:
            return None
    return offices, people


def _rows(folder: Path) -> list[object]:
    with closing(sqlite3.connect(folder / "runut.sqlite3")) as database:
        return [
            database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()  # noqa: S608
            for table in ("people_office", "people_person", "people_holiday", "trust_entry")
        ]


def _keys(folder: Path) -> set[str]:
    return {
        str(path.relative_to(folder)) for path in (folder / "kunci").rglob("*") if path.is_file()
    }
