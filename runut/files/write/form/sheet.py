"""The official form laid out with the type that this product carries, for all its writers."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from runut.core.sop.drawing.sheet.form import PAPERS, lay_out_form
from runut.core.sop.drawing.sheet.model import LINE_HEIGHT, Face, Form
from runut.core.sop.model import SOP
from runut.files.typeface import width_of
from runut.files.write.layout.letters import drawable

PaperName = Literal["a4", "f4"]
_UNDATED = date(2012, 7, 16)
"""For a form without any date: the day PermenPANRB 35/2012 was published; bytes stay the same."""


def form_of(
    sop: SOP,
    paper: PaperName = "a4",
    *,
    clean: Callable[[str], str] = drawable,
    wider: float = 1.0,
    leading: float = LINE_HEIGHT,
    **paper_changes: float,
) -> Form:
    """The form of this SOP on this paper.

    ``clean`` makes every text fit for the file; ``wider`` is how much wider than the type really
    runs the reading program may set it, ``leading`` from line to line in shares of the size;
    ``paper_changes`` go to the ``Paper``.
    """
    cleaned: SOP = _cleaned(sop, clean)
    sheet = replace(PAPERS[paper], **paper_changes)
    face = Face(lambda text, size, bold: wider * size * _width(text, bold), leading)
    return lay_out_form(cleaned, sheet, face)


def date_of(sop: SOP) -> date:
    """The latest date the form itself bears."""
    days = (sop.tanggal_pembuatan, sop.tanggal_revisi, sop.tanggal_efektif)
    return max((day for day in days if day), default=_UNDATED)


@lru_cache(maxsize=4096)
def _width(text: str, bold: bool) -> float:
    """How wide a text runs in type of one point: every size is tried with the same words."""
    return width_of(text, 1, bold)


def _cleaned(value: Any, clean: Callable[[str], str]) -> Any:
    """The same facts with every text cleaned."""
    if type(value) is str:
        return clean(value)
    if isinstance(value, tuple):
        return tuple(_cleaned(one, clean) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {one.name: _cleaned(getattr(value, one.name), clean) for one in fields(value)}
        return replace(value, **changed)
    return value
