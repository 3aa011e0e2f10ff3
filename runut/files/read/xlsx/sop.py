"""An SOP workbook as a canvas: every visible sheet a page, cells and drawn shapes in points."""

from collections.abc import Mapping
from struct import error as StructError
from zipfile import BadZipFile
from zlib import error as ZlibError

from lxml import etree

from runut.core.findings import Finding, Level
from runut.core.sop.reading.canvas import Box, Canvas, Page, Table, Words
from runut.core.words.items import join_numbers
from runut.files.guard.zip_check import precheck_zip
from runut.files.read.xlsx.address import Address, read_merges
from runut.files.read.xlsx.axis import Axis, column_axis, row_axis
from runut.files.read.xlsx.bands import apart_from_table, join_bands, read_bordered, read_borders
from runut.files.read.xlsx.cells import Book, Grid, lay_out, read_texts
from runut.files.read.xlsx.drawing import Drawn, read_drawing
from runut.files.read.xlsx.labels import settle
from runut.files.read.xlsx.parts import Parts, Sheet, visible_sheets, workbook_part
from runut.files.read.xlsx.styles import read_styles
from runut.files.read.xlsx.words import shared_strings

_MOST_NAMED = 12
_PICTURE_SHARE = 0.4
"""Of the used part of a sheet: a picture over more of it may be a picture of the table."""


def canvas_of_xlsx(data: bytes) -> tuple[Canvas | None, tuple[Finding, ...]]:
    """What stands in an Excel workbook (.xlsx): (canvas, what is odd about the file).

    The canvas is None when the file cannot be read; a finding then says why and what to do.
    Hidden sheets, rows and columns are left out, as on paper.
    """
    refusal = precheck_zip(data, "xlsx")
    if refusal is not None and refusal.tingkat is Level.BLOCKER:
        return None, (refusal,)
    findings = [refusal] if refusal is not None else []
    try:
        with Parts(data) as parts:
            pages = _read_pages(parts, findings)
    except (BadZipFile, StructError, ZlibError, etree.XMLSyntaxError, NotImplementedError):
        return None, (*findings, _broken())
    if not any(page.tables or page.shapes or page.has_picture for page in pages):
        return None, (*findings, _empty())
    return Canvas(tuple(pages)), tuple(findings)


def _read_pages(parts: Parts, findings: list[Finding]) -> list[Page]:
    workbook = workbook_part(parts)
    book = _read_book(parts, workbook)
    return [
        _read_page(parts, book, number, sheet, findings)
        for number, sheet in enumerate(visible_sheets(parts, workbook), start=1)
    ]


def _read_book(parts: Parts, workbook: str) -> Book:
    strings = parts.related_of(workbook, "sharedStrings")
    styles = parts.related_of(workbook, "styles")
    looks = parts.read(styles[0]) if styles else None
    root = parts.read(workbook)
    settings = root.find("{*}workbookPr") if root is not None else None
    return Book(
        shared_strings(parts.read(strings[0]) if strings else None),
        read_styles(looks),
        read_borders(looks),
        is_1904=settings is not None and settings.get("date1904") in ("1", "true"),
    )


def _read_page(
    parts: Parts, book: Book, number: int, sheet: Sheet, findings: list[Finding]
) -> Page:
    root = parts.read(sheet.part)
    if root is None:
        return Page(number, 0.0, 0.0, name=sheet.name)
    rows, columns = row_axis(root), column_axis(root, book.styles.digit_pixels)
    texts, broken = read_texts(root, book, sheet.name)
    findings.extend((*broken, *_hidden(sheet.name, rows, columns, texts)))
    drawn = Drawn()
    for part in parts.related_of(sheet.part, "drawing"):
        drawing = parts.read(part)
        if drawing is not None:
            drawn = read_drawing(drawing, rows, columns)
    merges = read_merges(root)
    bordered = read_bordered(root, book.edges, merges)
    texts, merges = join_bands(bordered, texts, merges)
    texts, below = apart_from_table(bordered, texts)
    boxes = [shape.box for shape in drawn.shapes]
    table = lay_out(Grid(sheet.name, rows, columns, texts, merges), boxes)
    settled = settle(drawn, table)
    settled.words += [
        Words(text, _cell_box(rows, columns, at)) for at, text in sorted(below.items())
    ]
    return _page(number, sheet.name, table, settled)


def _cell_box(rows: Axis, columns: Axis, at: Address) -> Box:
    row, column = at
    return Box(
        columns.start(column), rows.start(row), columns.start(column + 1), rows.start(row + 1)
    )


def _hidden(name: str, rows: Axis, columns: Axis, texts: Mapping[Address, str]) -> list[Finding]:
    """That filled rows or columns of a sheet are hidden: they are left out, and that is said."""
    in_rows = sorted({row + 1 for row, _ in texts if rows.is_hidden(row)})
    in_columns = {column for _, column in texts if columns.is_hidden(column)}
    told = [f"baris {join_numbers(map(str, in_rows[:_MOST_NAMED]))}"] * bool(in_rows)
    told += [f"{len(in_columns)} kolom"] * bool(in_columns)
    if not told:
        return []
    return [
        Finding(
            "baca.baris-tersembunyi",
            Level.WARNING,
            f"Lembar “{name}” menyembunyikan {' dan '.join(told)} yang berisi; isinya tidak "
            "dibaca, seperti pada kertas.",
            "Tampilkan (unhide) di Excel lalu unggah lagi, bila isinya bagian dari SOP.",
        )
    ]


def _page(number: int, name: str, table: Table | None, drawn: Drawn) -> Page:
    used = table.box if table is not None else None
    boxes = [shape.box for shape in drawn.shapes] + [used] * (used is not None) + drawn.pictures
    return Page(
        number=number,
        width=max((box.right for box in boxes if box), default=0.0),
        height=max((box.bottom for box in boxes if box), default=0.0),
        tables=(table,) if table is not None else (),
        shapes=tuple(drawn.shapes),
        connectors=tuple(drawn.connectors),
        words=tuple(drawn.words),
        name=name,
        has_picture=any(_covers_much(picture, used) for picture in drawn.pictures),
    )


def _covers_much(picture: Box, used: Box | None) -> bool:
    if used is None:
        return True
    width = min(picture.right, used.right) - max(picture.left, used.left)
    height = min(picture.bottom, used.bottom) - max(picture.top, used.top)
    beside = _area(picture) > _area(used)
    return beside or (width > 0 < height and width * height >= _PICTURE_SHARE * _area(used))


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _broken() -> Finding:
    return Finding(
        "berkas_rusak",
        Level.BLOCKER,
        "Berkas Excel ini rusak.",
        "Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu unggah lagi.",
    )


def _empty() -> Finding:
    return Finding(
        "berkas_kosong",
        Level.BLOCKER,
        "Tidak ada isi pada lembar yang tampak dalam berkas Excel ini.",
        "Tampilkan (unhide) lembar yang memuat SOP, simpan, lalu unggah lagi.",
    )
