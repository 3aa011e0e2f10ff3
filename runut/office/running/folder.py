"""The data folder of an office: ours alone, closed to others, tidied at every start.

Everything here works before Django is up: its settings already write into the folder.
"""

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from runut.files.store import remove_unfinished
from runut.office.running import CannotRun, why
from runut.office.running.lock import LOCKS, SERVER_LOCK, locked

DEMO_MARKER = ".runut-demo"
DATABASE, KEYS, DOCUMENTS, CHECKPOINTS = "runut.sqlite3", "kunci", "berkas", "titik-periksa"
TEMPORARY = "sementara"

OF_A_START = LOCKS | {TEMPORARY}
"""What every start makes first: a folder with nothing else holds nothing yet."""

_SIGNS_OF_OURS = frozenset({DATABASE, KEYS, DEMO_MARKER}) | LOCKS
_NOT_COUNTED = frozenset({"lost+found"})
_OPEN_TO_OTHERS = 0o077


def data_folder() -> Path:
    """Where the office of this command lies (``RUNUT_DATA``, else ``data`` here)."""
    return Path(os.environ.get("RUNUT_DATA") or "data").resolve()


@contextmanager
def own_folder(folder: Path, what: str) -> Iterator[None]:
    """Have the data folder for this process alone: made if it is missing, locked, tidied.

    New files are private whatever the umask was. Raises CannotRun if the folder is not fit.
    """
    with private_files(), locked(open_folder(folder), SERVER_LOCK, what):
        _make_private(folder)
        _sweep(folder)
        yield


@contextmanager
def private_files() -> Iterator[None]:
    """Files made meanwhile are for their owner alone."""
    before = os.umask(_OPEN_TO_OTHERS)
    try:
        yield
    finally:
        os.umask(before)


def usual_mode() -> int:
    """The mode of a file that is made for others to read, as this user wants it."""
    before = os.umask(0)
    os.umask(before)
    return 0o666 & ~before


def require_office(folder: Path) -> None:
    """Raise CannotRun if there is nothing of an office in the folder. Nothing is written."""
    if not folder.is_dir() or _SIGNS_OF_OURS.isdisjoint(_names(folder)):
        raise CannotRun(
            f"Belum ada kantor di {folder}. Jalankan `runut serve` dahulu, atau tunjuk foldernya "
            "lewat RUNUT_DATA."
        )


def open_folder(folder: Path) -> Path:
    """Make the folder, or see that it is one we may use. Closes our own to others."""
    if folder.exists() and not folder.is_dir():
        raise CannotRun(
            f"{folder} adalah berkas, bukan folder. Pilih folder lain lewat RUNUT_DATA."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, "")
        if is_ours(folder):
            folder.chmod(0o700)
        elif folder.stat().st_mode & _OPEN_TO_OTHERS and os.name == "posix":
            raise CannotRun(
                f"Folder {folder} berisi berkas lain (misalnya {_names(folder)[0]}) dan dapat "
                "dibuka orang lain. Pilih folder kosong untuk data kantor lewat RUNUT_DATA."
            )
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        raise CannotRun(
            f"Folder data {folder} tidak dapat dibuat atau ditulisi ({why(error)}). "
            "Periksa izin folder itu, atau pilih folder lain lewat RUNUT_DATA."
        ) from error


def is_ours(folder: Path) -> bool:
    """Whether a folder is empty or was filled by Runut."""
    names = _names(folder)
    return not names or not _SIGNS_OF_OURS.isdisjoint(names)


def _names(folder: Path) -> list[str]:
    return sorted({path.name for path in folder.iterdir()} - _NOT_COUNTED)


def _make_private(folder: Path) -> None:
    """What an older version or a copy left open to others is closed."""
    if os.name != "posix":
        return
    for path in folder.glob(f"{DATABASE}*"):
        _close(path, 0o600)
    for name in (KEYS, DOCUMENTS, CHECKPOINTS):
        for root, folders, files in os.walk(folder / name):
            _close(Path(root), 0o700)
            for file in (*folders, *files):
                _close(Path(root) / file, 0o700 if file in folders else 0o600)


def _close(path: Path, mode: int) -> None:
    if not path.is_symlink() and stat.S_IMODE(path.stat().st_mode) != mode:
        path.chmod(mode)


def _sweep(folder: Path) -> None:
    """Remove what a crash left half-way; from now on, temporary files lie in our folder too."""
    remove_unfinished(folder / DOCUMENTS)
    temporary = folder / TEMPORARY
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(mode=0o700)
    os.environ["TMPDIR"] = str(temporary)
    tempfile.tempdir = None
