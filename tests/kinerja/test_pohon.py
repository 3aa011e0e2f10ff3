"""The plan as a tree: aims with indicators of their own, sub-indicators, and honest means."""

from dataclasses import replace
from decimal import Decimal

from runut.core.kinerja.keterkaitan import check_keterkaitan
from runut.core.kinerja.model import DataKinerja, Indikator, Sasaran, Terukur
from runut.core.kinerja.rekap import (
    capaian_rows,
    rows_of_sasaran,
    summarize_capaian,
    tujuan_rows,
)
from tests.kinerja.buku import example
from tests.kinerja.ukur import ukur

D = Decimal


def plan(*indikators: Indikator, **rest: object) -> DataKinerja:
    return replace(example(), sasarans=(Sasaran("S1", "S"),), indikators=indikators, **rest)  # type: ignore[arg-type]


def one(kode: str, target: object, realisasi: object, induk: str = "", **rest: object) -> Indikator:
    return replace(ukur("naik", target, realisasi, induk_id=induk), id=kode, **rest)  # type: ignore[arg-type]


def kodes(data: DataKinerja) -> set[str]:
    return {finding.kode for finding in check_keterkaitan(data)}


def test_sub_indicators_stand_under_theirs_and_do_not_count_twice() -> None:
    data = plan(one("A", 100, 90), one("B", 10, 10), one("A1", 4, 1, "A"), one("A2", 4, 2, "A"))

    rows = capaian_rows(data)

    assert [(r.indikator.id, r.is_sub, r.is_dihitung) for r in rows] == [
        ("A", False, True),
        ("A1", True, False),
        ("A2", True, False),
        ("B", False, True),
    ]
    rekap = summarize_capaian(rows)
    assert (rekap.jumlah, rekap.tercapai, rekap.rata_rata) == (2, 1, D("95.00"))


def test_sub_indicators_count_where_their_indicator_is_only_a_head() -> None:
    data = plan(one("A", None, None), one("A1", 4, 1, "A"), one("A2", 4, 4, "A"))

    rekap = summarize_capaian(capaian_rows(data))

    assert (rekap.jumlah, rekap.tercapai, rekap.rata_rata) == (2, 1, D("62.50"))


def test_a_ring_of_sub_indicators_is_said_and_loses_no_row() -> None:
    data = plan(one("A", 1, 1, "B"), one("B", 1, 1, "A"), one("C", 1, 1, "X"), one("D", 1, 1, "D"))

    assert {r.indikator.id for r in capaian_rows(data)} == {"A", "B", "C", "D"}
    assert {"induk_melingkar", "induk_tidak_dikenal"} <= kodes(data)


def test_levels_of_sub_indicators_lose_no_row() -> None:
    data = plan(one("A", 2, 1), one("A1", 2, 1, "A"), one("A11", 2, 1, "A1"))

    assert [r.indikator.id for r in capaian_rows(data)] == ["A", "A1", "A11"]
    assert summarize_capaian(capaian_rows(data)).jumlah == 1


def test_an_aim_may_have_indicators_of_its_own() -> None:
    aim = Sasaran("T1", "Meningkatnya akuntabilitas", misi="Misi 1")
    data = plan(one("A", 1, 1), one("T", 80, 81, sasaran_id="T1"), tujuans=(aim,))

    assert [r.indikator.id for r in tujuan_rows(data)] == ["T"]
    assert [r.indikator.id for r in capaian_rows(data)] == ["A"]
    assert rows_of_sasaran(data, aim) == tujuan_rows(data)
    assert data.simpul == (aim, *data.sasarans)


def test_a_sasaran_names_a_node_above_that_exists() -> None:
    nodes = (Sasaran("S1", "S", induk_id="S9"), Sasaran("S2", "S", induk_id="S2"))
    data = replace(plan(one("A", 1, 1)), sasarans=nodes)

    assert {"induk_tidak_dikenal", "induk_melingkar"} <= kodes(data)


def test_one_outlier_gives_no_mean_unless_a_cap_is_declared() -> None:
    wild, calm = one("A", 10, 370), one("B", 10, 9)

    rekap = summarize_capaian(capaian_rows(plan(wild, calm)))
    capped = summarize_capaian(capaian_rows(plan(replace(wild, batas=D(120)), calm)))

    assert (rekap.rata_rata, rekap.terukur) == (None, 2)
    assert "A 3.700%" in (rekap.alasan_rata_rata or "")
    assert (capped.rata_rata, capped.dirata_rata) == (D("105.00"), 2)


def test_a_result_out_of_its_range_lifts_no_mean() -> None:
    wide = replace(ukur("rentang", (7, 10), 18, formula="rasio"), id="R")

    rekap = summarize_capaian(capaian_rows(plan(wide, one("B", 10, 9))))

    assert (rekap.tercapai, rekap.rata_rata, rekap.dirata_rata) == (0, D("90.00"), 1)


def test_a_formula_that_nothing_uses_is_named() -> None:
    assert "rumus_tidak_dipakai" in kodes(plan(replace(one("A", 1, 1), formula="lan")))
    assert kodes(plan(replace(ukur("turun", 1, 1), formula="lan"))) == set()
    assert not kodes(plan(replace(one("A", 1, 1), target=Terukur(None, ""))))
