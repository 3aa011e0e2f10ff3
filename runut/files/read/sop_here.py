"""The readers of SOPs themselves: for the guarded process, where a file can do no harm."""

from collections.abc import Callable
from typing import Final

from runut.core.findings import Finding
from runut.core.sop.reading.asal import Reading
from runut.core.sop.reading.canvas import Canvas
from runut.core.sop.reading.sop import assemble
from runut.files.guard.parent import Read
from runut.files.read.bpmn.sop import sop_of_bpmn
from runut.files.read.docx.sop import canvas_of_docx
from runut.files.read.html import canvas_of_html
from runut.files.read.kinds import Kind, kind_of
from runut.files.read.ods import canvas_of_ods
from runut.files.read.pdf.sop import canvas_of_pdf
from runut.files.read.sop import read_text
from runut.files.read.xlsx.sop import canvas_of_xlsx

Found = tuple[Canvas | None, tuple[Finding, ...]]

_READERS: Final[dict[Kind, Callable[[bytes], Found]]] = {
    "docx": canvas_of_docx,
    "xlsx": canvas_of_xlsx,
    "ods": canvas_of_ods,
    "pdf": canvas_of_pdf,
    "html": canvas_of_html,
}


def read_here(data: bytes, name: str, pilih: int | None = None) -> Read:
    """(Reading, findings) of a file of any kind."""
    reading, _, findings = read_with_canvas(data, name, pilih)
    return reading, findings


def read_with_canvas(
    data: bytes, name: str, pilih: int | None = None
) -> tuple[Reading, Canvas | None, tuple[Finding, ...]]:
    """``read_here``, with the pages as they were found; a model and a text have none."""
    kind = kind_of(data)
    if kind is None:
        return read_text(data, name, pilih), None, ()
    if kind == "bpmn":
        return Reading(*sop_of_bpmn(data)), None, ()
    canvas, findings = _READERS[kind](data)
    if canvas is None:
        return Reading(None, findings), None, ()
    return assemble(canvas, name, pilih), canvas, findings
