"""`kill -9` of web, worker and main process at work: no act and no job is lost or doubled.

One round of three kills runs always; 67 of them before a release (``make gate``).
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
import uuid
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPException
from pathlib import Path

import pytest
from lxml import html

from runut.office.example.office import PASSWORD
from tests.running.serving import LIMIT_S, Office, run

Make = Callable[[Path], Office]
ROUNDS, JOBS = 67, 60
WORK_S = 1.5
_QUEUE = (
    "INSERT INTO django_tasks_database_dbtaskresult (id, status, enqueued_at, args_kwargs,"
    " priority, task_path, worker_ids, queue_name, backend_name, run_after,"
    " exception_class_path, traceback)"
    " VALUES (?, 'READY', ?, '{\"args\": [0], \"kwargs\": {}}', 0,"
    " 'runut.office.reminders.tasks.email_digest', '[]', 'default', 'default',"
    " '2026-01-01 00:00:00', '', '')"
)


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


def test_killed_at_work_three_times(example_office: Path, office: Make) -> None:
    _kill_at_work(example_office, office, 0)


@pytest.mark.gate
def test_killed_at_work_two_hundred_times(example_office: Path, office: Make) -> None:
    for number in range(ROUNDS):
        _kill_at_work(example_office, office, number)


def _kill_at_work(folder: Path, office: Make, number: int) -> None:
    """Three kills: the web, the worker, and at last the main process; jobs are queued all along."""
    by_chance = random.Random(number)
    served = office(folder).start().wait_until_ready().wait_until_worker()
    queued, clerks = _queue_jobs(folder, number), list[Clerk]()
    for which in ("web", "pekerja", "utama"):
        clerks.append(Clerk(served.url, f"putaran-{number}-{which}"))
        clerks[-1].start()
        assert clerks[-1].is_at_work.wait(LIMIT_S)
        time.sleep(by_chance.random() * WORK_S)
        if which == "utama":
            served.end(signal.SIGKILL)
        else:
            served.kill_one(which)
            assert served.answers_again(), served.said()
    assert served.left() == [], number
    assert served.is_port_free(), number
    for clerk in clerks:
        clerk.join(LIMIT_S)
        assert not clerk.is_alive()
        assert clerk.done, served.said()
        # what was said to be done is done; the last one, unanswered, may be either
        kept = _cases(folder, f"{clerk.prefix}-%")
        assert set(clerk.done) <= set(kept) <= set(clerk.asked), clerk.prefix
        assert len(kept) == len(set(kept)), clerk.prefix
    verified = run(folder, "verify")
    assert (verified.returncode, "Semua sesuai" in verified.stdout) == (0, True), verified.stdout
    _all_done(folder, office, queued)


def _queue_jobs(folder: Path, number: int) -> int:
    """Put jobs into the queue as the office does; how many there are now. They find nothing to
    do: what counts here is that none of them is lost or stays half done."""
    with closing(sqlite3.connect(folder / "runut.sqlite3", timeout=LIMIT_S)) as database, database:
        for _ in range(JOBS):
            database.execute(_QUEUE, (uuid.uuid4().hex, f"2026-01-01 00:00:{number % 60:02}"))
        (count,) = database.execute(
            "SELECT count(*) FROM django_tasks_database_dbtaskresult"
        ).fetchone()
        return int(count)


def _all_done(folder: Path, office: Make, queued: int) -> None:
    """The next worker takes up what the dead ones left: every job ends, each once."""
    served = office(folder).start().wait_until_ready()
    until = time.monotonic() + LIMIT_S
    while (states := _states(folder)) != {"SUCCESSFUL": queued}:
        assert time.monotonic() < until, (states, queued)
        time.sleep(0.1)
    served.end()
    assert served.left() == []


def _states(folder: Path) -> dict[str, int]:
    asked = "SELECT status, count(*) FROM django_tasks_database_dbtaskresult GROUP BY status"
    with closing(sqlite3.connect(folder / "runut.sqlite3", timeout=LIMIT_S)) as database:
        return {str(status): int(count) for status, count in database.execute(asked)}


def _cases(folder: Path, like: str) -> list[str]:
    with closing(sqlite3.connect(folder / "runut.sqlite3")) as database:
        rows = database.execute("SELECT judul FROM cases_case WHERE judul LIKE ?", (like,))
        return [str(row[0]) for row in rows]
