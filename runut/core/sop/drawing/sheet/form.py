"""The official form of an SOP on paper (PermenPANRB 35/2012), drawn, and its flow in words."""

from typing import Final

from runut.core.sop.drawing.sheet.identity import identity_pages
from runut.core.sop.drawing.sheet.model import Face, Form, Paper
from runut.core.sop.drawing.sheet.steps import procedure_pages
from runut.core.sop.model import SOP, Bentuk, Langkah
from runut.core.words.items import normal

PAPERS: Final = {"a4": Paper(841.89, 595.28), "f4": Paper(935.43, 609.45)}
"""A4 (210×297 mm) and F4 (215×330 mm), lying on their side."""


def lay_out_form(sop: SOP, paper: Paper, face: Face) -> Form:
    """The form of this SOP, page by page. Same SOP, same paper, same type: same form."""
    return Form(
        normal(sop.judul) or "SOP",
        paper,
        identity_pages(sop, paper, face),
        procedure_pages(sop, paper, face),
    )


_NAMES: Final = {
    Bentuk.MULAI: "mulai",
    Bentuk.PROSES: "pelaksanaan",
    Bentuk.KEPUTUSAN: "keputusan",
    Bentuk.SELESAI: "selesai",
}


def describe_flow(sop: SOP) -> dict[str, str]:
    """For every step with an actor: who does it, its symbol, and where it leads.

    "Langkah 7, Verifikator: keputusan; Ya ke langkah 8; Tidak ke langkah 6."
    """
    return {step.no: _describe(step) for step in sop.langkah if step.pelaksana}


def _describe(step: Langkah) -> str:
    actors = " dan ".join(pelaksana.nama for pelaksana in step.pelaksana)
    ways = [f"{way.jika or 'lanjut'} ke langkah {way.ke}" for way in step.lanjut]
    ways += [f"{one.jika or 'lanjut'} dari {one.dari} ke {one.ke}" for one in step.dalam]
    return f"Langkah {step.no}, {actors}: {'; '.join([_NAMES[step.bentuk], *ways])}."
