"""A folder of files as an office has them, and copies made of it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from runut.files.backup.place import Copy, CopyPlace, use_place
from runut.files.backup.reading import read_contents, take_out
from runut.files.backup.sealed import Key, key_of
from runut.files.backup.writing import Source, Written, write_copy
from runut.files.store import put, write_whole

OWNER = "a" * 64
BEGUN = datetime(2026, 1, 12, 20, 0, tzinfo=UTC)


@dataclass
class Folder:
    """An office's files in ``base``/kantor, its copies in ``base``/cadangan."""

    base: Path
    passphrase: str = ""
    made: list[Written] = field(default_factory=list)

    def __post_init__(self) -> None:
        write_whole(self.office / "runut.sqlite3", b"tabel" * 5_000)
        write_whole(self.office / "kunci" / "kantor-1" / "198203.p12", b"kunci")
        self.documents = [put(self.office / "berkas", text) for text in (b"satu", b"dua" * 999)]

    @property
    def office(self) -> Path:
        return self.base / "kantor"

    @property
    def place(self) -> CopyPlace:
        return use_place(self.base / "cadangan", OWNER)

    @property
    def key(self) -> Key | None:
        return _key(self.passphrase, self.place.salt) if self.passphrase else None

    def copy(self) -> Written:
        """One copy, a day after the one before."""
        sources = []
        for path in sorted(self.office.rglob("*")):
            name = path.relative_to(self.office).as_posix()
            digest = path.parent.name + path.name if name.startswith("berkas/") else ""
            if path.is_file():
                sources.append(Source(name, path, digest))
        made = BEGUN + timedelta(days=len(self.made))
        self.made.append(write_copy(self.place, made, sources, {"kantor": ["Biro"]}, self.key))
        return self.made[-1]

    def taken_out(self, copy: Copy) -> tuple[dict[str, bytes], list[str]]:
        """The files of a copy as they come out of it, and what was found to be damaged."""
        target = self.base / "keluar"
        faults = take_out(copy, read_contents(copy, self.key), self.key, target)
        return files_of(target), faults


@cache
def _key(passphrase: str, salt: bytes) -> Key:
    """A key costs time on purpose."""
    return key_of(passphrase, salt)


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
