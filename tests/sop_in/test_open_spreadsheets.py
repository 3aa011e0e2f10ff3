"""An open spreadsheet without LibreOffice: every word is read; that drawings are not is said."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from runut.core.sop.model import SOP
from runut.core.sop.reading.asal import Reading
from runut.files.read import libreoffice
from runut.files.read.sop import read_sop_file

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)
HEAD = (
    ("No", "Kegiatan", "Pelaksana 2", "+", "Mutu Baku 3", "+", "+", "Keterangan"),
    ("", "", "Staf", "Kasi", "Kelengkapan", "Waktu", "Output", ""),
)
STEPS = (
    ("1", "Menerima surat", "√", "", "Surat", "5 menit", "Surat tercatat", ""),
    ("2", "Memeriksa surat", "", "√", "Surat tercatat", "1 jam", "Surat diperiksa", ""),
)
BLOCK = (("Nomor SOP", "800/SOP-01/2030"), ("Nama SOP", "Pelayanan Surat"))


def cell(words: str) -> str:
    """``+`` is covered by the cell on its left; a number at the end is how many it spans."""
    if words == "+":
        return "<table:covered-table-cell/>"
    text, _, wide = words.rpartition(" ")
    spans = f' table:number-columns-spanned="{wide}"' if wide.isdigit() and len(text) > 7 else ""
    said = text if spans else words
    return (
        f"<table:table-cell{spans}>{f'<text:p>{said}</text:p>' if said else ''}</table:table-cell>"
    )


def line(words: tuple[str, ...], more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(map(cell, words))}</table:table-row>"


def ods(body: str, drawn: str = "", styles: str = "") -> bytes:
    sheet = (
        f'<table:table table:name="SOP"><table:shapes>{drawn}</table:shapes>{body}</table:table>'
    )
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:spreadsheet>{sheet}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
    return stream.getvalue()


BLANK = (
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
)
FORM = "".join(map(line, (*BLOCK, *HEAD, *STEPS))) + BLANK


def read(data: bytes) -> Reading:
    return read_sop_file(data, "sop.ods")


def whole(reading: Reading) -> SOP:
    assert reading.sop is not None, reading.findings
    return reading.sop


@pytest.fixture(autouse=True)
def no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "PROGRAMS", ())


def test_steps_marks_and_identity_are_read() -> None:
    sop = whole(read(ods(FORM)))
    assert (sop.nomor, sop.judul) == ("800/SOP-01/2030", "Pelayanan Surat")
    assert [step.kegiatan for step in sop.langkah] == ["Menerima surat", "Memeriksa surat"]
    assert [[one.nama for one in step.pelaksana] for step in sop.langkah] == [["Staf"], ["Kasi"]]
    assert [step.waktu.teks for step in sop.langkah] == ["5 menit", "1 jam"]


def test_symbols_are_said_to_be_unread_and_no_actor_is_made_up() -> None:
    unmarked = FORM.replace("√", "")
    reading = read(
        ods(unmarked, "<draw:custom-shape><text:p>Mulai</text:p></draw:custom-shape>" * 3)
    )
    assert all(step.pelaksana == () for step in whole(reading).langkah)
    assert reading.findings[0].kode == "baca.bagan-tidak-dibaca"
    assert "3 gambar" in reading.findings[0].pesan


def test_hidden_rows_and_sheets_are_not_read_and_hidden_rows_are_said() -> None:
    more = ' table:visibility="collapse"'
    hidden = line(("3", "Baris lama", "√", "", "Surat", "1 hari", "Surat", ""), more)
    form = "".join(map(line, (*BLOCK, *HEAD, *STEPS))) + hidden
    reading = read(ods(form))
    assert len(whole(reading).langkah) == 2
    assert [f.kode for f in reading.findings] == ["baca.baris-tersembunyi"]


def test_comments_are_no_words_and_breaks_part_lines() -> None:
    note = "<office:annotation><text:p>tolong diperiksa</text:p></office:annotation>"
    typed = FORM.replace(
        "<text:p>Surat tercatat</text:p>",
        f"{note}<text:p>1.<text:s/>Surat</text:p><text:p>2. Buku</text:p>",
        1,
    )
    assert whole(read(ods(typed))).langkah[0].output == ("Surat", "Buku")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (ods(FORM)[:400], "rusak"),
        (ods("<table:table-row><table:table-cell/></table:table-row>"), "tidak memuat tulisan"),
        (ods(line(("x",) * 150) * 200), "sel"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, word: str) -> None:
    reading = read(data)
    assert reading.sop is None
    assert word in reading.findings[0].pesan
