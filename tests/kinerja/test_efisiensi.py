"""Absorption and efficiency against the worked numbers of published reports."""

from decimal import Decimal

import pytest

from runut.core.kinerja.efisiensi import (
    Keluaran,
    compute_efisiensi_pmk,
    compute_mean,
    compute_rasio,
    compute_selisih,
    compute_serapan,
    compute_sisa,
    nilai_efisiensi,
)

D = Decimal


@pytest.mark.parametrize(
    ("pagu", "realisasi", "serapan"),
    [
        (855_830_897_000, 734_881_464_333, "85.87"),  # O1, PMK 214/2017
        (105_370_538_000 - 1_544_000_000, 23_906_077_655, "23.03"),  # O3, PPPOMN 2021
        (24_126_484_000 + 48_022_572_000 + 33_221_482_000, 0, "0.00"),
        (1_455_199_373_000, 1_405_183_265_160, "96.56"),  # O4, BPKP 2021
        (106_439_453_000, 104_734_936_307, "98.40"),  # O6, Itjen 2019
        (769_420_000, 760_225_025, "98.80"),
        (3_021_089_000, 2_988_047_640, "98.91"),
        (1_428_920_480_000, 1_091_695_246_720, "76.40"),  # O13, BP Batam 2026
        (1_099_028_050_000, 870_430_215_600, "79.20"),
    ],
)
def test_serapan_is_what_the_reports_print(pagu: int, realisasi: int, serapan: str) -> None:
    assert str(compute_serapan(D(pagu), D(realisasi))) == serapan


def test_serapan_without_pagu_is_not_a_number() -> None:
    assert compute_serapan(D(0), D(5)) is None


def test_pmk_efficiency_of_the_example_in_the_regulation() -> None:
    """O2: PAK 4/1/5, RAK 3.8/0.975/4.725 billion, output 122/80/142 %."""
    e = compute_efisiensi_pmk(
        [
            Keluaran(D("4.0"), D("3.8"), D(122)),
            Keluaran(D("1.0"), D("0.975"), D(80)),
            Keluaran(D("5.0"), D("4.725"), D(142)),
        ]
    )

    assert e == D("25.67")
    assert nilai_efisiensi(e) == 100


def test_mean_divides_by_as_many_rows_as_there_are_and_ne_stays_below_100() -> None:
    """O7, Itjen 2019 p. 42 prints 74.03 (three rows by four) and NE 235 %."""
    mean = compute_mean([D("98.40"), D("98.80"), D("98.91")])

    assert mean == D("98.70")
    assert nilai_efisiensi(mean) == 100
    assert nilai_efisiensi(D("-20")) == 0
    assert nilai_efisiensi(D("-35")) == 0
    assert nilai_efisiensi(D(0)) == 50


BPKP_2021 = [  # O5: output, dana, SDM, printed ratios
    ("106.52", "97.80", "91.10", "108.92", "116.93"),
    ("106.93", "98.30", "95.16", "108.78", "112.37"),
    ("103.17", "98.50", "94.34", "104.74", "109.36"),
    ("103.84", "96.23", "96.07", "107.91", "108.09"),
    ("103.39", "57.43", "94.54", "180.03", "109.36"),
    ("119.98", "96.56", "103.39", "124.25", "116.05"),
]


def test_output_over_input_for_money_and_staff() -> None:
    for keluaran, dana, sdm, per_dana, per_sdm in BPKP_2021:
        assert compute_rasio(D(keluaran), D(dana)) == D(per_dana)
        assert compute_rasio(D(keluaran), D(sdm)) == D(per_sdm)
    assert compute_mean([D(row[3]) for row in BPKP_2021]) == D("122.44")
    assert compute_mean([D(row[4]) for row in BPKP_2021]) == D("112.03")


def test_left_over_budget_counts_only_where_the_target_was_reached() -> None:
    """O12, a city's LKIP 2019: capaian 100.45 % with 11.01 % left."""
    assert compute_sisa(D("100.45"), D("88.99")) == D("11.01")
    assert compute_sisa(D("99.99"), D("60")) is None


def test_efficient_means_target_reached_with_a_smaller_share_of_the_money() -> None:
    assert compute_selisih(D("100"), D("95")).simpulan == "efisien"
    assert compute_selisih(D("95"), D("60")).simpulan == "tidak efisien"
    assert compute_selisih(D("100"), D("100")).simpulan == "tidak efisien"
    assert compute_selisih(D("102.5"), D("95")).kerja == "102,50% − 95% = 7,50 poin"


def test_nothing_done_with_nothing_spent_is_never_efficient() -> None:
    assert compute_selisih(D(0), D(0)).simpulan == "tidak efisien"
    assert compute_selisih(None, D(50)).simpulan is None
    assert compute_selisih(D(100), None).simpulan is None
