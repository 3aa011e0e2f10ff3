"""`kill -9` of the main process alone while people work: nothing stays, and no act is lost.

The quick round runs always; a hundred of them before a release (``make gate``).
"""

import http.cookiejar
import random
import signal
import sqlite3
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPException
from pathlib import Path

import pytest
from lxml import html

from runut.office.example.office import PASSWORD
from tests.running.serving import LIMIT_S, Office, run

Make = Callable[[Path], Office]
ROUNDS = 100
WORK_S = 1.5


class Clerk(threading.Thread):
    """Logs in by the pages and starts one case after the other until nobody answers any more.

    ``done`` are the cases that the office said were started.
    """

    def __init__(self, url: str, prefix: str) -> None:
        super().__init__()
        self.url, self.prefix = url, prefix
        self.done: list[str] = []
        self.asked: list[str] = []
        self.is_at_work = threading.Event()
        self._open = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        ).open

    def run(self) -> None:
        try:
            self._send("/masuk/", {"username": "rina", "password": PASSWORD})
            while len(self.done) < 500:
                title = f"{self.prefix}-{len(self.done)}"
                self.asked.append(title)
                self._send("/pelaksanaan/mulai/2/", {"judul": title, "lagi": "on", "sumber": "on"})
                self.done.append(title)
                self.is_at_work.set()
        except (OSError, HTTPException):
            self.is_at_work.set()

    def _send(self, path: str, filled: dict[str, str]) -> None:
        """Open a page, fill its form in as it stands, send it; a page that came back says why."""
        with self._open(self.url + path, timeout=LIMIT_S) as page:
            form = html.fromstring(page.read()).forms[-1]
        fields = [(name, value) for name, value in form.form_values() if name not in filled]
        data = urllib.parse.urlencode([*fields, *filled.items()]).encode()
        with self._open(self.url + path, data, timeout=LIMIT_S) as answer:
            assert answer.url != self.url + path, answer.read().decode()


def test_two_times_killed_at_work(example_office: Path, office: Make) -> None:
    for number in range(2):
        _kill_at_work(example_office, office, number)


@pytest.mark.gate
def test_a_hundred_times_killed_at_work(example_office: Path, office: Make) -> None:
    for number in range(ROUNDS):
        _kill_at_work(example_office, office, number)


def _kill_at_work(folder: Path, office: Make, number: int) -> None:
    served = office(folder).start().wait_until_ready()
    clerk = Clerk(served.url, f"putaran-{number}")
    clerk.start()
    assert clerk.is_at_work.wait(LIMIT_S)
    time.sleep(random.Random(number).random() * WORK_S)
    served.end(signal.SIGKILL)
    assert served.left() == [], number
    assert served.is_port_free(), number
    clerk.join(LIMIT_S)
    assert not clerk.is_alive()
    assert clerk.done, served.said()
    # what was said to be done is done; the last one, unanswered, may be either
    kept = _cases(folder, f"putaran-{number}-%")
    assert set(clerk.done) <= kept <= set(clerk.asked), number
    verified = run(folder, "verify")
    assert (verified.returncode, "Semua sesuai" in verified.stdout) == (0, True), verified.stdout


def _cases(folder: Path, like: str) -> set[str]:
    with closing(sqlite3.connect(folder / "runut.sqlite3")) as database:
        rows = database.execute("SELECT judul FROM cases_case WHERE judul LIKE ?", (like,))
        return {str(row[0]) for row in rows}
