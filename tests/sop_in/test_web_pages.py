"""SOPs copied from web pages: HTML tables as browsers and office programs write them."""

import pytest

from runut.core.sop.model import SOP
from runut.core.sop.reading.canvas import Canvas
from runut.core.sop.reading.sop import assemble
from runut.files.read.html import MAX_CELLS, canvas_of_html

TABLE = """<html><head><title>SOP</title><style>td {color: red}</style></head><body>
<p>PEMERINTAH KOTA X</p>
<table><tr><td>Nomor SOP</td><td>7/2024</td></tr>
<tr><td>Nama SOP</td><td>Cuti Tahunan</td></tr></table>
<table border=1>
<tr><th rowspan=2>No<th rowspan=2>Kegiatan<th colspan=2>Pelaksana<th colspan=3>Mutu Baku</tr>
<tr><th>Staf</th><th>Kepala<br>Bagian</th><th>Kelengkapan</th><th>Waktu</th><th>Output</th></tr>
<tr><td>1<td>Mencatat
   permohonan<td>&radic;<td><td><ul><li>Formulir</li><li>Kartu cuti</li></ul>
<td rowspan="2">1 hari<td>Agenda
<tr><td>2</td><td>Menyetujui</td><td></td><td><img alt="" src="/img/check.png"></td><td>Agenda</td>
<td>Izin&nbsp;cuti</td></tr>
</table><script>var x = "<table>";</script></body></html>"""


def canvas_of(text: str) -> Canvas:
    canvas, findings = canvas_of_html(text.encode())
    assert canvas is not None and not findings
    return canvas


def read(text: str) -> SOP:
    reading = assemble(canvas_of(text), "sop.html")
    assert reading.sop is not None, reading.findings
    return reading.sop


def test_a_page_with_spans_lists_pictures_and_open_tags() -> None:
    sop = read(TABLE)
    assert (sop.judul, sop.nomor, sop.instansi) == (
        "Cuti Tahunan",
        "7/2024",
        ("PEMERINTAH KOTA X",),
    )
    assert sop.pelaksana == ("Staf", "Kepala Bagian")
    one, two = sop.langkah
    assert (one.kegiatan, one.kelengkapan) == ("Mencatat permohonan", ("Formulir", "Kartu cuti"))
    assert [one.pelaksana[0].nama, two.pelaksana[0].nama] == ["Staf", "Kepala Bagian"]
    assert (one.waktu.teks, two.waktu.teks, two.output) == ("1 hari", "1 hari", ("Izin cuti",))


def test_a_table_within_a_cell_is_read_for_itself() -> None:
    sop = read(f"<table><tr><td>{TABLE}</td></tr></table>")
    assert [langkah.no for langkah in sop.langkah] == ["1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "<table>" * 5_000,
        "<table><tr><td rowspan=9999999 colspan=9999999>x</table>",
        "<table><tr><td rowspan=-1 colspan=abc>No</table>",
        "<table><td>x" * 300,
        "<" * 10_000,
        "<!DOCTYPE html>",
    ],
)
def test_odd_pages_end_in_a_refusal(text: str) -> None:
    reading = assemble(canvas_of(text), "sop.html")
    assert reading.sop is None and reading.findings


def test_a_page_with_too_many_cells_is_refused() -> None:
    canvas, (finding,) = canvas_of_html(b"<table><tr>" + b"<td>x" * (MAX_CELLS + 1))
    assert canvas is None and str(MAX_CELLS) in finding.pesan
