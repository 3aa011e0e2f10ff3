"""One copy made: written under an unfinished name, read again from its disk, then named."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from runut.files.backup.place import (
    CONTENTS,
    LABEL,
    UNFINISHED,
    Copy,
    CopyFault,
    CopyPlace,
    label_text,
    read_label,
    stamp_of,
)
from runut.files.backup.reading import (
    Contents,
    Damaged,
    StoredFile,
    contents_text,
    faults_of,
    read_contents,
    stored_name,
    stored_path,
    stored_pieces,
)
from runut.files.backup.sealed import Key, sealed
from runut.files.store import flush_folder, pieces_of, write_pieces, write_whole

SPARE = 32 << 20
"""What must stay free: a disk that is full to the last byte serves nobody."""


@dataclass(frozen=True)
class Source:
    """A file of the office: its name in the data folder, and where it lies now.

    ``digest`` is given for a document, whose name is its hash.
    """

    name: str
    path: Path
    digest: str = ""


@dataclass(frozen=True)
class Written:
    """A copy that was made and checked. ``missing``: documents that the office itself has lost."""

    copy: Copy
    contents: Contents
    new_bytes: int
    missing: tuple[str, ...]


@dataclass
class _Making:
    place: CopyPlace
    folder: Path
    key: Key | None
    entries: list[StoredFile] = field(default_factory=list)
    fresh: list[StoredFile] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    new_bytes: int = 0


def write_copy(
    place: CopyPlace,
    made: datetime,
    sources: Sequence[Source],
    told: dict[str, Any],
    key: Key | None,
) -> Written:
    """Make a copy of ``sources``. Call it while nobody else makes one in this place.

    Raises CopyFault, and OSError of the place; then nothing of the copy is left but documents,
    which the next one takes up.
    """
    _require_space(place, sources, key)
    making = _Making(place, place.folder / f"{UNFINISHED}{stamp_of(made)}", key)
    making.folder.mkdir(mode=0o700)
    try:
        for source in sources:
            _take(making, source)
        text = contents_text(told, making.entries)
        _write(making, making.folder / stored_name(CONTENTS, key), (text,))
        own = [stored_name(entry.name, key) for entry in making.entries if not entry.is_document]
        label = label_text([*own, stored_name(CONTENTS, key)], key.salt if key else None)
        write_whole(making.folder / LABEL, label)
        return _finish(making, made)
    except BaseException:
        with suppress(OSError):  # a drive that was pulled out; swept when it is back
            shutil.rmtree(making.folder)
        raise


def _finish(making: _Making, made: datetime) -> Written:
    """Look at all that was written; only a whole copy gets its name."""
    written = Copy(making.folder, made, making.key.salt if making.key else None, ())
    contents = read_contents(written, making.key)
    new = replace(contents, files=tuple(making.fresh))  # the others were read on the way
    if faults := faults_of(written, new, making.key):
        raise CopyFault(
            f"Cadangan yang baru ditulis tidak terbaca sama ({faults[0]}). Cakram atau jaringannya "
            "mungkin rusak; pakai tempat lain."
        )
    named = making.place.folder / stamp_of(made)
    making.folder.rename(named)
    flush_folder(making.place.folder)
    copy = read_label(named)
    if copy is None:
        raise CopyFault(f"Cadangan {named} tidak terbaca setelah ditulis.")
    return Written(copy, contents, making.new_bytes, tuple(making.missing))


class _Counted:
    """Bytes that pass, with their number and their hash so far."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self.digest = sha256()
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.digest.update(piece)
            self.size += len(piece)
            yield piece


def _as_named(passing: _Counted, source: Source) -> Iterator[bytes]:
    """The bytes of a document. Raises Damaged at their end where they are not those of its name."""
    yield from passing
    if passing.digest.hexdigest() != source.digest:
        raise Damaged


def _take(making: _Making, source: Source) -> None:
    if source.digest:
        _take_document(making, source)
        return
    passing = _Counted(pieces_of(source.path))
    _write(making, making.folder / stored_name(source.name, making.key), passing)
    making.fresh.append(StoredFile(source.name, passing.size, passing.digest.hexdigest()))
    making.entries.append(making.fresh[-1])


def _take_document(making: _Making, source: Source) -> None:
    """A document that the place has whole is not written again; one it has damaged is.

    What the office itself has damaged meanwhile is so restored from an older copy.
    """
    target = stored_path(making.place.folder, making.folder, _document(source, 0), making.key)
    if (size := _size_if_whole(target, source, making.key)) is not None:
        making.entries.append(_document(source, size))
        return
    passing = _Counted(pieces_of(source.path))
    try:
        _write(making, target, _as_named(passing, source))
    except Damaged:
        making.missing.append(source.name)
    else:
        making.fresh.append(_document(source, passing.size))
        making.entries.append(making.fresh[-1])


def _document(source: Source, size: int) -> StoredFile:
    return StoredFile(source.name, size, source.digest)


def _size_if_whole(target: Path, source: Source, key: Key | None) -> int | None:
    passing = _Counted(stored_pieces(target, key))
    try:
        for _ in _as_named(passing, source):
            pass
    except Damaged:
        return None
    return passing.size


def _write(making: _Making, target: Path, pieces: Iterable[bytes]) -> None:
    write_pieces(target, sealed(pieces, making.key) if making.key else pieces)
    making.new_bytes += target.stat().st_size


def _require_space(place: CopyPlace, sources: Sequence[Source], key: Key | None) -> None:
    """Before anything is written: does the new part fit?"""
    needed = SPARE
    for source in sources:
        size = source.path.stat().st_size
        entry = StoredFile(source.name, size, source.digest)
        if not (source.digest and stored_path(place.folder, place.folder, entry, key).exists()):
            needed += size + (size >> 12)  # the seal adds 16 bytes to each MiB
    free = shutil.disk_usage(place.folder).free
    if free < needed:
        raise CopyFault(
            f"Ruang di {place.folder} kurang: perlu {in_megabytes(needed)}, tersisa "
            f"{in_megabytes(free)}. Kosongkan sebagian, atau pakai tempat yang lebih besar."
        )


def in_megabytes(size: int) -> str:
    """A size as people read it: ``1,5 MB``, ``2,0 GB``."""
    amount, unit = (size / (1 << 30), "GB") if size >= 1 << 30 else (size / (1 << 20), "MB")
    return f"{amount:.1f} {unit}".replace(".", ",")
