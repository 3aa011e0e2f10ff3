"""Heights of rows that grow with their text, as LibreOffice lays them out.

``heights.json`` keeps what was measured, so that the files can be made without LibreOffice.
"""

import io
import json
from dataclasses import replace
from pathlib import Path

import pdfplumber

from tests.corpus.definitions import Definition
from tests.corpus.make.geometry import RowBox
from tests.corpus.make.page_plan import Form
from tests.corpus.make.variant import Variant

STORE = Path(__file__).with_name("heights.json")


def rows_in(pdf: bytes, heads: int, count: int) -> list[tuple[int, float, float]]:
    """Page, top and bottom of every step row: the last ``count`` rows under the table's head."""
    found: list[tuple[int, float, float]] = []
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            tables = page.find_tables()
            if not tables:
                continue
            edges = sorted({round(cell[1], 1) for cell in tables[-1].cells if cell})
            bottom = max(cell[3] for cell in tables[-1].cells if cell)
            tops = distinct(edges)[heads:]
            ends = [*tops[1:], bottom]
            found += [(page.page_number, a, b) for a, b in zip(tops, ends, strict=True)]
    return found[-count:]


def distinct(edges: list[float]) -> list[float]:
    kept: list[float] = []
    for edge in edges:
        if not kept or edge - kept[-1] > 2:
            kept.append(edge)
    return kept


def remember(variant: Variant, rows: list[tuple[int, float, float]]) -> None:
    known = json.loads(STORE.read_text()) if STORE.exists() else {}
    first = rows[0][0]
    known[variant.nama] = [[page - first, round(a, 1), round(b, 1)] for page, a, b in rows]
    STORE.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")


def with_measured(form: Form, sop: Definition, variant: Variant) -> Form:
    """The form with its step rows where they were measured."""
    known = json.loads(STORE.read_text()) if STORE.exists() else {}
    if variant.nama not in known:
        return form
    rows = {
        step.no: RowBox(step.no, page, top, bottom)
        for step, (page, top, bottom) in zip(sop.langkah, known[variant.nama], strict=True)
    }
    return replace(form, rows=rows)
