"""An SOP text is read without losing a word, and what we print is read back unchanged."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from runut.core.sop.form.printed import COLUMNS, KEYS, SECTIONS
from runut.core.sop.model import (
    SOP,
    Bentuk,
    Lanjut,
    Pelaksana,
    Pengesahan,
    Sumber,
)
from runut.core.sop.text.parse import read_sop_text
from runut.core.sop.text.print import print_sop_text
from runut.core.words.items import split_items
from tests.depth import examples

EXAMPLES = Path(__file__).parents[2] / "examples" / "sop"
SEED = (EXAMPLES / "penyusunan-lakip.txt").read_text(encoding="utf-8")


def read(text: str) -> SOP:
    sop, findings = read_sop_text(text)
    assert sop is not None, findings
    return sop


# ---- the seed -------------------------------------------------------------------------------


def test_the_identity_block_of_the_seed() -> None:
    sop = read(SEED)
    assert sop.instansi == (
        "PEMERINTAH PROVINSI KALIMANTAN BARAT",
        "SEKRETARIAT DAERAH",
        "BIRO ADMINISTRASI PIMPINAN",
    )
    assert sop.nomor is None and sop.tanggal_revisi is None
    assert sop.tanggal_pembuatan == sop.tanggal_efektif == date(2022, 1, 3)
    assert sop.disahkan_oleh == Pengesahan(
        "KEPALA BIRO ADMINISTRASI PIMPINAN", "SEFPR KURNIADI, S.STP.", None
    )
    assert sop.judul == "PENYUSUNAN LAPORAN AKUNTABILITAS KINERJA INSTANSI PEMERINTAH (LAKIP)"
    assert len(sop.dasar_hukum) == 1 and "Nomor 53 Tahun 2014 tentang" in sop.dasar_hukum[0]
    assert sop.keterkaitan == (
        "SOP Penyusunan Renja",
        "SOP Penanganan Penetapan Kinerja (TA{KIN)",
        "SOP Penyusunan DPA",
    )
    assert sop.peralatan == ("Buku Agenda rapat.", "Draft Awal Lakip.")
    assert sop.pencatatan == ("Notulensi hasil rapat.",)
    assert sop.judul_prosedur == "Prosedur Penyusunan LAKIP"


def test_the_nine_steps_of_the_seed_run_top_to_bottom_and_have_no_actor() -> None:
    sop = read(SEED)
    assert sop.pelaksana == ("Kasubag", "Staf", "Tim", "Kabag", "Karo")
    assert [step.no for step in sop.langkah] == list("123456789")
    assert all(step.pelaksana == () and step.bentuk is Bentuk.PROSES for step in sop.langkah)
    assert [[way.ke for way in step.lanjut] for step in sop.langkah] == [*map(list, "23456789"), []]
    assert sop.step("2").rujukan_sop == ("Penerbitan Undangan Rapat Tim",)
    assert [s.waktu.menit_kerja for s in sop.langkah] == [10, 30, 120, 450, 450, 900, 120, 120, 120]


def test_no_word_of_the_seed_is_lost() -> None:
    assert words_of_file(SEED) == words_of_sop(read(SEED))


def test_a_lost_word_would_be_noticed() -> None:
    sop = read(SEED)
    assert words_of_file(SEED) != words_of_sop(replace(sop, judul_prosedur=""))


def test_reading_the_printed_seed_gives_the_seed() -> None:
    sop = read(SEED)
    printed = print_sop_text(sop)
    assert read(printed) == sop
    assert print_sop_text(read(printed)) == printed
    assert printed.endswith("\n")


def words_of_file(text: str) -> Counter[str]:
    """The words of a file without the form's own labels and without counting numbers."""
    labels = [label for table in (KEYS, SECTIONS, COLUMNS) for ls in table.values() for label in ls]
    found: Counter[str] = Counter()
    for line in text.replace("**", "").split("\n"):
        for cell in line.split("\t"):
            plain = cell.strip().removesuffix(":").strip()
            if plain not in labels:
                found.update(re.sub(r"(?<!\S)[1-9]\.(?=\s)", " ", plain).split())
    return found


def words_of_sop(sop: SOP) -> Counter[str]:
    """The words of all fields, as they stood on the form."""
    texts = [*sop.instansi, sop.nomor or "", sop.judul, sop.judul_prosedur, *sop.pelaksana]
    days = (sop.tanggal_pembuatan, sop.tanggal_revisi, sop.tanggal_efektif)
    texts += [f"{day.day} Januari {day.year}" for day in days if day]
    texts += [sop.disahkan_oleh.jabatan, sop.disahkan_oleh.nama, sop.disahkan_oleh.nip or ""]
    for items in (sop.dasar_hukum, sop.keterkaitan, sop.peringatan, sop.kualifikasi_pelaksana):
        texts += items
    texts += [*sop.peralatan, *sop.pencatatan, *sop.catatan]
    for step in sop.langkah:
        texts += [step.no, step.kegiatan, *step.kelengkapan, step.waktu.teks, *step.output]
        texts.append(step.keterangan)
    return Counter(word for text in texts for word in text.split())


# ---- numbers that start no item -------------------------------------------------------------


def test_a_number_starts_an_item_only_when_it_continues_the_count() -> None:
    assert split_items("1. PERMENPAN Nomor 53 Tahun 2014. 2. S.STP. 3. Pasal 4. ayat 5") == (
        "PERMENPAN Nomor 53 Tahun 2014.",
        "S.STP.",
        "Pasal 4. ayat 5",
    )
    assert split_items("1) Undangan 2) Daftar hadir") == ("Undangan", "Daftar hadir")
    assert split_items("1.Undangan 2.Daftar hadir") == ("Undangan", "Daftar hadir")
    assert split_items("- Undangan - Daftar hadir") == ("Undangan", "Daftar hadir")
    assert split_items("Undangan; Daftar hadir", at_semicolons=True) == ("Undangan", "Daftar hadir")
    assert split_items("Tahun 2014. 2. Bukan daftar") == ("Tahun 2014. 2. Bukan daftar",)


# ---- marks ----------------------------------------------------------------------------------

HEAD = (
    "No.\tKegiatan\tPelaksana\t\t\tMutu Baku\t\t\tKeterangan\n"
    "\t\tStaf\tTim\tKabag\tKelengkapan\tWaktu\tOutput\n"
)


def table(*rows: str) -> SOP:
    return read(HEAD + "\n".join(rows))


def test_usual_marks_name_the_actor() -> None:
    for mark in "√vVxX●•*✓✔":
        sop = table(f"1\tMenyusun\t\t{mark}\t\tData\t1 jam\tDraft")
        assert sop.step("1").pelaksana == (Pelaksana("Tim"),), mark


def test_symbols_carry_shape_and_ways_out() -> None:
    sop = table(
        "1\tMenyusun\t(mulai)\t√",
        "2\tMemeriksa\t\t\t<Ya→3; Tidak→1>",
        "3\tMengirim\t√\t[→4]",
        "4\tMengarsipkan\t(selesai)",
    )
    shapes = [(s.bentuk.value, [p.nama for p in s.pelaksana]) for s in sop.langkah]
    assert shapes == [
        ("mulai", ["Staf", "Tim"]),
        ("keputusan", ["Kabag"]),
        ("proses", ["Tim", "Staf"]),
        ("selesai", ["Staf"]),
    ]
    assert sop.step("2").lanjut == (Lanjut("3", "Ya"), Lanjut("1", "Tidak"))
    assert sop.step("3").lanjut == (Lanjut("4"),) and sop.step("4").lanjut == ()


def test_a_drawn_capsule_starts_in_the_first_row_and_ends_elsewhere() -> None:
    sop = table("1\tMenyusun\t(o)", "2\tMemeriksa\t\t◇", "3\tMengirim\t( )")
    assert [s.bentuk for s in sop.langkah] == [Bentuk.MULAI, Bentuk.KEPUTUSAN, Bentuk.SELESAI]


def test_words_in_an_actor_cell_name_the_actor_less_surely() -> None:
    (actor,) = table("1\tMenyusun\t\tdibantu Staf").step("1").pelaksana
    assert actor.nama == "Tim" and actor.sumber is Sumber.TEKS and "dibantu Staf" in actor.alasan


def test_a_symbol_without_a_known_actor_is_read_and_printed() -> None:
    sop = table("1\tMenyusun\t?(mulai)\t", "2\tMengirim\t?<Ya→1; Tidak→2>")
    assert [s.bentuk for s in sop.langkah] == [Bentuk.MULAI, Bentuk.KEPUTUSAN]
    assert all(s.pelaksana == () for s in sop.langkah)
    assert read(print_sop_text(sop)) == sop


# ---- broken and merged rows -----------------------------------------------------------------


def test_a_row_broken_inside_a_cell_is_joined() -> None:
    sop = table("1\tMenyiapkan undangan", "dan mengirimkannya\t√\t\t\tAgenda\t1 jam\tUndangan")
    assert sop.step("1").kegiatan == "Menyiapkan undangan dan mengirimkannya"
    assert sop.step("1").output == ("Undangan",)


def test_a_row_wrapped_cell_by_cell_is_joined_by_column() -> None:
    sop = table(
        "1\tMenyiapkan\t√\t\t\tAgenda\t1 jam\tUndangan\tTerkait SOP",
        "\tundangan\t\t\t\trapat\t\trapat\tPenyusunan Renja",
    )
    step = sop.step("1")
    assert (step.kegiatan, step.kelengkapan, step.output) == (
        "Menyiapkan undangan",
        ("Agenda rapat",),
        ("Undangan rapat",),
    )
    assert step.rujukan_sop == ("Penyusunan Renja",)


def test_a_step_without_number_is_not_swallowed_and_is_said() -> None:
    sop, findings = read_sop_text(
        HEAD
        + "1\tMenyusun\t√\t\t\tData\t1 jam\tDraft\t\n\tMengirim\t√\t\t\tDraft\t1 jam\tTerkirim\t\n"
    )
    assert sop is not None and [s.no for s in sop.langkah] == ["1", "1a"]
    assert [f.kode for f in findings] == ["baca.langkah-tanpa-nomor"]


def test_a_repeated_head_and_a_row_of_column_numbers_are_no_steps() -> None:
    row = "1\tMenyusun\t√\t\t\tData\t1 jam\tDraft"
    numbers = "\t".join("123456789")
    sop = read(f"{HEAD}{numbers}\n{row}\n\n{HEAD}{numbers}\n2\tMengirim\t√")
    assert [s.no for s in sop.langkah] == ["1", "2"]


def test_lines_below_the_table_are_kept_as_notes() -> None:
    sop = table("1\tMenyusun\t√", "", "Ditetapkan di Pontianak")
    assert sop.catatan == ("Ditetapkan di Pontianak",)


def test_labels_to_the_right_of_the_office_and_other_spellings_are_understood() -> None:
    sop = read(
        "DINAS KESEHATAN\tNomor SOP\t:\t036/2025\n"
        "BAGIAN UMUM\tTgl. Pembuatan\t:\t03-01-2022\n"
        "\tTgl Pengesahan : 2022-01-10\n"
        "\tDisahkan oleh\t:\tKEPALA DINAS KESEHATAN\n"
        "\t\t\tDr. ANI LESTARI, M.Kes.\n"
        "\t\t\tNIP. 19750730 200112 2 001\n"
        "\tJudul SOP\t:\tSurat Masuk\n"
        "DASAR HUKUM\tKUALIFIKASI PELAKSANA\n"
        "1. Permenpan 35\n2. Perwal 4\tMampu membaca\n"
        "NO\tUraian Prosedur\tPelaksana\t\t\tMutu Baku\t\t\tKet\n"
        "\t\tStaf\tTim\tKabag\tPersyaratan/Kelengkapan\tWaktu\tOutput\t\n"
        "1.\tMenerima surat\tv\t\t\tSurat\t5 mnt\tSurat tercatat\t\n"
    )
    assert sop.instansi == ("DINAS KESEHATAN", "BAGIAN UMUM")
    assert (sop.nomor, sop.judul) == ("036/2025", "Surat Masuk")
    assert (sop.tanggal_pembuatan, sop.tanggal_efektif) == (date(2022, 1, 3), date(2022, 1, 10))
    assert sop.disahkan_oleh == Pengesahan(
        "KEPALA DINAS KESEHATAN", "Dr. ANI LESTARI, M.Kes.", "197507302001122001"
    )
    assert sop.dasar_hukum == ("Permenpan 35", "Perwal 4")
    assert sop.step("1").kelengkapan == ("Surat",)


def test_an_incomplete_date_is_kept_as_a_note_and_said() -> None:
    sop, findings = read_sop_text("TANGGAL REVISI\tDesember 2013\n\n" + HEAD + "1\tMenyusun\t√")
    assert sop is not None and sop.catatan == ("TANGGAL REVISI: Desember 2013",)
    assert [(f.kode, f.letak.baris) for f in findings] == [("baca.tanggal-tidak-dipahami", 1)]


# ---- what is no SOP -------------------------------------------------------------------------


def test_what_is_no_sop_table_gives_one_plain_blocker_and_no_steps() -> None:
    narrative = "Rapat penyusunan LAKIP dipimpin Kasubag.\nKegiatan, Pelaksana, Mutu Baku.\n" * 9
    scrambled = "".join(sorted(SEED))
    without_rows = HEAD + "tidak ada langkah\n"
    crowd = HEAD + "".join(f"{n}\tMenyusun\t√\n" for n in range(1, 502))
    wide = SEED.replace("Pelaksana\t", "Pelaksana\t" + "\t" * 100)
    for text, kode in (
        (narrative, "baca.bukan-tabel-sop"),
        (scrambled, "baca.bukan-tabel-sop"),
        (wide, "baca.bukan-tabel-sop"),
        (without_rows, "baca.tanpa-langkah"),
        (crowd, "baca.terlalu-banyak-langkah"),
        (SEED + "\n" * 10_001, "baca.terlalu-luas"),
        (SEED + "\n" + "\t" * 501, "baca.terlalu-luas"),
        ("", "baca.kosong"),
        (" \n\t\n", "baca.kosong"),
        ("PK\x03\x04\x00\x00" * 50, "baca.bukan-teks"),
        ("a" * 2_000_001, "baca.terlalu-besar"),
    ):
        sop, findings = read_sop_text(text, "coba.txt")
        assert sop is None and [f.kode for f in findings] == [kode], text[:40]
        assert findings[0].pesan.startswith("Berkas coba.txt ") and findings[0].usul


@settings(max_examples=examples(200), deadline=None)
@given(st.text(max_size=400), st.lists(st.integers(0, len(SEED) - 1), max_size=40))
def test_no_text_ever_raises(noise: str, cuts: list[int]) -> None:
    read_sop_text(noise)
    damaged = list(SEED)
    for place, cut in enumerate(cuts):
        damaged[cut] = "\t\n1.√<"[place % 6]
    read_sop_text("".join(damaged))


def test_cells_copied_from_a_spreadsheet_with_line_breaks_are_one_cell() -> None:
    row = '1\tMenyusun "draft"\t√\t"1. Surat\n2. ""Agenda"""\t5 menit\tDraft'
    sop, _ = read_sop_text("No\tKegiatan\tPelaksana\tKelengkapan\tWaktu\tOutput\n" + row)
    assert sop is not None
    assert sop.langkah[0].kegiatan == 'Menyusun "draft"'
    assert sop.langkah[0].kelengkapan == ("Surat", '"Agenda"')
