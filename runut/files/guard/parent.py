"""Reading a file that comes from outside: in a process of its own, with limits, never here.

Whatever the file does to its reader (endless work, a gigabyte of memory, a crash), the caller
gets an answer within the time, in a plain sentence, and its own memory stays as it was.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from json import dumps
from logging import getLogger
from typing import IO, Any

from runut.core.findings import Finding, Level
from runut.files.guard.plain_values import from_text, to_text
from runut.files.guard.zip_check import refuse_size

log = getLogger(__name__)

WALL_SECONDS = 30
LARGEST_ANSWER = 16 << 20
"""Bytes of JSON; 200,000 cells are about half of it."""

NOT_READ, OUT_OF_MEMORY = 1, 4
"""How the child ends: the reader failed (Python's own status); it wanted too much memory."""

_LOG_TAIL = 2_000
_KEPT_VARIABLES = ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP")

Read = tuple[Any, tuple[Finding, ...]]


def read_guarded(
    function_path: str,
    data: bytes,
    name: str,
    *,
    timeout_s: float = WALL_SECONDS,
    options: Mapping[str, object] | None = None,
) -> Read:
    """What the reader at ``function_path`` (``module:function``) makes of ``data``.

    The reader takes ``(data, name, **options)`` and answers ``(value, problems)``; so does this.
    A reader may also answer step by step: then the last thing it could say is the answer. An
    office file is looked into before the reader sees it. A file that cannot be read gives
    ``(None, (finding,))``; nothing is raised on account of a file.
    """
    too_large = refuse_size(data)
    if too_large is not None:
        return None, (too_large,)
    request = {"reader": function_path, "name": name, "options": to_text(dict(options or {}))}
    with (
        tempfile.TemporaryFile() as question,
        tempfile.TemporaryFile() as answer,
        tempfile.TemporaryFile() as complaints,
    ):
        question.write(dumps(request).encode() + b"\n" + data)
        question.seek(0)
        status = _run_child(question, answer, complaints, timeout_s)
        if status != 0:
            complaints.seek(max(0, complaints.seek(0, os.SEEK_END) - _LOG_TAIL))
            told = complaints.read().decode("utf-8", "replace")
            log.info("%s: exit %s: %s", function_path, status, told)
        if said := _last_said(answer):
            return _read_answer(said)
    return None, (_not_read() if status == NOT_READ else _too_complex(),)


def _run_child(
    question: IO[bytes], answer: IO[bytes], complaints: IO[bytes], timeout_s: float
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
        return child.wait(timeout_s)
    except subprocess.TimeoutExpired:
        return -signal.SIGTERM
    finally:
        if child.poll() is None:
            _kill_group(child)


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
    return whole.rpartition(b"\n")[2]


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
