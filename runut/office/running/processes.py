"""The process tree of an office: web and worker under one main process, and none without it."""

import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from typing import Any

from django.utils.module_loading import import_string
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from runut.files.end_with_parent import end_when, end_with_parent
from runut.office import clock
from runut.office.running.address import Address
from runut.office.running.parent import PARENT
from runut.office.wellbeing.beat import silence
from runut.office.wellbeing.restarts import WEB, WORKER, note_restart

WEB_THREADS = 4
APPLICATION = "runut.wsgi.application"
"""Loaded by its name in the process that answers requests: it stands above all that it serves."""
STOP_LIMIT_S = 10
_UP_LIMIT_S, _PAUSE_S = 60, 0.1
_QUICK_END_S, _QUICK_ENDS = 60, 5


def serve_web(address: Address, welcome: str, web: int) -> int:
    """Serve pages by ``web`` processes until stopped; ``welcome`` is shown once they answer.

    A web process that dies is started again by the server, and the server by us where they die
    too fast for it, within reason. Answers the exit status.
    """
    threading.Thread(target=_tell_when_up, args=(address, welcome), daemon=True).start()
    load = LoadWeb(web)
    quick = 0
    while True:
        server, begun = _server(address, web), time.monotonic()
        try:
            server.serve(target_loader=load, wrap_loader=False)
        except SystemExit:
            sys.stderr.write("Proses web berhenti berulang kali.\n")
        if server.interrupt_signal:
            return 0
        quick = quick + 1 if time.monotonic() - begun < _QUICK_END_S else 1
        if quick >= _QUICK_ENDS:
            break
        server.main_loop_interrupt.clear()
        server.main_loop_interrupt.wait(quick)  # Ctrl+C ends the pause
        if server.interrupt_signal:
            return 0
    sys.stderr.write(
        "Runut berhenti: proses web terus berhenti dan tidak dijalankan lagi. Periksa pesan di "
        "atas, lalu jalankan lagi.\n"
    )
    return 1


def _server(address: Address, web: int) -> Any:
    """Granian names its server by the platform, so that it is no type."""
    server = Server(
        APPLICATION,
        address=address.host,
        port=address.port,
        interface=Interfaces.WSGI,
        workers=web,
        blocking_threads=WEB_THREADS,
        log_access=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_LIMIT_S,
    )
    if hasattr(signal, "SIGHUP"):
        is_ignored = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        # its window was closed: that ends the office as Ctrl+C does, except under nohup
        after = signal.SIG_IGN if is_ignored else server.signal_handler_interrupt
        server.on_startup(lambda: signal.signal(signal.SIGHUP, after))
    return server


class LoadWeb:
    """Called in each process that answers requests, before its first one.

    They count themselves in memory that they share: what comes after the first ``web`` of them
    takes the place of one that died.
    """

    def __init__(self, web: int) -> None:
        self._web, self._started = web, multiprocessing.Value("i", 0)

    def __call__(self) -> Any:
        parent = multiprocessing.parent_process()
        if parent is not None and parent.pid is not None:
            end_with_parent(parent.pid)
            end_when(parent.join)
        with self._started.get_lock():
            self._started.value += 1
            is_again = self._started.value > self._web
        if is_again:
            sys.stderr.write("Proses web berhenti sendiri; dijalankan lagi.\n")
            note_restart(WEB, clock.now())
        return import_string(APPLICATION)


def _tell_when_up(address: Address, welcome: str) -> None:
    until = time.monotonic() + _UP_LIMIT_S
    while time.monotonic() < until:
        time.sleep(_PAUSE_S)
        try:
            with socket.create_connection((address.near, address.port), timeout=1):
                sys.stdout.write(welcome)
                sys.stdout.flush()
                return
        except OSError:
            continue


class WorkerKeeper:
    """Keeps one worker running; one that ends by itself is started again, within reason."""

    def __init__(self) -> None:
        self._stopping, self._begun = threading.Event(), threading.Event()
        self._child: subprocess.Popen[bytes] | None = None
        # a thread that stays: a worker dies with the thread that started it
        self._thread = threading.Thread(target=self._keep, name="pekerja", daemon=True)

    def start(self) -> None:
        """Start the worker; back when it runs.

        The web must not be copied off this process while a worker is being started: its copy
        would hold the pipe on which the start is awaited, and nobody would watch the worker.
        """
        self._thread.start()
        self._begun.wait()

    def stop(self) -> None:
        """End the worker; one that does not listen is killed."""
        self._stopping.set()
        if self._child is not None and self._child.poll() is None:
            self._child.terminate()
        self._thread.join(STOP_LIMIT_S)
        if self._child is not None and self._child.poll() is None:
            self._child.kill()

    def _keep(self) -> None:
        quick = 0
        while quick < _QUICK_ENDS and not self._stopping.is_set():
            begun = time.monotonic()
            try:
                self._child = _start_worker()
            finally:
                self._begun.set()
            status = self._child.wait()
            silence()
            quick = quick + 1 if time.monotonic() - begun < _QUICK_END_S else 1
            if quick < _QUICK_ENDS and not self._stopping.wait(quick):
                sys.stderr.write(f"Pekerja latar berhenti sendiri ({status}); dijalankan lagi.\n")
                note_restart(WORKER, clock.now())
        if not self._stopping.is_set():
            sys.stderr.write(
                "Pekerja latar terus berhenti dan tidak dijalankan lagi: surel dan titik periksa "
                "tertunda. Hentikan Runut, periksa pesan di atas, lalu jalankan lagi.\n"
            )


def _start_worker() -> subprocess.Popen[bytes]:
    # its standard input is a pipe that only we can write into: it ends when we are gone
    return subprocess.Popen(
        [sys.executable, "-m", "runut.cli", "worker"],
        stdin=subprocess.PIPE,
        env={**os.environ, PARENT: str(os.getpid())},
    )
