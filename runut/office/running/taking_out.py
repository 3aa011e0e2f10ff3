"""A copy taken out into an empty data folder; before Django is up, which already writes there.

It lies in the folder of temporary files until it is verified: what is cut short is swept by the
next start, and no folder looks like an office that is none yet.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from runut.files.backup.place import Copy, CopyFault, copies_in, find_place, read_label
from runut.files.backup.reading import Contents, read_contents, take_out
from runut.files.backup.sealed import Key
from runut.files.backup.writing import SPARE, in_megabytes
from runut.files.store import flush_folder
from runut.office.running import CannotRun
from runut.office.running.folder import DATABASE, DOCUMENTS, OF_A_START, TEMPORARY

STAGING = "pemulihan"
_NOT_MOVED = OF_A_START | {"statis"}


@dataclass(frozen=True)
class Taken:
    """A copy as it lies taken out. ``lost`` are documents that it holds damaged."""

    copy: Copy
    contents: Contents
    staging: Path
    lost: tuple[str, ...]

    @property
    def is_sqlite(self) -> bool:
        return bool(self.contents.told["basis_data"] == DATABASE)


def require_empty(target: Path) -> None:
    """Raises CannotRun for a folder in which anything lies but what a start makes first."""
    if not target.exists():
        return
    if not target.is_dir():
        raise CannotRun(f"{target} adalah berkas, bukan folder. Sebutkan folder kosong.")
    others = {path.name for path in target.iterdir()} - OF_A_START - {"lost+found"}
    if others:
        raise CannotRun(
            f"Folder {target} tidak kosong (misalnya {min(others)}); tidak ada yang ditimpa. "
            "Sebutkan folder kosong."
        )


def chosen_copy(told: Path) -> Copy:
    """The copy that somebody points at; of a place, the newest. Raises CannotRun."""
    if not told.is_dir():
        raise CannotRun(f"Folder {told} tidak ditemukan.")
    if copy := read_label(told):
        return copy
    place = find_place(told)
    copies = copies_in(place) if place else []
    if not copies:
        raise CannotRun(
            f"Tidak ada cadangan Runut di {told}. Sebutkan folder yang berisi runut-cadangan.json."
        )
    return copies[0]


def take_out_copy(copy: Copy, key: Key | None, target: Path, *, despite: bool) -> Taken:
    """Write the copy beside, every file compared with its hash. Raises CannotRun, with what else
    could be done, where it is not whole; ``despite``: documents may be missing."""
    try:
        contents = read_contents(copy, key)
    except CopyFault as fault:
        raise CannotRun(f"{fault}{_older(copy)}") from fault
    _require_same_kind(contents)
    free = shutil.disk_usage(target).free
    if free < contents.size + SPARE:
        raise CannotRun(
            f"Ruang di {target} kurang: perlu {in_megabytes(contents.size + SPARE)}, tersisa "
            f"{in_megabytes(free)}."
        )
    staging = target / TEMPORARY / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(mode=0o700)
    faults = take_out(copy, contents, key, staging)
    lost = [fault for fault in faults if fault.startswith(f"{DOCUMENTS}/")]
    taken = Taken(copy, contents, staging, tuple(lost))
    if taken.is_sqlite and len(lost) == len(faults):
        _require_whole(staging / DATABASE, copy)
    if len(lost) < len(faults) or (lost and not despite):
        more = f" (dan {len(faults) - 1} lainnya)" if faults[1:] else ""
        hint = (
            ""
            if len(lost) < len(faults)
            else " Yang lain utuh: untuk memulihkannya tanpa berkas itu, tambahkan --tetap."
        )
        raise CannotRun(
            f"Cadangan {copy.folder} tidak utuh, belum ada yang dipulihkan: {faults[0]}{more}."
            f"{hint}{_older(copy)}"
        )
    return taken


def move_up(staging: Path, target: Path) -> None:
    """The verified office takes its place; last its database, without which it is none."""
    children = sorted(staging.iterdir(), key=lambda path: (path.name == DATABASE, path.name))
    for path in children:
        if path.name not in _NOT_MOVED:
            path.rename(target / path.name)
    flush_folder(target)
    shutil.rmtree(staging)


def _require_same_kind(contents: Contents) -> None:
    is_sqlite = contents.told.get("basis_data") == DATABASE
    if is_sqlite == bool(os.environ.get("RUNUT_DATABASE")):
        raise CannotRun(
            "Cadangan ini dari SQLite: jalankan tanpa RUNUT_DATABASE."
            if is_sqlite
            else "Cadangan ini dari PostgreSQL: sebutkan basis data kosong dalam RUNUT_DATABASE."
        )


def _require_whole(database: Path, copy: Copy) -> None:
    try:
        with closing(sqlite3.connect(database)) as opened:
            (said,) = opened.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        said = str(error)
    if said != "ok":
        raise CannotRun(f"Basis data dalam cadangan {copy.folder} rusak ({said}).{_older(copy)}")


def _older(copy: Copy) -> str:
    older = [one for one in copies_in(copy.place) if one.made < copy.made]
    return f" Coba yang sebelumnya: runut restore {older[0].folder}" if older else ""
