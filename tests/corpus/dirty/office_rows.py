"""Operators over Word and Excel files that change rows: blank ones, two levels of heads."""

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

from openpyxl.utils import get_column_letter

from tests.corpus.make.geometry import Con, Shp, place
from tests.corpus.make.page_plan import ROOM, form_of

if TYPE_CHECKING:
    from tests.corpus.dirty.office import Desk

OVER = "Sekretariat"


def pair_split_by_blank_rows(desk: "Desk", random: Random) -> None:
    """Two blank rows between two steps; the way between them goes by a pair of connectors there."""
    sop = desk.sop
    choices = [
        (a, b)
        for a, b in zip(sop.langkah, sop.langkah[1:], strict=False)
        if any(to == b.no for to, _ in a.lanjut)
    ]
    if not choices:
        return
    before, after = random.choice(choices)
    parted = replace(desk.variant, pilihan={**desk.variant.pilihan, ROWS: after.no})
    try:
        form = form_of(sop, parted)
    except ValueError:  # the page has no room for more rows
        return
    if desk.kind == "docx" and form.rows[before.no].halaman != form.rows[after.no].halaman:
        return
    desk.variant = parted
    desk.on_drawing.append(lambda host, _: in_two(host, before.no, after.no))


ROWS = "baris kosong sebelum"


def in_two(desk: Any, before: str, after: str) -> None:
    """The arrow from one step to the next as two, each to its connector."""
    found = [
        con
        for con in desk.drawing.connectors
        if of_step(desk, con.start) == before and of_step(desk, con.end) == after
    ]
    if len(found) != 1 or found[0].keluar != "b" or found[0].masuk != "t":
        return
    con = found[0]
    source, target = shape(desk, con.start), shape(desk, con.end)
    top = desk.rows[after].top
    leave = connector("pk1", source, top - 1.5 * ROOM)
    arrive = connector("pk2", target, top - 0.5 * ROOM)
    desk.drawing.shapes += [leave, arrive]
    desk.drawing.connectors.remove(con)
    out = (source.side("b"), leave.side("t"))
    into = (arrive.side("b"), target.side("t"))
    desk.drawing.connectors += [
        replace(con, key="pc1", end=leave.key, points=out),
        Con("pc2", target.halaman, arrive.key, target.key, "b", "t", into),
    ]


def shape(desk: Any, key: str) -> Shp:
    return next(one for one in desk.drawing.shapes if one.key == key)


def of_step(desk: Any, key: str) -> str:
    return next((one.no for one in desk.drawing.shapes if one.key == key), "")


def connector(key: str, beside: Shp, y: float) -> Shp:
    return place(key, "halaman", beside.halaman, (beside.cx, y), no="", text="K")


def two_level_heads(desk: "Desk", random: Random) -> None:
    """Two neighbouring actors under a head of their own, in a third row of the head."""
    names = desk.sop.pelaksana
    if len(names) < 3:
        return
    first = random.randrange(len(names) - 1)
    desk.variant = replace(desk.variant, baris_nomor=True)
    pair = names[first : first + 2]
    desk.truth["nama_lain"] = {name: f"{OVER} {name}" for name in pair}
    desk.on_cells.insert(0, lambda host, _: levelled(host, first, tuple(names)))


def levelled(host: Any, first: int, names: tuple[str, ...]) -> None:
    if hasattr(host, "add_paragraph"):
        word_levels(host.tables[-1], first, names)
    else:
        sheet_levels(host, first, names)


def word_levels(table: Any, first: int, names: tuple[str, ...]) -> None:
    for column in range(len(table.columns)):
        table.cell(2, column).text = ""
        if column - 2 not in (first, first + 1):
            kept = table.cell(1, column).text
            merged = table.cell(1, column).merge(table.cell(2, column))
            merged.text = kept
    for column in (first + 2, first + 3):
        table.cell(1, column).text = ""
        table.cell(2, column).text = names[column - 2]
    table.cell(1, first + 2).merge(table.cell(1, first + 3)).text = OVER


def sheet_levels(ws: Any, first: int, names: tuple[str, ...]) -> None:
    low = next(
        row[0].row
        for row in ws.iter_rows()
        if [c.value for c in row if c.value is not None][:4] == [1, 2, 3, 4]
    )
    columns = [cell.column for cell in ws[low] if isinstance(cell.value, int)]
    for column in columns:
        ws.cell(low, column).value = None
    pair = columns[2 + first], columns[3 + first]
    for column in columns:
        above = next((r for r in ws.merged_cells.ranges if (low - 1, column) in r.cells), None)
        if column in pair:
            continue
        start = low - 1
        if above is not None and above.min_col == above.max_col:
            start = above.min_row
            ws.unmerge_cells(str(above))
        ws.merge_cells(start_row=start, end_row=low, start_column=column, end_column=column)
    for column, name in zip(pair, names[first : first + 2], strict=True):
        ws.cell(low, column).value = name
        ws.cell(low - 1, column).value = None
    ws.cell(low - 1, pair[0]).value = OVER
    a, b = get_column_letter(pair[0]), get_column_letter(pair[1])
    ws.merge_cells(f"{a}{low - 1}:{b}{low - 1}")
