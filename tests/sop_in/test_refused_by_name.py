"""A file without steps is refused by what it is, and what could be read of it is kept."""

import pytest

from runut.core.sop.reading.asal import Reading
from runut.core.sop.reading.canvas import Box, Words
from runut.core.sop.reading.refusals import is_blank_activity, other_script
from runut.core.sop.reading.sop import assemble
from tests.sop_in.papan import Papan, canvas, head, step

ARABIC = "استقبال الرسالة وتسجيلها في دفتر الوارد ثم عرضها على رئيس القسم للتوجيه"


def read(*boards: Papan) -> Reading:
    reading = assemble(canvas(*boards), "coba.pdf")
    assert reading.sop is None and len(reading.findings) == 1
    assert reading.findings[0].tingkat == "blocker" and reading.findings[0].usul
    return reading


def identity(board: Papan) -> Papan:
    board.row(0, "Nomor SOP", "SOP-07/CONTOH/2030")
    return board.row(1, "Nama SOP", "Pelayanan Surat Masuk")


def lines(*texts: str) -> Papan:
    return Papan(
        words=[Words(t, Box(50, 50 + 20 * i, 500, 60 + 20 * i)) for i, t in enumerate(texts)]
    )


def test_a_table_that_is_a_picture_is_refused_by_that_name_and_its_identity_is_kept() -> None:
    board = identity(Papan(has_picture=True))
    board.row(2, "Dasar Hukum", "Peraturan Menteri PANRB Nomor 35 Tahun 2012 tentang Pedoman")
    reading = read(board)
    assert reading.findings[0].kode == "baca.tabel-berupa-gambar"
    assert reading.sisa is not None and reading.sisa.langkah == ()
    assert reading.sisa.nomor == "SOP-07/CONTOH/2030"
    assert reading.sisa.judul == "Pelayanan Surat Masuk"


def test_a_scan_without_words_keeps_nothing() -> None:
    reading = read(Papan(has_picture=True))
    assert (reading.findings[0].kode, reading.sisa) == ("baca.hanya-gambar", None)


@pytest.mark.parametrize("words", ["Dokumen/Alat", "", "…………", "(isi kegiatan)", "xxx", "Kegiatan"])
def test_a_blank_template_is_called_one(words: str) -> None:
    board = head(Papan(), "Staf", "Camat")
    for row in range(2, 5):
        step(board, row, str(row - 1), words, 2)
    assert read(board).findings[0].kode in {"baca.formulir-kosong", "baca.tanpa-langkah"}
    assert is_blank_activity(words)


def test_a_short_activity_is_no_blank_template() -> None:
    assert not is_blank_activity("Menyiapkan dokumen/alat")
    board = step(head(Papan(), "Staf", "Camat"), 2, "1", "Arsip", 2)
    assert assemble(canvas(board), "coba.pdf").sop is not None


def test_text_in_another_script_is_called_so() -> None:
    reading = read(lines(*[ARABIC] * 4))
    assert reading.findings[0].kode == "baca.aksara-lain"
    assert "beraksara Arab" in reading.findings[0].pesan
    board = head(Papan(), "Staf", "Camat")
    for row in range(2, 8):
        step(board, row, str(row - 1), ARABIC, 2)
    assert read(board).findings[0].kode == "baca.aksara-lain"


def test_one_arabic_word_in_an_indonesian_sop_is_no_other_script() -> None:
    assert other_script([*ARABIC.split()[:3], *("Petugas mencatat surat masuk" * 9).split()]) == ""


def test_a_table_printed_over_pages_side_by_side_asks_for_the_workbook() -> None:
    left = Papan().row(0, "No", "Kegiatan").row(1, "1", "Menerima surat masuk dari kurir")
    right = Papan(number=2).row(0, "Kelengkapan", "Waktu", "Output").row(1, "Surat", "1 jam", "x")
    found = read(left, right).findings[0]
    assert found.kode == "baca.terpotong-ke-samping" and "Excel" in found.usul
