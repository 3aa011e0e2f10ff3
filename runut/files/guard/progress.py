"""How far a reader in its own process has come: said between its steps, never an answer."""

import json
from dataclasses import asdict, dataclass

_MARK = b"~"
_LONGEST = 200


@dataclass(frozen=True)
class Progress:
    """``selesai`` of ``dari`` steps are done; ``tahap`` says what comes now."""

    selesai: int
    dari: int
    tahap: str


def to_line(progress: Progress) -> str:
    """As a line of the answer that is told apart from the answer itself."""
    return _MARK.decode() + json.dumps(asdict(progress), ensure_ascii=False)


def is_progress(line: bytes) -> bool:
    return line.startswith(_MARK)


def from_line(line: bytes) -> Progress | None:
    """
    >>> from_line(to_line(Progress(2, 7, "Anggaran")).encode())
    Progress(selesai=2, dari=7, tahap='Anggaran')
    >>> from_line(b"~rusak") is None
    True
    """
    try:
        said = json.loads(line.removeprefix(_MARK))
        done, of, tahap = int(said["selesai"]), int(said["dari"]), str(said["tahap"])
    except (ValueError, TypeError, KeyError):
        return None
    return Progress(max(0, min(done, of)), of, tahap[:_LONGEST])
