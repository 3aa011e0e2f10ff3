"""A copy of the office, made while people work in it."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings

from runut.core.trust.chain import utc_text
from runut.files.backup.place import CopyPlace, copies_in, drop, sweep, use_place
from runut.files.backup.plan import staying
from runut.files.backup.sealed import key_of
from runut.files.backup.writing import Source, Written, write_copy
from runut.office.backup.secret import SECRET
from runut.office.backup.snapshot import Snapshot, take_snapshot

DOCUMENTS, KEYS, CHECKPOINTS = "berkas", "kunci", "titik-periksa"
_NOT_WITHOUT_SEAL = re.compile(r"surel|bsre\.sandi|nik-\d+")
"""Passwords of other services, and NIK: they are typed again sooner than left on an open stick."""

_OF_NO_USE = frozenset({SECRET, "kode-pertama"})
"""The passphrase of the copies would open them for whoever has it; a code for the first page has
no page any more."""


_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Made:
    """A copy as it was made. ``faults``: what is wrong with the office itself, as far as seen."""

    written: Written
    faults: tuple[str, ...]
    dropped: int
    is_sealed: bool


def make_copy(told: Path, now: datetime, passphrase: str) -> Made:
    """Copy the office into the folder ``told`` and drop the copies that the plan lets go.

    Raises CopyFault and OSError, and leaves the copies that are there as they are. Call it under
    the lock of copies: one at a time.

    What is written later is in it or not, but never half: checkpoints are listed before the
    database is taken, since a copy must not hold one of a line that it lacks; documents after it,
    since each is on the disk before a row names it.
    """
    data = Path(settings.DATA_DIR)
    checkpoints = list(_files(data, CHECKPOINTS))
    temporary = data / "sementara"
    temporary.mkdir(mode=0o700, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="cadangan-", dir=temporary) as folder:
        snapshot = take_snapshot(Path(folder))
        place = use_place(told, snapshot.owner)
        sweep(place)
        key = key_of(passphrase, place.salt) if passphrase else None
        sources = [Source(snapshot.file, snapshot.path), *checkpoints]
        sources += _keys(data, is_sealed=key is not None)
        sources += _documents(data)
        written = write_copy(place, now, sources, _told(snapshot, now), key)
    missing = (f"Berkas {name} di kantor ini rusak." for name in written.missing)
    dropped = _drop_old(place, now)
    return Made(written, (*snapshot.faults, *missing), dropped, key is not None)


def _drop_old(place: CopyPlace, now: datetime) -> int:
    copies = copies_in(place.folder)
    # the days of the plan are those of the machine's people, not of Greenwich
    local = {copy.made.astimezone(now.tzinfo): copy for copy in copies}
    let_go = [copy for at, copy in local.items() if at not in staying(local)]
    for copy in let_go:
        drop(copy)
    return len(let_go)


def _told(snapshot: Snapshot, now: datetime) -> dict[str, Any]:
    return {
        "dibuat": utc_text(now),
        "program": version("runut"),
        "basis_data": snapshot.file,
        "kantor": list(snapshot.offices.values()),
        "migrasi": [list(one) for one in snapshot.migrations],
        "rantai": [[head.office, head.size, head.hash] for head in snapshot.heads],
    }


def _keys(data: Path, *, is_sealed: bool) -> Iterator[Source]:
    for one in _files(data, KEYS):
        is_open_secret = not is_sealed and _NOT_WITHOUT_SEAL.fullmatch(one.path.name)
        if not is_open_secret and one.path.name not in _OF_NO_USE:
            yield one


def _documents(data: Path) -> Iterator[Source]:
    for one in _files(data, DOCUMENTS):
        digest = one.path.parent.name + one.path.name
        yield Source(one.name, one.path, digest if _HASH.fullmatch(digest) else "")


def _files(data: Path, folder: str) -> Iterator[Source]:
    """Files of a folder of the office; those that are still being written have no name yet."""
    for path in sorted((data / folder).rglob("*")):
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            yield Source(path.relative_to(data).as_posix(), path)
