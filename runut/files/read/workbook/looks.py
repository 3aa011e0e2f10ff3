"""How the sheets of an Excel file look to a person: what is hidden, struck out, merged, rounded.

The values are read by another library; this tells what it does not: formats, merged areas, notes,
and formulas that failed or were never computed. Rows and columns count from 0.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error

from lxml import etree

from runut.files.read.workbook.styles import (
    Node,
    Style,
    parse,
    read_struck_strings,
    read_styles,
    without_struck,
)

At = tuple[int, int]
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column."""

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_WORKBOOK = "xl/workbook.xml"
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_TRUE = ("1", "true", "on")
_NOT_READ = (
    BadZipFile,
    KeyError,
    etree.XMLSyntaxError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    error,
)


@dataclass
class Looks:
    """One sheet as a person sees it."""

    is_hidden: bool = False
    is_filtered: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merges: list[Area] = field(default_factory=list)
    formats: dict[At, str] = field(default_factory=dict)
    """Number formats of cells with numbers, where they are not General."""
    struck: set[At] = field(default_factory=set)
    kept: dict[At, str] = field(default_factory=dict)
    """Texts of which a part is struck out, without that part."""
    broken: dict[At, str] = field(default_factory=dict)
    notes: dict[At, str] = field(default_factory=dict)
    formulas: set[At] = field(default_factory=set)

    def hides_column(self, column: int) -> bool:
        return any(first <= column <= last for first, last in self.hidden_columns)


@dataclass(frozen=True)
class _Shared:
    styles: tuple[Style, ...]
    struck_strings: dict[int, str]


def look_at(source: bytes) -> dict[str, Looks] | None:
    """The looks of every sheet by its name; None for what is no Excel file of today (.xlsx)."""
    try:
        with ZipFile(BytesIO(source)) as book:
            shared = _Shared(
                read_styles(_part(book, "xl/styles.xml")),
                read_struck_strings(_part(book, "xl/sharedStrings.xml")),
            )
            return {
                name: _look(book, part, is_hidden, shared)
                for name, part, is_hidden in _sheet_parts(book)
            }
    except _NOT_READ:
        return None


def place_of(address: str) -> At | None:
    """
    >>> place_of("B3"), place_of("AA10"), place_of("?")
    ((2, 1), (9, 26), None)
    """
    match = _CELL.fullmatch(address)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _part(book: ZipFile, name: str) -> bytes:
    return book.read(name) if name in book.namelist() else b"<none/>"


def _targets(book: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Relations of a part: id → (last word of its type, name of the other part)."""
    folder, name = posixpath.split(part)
    relations = _part(book, f"{folder}/_rels/{name}.rels")
    return {
        one.get("Id") or "": (
            (one.get("Type") or "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target") or "")).lstrip("/"),
        )
        for one in parse(relations)
    }


def _sheet_parts(book: ZipFile) -> Iterator[tuple[str, str, bool]]:
    """(name of the sheet, its part in the zip, whether it is hidden)."""
    targets = _targets(book, _WORKBOOK)
    for sheet in parse(book.read(_WORKBOOK)).iterfind("{*}sheets/{*}sheet"):
        given = sheet.get(f"{{{_RELATION}}}id") or sheet.get(f"{{{_STRICT_RELATION}}}id") or ""
        kind, part = targets.get(given, ("", ""))
        if kind == "worksheet":
            yield sheet.get("name") or "", part, sheet.get("state", "visible") != "visible"


def _look(book: ZipFile, part: str, is_hidden: bool, shared: _Shared) -> Looks:
    looks = Looks(is_hidden=is_hidden)
    row = column = -1
    with book.open(part) as stream:
        for event, node in etree.iterparse(
            stream,
            events=("start", "end"),
            tag=("{*}row", "{*}c", "{*}col", "{*}mergeCell", "{*}autoFilter"),
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
        ):
            kind = _local(node)
            if event == "start":
                if kind == "row":
                    row = int(node.get("r") or row + 2) - 1
                    column = -1
                    _look_at_row(node, row, looks)
                continue
            if kind == "c":
                at = place_of(node.get("r") or "") or (row, column + 1)
                column = at[1]
                _look_at_cell(node, at, looks, shared)
            elif kind != "row":
                _look_at_rest(kind, node, looks)
            if kind in ("row", "c"):
                node.clear()
    for kind, target in _targets(book, part).values():
        if kind == "comments":
            looks.notes.update(_notes(_part(book, target)))
    return looks


def _local(node: Node) -> str:
    """The name of an element without its namespace; a comment has none."""
    return str(node.tag).rpartition("}")[2]


def _look_at_row(node: Node, row: int, looks: Looks) -> None:
    if node.get("hidden") in _TRUE or _is_nothing(node.get("ht")):
        looks.hidden_rows.add(row)


def _look_at_cell(node: Node, at: At, looks: Looks, shared: _Shared) -> None:
    parts = {_local(part): part for part in node}
    value = (parts["v"].text or "") if "v" in parts else None
    kind, number = node.get("t") or "n", int(node.get("s") or 0)
    is_formula = "f" in parts
    if is_formula:
        looks.formulas.add(at)
    style = shared.styles[number] if number < len(shared.styles) else Style()
    if kind == "e":
        looks.broken[at] = f"rumusnya menghasilkan galat {value or ''}".strip()
    elif is_formula and not value:
        looks.broken[at] = "rumusnya belum dihitung"
    if style.is_struck:
        looks.struck.add(at)
    elif kind == "s" and value and int(value) in shared.struck_strings:
        looks.kept[at] = shared.struck_strings[int(value)]
    elif kind == "inlineStr" and "is" in parts:
        kept = without_struck(parts["is"])
        if kept is not None:
            looks.kept[at] = kept
    if kind == "n" and value and style.format:
        looks.formats[at] = style.format


def _look_at_rest(kind: str, node: Node, looks: Looks) -> None:
    if kind == "mergeCell":
        first, _, last = (node.get("ref") or "").partition(":")
        start, end = place_of(first), place_of(last)
        if start is not None and end is not None:
            looks.merges.append((*start, *end))
    elif kind == "autoFilter":
        looks.is_filtered = True
    elif kind == "col" and (node.get("hidden") in _TRUE or _is_nothing(node.get("width"))):
        looks.hidden_columns.append((int(node.get("min") or 1) - 1, int(node.get("max") or 1) - 1))


def _is_nothing(size: str | None) -> bool:
    return size is not None and float(size) == 0


def _notes(part: bytes) -> Iterator[tuple[At, str]]:
    for note in parse(part).iterfind("{*}commentList/{*}comment"):
        at = place_of(note.get("ref") or "")
        text = "".join(t.text or "" for t in note.iterfind(".//{*}t")).strip()
        if at is not None and text:
            yield at, text
