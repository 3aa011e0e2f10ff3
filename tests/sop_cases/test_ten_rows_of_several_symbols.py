"""Drawn, read again and run to the end: rows of several symbols, inner arrows, loops."""

import pytest

from runut.core.case.definition import Adoption, definition_of
from runut.core.case.inner import to_confirm
from runut.core.case.model import CaseStatus
from runut.core.findings import Refused
from runut.core.sop.model import SOP
from runut.core.sop.reading.sop import assemble
from runut.files.read.sop_here import read_here
from runut.files.write.bpmn.sop import bpmn_of_sop
from runut.files.write.docx.sop import docx_of_sop
from runut.files.write.pdf.sop import pdf_of_sop
from runut.files.write.svg.sop import svg_of_sop
from runut.files.write.xlsx.sop import xlsx_of_sop
from tests.case.driving import Driven
from tests.sop_cases.drawn_svg import canvas_of_svg
from tests.sop_cases.ten_rows import PEOPLE, TEN

DRAWN = {"pdf": pdf_of_sop, "docx": docx_of_sop, "xlsx": xlsx_of_sop, "bpmn": bpmn_of_sop}


def shape(sop: SOP) -> list[object]:
    """Who does what with which symbol, and every arrow; arrows have no order."""
    return [
        (
            step.no,
            step.kegiatan,
            step.bentuk,
            step.pelaksana[0].nama,
            {one.nama: step.symbol_of(one) for one in step.pelaksana},
            frozenset(step.dalam),
            frozenset(step.lanjut),
        )
        for step in sop.langkah
    ]


@pytest.mark.parametrize("kind", DRAWN)
@pytest.mark.parametrize("name", TEN)
def test_drawn_and_read_again_it_is_the_same(name: str, kind: str) -> None:
    sop = TEN[name]
    reading, findings = read_here(DRAWN[kind](sop), f"sop.{kind}")
    assert reading.sop is not None, findings
    assert shape(reading.sop) == shape(sop)


@pytest.mark.parametrize("name", TEN)
def test_it_runs_to_the_end_with_one_no_in_every_decision(name: str) -> None:
    case = Driven(definition_of(TEN[name], "s", Adoption()), roles=PEOPLE)
    said_no: set[str] = set()
    for _ in range(20):
        if case.state.status is CaseStatus.SELESAI:
            break
        (no,) = case.open
        step = case.step(no)
        while waiting := [
            a for a in to_confirm(step, case.state) if a not in case.state.step(no).confirmed
        ]:
            said = [case.complete(no, PEOPLE[actor][0]) for actor in waiting]
            assert not all(isinstance(one, Refused) for one in said), waiting
        labels = [way.jika for way in step.exits if way.jika]
        exit_ = "Tidak" if "Tidak" in labels and no not in said_no else next(iter(labels), "")
        said_no.add(no)
        answer = case.complete(no, PEOPLE[step.actors[0]][0], exit_=exit_)
        assert not isinstance(answer, Refused), answer
    assert case.state.status is CaseStatus.SELESAI


@pytest.mark.parametrize("name", TEN)
def test_the_picture_shows_the_same_symbols_and_arrows(name: str) -> None:
    canvas = canvas_of_svg(svg_of_sop(TEN[name]))
    reading = assemble(canvas, "sop.svg")
    assert reading.sop is not None, reading.findings
    assert shape(reading.sop) == shape(TEN[name])
    # a missing arrow to the next step would be supplied by the reading: so they are counted
    arrows = sum(len(step.lanjut) + len(step.dalam) for step in TEN[name].langkah)
    assert sum(len(page.connectors) for page in canvas.pages) == arrows


@pytest.mark.parametrize("name", TEN)
def test_a_loop_is_in_the_model(name: str) -> None:
    sop = TEN[name]
    (row,) = (step for step in sop.langkah if step.dalam)
    model = bpmn_of_sop(sop).decode()
    loops = any(way.ke == "2" for way in definition_of(sop, "s", Adoption()).steps[1].exits)
    assert ('sourceRef="Pilih_2" targetRef="Gabung_2"' in model) == loops
    assert len(row.pelaksana) > 1
