"""Signature blocks in a DOCX: a table without lines, never cut over two pages."""

from runut.core.report.blocks import Signature, Signatures
from runut.files.write.charts.draw import svg_to_png
from runut.files.write.docx.package import Parts
from runut.files.write.docx.styles import HAIR, MUTE, twips
from runut.files.write.docx.words import paragraph, picture, run
from runut.files.write.layout.rhythm import SIGNATURE
from runut.files.write.layout.sheets import POINTS_PER_MM, Page
from runut.files.write.layout.signature import (
    address_size,
    below_the_name,
    claim,
    claim_parts,
    qr_svg,
)

_WET_MM = 20
_QR_MM = 19
_ALONE_MM = 80


def signatures(block: Signatures, page: Page, parts: Parts) -> str:
    """One block at the right, or two side by side; more go on below."""
    if not block.blocks:
        return ""
    room = page.room / POINTS_PER_MM
    alone = len(block.blocks) == 1
    widths = [room - _ALONE_MM, _ALONE_MM] if alone else [room / 2, room / 2]
    dated = any(one.place_date for one in block.blocks)
    cells = [_cell(_words(one, dated, w - 8, parts), w) for one, w in zip(
        block.blocks, ([_ALONE_MM] if alone else widths * len(block.blocks)), strict=False
    )]  # fmt: skip
    if len(cells) % 2:
        empty = _cell(paragraph("", "TandaTangan"), widths[0])
        cells = [empty, *cells] if alone else [*cells, empty]
    rows = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells[n]}{cells[n + 1]}</w:tr>"
        for n in range(0, len(cells), 2)
    )
    spaced = f'<w:spacing w:before="{round(SIGNATURE.before() * 20) - 40}" w:after="0"/>'
    before = paragraph("", "Jarak", f"<w:keepNext/>{spaced}")
    return before + _table(rows, widths) + paragraph("", "Jarak")


def _table(rows: str, widths: list[float]) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(w)}"/>' for w in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _cell(words: str, width: float) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{words}</w:tc>'


def _words(signature: Signature, dated: bool, width: float, parts: Parts) -> str:
    lines = [paragraph(run(signature.place_date), "TandaTangan")] if dated else []
    lines.append(paragraph(run(signature.jabatan), "TandaTangan"))
    if signature.state != "kosong":
        lines.append(_electronic(signature, width, parts))
        room = 60
    else:
        note = run(claim(signature), size=8.5, more=f'<w:color w:val="{MUTE}"/>')
        lines += [paragraph(note, "TandaTangan", _spaced(_WET_MM))] if note else []
        room = 0 if note else twips(_WET_MM)
    name = run(signature.nama, bold=True)
    lines.append(paragraph(name, "TandaTangan", f'<w:spacing w:before="{room}"/>'))
    lines += [paragraph(run(text), "TandaTangan") for text in below_the_name(signature)]
    return "".join(lines)


def _spaced(mm: float) -> str:
    return f'<w:spacing w:before="{twips(mm)}"/>'


def _electronic(signature: Signature, width: float, parts: Parts) -> str:
    """A light frame with the QR code and what is claimed, in the place of the wet signature."""
    said, address = claim_parts(signature)
    words = paragraph(run(said, size=8.5), "TandaTangan", '<w:jc w:val="left"/>')
    qr_room = _QR_MM + 4 if signature.qr else 0
    cells = _middle(words, width - qr_room)
    if signature.qr:
        png = svg_to_png(qr_svg(signature.qr), 100, 300)
        alt = "Kode QR untuk memeriksa tanda tangan"
        drawn = picture(parts.picture(png), parts.next_drawing(), _QR_MM, _QR_MM, alt)
        cells = _middle(paragraph(drawn, "TandaTangan"), qr_room) + cells
    widths = [w for w in (qr_room, width - qr_room) if w]
    grid = "".join(f'<w:gridCol w:w="{twips(w)}"/>' for w in widths)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    gap = paragraph("", "Jarak", "<w:keepNext/>")
    return (
        f'{gap}<w:tbl><w:tblPr><w:tblW w:w="{twips(width)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:top w:w="60" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="60" '
        'w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr>"
        f"{_address_row(address, width, len(widths))}</w:tbl>"
    )


def _address_row(address: str, width: float, columns: int) -> str:
    """The address to check at, on one line under the code."""
    if not address:
        return ""
    size = address_size(address, (width - 4) * POINTS_PER_MM)
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    words = paragraph(run(address, size=int(size * 2) / 2), "TandaTangan", '<w:jc w:val="left"/>')
    room = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}<w:noWrap/>'
    return f"<w:tr><w:tc><w:tcPr>{room}</w:tcPr>{words}</w:tc></w:tr>"


def _middle(words: str, width: float) -> str:
    size = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
    return f'<w:tc><w:tcPr>{size}<w:vAlign w:val="center"/></w:tcPr>{words}</w:tc>'
