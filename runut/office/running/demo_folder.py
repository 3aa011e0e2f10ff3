"""The folder of ``runut demo``: papers on top, the data of its office below, in ``data``.

The demo removes what an earlier demo made, after asking, and nothing else: a marker in ``data``
says that a demo made it, and names the papers it left.
"""

import json
import shutil
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from runut.files.store import write_whole
from runut.office.running import CannotRun
from runut.office.running.folder import DEMO_MARKER, OF_A_START

DATA = "data"
TIMELINE = "garis-waktu.txt"
_ENDINGS = frozenset({".pdf", ".docx", ".pem"})
_MAKER = "runut demo"


def require_demo_folder(folder: Path, *, may_replace: bool) -> None:
    """See that the demo may use the folder; asks before an earlier demo is replaced.

    Raises CannotRun if not; nothing is written either way.
    """
    data = folder / DATA
    for path in (folder, data):
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise CannotRun(f"{path} bukan folder. Pilih folder lain untuk hasil demo.")
    is_new = not data.exists() or not _names(data) - OF_A_START
    if not is_new and not (data / DEMO_MARKER).exists():
        raise CannotRun(
            f"Folder {data} berisi data yang bukan buatan `runut demo`, jadi tidak disentuh. "
            "Pilih folder lain: runut demo -o FOLDER."
        )
    _refuse_papers_of_others(folder, set() if is_new else _papers(data))
    if not is_new and not may_replace and not _agrees(folder):
        raise CannotRun(
            f"Folder {folder} berisi hasil demo yang lalu dan dibiarkan. Untuk menggantinya, "
            "ulangi dengan --ganti; atau pilih folder lain."
        )


def mark_demo(folder: Path, papers: frozenset[str] = frozenset()) -> None:
    """Say in the data folder that a demo made it, and which papers it leaves beside it."""
    data = folder / DATA
    known = _papers(data) if (data / DEMO_MARKER).exists() else set()
    _write_marker(data, papers | known)


def clear_own_demo(folder: Path) -> None:
    """Remove what an earlier demo left. The marker stays: cut short, it is still its own."""
    data = folder / DATA
    for name in _papers(data):
        (folder / name).unlink(missing_ok=True)
    for name in _names(data) - OF_A_START - {DEMO_MARKER}:
        path = data / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    _write_marker(data, set())


def _write_marker(data: Path, papers: Collection[str]) -> None:
    facts = {"dibuat_oleh": _MAKER, "naskah": sorted(papers)}
    write_whole(data / DEMO_MARKER, json.dumps(facts, indent=1).encode())


def leave_papers(folder: Path, papers: Mapping[str, bytes], mode: int) -> None:
    """Write the papers, which the marker names first. One that came from elsewhere stays."""
    _refuse_papers_of_others(folder, _papers(folder / DATA))
    mark_demo(folder, frozenset(papers))
    for name, data in papers.items():
        (folder / name).write_bytes(data)
        (folder / name).chmod(mode)


def _refuse_papers_of_others(folder: Path, own: set[str]) -> None:
    others = _names(folder) - own if folder.exists() else set()
    for name in sorted(others):
        if name == TIMELINE or Path(name).suffix.lower() in _ENDINGS:
            raise CannotRun(
                f"Folder {folder} berisi naskah yang bukan buatan `runut demo` ({name}); agar "
                "tidak tertimpa, pilih folder lain."
            )


def _papers(data: Path) -> set[str]:
    try:
        facts = json.loads((data / DEMO_MARKER).read_text(encoding="utf-8"))
        names = {str(name) for name in facts["naskah"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CannotRun(
            f"Tanda {DEMO_MARKER} di {data} rusak, jadi folder itu tidak disentuh. "
            "Pilih folder lain."
        ) from error
    # a name, never a way to somewhere else
    return {name for name in names if name == Path(name).name}


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _agrees(folder: Path) -> bool:
    if not sys.stdin.isatty():
        return False
    asked = f"Folder {folder} berisi hasil demo yang lalu. Hapus dan ganti? Ketik ya: "
    return input(asked).strip().lower() in ("y", "ya")
