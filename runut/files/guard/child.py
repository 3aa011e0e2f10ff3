"""The reading process of ``guard``: sets its own limits, reads one file, answers, ends.

``python -m runut.files.guard.child PARENT``: question on stdin (a line of JSON, then the file),
answer on stdout, a line of JSON for each thing the reader says. It ends with its parent. The limits
are set before the first byte of the file is looked at.
"""

import json
import os
import signal
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from runut.core.findings import Level
from runut.files.end_with_parent import end_with_parent
from runut.files.guard.parent import LARGEST_ANSWER, OUT_OF_MEMORY, WALL_SECONDS, Read
from runut.files.guard.plain_values import from_text, to_text
from runut.files.guard.progress import Progress, to_line
from runut.files.guard.zip_check import precheck

if sys.platform != "win32":
    import resource

_MEMORY_BYTES = 1 << 30
_CPU_SECONDS = 20
_ORPHAN_SECONDS = WALL_SECONDS + 5
_POLITENESS = 10

_FORBIDDEN = frozenset(
    [
        "socket.connect",
        "socket.bind",
        "socket.sendto",
        "socket.getaddrinfo",
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.kill",
    ]
)


def main() -> int:
    """Answer the one question on stdin; the exit status tells ``guard`` how it went."""
    end_with_parent(int(sys.argv[1]))
    _limit()
    # Only the answer may go to stdout; what a library prints goes with the complaints.
    answer = os.dup(1)
    os.dup2(2, 1)
    try:
        question = json.loads(sys.stdin.buffer.readline())
        for said in _read(question, sys.stdin.buffer.read()):
            _say(answer, to_line(said) if isinstance(said, Progress) else to_text(said))
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


def _say(answer: int, text: str) -> None:
    """One line of the answer; it is out before the reader goes on, and stands whatever follows."""
    with os.fdopen(answer, "w", encoding="utf-8", closefd=False) as file:
        file.write(text + "\n")


def _limit() -> None:
    """Memory, work, size of the answer; and nobody waits for an orphan or because of us."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_ANSWER, LARGEST_ANSWER))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(_ORPHAN_SECONDS)
    os.nice(_POLITENESS)


def _read(question: dict[str, str], data: bytes) -> Iterator[Read | Progress]:
    found = precheck(data)
    if found is not None and found.tingkat is Level.BLOCKER:
        yield None, (found,)
        return
    module, _, function = question["reader"].partition(":")
    reader = getattr(import_module(module), function)
    options = from_text(question["options"])
    sys.addaudithook(_refuse_the_world)
    said = reader(data, question["name"], **options)
    for one in [said] if isinstance(said, tuple) else said:
        if isinstance(one, Progress):
            yield one
            continue
        value, problems = one
        yield value, (*problems, *([found] if found else ()))


def _refuse_the_world(event: str, _: tuple[Any, ...]) -> None:
    """A reader has no business with the network or other programs, whatever the file says."""
    if event in _FORBIDDEN:
        raise PermissionError(f"a guarded reader asked for {event}")


if __name__ == "__main__":
    # Whatever else a reader raises ends the process as Python ends it: with status NOT_READ.
    sys.exit(main())
