"""Cells whose formula failed or was never computed: the reader would take them for empty ones."""

import posixpath
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error

from lxml import etree

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja.lembar import LEMBAR

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


def find_broken_cells(source: bytes) -> tuple[Finding, ...]:
    """A blocker for every cell of our sheets that holds an Excel error or an uncomputed formula.

    Says nothing about files that are not zipped Office Open XML.
    """
    try:
        with ZipFile(BytesIO(source)) as book:
            return tuple(
                finding
                for nama, part in _sheet_parts(book)
                for finding in _broken_in(book, nama, part)
            )
    except (BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, RuntimeError, error):
        return ()


def _sheet_parts(book: ZipFile) -> Iterator[tuple[str, str]]:
    """(our sheet, name of its part in the zip)."""
    known = {nama.lower(): nama for nama in LEMBAR}
    targets = {r.get("Id"): r.get("Target") or "" for r in _parse(book.read(_RELATIONS))}
    for sheet in _parse(book.read(_WORKBOOK)).iter(f"{_MAIN}sheet"):
        nama = known.get((sheet.get("name") or "").strip().lower())
        target = targets.get(sheet.get(_RELATION), "")
        if nama and target:
            yield nama, posixpath.normpath(posixpath.join("xl", target)).lstrip("/")


def _broken_in(book: ZipFile, nama: str, part: str) -> Iterator[Finding]:
    with book.open(part) as stream:
        cells = etree.iterparse(
            stream,
            tag=f"{_MAIN}c",
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
        )
        for _, cell in cells:
            alamat = cell.get("r") or "?"
            value = cell.findtext(f"{_MAIN}v")
            if cell.get("t") == "e":
                yield _broken(nama, alamat, f"rumusnya menghasilkan galat {value or ''}".strip())
            elif cell.find(f"{_MAIN}f") is not None and not value:
                yield _broken(nama, alamat, "rumusnya belum dihitung")
            cell.clear()


def _parse(part: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(part, parser)


def _broken(nama: str, alamat: str, sebab: str) -> Finding:
    return Finding(
        "rumus_galat",
        Level.BLOCKER,
        f"Lembar {nama}, sel {alamat}: {sebab}.",
        "Betulkan rumusnya, atau ganti dengan angkanya, lalu simpan dari Excel.",
        Place(sel=f"{nama}!{alamat}"),
    )
