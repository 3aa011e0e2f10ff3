"""Figures as plans really write them: the value is computed with, the words printed, or asked."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.kinerja.model import Jenis, Polaritas, Rentang, Sisi
from runut.core.kinerja.terbaca import Pertanyaan, Terbaca
from runut.core.kinerja.tulisan import read_tulisan

D = Decimal


def read(
    text: str, polaritas: str = "naik", satuan: str = "", *, is_target: bool = True
) -> Terbaca:
    found = read_tulisan(text, Polaritas(polaritas), satuan, is_target=is_target)
    assert isinstance(found, Terbaca), found
    return found


def asked(text: str, polaritas: str = "naik", *, is_target: bool = True) -> Pertanyaan:
    found = read_tulisan(text, Polaritas(polaritas), is_target=is_target)
    assert isinstance(found, Pertanyaan), found
    return found


@pytest.mark.parametrize(
    ("text", "nilai", "satuan"),
    [
        ("2 hari", "2", "hari"),
        ("1 dokumen", "1", "dokumen"),
        ("97,8 persen", "97.8", "persen"),
        ("1.200 orang", "1200", "orang"),
        ("1.250,5 ton", "1250.5", "ton"),
        ("12 kali/tahun", "12", "kali/tahun"),
        ("15 per 1.000 kelahiran hidup", "15", "per 1.000 kelahiran hidup"),
        ("Rp 1,5 miliar", "1500000000", "miliar"),
        ("Rp500 juta", "500000000", "juta"),
        ("Tersusunnya 3 dokumen", "3", "dokumen"),
        ("140 Kelompok (1400 orang)", "140", "Kelompok"),
    ],
)
def test_a_number_with_its_unit_keeps_both(text: str, nilai: str, satuan: str) -> None:
    found = read(text)

    assert found.nilai == D(nilai)
    assert found.tulisan is not None
    assert (found.tulisan.teks, found.tulisan.satuan) == (text, satuan)


@pytest.mark.parametrize("text", ["95", "97,8%", "Rp 1.000.000", "-2,5"])
def test_a_bare_number_needs_no_words(text: str) -> None:
    assert read(text).tulisan is None


@pytest.mark.parametrize(
    ("text", "sisi", "nilai"),
    [
        ("≥ 95", Sisi.MIN, 95),
        (">=95%", Sisi.MIN, 95),
        ("minimal 80", Sisi.MIN, 80),
        ("Min. 80", Sisi.MIN, 80),
        ("paling sedikit 80 orang", Sisi.MIN, 80),
        ("sekurang-kurangnya 80", Sisi.MIN, 80),
        ("80 atau lebih", Sisi.MIN, 80),
        ("> 95", Sisi.LEBIH, 95),
        ("lebih dari 95", Sisi.LEBIH, 95),
        ("di atas 95", Sisi.LEBIH, 95),
        ("<= 2", Sisi.MAKS, 2),
        ("≤2 hari", Sisi.MAKS, 2),
        ("maksimal 3", Sisi.MAKS, 3),
        ("maks 3", Sisi.MAKS, 3),
        ("paling lama 3 hari kerja", Sisi.MAKS, 3),
        ("tidak lebih dari 3", Sisi.MAKS, 3),
        ("3 ke bawah", Sisi.MAKS, 3),
        ("< 3", Sisi.KURANG, 3),
        ("kurang dari 3", Sisi.KURANG, 3),
    ],
)
def test_the_sense_of_a_target_is_read_from_its_words(text: str, sisi: Sisi, nilai: int) -> None:
    found = read(text)

    assert (found.nilai, found.tulisan and found.tulisan.sisi) == (D(nilai), sisi)
    assert found.tulisan is not None
    assert found.tulisan.teks == text


@pytest.mark.parametrize(
    "text",
    ["31 Maret 2017", "31-03-2017", "31/3/2017", "2017-03-31", "paling lambat 31 Maret 2017"],
)
def test_a_day_is_a_day(text: str) -> None:
    found = read(text)

    assert found.nilai == D(date(2017, 3, 31).toordinal())
    assert found.tulisan is not None
    assert found.tulisan.jenis is Jenis.TANGGAL


def test_a_quotient_counts_its_part_or_its_share_as_the_unit_says() -> None:
    counted = read("100 dari 110 Organisasi", satuan="Organisasi")
    share = read("100 dari 110 Organisasi", satuan="persen")

    assert counted.nilai == 100
    assert counted.tulisan is not None
    assert (counted.tulisan.x, counted.tulisan.y) == (100, 110)
    assert isinstance(share.nilai, Decimal)
    assert round(share.nilai, 4) == D("90.9091")
    assert read("45/50", satuan="%").nilai == 90
    exact = read("90,91% (100 dari 110 OPD)", satuan="%")
    assert exact.nilai == share.nilai


def test_the_number_that_has_the_unit_of_the_indicator_is_taken() -> None:
    assert read("140 Kelompok (1400 orang)", satuan="kelompok").nilai == 140
    assert read("140 Kelompok (1400 orang)", satuan="orang").nilai == 1400
    assert read("Rp 1,5 miliar", satuan="juta rupiah").nilai == 1500


@pytest.mark.parametrize(
    ("text", "nilai", "predikat"),
    [
        ("BB (75,48)", D("75.48"), "BB"),
        ("75,48 (BB)", D("75.48"), "BB"),
        ("Predikat BB", "BB", "BB"),
        ("Opini WTP", "WTP", "WTP"),
    ],
)
def test_a_rating_keeps_letter_and_number(text: str, nilai: object, predikat: str) -> None:
    found = read(text, "predikat")

    assert found.nilai == nilai
    assert found.tulisan is not None
    assert found.tulisan.predikat == predikat
    assert read("BB", "predikat").nilai == "BB"


def test_a_level_and_a_document_are_targets_too() -> None:
    assert read("Level 3").nilai == 3
    for text in ("Tersusunnya dokumen", "Tersusunnya Dokumen Renja 2026", "Terlaksananya evaluasi"):
        found = read(text)
        assert (found.nilai, found.tulisan and found.tulisan.jenis) == (1, Jenis.ADA)
    assert read("ada", is_target=False).nilai == 1
    for text in ("tidak ada", "belum tersusun", "tidak"):
        assert read(text, is_target=False).nilai == 0


@pytest.mark.parametrize(
    "text", ["80-90", "80–90 %", "80 s.d. 90", "antara 80 dan 90", "80–90 menit"]
)
def test_a_range_is_read_where_a_range_is_declared_and_asked_elsewhere(text: str) -> None:
    assert read(text, "rentang").nilai == Rentang(D(80), D(90))
    assert "rentang" in asked(text).pesan
    assert "satu hasil ukur" in asked(text, "rentang", is_target=False).pesan


@pytest.mark.parametrize(
    "text",
    [
        "banyak",
        "sekitar 8",
        "± 8",
        "3 dokumen dan 2 laporan",
        "naik 5%",
        "Triwulan II",
        "1,234.5",
        "5 lebih",
        "2 hari 4 jam",
        "Maret 2017",
        "x" * 500,
    ],
)
def test_wording_that_is_not_known_is_asked_and_never_dropped(text: str) -> None:
    found = asked(text)

    assert text[:10] in found.pesan
    assert found.usul


def test_a_result_is_one_figure_without_a_sense() -> None:
    assert asked("> 90", is_target=False).kode == "realisasi_tidak_pasti"
    assert asked("WTP").kode == "predikat_ditanya"
    assert asked("110 dari 100").kode == "pecahan_melebihi"
    assert asked("90", "rentang").kode == "bukan_rentang"


def test_a_dot_that_may_be_of_thousands_is_said_unless_whole_things_are_counted() -> None:
    assert not read("1.200 orang").is_bermakna_ganda
    assert read("1.250 ton").is_bermakna_ganda


@given(st.text(max_size=60), st.sampled_from(Polaritas), st.booleans())
def test_any_text_gives_a_figure_with_its_words_or_a_question(
    text: str, polaritas: Polaritas, is_target: bool
) -> None:
    found = read_tulisan(text, polaritas, "persen", is_target=is_target)

    if isinstance(found, Pertanyaan):
        assert found.pesan and found.usul
    elif found.tulisan is not None:
        assert found.tulisan.teks == " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("text", "satuan", "nilai"),
    [
        ("1 (satu) Dokumen", "dokumen", "1"),
        ("12 (dua belas) bulan", "bulan", "12"),
        ("20 (duapuluh) OPD", "OPD", "20"),
        ("1.250 (seribu dua ratus lima puluh) orang", "orang", "1250"),
        ("satu dokumen", "dokumen", "1"),
        ("Dua belas bulan", "bulan", "12"),
        ("Nihil", "temuan", "0"),
        ("Rp1,2 M", "rupiah", "1200000000"),
        ("1,2 M", "juta rupiah", "1200"),
        ("500 jt", "rupiah", "500000000"),
    ],
)
def test_what_officials_spell_twice_or_short_is_one_number(
    text: str, satuan: str, nilai: str
) -> None:
    found = read(text, satuan=satuan)

    assert found.nilai == D(nilai)
    assert found.tulisan is not None and found.tulisan.teks == text, "printed as it was written"


@pytest.mark.parametrize(
    ("text", "kode"),
    [
        ("2 (tiga) dokumen", "angka_dan_kata_berbeda"),
        ("Terakreditasi A", "predikat_ditanya"),
        ("Tercapainya opini WTP", "predikat_ditanya"),
        ("10 besar nasional", "bukan_angka"),
        ("sembilan", "bukan_angka"),
        ("sembilan puluh", "bukan_angka"),
        ("dua juta rupiah", "bukan_angka"),
    ],
)
def test_what_says_more_than_its_number_is_asked(text: str, kode: str) -> None:
    assert asked(text).kode == kode


@pytest.mark.parametrize("text", ["2.000 ha", "1.500 ha", "1.500 juta"])
def test_one_dot_before_three_digits_has_two_readings_unless_things_are_counted(text: str) -> None:
    assert read(text).is_bermakna_ganda
    assert not read("2.000 orang").is_bermakna_ganda
