"""The original beside its reading: the pages of a file, or the lines of a text, places marked."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings

from runut.core.sop.text.decode import decode_text
from runut.files.store import get
from runut.office.sops.draft import Draft
from runut.office.sops.models import SopVersion
from runut.office.sops.spots import PageView, pages_of

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
    """What the page shows of the file: its pages where it has any, else its lines."""

    pages: tuple[PageView, ...] = ()
    lines: tuple[SourceLine, ...] = ()


def original_of(draft: Draft) -> Original:
    """The file as handed in. Raises DocumentMissing where the office has lost it."""
    if draft.version.halaman:
        return Original(pages=pages_of(draft.version, draft.spots, draft.unsure))
    return Original(lines=tuple(_lines(draft)))


def _lines(draft: Draft) -> Iterator[SourceLine]:
    data = get(settings.FILES_DIR, draft.version.sumber_sha256)
    if draft.version.sumber_jenis != SopVersion.Jenis.TEKS:
        return
    asked = {draft.asal[key].letak.baris for key in draft.unsure}
    text, _ = decode_text(data, draft.version.sumber_nama)
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines[:MOST_LINES], start=1):
        if cells := tuple(cell for cell in map(str.strip, line.split("\t")) if cell):
            yield SourceLine(number, cells, number in asked)
