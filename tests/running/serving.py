"""`runut` as an office starts it: a process tree of its own, watched and ended by its ids."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

RUNUT = [sys.executable, "-m", "runut.cli"]
LIMIT_S = 120
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

    def start(self, *words: str, umask: int = -1, has_port: bool = True, **more: str) -> "Office":
        port = ["--port", str(self.port)] if has_port else []
        with self.log.open("wb") as log:
            self.main = subprocess.Popen(
                [*RUNUT, "serve", *port, *words],
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
        return self.main.pid

    @property
    def url(self) -> str:
        found = READY.search(self.said())
        assert found, self.said()
        return found.group(1)

    def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Signal the main process alone; its exit status."""
        assert self.main is not None
        self.main.send_signal(how)
        return self.main.wait(timeout=LIMIT_S)

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


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    found = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [int(one) for one in path.read_text().split()]
    return found


def is_running(pid: int) -> bool:
    """Whether a process does anything any more: one that only waits to be buried does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state not in "ZX"
