"""Parts of a workbook's zip: the drawing hung on a sheet, results of formulas, no times."""

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Any

from openpyxl.styles import Font

from tests.corpus.make.frames import frame_of_label
from tests.corpus.make.geometry import Drawing
from tests.corpus.make.picture import PNG
from tests.corpus.make.variant import Variant
from tests.corpus.make.xlsx_shapes import Look, Sheet, drawing_xml


def unstamped(data: bytes) -> bytes:
    """The workbook without the moment of saving, which openpyxl always writes."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = re.sub(
        rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-01-01T00:00:00Z", core
    )
    return zipped(parts)


def timeless(book: Any) -> None:
    """No author and a fixed time, so that the same corpus gives the same bytes."""
    book.properties.creator = ""
    book.properties.created = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    book.properties.modified = book.properties.created


def plain_font(book: Any) -> None:
    """Arial 10 as the font of the book: its digits are seven pixels wide everywhere."""
    font = Font(name="Arial", size=10)
    book._named_styles["Normal"].font = font
    book._fonts[0] = font


def with_drawing(
    data: bytes, drawing: Drawing, sheet: Sheet, number: int, variant: Variant
) -> bytes:
    """The workbook with a drawing part hung on one of its sheets."""
    look = Look(
        jangkar=variant.pilihan.get("jangkar", "two"),
        nama_bentuk=variant.nama_bentuk,
        lem="tanpa lem" not in variant.pilihan,
        potong="potong" in variant.pilihan,
        tanpa_kepala=variant.tanpa_kepala,
        grup=int(variant.pilihan.get("grup", "0")),
        bersarang="grup bersarang" in variant.pilihan,
        basi="letak basi" in variant.pilihan,
        ganda="bentuk ganda" in variant.pilihan,
    )
    labels = [frame_of_label(con) for con in drawing.connectors if con.label]
    part = drawing_xml(drawing, labels, sheet, look)
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    path = f"xl/worksheets/sheet{number}.xml"
    xml = parts[path].decode()
    relation = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    xml = xml.replace("</worksheet>", f'<drawing {relation} r:id="rId1"/></worksheet>')
    parts[path] = xml.encode()
    parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
    )
    parts["xl/drawings/drawing1.xml"] = part
    pictures = ""
    if any(shape.kind == "gambar" for shape in drawing.shapes):
        pictures = '<Default Extension="png" ContentType="image/png"/>'
        parts["xl/media/image1.png"] = PNG
        parts["xl/drawings/_rels/drawing1.xml.rels"] = (
            b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            b'relationships/image" Target="../media/image1.png"/></Relationships>'
        )
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = types.replace(
        "</Types>",
        f'{pictures}<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.drawing+xml"/></Types>',
    ).encode()
    return zipped(parts)


def calculated(data: bytes) -> bytes:
    """The workbook with the results of its formulas, as a spreadsheet program saves them."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    for name, part in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = re.sub(
                rb"<f>1\+(\d+)</f><v ?/>|<f>1\+(\d+)</f><v></v>",
                lambda m: b"<f>1+%s</f><v>%d</v>" % (m[1] or m[2], int(m[1] or m[2]) + 1),
                part,
            )
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, content)
    return target.getvalue()
