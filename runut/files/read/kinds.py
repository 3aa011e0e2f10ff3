"""Which kind of file some bytes are: it shows in them, whatever the name ends in.

Without the readers: who hands a file to the guarded process needs its kind, not the libraries
that read it.
"""

import re
from typing import Final, Literal

from runut.files.bpmn_names import BPMN
from runut.files.guard.zip_check import is_open_sheet

Kind = Literal["bpmn", "docx", "xlsx", "ods", "pdf", "html"]

_WORD_PART: Final = b"word/document.xml"
_HEAD: Final = 4_096
_BPMN: Final = BPMN.encode()
_HTML: Final = re.compile(
    rb"<!doctype html|<(?:html|head|body|table|meta|div|p|span)[\s>]", re.IGNORECASE
)


def kind_of(data: bytes) -> Kind | None:
    """The kind, as its reader is called; ``None`` for plain text. Any other package is a workbook
    until its reader says what is wrong with it."""
    if is_bpmn(data):
        return "bpmn"
    if data.startswith(b"PK"):
        if is_word(data):
            return "docx"
        return "ods" if is_open_sheet(data) else "xlsx"
    if is_pdf(data):
        return "pdf"
    return "html" if _is_html(data) else None


def is_bpmn(data: bytes) -> bool:
    """Whether these bytes are a BPMN 2.0 model."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and _BPMN in data[:_HEAD]


def is_word(data: bytes) -> bool:
    """Whether these bytes are a Word file."""
    return data.startswith(b"PK") and _WORD_PART in data


def is_pdf(data: bytes) -> bool:
    """Whether these bytes are a PDF; some servers put a few bytes before its first line."""
    return b"%PDF-" in data[:1_024]


def _is_html(data: bytes) -> bool:
    return bool(_HTML.search(data.replace(b"\0", b"")[:_HEAD]))
