"""The zip that a DOCX is: parts in a fixed order, at a fixed time, so that bytes stay the same."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass
class Parts:
    """The parts of one document under work: pictures, headers and footers get their names here."""

    files: dict[str, bytes] = field(default_factory=dict)
    relations: list[tuple[str, str]] = field(default_factory=list)
    drawings: int = 0

    def relate(self, kind: str, name: str, content: bytes) -> str:
        """Add a part beside the document and return the id by which the document names it."""
        if (kind, name) not in self.relations:
            self.relations.append((kind, name))
            self.files[f"word/{name}"] = content
        return f"rId{self.relations.index((kind, name)) + 1}"

    def picture(self, png: bytes) -> str:
        return self._image(png, "png")

    def jpeg(self, data: bytes) -> str:
        return self._image(data, "jpeg")

    def _image(self, data: bytes, ending: str) -> str:
        known = [name for name, content in self.files.items() if content == data]
        fresh = f"media/gambar{self._pictures() + 1}.{ending}"
        return self.relate("image", known[0].removeprefix("word/") if known else fresh, data)

    def _pictures(self) -> int:
        return sum(kind == "image" for kind, _ in self.relations)

    def next_drawing(self) -> int:
        """A number for a drawing, unlike that of any other in the document."""
        self.drawings += 1
        return self.drawings


def xml_part(root: str, content: str) -> bytes:
    """A part with the given root element, such as ``w:hdr``."""
    return f"{_DECLARATION}<{root} {NAMESPACES}>{content}</{root}>".encode()


@dataclass(frozen=True)
class Properties:
    title: str
    subject: str
    author: str
    keywords: str
    created: datetime


def package(parts: Parts, document: bytes, properties: Properties) -> bytes:
    """All parts as one file."""
    files = {
        "[Content_Types].xml": _content_types(parts.files),
        "_rels/.rels": _relationships(
            [
                (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "docProps/core.xml": core_part(properties),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships(
            [(f"{_OFFICE}/relationships/{kind}", name) for kind, name in parts.relations]
        ),
        **parts.files,
    }
    return zipped(files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files in the order given, at a fixed time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(_entry(name), content)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.compress_type = (
        zipfile.ZIP_STORED if name.endswith((".png", ".jpeg")) else zipfile.ZIP_DEFLATED
    )
    entry.create_system = 0  # the same on every machine
    return entry


def _content_types(files: Mapping[str, bytes]) -> bytes:
    kinds = [("word/document.xml", "document.main")]
    kinds += [
        (name, name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789"))
        for name in files
        if name.endswith(".xml")
    ]
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for name, kind in kinds
    )
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="jpeg" ContentType="image/jpeg"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}'
        f'<Override PartName="/docProps/core.xml" ContentType="application/vnd.'
        f'openxmlformats-package.core-properties+xml"/></Types>'
    ).encode()


def _relationships(relations: list[tuple[str, str]]) -> bytes:
    lines = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(relations, 1)
    )
    name = f'Relationships xmlns="{_PACKAGE}/relationships"'
    return f"{_DECLARATION}<{name}>{lines}</Relationships>".encode()


def core_part(properties: Properties) -> bytes:
    """What a file says of itself: title, author, when it was made."""
    moment = properties.created.strftime("%Y-%m-%dT%H:%M:%SZ")
    date = 'xsi:type="dcterms:W3CDTF"'
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title>"
        f"<dc:subject>{escape(properties.subject)}</dc:subject>"
        f"<dc:creator>{escape(properties.author)}</dc:creator>"
        f"<cp:keywords>{escape(properties.keywords)}</cp:keywords>"
        f"<cp:lastModifiedBy>{escape(properties.author)}</cp:lastModifiedBy>"
        f"<dcterms:created {date}>{moment}</dcterms:created>"
        f"<dcterms:modified {date}>{moment}</dcterms:modified>"
        "<dc:language>id-ID</dc:language></cp:coreProperties>"
    ).encode()
