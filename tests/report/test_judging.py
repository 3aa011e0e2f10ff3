"""The analyses judge, and what they say is true of any figures.

Each property is worked out here a second time, from the bare numbers alone.
"""

import re
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from runut.core.kinerja.biaya import unit_costs
from runut.core.kinerja.capaian import compute_capaian
from runut.core.kinerja.deret import Arah, year_series
from runut.core.kinerja.model import (
    Agregasi,
    Analisis,
    Indikator,
    Pembanding,
    Polaritas,
    Terukur,
)
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.kinerja.tinjauan import Jalur, journey, missed_from_quarter, shortfall
from runut.core.report.blocks import Bullets, Chart, Paragraph, blocks_of, lines_of
from runut.core.report.lakip.bab3.gerak import moves_sentence
from runut.core.report.lakip.bab3.target import missed_sentence
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.keys import analisis_key
from runut.core.report.text import line_text, write_text
from tests.report.reading import cells, said, table
from tests.report.sample import ADUAN, DATA, DOKUMEN, KEPUASAN, at, with_indikator

NUMBERS = st.integers(1, 200).map(Decimal)
WAYS = st.sampled_from([Polaritas.NAIK, Polaritas.TURUN])


def figure(value: Decimal) -> Terukur:
    return Terukur(value, "Indikator!A1")


@st.composite
def measured(draw: st.DrawFn) -> Indikator:
    """An indicator of plain numbers: four quarters and five years of target and result."""
    four = st.lists(NUMBERS, min_size=4, max_size=4)
    results, aims = draw(four), draw(four)
    way = draw(st.sampled_from([Agregasi.AKHIR, Agregasi.JUMLAH]))
    whole = sum if way is Agregasi.JUMLAH else (lambda values: values[-1])
    return Indikator(
        "A", "S1", "Indikator A", "dokumen", draw(WAYS),
        figure(Decimal(whole(aims))), figure(Decimal(whole(results))),
        agregasi=way,
        target_triwulan=tuple(map(figure, aims)),
        realisasi_triwulan=tuple(map(figure, results)),
        riwayat={y: figure(draw(NUMBERS)) for y in range(2021, 2025)},
        renstra={y: figure(draw(NUMBERS)) for y in draw(st.sampled_from([(2029,), (2025, 2029)]))},
    )  # fmt: skip


def is_bad(one: Indikator, result: Decimal, aim: Decimal) -> bool:
    return result > aim if one.polaritas is Polaritas.TURUN else result < aim


@settings(max_examples=60, deadline=None)
@given(measured())
def test_the_size_of_a_miss_and_its_first_quarter_are_those_of_the_figures(one: Indikator) -> None:
    hasil = compute_capaian(one)
    aim, result = Decimal(one.target.nilai), Decimal(one.realisasi.nilai)  # type: ignore[arg-type]
    assert (shortfall(one, hasil) is None) == (not is_bad(one, result, aim))
    if not is_bad(one, result, aim):
        return
    words = line_text(missed_sentence(BarisCapaian(DATA.sasarans[0], one, hasil), 2025))
    assert f"{abs(result - aim)} dokumen" in words.replace(".", "")
    upto = 0
    for quarter in (4, 3, 2, 1):
        parts = [
            [Decimal(f.nilai) for f in figures[:quarter]]  # type: ignore[arg-type]
            for figures in (one.realisasi_triwulan, one.target_triwulan)
        ]
        r, t = (sum(p) if one.agregasi is Agregasi.JUMLAH else p[-1] for p in parts)
        if not is_bad(one, Decimal(r), Decimal(t)):
            break
        upto = quarter
    first = missed_from_quarter(one)
    assert (first.lingkup.sampai if first else 0) == upto


@settings(max_examples=60, deadline=None)
@given(measured())
def test_the_pace_that_is_left_leads_to_the_end_and_the_place_on_the_way_is_true(
    one: Indikator,
) -> None:
    way = journey(one, 2025, (2025, 2029))
    assert way is not None
    r, start, end = (
        Decimal(f.nilai)  # type: ignore[arg-type]
        for f in (one.realisasi, one.riwayat[2024], one.renstra[2029])
    )
    sign = -1 if one.polaritas is Polaritas.TURUN else 1
    assert way.laju == (r - start) * sign
    if not is_bad(one, r, end):
        assert way.jalur is Jalur.SAMPAI
        return
    assert way.perlu is not None
    assert r + sign * way.perlu * 4 == end
    if 2025 in one.renstra:
        behind = is_bad(one, r, Decimal(one.renstra[2025].nilai))  # type: ignore[arg-type]
    else:
        behind = way.laju < way.perlu
    assert way.jalur is (Jalur.TERTINGGAL if behind else Jalur.DI_JALUR)


@settings(max_examples=40, deadline=None)
@given(st.lists(measured(), min_size=1, max_size=4))
def test_who_got_better_and_who_worse_is_read_from_the_two_years(found: list[Indikator]) -> None:
    named = [replace(one, id=f"K{n}") for n, one in enumerate(found)]
    moved = [(one, year_series(one, 2025)) for one in named]
    words = line_text(moves_sentence(moved, 2025)).partition(" (")[0]
    for one, _ in moved:
        before, now = one.riwayat[2024].nilai, one.realisasi.nilai
        assert isinstance(before, Decimal)
        assert isinstance(now, Decimal)
        better = now < before if one.polaritas is Polaritas.TURUN else now > before
        way = "tetap" if now == before else "membaik" if better else "memburuk"
        part = next(p for p in re.split("[;:] |, (?=K)", words) if re.search(rf"\b{one.id}\b", p))
        rest = words[words.index(part) :]
        verbs = re.search(r"membaik|memburuk|tetap", rest)
        assert verbs is not None
        assert verbs[0] == way


def test_a_miss_says_from_which_quarter_on_it_could_be_seen() -> None:
    late = replace(
        DOKUMEN,
        target_triwulan=tuple(at("", v) for v in (95, 95, 95, 95)),
        realisasi_triwulan=tuple(at("", v) for v in (96, 94, 92, 90)),
    )
    words = said(compose_lakip(with_indikator(late), {}))
    assert "sudah tampak pada triwulan II, 94% dari target 95%." in words
    silent = said(compose_lakip(DATA, {}))
    assert "IKU-3: tidak terlihat pada angka triwulan" in silent


def test_a_change_of_definition_breaks_the_comparison_and_the_drawing() -> None:
    changed = replace(KEPUASAN, berubah_tahun=2025, perubahan_definisi="survei daring")
    paper = compose_lakip(with_indikator(changed), {})
    assert year_series(changed, 2025)[-1].arah is None
    assert "IKU-1: definisi berubah mulai 2025 (survei daring); angka sebelumnya tidak" in said(
        paper
    )
    assert "IKU-1 belum dapat dibandingkan dengan tahun 2024." in said(paper)
    drawn = next(b for b in blocks_of(paper) if isinstance(b, Chart) and b.kind == "panels")
    names = [series.name for series in drawn.panels[0].series]
    assert names == ["Definisi lama", "Realisasi", "Target"]


def test_the_drawing_of_the_years_holds_result_and_target() -> None:
    drawn = [
        b for b in blocks_of(compose_lakip(DATA, {})) if isinstance(b, Chart) and b.kind == "panels"
    ]
    assert len(drawn) == 2
    assert all({"Realisasi", "Target"} <= {s.name for s in one.series} for one in drawn[0].panels)


def test_a_named_peer_stands_with_source_and_year_where_there_is_no_standard() -> None:
    peer = Pembanding("P1", "IKU-2", "Biro Umum", at("Pembanding!D4", 7), 2024, "LKj Biro Umum")
    paper = compose_lakip(replace(DATA, pembanding=(peer,)), {})
    row = cells(table(paper, f"{analisis_key('S1', 4)}.tabel").rows[-1])
    assert row[2:] == ["Biro Umum", "7 aduan", "di atas", "LKj Biro Umum, 2024"]
    assert "belum setara dengan standar nasional untuk IKU-1, selisih 0,75 poin; Biro Umum" in said(
        paper
    )


def test_causes_may_be_told_by_slot_and_by_indicator() -> None:
    slots = (
        Analisis("S1", solusi="Papan jadwal.", pendorong="Petugas cukup.", hambatan="Jadwal."),
        Analisis("IKU-2", pendorong="Loket baru.", hambatan="Sistem mati.", solusi="Cadangan."),
    )
    paper = compose_lakip(replace(DATA, analisis=(*slots, DATA.analisis[1])), {})
    words = said(paper)
    assert "Faktor pendorong\nPetugas cukup." in words
    assert "Faktor penghambat\nJadwal." in words
    assert cells(table(paper, f"{analisis_key('S1', 5)}.tabel").rows[0])[1:] == [
        "Loket baru.",
        "Sistem mati.",
        "Cadangan.",
    ]
    assert "penyebab keberhasilan" not in write_text(paper)


def test_a_unit_of_output_costs_what_was_spent_on_it() -> None:
    cost = unit_costs(DATA, "S1")[0]
    assert (cost.rencana, cost.realisasi) == (Decimal(60_000_000), Decimal(54_000_000))
    assert cost.perubahan == Decimal("-10.00")
    salary = replace(DATA, anggaran=tuple(replace(a, is_gaji=True) for a in DATA.anggaran))
    assert unit_costs(salary, "S1") == ()


def test_outputs_all_reached_beside_a_missed_target_are_pointed_at() -> None:
    words = said(compose_lakip(DATA, {}))
    assert "Semua keluaran yang terukur mencapai target, sedangkan IKU-3 belum" in words


def test_nothing_is_called_efficient_while_a_target_is_missed() -> None:
    paper = compose_lakip(with_indikator(replace(ADUAN, realisasi=at("F6", 30))), {})
    words = " ".join(
        line_text(one)
        for block in blocks_of(paper)
        if isinstance(block, Paragraph | Bullets)
        for one in lines_of(block)
    )
    assert "penggunaan anggaran efisien" not in words
    assert Arah.MEMBURUK.value in words
