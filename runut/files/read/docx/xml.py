"""The parts of a Word file as trees, and the way through them that a reader on screen takes.

Deleted words, the second copy of a drawing and wrappers without meaning never reach a caller.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix every Word file uses
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

TWIPS = 20.0
"""In one point."""

Element = etree._Element

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP,
    b"http://purl.oclc.org/ooxml/drawingml/main": A,
    b"http://purl.oclc.org/ooxml/drawingml/picture": PIC,
    b"http://purl.oclc.org/ooxml/officeDocument/math": M,
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R,
}
_DROPPED = {W + name for name in ("del", "moveFrom", "rt", "sdtPr", "sdtEndPr", "smartTagPr")}
_TRANSPARENT = {
    W + name
    for name in (
        *("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "hyperlink"),
        *("fldSimple", "dir", "bdo", "ruby", "rubyBase"),
    )
}
_UNDERSTOOD = {"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "a14", "wp", "pic", "wp15"}


@dataclass(frozen=True)
class Parts:
    """The trees that matter; a part that the file lacks is None. ``headers`` by relation."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    settings: Element | None = None
    headers: Mapping[str, Element] = field(default_factory=dict)


def open_parts(data: bytes) -> Parts:
    """The parts of a Word file. Raises KeyError, ValueError or BadZipFile for anything else."""
    with ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())

        def tree(name: str) -> Element | None:
            return parse(archive.read(name)) if name in names else None

        return Parts(
            parse(archive.read("word/document.xml")),
            tree("word/styles.xml"),
            tree("word/numbering.xml"),
            tree("word/settings.xml"),
            _headers(tree),
        )


def _headers(tree: Callable[[str], Element | None]) -> dict[str, Element]:
    """The page headers, by the name of the relation that the document calls them by."""
    relations = tree("word/_rels/document.xml.rels")
    found = {}
    for relation in relations if relations is not None else ():
        target = relation.get("Target") or ""
        if (relation.get("Type") or "").endswith("/header"):
            header = tree(f"word/{target}")
            if header is not None:
                found[relation.get("Id") or ""] = header
    return found


def parse(data: bytes) -> Element:
    """A part as a tree. Raises ValueError for what is no XML."""
    for strict, usual in _STRICT.items():
        data = data.replace(b'"' + strict + b'"', b'"' + usual.strip("{}").encode() + b'"')
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError from error


def content(element: Element) -> Iterator[Element]:
    """The children that show: wrappers opened, deletions left out, one copy of a drawing."""
    for child in element:
        if child.tag in _DROPPED:
            continue
        if child.tag in _TRANSPARENT:
            yield from content(child)
        elif child.tag == MC + "AlternateContent":
            chosen = _chosen(child)
            if chosen is not None:
                yield from content(chosen)
        else:
            yield child


def _chosen(alternatives: Element) -> Element | None:
    for choice in alternatives.iterfind(MC + "Choice"):
        if set((choice.get("Requires") or "").split()) <= _UNDERSTOOD:
            return choice
    return alternatives.find(MC + "Fallback")


def descendants(element: Element, *tags: str) -> Iterator[Element]:
    """All elements of these names below, in order, on the way that ``content`` takes."""
    for child in content(element):
        if child.tag in tags:
            yield child
        else:
            yield from descendants(child, *tags)


def value(element: Element | None, path: str = "", name: str = W + "val") -> str | None:
    """An attribute of the element, or of the one at ``path`` below it."""
    found = element.find(path) if element is not None and path else element
    return None if found is None else found.get(name)


def is_on(element: Element | None, path: str) -> bool | None:
    """A switch of Word: present means on, unless it says otherwise; None when absent."""
    found = element.find(path) if element is not None else None
    if found is None:
        return None
    return found.get(W + "val", "true") not in ("0", "false", "off", "none")


def number(text: str | None, unit: float = 1.0) -> float | None:
    """A length in points; None when there is none, or it is nonsense."""
    try:
        found = float(text) / unit if text is not None else None
    except ValueError:
        return None
    return found if found is not None and abs(found) < _FARTHEST else None


_FARTHEST = 100_000.0
