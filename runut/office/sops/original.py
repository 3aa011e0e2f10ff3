"""The original beside its reading: the pages of a file, the lines of a text, places marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from runut.files.store import get
from runut.office.sops.correct_form import Cell
from runut.office.sops.models import SopVersion

MOST_LINES = 1_500
"""Lines that are shown; an SOP of 500 steps has fewer."""


@dataclass(frozen=True)
class SourceLine:
    """A line of a text as it was handed in, its cells apart; empty ones are left out."""

    number: int
    cells: tuple[str, ...]
    is_asked: bool = False


@dataclass(frozen=True)
class Original:
    lines: tuple[SourceLine, ...] = ()


def original_of(version: SopVersion, asked: Iterable[Cell]) -> Original:
    """The file as handed in. Raises DocumentMissing where the office has lost it."""
    data = get(settings.FILES_DIR, version.sumber_sha256)
    lines = {cell.asal.letak.baris for cell in asked if cell.asal}
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    return Original(
        tuple(
            SourceLine(number, cells, number in lines)
            for number, line in enumerate(text.split("\n")[:MOST_LINES], start=1)
            if (cells := tuple(cell for cell in map(str.strip, line.split("\t")) if cell))
        )
    )
