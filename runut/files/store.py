"""Documents on disk, named by what is in them: a changed one is another one."""

import os
import secrets
from hashlib import sha256
from pathlib import Path


class DocumentMissing(Exception):
    """A stored document is not there, or is not what its name says."""


def put(folder: Path, data: bytes) -> str:
    """Store ``data`` and return its SHA-256. Written whole and flushed before it gets its name."""
    digest = sha256(data).hexdigest()
    target = _path(folder, digest)
    if target.exists():
        return digest
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = target.with_name(f".{digest}.{secrets.token_hex(4)}")
    with unfinished.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(target)
    _flush_folder(target.parent)
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


def _path(folder: Path, digest: str) -> Path:
    return folder / digest[:2] / digest[2:]


def _flush_folder(folder: Path) -> None:
    """The new name itself must survive a power cut; Windows cannot open a folder to flush it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
