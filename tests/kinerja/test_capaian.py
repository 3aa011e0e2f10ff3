"""Capaian by polarity, with the worked numbers of published reports as oracles."""

from decimal import Decimal

import pytest

from runut.core.kinerja.capaian import compute_capaian, compute_triwulan, other_formula_note
from tests.kinerja.ukur import triwulan, ukur


@pytest.mark.parametrize(
    ("polaritas", "formula", "target", "realisasi", "capaian"),
    [
        # PermenPANRB 8/2021 p. 110 (O8): a range, and a range where less is better
        ("rentang", "rasio", (80, 90), 70, "87.50"),
        ("rentang", "lan", (7, 8), "6.5", "107.14"),
        ("rentang", "lan", (7, 8), 9, "87.50"),
        ("rentang", None, (80, 90), 80, "100.00"),
        ("rentang", None, (80, 90), 90, "100.00"),
        # O9: the regulation prints 113 %; the right number is 92 ÷ 90
        ("rentang", "rasio", (80, 90), 92, "102.22"),
        # O10, PANRB SMK p. 363
        ("naik", None, 85, 85, "100.00"),
        ("naik", None, 95, 93, "97.89"),
        ("turun", None, 12, 13, "91.67"),
        ("turun", "rasio", 12, 13, "92.31"),
        ("turun", None, 12, 6, "150.00"),
        ("turun", "rasio", 12, 6, "200.00"),
        ("stabil", None, 100, 104, "96.00"),
        ("stabil", None, 100, 96, "96.00"),
        ("predikat", None, "WTP", "WDP", "75.00"),
        ("predikat", None, "BB", "bb", "100.00"),
    ],
)
def test_capaian_is_what_the_sources_work_out(
    polaritas: str, formula: str | None, target: object, realisasi: object, capaian: str
) -> None:
    hasil = compute_capaian(ukur(polaritas, target, realisasi, formula=formula))

    assert str(hasil.capaian) == capaian


@pytest.mark.parametrize(
    ("realisasi", "lan", "rasio"),
    [
        (8, "120.00", "125.00"),
        (10, "100.00", "100.00"),
        (12, "80.00", "83.33"),
        (0, "200.00", "100.00"),
    ],
)
def test_lower_is_better_has_one_declared_answer_where_four_programs_disagree(
    realisasi: int, lan: str, rasio: str
) -> None:
    """Target 10. Programs in use print 120/125/20/125, 100/100/0/100, 80/83.33/-20/83.33, …"""
    answers = [
        str(compute_capaian(ukur("turun", 10, realisasi, formula=f)).capaian)
        for f in ("lan", "rasio")
    ]

    assert answers == [lan, rasio]


def test_a_warning_says_when_the_other_formula_would_change_the_category() -> None:
    note = other_formula_note(ukur("turun", 10, "12.5", formula="lan"))

    assert note is not None
    assert "80%" in note and "Tinggi" in note
    assert "75%" in note and "Sedang" in note
    assert other_formula_note(ukur("turun", 10, 8)) is None
    assert other_formula_note(ukur("naik", 10, 8)) is None


def test_not_measured_is_never_zero() -> None:
    """O14, Sampang 2019: target 55 %, realisasi n/a."""
    hasil = compute_capaian(ukur("naik", 55, None))

    assert (hasil.capaian, hasil.kategori, hasil.alasan) == (None, None, "Belum diukur.")
    assert hasil.is_tercapai is None
    assert compute_capaian(ukur("naik", 55, 0)).capaian == 0


@pytest.mark.parametrize(
    ("polaritas", "formula", "target", "realisasi", "capaian"),
    [
        ("naik", None, 0, 5, None),
        ("naik", None, 0, 0, None),
        ("turun", None, 0, 0, "100.00"),
        ("turun", "rasio", 0, 0, "100.00"),
        ("turun", None, 0, 3, "0.00"),
        ("turun", "rasio", 0, 3, "0.00"),
        ("turun", "rasio", 12, 0, "100.00"),
        ("turun", None, 12, 0, "200.00"),
        ("turun", None, 10, 25, "0.00"),
        ("stabil", None, 0, 0, "100.00"),
        ("rentang", None, (0, 0), 3, None),
        ("naik", None, -4, 5, None),
        ("naik", None, None, 5, None),
        ("predikat", None, "WTP", "ISTIMEWA", None),
    ],
)
def test_zero_and_missing_figures_follow_a_rule_that_is_said(
    polaritas: str, formula: str | None, target: object, realisasi: object, capaian: str | None
) -> None:
    hasil = compute_capaian(ukur(polaritas, target, realisasi, formula=formula))

    assert (None if hasil.capaian is None else str(hasil.capaian)) == capaian
    if capaian is None:
        assert hasil.alasan and hasil.kategori is None


def test_only_a_declared_cap_bends_a_result_and_the_working_shows_it() -> None:
    free = compute_capaian(ukur("naik", 80, 120))
    capped = compute_capaian(ukur("naik", 80, 120, batas=Decimal(120)))

    assert free.kerja == "120 ÷ 80 × 100 = 150%"
    assert (capped.capaian, capped.kerja) == (120, "120 ÷ 80 × 100 = 150%, dibatasi 120%")
    assert capped.alasan is not None


def test_the_working_can_be_repeated_by_the_reader() -> None:
    kerja = [
        compute_capaian(i).kerja
        for i in (
            ukur("turun", 12, 13),
            ukur("naik", "0.125", "0.1"),
            ukur("rentang", (80, 90), 92, formula="rasio"),
            ukur("turun", 10, 25),
            ukur("predikat", "WTP", "WDP"),
        )
    ]

    assert kerja == [
        "(2 × 12 − 13) ÷ 12 × 100 = 91,67%",
        "0,1 ÷ 0,125 × 100 = 80%",
        "92 > 90, batas terdekat menjadi T: 92 ÷ 90 × 100 = 102,22%",
        "(2 × 10 − 25) ÷ 10 × 100 = -50%, dicatat 0%",
        "WDP = 3, WTP = 4: 3 ÷ 4 × 100 = 75%",
    ]


@pytest.mark.parametrize(
    ("polaritas", "agregasi", "target", "realisasi", "capaian"),
    [
        ("naik", "akhir", [25, 50, 75, 100], [20], "80.00"),
        ("naik", "akhir", [25, 50, 75, 100], [20, 45], "90.00"),
        ("naik", "akhir", [25, 50, 75, 100], [20, 45, 70, 110], "110.00"),
        ("naik", "akhir", [25, 50, 75, 100], [20, None, 60, None], "80.00"),
        ("turun", "akhir", [12, 11], [13, 10], "110.00"),
        ("turun", "akhir", [12], [13], "92.31"),
        ("turun", "akhir", [12], [0], "100.00"),
        ("turun", "akhir", [0], [0], "100.00"),
        ("naik", "akhir", [80, 80, 80, 80], [70, 76, 76], "95.00"),
        ("naik", "jumlah", [10, 20, 30, 40], [8, 18], "86.67"),
        ("naik", "jumlah", [10, 20, 30, 40], [10, None, 15, None], "62.50"),
        ("naik", "jumlah", [0, 0], [3, 4], None),
        ("predikat", "jumlah", ["A", "A"], ["B", "A"], None),
        ("naik", "akhir", [25, None], [20, 45], None),
    ],
)
def test_quarters_are_put_together_as_declared(
    polaritas: str,
    agregasi: str,
    target: list[object],
    realisasi: list[object],
    capaian: str | None,
) -> None:
    formula = "rasio" if polaritas == "turun" else None
    hasil = compute_triwulan(triwulan(polaritas, agregasi, target, realisasi, formula=formula))

    assert (None if hasil.capaian is None else str(hasil.capaian)) == capaian


def test_the_sum_of_quarters_is_shown_and_the_year_to_a_quarter_can_be_asked() -> None:
    indikator = triwulan("naik", "jumlah", [10, 20, 30, 40], [8, 18, 27, 45])

    kerja = compute_triwulan(indikator, 2).kerja
    assert kerja == "R = 8 + 18 = 26; T = 10 + 20 = 30; 26 ÷ 30 × 100 = 86,67%"
    assert str(compute_triwulan(indikator).capaian) == "98.00"


def test_the_figure_of_the_year_counts_before_the_quarters() -> None:
    indikator = ukur(
        "naik",
        100,
        99,
        target_triwulan=triwulan("naik", "akhir", [25], [20]).target_triwulan,
        realisasi_triwulan=triwulan("naik", "akhir", [25], [20]).realisasi_triwulan,
    )

    assert str(compute_capaian(indikator).capaian) == "99.00"
