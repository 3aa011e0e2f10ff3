"""The power goes while people work: what was acknowledged is there, and nothing is half there.

The writes of a served office are written down once; then the power is cut at many moments of them
(``powerless`` says how). A disk that lies about flushing must be seen to lose acts, or the test is
blind.
"""

import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.running.powerless import Call, calls_in, leave_after_cut, strace
from tests.running.serving import LIMIT_S, Office, run
from tests.running.test_killed_while_working import Clerk

SEED, CUTS, CLERKS, WORK_S = 50, 50, 4, 15.0
DATABASE = ("-wal", ".sqlite3")


class WatchedClerk(Clerk):
    """A clerk who knows when each act was acknowledged."""

    def __init__(self, url: str, prefix: str) -> None:
        super().__init__(url, prefix)
        self.acknowledged: dict[str, float] = {}

    def _send(self, path: str, filled: dict[str, str]) -> None:
        super()._send(path, filled)
        if "judul" in filled:
            self.acknowledged[filled["judul"]] = time.time()


def test_a_write_that_was_not_flushed_may_be_gone_and_a_flushed_one_not(tmp_path: Path) -> None:
    folder, base = tmp_path / "data", tmp_path / "awal"
    base.mkdir()
    calls = [
        Call(1.0, 1.1, "openat", "a", is_new=True),
        Call(2.0, 2.1, "write", "a", b"1" * 1024, 0),
        Call(3.0, 3.5, "sync", "a"),
        Call(4.0, 4.1, "write", "a", b"2" * 1024, 512),
    ]
    leave_after_cut(base, calls, 3.4, tmp_path / "sebelum", seed=7)
    whole = {leave(base, calls, 4.5, tmp_path / f"sesudah{seed}", seed) for seed in range(12)}
    assert all(one[:512] == b"1" * 512 and len(one) in (1024, 1536) for one in whole)
    assert len(whole) > 1
    assert not folder.exists()


def leave(base: Path, calls: list[Call], at: float, to: Path, seed: int) -> bytes:
    leave_after_cut(base, calls, at, to, seed=seed)
    return (to / "a").read_bytes()


@pytest.mark.gate
@pytest.mark.skipif(shutil.which("strace") is None, reason="the writes are written down by strace")
def test_fifty_cuts_lose_nothing_that_was_acknowledged(
    example_office: Path, tmp_path: Path
) -> None:
    base = Path(shutil.copytree(example_office, tmp_path / "awal"))
    done, calls = _work(example_office, tmp_path)
    moments = sorted(done.values())
    by_chance = random.Random(SEED)
    lost_by_a_liar = 0
    for number in range(CUTS):
        at = by_chance.uniform(moments[0], moments[-1])
        acknowledged = {title for title, when in done.items() if when <= at}
        after = tmp_path / f"padam-{number}"
        leave_after_cut(base, calls, at, after, seed=number)
        assert _lost(after, acknowledged) == set(), (number, at)
        verified = run(after, "verify")
        assert verified.returncode == 0, (number, verified.stdout, verified.stderr)
        shutil.rmtree(after)
        leave_after_cut(base, calls, at, after, seed=number, deaf_to=DATABASE)
        lost_by_a_liar += len(_lost(after, acknowledged))
        shutil.rmtree(after)
    print(f"{CUTS} kali padam, {len(moments)} perbuatan, {len(calls)} panggilan;", end=" ")
    print(f"cakram yang berbohong menghilangkan {lost_by_a_liar}")
    assert lost_by_a_liar > 0


def _work(folder: Path, tmp_path: Path) -> tuple[dict[str, float], list[Call]]:
    """What four clerks did, each act with the moment of its acknowledgement; and every write."""
    served = Office(folder, tmp_path / "log.txt")
    try:
        served.start(before=strace(tmp_path / "jejak")).wait_until_ready()
        clerks = [WatchedClerk(served.url, f"padam-{number}") for number in range(CLERKS)]
        for clerk in clerks:
            clerk.start()
        assert all(clerk.is_at_work.wait(LIMIT_S) for clerk in clerks)
        time.sleep(WORK_S)
        served.end(signal.SIGKILL)
        for clerk in clerks:
            clerk.join(LIMIT_S)
        done = {title: at for clerk in clerks for title, at in clerk.acknowledged.items()}
        assert len(done) > 10, served.said()
    finally:
        served.kill_all()
    return done, calls_in(tmp_path / "jejak", folder)


def _lost(folder: Path, acknowledged: set[str]) -> set[str]:
    """What is not there of what was acknowledged; in a damaged database nothing is."""
    try:
        with closing(sqlite3.connect(folder / "runut.sqlite3")) as database:
            (sound,) = database.execute("PRAGMA integrity_check").fetchone()
            rows = database.execute("SELECT judul FROM cases_case")
            return acknowledged - ({str(title) for (title,) in rows} if sound == "ok" else set())
    except sqlite3.DatabaseError:
        return acknowledged
