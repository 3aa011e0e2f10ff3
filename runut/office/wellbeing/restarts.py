"""What ended by itself and was started again: kept in the data folder, told by ``/siap``.

A start again mends the moment and hides its cause; whoever watches has to see that it happened.
"""

from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

WEB, WORKER = "proses web", "pekerja latar"
TOLD_FOR = timedelta(hours=1)
TOO_OFTEN = 5
"""So many in an hour are no accident any more. A choice of ours."""
_KEPT = 50


def _file() -> Path:
    return Path(settings.DATA_DIR) / "dijalankan-lagi"


def note_restart(what: str, now: datetime) -> None:
    """Remember that ``what`` was started again; a full disk keeps nobody from starting it."""
    with suppress(OSError):
        lines = [*_lines(), f"{now.astimezone(UTC).isoformat()} {what}"][-_KEPT:]
        _file().write_text("\n".join(lines) + "\n", encoding="utf-8")


def restarts(now: datetime) -> Counter[str]:
    """How often each was started again within the last hour."""
    found: Counter[str] = Counter()
    for line in _lines():
        moment, _, what = line.partition(" ")
        with suppress(ValueError, TypeError):
            if abs(now - datetime.fromisoformat(moment)) <= TOLD_FOR:
                found[what] += 1
    return found


def _lines() -> list[str]:
    try:
        return _file().read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
