"""A disk that loses power: every write of a served office, and what of them a cut may leave.

``strace`` writes down each write, flush and new name with its bytes and its moment. What was
flushed before the cut stands; of the rest any part may have reached the disk, sector by sector.
(Where this was made there is no device-mapper, so no block device of the kernel could be used. The
model is harsher than one: the flush of a file carries no other file's bytes along.)
"""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
TRACED = "openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat"
LOST_ANYWAY = re.compile(r"-shm$|^(sementara|statis)/|^denyut-pekerja$|\.lock$")
"""Made anew at each start."""

_CALL = re.compile(r"^(\d+\.\d+) (\w+)\((.*)\) += (-?\d+).*<(\d+\.\d+)>$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPEN_AS = re.compile(r"<((?:\\x[0-9a-f]{2})+)>")
_OFFSET = re.compile(r", (\d+)$")


def strace(to: Path) -> list[str]:
    """What is put before a command; its calls are then in files whose names begin with ``to``."""
    traced = ["-e", f"trace={TRACED}", "-e", "signal=none", "-s", str(64 << 20)]
    return ["strace", "-ff", "--seccomp-bpf", "-ttt", "-T", "-y", "-xx", *traced, "-o", str(to)]


@dataclass(frozen=True)
class Call:
    """One call that touches the folder; ``path`` is told from the folder on."""

    begun: float
    ended: float
    name: str
    path: str
    data: bytes = b""
    offset: int | None = None
    other: str = ""
    is_new: bool = False


@dataclass
class _File:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """An offset with what was written there; None: the file was cut there."""
    position: int = 0

    def flush(self) -> None:
        for offset, data in self.pending:
            _apply(self.durable, offset, data)
        self.pending.clear()

    def after_cut(self, by_chance: random.Random) -> bytes:
        left = bytearray(self.durable)
        for offset, data in self.pending:
            if data is None:
                if by_chance.random() < 0.5:
                    _apply(left, offset, None)
                continue
            for at in range(0, len(data), SECTOR):
                if by_chance.random() < 0.5:
                    _apply(left, offset + at, data[at : at + SECTOR])
        return bytes(left)


def _apply(content: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        content[:] = content[:offset].ljust(offset, b"\0")
        return
    if len(content) < offset:
        content.extend(b"\0" * (offset - len(content)))
    content[offset : offset + len(data)] = data


def calls_in(trace: Path, folder: Path) -> list[Call]:
    """What was done to the files of ``folder``, in its order."""
    found = [
        call
        for path in trace.parent.glob(f"{trace.name}.*")
        for line in path.read_text().splitlines()
        if (call := _call(line, str(folder) + "/")) is not None
    ]
    return sorted(found, key=lambda one: one.begun)


def leave_after_cut(
    base: Path, calls: list[Call], at: float, to: Path, *, seed: int, deaf_to: tuple[str, ...] = ()
) -> None:
    """Make ``to`` as the disk may be found after the power went at ``at``.

    ``base`` is the folder before the first call. Flushes of files that end in one of ``deaf_to``
    do nothing: a disk, or a setting, that lies.
    """
    by_chance = random.Random(seed)
    live = {
        str(path.relative_to(base)): _File(bytearray(path.read_bytes()))
        for path in base.rglob("*")
        if path.is_file()
    }
    named, unsure = dict(live), list[tuple[str, _File | None]]()
    for call in calls:
        if call.begun > at:
            break
        is_deaf = call.path.endswith(deaf_to)
        _do(call, live, named, unsure, is_done=call.ended <= at and not is_deaf)
    for path, file in unsure[: by_chance.randint(0, len(unsure))]:  # names are written in order
        _name(named, path, file)
    for path, file in named.items():
        if not LOST_ANYWAY.search(path):
            target = to / path
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            target.write_bytes(file.after_cut(by_chance))
    for path in ("statis",):
        if (base / path).exists():
            shutil.copytree(base / path, to / path)


def _do(
    call: Call,
    live: dict[str, _File],
    named: dict[str, _File],
    unsure: list[tuple[str, _File | None]],
    *,
    is_done: bool,
) -> None:
    if call.name == "openat":
        if call.is_new and call.path not in live:
            live[call.path] = _File()
            unsure.append((call.path, live[call.path]))
        elif call.path in live:
            live[call.path].position = 0
    elif call.name == "rename":
        if call.path in live:
            live[call.other] = live.pop(call.path)
            unsure += [(call.path, None), (call.other, live[call.other])]
    elif call.name == "unlink":
        if live.pop(call.path, None) is not None:
            unsure.append((call.path, None))
    elif call.name == "sync":
        if is_done:
            _flush(call.path, live, named, unsure)
    elif (file := live.get(call.path)) is not None:
        if call.name == "cut":
            file.pending.append((call.offset or 0, None))
            return
        offset = file.position if call.offset is None else call.offset
        file.pending.append((offset, call.data))
        file.position = offset + len(call.data)


def _flush(
    path: str,
    live: dict[str, _File],
    named: dict[str, _File],
    unsure: list[tuple[str, _File | None]],
) -> None:
    """A file is flushed with its own name, a folder with the names in it; and with them, as every
    journal does, what was named before."""
    file = live.get(path)
    if file is not None:
        file.flush()
    sure = [
        number
        for number, (one, new) in enumerate(unsure)
        if (file is not None and new is file) or _folder(one) == path
    ]
    for _ in range(max(sure, default=-1) + 1):
        _name(named, *unsure.pop(0))


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _name(named: dict[str, _File], path: str, file: _File | None) -> None:
    if file is None:
        named.pop(path, None)
    else:
        named[path] = file


def _call(line: str, folder: str) -> Call | None:
    found = _CALL.match(line)
    if found is None or found[4].startswith("-"):
        return None
    begun, name, told, lasted = float(found[1]), found[2], found[3], float(found[5])
    texts = [bytes.fromhex(one.replace("\\x", "")) for one in _TEXT.findall(told)]
    paths = list(_paths(name, told, texts))
    if not paths or not (paths[0] + "/").startswith(folder):
        return None
    inside = [path.removeprefix(folder).removeprefix(folder[:-1]) for path in paths]
    moment = (begun, begun + lasted)
    if name in ("fsync", "fdatasync"):
        return Call(*moment, "sync", inside[0])
    if name == "openat":
        return Call(*moment, name, inside[0], is_new="O_CREAT" in told)
    if name.startswith("rename"):
        return Call(*moment, "rename", inside[0], other=inside[1])
    if name.startswith("unlink"):
        return Call(*moment, "unlink", inside[0])
    offset = _OFFSET.search(told)
    if name == "ftruncate":
        return Call(*moment, "cut", inside[0], offset=int(offset[1]) if offset else 0)
    at = int(offset[1]) if offset and name == "pwrite64" else None
    return Call(*moment, "write", inside[0], texts[0][: int(found[4])], at)


def _paths(name: str, told: str, texts: list[bytes]) -> Iterator[str]:
    if name in ("openat", "unlink", "unlinkat") or name.startswith("rename"):
        yield from (text.decode("utf-8", "replace") for text in texts)
    elif known := _OPEN_AS.search(told):
        yield bytes.fromhex(known[1].replace("\\x", "")).decode("utf-8", "replace")
