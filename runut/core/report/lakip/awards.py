"""Awards that cannot be proved: without who gave it or in which year, nobody can look it up."""

import re
from collections.abc import Iterator

from runut.core.report.blocks import Bullets, Cell, Paragraph, Table
from runut.core.report.prose.read import read_prose
from runut.core.report.text import line_text

_GIVER = re.compile(r"\b(?:pemberi|penyelenggara|penganugerah|dari|oleh|instansi|lembaga)\b", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"\d{0,3}\.?")
_LONGEST = 60


def award_lacks(text: str) -> tuple[tuple[str, str], ...]:
    """Each award of a text that lacks something, by its name, and what it lacks.

    Awards are the rows of a table or the items of a list; where there is neither, the words
    themselves are one.

    >>> award_lacks("| Penghargaan | Pemberi | Tanggal |\\n| Prima | | 12 Mei 2025 |")
    (('Prima', 'pemberi'),)
    >>> award_lacks("- Prima dari Kementerian PANRB")
    (('Prima dari Kementerian PANRB', 'tahun'),)
    """
    found = ((name, _lacking(has_giver, has_year)) for name, has_giver, has_year in _awards(text))
    return tuple((name, lacking) for name, lacking in found if lacking)


def _lacking(has_giver: bool, has_year: bool) -> str:
    lacking = [*([] if has_giver else ["pemberi"]), *([] if has_year else ["tahun"])]
    return " dan ".join(lacking)


def _awards(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Each award: its name, whether its giver is told, whether its year is."""
    blocks = read_prose(text).blocks
    listed = [one for one in blocks if isinstance(one, Table | Bullets)]
    for block in listed:
        if isinstance(block, Table):
            yield from _rows(block)
        elif isinstance(block, Bullets):
            yield from (_said(line_text(one)) for one in block.items)
    words = " ".join(line_text(one.line) for one in blocks if isinstance(one, Paragraph))
    if words and not listed:
        yield _said(words)


def _rows(table: Table) -> Iterator[tuple[str, bool, bool]]:
    heads = [_words(one) for one in table.head[0]] if table.head else []
    givers = [n for n, head in enumerate(heads) if _GIVER.search(head)]
    for row in table.rows:
        cells = [_words(one) for one in row]
        name = next((one for one in cells if not _NUMBER.fullmatch(one)), "")
        if name:
            has_giver = any(cells[n].strip("-– ") for n in givers if n < len(cells))
            yield name[:_LONGEST], has_giver, bool(_YEAR.search(" ".join(cells)))


def _said(words: str) -> tuple[str, bool, bool]:
    return words[:_LONGEST], bool(_GIVER.search(words)), bool(_YEAR.search(words))


def _words(cell: Cell) -> str:
    return " ".join(line_text(one) for one in cell.lines).strip()
