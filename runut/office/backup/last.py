"""How the copies of this installation stand: the last good one, and whether the last one failed.

A file beside the database, not a row in it: it tells of this machine and its drives, must be
written when the database is what has failed, and must not come back with a copy of last week.
"""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from runut.files.store import write_whole

FILE = "cadangan-terakhir.json"
OLD = timedelta(days=2)
"""A copy each day: after two days without one, somebody is to look."""


@dataclass(frozen=True)
class LastCopies:
    """The last good copy (``at`` None: never), and why the last try failed ("": it did not)."""

    at: datetime | None = None
    folder: str = ""
    size: int = 0
    is_sealed: bool = False
    tried: datetime | None = None
    failed: str = ""
    found: tuple[str, ...] = ()
    """What the last good copy found wrong with the office itself."""
    asked: datetime | None = None
    """When somebody asked for one that is still to be made."""

    def is_old(self, now: datetime) -> bool:
        return self.at is None or now - self.at > OLD


def last_copies() -> LastCopies:
    """What is known; nothing, where nothing was ever tried or the file is damaged."""
    try:
        told: dict[str, Any] = json.loads(_file().read_text(encoding="utf-8"))
        times = {one: datetime.fromisoformat(told[one]) if told[one] else None for one in _TIMES}
        return LastCopies(**{**told, **times, "found": tuple(told["found"])})
    except (OSError, ValueError, KeyError, TypeError):
        return LastCopies()


def remember(new: LastCopies) -> None:
    told = asdict(new)
    told |= {name: told[name].isoformat() if told[name] else None for name in _TIMES}
    write_whole(_file(), json.dumps(told, ensure_ascii=False, indent=1).encode())


def ask(at: datetime) -> None:
    """Somebody wants a copy now: the worker makes it."""
    remember(replace(last_copies(), asked=at))


_TIMES = ("at", "tried", "asked")


def _file() -> Path:
    return Path(settings.DATA_DIR) / FILE
