"""The parts of a Word file in which names may stand, and the file made whole again."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from runut.files.templates.names import Element
from runut.files.write.docx.package import R as RELATIONS
from runut.files.write.docx.package import zipped

MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KINDS = {
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
}
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


@dataclass
class Package:
    """A Word file taken apart. ``roots`` are the parts that are read and written as XML."""

    files: dict[str, bytes]
    roots: dict[str, Element]

    @property
    def body(self) -> Element:
        found = self.roots[MAIN].find("{*}body")
        assert found is not None  # noqa: S101 - ``unpack`` saw to it
        return found

    def bytes(self) -> bytes:
        """The file; the same parts give the same bytes."""
        written = {name: _text(root) for name, root in self.roots.items()}
        return zipped({**self.files, **written})


def unpack(data: bytes) -> Package:
    """The parts of a file. Raises ValueError, etree.XMLSyntaxError, zipfile.BadZipFile."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {one: archive.read(one) for one in archive.namelist() if not one.endswith("/")}
    roots = {name: read_xml(content) for name, content in files.items() if place_of(name)}
    if MAIN not in roots or roots[MAIN].find("{*}body") is None:
        raise ValueError("no body")
    return Package(files, roots)


def read_xml(content: bytes) -> Element:
    """A part as a tree, with nothing followed and nothing fetched."""
    return etree.fromstring(content, _PARSER)


def place_of(name: str) -> str:
    """What a reader calls a part whose text he sees; "" for all others."""
    if name == MAIN:
        return "isi naskah"
    folder, _, file = name.partition("/")
    stem = file.removesuffix(".xml").rstrip("0123456789")
    return _KINDS.get(stem, "") if folder == "word" and file.endswith(".xml") else ""


def relate(package: Package, part: str, kind: str, target: str, content: bytes) -> str:
    """Put a file beside a part and give the id by which the part names it."""
    folder, file = posixpath.split(part)
    name = f"{folder}/_rels/{file}.rels"
    empty = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()
    root = read_xml(package.files.get(name, empty))
    used = {one.get("Id") for one in root}
    relation = next(f"runut{n}" for n in range(1, len(used) + 2) if f"runut{n}" not in used)
    attributes = {"Id": relation, "Type": f"{RELATIONS}/{kind}", "Target": target}
    etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", attributes)
    package.files[name] = _text(root)
    package.files[f"{folder}/{target}"] = content
    _know(package, target.rpartition(".")[2], "image/png")
    return relation


def _know(package: Package, ending: str, content_type: str) -> None:
    root = read_xml(package.files[TYPES])
    if not any((one.get("Extension") or "").lower() == ending for one in root):
        attributes = {"Extension": ending, "ContentType": content_type}
        root.insert(0, etree.Element(f"{{{_TYPES}}}Default", attributes))
        package.files[TYPES] = _text(root)


def _text(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def relations_of(files: Mapping[str, bytes]) -> list[tuple[str, str, str]]:
    """Every relation to the outside: part, kind, target."""
    found = []
    for name, content in files.items():
        if name.endswith(".rels"):
            for one in read_xml(content):
                if one.get("TargetMode") == "External":
                    kind = (one.get("Type") or "").rpartition("/")[2]
                    found.append((name, kind, one.get("Target") or ""))
    return found
