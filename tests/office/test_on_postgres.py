"""``RUNUT_DATABASE`` alone: the nine steps, several web processes, and what is not wiped."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.cookiejar import CookieJar
from pathlib import Path

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from runut.office.example.office import PASSWORD
from runut.office.people.models import Office
from runut.office.running.database import make_room_for_demo, mark_as_demo
from tests.databases import POSTGRES_SOCKET, address
from tests.kantor import kantor
from tests.office.at_once import at_once

pytestmark = pytest.mark.postgres

PROCESSES, PEOPLE, EACH = 3, 16, 2
NAMES = ("sari", "budi", "yohanes", "budi")
"""Who holds no check: writing the report takes nothing from them."""
START_LIMIT_S = 120


@contextmanager
def database(name: str) -> Iterator[str]:
    """An empty database, gone afterwards; how RUNUT_DATABASE names it."""
    with psycopg.connect(address("postgres"), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        try:
            yield address(name)
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def runut(where: str, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "RUNUT_DATABASE": where, "RUNUT_DATA": str(folder)}
    words = [sys.executable, "-m", "runut.cli", *command]
    return subprocess.run(words, env=env, capture_output=True, text=True, check=False)


def test_the_nine_steps_end_in_a_signed_report_and_an_office_is_not_wiped(tmp_path: Path) -> None:
    with database("sembilan") as where:
        done = runut(where, tmp_path, "demo", "-o", str(tmp_path / "hasil"))
        assert done.returncode == 0, done.stdout + done.stderr
        assert (tmp_path / "hasil" / "lakip.pdf").exists()
        assert not list(tmp_path.rglob("*.sqlite3"))
        with psycopg.connect(where) as there:
            lines = there.execute("SELECT count(*) FROM trust_entry").fetchone()
            assert lines and lines[0] > 10
            there.execute("COMMENT ON TABLE people_office IS NULL")
        again = runut(where, tmp_path, "demo", "-o", str(tmp_path / "hasil"), "--ganti")
        assert again.returncode == 2
        assert "bukan buatan `runut demo`" in again.stderr and "Traceback" not in again.stderr
        with psycopg.connect(where) as there:
            assert there.execute("SELECT count(*) FROM trust_entry").fetchone() == lines


@pytest.mark.django_db
def test_the_demo_makes_room_by_taking_away_what_it_made_and_nothing_else() -> None:
    kantor()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("CREATE TABLE milik_orang (a int)")
    mark_as_demo()
    make_room_for_demo()
    assert connection.introspection.table_names() == ["milik_orang"]


@pytest.mark.django_db
@pytest.mark.parametrize("is_marked", [True, False])
def test_the_demo_leaves_an_office_of_others_alone(is_marked: bool) -> None:
    kantor()
    if is_marked:
        mark_as_demo()
        Office.objects.create(nama="Dinas Sungguhan", kode="D")
    with pytest.raises(ImproperlyConfigured, match="Tidak ada yang diubah"):
        make_room_for_demo()
    assert Office.objects.exists()


@pytest.mark.parametrize(
    ("where", "why"),
    [
        (f"postgresql://uji@/tidakada?host={POSTGRES_SOCKET}", "does not exist"),
        ("postgresql://uji@/a?host=/tidak/ada", "No such file"),
    ],
)
def test_a_database_that_is_not_there_is_told_in_one_sentence(
    where: str, why: str, tmp_path: Path
) -> None:
    told = runut(where, tmp_path, "serve", "--demo", "--port", "1")
    assert told.returncode == 2
    assert told.stderr.startswith("Basis data pada RUNUT_DATABASE tidak dapat dihubungi")
    assert why in told.stderr and "Traceback" not in told.stderr


# --- several web processes ---------------------------------------------------------------------


class Browser:
    """One person's browser, as far as forms go."""

    def __init__(self, base: str, username: str) -> None:
        self.base = base
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self.opener = urllib.request.build_opener(cookies, _NoRedirect())
        assert self.send("/masuk/", {"username": username, "password": PASSWORD}) == 302

    def page(self, path: str) -> str:
        with self.opener.open(self.base + path, timeout=60) as answer:
            return str(answer.read().decode())

    def send(self, path: str, fields: Mapping[str, object]) -> int:
        """Send the form of a page with these fields; the status of the answer."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.page(path))
        assert token
        data = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": token[1]}).encode()
        request = urllib.request.Request(self.base + path, data)  # noqa: S310 - our own server
        request.add_header("Referer", self.base + path)
        try:
            with self.opener.open(request, timeout=60) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


@contextmanager
def serving(where: str, folder: Path) -> "Iterator[tuple[str, subprocess.Popen[bytes]]]":
    """The address of an example office with several web processes, and the server's process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    env = {**os.environ, "RUNUT_DATABASE": where, "RUNUT_DATA": str(folder), "RUNUT_URL": base}
    command = [sys.executable, "-m", "runut.cli", "serve", "--demo", "--port", str(port)]
    folder.mkdir(exist_ok=True, mode=0o700)
    with (folder / "log.txt").open("wb") as log:
        server = subprocess.Popen(
            [*command, "--web", str(PROCESSES)], env=env, stdout=log, stderr=log
        )
    try:
        yield base, server
    finally:
        server.terminate()
        server.wait(timeout=30)


@contextmanager
def served(where: str, folder: Path) -> Iterator[tuple[str, int]]:
    """The same, once it answers."""
    with serving(where, folder) as (base, server):
        _wait(f"{base}/masuk/", server, folder / "log.txt")
        yield base, server.pid


def test_of_two_first_starts_on_one_empty_database_one_makes_it_and_both_serve(
    tmp_path: Path,
) -> None:
    with (
        database("berdua") as where,
        serving(where, tmp_path / "satu") as (first, one),
        serving(where, tmp_path / "dua") as (second, two),
    ):
        _wait(f"{first}/masuk/", one, tmp_path / "satu" / "log.txt")
        _wait(f"{second}/masuk/", two, tmp_path / "dua" / "log.txt")
        with psycopg.connect(where) as there:
            assert there.execute("SELECT count(*) FROM people_office").fetchone() == (1,)
        logs = [(tmp_path / name / "log.txt").read_text() for name in ("satu", "dua")]
        assert sum("Menyiapkan kantor contoh" in log for log in logs) == 1


def _wait(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_LIMIT_S
    while time.monotonic() < until:
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(log.read_text())


def _web_processes(server: int) -> int:
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    lines = [Path(f"/proc/{child}/cmdline").read_bytes() for child in children]
    return sum(b"worker" not in line and b"resource_tracker" not in line for line in lines)


def test_sixteen_people_write_through_three_web_processes_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    with database("banyak") as where, served(where, tmp_path) as (base, server):
        assert _web_processes(server) == PROCESSES
        people = [Browser(base, NAMES[n % len(NAMES)]) for n in range(PEOPLE)]
        board = people[0].page("/laporan/1/")
        sections = sorted(set(re.findall(r"/laporan/1/bagian/[^/\"]+/", board)))[:PEOPLE]
        assert len(sections) == PEOPLE

        def write(number: int) -> list[int]:
            path = sections[number]
            texts = ({"kunci": f"{number}-{n}", "teks": "A", "dasar": n} for n in range(EACH))
            return [people[number].send(path, text) for text in texts]

        assert at_once([partial(write, n) for n in range(PEOPLE)]) == [[302] * EACH] * PEOPLE
        same = {"kunci": "sama", "teks": "B", "dasar": EACH}
        sending = [partial(people[0].send, sections[0], same) for _ in range(PEOPLE)]
        assert set(at_once(sending)) == {302}
        with psycopg.connect(where) as there:
            saved = there.execute("SELECT count(*) FROM reports_sectiontext").fetchone()
            assert saved == (PEOPLE * EACH + 1,)
            twice = there.execute("SELECT count(*) FROM reports_sectiontext WHERE teks = 'B'")
            assert twice.fetchone() == (1,)
        verified = runut(where, tmp_path, "verify")
        assert (verified.returncode, verified.stderr) == (0, ""), verified.stdout
