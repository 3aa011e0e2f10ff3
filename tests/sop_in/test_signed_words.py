"""What a file says of its signature is told, and is never text of the SOP."""

import pytest

from runut.core.sop.reading.canvas import Box, Table, Words
from runut.core.sop.reading.sop import assemble
from tests.sop_in.papan import Papan, canvas, head, step

FOOTERS = (
    ("Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik",
     "yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), BSSN."),
    ("UU ITE No. 11 Tahun 2008 Pasal 5 Ayat 1",),
    ("Untuk memastikan keaslian dokumen ini, pindai QR di atas.",),
)  # fmt: skip


def board_with(lines: tuple[str, ...]) -> Papan:
    board = head(Papan(number=1, top=100), "Staf", "Camat")
    step(board, 2, "1", "Mencatat surat", 2, "Surat", "5 menit", "Agenda")
    for count, line in enumerate(lines):
        board.words.append(Words(line, Box(40, 700 + 10 * count, 500, 709 + 10 * count)))
    return board


@pytest.mark.parametrize("lines", FOOTERS)
def test_a_signature_footer_is_told_and_not_copied(lines: tuple[str, ...]) -> None:
    reading = assemble(canvas(board_with(lines)), "coba.pdf")
    assert reading.sop is not None and reading.sop.catatan == ()
    (told,) = [f for f in reading.findings if f.kode == "baca.keterangan-tanda-tangan"]
    assert lines[0][:30] in told.pesan


def test_other_words_below_the_table_stay_notes() -> None:
    reading = assemble(
        canvas(board_with(("Catatan: surat rahasia dicatat terpisah.",))), "coba.pdf"
    )
    assert reading.sop is not None
    assert reading.sop.catatan == ("Catatan: surat rahasia dicatat terpisah.",)


def test_a_law_on_electronic_documents_stays_a_legal_basis() -> None:
    board = board_with(())
    block = Papan(number=1, top=0)
    block.row(0, "Dasar Hukum", "1. UU ITE No. 11 Tahun 2008 tentang Informasi Elektronik")
    block.row(1, "Nama SOP", "Surat")
    board.more.append(Table(tuple(block.cells)))
    sop = assemble(canvas(board), "coba.pdf").sop
    assert sop is not None and len(sop.dasar_hukum) == 1
