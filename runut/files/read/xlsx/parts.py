"""The parts of a workbook file: its visible sheets, and what each part points to.

Files in the strict dialect of the standard are read like all others: names count, not dialects.
"""

import posixpath
from dataclasses import dataclass
from io import BytesIO
from types import TracebackType
from zipfile import ZipFile

from lxml import etree

Node = etree._Element

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = ((b"http://purl.oclc.org/ooxml/officeDocument/relationships", _RELATIONS.encode()),)
_SHOWN = ("", "visible")


@dataclass(frozen=True)
class Sheet:
    """A visible sheet: its name and its part."""

    name: str
    part: str


class Parts:
    """An opened workbook file. Use it in a ``with``; missing parts are None, never an error."""

    def __init__(self, data: bytes) -> None:
        self._zip = ZipFile(BytesIO(data))
        self._by_lower = {name.lower(): name for name in self._zip.namelist()}

    def __enter__(self) -> "Parts":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._zip.close()

    def read(self, part: str) -> Node | None:
        """The root of an XML part."""
        name = self._by_lower.get(part.lower())
        if name is None:
            return None
        content = self._zip.read(name)
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        # huge_tree: a cell may hold a long text; sizes were limited before (zip_check).
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        return etree.fromstring(content, parser)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What ``part`` points to: relation id -> (last word of the relation's type, part)."""
        folder, name = posixpath.split(part)
        root = self.read(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        return {
            link.get("Id", ""): (
                link.get("Type", "").rpartition("/")[2],
                _target(folder, link.get("Target", "")),
            )
            for link in root.iterfind("{*}Relationship")
            if link.get("TargetMode") != "External"
        }

    def related_of(self, part: str, kind: str) -> list[str]:
        """The parts of one kind (``drawing``, ``styles`` …) that ``part`` points to."""
        return [target for found, target in self.related(part).values() if found == kind]


def workbook_part(parts: Parts) -> str:
    """The part that lists the sheets."""
    found = parts.related_of("", "officeDocument")
    return found[0] if found else "xl/workbook.xml"


def visible_sheets(parts: Parts, workbook: str) -> list[Sheet]:
    """The sheets a reader of the file sees, in the order of their tabs; charts are no sheets."""
    root = parts.read(workbook)
    if root is None:
        return []
    related = parts.related(workbook)
    sheets = []
    for node in root.iterfind("{*}sheets/{*}sheet"):
        kind, target = related.get(relation_id(node), ("", ""))
        if node.get("state", "") in _SHOWN and kind == "worksheet":
            sheets.append(Sheet(node.get("name", ""), target))
    return sheets


def relation_id(node: Node, name: str = "id") -> str:
    """The relation that an element names (``r:id``)."""
    return node.get(f"{{{_RELATIONS}}}{name}", "")


def tag_of(node: Node) -> str:
    """The name of an element without its namespace; comments have none."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _target(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))
