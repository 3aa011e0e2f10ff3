"""Whatever a reader of files finds, the assembler answers; it never makes up a word."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from runut.core.sop.model import SOP
from runut.core.sop.reading.canvas import (
    Box,
    Canvas,
    Cell,
    Connector,
    Page,
    Shape,
    ShapeKind,
    Table,
    Words,
)
from runut.core.sop.reading.sop import assemble

TEXTS = (
    "No|1|2.|3|(1)|2a|Kegiatan|Uraian|Pelaksana|Mutu Baku|Kelengkapan|Waktu (menit)|Output|Ket.|"
    "Staf|Camat|√|v|Ya|Tidak|-|Menyusun\ndraft|mencatat|10 menit|Surat; Agenda|1. A\n2. B|"
    "Nomor SOP|Nama SOP : Cuti|Dasar Hukum|Tanggal Revisi|3 Januari 2022|Disahkan oleh|NIP. 1|"
    "Jumlah|Mulai|Selesai|A. Tahap| |\n|:|[ ]|<Ya→2; Tidak→1>|(mulai)|→|\uf0fc|SOP Arsip"
)
texts = st.sampled_from(TEXTS.split("|"))
places = st.floats(-50, 700, allow_nan=False)
boxes = st.builds(Box, places, places, places, places)
cells = st.builds(
    Cell,
    st.integers(0, 7),
    st.integers(0, 8),
    texts,
    st.integers(1, 3),
    st.integers(1, 3),
    st.none() | boxes,
)
HEAD = ("No", "Kegiatan", "Staf", "Camat", "Kelengkapan", "Waktu", "Output", "Ket")
head = tuple(
    Cell(0, column, text, box=Box(80 * column, 0, 80 * column + 80, 30))
    for column, text in enumerate(HEAD)
)
tables = st.builds(
    lambda with_head, more, box: Table((*(head if with_head else ()), *more), box),
    st.booleans(),
    st.lists(cells, max_size=25),
    st.none() | boxes,
)
shapes = st.builds(
    Shape,
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(list(ShapeKind)),
    boxes,
    texts,
    st.floats(0, 1),
    st.none() | st.tuples(st.integers(-1, 9), st.integers(-1, 9)),
)
points = st.lists(st.tuples(places, places), max_size=4).map(tuple)
keys = st.none() | st.sampled_from(["a", "b", "z"])
connectors = st.builds(Connector, points, keys, keys, st.booleans(), st.booleans(), texts)
pages = st.builds(
    Page,
    st.integers(1, 3),
    st.just(800.0),
    st.just(600.0),
    st.lists(tables, max_size=3).map(tuple),
    st.lists(shapes, max_size=8).map(tuple),
    st.lists(connectors, max_size=8).map(tuple),
    st.lists(st.builds(Words, texts, st.none() | boxes), max_size=5).map(tuple),
    st.sampled_from(["", "Lembar1", "Lembar2"]),
    st.booleans(),
)
canvases = st.builds(Canvas, st.lists(pages, max_size=3).map(tuple))


@settings(max_examples=40, deadline=None, phases=[Phase.generate])
@given(canvas=canvases)
def test_any_canvas_gives_an_sop_or_one_reason(canvas: Canvas) -> None:
    reading = assemble(canvas, "coba.pdf")
    if reading.sop is None:
        assert len(reading.findings) == 1 and reading.findings[0].usul
        return
    numbers = [langkah.no for langkah in reading.sop.langkah]
    assert numbers and len(set(numbers)) == len(numbers)
    assert all(0.0 <= asal.keyakinan <= 1.0 for asal in reading.asal.values())
    assert said(reading.sop) <= words_of(canvas)


def said(sop: SOP) -> set[str]:
    """Every word of the steps, and of the names of those who do them."""
    found = [*sop.pelaksana]
    for langkah in sop.langkah:
        found += [langkah.kegiatan, langkah.keterangan, *langkah.kelengkapan, *langkah.output]
        found += [one.nama for one in langkah.pelaksana]
        assert {one.nama for one in langkah.pelaksana} <= set(sop.pelaksana)
        assert {way.ke for way in langkah.lanjut} <= {*(one.no for one in sop.langkah), "1", "2"}
    return {word for text in found for word in text.split()}


def words_of(canvas: Canvas) -> set[str]:
    found: set[str] = set()
    for page in canvas.pages:
        texts = [cell.text for table in page.tables for cell in table.cells]
        texts += [shape.text for shape in page.shapes]
        found |= {word for text in texts for word in f"{text} {text.replace(';', ' ')}".split()}
    return found | {f"{word}:" for word in found}
