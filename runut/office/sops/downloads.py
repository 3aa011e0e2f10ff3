"""An SOP as a file to take away: the official form drawn anew, or the file as it was handed in."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.conf import settings

from runut.core.sop.model import SOP
from runut.core.sop.text.print import print_sop_text
from runut.files.store import get
from runut.files.write.bpmn.sop import bpmn_of_sop
from runut.files.write.docx.sop import docx_of_sop
from runut.files.write.pdf.sop import pdf_of_sop
from runut.files.write.svg.sop import svg_of_sop
from runut.files.write.xlsx.sop import xlsx_of_sop
from runut.office.sops.draft import sop_of
from runut.office.sops.models import SopVersion

ORIGINAL: Final = "asli"
_LONGEST_NAME = 60
_OTHER_ENDINGS: Final = frozenset({"odt", "ods", "rtf"})
"""Kept under the kind of file as which they were read."""
_OOXML = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True)
class Format:
    """One way to take an SOP away: its name on the page, its type, and who draws it."""

    label: str
    content_type: str
    draw: Callable[[SOP], bytes]


def _svg(sop: SOP) -> bytes:
    return svg_of_sop(sop).encode()


def _text(sop: SOP) -> bytes:
    return print_sop_text(sop).encode()


FORMATS: Final = {
    "pdf": Format("PDF", "application/pdf", pdf_of_sop),
    "docx": Format("Word", f"{_OOXML}.wordprocessingml.document", docx_of_sop),
    "xlsx": Format("Excel", f"{_OOXML}.spreadsheetml.sheet", xlsx_of_sop),
    "bpmn": Format("BPMN", "application/xml", bpmn_of_sop),
    "svg": Format("Gambar (SVG)", "image/svg+xml", _svg),
    "txt": Format("Teks", "text/plain; charset=utf-8", _text),
}


@dataclass(frozen=True)
class Download:
    data: bytes
    content_type: str
    filename: str


def download_of(version: SopVersion, name: str) -> Download | None:
    """The file of that name, or None where there is no such format."""
    base = _plain(version.sop.judul)
    if name == ORIGINAL:
        data = get(settings.FILES_DIR, version.sumber_sha256)
        ending = version.sumber_nama.rpartition(".")[2].lower()
        known = ending if ending in _OTHER_ENDINGS else version.sumber_jenis
        filename = f"{base}-asli.{known}"
        return Download(data, "application/octet-stream", filename)
    if name not in FORMATS:
        return None
    found = FORMATS[name]
    filename = f"{base}-revisi-{version.revisi}.{name}"
    return Download(found.draw(sop_of(version)), found.content_type, filename)


def _plain(title: str) -> str:
    """A title as the name of a file: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:_LONGEST_NAME] or "sop"
