"""Documents on disk, named by what is in them: a changed one is another one."""

import errno
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

_UNFINISHED = re.compile(r"\..+\.[0-9a-f]{8}")
_PIECE = 1 << 20
_NOT_FOR_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP})
"""A share or a stick of another system may not know how to flush a folder."""


class DocumentMissing(Exception):
    """A stored document is not there, or is not what its name says."""


def put(folder: Path, data: bytes) -> str:
    """Store ``data`` and return its SHA-256. Written whole and flushed before it gets its name."""
    digest = sha256(data).hexdigest()
    target = _path(folder, digest)
    if target.exists():
        return digest
    write_whole(target, data)
    return digest


def get(folder: Path, digest: str) -> bytes:
    """The stored bytes. Raises DocumentMissing if absent or changed since they were stored."""
    try:
        data = _path(folder, digest).read_bytes()
    except OSError as error:
        raise DocumentMissing(f"Berkas {digest[:12]}… tidak ditemukan di penyimpanan.") from error
    if sha256(data).hexdigest() != digest:
        raise DocumentMissing(f"Berkas {digest[:12]}… telah berubah sejak disimpan.")
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all, readable by its owner only."""
    write_pieces(path, (data,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """The same for a file that is too large to be held at once. What fails leaves nothing."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    # The mode is given at creation: no moment in which somebody else may read it.
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def pieces_of(path: Path) -> Iterator[bytes]:
    """A file, piece by piece."""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def remove_unfinished(folder: Path) -> None:
    """Remove what a crash left half-written. Call it while nobody writes."""
    for path in folder.rglob(".*"):
        if _UNFINISHED.fullmatch(path.name):
            path.unlink()


def _path(folder: Path, digest: str) -> Path:
    return folder / digest[:2] / digest[2:]


def flush_folder(folder: Path) -> None:
    """The new name itself must survive a power cut; Windows cannot open a folder to flush it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise
    finally:
        os.close(handle)
