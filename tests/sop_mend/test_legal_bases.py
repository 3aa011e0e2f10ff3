"""Legal bases: cited in many ways, spelt, numbered, in force; the catalogue is the office's own."""

from dataclasses import replace

import pytest

from runut.core.findings import Finding, Level, Refused
from runut.core.sop.checks.all import check_sop
from runut.core.sop.checks.peraturan import (
    ALWAYS,
    KATALOG,
    NEVER,
    Katalog,
    Peraturan,
    cites,
    find_cited,
    merged,
    successor,
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
    found = [f for f in check_sop(longer) if f.kode.startswith("dasar-hukum.")]
    return [f for f in found if f.kode != "dasar-hukum.tidak-diperiksa"]


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


# ---- the catalogue as delivered -------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "named"),
    [
        ("Permenpan Nomor PER/21/M.PAN/11/2008 tentang SOP", "PER/21/M.PAN/11/2008"),
        ("Peraturan Menteri Negara PAN Nomor : PER-21/M.PAN/11/2008", "PER/21/M.PAN/11/2008"),
        (
            "Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor 21 Tahun 2008",
            "PER/21/M.PAN/11/2008",
        ),
        ("PER/09/M.PAN/05/2007", "PER/09/M.PAN/5/2007"),
        ("UU No.32 Th.2004", "UU 32/2004"),
        ("Undang-Undang Republik Indonesia Nomor 5 Tahun 2014", "UU 5/2014"),
        ("Peraturan Menteri Dalam Negeri Nomor 054 Tahun 2009", "Permendagri 54/2009"),
        ("Peraturan Menteri PAN dan RB Nomor 35 Tahun 2012", "PermenPANRB 35/2012"),
        ("Peraturan Kepala Badan Pusat Statistik Nomor 7 Tahun 2008", "Peraturan BPS 7/2008"),
        ("UU Nomor 23 Tahun 2014 sebagaimana diubah dengan UU 9/2015", "UU 23/2014"),
    ],
)
def test_a_base_is_found_in_its_short_and_its_long_form(item: str, named: str) -> None:
    found = find_cited(item)
    assert found is not None and found.sebutan.endswith(named)


@pytest.mark.parametrize(
    "item",
    [
        "PP Nomor 5 Tahun 2014",
        "Keputusan Menteri Dalam Negeri Nomor 54 Tahun 2009",
        "Perda Nomor 3 Tahun 2019 tentang Pelaksanaan UU Nomor 32 Tahun 2004",
        "Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2004",
        "Permenkes 21/2008 tentang Pelaksanaan PP 53 Tahun 2010",
    ],
)
def test_a_base_of_another_kind_or_named_in_a_title_is_not_taken_for_it(item: str) -> None:
    assert find_cited(item) is None


def unchecked(*items: str, katalog: Katalog = KATALOG) -> Finding:
    sop = replace(CLEAN, dasar_hukum=items)
    found = [f for f in check_sop(sop, katalog) if f.kode == "dasar-hukum.tidak-diperiksa"]
    assert len(found) == 1 and found[0].tingkat is Level.INFO
    return found[0]


def test_what_the_catalogue_does_not_know_is_said_once_and_named() -> None:
    found = unchecked(
        P53.kutipan,
        "Perda Nomor 3 Tahun 2019 tentang Arsip",
        "Pergub 7/2020",
        "Pedoman kerja kantor",
    )
    assert found.pesan.startswith("3 dari 4 dasar hukum tidak ada dalam katalog")
    assert "Perda Nomor 3 Tahun 2019; Pergub 7/2020; Pedoman kerja kantor" in found.pesan


def test_a_base_that_the_office_added_is_checked() -> None:
    known = Peraturan("Perda", "3", 2019, "Arsip", sumber="Himpunan peraturan kantor")
    sop = replace(CLEAN, dasar_hukum=(*CLEAN.dasar_hukum, "Peraturan Daerah Nomor 3 Tahun 2019"))
    assert check_sop(sop, merged((known,))) == ()


def test_what_the_office_says_stands_before_what_is_delivered() -> None:
    stands = replace(P29, dicabut_oleh="", tanggal=None, sumber="Kantor")
    katalog = merged((stands,))
    assert len(katalog) == len(KATALOG)
    sop = replace(CLEAN, dasar_hukum=(*CLEAN.dasar_hukum, P29.kutipan))
    assert "dasar-hukum.dicabut" not in {f.kode for f in check_sop(sop, katalog)}


def test_a_base_revoked_by_one_that_was_revoked_too_is_replaced_by_what_stands() -> None:
    (found,) = legal(CLEAN, "UU Nomor 43 Tahun 1999")
    assert "UU 5/2014" in found.pesan and "diganti UU 20/2023" in found.pesan
    assert "UU Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara" in found.usul


def test_an_unsure_status_is_said_to_be_unsure_and_nothing_is_mended_by_it() -> None:
    (likely,) = legal(CLEAN, "Inpres Nomor 7 Tahun 1999")
    assert likely.pesan.startswith("Menurut catatan kami") and "Pastikan" in likely.usul
    assert likely.tingkat is Level.WARNING
    (unsure,) = legal(CLEAN, "PermenPANRB Nomor 80 Tahun 2012")
    assert unsure.tingkat is Level.INFO and "belum pasti" in unsure.pesan
    line = "Inpres Nomor 7 Tahun 1999"
    old = replace(CLEAN, dasar_hukum=(*CLEAN.dasar_hukum, line))
    assert isinstance(apply_repair(old, f"dasar-hukum.dicabut//{line}"), Refused)


def test_the_body_that_issued_a_regulation_before_2010_is_named_as_it_was_then() -> None:
    kodes = {f.kode for f in legal(CLEAN, "Permenpan Nomor PER/09/M.PAN/5/2007")}
    assert kodes == set()


def test_no_regulation_stands_twice_in_the_catalogue_and_every_chain_ends() -> None:
    names = [one.sebutan for one in KATALOG]
    assert len(names) == len(set(names)) > 80
    for one in KATALOG:
        if one.dicabut_oleh and (end := successor(one)):
            assert not end.dicabut_oleh, one.sebutan
