"""The place of a signature in a template: room for ink, or the QR code with what may be claimed."""

from lxml import etree

from runut.core.report.blocks import Signature
from runut.files.templates.names import BREAK, Element, R, T
from runut.files.templates.parts import Package, read_xml, relate
from runut.files.templates.words import run_like, space_before
from runut.files.write.charts.draw import svg_to_png
from runut.files.write.docx.package import NAMESPACES, W
from runut.files.write.docx.styles import twips
from runut.files.write.docx.words import picture
from runut.files.write.layout.letters import legal
from runut.files.write.layout.signature import claim, qr_svg

INK_MM, QR_MM, CHECK_IN_MM = 20, 19, 28
_TO_CHECK = "Kode QR untuk memeriksa tanda tangan"
_NEAR_MM = 1
_FIRST_DRAWING = 9_000
"""Numbers of drawings that no template of hands has used yet."""
_SMALL = "17"


def sign(paragraph: Element, one: Signature | None, package: Package, part: str) -> None:
    """Make the paragraph the place of this signature; without one it is left empty."""
    dress = run_like(paragraph)
    for child in list(paragraph):
        if child.tag != f"{{{W}}}pPr":
            paragraph.remove(child)
    if one is None:
        return
    shows_code = one.state != "kosong" and bool(one.qr)
    space_before(paragraph, twips(INK_MM if one.state == "kosong" else _NEAR_MM))
    if shows_code:
        paragraph.append(_code(one.qr, QR_MM, _TO_CHECK, package, part))
    lines = [text for text in legal(claim(one)).split("\n") if text]
    if lines:
        paragraph.append(_small(dress, lines, below=shows_code))


def show_code(paragraph: Element, address: str, package: Package, part: str) -> None:
    """Make the paragraph a code that telephones read; without an address it is left empty."""
    for child in list(paragraph):
        if child.tag != f"{{{W}}}pPr":
            paragraph.remove(child)
    if address:
        alt = f"Kode QR: {address}"
        paragraph.append(_code(address, CHECK_IN_MM, alt, package, part))


def _code(address: str, size: int, alt: str, package: Package, part: str) -> Element:
    png = svg_to_png(qr_svg(address), 100, 300)
    known = sum(name.startswith("word/media/runut-qr") for name in package.files)
    relation = relate(package, part, "image", f"media/runut-qr{known + 1}.png", png)
    drawn = picture(relation, _FIRST_DRAWING + known, size, size, alt)
    return read_xml(f"<w:p {NAMESPACES}>{drawn}</w:p>".encode())[0]


def _small(dress: Element, lines: list[str], *, below: bool) -> Element:
    run = etree.Element(R)
    own = dress.find(f"{{{W}}}rPr")
    properties = own if own is not None else etree.Element(f"{{{W}}}rPr")
    for size in ("sz", "szCs"):
        for old in properties.findall(f"{{{W}}}{size}"):
            properties.remove(old)
        etree.SubElement(properties, f"{{{W}}}{size}").set(f"{{{W}}}val", _SMALL)
    run.append(properties)
    for n, text in enumerate(lines):
        if n or below:
            etree.SubElement(run, BREAK)
        etree.SubElement(run, T).text = text
    return run
