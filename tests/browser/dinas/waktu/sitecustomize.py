"""The clock of a served office, set by the test: Python loads this file in every process that
finds it on its path. ``RUNUT_UJI_JAM`` names a file with the moment that it is."""

import os
from datetime import datetime
from pathlib import Path

from django.utils import timezone

HAND = os.environ.get("RUNUT_UJI_JAM", "")


def now() -> datetime:
    """The moment in the file."""
    return datetime.fromisoformat(Path(HAND).read_text(encoding="ascii"))


if HAND:
    timezone.now = now
