"""Quarters: a part of the year is called so and never counted as the year."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runut.core.kinerja.capaian import compute_capaian, compute_triwulan
from runut.core.kinerja.cetak import printed_row
from runut.core.kinerja.model import Agregasi, Indikator, Polaritas, Sasaran, Terukur
from runut.core.kinerja.rekap import BarisCapaian, summarize_capaian
from runut.core.kinerja.terbaca import Terbaca
from runut.core.kinerja.tulisan import read_tulisan

D = Decimal
S1 = Sasaran("S1", "Sasaran uji")


def figure(words: str, satuan: str, *, is_target: bool) -> Terukur:
    if words == "-":
        return Terukur(None, "")
    found = read_tulisan(words, Polaritas.NAIK, satuan, is_target=is_target)
    assert isinstance(found, Terbaca), found
    return Terukur(found.nilai, "", found.tulisan)


def year(
    target: str,
    target_tw: str,
    realisasi_tw: str,
    agregasi: str | None = None,
    *,
    polaritas: str = "naik",
    satuan: str = "dokumen",
    realisasi: str = "-",
) -> Indikator:
    """Quarters are parted by ``|``, ``-`` is empty."""

    def quarters(words: str, *, is_target: bool) -> tuple[Terukur, ...]:
        parts = [part.strip() for part in words.split("|")] if words else []
        return tuple(figure(part, satuan, is_target=is_target) for part in parts)

    return Indikator(
        "IKU-1",
        "S1",
        "Indikator uji",
        satuan,
        Polaritas(polaritas),
        figure(target, satuan, is_target=True),
        figure(realisasi, satuan, is_target=False),
        agregasi=None if agregasi is None else Agregasi(agregasi),
        target_triwulan=quarters(target_tw, is_target=True),
        realisasi_triwulan=quarters(realisasi_tw, is_target=False),
    )


def test_half_a_year_has_no_capaian_of_the_year_but_one_of_its_part() -> None:
    """Target of the year 100, only TW II filled: 58,53 of 55,64."""
    half = year("100", "- | 55,64 | - | 100", "- | 58,53 | - | -", "akhir", satuan="persen")

    hasil, row = compute_capaian(half), printed_row(half)

    assert (hasil.capaian, hasil.is_tercapai, hasil.is_terhitung) == (None, None, False)
    assert "s.d. TW II" in (hasil.alasan or "")
    assert (row.target_tahun, row.target, row.realisasi) == ("100%", "55,64%", "58,53%")
    assert (row.lingkup, row.acuan, row.capaian) == ("s.d. TW II", "target s.d. TW II", "105,19%")
    assert row.bagian_tahun == "58,53% dari target tahun"
    assert row.tercapai is None


def test_one_quarter_of_a_sum_is_a_share_of_the_year() -> None:
    part = year("1200", "300 | 300 | 300 | 300", "318 | - | - | -", "jumlah")
    without_plan = year("1200", "", "318 | - | - | -", "jumlah")

    assert printed_row(part).bagian_tahun == "26,50% dari target tahun"
    row = printed_row(without_plan)
    assert (row.lingkup, row.acuan, row.capaian) == ("s.d. TW I", "target tahun", "26,50%")
    assert (row.kategori, row.tercapai) == ("–", None)


def test_a_part_of_the_year_is_in_no_count_and_no_mean() -> None:
    part = year("1200", "300 | 300 | 300 | 300", "318 | - | - | -", "jumlah")
    full = year("10", "", "", realisasi="9")
    rows = tuple(BarisCapaian(S1, one, compute_capaian(one)) for one in (part, full))

    rekap = summarize_capaian(rows)

    assert (rekap.jumlah, rekap.terukur, rekap.tercapai, rekap.sebagian) == (2, 1, 0, 1)
    assert (rekap.rata_rata, rekap.dirata_rata) == (D("90.00"), 1)


@pytest.mark.parametrize(
    ("target", "target_tw", "realisasi_tw", "agregasi", "capaian"),
    [
        ("5", "0 | 5 | 0 | 0", "0 | 5 | 0 | 0", None, "100.00"),
        ("5", "0 | 5 | 0 | 0", "0 | 5 | 0 | 0", "akhir", "100.00"),
        ("5", "0 | 5 | 0 | 0", "0 | 5 | 0 | 0", "jumlah", "100.00"),
        ("5", "0 | 5 | 0 | 0", "- | 5 | - | -", "jumlah", "100.00"),
        ("5", "2 | 3 | 0 | 0", "2 | 3 | 0 | 0", None, "100.00"),
        ("5", "2 | 5 | 0 | 0", "2 | 5 | 5 | 5", "akhir", "100.00"),
        ("5", "2 | 3 | 0 | 0", "2 | 2 | 0 | 0", "jumlah", "80.00"),
        ("-", "0 | 5 | 0 | 0", "0 | 5 | 0 | 0", "jumlah", "100.00"),
        ("4", "1 | 1 | 1 | 1", "1 | 1 | 1 | 2", None, "125.00"),
        ("100", "25 | 50 | 75 | 100", "20 | 45 | 70 | 110", None, "110.00"),
    ],
)
def test_targets_that_end_at_zero_are_reached_by_what_was_done_before(
    target: str, target_tw: str, realisasi_tw: str, agregasi: str | None, capaian: str
) -> None:
    hasil = compute_capaian(year(target, target_tw, realisasi_tw, agregasi))

    assert (str(hasil.capaian), hasil.lingkup.teks) == (capaian, "tahun")


def test_a_plan_that_ends_early_is_a_part_until_it_is_reached() -> None:
    assert compute_capaian(year("5", "5 | 0 | 0 | 0", "3 | - | - | -", "jumlah")).capaian is None
    assert compute_capaian(year("5", "5 | 0 | 0 | 0", "3 | 0 | 0 | 0", "jumlah")).capaian == 60


def test_zero_is_a_real_target_where_less_is_better() -> None:
    hasil = compute_capaian(year("0", "2 | 1 | 0 | 0", "2 | 1 | 0 | 3", "akhir", polaritas="turun"))

    assert (hasil.capaian, hasil.tercapai) == (0, False)


def test_the_mean_of_quarters_is_the_year_and_can_be_repeated() -> None:
    hasil = compute_capaian(year("80", "", "82 | 79 | 81 | 82", "rata-rata", satuan="indeks"))
    third = year("80", "80|80|80|-", "80 | 80 | 79 | -", "rata-rata", satuan="indeks")

    assert (hasil.realisasi, str(hasil.capaian)) == (D(81), "101.25")
    assert hasil.kerja.startswith("R = (82 + 79 + 81 + 82) ÷ 4 = 81; ")
    row = printed_row(third)
    assert row.realisasi == "79,67 (239 ÷ 3)"
    assert (row.capaian, row.tercapai) == ("99,58%", False)


def test_x_and_y_are_each_added_up() -> None:
    full = year("90", "", "25 dari 30|20 dari 20|30 dari 40|9 dari 10", "rasio", satuan="persen")
    lacking = year("90", "", "25 dari 30 | 80 | 75 | 90", "rasio", satuan="persen")

    row = printed_row(full)
    assert (row.realisasi, row.capaian, row.tercapai) == ("84 dari 100", "93,33%", False)
    assert "25/30 + 20/20 + 30/40 + 9/10" in row.kerja
    assert "memerlukan x dan y" in (compute_capaian(lacking).alasan or "")


def test_what_no_declaration_tells_is_asked() -> None:
    unknown = year("1200", "", "300 | 300 | 300 | 318")

    hasil = compute_capaian(unknown)

    assert hasil.capaian is None
    assert "Agregasi triwulan belum dinyatakan" in (hasil.alasan or "")


def test_the_figure_of_the_year_is_the_one_that_counts() -> None:
    both = year("100", "25|50|75|100", "20 | - | - | -", "akhir", realisasi="99")

    assert (str(compute_capaian(both).capaian), compute_triwulan(both).capaian) == ("99.00", 80)


quarter = st.one_of(st.just("-"), st.integers(0, 50).map(str))
quarters = st.lists(quarter, min_size=4, max_size=4).map(" | ".join)


@given(
    st.one_of(st.just("-"), st.integers(1, 200).map(str)),
    quarters,
    quarters,
    st.sampled_from([None, "jumlah", "akhir", "rata-rata"]),
    st.sampled_from(["naik", "turun"]),
)
def test_a_year_is_said_only_when_no_planned_quarter_is_missing(
    target: str, target_tw: str, realisasi_tw: str, agregasi: str | None, polaritas: str
) -> None:
    one = year(target, target_tw, realisasi_tw, agregasi, polaritas=polaritas)
    hasil = compute_capaian(one)

    if hasil.capaian is not None:
        assert not hasil.lingkup.is_bagian
        last = max(q for q, r in enumerate(one.realisasi_triwulan) if r.nilai is not None)
        later = [t.nilai for t in one.target_triwulan[last + 1 :] if t.nilai is not None]
        assert not [t for t in later if t != 0]
        assert hasil.tercapai is not None
    elif hasil.bagian is not None:
        assert hasil.bagian.lingkup.is_bagian or hasil.bagian.alasan or hasil.alasan
        assert hasil.is_tercapai is None
