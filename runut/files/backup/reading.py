"""A copy read back: what belongs to it, whether all of it is still as it was written."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from runut.files.backup.place import (
    CONTENTS,
    FORM,
    PLAIN,
    SEALED_ENDING,
    Copy,
    CopyFault,
    document_path,
    is_inside,
)
from runut.files.backup.sealed import CannotOpen, Key, opened
from runut.files.store import write_pieces

_PIECE = 1 << 20
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class StoredFile:
    """A file of the office: its name in the data folder, its size and SHA-256."""

    name: str
    size: int
    sha256: str

    @property
    def is_document(self) -> bool:
        """Documents lie beside the copies, by their hash, each once."""
        return self.name == f"{PLAIN}/{self.sha256[:2]}/{self.sha256[2:]}"


@dataclass(frozen=True)
class Contents:
    """What a copy says of itself: its files, and what was told of the office (``told``)."""

    told: dict[str, Any]
    files: tuple[StoredFile, ...]

    @property
    def size(self) -> int:
        return sum(entry.size for entry in self.files)


class Damaged(Exception):
    """A file of a copy is gone, or not what was written; says what is wrong with it."""


def contents_text(told: dict[str, Any], files: Iterable[StoredFile]) -> bytes:
    """What ``read_contents`` reads, closed by a hash of itself."""
    body = {"bentuk": FORM, **told, "berkas": [list(vars(entry).values()) for entry in files]}
    return json.dumps({**body, "sidik": _digest(body)}, ensure_ascii=False, indent=0).encode()


def read_contents(copy: Copy, key: Key | None) -> Contents:
    """Raises CopyFault, in Indonesian, if the copy cannot be used at all."""
    if copy.salt is not None and key is None:
        raise CopyFault("Cadangan ini tersandi; sebutkan frasa sandinya.")
    try:
        data = b"".join(stored_pieces(copy.folder / stored_name(CONTENTS, key), key))
        body = json.loads(data)
        digest = body.pop("sidik")
        is_same = digest == _digest(body)
        form = body.pop("bentuk")
        files = tuple(StoredFile(*one) for one in body.pop("berkas"))
    except Damaged as fault:
        raise CopyFault(f"Cadangan {copy.folder} tidak dapat dibuka: {fault}.") from fault
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CopyFault(f"Daftar isi cadangan {copy.folder} rusak.") from error
    if not is_same or not all(map(_is_sound, files)):
        raise CopyFault(f"Daftar isi cadangan {copy.folder} rusak atau diubah.")
    if form != FORM:
        raise CopyFault(
            "Cadangan ini dibuat oleh Runut yang lebih baru. Pasang Runut versi itu, lalu ulangi."
        )
    return Contents(body, files)


def _is_sound(entry: StoredFile) -> bool:
    """Whether a line of the list is one of ours; whoever wrote the list wrote its hash too."""
    is_hash = isinstance(entry.sha256, str) and _HASH.fullmatch(entry.sha256)
    return bool(is_hash and isinstance(entry.size, int) and is_inside(entry.name))


def faults_of(copy: Copy, contents: Contents, key: Key | None) -> list[str]:
    """Every file of the copy that is not as it was written, each in a sentence."""
    found = []
    for entry in contents.files:
        try:
            for _ in checked(copy.place, copy.folder, entry, key):
                pass
        except Damaged as fault:
            found.append(f"{entry.name}: {fault}")
    return found


def take_out(copy: Copy, contents: Contents, key: Key | None, target: Path) -> list[str]:
    """Write every file of the copy into the folder ``target``; what is damaged is named, and not
    written."""
    found = []
    for entry in contents.files:
        try:
            write_pieces(target / entry.name, checked(copy.place, copy.folder, entry, key))
        except Damaged as fault:
            found.append(f"{entry.name}: {fault}")
    return found


def checked(place: Path, folder: Path, entry: StoredFile, key: Key | None) -> Iterator[bytes]:
    """The bytes of a stored file. Raises Damaged, at the end at the latest, if they are others."""
    digest, size = sha256(), 0
    for piece in stored_pieces(stored_path(place, folder, entry, key), key):
        digest.update(piece)
        size += len(piece)
        yield piece
    if (digest.hexdigest(), size) != (entry.sha256, entry.size):
        raise Damaged("isinya telah berubah sejak ditulis")


def stored_path(place: Path, folder: Path, entry: StoredFile, key: Key | None) -> Path:
    if entry.is_document:
        name = key.name_of(entry.sha256) if key else entry.sha256
        return document_path(place, name, is_sealed=key is not None)
    return folder / stored_name(entry.name, key)


def stored_name(name: str, key: Key | None) -> str:
    """The name of a file in the folder of its copy; sealed, it does not tell names of people."""
    if key is None:
        return name
    told = name if name == CONTENTS else key.name_of(name)
    return told + SEALED_ENDING


def stored_pieces(path: Path, key: Key | None) -> Iterator[bytes]:
    """A stored file, opened where it is sealed. Raises Damaged where it cannot be read."""
    try:
        with path.open("rb") as file:
            _forget_cached(file)
            yield from opened(file, key) if key else iter(lambda: file.read(_PIECE), b"")
    except CannotOpen as error:
        raise Damaged(str(error)) from error
    except FileNotFoundError as error:
        raise Damaged("tidak ada") from error
    except OSError as error:
        raise Damaged(f"tidak dapat dibaca ({error.strerror or error})") from error


def _forget_cached(file: IO[bytes]) -> None:
    """What is checked is what the disk has, not what the system still remembers of writing it."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _digest(body: dict[str, Any]) -> str:
    told = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()
