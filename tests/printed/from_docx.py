"""Tables and lines of a written Word file, from its XML alone."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

from tests.printed.flow import Shown, ShownTable, joined, squeeze

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(data: bytes) -> list[Shown]:
    xml = zipfile.ZipFile(BytesIO(data)).read("word/document.xml")
    root = ElementTree.fromstring(xml)  # noqa: S314 - written a moment ago, by us
    body = root.find(f"{_W}body")
    assert body is not None
    flow: list[Shown] = []
    for one in body.iter():
        if one.tag == f"{_W}tbl":
            flow.append(_table(one))
    return joined(_in_order(body, flow))


def _in_order(body: ElementTree.Element, tables: list[Shown]) -> list[Shown]:
    waiting = iter(tables)
    flow: list[Shown] = []
    for one in body:
        if one.tag == f"{_W}tbl":
            flow.append(next(waiting))
        elif words := squeeze(_words(one)):
            flow.append(words)
    return flow


def _words(one: ElementTree.Element) -> str:
    return "".join(part.text or "" for part in one.iter(f"{_W}t"))


def _table(table: ElementTree.Element) -> ShownTable:
    head: list[list[str]] = []
    rows: list[list[str]] = []
    above: list[str] = []
    for row in table.findall(f"{_W}tr"):
        cells: list[str] = []
        for cell in row.findall(f"{_W}tc"):
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            words = squeeze(_words(cell))
            if merge is not None and merge.get(f"{_W}val") != "restart":
                words = above[len(cells)]
            cells += [words] + [""] * (
                int(span.get(f"{_W}val", "1")) - 1 if span is not None else 0
            )
        above = cells
        is_head = row.find(f"{_W}trPr/{_W}tblHeader") is not None
        (head if is_head else rows).append(cells)
    return ShownTable(head_of(head), tuple(map(tuple, rows)))


def head_of(rows: list[list[str]]) -> tuple[str, ...]:
    """The lines of a head as one name for each column."""
    if not rows:
        return ()
    return tuple("".join(dict.fromkeys(row[n] for row in rows)) for n in range(len(rows[0])))
