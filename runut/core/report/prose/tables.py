"""Rows of a table that people wrote: cells, alignment and widths from what stands in them."""

import re
from collections.abc import Sequence

from runut.core.report.blocks import Cell, Figure, Line, Table, Text
from runut.core.report.text import line_text

MOST_COLUMNS = 8
_BORDER = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_NUMBER = re.compile(r"[-−+]?(?:Rp\s?)?\d[\d.,]*\s?(?:%|persen)?")
_LEAST, _MOST = 6, 40
"""A column is measured as if its longest cell had so many letters at least and at most."""


def is_row(bare: str) -> bool:
    """A row begins with a border and has another one."""
    return bare.startswith("|") and len(_BORDER.findall(bare)) > 1


def is_rule(bare: str) -> bool:
    """The line of dashes that other systems draw under a head: it says nothing here."""
    return _RULE.fullmatch(bare) is not None and "-" in bare


def row_cells(bare: str) -> list[str]:
    cells = _BORDER.split(bare)[1:]
    return cells[:-1] if not cells[-1].strip() else cells


def table_of(rows: Sequence[tuple[Line, ...]], caption: str) -> Table:
    """The first row is the head; columns of numbers stand right."""
    count = max(len(row) for row in rows)
    full = [row + ((),) * (count - len(row)) for row in rows]
    body = full[1:]
    aligned = ["right" if _is_numeric([row[n] for row in body]) else "left" for n in range(count)]
    sizes = [max(_LEAST, min(_MOST, max(_length(row[n]) for row in full))) for n in range(count)]
    return Table(
        head=(tuple(Cell((one,), "center", bold=True) for one in full[0]),),
        rows=tuple(
            tuple(
                Cell((one,), "right" if side == "right" else "left")
                for one, side in zip(row, aligned, strict=True)
            )
            for row in body
        ),
        widths=tuple(round(size / sum(sizes), 3) for size in sizes),
        caption=caption,
    )


def _is_numeric(cells: Sequence[Line]) -> bool:
    filled = [one for one in cells if one]
    return bool(filled) and all(
        all(
            isinstance(part, Figure) or not part.text.strip()
            for part in one
            if isinstance(part, Figure | Text)
        )
        or _NUMBER.fullmatch(line_text(one).strip()) is not None
        for one in filled
    )


def _length(line: Line) -> int:
    return sum(
        len(part.name) if isinstance(part, Figure) else len(line_text((part,))) for part in line
    )
