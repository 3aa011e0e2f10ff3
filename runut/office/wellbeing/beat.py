"""The sign of life of the worker: a file in the data folder whose date is renewed."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

EVERY_S = 30
SILENT = timedelta(seconds=4 * EVERY_S)
"""A worker that left no sign for so long is taken for dead or stuck."""


def _file() -> Path:
    return Path(settings.DATA_DIR) / "denyut-pekerja"


def beat(now: datetime) -> None:
    """The worker lives. Raises OSError where nothing can be written."""
    _file().write_text(now.astimezone(UTC).isoformat(), encoding="ascii")


def silence() -> None:
    """The worker has ended: nobody need wait until its last sign is old."""
    with suppress(OSError):
        _file().unlink(missing_ok=True)


def is_alive(now: datetime) -> bool:
    """Whether a sign was left lately; one from the future tells nothing: the clock was set back."""
    try:
        last = datetime.fromisoformat(_file().read_text(encoding="ascii"))
        return -SILENT <= now - last <= SILENT
    except (OSError, ValueError, TypeError):
        return False
