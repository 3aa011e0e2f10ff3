"""One Runut per data folder: a lock on a file, which the kernel lifts however its holder dies."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from runut.office.running import CannotRun

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

SERVER_LOCK, WORKER_LOCK, COPY_LOCK = "runut.lock", "pekerja.lock", "cadangan.lock"
LOCKS = frozenset({SERVER_LOCK, WORKER_LOCK, COPY_LOCK})

_PATIENCE_S, _PAUSE_S = 2.0, 0.1
"""Whoever was killed a moment ago may still be on its way out."""


@contextmanager
def locked(folder: Path, name: str, what: str) -> Iterator[None]:
    """Hold the lock ``name`` of a data folder; ``what`` tells others who holds it.

    Raises CannotRun, naming the process and what it is, if another process holds it.
    """
    path = folder / name
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _taken(handle):
            raise CannotRun(
                f"Folder data {folder} sedang dipakai oleh Runut yang lain ({_holder(handle)}). "
                "Hentikan dahulu yang itu, atau pilih folder lain lewat RUNUT_DATA."
            )
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"proses {os.getpid()}, {what}\n".encode())
        yield
    finally:
        # closing lifts the lock; the file stays, or two could hold a lock of that name
        os.close(handle)


def _taken(handle: int) -> bool:
    until = time.monotonic() + _PATIENCE_S
    while not _take(handle):
        if time.monotonic() > until:
            return False
        time.sleep(_PAUSE_S)
    return True


def _take(handle: int) -> bool:
    """A lock of this process alone: no child inherits it, so none can outlive us with it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _holder(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    words = os.read(handle, 200).decode("utf-8", "replace").strip()
    return words or "proses yang belum dikenal"
