"""The rows below the heads put together to steps: merged rows, rows broken over a page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.reading.canvas import Cell
from runut.core.sop.reading.columns import Columned
from runut.core.sop.reading.head import ACTOR, find_head, is_head_again
from runut.core.sop.reading.numbers import (
    is_column_count,
    number_after,
    number_in_front,
    step_number,
)
from runut.core.words.items import normal

_TOTAL: Final = re.compile(r"(?:jumlah|total|grand total|sub ?total)\b", re.IGNORECASE)
_ITEM: Final = re.compile(r"(?:[a-z][.)]|[-–•*▪])\s")
_CAPSULES: Final = frozenset({"mulai", "selesai", "start", "end", "finish"})
_FIELDS: Final = ("waktu", "output", "kelengkapan")


@dataclass(frozen=True)
class Held:
    """A cell of a step: in which table, under which column of the head."""

    table: int
    column: int
    cell: Cell


@dataclass
class Draft:
    """A step being gathered: its first row, all its rows, and the cells of each in order.

    ``shared`` are cells that other steps have too: one cell merged over several steps.
    """

    no: str
    start: tuple[int, int] = (0, 0)
    rows: list[tuple[int, int]] = field(default_factory=list)
    cells: list[Held] = field(default_factory=list)
    shared: list[Held] = field(default_factory=list)
    kegiatan: str | None = None

    def texts(self, columned: Sequence[Columned], kind: str) -> list[str]:
        """The texts of the cells of a kind, in order."""
        return [
            held.cell.text
            for held in self.cells
            if columned[held.table].head.columns[held.column].kind == kind
            if held.cell.text.strip()
        ]


@dataclass
class Body:
    """All steps of one SOP, lines that belong to none, and what was odd.

    ``waiting`` are rows above the first step in which only its capsule may stand.
    """

    steps: list[Draft] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    waiting: list[tuple[int, int]] = field(default_factory=list)


def read_body(columned: Sequence[Columned]) -> Body:
    """The steps in the tables of one SOP, in reading order."""
    body = Body()
    has_numbers = any(_has_numbers(one) for one in columned)
    for table, one in enumerate(columned):
        _read_table(body, columned, table, has_numbers=has_numbers)
        _share_merged(body, table, one)
    return body


def _has_numbers(one: Columned) -> bool:
    return any(_number(one, row) for row in range(one.start, one.grid.height))


def _read_table(body: Body, columned: Sequence[Columned], table: int, *, has_numbers: bool) -> None:
    one = columned[table]
    skip_to = one.start
    for row in range(one.start, one.grid.height):
        cells = one.grid.starting_in(row)
        if row < skip_to or not any(cell.text.strip() for cell in one.grid.row(row)):
            _keep_blank(body, one, table, row)
            continue
        if is_head_again(one.grid, row):
            again = find_head(one.grid, row)
            skip_to = again.end if again else row + 1
        elif is_column_count([cell.text for cell in one.grid.row(row)]):
            continue
        elif _is_only_capsule(cells):
            _keep_blank(body, one, table, row)
        elif heading := _heading(one, cells):
            body.catatan.append(heading)
        else:
            _read_row(body, columned, table, row, has_numbers=has_numbers)
    _leave_blank_end(body, one, table)


def _leave_blank_end(body: Body, one: Columned, table: int) -> None:
    """One blank row below the last step may hold its capsule; more are the rest of the sheet,
    where legends of the symbols are drawn."""
    rows = body.steps[-1].rows if body.steps else []
    blank = 0
    for at, row in reversed(rows):
        if at != table or any(cell.text.strip() for cell in one.grid.row(row)):
            break
        blank += 1
    if 1 < blank < len(rows):
        del rows[-blank:]


def _keep_blank(body: Body, one: Columned, table: int, row: int) -> None:
    """A row without words belongs to the step above, or to the first: a capsule may stand there."""
    last = body.steps[-1] if body.steps else None
    if last is None and row >= one.start:
        body.waiting.append((table, row))
    elif last and last.rows and last.rows[-1] == (table, row - 1) and row > one.start:
        last.rows.append((table, row))


def _is_only_capsule(cells: Sequence[Cell]) -> bool:
    """A row that says only Mulai or Selesai, without a number, is the capsule of its neighbour."""
    words = [normal(cell.text).casefold() for cell in cells if cell.text.strip()]
    return len(words) == 1 and words[0] in _CAPSULES


def _heading(one: Columned, cells: Sequence[Cell]) -> str:
    """The words of a row that is a title within the table, or a sum below it; else ""."""
    filled = [cell for cell in cells if cell.text.strip()]
    words = normal(" ".join(cell.text for cell in filled))
    if len(filled) == 1 and _is_across(one, filled[0]):
        return words
    first = next((cell for cell in filled if not step_number(cell.text)), None)
    is_total = first is not None and _TOTAL.match(normal(first.text)) and len(first.text) < 40
    return words if is_total and not any(step_number(cell.text) for cell in filled[:1]) else ""


def _is_across(one: Columned, cell: Cell) -> bool:
    """A cell over the activity and the actors alike."""
    covered = {one.column_of(place) for place in range(cell.column, cell.column + cell.column_span)}
    kinds = {one.head.columns[place].kind for place in covered if place is not None}
    return {"kegiatan", ACTOR} <= kinds and len(covered) * 2 > len(one.head.columns)


def _number(one: Columned, row: int) -> str | None:
    place = one.head.place("no")
    if place is None:
        return None
    for column in one.columns_under(place):
        cell = one.grid.places.get((row, column))
        if cell is not None and cell.row == row and (no := step_number(cell.text)):
            return no
    return None


def _read_row(
    body: Body, columned: Sequence[Columned], table: int, row: int, *, has_numbers: bool
) -> None:
    one = columned[table]
    held = _held(one, table, row)
    last = body.steps[-1] if body.steps else None
    draft = Draft("", cells=held)
    kegiatan = " ".join(draft.texts(columned, "kegiatan")).strip()
    no = _number(one, row)
    if last is None and no and step_number(kegiatan):
        # a misprinted row of column numbers into which words of the head hang
        body.catatan += [word for one in held if not step_number(word := normal(one.cell.text))]
        return
    in_front = None if has_numbers and not _is_joined(one, held) else number_in_front(kegiatan)
    if no is None and in_front:
        no, draft.kegiatan = in_front
    if no is not None:
        _begin(body, draft, no, table, row)
    elif last is None:
        if kegiatan and (not has_numbers or _is_full(draft, columned)):
            _begin(body, draft, "1", table, row)
        else:
            body.catatan.append(normal(" ".join(one.cell.text for one in held)))
    elif _is_covered(one, row, table, last):
        _continue(last, held, table, row)
    elif kegiatan and _is_own(
        draft, last, columned, kegiatan, has_numbers=has_numbers, shares_time=_shares_time(one, row)
    ):
        taken = [step.no for step in body.steps]
        after = number_after(last.no, taken) if has_numbers else str(len(taken) + 1)
        last_number = after if not last.no.isdigit() else str(int(last.no) + 1)
        _begin(body, draft, last_number if last_number not in taken else after, table, row)
        if has_numbers:
            body.findings.append(_unnumbered(one, row, body.steps[-1].no))
    else:
        _continue(last, held, table, row)


def _is_joined(one: Columned, held: Sequence[Held]) -> bool:
    """Whether number and activity stand in one cell, because the line between them is missing."""
    place = one.head.place("no")
    under = one.columns_under(place) if place is not None else ()
    return any(h.cell.column in under and h.cell.column_span > len(under) for h in held)


def _begin(body: Body, draft: Draft, no: str, table: int, row: int) -> None:
    taken = [step.no for step in body.steps]
    draft.no = no if no not in taken else number_after(no, taken)
    if draft.no != no:
        body.findings.append(_twice(no, draft.no))
    draft.start = (table, row)
    draft.rows += [*body.waiting, (table, row)]
    body.waiting = []
    body.steps.append(draft)


def _continue(last: Draft, held: Sequence[Held], table: int, row: int) -> None:
    last.rows.append((table, row))
    last.cells.extend(held)


def _held(one: Columned, table: int, row: int) -> list[Held]:
    found = []
    for cell in one.grid.starting_in(row):
        column = one.column_of_cell(cell)
        if column is not None:
            found.append(Held(table, column, cell))
    return found


def _is_covered(one: Columned, row: int, table: int, last: Draft) -> bool:
    """The number (or, without numbers, the activity) of the step above reaches over this row."""
    place = one.head.place("no")
    place = one.head.place("kegiatan") if place is None else place
    if place is None or (table, row - 1) not in last.rows:
        return False
    for column in one.columns_under(place):
        cell = one.grid.places.get((row, column))
        if cell is not None and cell.row < row and cell.text.strip():
            return True
    return False


def _is_full(draft: Draft, columned: Sequence[Columned]) -> bool:
    return any(draft.texts(columned, kind) for kind in _FIELDS)


def _is_own(
    draft: Draft,
    last: Draft,
    columned: Sequence[Columned],
    kegiatan: str,
    *,
    has_numbers: bool,
    shares_time: bool,
) -> bool:
    """A row without a number that is yet a step: an activity with a time or an output of its own,
    or with an output and the time of the row above (``shares_time``).

    What begins small or as an item goes on with the step above.
    """
    if kegiatan[0].islower() or _ITEM.match(kegiatan):
        return False
    if not has_numbers:
        return _is_full(draft, columned) or last.rows[-1][0] == draft.cells[0].table
    is_timed = bool(draft.texts(columned, "waktu")) and bool(last.texts(columned, "waktu"))
    is_made = bool(draft.texts(columned, "output")) and bool(last.texts(columned, "output"))
    is_marked = bool(draft.texts(columned, ACTOR)) and bool(last.texts(columned, ACTOR))
    return is_timed or (is_made and (is_marked or shares_time))


def _shares_time(one: Columned, row: int) -> bool:
    """Whether one time, in a cell merged over rows, is said for this row and the one above."""
    place = one.head.place("waktu")
    cells = [one.grid.places.get((row, column)) for column in one.columns_under(place or 0)]
    return place is not None and any(
        cell is not None and cell.row < row and bool(cell.text.strip()) for cell in cells
    )


def _share_merged(body: Body, table: int, one: Columned) -> None:
    """A cell merged over rows of several steps belongs to each of them."""
    owner = {place: step for step in body.steps for place in step.rows}
    for cell in one.grid.table.cells:
        if cell.row < one.start or cell.row_span < 2 or not cell.text.strip():
            continue
        column = one.column_of_cell(cell)
        if column is None or one.head.columns[column].kind in ("no", ACTOR):
            continue
        rows = range(cell.row, cell.row + cell.row_span)
        covered = [owner[table, row] for row in rows if (table, row) in owner]
        others = list({id(step): step for step in covered}.values())
        if len(others) > 1:
            held = Held(table, column, cell)
            for step in others:
                step.shared.append(held)
                if held not in step.cells:
                    step.cells.append(held)


def _unnumbered(one: Columned, row: int, no: str) -> Finding:
    return Finding(
        "baca.langkah-tanpa-nomor",
        Level.WARNING,
        f"Baris {row + 1} tabel pada halaman {one.grid.page.number} berisi kegiatan tetapi tidak "
        f"bernomor; sementara dibaca sebagai langkah {no}.",
        "Beri nomor pada langkah itu, atau gabungkan dengan langkah di atasnya.",
        Place(halaman=one.grid.page.number, baris=row + 1, langkah=no),
    )


def _twice(no: str, given: str) -> Finding:
    return Finding(
        "baca.nomor-berulang",
        Level.WARNING,
        f"Nomor langkah {no} tercetak lebih dari sekali; yang berikutnya sementara dibaca sebagai "
        f"langkah {given}.",
        "Betulkan penomoran langkah.",
        Place(langkah=given),
    )
