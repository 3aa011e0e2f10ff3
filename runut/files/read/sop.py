"""A file of any kind as an SOP: what it is shows in its bytes, whatever its name ends in.

Everything but plain text is read in the guarded process, where a file can do no harm.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from runut.core.findings import Finding, Level
from runut.core.sop.reading.asal import Reading
from runut.core.sop.reading.canvas import Canvas
from runut.core.sop.reading.sop import assemble
from runut.core.sop.text.as_canvas import canvas_of_text
from runut.core.sop.text.decode import decode_text
from runut.core.sop.text.parse import MAX_BYTES, read_sop
from runut.files.guard.parent import Read, read_guarded
from runut.files.read.bpmn.sop import is_bpmn, sop_of_bpmn
from runut.files.read.docx.sop import canvas_of_docx, refuse_word
from runut.files.read.html import canvas_of_html
from runut.files.read.pdf.sop import canvas_of_pdf
from runut.files.read.xlsx.refuse import refuse_csv, refuse_excel
from runut.files.read.xlsx.sop import canvas_of_xlsx

Found = tuple[Canvas | None, tuple[Finding, ...]]

_WORD_PART: Final = b"word/document.xml"
_READ_HERE: Final = "runut.files.read.sop:read_here"
_HEAD: Final = 4_096
_HTML: Final = re.compile(
    rb"<!doctype html|<(?:html|head|body|table|meta|div|p|span)[\s>]", re.IGNORECASE
)
_REFUSED: Final = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "bentuk Office lama", "office"),
    (b"\x89PNG", "gambar", "picture"),
    (b"\xff\xd8\xff", "gambar", "picture"),
    (b"GIF8", "gambar", "picture"),
    (b"II*\x00", "gambar", "picture"),
    (b"MM\x00*", "gambar", "picture"),
    (b"BM", "gambar", "picture"),
)
_OTHER_HEADS: Final = frozenset({"baca.bukan-tabel-sop", "baca.tanpa-langkah"})
"""Refusals of the tab reader after which the text is tried as a table of any form."""
_ADVICE: Final = {
    "office": "Buka di programnya, simpan sebagai .docx atau .xlsx, lalu coba lagi.",
    "picture": "Gunakan berkas Word, Excel, atau PDF aslinya, atau ketik ulang tabelnya.",
}
_OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument"


def read_sop_file(data: bytes, name: str) -> Reading:
    """The SOP in a file, what was odd, and where each field stood; else one reason why not.

    ``name`` is for the messages. Nothing is raised on account of a file.
    """
    if (at_once := read_at_once(data, name)) is not None:
        return at_once
    reading, problems = read_guarded(_READ_HERE, data, name)
    if not isinstance(reading, Reading):
        return Reading(None, tuple(problems))
    return replace(reading, findings=(*problems, *reading.findings))


def read_at_once(data: bytes, name: str) -> Reading | None:
    """What is answered without the guarded process: plain text, and kinds that are none of ours."""
    if refused := _refused(data, name):
        return Reading(None, (refused,))
    if reader_of(data) is None and not is_bpmn(data):
        return _read_text(data, name)
    return None


def read_here(data: bytes, name: str) -> Read:
    """(Reading, findings) of a file that is no plain text: for the guarded process alone."""
    reading, _, findings = read_with_canvas(data, name)
    return reading, findings


def read_with_canvas(data: bytes, name: str) -> tuple[Reading, Canvas | None, tuple[Finding, ...]]:
    """``read_here``, with the pages as they were found; a model and a text have none."""
    if is_bpmn(data):
        return Reading(*sop_of_bpmn(data)), None, ()
    reader = reader_of(data)
    if reader is None:
        return _read_text(data, name), None, ()
    canvas, findings = reader(data)
    if canvas is None:
        return Reading(None, findings), None, ()
    return assemble(canvas, name), canvas, findings


def reader_of(data: bytes) -> Callable[[bytes], Found] | None:
    """The reader of a canvas for the kind of these bytes; ``None`` for text and for models."""
    if data.startswith(b"PK"):
        return canvas_of_docx if is_word(data) else canvas_of_xlsx
    if is_pdf(data):
        return canvas_of_pdf
    return canvas_of_html if _is_html(data) else None


def is_word(data: bytes) -> bool:
    """Whether these bytes are a Word file."""
    return data.startswith(b"PK") and _WORD_PART in data


def is_pdf(data: bytes) -> bool:
    """Whether these bytes are a PDF; some servers put a few bytes before its first line."""
    return b"%PDF-" in data[:1_024]


def _is_html(data: bytes) -> bool:
    return bool(_HTML.search(data.replace(b"\0", b"")[:_HEAD]))


def _read_text(data: bytes, name: str) -> Reading:
    text, coded = decode_text(data[: MAX_BYTES + 1], name)
    if text is None:
        return Reading(None, coded)
    reading = read_sop(text, name)
    if reading.sop is None and reading.findings[0].kode in _OTHER_HEADS:
        other = assemble(canvas_of_text(text), name)
        reading = other if other.sop else reading
    if reading.sop is None and (table := refuse_csv(data)):
        return Reading(None, (table,))
    return replace(reading, findings=(*coded, *reading.findings))


def _other_office_file(data: bytes, name: str) -> Finding | None:
    """Old, open, locked or binary files of the two programs; which one is asked first matters
    where only the name tells them apart."""
    programs = (refuse_word, refuse_excel)
    for refuse in reversed(programs) if ".xls" in name.lower() else programs:
        if found := refuse(data):
            return found
    return None


def _refused(data: bytes, name: str) -> Finding | None:
    """Kinds of files that are none of ours, said by their name and not as garbled text."""
    if other := _other_office_file(data, name):
        return other
    kind = next(((what, why) for sign, what, why in _REFUSED if data.startswith(sign)), None)
    if kind is None and data.startswith(b"PK") and _OPEN_DOCUMENT in data[:200]:
        kind = ("bentuk OpenDocument", "office")
    if kind is None:
        return None
    what, why = kind
    return Finding(
        "baca.jenis-berkas",
        Level.BLOCKER,
        f"Berkas {name} berbentuk {what} dan tidak dapat dibaca."
        if why == "office"
        else f"Berkas {name} adalah {what}; tabel di dalam gambar tidak dapat dibaca.",
        _ADVICE[why],
    )
