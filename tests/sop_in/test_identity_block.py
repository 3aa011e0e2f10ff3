"""The identity block in cells and lines, and which SOP of a file is read."""

from dataclasses import replace
from datetime import date

from runut.core.sop.model import SOP
from runut.core.sop.reading.asal import UNSURE, Reading
from runut.core.sop.reading.canvas import Box, Table, Words
from runut.core.sop.reading.sop import assemble
from tests.sop_in.papan import Papan, canvas, head, step


def steps_board(number: int = 1, name: str = "") -> Papan:
    board = head(Papan(number=number, top=400, name=name), "Staf", "Camat")
    return step(board, 2, "1", "Mencatat surat", 2, "Surat", "5 menit", "Agenda")


def with_block(*rows: tuple[str, ...], number: int = 1, name: str = "") -> Papan:
    block = Papan()
    for row, texts in enumerate(rows):
        block.row(row, *texts)
    board = steps_board(number, name)
    board.more.append(Table(tuple(block.cells)))
    return board


def read(*boards: Papan) -> Reading:
    reading = assemble(canvas(*boards), "coba.docx")
    assert reading.sop is not None, reading.findings
    return reading


def sop_of(*boards: Papan) -> SOP:
    sop = read(*boards).sop
    assert sop is not None
    return sop


def test_labels_beside_their_values() -> None:
    block = with_block(
        ("PEMERINTAH KABUPATEN X\nKECAMATAN Y", "Nomor SOP", ":", "065/7/2023"),
        ("", "Tanggal Pembuatan", ":", "3 Januari 2022"),
        ("", "Tgl. Revisi", ":", "-"),
        ("", "Tanggal Pengesahan", ": 17-01-2022"),
        (
            "",
            "Disahkan oleh",
            "CAMAT Y\n\n\nBUDI SANTOSO, S.Sos\nPenata Tk. I\nNIP. 19700101 199003 1 001",
        ),
        ("", "Nama SOP : Pengelolaan Surat Masuk"),
    )
    sop = sop_of(block)
    assert sop.instansi == ("PEMERINTAH KABUPATEN X", "KECAMATAN Y")
    assert (sop.nomor, sop.judul) == ("065/7/2023", "Pengelolaan Surat Masuk")
    assert (sop.tanggal_pembuatan, sop.tanggal_revisi) == (date(2022, 1, 3), None)
    assert sop.tanggal_efektif == date(2022, 1, 17)
    signed = sop.disahkan_oleh
    assert (signed.jabatan, signed.nama) == ("CAMAT Y", "BUDI SANTOSO, S.Sos")
    assert signed.nip == "197001011990031001"


def test_sections_side_by_side_and_below_their_labels() -> None:
    block = with_block(
        ("Dasar Hukum :", "Kualifikasi Pelaksana :"),
        ("1. UU 23 Tahun 2014\n2. PP 12 Tahun 2019", "- Memahami tata naskah\n- Teliti"),
        ("Keterkaitan :\nSOP Surat Keluar\nSOP Arsip", "Peralatan/Perlengkapan : Komputer"),
        ("Peringatan", "Pencatatan dan Pendataan"),
        ("Bila lalai, surat terlambat.", "Buku agenda"),
    )
    sop = sop_of(block)
    assert sop.dasar_hukum == ("UU 23 Tahun 2014", "PP 12 Tahun 2019")
    assert sop.kualifikasi_pelaksana == ("Memahami tata naskah", "Teliti")
    assert sop.keterkaitan == ("SOP Surat Keluar", "SOP Arsip")
    assert (sop.peralatan, sop.pencatatan) == (("Komputer",), ("Buku agenda",))
    assert sop.peringatan == ("Bila lalai, surat terlambat.",)


def test_a_section_may_stand_on_rows_of_its_own() -> None:
    block = with_block(
        ("Dasar Hukum", "UU 23 Tahun 2014", "Kualifikasi Pelaksana", "Teliti"),
        ("", "PP 12 Tahun 2019", "", "Jujur"),
    )
    sop = sop_of(block)
    assert sop.dasar_hukum == ("UU 23 Tahun 2014", "PP 12 Tahun 2019")
    assert sop.kualifikasi_pelaksana == ("Teliti", "Jujur")


def test_lines_that_the_page_broke_are_joined() -> None:
    text = "1. Peraturan Menteri Nomor 35\nTahun 2012 tentang Pedoman\n2. UU 23 Tahun 2014"
    sop = sop_of(with_block(("Dasar Hukum", "Peringatan"), (text, "A")))
    assert sop.dasar_hukum[0] == "Peraturan Menteri Nomor 35 Tahun 2012 tentang Pedoman"
    plain = "Memahami peraturan tentang\nKepegawaian dan mampu\nmengoperasikan komputer"
    sop = sop_of(with_block(("Nama SOP", "A"), ("Kualifikasi Pelaksana", plain)))
    assert len(sop.kualifikasi_pelaksana) == 1


def test_a_date_beside_the_label_of_the_number_is_kept_and_asked() -> None:
    reading = read(with_block(("Nomor SOP", "3 Januari 2022"), ("Nama SOP", "Surat")))
    assert reading.sop is not None and reading.sop.nomor == "3 Januari 2022"
    assert reading.asal["nomor"].keyakinan < UNSURE
    assert "baca.tanggal-salah-tempat" in [f.kode for f in reading.findings]


def test_what_is_no_date_is_kept_as_a_note() -> None:
    reading = read(with_block(("Tanggal Revisi", "Desember 2013"), ("Nama SOP", "Surat")))
    assert reading.sop is not None and reading.sop.tanggal_revisi is None
    assert "TANGGAL REVISI: Desember 2013" in reading.sop.catatan
    assert "baca.tanggal-tidak-dipahami" in [f.kode for f in reading.findings]


def test_lines_above_the_table_name_the_office_and_the_title() -> None:
    board = steps_board()
    for text, top in (
        ("PEMERINTAH KOTA X", 20),
        ("DINAS ARSIP", 40),
        ("Nomor SOP : 12", 60),
        ("Nama SOP : Peminjaman Arsip", 80),
    ):
        board.words.append(Words(text, Box(50, top, 300, top + 12)))
    sop = sop_of(board)
    assert sop.instansi == ("PEMERINTAH KOTA X", "DINAS ARSIP")
    assert (sop.nomor, sop.judul) == ("12", "Peminjaman Arsip")


def test_lines_below_the_steps_are_kept() -> None:
    board = steps_board()
    board.words.append(Words("Ditetapkan di Sukamaju", Box(500, 560, 700, 572)))
    assert "Ditetapkan di Sukamaju" in sop_of(board).catatan


def test_the_block_on_a_page_of_its_own() -> None:
    first = Papan().row(0, "Nomor SOP", "7").row(1, "Nama SOP", "Cuti Tahunan")
    assert sop_of(first, steps_board(2)).judul == "Cuti Tahunan"


def test_of_several_sops_the_first_is_read_and_the_others_named() -> None:
    boards = [
        with_block(("Nomor SOP", no), ("Nama SOP", name), number=count)
        for count, (no, name) in enumerate((("1", "Cuti"), ("2", "Mutasi"), ("3", "Pensiun")), 1)
    ]
    reading = read(*boards)
    assert reading.sop is not None and reading.sop.judul == "Cuti"
    assert len(reading.sop.langkah) == 1
    (said,) = [f for f in reading.findings if f.kode == "baca.beberapa-sop"]
    assert "Mutasi" in said.pesan and "Pensiun" in said.pesan


def test_sheets_that_begin_at_one_again_are_sops_of_their_own() -> None:
    reading = read(steps_board(1, "Cuti"), steps_board(2, "Mutasi"))
    (said,) = [f for f in reading.findings if f.kode == "baca.beberapa-sop"]
    assert "Mutasi" in said.pesan


def test_a_sheet_that_lists_sops_says_nothing_of_this_one() -> None:
    listed = Papan(name="Daftar").row(0, "No", "Nama SOP", "Unit").row(1, "1", "Cuti", "Umum")
    board = with_block(("Nomor SOP", "2"), ("Nama SOP", "Mutasi"), number=2, name="SOP")
    sop = sop_of(listed, board)
    assert (sop.judul, sop.instansi) == ("Mutasi", ())


def test_a_block_repeated_on_every_page_begins_no_other_sop() -> None:
    rows = (("Nomor SOP", "7"), ("Nama SOP", "Cuti"))
    first, second = with_block(*rows, number=1), with_block(*rows, number=2)
    second.cells = [
        replace(cell, text="2" if cell.text == "1" else cell.text) for cell in second.cells
    ]
    sop = sop_of(first, second)
    assert [one.no for one in sop.langkah] == ["1", "2"]
    assert (sop.judul, sop.nomor) == ("Cuti", "7")


def test_numbers_of_pages_are_no_words_of_the_sop() -> None:
    board = steps_board()
    board.words.append(Words("Halaman 1 dari 3", Box(500, 570, 600, 580)))
    assert sop_of(board).catatan == ()


def test_the_block_may_stand_below_the_steps_in_two_tables() -> None:
    first, second = Papan(top=600), Papan(top=700)
    first.row(0, "Nomor SOP", "7").row(1, "Nama SOP", "Cuti")
    second.row(0, "Dasar Hukum", "Peralatan").row(1, "UU 5", "Komputer")
    second.row(2, "Keterkaitan", "Pencatatan").row(3, "SOP Surat", "Buku")
    board = steps_board()
    board.top = 50
    board.more += [Table(tuple(first.cells)), Table(tuple(second.cells))]
    sop = sop_of(board)
    assert (sop.judul, sop.nomor) == ("Cuti", "7")
    assert (sop.dasar_hukum, sop.pencatatan) == (("UU 5",), ("Buku",))


def test_the_number_of_a_decree_above_is_not_the_number_of_the_sop() -> None:
    board = with_block(("Nomor SOP", "065/7"), ("Nama SOP", "Cuti"))
    board.words.append(Words("NOMOR : 12 TAHUN 2020", Box(50, 10, 300, 20)))
    assert sop_of(board).nomor == "065/7"


def test_several_labels_may_share_a_cell() -> None:
    beside = with_block(
        ("Nama SOP", "Cuti"),
        ("KOTA X", "Tgl. Pembuatan\nTgl. Revisi\nTgl. Efektif", ": 3-1-2022\n: \n: 4-1-2022"),
    )
    within = with_block(("Nama SOP", "Cuti"), ("Tgl. Revisi : 3-1-2023\nTgl. Efektif : 4-1-2022",))
    sop = sop_of(beside)
    assert (sop.tanggal_pembuatan, sop.tanggal_revisi) == (date(2022, 1, 3), None)
    assert (sop.tanggal_efektif, sop.instansi) == (date(2022, 1, 4), ("KOTA X",))
    assert sop_of(within).tanggal_revisi == date(2023, 1, 3)


def test_a_signature_on_one_line_is_parted_where_the_titles_of_the_name_begin() -> None:
    line = "SEKRETARIS DPRD KABUPATEN BUKIT SAMUDRA H. MARWANTO, S.H. Pembina Tk. I NIP. 1965"
    signed = sop_of(with_block(("Nama SOP", "A"), ("Disahkan oleh", line))).disahkan_oleh
    assert signed.jabatan == "SEKRETARIS DPRD KABUPATEN BUKIT SAMUDRA"
    assert (signed.nama, signed.nip) == ("H. MARWANTO, S.H.", "1965")


def test_numbers_of_items_may_stand_in_cells_of_their_own() -> None:
    block = with_block(
        ("Nama SOP", "Cuti"),
        ("Dasar Hukum", "", "Peralatan", ""),
        ("1.", "UU Nomor 5 Tahun 2014", "1.", "Komputer"),
        ("2.", "PP Nomor 11 Tahun 2017", "2.", "Printer"),
        ("", "tentang Manajemen PNS", "", ""),
    )
    sop = sop_of(block)
    assert sop.dasar_hukum == (
        "UU Nomor 5 Tahun 2014",
        "PP Nomor 11 Tahun 2017 tentang Manajemen PNS",
    )
    assert sop.peralatan == ("Komputer", "Printer")


def test_a_dash_in_the_identity_block_is_no_item() -> None:
    block = with_block(("Nama SOP", "Cuti"), ("Keterkaitan", "Peringatan"), ("-", "………"))
    assert (sop_of(block).keterkaitan, sop_of(block).peringatan) == ((), ())


def test_short_labels_of_dates_and_an_hour_beside_the_day() -> None:
    block = with_block(
        ("Nama SOP", "Cuti"),
        ("Tgl Dibuat :", "2022-01-05 00:00:00"),
        ("Tgl Direvisi :", "6 Januari 2023 pukul 10.30"),
        ("Tgl. Diberlakukan :", "07/02/2022"),
    )
    sop = sop_of(block)
    assert (sop.tanggal_pembuatan, sop.tanggal_revisi) == (date(2022, 1, 5), date(2023, 1, 6))
    assert sop.tanggal_efektif == date(2022, 2, 7)


def test_a_title_without_a_label_stands_below_the_name_of_the_form() -> None:
    board = steps_board()
    lines = ("DINAS X", "STANDAR OPERASIONAL PROSEDUR", "PENGHAPUSAN BARANG MILIK DAERAH")
    board.words += [
        Words(line, Box(50, 10 + 12 * at, 300, 20 + 12 * at)) for at, line in enumerate(lines)
    ]
    reading = read(board)
    sop = reading.sop
    assert sop is not None
    assert (sop.judul, sop.instansi) == ("PENGHAPUSAN BARANG MILIK DAERAH", ("DINAS X",))
    assert reading.asal["judul"].keyakinan < UNSURE


def test_an_office_below_the_name_of_the_form_is_no_title() -> None:
    board = steps_board()
    lines = ("STANDAR OPERASIONAL PROSEDUR", "DINAS PERHUBUNGAN")
    board.words += [
        Words(line, Box(50, 10 + 12 * at, 300, 20 + 12 * at)) for at, line in enumerate(lines)
    ]
    assert (sop_of(board).judul, sop_of(board).instansi) == ("", ("DINAS PERHUBUNGAN",))


def test_a_list_of_changes_above_the_block_is_no_name_of_the_office() -> None:
    board = with_block(("DINAS X", "Nomor SOP", "7"), ("", "Nama SOP", "Cuti"))
    changes = Papan(top=10).row(0, "No", "Tanggal", "Uraian Perubahan")
    changes.row(1, "1", "12 Maret 2021", "Penyesuaian nomenklatur")
    board.more.insert(0, Table(tuple(changes.cells)))
    assert sop_of(board).instansi == ("DINAS X",)
