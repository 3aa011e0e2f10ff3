"""The folder that holds the copies of one office, and nothing of ours outside it.

    DIR/runut-cadangan.json        says whose copies these are
    DIR/berkas/ab/cdef…            documents by their hash, each once for all copies
    DIR/tersandi/…                 the same, sealed, where there is a passphrase
    DIR/2026-11-30T014959Z/        one copy: runut.json (its label), isi.json (what belongs to it),
                                   the database, keys and checkpoints

Documents of an office are never changed and never deleted, so theirs are not either: a copy is
dropped by removing its own folder alone. A folder that others use gets one of its own inside.
"""

import json
import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from runut.files.backup.sealed import new_salt
from runut.files.store import write_whole

MARKER, INSIDE = "runut-cadangan.json", "cadangan-runut"
LABEL, CONTENTS = "runut.json", "isi.json"
PLAIN, SEALED, SEALED_ENDING = "berkas", "tersandi", ".sandi"
UNFINISHED = ".belum-"
FORM = 1
"""How a copy is laid out; a number that this program does not know is refused."""

_STAMP = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z")
_LONGEST_PART = 200
"""Bytes of a name in a folder: every system takes 255, and a copy is written under a longer one."""
_OWNER = re.compile(r"[0-9a-f]{64}")


class CopyFault(Exception):
    """Why a copy cannot be made or used, in a sentence for whoever asked."""


@dataclass(frozen=True)
class CopyPlace:
    """Where the copies of an office lie. ``salt`` goes into every key that is used here."""

    folder: Path
    salt: bytes


@dataclass(frozen=True)
class Copy:
    """One finished copy, as its label tells. ``salt`` is None where it is not sealed.

    ``names`` are the files of its own folder; documents lie beside, for all copies.
    """

    folder: Path
    made: datetime
    salt: bytes | None
    names: tuple[str, ...]

    @property
    def place(self) -> Path:
        return self.folder.parent


def stamp_of(made: datetime) -> str:
    return made.astimezone(UTC).strftime(_STAMP)


def find_place(told: Path) -> Path | None:
    """The folder of copies that somebody points at, or the one inside it."""
    return next((one for one in (told, told / INSIDE) if (one / MARKER).is_file()), None)


def use_place(told: Path, owner: str) -> CopyPlace:
    """The place at or in the folder ``told``, made if there is none yet.

    ``owner`` is the hash of the first line of the office's chain: the same for every copy of it.
    Raises CopyFault if the copies there are another office's, and OSError.
    """
    found = find_place(told)
    if found is None:
        if not told.exists():
            told.mkdir(mode=0o700)  # only the last part: a drive that is not there is not made up
        found = told / INSIDE if _holds_others(told) else told
        new = {"dibuat_oleh": "runut", "kantor": owner, "garam": new_salt().hex()}
        write_whole(found / MARKER, json.dumps(new, indent=1).encode())
    marker = _read_json(found / MARKER)
    salt, told_owner = _bytes(marker.get("garam")), marker.get("kantor")
    if salt is None or not isinstance(told_owner, str) or not _OWNER.fullmatch(told_owner):
        raise CopyFault(
            f"{found / MARKER} rusak, sehingga tidak jelas cadangan siapa di sana. Pilih folder "
            "lain; yang ada tidak diubah."
        )
    if told_owner != owner:
        raise CopyFault(
            f"Folder {found} berisi cadangan kantor lain. Pilih folder lain; yang ada tidak diubah."
        )
    return CopyPlace(found, salt)


def copies_in(folder: Path) -> list[Copy]:
    """The finished copies of a place, the newest first; what is not ours is passed over."""
    found = [one for path in folder.iterdir() if (one := read_label(path)) is not None]
    return sorted(found, key=lambda copy: copy.made, reverse=True)


def read_label(folder: Path) -> Copy | None:
    """The copy that a folder holds, None if it is no finished copy."""
    if not _NAME.fullmatch(folder.name) or not (folder / LABEL).is_file():
        return None
    label = _read_json(folder / LABEL)
    names = label.get("nama_berkas")
    if not isinstance(names, list) or not all(is_inside(name) for name in names):
        return None
    made = datetime.strptime(folder.name, _STAMP).replace(tzinfo=UTC)
    return Copy(folder, made, _bytes(label.get("garam")), tuple(names))


def label_text(names: Sequence[str], salt: bytes | None) -> bytes:
    label = {"cadangan": "runut", "garam": salt.hex() if salt else None, "nama_berkas": names}
    return json.dumps(label, indent=1).encode()


def is_inside(name: object) -> bool:
    """Whether a name read from a file stays in the folder that it is a name in."""
    if not isinstance(name, str) or "\x00" in name or "\\" in name:
        return False
    path = PurePosixPath(name)
    if not path.parts or path.is_absolute() or ".." in path.parts:
        return False
    return all(len(part.encode("utf-8", "replace")) <= _LONGEST_PART for part in path.parts)


def drop(copy: Copy) -> None:
    """Remove a copy: the files it made, and folders that are empty then. Its label goes last."""
    folders: set[Path] = set()
    for name in (*copy.names, LABEL):
        path = copy.folder / name
        path.unlink(missing_ok=True)
        folders.update(parent for parent in path.parents if parent.is_relative_to(copy.folder))
    for folder in sorted(folders, key=lambda one: len(one.parts), reverse=True):
        with suppress(OSError):  # somebody laid something of his own there: it stays
            folder.rmdir()


def sweep(place: CopyPlace) -> None:
    """Remove copies that were cut short. Call it while nobody else makes one."""
    for path in place.folder.glob(f"{UNFINISHED}*"):
        if _NAME.fullmatch(path.name.removeprefix(UNFINISHED)):
            shutil.rmtree(path)


def document_path(place: Path, name: str, *, is_sealed: bool) -> Path:
    """Where a document lies in a place, by its hash, or by the name that its key gives it."""
    return place / (SEALED if is_sealed else PLAIN) / name[:2] / name[2:]


def _holds_others(folder: Path) -> bool:
    return any(path.name != "lost+found" for path in folder.iterdir())


def _read_json(path: Path) -> dict[str, object]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):  # the second: lists within lists without end
        return {}
    return told if isinstance(told, dict) else {}


def _bytes(told: object) -> bytes | None:
    try:
        return bytes.fromhex(told) if isinstance(told, str) and told else None
    except ValueError:
        return None
