"""The money: from the lowest level that has any, divided by shares, each rupiah once."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from runut.core.kinerja.anggaran import (
    budget_rows,
    efficiency_rows,
    lines_of_sasaran,
    program_rows,
    salary_lines,
    shared_lines,
    sub_lines,
    supporting_lines,
    top_rows,
    total_of,
    total_of_data,
    total_of_sasaran,
    untied_lines,
)
from runut.core.kinerja.keterkaitan import check_keterkaitan
from runut.core.kinerja.model import Anggaran, DataKinerja, Sasaran, Terukur
from runut.core.kinerja.uang import pagu_of, realisasi_of
from tests.depth import examples
from tests.kinerja.buku import example

D = Decimal


def rp(value: int | None) -> Terukur:
    return Terukur(None if value is None else D(value), "Anggaran!E4")


def line(kode: str, tingkat: str, pagu: int | None, ids: str = "", **rest: object) -> Anggaran:
    """``ids`` is ``S1`` or ``S1=60;S2=40``; half of the pagu was spent."""
    parts = [part.partition("=") for part in ids.split(";") if part]
    return Anggaran(
        kode,
        f"Baris {kode}",
        tingkat,
        tuple(p[0] for p in parts),
        rp(pagu),
        rp(None if pagu is None else pagu // 2),
        bagian={p[0]: D(p[2]) for p in parts if p[2]},
        **rest,  # type: ignore[arg-type]
    )


def budget(*lines: Anggaran) -> DataKinerja:
    nodes = tuple(Sasaran(kode, kode) for kode in ("S1", "S2", "S3"))
    return replace(example(), sasarans=nodes, indikators=(), anggaran=lines)


def kodes(data: DataKinerja) -> set[str]:
    return {finding.kode for finding in check_keterkaitan(data)}


def test_money_at_kegiatan_alone_is_the_money() -> None:
    data = budget(
        line("4.1", "program", None), *(line(f"4.1.{n}", "kegiatan", 80) for n in "1234567")
    )

    assert total_of_data(data).pagu == 560
    assert [str(row.jumlah.pagu) for row in program_rows(data)] == ["560"]
    assert total_of_data(budget(line("4", "program", 9), line("5", "program", 1))).pagu == 10


def test_lines_below_without_money_do_not_take_it_away() -> None:
    data = budget(
        line("4.1", "kegiatan", 80), line("4.1.1", "sub", None), line("4.1.2", "sub", None)
    )

    assert [a.kode for a in sub_lines(data)] == ["4.1"]
    assert (total_of_data(data).pagu, total_of_data(data).belum_diisi) == (80, 0)


def test_a_lowest_line_without_money_is_missing_not_zero() -> None:
    data = budget(line("4", "program", 80), line("4.1", "sub", 30), line("4.2", "sub", None))

    assert total_of_data(data).pagu == 30
    assert total_of_data(data).serapan is None


def test_levels_may_be_mixed_and_the_top_is_what_stands_highest() -> None:
    data = budget(line("4.1", "kegiatan", 80), line("5", "program", 9), line("5.1", "kegiatan", 9))

    assert total_of_data(data).pagu == 89
    assert [row.anggaran.kode for row in top_rows(data)] == ["4.1", "5"]
    assert len(budget_rows(data)) == 3


def test_a_shared_line_is_divided_by_its_shares_to_the_rupiah() -> None:
    data = budget(line("1", "sub", 1001, "S1=60;S2=40"))

    assert [total_of_sasaran(data, s).pagu for s in ("S1", "S2", "S3")] == [601, 400, 0]
    assert [a.kode for a in supporting_lines(data, "S2")] == ["1"]
    assert shared_lines(data) == ()


def test_a_shared_line_without_shares_is_said_and_counted_for_none() -> None:
    data = budget(line("1", "sub", 1000, "S1;S2"), line("2", "sub", 500, "S1"))

    assert total_of_sasaran(data, "S1").pagu == 500
    assert [a.kode for a in shared_lines(data, "S2")] == ["1"]
    assert "dipakai_bersama" in kodes(data)
    by_id = {one.sasaran.id: one for one in efficiency_rows(data)}
    assert by_id["S1"].bersama.pagu == 1000
    assert by_id["S1"].hasil.simpulan is None


def test_a_line_takes_the_shares_of_the_level_above() -> None:
    data = budget(line("4", "program", None, "S1=50;S2=50"), line("4.1", "sub", 100))

    assert total_of_sasaran(data, "S2").pagu == 50


def test_salaries_and_what_serves_nobody_stand_apart() -> None:
    data = budget(
        line("1", "sub", 700, "S1", is_gaji=True),
        line("2", "sub", 20),
        line("3", "sub", 10, "S1=30"),
    )

    assert [a.kode for a in salary_lines(data)] == ["1"]
    assert total_of(untied_lines(data)).pagu == 27
    assert total_of_sasaran(data, "S1").pagu == 3
    assert "bagian_tidak_penuh" in kodes(data)


ids = st.sampled_from(["", "S1", "S1;S2", "S1=60;S2=40", "S1=33.3;S2=33.3;S3=33.4", "S2=10", "S9"])
money = st.none() | st.integers(0, 10**13)


@st.composite
def budgets(draw: st.DrawFn) -> DataKinerja:
    """A tree of three levels with money, shares and salaries anywhere."""
    lines: list[Anggaran] = []
    for a in range(draw(st.integers(1, 3))):
        lines.append(line(f"{a}", "program", draw(money), draw(ids)))
        for b in range(draw(st.integers(0, 3))):
            lines.append(line(f"{a}.{b}", "kegiatan", draw(money), draw(ids)))
            lines += [
                line(f"{a}.{b}.{c}", "sub", draw(money), draw(ids), is_gaji=draw(st.booleans()))
                for c in range(draw(st.integers(0, 3)))
            ]
    return budget(*lines)


@settings(max_examples=examples(200), deadline=None)
@given(budgets())
def test_every_rupiah_is_counted_once(data: DataKinerja) -> None:
    groups = (
        *(lines_of_sasaran(data, s.id) for s in data.sasarans),
        shared_lines(data),
        salary_lines(data),
        untied_lines(data),
    )
    whole = total_of_data(data)

    assert sum(total_of(lines).pagu for lines in groups) == whole.pagu
    assert sum(total_of(lines).realisasi for lines in groups) == whole.realisasi
    assert sum(row.jumlah.pagu for row in top_rows(data)) == whole.pagu
    carrying = {a.kode for a in sub_lines(data)}
    assert not [k for k in carrying for above in carrying if k.startswith(f"{above}.")]


@given(budgets())
def test_no_budget_with_money_is_called_nothing(data: DataKinerja) -> None:
    if any(a.pagu.nilai for a in data.anggaran):
        lowest = [a for a in sub_lines(data) if a.pagu.nilai]
        assert lowest or total_of_data(data).pagu == 0
        deepest = max((a for a in data.anggaran if a.pagu.nilai), key=lambda a: len(a.kode))
        assert deepest in sub_lines(data)


def test_the_last_decided_pagu_counts_and_a_difference_is_said() -> None:
    later = line("1", "sub", None, pagu_awal=rp(10), pagu_pergeseran=rp(12), pagu_perubahan=rp(15))
    other = replace(later, kode="2", pagu=rp(14))

    assert (pagu_of(later).nilai, pagu_of(other).nilai) == (15, 14)
    assert kodes(budget(later)) == set()
    assert kodes(budget(other)) == {"pagu_berbeda"}


def test_quarters_of_money_make_the_year_only_when_all_are_there() -> None:
    def spent(*quarters: int | None, year: int | None = None) -> Anggaran:
        base = line("1", "sub", 100)
        return replace(base, realisasi=rp(year), realisasi_triwulan=tuple(map(rp, quarters)))

    assert realisasi_of(spent(10, 20, 30, 5)).nilai == 65
    assert realisasi_of(spent(10, 20, None, None)).nilai is None
    assert kodes(budget(spent(10, 20, None, None))) == {"realisasi_sebagian"}
    assert kodes(budget(spent(10, 20, 30, 5, year=66))) == {"realisasi_triwulan_tidak_sama"}
    assert kodes(budget(spent(10, 30, 60, 65, year=65))) == {"realisasi_triwulan_kumulatif"}
    assert kodes(budget(spent(10, 20, 30, 5, year=65))) == set()
