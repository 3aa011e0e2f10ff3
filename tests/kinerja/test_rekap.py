"""The tables of chapter III from the example year: sums, series, progress, standards."""

from dataclasses import replace
from decimal import Decimal

from runut.core.kinerja.anggaran import (
    budget_rows,
    capaian_keluaran,
    efficiency_rows,
    lines_of_sasaran,
    program_rows,
    program_rows_of_sasaran,
    supporting_lines,
    total_of_data,
    total_of_sasaran,
)
from runut.core.kinerja.capaian import compute_triwulan
from runut.core.kinerja.deret import (
    Arah,
    Posisi,
    compare_standar,
    direction,
    renstra_progress,
    year_series,
)
from runut.core.kinerja.model import DataKinerja, Indikator, Terukur
from runut.core.kinerja.rekap import capaian_rows, summarize_capaian
from tests.kinerja.buku import example
from tests.kinerja.ukur import nilai, ukur

D = Decimal
DATA = example()


def of(kode: str, data: DataKinerja = DATA) -> Indikator:
    return next(i for i in data.indikators if i.id == kode)


def test_the_year_is_counted_and_its_mean_is_of_the_printed_figures() -> None:
    rekap = summarize_capaian(capaian_rows(DATA))

    assert (rekap.jumlah, rekap.terukur, rekap.tercapai) == (12, 12, 10)
    assert rekap.rata_rata == D("101.30")
    assert rekap.per_kategori == {"Sangat Tinggi": 11, "Tinggi": 1}


def test_an_indicator_that_was_not_measured_does_not_lower_the_mean() -> None:
    first, *others = DATA.indikators
    unmeasured = replace(first, realisasi=Terukur(None, ""))
    data = replace(DATA, indikators=(unmeasured, *others))

    rekap = summarize_capaian(capaian_rows(data))

    assert (rekap.terukur, rekap.belum_diukur, rekap.tercapai) == (11, 1, 9)
    assert rekap.rata_rata == D("101.29")


def test_a_falling_figure_is_better_where_less_is_better() -> None:
    series = year_series(of("IK-3"), 2025)

    assert [p.tahun for p in series] == [2021, 2022, 2023, 2024, 2025]
    assert [p.selisih for p in series] == [None, D("-1.5"), D("-1.5"), D("-1.5"), D("-0.5")]
    assert {p.arah for p in series[1:]} == {Arah.MEMBAIK}
    assert str(series[3].hasil.capaian) == "94.44"


def test_direction_is_read_by_polarity() -> None:
    assert direction(ukur("naik", 10, 9), D(8), D(9)) is Arah.MEMBAIK
    assert direction(ukur("turun", 10, 9), D(8), D(9)) is Arah.MEMBURUK
    assert direction(ukur("stabil", 10, 9), D(12), D(9)) is Arah.MEMBAIK
    assert direction(ukur("rentang", (7, 10), 9), D(12), D(6)) is Arah.MEMBAIK
    assert direction(ukur("rentang", (7, 10), 9), D(8), D(9)) is Arah.TETAP
    assert direction(ukur("predikat", "BB", "B"), "BB", "B") is Arah.MEMBURUK
    assert direction(ukur("naik", 10, None), D(8), None) is None


def test_progress_to_the_end_of_the_renstra_follows_the_polarity_without_a_cap() -> None:
    assert str(renstra_progress(of("IKU-1"), 2029).hasil.capaian) == "98.08"
    assert str(renstra_progress(of("IK-3"), 2029).hasil.capaian) == "20.00"
    capped = replace(of("IKU-6"), batas=D(100))
    assert str(renstra_progress(capped, 2025).hasil.capaian) == "115.50"
    assert renstra_progress(of("IKU-1"), 2031).hasil.capaian is None


def test_the_national_standard_is_compared_in_the_sense_of_the_polarity() -> None:
    above = compare_standar(of("IKU-1"))
    assert above is not None
    assert (above.posisi, above.selisih, above.arah) == (Posisi.DI_ATAS, D("13.13"), Arah.MEMBAIK)
    below = compare_standar(of("IKU-10"))
    assert below is not None
    assert (below.posisi, below.arah) == (Posisi.DI_BAWAH, Arah.MEMBURUK)
    waktu = replace(ukur("turun", 8, 9), standar_nasional=Terukur(nilai(7), ""))
    slower = compare_standar(waktu)
    assert slower is not None
    assert (slower.posisi, slower.arah) == (Posisi.DI_ATAS, Arah.MEMBURUK)
    assert compare_standar(of("IK-3")) is None
    assert of("IK-3").tanpa_standar_nasional


def test_quarters_give_a_series() -> None:
    series = [str(compute_triwulan(of("IKU-6"), sampai).capaian) for sampai in (1, 2, 3, 4)]
    assert series == ["106.00", "111.67", "114.56", "115.50"]


def test_programs_are_the_sums_of_their_sub_kegiatan() -> None:
    total = total_of_data(DATA)

    assert (total.pagu, total.realisasi) == (21_863_420_000, 21_174_242_775)
    assert total.serapan == D("96.85")
    programs = program_rows(DATA)
    assert [str(p.jumlah.serapan) for p in programs] == ["97.58", "96.14", "95.22"]
    assert sum(p.jumlah.pagu for p in programs) == total.pagu
    assert len(budget_rows(DATA)) == len(DATA.anggaran)


def test_the_money_of_all_sasaran_adds_up_to_the_whole() -> None:
    by_sasaran = [total_of_sasaran(DATA, s.id).pagu for s in DATA.sasarans]

    assert sum(by_sasaran) == total_of_data(DATA).pagu
    s1 = {a.kode for a in lines_of_sasaran(DATA, "S1")}
    supporting = {a.kode for a in supporting_lines(DATA, "S1")}
    assert s1 == supporting
    assert [r.anggaran.kode for r in program_rows_of_sasaran(DATA, "S1")] == ["4.01.01", "4.01.02"]


def test_missing_money_gives_no_serapan_rather_than_a_low_one() -> None:
    emptied = tuple(
        replace(a, realisasi=Terukur(None, "")) if a.kode == "4.01.03.1.01.0001" else a
        for a in DATA.anggaran
    )
    data = replace(DATA, anggaran=emptied)

    assert total_of_sasaran(data, "S3").belum_diisi == 1
    assert total_of_sasaran(data, "S3").serapan is None
    row = next(e for e in efficiency_rows(data) if e.sasaran.id == "S3")
    assert row.hasil.simpulan is None


def test_efficiency_of_a_sasaran_sets_its_mean_against_its_money() -> None:
    rows = {e.sasaran.id: e for e in efficiency_rows(DATA)}

    assert (rows["S2"].capaian.rata_rata, rows["S2"].jumlah.serapan) == (D("105.66"), D("96.93"))
    assert rows["S2"].hasil.simpulan == "efisien"
    assert rows["S1"].hasil.simpulan is None
    assert "1 belum mencapai target" in (rows["S1"].hasil.alasan or "")


def test_a_sub_kegiatan_inherits_the_sasaran_of_the_level_above() -> None:
    bare = tuple(
        replace(a, sasaran_ids=("S4",) if a.tingkat == "program" else ()) for a in DATA.anggaran
    )

    assert total_of_sasaran(replace(DATA, anggaran=bare), "S4").pagu == total_of_data(DATA).pagu


def test_output_of_a_sub_kegiatan_has_its_own_capaian() -> None:
    line = next(a for a in DATA.anggaran if a.kode == "4.01.02.1.01.0002")
    assert str(capaian_keluaran(line).capaian) == "96.67"
    program = next(a for a in DATA.anggaran if a.tingkat == "program")
    assert capaian_keluaran(program).capaian is None
