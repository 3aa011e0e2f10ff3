"""The worker runs before the web is copied off the main process, and is started again."""

import subprocess
import sys
import threading

import pytest

from runut.office.running import processes
from runut.office.running.processes import WorkerKeeper

BODY = "import sys; sys.stdin.read()"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The workers that were started, each a moment after it was asked for."""
    made: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        threading.Event().wait(0.3)
        made.append(subprocess.Popen([sys.executable, "-c", BODY], stdin=subprocess.PIPE))
        return made[-1]

    monkeypatch.setattr(processes, "_start_worker", start)
    return made


def test_who_starts_it_goes_on_only_when_it_runs(made: list[subprocess.Popen[bytes]]) -> None:
    keeper = WorkerKeeper()
    keeper.start()
    started = len(made)
    keeper.stop()
    assert started == 1
    assert made[0].poll() is not None
    for one in made:
        assert one.stdin is not None
        one.stdin.close()


def test_a_start_that_fails_does_not_hold_up_the_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def start() -> subprocess.Popen[bytes]:
        raise OSError("tidak cukup memori")

    seen: list[object] = []
    monkeypatch.setattr(processes, "_start_worker", start)
    monkeypatch.setattr(threading, "excepthook", lambda told: seen.append(told.exc_value))
    keeper = WorkerKeeper()
    waiting = threading.Thread(target=keeper.start, daemon=True)
    waiting.start()
    waiting.join(10)
    keeper.stop()
    assert not waiting.is_alive()
    assert [str(one) for one in seen] == ["tidak cukup memori"]
