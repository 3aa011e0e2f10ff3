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
from runut.office.running.address import Address
from runut.office.running.parent import PARENT

WEB_THREADS = 4
APPLICATION = "runut.wsgi.application"
"""Loaded by its name in the process that answers requests: it stands above all that it serves."""
STOP_LIMIT_S = 10
_UP_LIMIT_S, _PAUSE_S = 60, 0.1
_QUICK_END_S, _QUICK_ENDS = 60, 5


def serve_web(address: Address, welcome: str, web: int) -> int:
    """Serve pages by ``web`` processes until stopped; ``welcome`` is shown once they answer.

    Answers the exit status.
    """
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
    has_hangup = hasattr(signal, "SIGHUP")
    is_ignored = has_hangup and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN

    def begin() -> None:
        if has_hangup:
            # its window was closed: that ends the office as Ctrl+C does, except under nohup
            after = signal.SIG_IGN if is_ignored else server.signal_handler_interrupt
            signal.signal(signal.SIGHUP, after)
        threading.Thread(target=_tell_when_up, args=(address, welcome), daemon=True).start()

    server.on_startup(begin)
    try:
        server.serve(target_loader=load_web, wrap_loader=False)
    except SystemExit:
        sys.stderr.write("Runut berhenti: peladen web berulang kali gagal dijalankan.\n")
        return 1
    return 0


def load_web() -> Any:
    """Called in the process that answers requests, before its first one."""
    parent = multiprocessing.parent_process()
    if parent is not None and parent.pid is not None:
        end_with_parent(parent.pid)
        end_when(parent.join)
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
            quick = quick + 1 if time.monotonic() - begun < _QUICK_END_S else 1
            if not self._stopping.wait(quick):
                sys.stderr.write(f"Pekerja latar berhenti sendiri ({status}); dijalankan lagi.\n")
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
