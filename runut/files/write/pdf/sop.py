"""The official form of an SOP as PDF/A-2a and PDF/UA-1, drawn by typst: real table and words."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import typst

from runut.core.sop.drawing.sheet.form import describe_flow
from runut.core.sop.drawing.sheet.model import PAD, Cell, Form, FormPage, Notes, Paragraph
from runut.core.sop.model import SOP
from runut.core.sop.reading.canvas import Shape, ShapeKind
from runut.files.typeface import FAMILY, office_fonts
from runut.files.write.form.outline import arrowhead, corners, letter_place, shaft
from runut.files.write.form.sheet import PaperName, date_of, form_of

TEMPLATE = Path(__file__).parent / "sop.typ"

Data = dict[str, Any]


def pdf_of_sop(sop: SOP, paper: PaperName = "a4", *, created: datetime | None = None) -> bytes:
    """The form. ``created`` is written into the file; by default the date of the SOP itself.

    The file ends in a newline, so that a signature can be appended without breaking PDF/A.
    """
    moment = created or datetime.combine(date_of(sop), time(), UTC)
    data = _data(form_of(sop, paper), sop, moment)
    pdf = typst.compile(
        str(TEMPLATE),
        format="pdf",
        root=str(TEMPLATE.parent),
        font_paths=office_fonts(),
        sys_inputs={"form": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=int(moment.timestamp()),
    )
    return pdf if pdf.endswith(b"\n") else pdf + b"\n"


def _data(form: Form, sop: SOP, created: datetime) -> Data:
    moment = created.astimezone(UTC)
    words = describe_flow(sop)
    return {
        "title": f"SOP {form.title}",
        "created": [moment.year, moment.month, moment.day, moment.hour, moment.minute],
        "font": FAMILY,
        "pad": PAD,
        "width": form.paper.width,
        "height": form.paper.height,
        "left": form.paper.left,
        "top": form.paper.top,
        "pages": [_page(page, words) for page in form.pages],
    }


def _page(page: FormPage, words: dict[str, str]) -> Data:
    letters = [_letter(shape, page.label_size) for shape in page.shapes if shape.text]
    labels = [
        {"text": label.text, "at": label.box.centre, "size": page.label_size, "b": False}
        for label in page.labels
    ]
    return {
        "columns": page.columns,
        "rows": page.rows,
        "top": page.top,
        "heads": page.heads,
        "cells": [_cell(cell) for cell in page.cells],
        "notes": [_notes(notes) for notes in page.notes],
        "connectors": [
            {"line": shaft(one), "head": arrowhead(one) or ()} for one in page.connectors
        ],
        "shapes": [_shape(shape) for shape in page.shapes],
        "words": letters + labels,
        "alt": " ".join(words[no] for no in page.steps if words.get(no)) or "Alur langkah.",
    }


def _cell(cell: Cell) -> Data:
    return {
        "x": cell.column,
        "y": cell.row,
        "cs": cell.column_span,
        "rs": cell.row_span,
        "size": cell.size,
        "centred": cell.is_centred,
        "middle": cell.is_middle,
        "head": cell.is_head,
        "turned": cell.is_turned,
        "length": cell.box.bottom - cell.box.top - 2 * PAD,
        "ps": _paragraphs(cell.paragraphs),
    }


def _notes(notes: Notes) -> Data:
    return {
        "top": notes.box.top,
        "width": notes.box.right - notes.box.left,
        "size": notes.size,
        "centred": notes.is_centred,
        "ps": _paragraphs(notes.paragraphs),
    }


def _paragraphs(paragraphs: Sequence[Paragraph]) -> list[Data]:
    return [
        {
            "lines": one.lines,
            "mark": one.mark,
            "indent": one.indent,
            "b": one.is_bold,
            "gap": one.gap,
        }
        for one in paragraphs
    ]


def _shape(shape: Shape) -> Data:
    box = shape.box
    sides = (box.left, box.top, box.right, box.bottom)
    if shape.kind in (ShapeKind.PROCESS, ShapeKind.TERMINATOR):
        kind = "capsule" if shape.kind is ShapeKind.TERMINATOR else "box"
        return {"kind": kind, "box": sides}
    return {"kind": "polygon", "points": corners(shape)}


def _letter(shape: Shape, size: float) -> Data:
    return {"text": shape.text, "at": letter_place(shape.box), "size": size, "b": True}
