"""The head of the step table: names, rows, spans as offices print them."""

import pytest

from runut.core.sop.form.labels import column_kind
from runut.core.sop.model import SOP
from runut.core.sop.reading.sop import assemble
from tests.sop_in.papan import Papan, canvas, head, step


def read(*boards: Papan) -> SOP:
    reading = assemble(canvas(*boards), "coba.docx")
    assert reading.sop is not None, reading.findings
    return reading.sop


def names(sop: SOP) -> list[list[str]]:
    return [[one.nama for one in langkah.pelaksana] for langkah in sop.langkah]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Uraian", "kegiatan"),
        ("AKTIVITAS", "kegiatan"),
        ("Uraian Prosedur", "kegiatan"),
        ("Uraian Kegiatan", "kegiatan"),
        ("Mutu Buku", "mutu baku"),
        ("Pelak sana", "pelaksana"),
        ("Kelengka-\npan", "kelengkapan"),
        ("Persyaratan/\nKelengkapan", "kelengkapan"),
        ("Sumber Data", "kelengkapan"),
        ("Waktu (menit)", "waktu"),
        ("Keluaran", "output"),
        ("KET.", "keterangan"),
        ("Kasubag Umum", ""),
        ("Camat", ""),
        ("Kepala Dinas", ""),
    ],
)
def test_a_head_cell_is_known_by_any_of_its_names(text: str, kind: str) -> None:
    assert column_kind(text) == kind


def test_a_head_of_two_rows_names_actors_and_mutu_baku() -> None:
    board = step(
        head(Papan(), "Kasubag", "Staf"), 2, "1", "Menugaskan", 2, "A", "5 menit", "B", "C"
    )
    langkah = read(board).langkah[0]
    assert read(board).pelaksana == ("Kasubag", "Staf")
    assert (langkah.kelengkapan, langkah.output) == (("A",), ("B",))
    assert (langkah.waktu.menit_kerja, langkah.keterangan) == (5, "C")


def test_without_the_word_pelaksana_the_columns_between_are_the_actors() -> None:
    board = Papan().row(0, "No", "Uraian", "Camat", "Lurah", "Persyaratan", "Waktu", "Hasil")
    board.row(1, "1", "Menerima berkas", "", "v", "KTP", "5 menit", "Berkas diterima")
    sop = read(board)
    assert sop.pelaksana == ("Camat", "Lurah") and names(sop) == [["Lurah"]]


def test_the_word_pelaksana_may_cover_only_some_of_the_actors() -> None:
    board = Papan()
    board.cell(0, 0, "No", rows=2).cell(0, 1, "Kegiatan", rows=2)
    board.cell(0, 2, "Pelaksana", columns=2).cell(0, 4, "Pemohon", rows=2)
    board.cell(0, 5, "Mutu Baku", columns=3)
    for column, name in (
        (2, "Staf"),
        (3, "Camat"),
        (5, "Kelengkapan"),
        (6, "Waktu"),
        (7, "Output"),
    ):
        board.cell(1, column, name)
    board.row(2, "1", "Mengajukan permohonan", "", "", "√", "KTP", "1 hari", "Permohonan")
    sop = read(board)
    assert sop.pelaksana == ("Staf", "Camat", "Pemohon") and names(sop) == [["Pemohon"]]


def test_a_row_of_column_numbers_is_no_step() -> None:
    board = head(Papan(), "Kasubag", "Staf")
    board.row(2, *(f"({count})" for count in range(1, 9)))
    step(board, 3, "1", "Menugaskan", 2, "A", "5 menit", "B")
    step(board, 4, "2", "Menyusun", 2, "B", "5 menit", "C")
    assert [langkah.no for langkah in read(board).langkah] == ["1", "2"]


def test_a_head_over_three_rows_and_names_in_two_pieces() -> None:
    board = Papan()
    board.cell(0, 0, "No", rows=3).cell(0, 1, "Kegiatan", rows=3).cell(0, 2, "Pelaksana", columns=2)
    board.cell(0, 4, "Mutu Baku", columns=3).cell(1, 2, "Kepala\nBidang", rows=2)
    board.cell(1, 3, "Pengadmi-").cell(2, 3, "nistrasi Umum")
    for column, name in ((4, "Kelengkapan"), (5, "Waktu"), (6, "Output")):
        board.cell(1, column, name, rows=2)
    board.row(3, "1", "Mencatat surat", "", "√", "Surat", "5 menit", "Agenda")
    sop = read(board)
    assert sop.pelaksana == ("Kepala Bidang", "Pengadministrasi Umum")
    assert names(sop) == [["Pengadministrasi Umum"]]


def test_a_group_of_actors_is_no_actor() -> None:
    board = Papan()
    board.cell(0, 0, "No", rows=3).cell(0, 1, "Kegiatan", rows=3).cell(0, 2, "Pelaksana", columns=3)
    board.cell(1, 2, "Bidang Aset", columns=2).cell(1, 4, "Kepala Dinas", rows=2)
    board.cell(2, 2, "Kabid").cell(2, 3, "Staf").cell(0, 5, "Mutu Baku", columns=3)
    for column, name in ((5, "Kelengkapan"), (6, "Waktu"), (7, "Output")):
        board.cell(1, column, name, rows=2)
    board.row(3, "1", "Mencatat aset", "", "√", "", "Daftar", "5 menit", "Agenda")
    assert read(board).pelaksana == ("Kabid", "Staf", "Kepala Dinas")


def test_identity_and_steps_may_share_one_table() -> None:
    board = Papan()
    board.cell(0, 0, "PEMERINTAH KOTA SUKA MAJU\nDINAS ARSIP", rows=2, columns=4)
    board.cell(0, 4, "Nomor SOP", columns=2).cell(0, 6, "01/2024", columns=2)
    board.cell(1, 4, "Nama SOP", columns=2).cell(1, 6, "Peminjaman Arsip", columns=2)
    head(board, "Staf", "Arsiparis", row=2)
    step(board, 4, "1", "Mencari arsip", 2, "Formulir", "5 menit", "Arsip")
    sop = read(board)
    assert (sop.nomor, sop.judul) == ("01/2024", "Peminjaman Arsip")
    assert sop.instansi == ("PEMERINTAH KOTA SUKA MAJU", "DINAS ARSIP")
    assert [langkah.kegiatan for langkah in sop.langkah] == ["Mencari arsip"]


def test_a_unit_in_the_head_of_the_time_column_is_added_to_bare_numbers() -> None:
    board = Papan().row(0, "No", "Kegiatan", "Staf", "Kelengkapan", "Waktu (menit)", "Output")
    board.row(1, "1", "Mencatat", "√", "Surat", "15", "Agenda")
    assert read(board).langkah[0].waktu.menit_kerja == 15


def test_names_of_actors_may_stand_in_the_cells_of_one_column() -> None:
    board = Papan().row(0, "No", "Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Output")
    board.row(1, "1", "Mencatat surat", "Staf", "Surat", "15 menit", "Agenda")
    board.row(2, "2", "Memeriksa surat", "Kasubag Umum", "Agenda", "15 menit", "Disposisi")
    board.row(3, "3", "Menyimpan surat", "Staf", "Disposisi", "15 menit", "Arsip")
    sop = read(board)
    assert sop.pelaksana == ("Staf", "Kasubag Umum")
    assert names(sop) == [["Staf"], ["Kasubag Umum"], ["Staf"]]
    assert {one.sumber.value for step in sop.langkah for one in step.pelaksana} == {"teks"}


def test_a_column_of_words_before_the_time_is_the_kelengkapan_whatever_its_name() -> None:
    board = Papan().row(
        0, "No", "Kegiatan", "Warga", "Lurah", "Dokumen Pendukung", "Waktu", "Hasil"
    )
    board.row(1, "1", "Mengajukan", "√", "", "Kartu keluarga", "5 menit", "Permohonan")
    board.row(2, "2", "Menandatangani", "", "√", "Permohonan", "5 menit", "Surat")
    sop = read(board)
    assert sop.pelaksana == ("Warga", "Lurah") and names(sop) == [["Warga"], ["Lurah"]]
    assert sop.langkah[0].kelengkapan == ("Kartu keluarga",)


def test_columns_under_mutu_baku_with_other_names_stand_in_their_order() -> None:
    board = Papan().cell(0, 0, "No", rows=2).cell(0, 1, "Kegiatan", rows=2)
    board.cell(0, 2, "Pelaksana", columns=2).cell(0, 4, "Mutu Baku", columns=3)
    for column, name in enumerate(("Warga", "Lurah", "Berkas", "Lama", "Produk Akhir"), start=2):
        board.cell(1, column, name)
    board.row(2, "1", "Mengajukan", "√", "", "Kartu keluarga", "5 menit", "Permohonan")
    langkah = read(board).langkah[0]
    assert (langkah.kelengkapan, langkah.output) == (("Kartu keluarga",), ("Permohonan",))
    assert langkah.waktu.menit_kerja == 5


def test_a_head_pelaksana_merged_too_far_makes_no_actor_of_kelengkapan() -> None:
    board = Papan()
    board.cell(0, 0, "No", rows=2).cell(0, 1, "Kegiatan", rows=2)
    board.cell(0, 2, "Pelaksana", columns=3).cell(0, 5, "Mutu Baku", columns=2)
    board.row(1, None, None, "Staf", "Camat", "Kelengkapan", "Waktu", "Output")
    board.row(2, "1", "Mencatat surat", "√", "", "Surat", "5 menit", "Agenda")
    board.row(3, "2", "Membaca surat", "", "√", "Agenda", "5 menit", "Disposisi")
    sop = read(board)
    assert sop.pelaksana == ("Staf", "Camat")
    assert [one.kelengkapan for one in sop.langkah] == [("Surat",), ("Agenda",)]
