"""PDF files that cannot be read, or not wholly: one plain sentence each, and never a traceback."""

import io

import pytest
from pypdf import PdfReader, PdfWriter

from runut.core.findings import Level
from runut.core.sop.reading.canvas import Canvas
from runut.files.read.pdf.sop import MOST_PAGES, canvas_of_pdf
from runut.files.read.pdf.traces import MOST_OBJECTS
from runut.files.read.sop import read_sop_file
from runut.files.shown.sop import page_pictures
from tests.sop_in_pdf.by_hand import grid, pdf, text

PAGE = grid((50, 150, 300), (40, 80, 140)) + text(60, 60, "Kegiatan")


def locked(user: str) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(PAGE))))
    writer.encrypt(user_password=user, owner_password="kunci")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def refusal(data: bytes) -> str:
    canvas, (finding,) = canvas_of_pdf(data)
    assert canvas is None
    assert finding.tingkat is Level.BLOCKER
    assert finding.usul.endswith(".")
    return finding.kode


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0" * 5_000, pdf(PAGE)[:300], b"", b"halo"],
)
def test_a_broken_file_is_refused(data):
    assert refusal(data) == "baca.pdf-rusak"


def test_a_file_cut_short_is_read_or_refused_but_never_fails():
    whole = pdf(PAGE)
    for length in range(0, len(whole), 97):
        canvas, findings = canvas_of_pdf(whole[:length])
        assert canvas is not None or findings


def test_a_locked_file_is_refused_with_what_to_do():
    assert refusal(locked("rahasia")) == "baca.pdf-terkunci"


def test_a_file_that_only_forbids_changes_is_read():
    canvas, findings = canvas_of_pdf(locked(""))
    assert canvas is not None
    assert not findings
    assert canvas.pages[0].tables[0].cells[0].text == "Kegiatan"


def test_a_scan_has_a_picture_and_no_words():
    image = "q 600 0 0 400 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    canvas, _ = canvas_of_pdf(pdf(image))
    assert canvas is not None
    assert canvas.pages[0].has_picture
    assert not canvas.pages[0].words
    assert read_sop_file(pdf(image), "pindaian.pdf").sop is None


def test_letters_stored_in_a_shifted_alphabet_are_refused():
    # "menyusun konsep laporan kinerja" as a font without its table gives it: all letters moved.
    moved = "".join(chr(ord(c) + 3) if c != " " else c for c in "menyusun konsep laporan kinerja ")
    assert refusal(pdf(text(20, 50, moved * 3) + text(20, 80, moved * 3))) == "baca.pdf-huruf-acak"


def test_abbreviations_are_no_scrambled_letters():
    words = "BPSDM PPK PPTK KPA SKPD DPMPTSP menyusun konsep RKPD dan DPA "
    canvas, findings = canvas_of_pdf(pdf(text(20, 50, words * 2) + text(20, 80, words * 2)))
    assert canvas is not None
    assert not findings


def test_a_page_of_endless_lines_is_cut_and_said():
    many = "".join(
        f"{x % 600} {x % 399} m {x % 600 + 1} {x % 398} l S\n" for x in range(MOST_OBJECTS + 1)
    )
    canvas, findings = canvas_of_pdf(pdf(many))
    assert canvas is not None
    assert [finding.kode for finding in findings] == ["baca.pdf-halaman-padat"]


def test_a_book_is_read_up_to_its_limit():
    canvas, findings = canvas_of_pdf(pdf(*[text(50, 50, "SOP")] * (MOST_PAGES + 1)))
    assert canvas is not None
    assert len(canvas.pages) == MOST_PAGES
    assert [finding.kode for finding in findings] == ["baca.pdf-terlalu-panjang"]


def test_the_reading_travels_out_of_the_guarded_process():
    reading = read_sop_file(pdf(PAGE), "sop.pdf")
    assert reading.sop is None or not reading.sop.langkah
    assert reading.findings


def test_pages_are_pictures_of_the_wanted_width():
    data = pdf(PAGE, PAGE)
    pictures = page_pictures(data, 5, 300)
    assert len(pictures) == 2
    assert all(p.startswith(b"\x89PNG") and p[16:24] == b"\0\0\1\x2c\0\0\0\xc8" for p in pictures)


def test_a_canvas_is_the_same_each_time():
    assert canvas_of_pdf(pdf(PAGE)) == canvas_of_pdf(pdf(PAGE))
    assert isinstance(canvas_of_pdf(pdf(PAGE))[0], Canvas)
