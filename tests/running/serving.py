"""`runut` as an office starts it: a process tree of its own, watched and ended by its ids."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

RUNUT = [sys.executable, "-m", "runut.cli"]
LIMIT_S = 300
END_LIMIT_S, PORT_LIMIT_S = 10, 2
READY = re.compile(r"Runut siap di (\S+)/ ")


def environment(folder: Path, **more: str) -> dict[str, str]:
    """No settings of this machine but the data folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RUNUT_")}
    return {**kept, "RUNUT_DATA": str(folder), **more}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A command to its end; it has no terminal."""
    return subprocess.run(
        [*RUNUT, *words],
        env=environment(folder, **more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )


@dataclass
class Office:
    """A served office. ``tree`` are the processes seen while it ran, the main one first."""

    folder: Path
    log: Path
    port: int = field(default_factory=free_port)
    tree: list[int] = field(default_factory=list)
    main: "subprocess.Popen[bytes] | None" = None
    is_watched: bool = False

    def start(
        self,
        *words: str,
        umask: int = -1,
        has_port: bool = True,
        nohup: bool = False,
        before: Sequence[str] = (),
        **more: str,
    ) -> "Office":
        """``before`` is a program that starts it and stays around it."""
        port = ["--port", str(self.port)] if has_port else []
        self.is_watched = bool(before)
        with self.log.open("wb") as log, _hang_ups(is_ignored=nohup):
            self.main = subprocess.Popen(
                [*before, *RUNUT, "serve", *port, *words],
                env=environment(self.folder, **more),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                umask=umask,
            )
        return self

    def wait_until_ready(self) -> "Office":
        until = time.monotonic() + LIMIT_S
        while not READY.search(self.said()) or len(children(self.pid)) < 2:
            assert self.main is not None
            assert self.main.poll() is None, self.said()
            assert time.monotonic() < until, self.said()
            time.sleep(0.05)
        self.tree = [self.pid, *children(self.pid)]
        return self

    def wait_until_worker(self) -> "Office":
        """Until the worker has taken its lock, which it does a moment after the pages answer."""
        until = time.monotonic() + LIMIT_S
        lock = self.folder / "pekerja.lock"
        pids = "|".join(map(str, self.tree[1:]))
        while not lock.exists() or not re.match(rf"proses ({pids}),", lock.read_text()):
            assert time.monotonic() < until, self.said()
            time.sleep(0.05)
        return self

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    @property
    def pid(self) -> int:
        assert self.main is not None
        if not self.is_watched:
            return self.main.pid
        return next(iter(children(self.main.pid)), self.main.pid)

    @property
    def url(self) -> str:
        found = READY.search(self.said())
        assert found, self.said()
        return found.group(1)

    def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Signal the main process alone; its exit status."""
        assert self.main is not None
        os.kill(self.pid, how)
        return self.main.wait(timeout=LIMIT_S)

    def running(self, which: str) -> int | None:
        """The process that answers ("web"), or the worker ("pekerja"); None while there is none."""
        alive = [pid for pid in children(self.pid) if is_running(pid)]
        return next((pid for pid in alive if is_web(pid) == (which == "web")), None)

    def kill_one(self, which: str) -> int:
        """`kill -9` of one of them; which it was."""
        victim = self.running(which)
        assert victim is not None, self.said()
        os.kill(victim, signal.SIGKILL)
        return victim

    def answers_again(self) -> bool:
        """Whether pages are shown, after a moment to start again; what started is ours to end."""
        until = time.monotonic() + LIMIT_S
        while not self.answers() or len([p for p in children(self.pid) if is_running(p)]) < 2:
            assert self.main is not None
            if self.main.poll() is not None or time.monotonic() > until:
                return False
            time.sleep(0.05)
        self.tree = list({*self.tree, *children(self.pid)})
        return True

    def left(self) -> list[int]:
        """What of it still runs, after a moment to go."""
        until = time.monotonic() + END_LIMIT_S
        while running := [pid for pid in self.tree if is_running(pid)]:
            if time.monotonic() > until:
                return running
            time.sleep(0.02)
        return []

    def answers(self) -> bool:
        """Whether the page to log in is shown."""
        try:
            with urllib.request.urlopen(f"{self.url}/masuk/", timeout=LIMIT_S) as page:  # noqa: S310
                return bool(page.status == 200)
        except OSError:
            return False

    def is_port_free(self) -> bool:
        """Whether another server could begin there, after a moment for the last thread to go."""
        until = time.monotonic() + PORT_LIMIT_S
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            while True:
                try:
                    probe.bind(("127.0.0.1", self.port))
                except OSError:
                    if time.monotonic() > until:
                        return False
                    time.sleep(0.02)
                else:
                    return True

    def kill_all(self) -> None:
        """Whatever a failed test left behind."""
        for pid in {*self.tree, *([self.main.pid] if self.main else [])}:
            if is_running(pid):
                os.kill(pid, signal.SIGKILL)
        if self.main is not None:
            self.main.wait(timeout=LIMIT_S)


@contextmanager
def _hang_ups(*, is_ignored: bool) -> Iterator[None]:
    """Whether what we start hears of them, also when ``nohup`` makes that we do not ourselves.

    A signal that is handled, here by doing nothing, is as it was by nature in a new program.
    """
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN if is_ignored else lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [int(one) for one in path.read_text().split()]
    return found


def is_web(pid: int) -> bool:
    """The web began as a copy of the main process; the worker by its own command line."""
    return b"worker" not in Path(f"/proc/{pid}/cmdline").read_bytes()


def is_running(pid: int) -> bool:
    """Whether a process does anything any more: one that only waits to be buried does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state not in "ZX"
