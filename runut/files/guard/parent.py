"""Reading a file that comes from outside: in a process of its own, with limits, never here.

Whatever the file does to its reader (endless work, a gigabyte of memory, a crash), the caller
gets an answer within the time, in a plain sentence, and its own memory stays as it was. It is read
in its turn (``room``).
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from hashlib import sha256
from json import dumps
from logging import getLogger
from typing import IO, Any

from runut.core.findings import Finding, Level
from runut.files.guard.plain_values import from_text, to_text
from runut.files.guard.progress import from_line, is_progress
from runut.files.guard.room import OFFICE_ROOM, Tell, Work
from runut.files.guard.zip_check import refuse_size

log = getLogger(__name__)

WALL_SECONDS = 30
LARGEST_ANSWER = 16 << 20
"""Bytes of JSON; 200,000 cells are about half of it."""

NOT_READ, OUT_OF_MEMORY = 1, 4
"""How the child ends: the reader failed (Python's own status); it wanted too much memory."""

_LOG_TAIL = 2_000
_LOOK_SECONDS = 0.1
_LOOK_BYTES = 1 << 16
_KEPT_VARIABLES = ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP")

Read = tuple[Any, tuple[Finding, ...]]


def read_guarded(
    function_path: str,
    data: bytes,
    name: str,
    *,
    timeout_s: float = WALL_SECONDS,
    options: Mapping[str, object] | None = None,
    on_progress: Tell | None = None,
) -> Read:
    """What the reader at ``function_path`` (``module:function``) makes of ``data``.

    The reader takes ``(data, name, **options)`` and answers ``(value, problems)``; so does this.
    A reader may also answer step by step: then the last thing it could say is the answer. How far
    it has come, where it says so between, is handed to ``on_progress``. An
    office file is looked into before the reader sees it. A file that cannot be read gives
    ``(None, (finding,))``; nothing is raised on account of a file.
    """
    too_large = refuse_size(data)
    if too_large is not None:
        return None, (too_large,)
    request = {"reader": function_path, "name": name, "options": to_text(dict(options or {}))}
    asked = dumps(request).encode() + b"\n"
    key = sha256(asked + sha256(data).digest()).hexdigest()
    told = OFFICE_ROOM.read_in_turn(
        key, lambda: _prepared(function_path, asked, data, timeout_s), on_progress
    )
    status, _, said = told.partition(b"\n")
    if said:
        return _read_answer(said)
    return None, (_not_read() if int(status) == NOT_READ else _too_complex(),)


def _prepared(function_path: str, asked: bytes, data: bytes, timeout_s: float) -> Work:
    """The question, on the disk while it waits for its turn; and the work that answers it."""
    question = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it was asked
    question.write(asked + data)
    question.seek(0)
    return lambda tell: _asked(function_path, question, timeout_s, tell)


def _asked(function_path: str, question: IO[bytes], timeout_s: float, tell: Tell) -> bytes:
    """The exit status of the reading process, and after it what it said last."""
    with question, tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as complaints:
        status = _run_child(question, answer, complaints, timeout_s, tell)
        if status != 0:
            complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - _LOG_TAIL))
            told = complaints.read().decode("utf-8", "replace")
            log.info("%s: exit %s: %s", function_path, status, told)
        return b"%d\n" % status + _last_said(answer)


def _run_child(
    question: IO[bytes],
    answer: IO[bytes],
    complaints: IO[bytes],
    timeout_s: float,
    tell: Tell,
) -> int:
    """The exit status of the reading process; negative when it was killed."""
    child = subprocess.Popen(  # noqa: S603 - our own module
        # -P: the folder the program was started in holds no modules of ours.
        [sys.executable, "-P", "-m", "runut.files.guard.child", str(os.getpid())],
        stdin=question,
        stdout=answer,
        stderr=complaints,
        env=_environment(),
        cwd=tempfile.gettempdir(),
        start_new_session=True,
    )
    try:
        return _wait_telling(child, answer, timeout_s, tell)
    except subprocess.TimeoutExpired:
        return -signal.SIGTERM
    finally:
        if child.poll() is None:
            _kill_group(child)


def _wait_telling(
    child: subprocess.Popen[bytes],
    answer: IO[bytes],
    timeout_s: float,
    tell: Tell,
) -> int:
    """Wait for the child and hand on what it says of its progress meanwhile."""
    read = 0
    until = time.monotonic() + timeout_s
    while True:
        left = until - time.monotonic()
        try:
            return child.wait(max(0.0, min(_LOOK_SECONDS, left)))
        except subprocess.TimeoutExpired:
            if left <= 0:
                raise
        # pread: the child writes at the position that this file is at
        lines, mark, _ = os.pread(answer.fileno(), _LOOK_BYTES, read).rpartition(b"\n")
        read += len(lines) + len(mark)
        for line in lines.split(b"\n"):
            progress = from_line(line) if is_progress(line) else None
            if progress is not None:
                tell(progress)


def _kill_group(child: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()
    child.wait()


def _environment() -> dict[str, str]:
    """Nothing of ours: no passwords, no addresses, no settings; only where the modules are."""
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    paths = os.pathsep.join(path for path in sys.path if path)
    return kept | {"PYTHONPATH": paths, "PYTHONUTF8": "1"}


def _last_said(answer: IO[bytes]) -> bytes:
    """The last whole line of the answer; its reader may have ended in the middle of more."""
    answer.seek(0)
    whole, _, _ = answer.read(LARGEST_ANSWER).rpartition(b"\n")
    while is_progress(last := whole.rpartition(b"\n")[2]):
        whole = whole.rpartition(b"\n")[0]
    return last


def _read_answer(said: bytes) -> Read:
    try:
        value, problems = from_text(said.decode())
    except ValueError:
        log.info("an answer that is none of ours")
        return None, (_not_read(),)
    return value, problems


def _too_complex() -> Finding:
    return Finding(
        "berkas_terlalu_rumit",
        Level.BLOCKER,
        "Berkas ini terlalu rumit untuk dibaca dengan aman.",
        "Salin isi yang diperlukan ke berkas baru yang lebih sederhana, lalu unggah lagi.",
    )


def _not_read() -> Finding:
    return Finding(
        "berkas_tidak_terbaca",
        Level.BLOCKER,
        "Berkas ini tidak dapat dibaca: isinya rusak atau bukan jenis yang diharapkan.",
        "Buka di programnya, simpan ulang, lalu unggah lagi.",
    )
