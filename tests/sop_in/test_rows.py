"""Rows of the step table: broken over pages, merged, without numbers."""

from runut.core.sop.model import Bentuk
from runut.core.sop.reading.asal import UNSURE, Reading, field_key
from runut.core.sop.reading.canvas import Box, ShapeKind, Words
from runut.core.sop.reading.sop import assemble
from tests.sop_in.papan import Papan, canvas, head, step


def read(*boards: Papan) -> Reading:
    reading = assemble(canvas(*boards), "coba.docx")
    assert reading.sop is not None, reading.findings
    return reading


def steps(reading: Reading) -> list[tuple[str, str]]:
    assert reading.sop is not None
    return [(one.no, one.kegiatan) for one in reading.sop.langkah]


def codes(reading: Reading) -> list[str]:
    return [finding.kode for finding in reading.findings]


def two_steps() -> Papan:
    board = head(Papan(), "Kasubag", "Staf")
    step(board, 2, "1.", "Menugaskan staf", 2, "Surat", "10 menit", "Disposisi")
    return step(board, 3, "2.", "Menyusun draft", 2, "Disposisi", "1 jam", "Draft")


def test_a_second_page_goes_on_without_a_head() -> None:
    more = step(Papan(number=2), 0, "3.", "Mengirim", 2, "Draft", "1 hari", "Surat")
    reading = read(two_steps(), more)
    assert steps(reading)[2] == ("3", "Mengirim")
    assert reading.asal[field_key("waktu", "3")].letak.halaman == 2


def test_a_second_page_is_known_by_its_lines_though_its_columns_are_more() -> None:
    more = Papan(number=2)
    for column, text in ((0, "3."), (2, ""), (3, "√"), (4, "Draft"), (5, "1 hari"), (6, "Surat")):
        more.cell(0, column, text)
    more.cell(0, 1, "Mengirim").cell(0, 7, "Segera").cell(0, 8, "")
    reading = read(two_steps(), more)
    assert reading.sop is not None
    found = reading.sop.langkah[2]
    assert (found.kegiatan, found.pelaksana[0].nama, found.keterangan) == (
        "Mengirim",
        "Staf",
        "Segera",
    )


def test_words_in_a_text_box_over_an_empty_cell_are_the_words_of_the_cell() -> None:
    board = step(two_steps(), 4, "3.", "", 2, "Draft", "1 hari", "Surat")
    left, top = board.at(1, 4)
    board.words.append(Words("Mengirim surat", Box(left + 4, top + 4, left + 70, top + 30)))
    reading = read(board)
    assert steps(reading)[2] == ("3", "Mengirim surat")
    assert reading.sop is not None and reading.sop.catatan == ()


def test_a_row_without_a_number_that_shares_the_time_above_is_a_step_and_is_asked() -> None:
    board = head(Papan(), "Kasubag", "Staf")
    step(board, 2, "1.", "Mengumumkan hasil", 2, "Keputusan", "", "Pengumuman")
    step(board, 3, "", "Melakukan daftar ulang", 2, "Berkas asli", "", "Bukti")
    board.cells = [one for one in board.cells if (one.row, one.column) not in ((2, 5), (3, 5))]
    reading = read(step(board.cell(2, 5, "1 hari", rows=2), 4, "3.", "Mengirim", 2))
    assert [no for no, _ in steps(reading)] == ["1", "2", "3"]
    assert "baca.langkah-tanpa-nomor" in codes(reading)


def test_a_second_page_may_repeat_the_head() -> None:
    more = step(head(Papan(number=2), "Kasubag", "Staf"), 2, "3.", "Mengirim", 2, "", "1 hari")
    assert [no for no, _ in steps(read(two_steps(), more))] == ["1", "2", "3"]


def test_the_second_half_of_a_row_broken_over_a_page_joins_the_first() -> None:
    more = step(Papan(number=2), 0, "", "dan menyampaikannya", 2, "", "", "akhir")
    step(more, 1, "3.", "Mengirim", 2, "Draft", "1 hari", "Surat")
    reading = read(two_steps(), more)
    assert steps(reading)[1] == ("2", "Menyusun draft dan menyampaikannya")
    assert reading.sop and reading.sop.langkah[1].output[-1].endswith("akhir")


def test_a_last_step_without_a_number_is_a_step_and_said() -> None:
    board = step(two_steps(), 4, "", "Mengarsipkan surat", 2, "Surat", "5 menit", "Arsip")
    reading = read(board)
    assert steps(reading)[2] == ("3", "Mengarsipkan surat")
    assert "baca.langkah-tanpa-nomor" in codes(reading)


def test_a_sum_below_the_steps_is_no_step() -> None:
    board = step(two_steps(), 4, "", "Jumlah waktu", 2, "", "70 menit", "")
    assert len(steps(read(board))) == 2


def test_a_title_within_the_table_is_no_step() -> None:
    board = head(Papan(), "Kasubag", "Staf")
    board.cell(2, 0, "A. Tahap Persiapan", columns=8)
    step(board, 3, "1.", "Menugaskan staf", 2, "Surat", "10 menit", "Disposisi")
    reading = read(board)
    assert len(steps(reading)) == 1
    assert reading.sop and "A. Tahap Persiapan" in reading.sop.catatan


def test_a_step_may_stand_on_several_rows() -> None:
    board = head(Papan(), "Kasubag", "Staf")
    board.cell(2, 0, "1.", rows=2).cell(2, 1, "Menugaskan staf", rows=2)
    for column, (upper, lower) in enumerate(
        (("", ""), ("√", ""), ("Surat", "Agenda"), ("5 menit", ""), ("Disposisi", ""), ("", "")), 2
    ):
        board.cell(2, column, upper).cell(3, column, lower)
    reading = read(board)
    assert reading.sop and len(reading.sop.langkah) == 1
    assert reading.sop.langkah[0].kelengkapan == ("Surat", "Agenda")


def test_one_time_merged_over_steps_is_given_to_each_and_asked() -> None:
    board = head(Papan(), "Kasubag", "Staf")
    for row, no in ((2, "1"), (3, "2"), (4, "3")):
        board.row(row, no, f"Kegiatan {no}", "", "√", "Surat", None, "Hasil", "")
    board.cell(2, 5, "3 hari", rows=3)
    reading = read(board)
    assert reading.sop
    assert [one.waktu.teks for one in reading.sop.langkah] == ["3 hari"] * 3
    assert all(reading.asal[field_key("waktu", no)].keyakinan < UNSURE for no in "123")
    (said,) = [f for f in reading.findings if f.kode == "baca.sel-gabungan"]
    assert "langkah 1 sampai 3" in said.pesan


def test_a_number_printed_twice_is_told_apart_and_said() -> None:
    board = step(two_steps(), 4, "2.", "Mengirim", 2, "Draft", "1 hari", "Surat")
    reading = read(board)
    assert [no for no, _ in steps(reading)] == ["1", "2", "2a"]
    assert "baca.nomor-berulang" in codes(reading)


def test_steps_without_any_number_are_counted() -> None:
    board = Papan().row(0, "Kegiatan", "Staf", "Camat", "Kelengkapan", "Waktu", "Output")
    board.row(1, "Mencatat", "√", "", "Surat", "5 menit", "Agenda")
    board.row(2, "Menandatangani", "", "√", "Agenda", "5 menit", "Surat")
    assert [no for no, _ in steps(read(board))] == ["1", "2"]


def test_words_outside_every_column_are_kept_and_said() -> None:
    board = two_steps()
    board.cell(2, 8, "lihat lampiran")
    reading = read(board)
    assert reading.sop and "lihat lampiran" in reading.sop.langkah[0].keterangan + " ".join(
        reading.sop.catatan
    )


def test_a_row_that_only_starts_or_ends_is_the_capsule_of_its_neighbour() -> None:
    board = head(Papan(), "Kasubag", "Staf")
    board.row(2, "", "Mulai", "", "", "", "", "", "")
    step(board, 3, "1.", "Menugaskan staf", 2, "Surat", "10 menit", "Disposisi")
    step(board, 4, "2.", "Menyusun draft", 2, "Disposisi", "1 jam", "Draft")
    board.row(5, "", "Selesai", "", "", "", "", "", "")
    board.shape("a", 2, 2, ShapeKind.TERMINATOR).shape("b", 2, 3).shape("c", 3, 4)
    board.shape("d", 3, 5, ShapeKind.TERMINATOR)
    reading = read(board)
    assert reading.sop and [one.bentuk for one in reading.sop.langkah] == ["mulai", "selesai"]
    assert reading.asal[field_key("kegiatan", "1")].letak.baris == 4


def test_a_column_of_another_kind_is_kept_under_its_name() -> None:
    board = Papan().row(0, "No", "Kegiatan", "Staf", "Kelengkapan", "Waktu", "Output", "Biaya")
    board.row(1, "1", "Mencatat", "√", "Surat", "5 menit", "Agenda", "Rp 5.000")
    reading = read(board)
    assert reading.sop and reading.sop.langkah[0].keterangan == "Biaya: Rp 5.000"


def test_a_step_whose_cells_say_what_heads_say_is_yet_a_step() -> None:
    reading = read(step(two_steps(), 4, "3.", "Prosedur", 2, "Bahan", "Durasi", "Hasil"))
    assert steps(reading)[-1] == ("3", "Prosedur")


def test_a_legend_in_the_empty_rows_below_the_steps_is_no_symbol_of_the_last_step() -> None:
    board = two_steps()
    for row in (4, 5, 6):
        board.row(row, *[""] * 8)
    board.shape("awal", 2, 2).shape("akhir", 3, 3, ShapeKind.TERMINATOR)
    board.shape("legenda", 2, 5, ShapeKind.DECISION)
    last = read(board).sop
    assert last is not None
    assert [one.nama for one in last.langkah[-1].pelaksana] == ["Staf"]
    assert last.langkah[-1].bentuk is Bentuk.SELESAI


def test_the_capsule_in_one_empty_row_below_the_steps_ends_the_last_step() -> None:
    board = two_steps().row(4, *[""] * 8)
    board.shape("awal", 2, 2).shape("akhir", 3, 4, ShapeKind.TERMINATOR)
    last = read(board).sop
    assert last is not None
    assert last.langkah[-1].bentuk is Bentuk.SELESAI
