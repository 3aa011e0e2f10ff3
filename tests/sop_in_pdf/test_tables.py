"""Cells of a ruled page, however its lines and letters were painted."""

from itertools import pairwise

import pytest

from runut.core.sop.reading.canvas import Page
from runut.files.read.pdf.sop import canvas_of_pdf
from tests.sop_in_pdf.by_hand import grid, line, pdf, rectangle, text, word_grid

ACROSS, DOWN = (50, 150, 300, 450), (40, 80, 140, 200)


def page(*contents: str, **options: object) -> Page:
    canvas, findings = canvas_of_pdf(pdf("".join(contents), **options))
    assert canvas is not None
    assert not findings
    return canvas.pages[0]


def cells(found: Page) -> dict[tuple[int, int], str]:
    (table,) = found.tables
    return {(cell.row, cell.column): cell.text for cell in table.cells if cell.text}


def filled(rulings: str) -> str:
    return rulings + text(60, 60, "Kegiatan") + text(160, 60, "Waktu") + text(310, 170, "Surat")


def dashes(across: tuple[int, ...], down: tuple[int, ...]) -> str:
    flat = [line((x, y), (min(x + 3, 450), y)) for y in down for x in range(50, 450, 5)]
    upright = [line((x, y), (x, min(y + 3, 200))) for x in across for y in range(40, 200, 5)]
    return "".join(flat + upright)


def boxes(across: tuple[int, ...], down: tuple[int, ...]) -> str:
    return "".join(
        rectangle(left, top, right - left, bottom - top)
        for left, right in pairwise(across)
        for top, bottom in pairwise(down)
    )


@pytest.mark.parametrize("ruled", [grid, word_grid, dashes, boxes])
def test_a_table_is_the_same_however_its_lines_are_painted(ruled):
    found = page(filled(ruled(ACROSS, DOWN)))
    assert cells(found) == {(0, 0): "Kegiatan", (0, 1): "Waktu", (2, 2): "Surat"}
    assert len(found.tables[0].cells) == 9
    assert not found.shapes
    assert not found.connectors


@pytest.mark.parametrize("options", [{"is_wrapped": True}, {"box": (100, 50, 700, 450)}])
def test_a_wrapped_or_moved_page_reads_as_it_is_seen(options):
    content = filled(grid(ACROSS, DOWN))
    if "box" in options:
        content = f"q 1 0 0 1 100 50 cm {content} Q"
    found, plain = page(content, **options), page(filled(grid(ACROSS, DOWN)))
    assert cells(found) == cells(plain)
    assert found.tables[0].box.left == pytest.approx(plain.tables[0].box.left, abs=0.1)
    assert found.tables[0].box.top == pytest.approx(plain.tables[0].box.top, abs=0.1)


def test_a_turned_page_reads_as_it_is_seen():
    # The page lies on its side in the file; /Rotate 90 puts it upright: (x, y) is (y', 600 - x').
    content = filled(grid(ACROSS, DOWN))
    found = page(f"q 0 1 -1 0 400 0 cm {content} Q", turn=90, box=(0, 0, 400, 600))
    assert (found.width, found.height) == (600, 400)
    assert cells(found) == cells(page(content))


def test_cells_without_a_line_between_them_are_one():
    lines = [line((50, y), (450, y)) for y in (40, 140, 200)]
    lines += [line((150, 80), (450, 80))]
    lines += [line((x, 40), (x, 200)) for x in (50, 150, 450)] + [line((300, 80), (300, 200))]
    (table,) = page(*lines, text(60, 60, "No"), text(160, 60, "Pelaksana")).tables
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in table.cells if cell.text}
    assert spans == {"No": (2, 1), "Pelaksana": (1, 2)}


def test_a_table_without_outer_borders_is_read():
    lines = [line((50, y), (450, y)) for y in DOWN] + [line((x, 40), (x, 200)) for x in (150, 300)]
    assert cells(page(filled("".join(lines)))) == {
        (0, 0): "Kegiatan",
        (0, 1): "Waktu",
        (2, 2): "Surat",
    }


def test_upright_words_of_a_narrow_head_are_read():
    head = text(100, 78, "Kasubag", 8, "0 1 -1 0") + text(112, 78, "Umum", 8, "0 1 -1 0")
    assert cells(page(grid(ACROSS, (40, 140, 200)), head.replace("78", "130"))) == {
        (0, 0): "Kasubag\nUmum"
    }


def test_a_line_that_filled_its_cell_runs_on_and_a_short_one_ends():
    content = (
        grid(ACROSS, DOWN)
        + text(155, 95, "Menyusun konsep laporan kinerja")
        + text(155, 106, "tahunan")
        + text(305, 95, "1. Surat tugas yang sudah lengkap")
        + text(305, 106, "2. Disposisi")
        + text(55, 95, "Kepala")
        + text(55, 106, "Biro")
    )
    assert cells(page(content)) == {
        (1, 0): "Kepala\nBiro",
        (1, 1): "Menyusun konsep laporan kinerja tahunan",
        (1, 2): "1. Surat tugas yang sudah lengkap\n2. Disposisi",
    }


def test_a_word_broken_by_a_hyphen_is_whole_and_a_doubled_word_keeps_it():
    content = grid((50, 120, 190), (40, 80, 140)) + (
        text(55, 55, "Pengadministra-")
        + text(55, 66, "sian umum")
        + text(125, 55, "Undang-undang-")
        + text(125, 66, "undang lain")
    )
    assert cells(page(content)) == {
        (0, 0): "Pengadministrasian umum",
        (0, 1): "Undang-undang-undang lain",
    }


def test_letters_painted_twice_for_boldness_are_read_once():
    twice = text(60, 60, "Kegiatan") + text(160, 60, "Waktu") + text(60.8, 60.2, "Kegiatan")
    assert cells(page(grid(ACROSS, DOWN), twice)) == {(0, 0): "Kegiatan", (0, 1): "Waktu"}


def test_a_watermark_across_the_page_is_no_text():
    mark = text(180, 180, "SALINAN", 40, "0.8 0.6 -0.6 0.8")
    assert cells(page(filled(grid(ACROSS, DOWN)), mark)) == cells(page(filled(grid(ACROSS, DOWN))))


def test_an_identity_block_without_lines_is_a_table():
    labels = ["Nomor SOP", "Tanggal Pembuatan", "Tanggal Efektif", "Disahkan oleh", "Nama SOP"]
    content = "".join(
        text(300, 40 + 18 * at, label) + text(420, 40 + 18 * at, f"isi {at}")
        for at, label in enumerate(labels)
    )
    found = cells(page(text(40, 40, "BIRO UMUM"), content))
    assert found[0, 0] == "BIRO UMUM" or found[0, 1] == "Nomor SOP"
    assert [t for t in found.values() if t in labels] == labels
    assert sum(t.startswith("isi") for t in found.values()) == len(labels)


def test_words_outside_the_tables_are_kept_line_by_line():
    found = page(filled(grid(ACROSS, DOWN)), text(50, 20, "SOP SURAT MASUK"), text(400, 20, "2024"))
    assert [words.text for words in found.words] == ["SOP SURAT MASUK", "2024"]


def test_page_numbers_and_words_at_the_edge_of_every_page_are_left_out():
    pages = [
        text(50, 60, f"Isi {at}") + text(50, 385, "Dokumen terkendali")
        + text(500, 385, f"Halaman {at} dari 2") for at in (1, 2)
    ]  # fmt: skip
    canvas, _ = canvas_of_pdf(pdf(*pages))
    assert canvas is not None
    assert [[words.text for words in one.words] for one in canvas.pages] == [["Isi 1"], ["Isi 2"]]


def test_a_table_that_lies_on_its_side_on_a_page_that_is_not_turned_is_read() -> None:
    rows = [
        text(50, 50 + 60 * at, "Mencatat surat masuk di agenda")
        + text(250, 50 + 60 * at, "Surat dari kantor")
        for at in range(5)
    ]
    upright = "".join(rows) + grid((40, 240, 400), (20, 80, 140, 200, 260, 320))
    canvas, _ = canvas_of_pdf(pdf(f"q 0 1 -1 0 400 0 cm {upright} Q", box=(0, 0, 400, 600)))
    assert canvas is not None
    (table,) = canvas.pages[0].tables
    assert [cell.text for cell in table.cells][:2] == [
        "Mencatat surat masuk di agenda",
        "Surat dari kantor",
    ]
