"""The given texts are checked: what is wrong with each is named, and the clean one has nothing."""

import pytest

from runut.core.findings import Finding, Level
from runut.core.sop.checks.all import check_sop
from runut.core.sop.mending.repairs import findings_with_repairs
from tests.sop_cases.reading import sop_of


def found_in(name: str) -> tuple[Finding, ...]:
    return check_sop(sop_of(name))


def test_the_clean_sop_has_no_finding() -> None:
    assert [finding.pesan for finding in found_in("00bersih.txt")] == []


@pytest.mark.parametrize(
    ("name", "gone", "stands"),
    [
        ("01cabut.txt", "Permendagri 54/2009", "Permendagri Nomor 1 Tahun 2023"),
        ("14uu_cabut.txt", "UU 32/2004", "UU Nomor 23 Tahun 2014"),
        ("15uu_asn_cabut.txt", "UU 5/2014", "UU Nomor 20 Tahun 2023"),
        ("21permenpan_cabut.txt", "PER/21/M.PAN/11/2008", "PermenPANRB Nomor 35 Tahun 2012"),
    ],
)
def test_a_revoked_base_is_named_with_what_took_its_place(
    name: str, gone: str, stands: str
) -> None:
    (found,) = found_in(name)
    assert found.kode == "dasar-hukum.dicabut" and found.tingkat is Level.WARNING
    assert gone in found.pesan and stands in found.usul


def test_the_title_over_the_table_is_not_the_name_of_the_sop() -> None:
    (found,) = found_in("09judul.txt")
    assert found.kode == "identitas.judul-berbeda"
    assert "Pengadaan Barang Inventaris" in found.pesan


def test_a_paper_that_nobody_makes_and_an_output_that_nobody_uses() -> None:
    told = {finding.kode: finding for finding in found_in("17rantai2.txt")}
    assert set(told) == {"data.masukan-tanpa-asal", "data.output-tidak-dipakai"}
    assert "Nota pertimbangan anggaran" in told["data.masukan-tanpa-asal"].pesan
    assert told["data.masukan-tanpa-asal"].letak.langkah == "8"
    assert "Konsep surat jawaban" in told["data.output-tidak-dipakai"].pesan


def test_a_sign_of_direction_is_named_with_its_place_and_taken_away_by_one_click() -> None:
    sop = sop_of("rtl_emoji.txt")
    ((finding, repair),) = findings_with_repairs(sop)
    assert "Kegiatan langkah 1" in finding.pesan and "U+202E" in finding.pesan
    assert repair is not None
    mended = repair.hasil
    assert "\u202e" not in mended.langkah[0].kegiatan and "😀🇮🇩" in mended.langkah[0].kegiatan
    assert check_sop(mended) == ()
