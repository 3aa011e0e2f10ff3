"""Legal bases: cited in many ways, spelt, numbered, in force; the catalogue is the office's own."""

from dataclasses import replace

import pytest

from runut.core.findings import Finding
from runut.core.sop.checks.all import check_sop
from runut.core.sop.checks.peraturan import (
    ALWAYS,
    KATALOG,
    NEVER,
    Peraturan,
    cites,
)
from runut.core.sop.mending.repairs import apply_repair
from runut.core.sop.model import SOP
from tests.sop_mend.catalogue.clean import CLEAN
from tests.sop_mend.mended import repairs_of

P53 = next(one for one in KATALOG if one.sebutan == "PermenPANRB 53/2014")
P29 = next(one for one in KATALOG if one.sebutan == "PermenPANRB 29/2010")
OWN = (
    *KATALOG,
    Peraturan("Pergub", "7", 2020, "Tata Naskah", ("surat",), sumber="Himpunan peraturan kantor"),
)


def legal(sop: SOP, item: str) -> list[Finding]:
    """What is found about one more line of DASAR HUKUM."""
    longer = replace(sop, dasar_hukum=(*sop.dasar_hukum, item))
    return [f for f in check_sop(longer) if f.kode.startswith("dasar-hukum.")]


@pytest.mark.parametrize(
    "item",
    [
        "PermenPANRB Nomor 53 Tahun 2014",
        "Permenpan-RB No. 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja",
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun "
        "2014",
        "Permen PAN & RB 53/2014",
        "PermenPANRB Nomor 53 Th. 2014",
    ],
)
def test_a_regulation_is_known_however_it_is_cited(item: str) -> None:
    assert cites(item, P53)


@pytest.mark.parametrize(
    "item",
    [
        "Perpres Nomor 53 Tahun 2014",
        "PermenPANRB Nomor 153 Tahun 2014",
        "PermenPANRB Nomor 53 Tahun 2015",
        "PermenPANRB Nomor 5 Tahun 2014",
    ],
)
def test_another_regulation_is_not_taken_for_it(item: str) -> None:
    assert not cites(item, P53)


@pytest.mark.parametrize(
    ("item", "kode"),
    [
        ("Peraturan Daerah tentang Kearsipan", "dasar-hukum.nomor-tahun"),
        ("Peraturan Daerah Nomor 3 tentang Kearsipan", "dasar-hukum.nomor-tahun"),
        ("Peraturan Daerah Nomor 3 Tahun 20144 tentang Arsip", "dasar-hukum.nomor-tahun"),
        ("Peraturan Daerah Nomor ... Tahun 2019 tentang Arsip", "dasar-hukum.nomor-tahun"),
        ("Peraturan Daerah Nomor 3 Tahun 2031 tentang Arsip", "dasar-hukum.lebih-baru"),
        (P29.kutipan, "dasar-hukum.dicabut"),
        (P53.kutipan, "dasar-hukum.ganda"),
    ],
)
def test_a_faulty_citation_is_found(item: str, kode: str) -> None:
    assert [finding.kode for finding in legal(CLEAN, item)] == [kode]


@pytest.mark.parametrize(
    "item",
    [
        "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "Undang-Undang No. 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah",
        "PP 8/2006",
        "Keputusan Gubernur Nomor 100.3/12/2024 tentang Tim Penyusun",
        "Surat Edaran Menteri Nomor SE/5/M.PAN/2009",
        "Peraturan Bupati Contoh Nomor 41 Tahun 2019",
        "Pedoman kerja kantor",
    ],
)
def test_a_sound_citation_is_left_alone(item: str) -> None:
    assert legal(CLEAN, item) == []


def test_a_revoked_base_is_told_with_its_successor_day_and_source() -> None:
    (found,) = legal(CLEAN, P29.kutipan)
    assert "1 Desember 2014 oleh PermenPANRB 53/2014" in found.pesan
    assert "Pasal 6" in found.pesan


def test_a_revoked_base_is_replaced_by_what_revoked_it() -> None:
    bases = tuple(P29.kutipan if "Nomor 53" in line else line for line in CLEAN.dasar_hukum)
    old = replace(CLEAN, dasar_hukum=bases)
    mended = apply_repair(old, f"dasar-hukum.dicabut//{P29.kutipan}")
    assert isinstance(mended, SOP) and set(mended.dasar_hukum) == set(CLEAN.dasar_hukum)


def test_only_the_misspelt_words_of_a_title_are_changed() -> None:
    line = (
        "Permenpan RB No. 53 Tahun 2014 tentang PETUNJUK TEKNIS PERJANJIAN KINRJA, Pelaporan "
        "Kinerja (Berita Negara 1842)"
    )
    faulty = replace(CLEAN, dasar_hukum=(line, *CLEAN.dasar_hukum[:1], *CLEAN.dasar_hukum[2:]))
    (repair,) = repairs_of(faulty)
    assert repair.hasil.dasar_hukum[0] == line.replace("KINRJA", "KINERJA")


def test_a_digit_typed_as_a_letter_is_mended_but_no_number_is_guessed() -> None:
    typed = replace(CLEAN, dasar_hukum=(*CLEAN.dasar_hukum, "Perda Nomor3 Tahun 2O19"))
    (repair,) = repairs_of(typed)
    assert repair.hasil.dasar_hukum[-1] == "Perda Nomor 3 Tahun 2019"
    lacking = replace(CLEAN, dasar_hukum=(*CLEAN.dasar_hukum, "Perda Nomor 3 tentang Arsip"))
    assert repairs_of(lacking) == ()


def test_an_office_adds_a_regulation_of_its_own() -> None:
    letters = replace(CLEAN, judul="PENGELOLAAN SURAT", judul_prosedur="")
    kodes = [finding.kode for finding in check_sop(letters, OWN)]
    assert kodes == ["dasar-hukum.kurang"] and check_sop(letters) == ()
    (repair,) = repairs_of(letters, OWN)
    assert repair.hasil.dasar_hukum[-1] == "Pergub Nomor 7 Tahun 2020 tentang Tata Naskah"
    assert check_sop(repair.hasil, OWN) == ()


def test_every_entry_of_the_catalogue_names_its_source() -> None:
    for one in KATALOG:
        assert one.sumber, one.sebutan
        assert bool(one.dicabut_oleh) <= (one.pokok is NEVER), one.sebutan


def test_of_a_base_named_twice_the_second_line_goes() -> None:
    twice = replace(CLEAN, dasar_hukum=(*CLEAN.dasar_hukum, CLEAN.dasar_hukum[0]))
    (repair,) = repairs_of(twice)
    assert repair.hasil.dasar_hukum == CLEAN.dasar_hukum


def test_a_successor_without_a_title_is_not_put_in() -> None:
    nameless = (*KATALOG, Peraturan("Perpres", "21", 2023, "", sumber="Perpres 21/2023"))
    line = "Keppres Nomor 68 Tahun 1995 tentang Hari Kerja"
    old = replace(CLEAN, dasar_hukum=(*CLEAN.dasar_hukum, line))
    assert [finding.kode for finding in check_sop(old, nameless)] == ["dasar-hukum.dicabut"]
    assert repairs_of(old, nameless) == ()


def test_a_revoked_regulation_is_never_proposed() -> None:
    gone = Peraturan("Perda", "1", 2001, "Arsip", ALWAYS, dicabut_oleh="Perda 2/2020", sumber="x")
    assert check_sop(CLEAN, (*KATALOG, gone)) == ()
