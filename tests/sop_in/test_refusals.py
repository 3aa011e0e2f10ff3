"""What is no SOP is refused with its reason; nothing is ever made up."""

import pytest

from runut.core.sop.reading.canvas import Box, Canvas, Page, Words
from runut.core.sop.reading.sop import assemble
from tests.sop_in.papan import Papan, canvas, head, step

NARRATIVE = (
    "Petugas menerima surat masuk dari kurir lalu mencatatnya dalam buku agenda. Setelah itu surat "
    "diteruskan kepada kepala bagian untuk diperiksa dan diberi disposisi."
)


def why(*boards: Papan) -> str:
    reading = assemble(canvas(*boards), "coba.pdf")
    assert reading.sop is None and len(reading.findings) == 1
    assert reading.findings[0].tingkat == "blocker" and reading.findings[0].usul
    return reading.findings[0].kode


def words(text: str) -> Papan:
    return Papan(words=[Words(line, Box(50, 50, 500, 60)) for line in text.split(". ")])


def test_a_picture_of_a_table() -> None:
    assert why(Papan(has_picture=True)) == "baca.hanya-gambar"


def test_a_narrative() -> None:
    assert why(words(NARRATIVE)) == "baca.hanya-uraian"


def test_nothing_at_all() -> None:
    assert why(Papan()) == "baca.kosong"
    assert assemble(Canvas(()), "x").sop is None


@pytest.mark.parametrize(
    "shift", [lambda c: chr(0xE000 + ord(c) % 200), lambda c: "#%&~^$"[ord(c) % 6]]
)
def test_scrambled_words(shift) -> None:  # type: ignore[no-untyped-def]
    text = "".join(sign if sign.isspace() else shift(sign) for sign in NARRATIVE)
    assert why(words(text)) == "baca.teks-rusak"


def test_a_table_whose_words_are_scrambled_though_its_head_is_not() -> None:
    board = head(Papan(), "Staf", "Camat")
    for row in range(2, 8):
        step(
            board, row, str(row - 1), "\ue001\ue002\ue003\ue004 \ue005\ue006" * 6, 2, "\ue001" * 30
        )
    assert why(board) == "baca.teks-rusak"


def test_a_table_of_another_kind() -> None:
    board = Papan().row(0, "No", "Program", "Target", "Realisasi", "Capaian")
    board.row(1, "1", "Pelayanan", "100", "90", "90%")
    assert why(board) == "baca.bukan-tabel-sop"


def test_a_form_for_watching_an_sop_is_no_sop() -> None:
    board = Papan().row(0, "No", "Prosedur", "Penilaian", "Catatan hasil", "Tindakan", "Paraf")
    board.row(1, "1", "Mencatat", "baik", "-", "-", "")
    assert why(board) == "baca.bukan-tabel-sop"


def test_a_head_without_steps() -> None:
    assert why(head(Papan(), "Staf", "Camat")) == "baca.tanpa-langkah"


def test_more_steps_than_any_procedure() -> None:
    board = head(Papan(), "Staf", "Camat")
    for row in range(501):
        step(board, row + 2, str(row + 1), f"Kegiatan {row}", 2)
    assert why(board) == "baca.terlalu-banyak-langkah"


def test_a_table_of_unlimited_size_is_refused_quickly() -> None:
    board = Papan().row(0, "No", "Kegiatan", "Pelaksana", "Mutu Baku")
    board.cell(1, 0, "1", rows=100_000, columns=100)
    assert why(board) in {"baca.bukan-tabel-sop", "baca.tanpa-langkah"}


def test_pages_without_anything_do_not_hide_the_steps() -> None:
    board = step(head(Papan(), "Staf", "Camat"), 2, "1", "Mencatat", 2)
    sop = assemble(Canvas((Page(7, 100, 100, has_picture=True), board.page)), "x").sop
    assert sop is not None and len(sop.langkah) == 1
