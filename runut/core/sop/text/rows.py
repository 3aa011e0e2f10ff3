"""The lines of the step table, put together to rows: one row may be broken over several lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.form.marks import STEP_NO
from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.reading.numbers import is_column_count
from runut.core.sop.text.columns import Columns
from runut.core.sop.text.identity import normal_cells
from runut.core.words.items import joined, normal

_NUMBER: Final = re.compile(rf"({STEP_NO})[.)]?")


@dataclass
class Row:
    """The cells of one step and the line it begins on."""

    no: str
    cells: list[str]
    baris: int


@dataclass(frozen=True)
class Table:
    """The rows below the head, the lines that belong to none, and what was odd about them."""

    rows: tuple[Row, ...]
    catatan: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_rows(lines: Sequence[str], columns: Columns) -> Table:
    """The rows of the table. A line without a number continues the row above it."""
    rows: list[Row] = []
    catatan: list[str] = []
    findings: list[Finding] = []
    is_after_gap = False
    for number, line in enumerate(lines[columns.end_line :], start=columns.end_line + 1):
        cells = normal_cells(line)
        if not any(cells):
            is_after_gap = True
        elif tuple(cells) in columns.heads or is_column_count(cells):
            continue
        elif no := _number_of(cells, columns):
            rows.append(Row(no, _without_number(cells, columns), number))
            is_after_gap = False
        elif "no" not in columns.places and len(cells) > 1:
            rows.append(Row(str(len(rows) + 1), cells, number))
        elif rows and not is_after_gap:
            findings.extend(_continue(rows, cells, number, columns))
        else:
            catatan.append(normal(" ".join(cells)))
    return Table(tuple(rows), tuple(catatan), tuple(findings))


def _number_of(cells: list[str], columns: Columns) -> str | None:
    place = columns.places.get("no")
    if place is None or len(cells) < 2:
        return None
    found = _NUMBER.fullmatch(cells[place]) if place < len(cells) else None
    return found[1] if found else None


def _without_number(cells: list[str], columns: Columns) -> list[str]:
    place = columns.places["no"]
    return [*cells[:place], "", *cells[place + 1 :]]


def _continue(rows: list[Row], cells: list[str], number: int, columns: Columns) -> list[Finding]:
    """Join a line to the row above; say so where it could have been meant otherwise."""
    row = rows[-1]
    if _is_own_step(row, cells, columns):
        no = _number_after(row.no)
        rows.append(Row(no, cells, number))
        return [_finding_unnumbered(number, no)]
    if len(row.cells) + len(cells) - 1 <= columns.width and not _is_complete(row, cells, columns):
        row.cells = [*row.cells[:-1], joined(row.cells[-1], cells[0]), *cells[1:]]
        return []
    if cells[0]:
        cells = [*[""] * (len(row.cells) - 1), normal(" ".join(cells))]
        unclear = [_finding_joined(number, row.no)]
    else:
        unclear = []
    longest = max(len(row.cells), len(cells))
    above, below = ([*part, *[""] * (longest - len(part))] for part in (row.cells, cells))
    row.cells = [joined(one, other) for one, other in zip(above, below, strict=True)]
    return unclear


def _is_complete(row: Row, cells: list[str], columns: Columns) -> bool:
    """The row has its Output already and the line has cells of its own: it wraps cell by cell."""
    return len(cells) > 1 and len(row.cells) > columns.places.get("output", columns.width)


def _is_own_step(row: Row, cells: list[str], columns: Columns) -> bool:
    """A line with an activity and a time, below a row that has both: a step without a number."""
    return all(_has_activity_and_time(part, columns) and not part[0] for part in (row.cells, cells))


def _has_activity_and_time(cells: list[str], columns: Columns) -> bool:
    kegiatan, waktu = columns.places["kegiatan"], columns.places.get("waktu")
    if waktu is None or len(cells) <= max(kegiatan, waktu) or not cells[kegiatan]:
        return False
    return parse_waktu(cells[waktu]).menit_kerja is not None


def _number_after(no: str) -> str:
    """A number that sorts after ``no`` and before the next printed one: 2 gives 2a, 2a gives 2b."""
    return f"{no[:-1]}{chr(ord(no[-1]) + 1)}" if no[-1].isalpha() and no[-1] != "z" else f"{no}a"


def _finding_unnumbered(number: int, no: str) -> Finding:
    return Finding(
        "baca.langkah-tanpa-nomor",
        Level.WARNING,
        f"Baris {number} berisi kegiatan dan waktu tetapi tidak bernomor; sementara dibaca sebagai "
        f"langkah {no}.",
        "Beri nomor pada langkah itu, atau gabungkan dengan langkah di atasnya.",
        Place(baris=number, langkah=no),
    )


def _finding_joined(number: int, no: str) -> Finding:
    return Finding(
        "baca.baris-disambung",
        Level.WARNING,
        f"Baris {number} tidak bernomor dan letak kolomnya tidak jelas; isinya disambungkan ke sel "
        f"terakhir langkah {no}.",
        "Periksa langkah itu dan pindahkan tulisannya ke kolom yang benar.",
        Place(baris=number, langkah=no),
    )
