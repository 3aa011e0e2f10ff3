"""Reached compares realisasi with target by the direction; a result out of its range never is."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.kinerja.capaian import HasilCapaian, compute_pair
from runut.core.kinerja.cetak import compute_printed
from runut.core.kinerja.model import Indikator, Polaritas, Rentang, Terukur
from runut.core.kinerja.terbaca import Pertanyaan
from tests.kinerja.ukur import ukur

D = Decimal


def row(target: str, realisasi: str, polaritas: str = "naik", **rule: object) -> HasilCapaian:
    """The result of a row from its printed words."""
    hasil = compute_printed(target, realisasi, Polaritas(polaritas), **rule)  # type: ignore[arg-type]
    assert not isinstance(hasil, Pertanyaan), hasil
    return hasil


def test_a_rounded_percentage_reaches_nothing() -> None:
    hasil = row("100.000", "99.996")

    assert (hasil.tercapai, hasil.capaian_teks) == (False, "99,996%")
    assert "belum tercapai" in (hasil.alasan or "")
    assert hasil.kerja.endswith("= 99,996%")
    assert row("100.000", "99.996", skala="lampu-100").kategori != "Hijau"
    assert row("100.000", "100.000").tercapai is True


def test_a_cap_does_not_make_reached_or_missed() -> None:
    assert row("80", "120", batas=D(100)).tercapai is True
    assert row("80", "79,999", batas=D(100)).tercapai is False


@pytest.mark.parametrize(
    ("target", "realisasi", "polaritas", "tercapai"),
    [
        ("≥ 95", "95", "naik", True),
        ("> 95", "95", "naik", False),
        ("> 95", "95,1", "naik", True),
        ("≤ 2", "2", "turun", True),
        ("< 2", "2", "turun", False),
        ("maksimal 3 hari", "4 hari", "turun", False),
        ("100 dari 110 organisasi", "99 dari 110 organisasi", "naik", False),
        ("100 dari 110 organisasi", "100 dari 110 organisasi", "naik", True),
        ("31 Maret 2017", "31 Maret 2017", "turun", True),
        ("31 Maret 2017", "1 April 2017", "turun", False),
        ("Level 3", "Level 3", "naik", True),
        ("BB (75,48)", "BB (75,47)", "predikat", False),
        ("BB", "BB (75,47)", "predikat", True),
        ("BB", "A", "predikat", True),
        ("Tersusunnya dokumen", "ada", "naik", True),
        ("Tersusunnya dokumen", "tidak ada", "naik", False),
        ("1 dokumen", "ada", "naik", True),
        ("80–90", "80", "rentang", True),
        ("80–90", "92", "rentang", False),
    ],
)
def test_reached_is_read_from_the_printed_words(
    target: str, realisasi: str, polaritas: str, tercapai: bool
) -> None:
    assert row(target, realisasi, polaritas).tercapai is tercapai


@pytest.mark.parametrize(
    ("target", "polaritas", "verdicts"),
    [
        ("≥ 80", "naik", (False, True, True)),
        ("> 80", "naik", (False, False, True)),
        ("≤ 80", "turun", (True, True, False)),
        ("< 80", "turun", (True, False, False)),
        ("80", "stabil", (False, True, False)),
        ("80–80", "rentang", (False, True, False)),
    ],
)
@pytest.mark.parametrize("formula", [None, "rasio"])
@pytest.mark.parametrize("batas", [None, D(100)])
def test_at_the_bound_and_a_hair_beside_it_percent_and_verdict_agree(
    target: str, polaritas: str, verdicts: tuple[bool, ...], formula: str, batas: D
) -> None:
    """Who missed stands below 100 % on paper, or the row says why it does not; and the other way
    round. A hair: one part in ten thousand millions."""
    shown_figures = ("79,99999999", "80", "80,00000001")
    for realisasi, reached in zip(shown_figures, verdicts, strict=True):
        hasil = row(target, realisasi, polaritas, formula=formula, batas=batas)
        assert hasil.tercapai is reached
        if hasil.capaian is None:
            assert hasil.sebab == "di luar rentang"
            continue
        shown = D(hasil.capaian_teks.removesuffix("%").replace(".", "").replace(",", "."))
        assert (shown >= 100) is (reached or bool(hasil.sebab))


@pytest.mark.parametrize(
    ("target", "polaritas", "wanted"), [("> 95", "naik", "lebih"), ("< 95", "turun", "kurang")]
)
def test_a_strict_target_met_exactly_says_so_beside_its_hundred_percent(
    target: str, polaritas: str, wanted: str
) -> None:
    hasil = row(target, "95", polaritas, skala="empat-berhasil")

    assert (hasil.capaian_teks, hasil.tercapai) == ("100%", False)
    assert hasil.sebab == "tepat pada batas"
    assert f"menghendaki {wanted} dari itu" in (hasil.alasan or "")
    assert hasil.kategori != "Sangat Berhasil"


def test_before_a_day_is_not_on_that_day() -> None:
    assert row("sebelum 31 Maret 2017", "30 Maret 2017", "turun").capaian_teks == "100%"
    late = row("sebelum 31 Maret 2017", "31 Maret 2017", "turun")
    assert (late.capaian_teks, late.tercapai, late.sebab) == ("0%", False, "")


def test_figures_of_any_size_do_not_round_across_the_target() -> None:
    hasil = row("900.000.000.000.000.000", "899.999.999.999.999.999")
    assert (hasil.tercapai, hasil.capaian_teks[:5]) == (False, "99,99")


@pytest.mark.parametrize(
    ("target", "polaritas"),
    [
        ("≤ 2", "naik"),
        ("minimal 80", "turun"),
        ("≥ 80", "rentang"),
        ("> 80", "stabil"),
        ("31 Maret 2017", "naik"),
        ("Tersusunnya dokumen", "turun"),
    ],
)
def test_words_against_the_declared_direction_give_no_capaian(target: str, polaritas: str) -> None:
    found = compute_printed(target, "2", Polaritas(polaritas))

    if not isinstance(found, Pertanyaan):
        assert (found.capaian, found.tercapai) == (None, None)
        assert "padahal polaritasnya" in (found.alasan or "")


@pytest.mark.parametrize(
    ("target", "realisasi", "says"),
    [
        ("100 dari 110 organisasi", "99 dari 100 organisasi", "keseluruhan yang berbeda"),
        ("2 hari", "3 jam", "Satuan target"),
        ("31 Maret 2017", "12", "sama-sama tanggal"),
        ("12 dokumen", "ada", "ditulis dengan angka"),
        ("0", "5", "Target 0"),
        ("-4", "5", "Target negatif"),
    ],
)
def test_what_cannot_be_compared_says_why(target: str, realisasi: str, says: str) -> None:
    polaritas = "turun" if "Maret" in target else "naik"
    hasil = row(target, realisasi, polaritas)

    assert (hasil.capaian, hasil.tercapai) == (None, None)
    assert says in (hasil.alasan or "")


def test_out_of_range_without_a_rule_has_no_percentage_and_is_not_reached() -> None:
    hasil = row("7–10", "18", "rentang")

    assert (hasil.capaian, hasil.tercapai) == (None, False)
    assert "nyatakan rumusnya" in (hasil.alasan or "")


@given(
    st.decimals(1, 1000, places=1),
    st.decimals(0, 1000, places=1),
    st.decimals(0, 3000, places=1),
    st.sampled_from([None, "lan", "rasio", "jarak"]),
)
def test_out_of_range_is_never_reached_and_never_graded_as_full(
    low: Decimal, wide: Decimal, realisasi: Decimal, formula: str | None
) -> None:
    indikator = ukur("rentang", None, None, formula=formula)
    target = Rentang(low, low + wide)
    hasil = compute_pair(indikator, Terukur(target, ""), Terukur(realisasi, ""))

    is_inside = target.low <= realisasi <= target.high
    assert hasil.tercapai is is_inside
    if not is_inside and hasil.capaian is not None and hasil.capaian >= 100:
        assert hasil.kategori is None
    if not is_inside and formula == "jarak":
        assert hasil.persen is not None
        assert hasil.persen < 100


@given(
    st.sampled_from(["naik", "turun", "stabil"]),
    st.decimals("0.001", 10**6, places=3),
    st.decimals(0, 10**6, places=3),
    st.sampled_from([None, Decimal(100), Decimal(120)]),
)
def test_reached_and_the_exact_percentage_never_contradict_each_other(
    polaritas: str, target: Decimal, realisasi: Decimal, batas: Decimal | None
) -> None:
    """R against T and 100 % are one thing where nothing is rounded and no cap lies below."""
    indikator: Indikator = ukur(polaritas, None, None, batas=batas)
    hasil = compute_pair(indikator, Terukur(target, ""), Terukur(realisasi, ""))

    assert hasil.persen is not None
    assert hasil.tercapai is (hasil.persen >= 100)
    if not hasil.tercapai:
        shown = hasil.capaian_teks.removesuffix("%").replace(".", "").replace(",", ".")
        assert Decimal(shown) < 100


def test_days_are_on_time_or_not() -> None:
    hasil = row("31 Maret 2017", "15 April 2017", "turun")

    assert hasil.capaian == 0
    assert "terlambat 15 hari" in hasil.kerja
    assert date(2017, 3, 31).toordinal() == hasil.target
