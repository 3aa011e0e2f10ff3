"""An Excel file of an SOP: cells by openpyxl, symbols as a raw drawing part put into the zip."""

import io
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from tests.corpus.definitions import Definition
from tests.corpus.make.docx_cells import split_name
from tests.corpus.make.geometry import Drawing, Plan, RowBox, draw
from tests.corpus.make.page_plan import LINE, ROOM, lines, row_height, widths_of
from tests.corpus.make.variant import Touch, Variant
from tests.corpus.make.wording import PAIRS, TITLES, identity_rows, items, label, step_texts
from tests.corpus.make.xlsx_parts import (
    calculated,
    plain_font,
    timeless,
    unstamped,
    with_drawing,
)
from tests.corpus.make.xlsx_shapes import Sheet

THIN = Side(style="thin")
BOXED = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


@dataclass
class Grid:
    """A sheet while it is being filled: widths and heights in points, hidden rows and columns."""

    ws: Any
    widths: list[float]
    heights: list[float]
    hidden_columns: set[int]
    hidden_rows: set[int]
    is_centred: bool = False
    breaks: list[int] = field(default_factory=list)
    wide: dict[int, int] = field(default_factory=dict)  # first to last column of one of the form
    deep: dict[int, int] = field(default_factory=dict)  # first to last row of one step

    def row(self, height: float) -> int:
        self.heights.append(height)
        return len(self.heights)

    def put(self, row: int, column: int, text: Any, *, to_row: int = 0, to_column: int = 0) -> None:
        last_row, last_column = to_row or row, to_column or column
        last_row = self.deep.get(last_row, last_row)
        last_column = self.wide.get(last_column, last_column)
        for r in range(row, last_row + 1):
            for c in range(column, last_column + 1):
                self.ws.cell(r, c).border = BOXED
        cell = self.ws.cell(row, column, text if text != "" else None)
        vertical = "center" if self.is_centred else "top"
        horizontal = "center" if self.is_centred and len(str(text)) < 25 else None
        cell.alignment = Alignment(wrap_text=True, vertical=vertical, horizontal=horizontal)
        cell.font = Font(name="Arial", size=8)
        if (last_row, last_column) != (row, column):
            self.ws.merge_cells(
                start_row=row, start_column=column, end_row=last_row, end_column=last_column
            )


def make(sop: Definition, variant: Variant, *, touch: Touch | None = None) -> tuple[bytes, Drawing]:
    """The file, and what was drawn in it."""
    book = Workbook()
    plain_font(book)
    ws = book.active
    ws.title = variant.pilihan.get("nama lembar", "SOP")
    shift = int(variant.pilihan.get("kolom kosong", "0"))
    widths = [12.0] * shift + [round(w / 0.75) * 0.75 for w in widths_of(sop, variant)]
    if "kolom tersembunyi" in variant.pilihan:
        widths.insert(shift + 1, 30.0)
    widths = split_actors(widths, sop, variant, shift)
    grid = Grid(ws, widths, [], set(), set())
    if variant.pembuka:
        row = grid.row(15)
        grid.ws.cell(row, 1, variant.pembuka)
    if variant.identitas != "tidak ada" and "lembar terpisah" not in variant.pilihan:
        identity(grid, sop, variant, shift)
    grid.row(12)
    if not variant.satu_halaman:
        grid.breaks.append(len(grid.heights))
    if variant.judul_prosedur:
        grid.ws.cell(grid.row(15), 1 + shift, variant.judul_prosedur)
        grid.row(6)
    grid.is_centred = variant.di_tengah
    plan = steps(grid, sop, variant, shift)
    drawing = draw(sop, plan, variant) if variant.tanda == "bentuk" else Drawing()
    if touch is not None:
        touch.drawn(drawing, plan)
        touch.filled(ws)
    size_up(grid, variant)
    if "lembar terpisah" in variant.pilihan:
        other_sheet(book, sop, variant)
    extra_sheets(book, variant)
    timeless(book)
    raw = io.BytesIO()
    book.save(raw)
    data = unstamped(raw.getvalue())
    if "nomor rumus" in variant.pilihan:
        data = calculated(data)
    if drawing.shapes:
        sheet = Sheet(
            edges([*grid.widths, *[48.0] * 8], grid.hidden_columns),
            edges([*grid.heights, *[15.0] * 30], grid.hidden_rows),
        )
        number = book.sheetnames.index(ws.title) + 1
        data = with_drawing(data, drawing, sheet, number, variant)
    return data, drawing


def split_actors(widths: list[float], sop: Definition, variant: Variant, shift: int) -> list[float]:
    """Each actor over several narrow columns, as on squared sheets."""
    parts = int(variant.pilihan.get("kolom per pelaksana", "1"))
    first = shift + 2
    found = widths[:first]
    for width in widths[first : first + len(sop.pelaksana)]:
        found += [round(width / parts / 0.75) * 0.75] * parts
    return [*found, *widths[first + len(sop.pelaksana) :]]


def other_sheet(book: Any, sop: Definition, variant: Variant) -> None:
    """The identity block on a sheet of its own, before the steps."""
    ws = book.create_sheet("Identitas", 0)
    grid = Grid(ws, [30.0, 240.0, 120.0, 120.0, 120.0], [], set(), set())
    identity(grid, sop, variant, 0)
    size_up(grid, variant)


def extra_sheets(book: Any, variant: Variant) -> None:
    if "lembar lain" in variant.pilihan:
        ws = book.create_sheet("Daftar SOP", 0)
        for row in (
            ("No", "Nama SOP", "Unit"),
            (1, "Pengelolaan Surat Keluar", "Umum"),
            (2, "Kenaikan Pangkat", "Kepegawaian"),
        ):
            ws.append(row)
    if "lembar tersembunyi" in variant.pilihan:
        ws = book.create_sheet("Data")
        ws.sheet_state = "hidden"
        ws.append(("kode", "uraian"))


def identity(grid: Grid, sop: Definition, variant: Variant, shift: int) -> None:
    """The block over the step table, its cells merged over the table's columns."""
    n = len(grid.widths)
    half = split_column(grid.widths, shift)
    third = min(half + max((n - half) // 3, 1), n - 1)
    first = len(grid.heights) + 1
    for name, value in identity_rows(sop, variant):
        deep = lines(value, sum(grid.widths[third:]))
        deep = max(deep, lines(name, sum(grid.widths[half:third])))
        row = grid.row(max(LINE * deep + 6, 15))
        grid.put(row, half + 1, name, to_column=third)
        grid.put(row, third + 1, value, to_column=n)
        if variant.pilihan.get("tanggal excel") and "anggal" in name and value:
            typed_date(grid.ws.cell(row, third + 1), sop, name)
    last = len(grid.heights)
    grid.put(first, 1 + shift, "\n".join(sop.instansi), to_row=last, to_column=half)
    for left, right in PAIRS:
        list_rows(grid, sop, variant, pair=(left, right), shift=shift, half=half)


def typed_date(cell: Any, sop: Definition, name: str) -> None:
    """The date as a spreadsheet keeps it: a number with a date format."""
    key = f"tanggal_{name.split()[1].lower()}"
    cell.value = datetime.fromisoformat(getattr(sop, key))
    cell.number_format = "dd mmmm yyyy"


def split_column(widths: list[float], shift: int) -> int:
    target, used = sum(widths) / 2, 0.0
    for i, width in enumerate(widths):
        used += width
        if used >= target * 0.95 and i >= 1 + shift:
            return i + 1
    return len(widths) // 2


def list_rows(
    grid: Grid,
    sop: Definition,
    variant: Variant,
    *,
    pair: tuple[str, str],
    shift: int,
    half: int,
) -> None:
    """Two lists side by side under their heads."""
    left, right = pair
    n = len(grid.widths)
    values = {key: items(sop.lists[key], variant) for key in (left, right)}
    heads = {key: label(TITLES[key], variant) for key in (left, right)}
    spans = ((left, 1 + shift, half), (right, half + 1, n))
    if variant.pilihan.get("butir per baris"):
        row = grid.row(14)
        for key, a, b in spans:
            grid.put(row, a, heads[key], to_column=b)
        for i in range(max(len(v) for v in values.values())):
            row = grid.row(24)
            for key, a, b in spans:
                grid.put(row, a, values[key][i] if i < len(values[key]) else "", to_column=b)
        return
    tall = max(
        sum(lines(v, sum(grid.widths[a - 1 : b])) for v in values[key]) for key, a, b in spans
    )
    if variant.identitas == "satu sel":
        row = grid.row(LINE * (tall + 1) + 8)
        for key, a, b in spans:
            grid.put(row, a, "\n".join([heads[key], *values[key]]), to_column=b)
        return
    row = grid.row(14)
    for key, a, b in spans:
        grid.put(row, a, heads[key], to_column=b)
    row = grid.row(LINE * tall + 8)
    for key, a, b in spans:
        grid.put(row, a, "\n".join(values[key]), to_column=b)


def steps(grid: Grid, sop: Definition, variant: Variant, shift: int) -> Plan:
    """Head and rows of the step table; returns where the columns and rows lie."""
    columns = list(range(1 + shift, len(grid.widths) + 1))
    if "kolom tersembunyi" in variant.pilihan:
        hidden = columns.pop(1)
        grid.hidden_columns.add(hidden)
    columns = joined_columns(grid, columns, sop, variant)
    step_head(grid, sop, variant, columns)
    widths = tuple(sum(grid.widths[c - 1 : grid.wide.get(c, c)]) for c in columns)
    placed: list[tuple[str, int]] = []
    texts = step_texts(sop, variant)
    merged_at = {}
    for step, text in zip(sop.langkah, texts, strict=True):
        if variant.pilihan.get("baris tersembunyi") == step.no:
            row = grid.row(20)
            grid.put(row, columns[1], "(baris lama, disembunyikan)")
            grid.hidden_rows.add(row)
        height = row_height(text, widths, len(sop.pelaksana))
        if step.no in variant.dua_bentuk:
            height = max(height, 72.0)
        if step.no in dict(variant.bagian):
            heading = grid.row(15)
            grid.put(heading, columns[0], dict(variant.bagian)[step.no], to_column=columns[-1])
        if step.no == variant.pilihan.get("baris kosong sebelum"):
            for blank in (grid.row(ROOM), grid.row(ROOM)):
                for column in columns:
                    grid.put(blank, column, "")
        parts = int(variant.pilihan.get("baris per langkah", "1"))
        row = grid.row(round(height / parts / 0.75) * 0.75)
        for _ in range(parts - 1):
            grid.deep[row] = grid.row(round(height / parts / 0.75) * 0.75)
        placed.append((step.no, row))
        merged_at[step.no] = row
        fill(grid, row, columns, text, step=step, sop=sop, variant=variant)
    if variant.jumlah:
        grid.put(
            grid.row(15), columns[0], variant.jumlah, to_column=columns[1 + len(sop.pelaksana)]
        )
    merge_times(
        grid, variant, columns[2 + len(sop.pelaksana) + variant.urutan.index("waktu")], merged_at
    )
    return plan(grid, sop, columns, placed)


def joined_columns(grid: Grid, columns: list[int], sop: Definition, variant: Variant) -> list[int]:
    """The first sheet column of every column of the form; ``grid.wide`` knows the last."""
    parts = int(variant.pilihan.get("kolom per pelaksana", "1"))
    found = columns[:2]
    for i in range(len(sop.pelaksana)):
        first = columns[2 + i * parts]
        found.append(first)
        grid.wide[first] = first + parts - 1
    return [*found, *columns[2 + parts * len(sop.pelaksana) :]]


def step_head(grid: Grid, sop: Definition, variant: Variant, columns: list[int]) -> None:
    count = len(sop.pelaksana)
    after = 2 + count
    two = variant.pelaksana is not None or variant.mutu is not None
    top = grid.row(14)
    tall = max(lines(a, grid.widths[columns[2 + i] - 1]) for i, a in enumerate(sop.pelaksana))
    low = grid.row(LINE * tall + 8) if two else top
    if not two:
        grid.heights[top - 1] = LINE * tall + 8
    grid.put(top, columns[0], "No", to_row=low)
    grid.put(top, columns[1], variant.kegiatan, to_row=low)
    covered = variant.pelaksana_atas or count
    if variant.pelaksana is not None:
        grid.put(top, columns[2], variant.pelaksana, to_column=columns[1 + covered])
    for i, actor in enumerate(sop.pelaksana):
        name = split_name(actor) if variant.kepala_berbaris else actor
        alone = two and (variant.pelaksana is None or i >= covered)
        grid.put(top if alone else low, columns[2 + i], name, to_row=low)
    if variant.mutu is not None:
        grid.put(top, columns[after], variant.mutu, to_column=columns[after + 2])
    for i, text in enumerate(variant.mutu_baku):
        alone = two and variant.mutu is None
        grid.put(top if alone else low, columns[after + i], text, to_row=low)
    if variant.keterangan is not None:
        grid.put(top, columns[after + 3], variant.keterangan, to_row=low)
    if variant.baris_nomor:
        row = grid.row(12)
        for i, column in enumerate(columns):
            grid.put(row, column, i + 1)


def fill(
    grid: Grid,
    row: int,
    columns: list[int],
    text: dict[str, str],
    *,
    step: Any,
    sop: Definition,
    variant: Variant,
) -> None:
    after = 2 + len(sop.pelaksana)
    no: Any = text["no"]
    grid.put(row, columns[0], int(no) if no.isdigit() else no)
    if "nomor rumus" in variant.pilihan and no.isdigit() and int(no) > 1:
        grid.put(row, columns[0], f"=1+{int(no) - 1}")
    grid.put(row, columns[1], text["kegiatan"])
    for i, actor in enumerate(sop.pelaksana):
        marked = variant.tanda not in ("bentuk", "") and actor in step.pelaksana
        grid.put(row, columns[2 + i], variant.tanda if marked else "")
    for i, key in enumerate(variant.urutan):
        grid.put(row, columns[after + i], text[key])
    if variant.keterangan is not None:
        grid.put(row, columns[after + 3], text["keterangan"])


def merge_times(grid: Grid, variant: Variant, column: int, rows: dict[str, int]) -> None:
    if not variant.gabung_waktu:
        return
    first, last = rows[variant.gabung_waktu[0]], rows[variant.gabung_waktu[-1]]
    for row in range(first + 1, last + 1):
        grid.ws.cell(row, column).value = None
    grid.ws.merge_cells(start_row=first, start_column=column, end_row=last, end_column=column)


def edges(sizes: list[float], hidden: set[int]) -> tuple[float, ...]:
    found = [0.0]
    for i, size in enumerate(sizes, 1):
        found.append(found[-1] + (0 if i in hidden else size))
    return tuple(found)


def plan(grid: Grid, sop: Definition, columns: list[int], placed: list[tuple[str, int]]) -> Plan:
    x, y = edges(grid.widths, grid.hidden_columns), edges(grid.heights, grid.hidden_rows)
    actors = {
        actor: (x[columns[2 + i] - 1], x[grid.wide[columns[2 + i]]])
        for i, actor in enumerate(sop.pelaksana)
    }
    rows = {no: RowBox(no, 0, y[row - 1], y[grid.deep.get(row, row)]) for no, row in placed}
    return Plan(actors, rows, {0: (y[placed[0][1] - 1], y[placed[-1][1]])})


def size_up(grid: Grid, variant: Variant) -> None:
    """Column widths as a spreadsheet counts them: characters of seven pixels, plus five."""
    for i, width in enumerate(grid.widths, 1):
        column = grid.ws.column_dimensions[get_column_letter(i)]
        column.width = (width / 0.75) / 7
        column.hidden = i in grid.hidden_columns
    for i, height in enumerate(grid.heights, 1):
        grid.ws.row_dimensions[i].height = round(height / 0.75) * 0.75
        grid.ws.row_dimensions[i].hidden = i in grid.hidden_rows
    grid.heights = [round(h / 0.75) * 0.75 for h in grid.heights]
    grid.ws.page_setup.orientation = "landscape"
    grid.ws.page_setup.paperSize = 9
    margins = grid.ws.page_margins
    margins.left = margins.right = margins.top = margins.bottom = 0.4
    margins.header = margins.footer = 0.2
    grid.ws.page_setup.fitToWidth = 1
    grid.ws.page_setup.fitToHeight = 0
    grid.ws.sheet_properties.pageSetUpPr.fitToPage = True
    for row in grid.breaks:
        grid.ws.row_breaks.append(Break(id=row))
