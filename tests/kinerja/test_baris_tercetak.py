"""The law of the printed row: capaian follows from the target, realisasi and rule as printed."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from runut.core.kinerja.capaian import HasilCapaian
from runut.core.kinerja.cetak import BarisTercetak, compute_printed, figure_text, printed_row
from runut.core.kinerja.model import (
    Agregasi,
    Indikator,
    Polaritas,
    Rentang,
    Terukur,
)
from runut.core.kinerja.terbaca import Terbaca
from runut.core.kinerja.tulisan import read_tulisan
from tests.depth import examples

D = Decimal
SATUAN = ["persen", "%", "dokumen", "orang", "indeks", "hari kerja", "Rp", "", "kasus per 1.000"]
number = st.decimals(0, 10**7, places=3) | st.integers(0, 10**9).map(Decimal)
whole = st.integers(1, 400)
WORDS = {
    "naik": st.one_of(
        whole.map(lambda n: f"≥ {n}"),
        whole.map(lambda n: f"lebih dari {n}"),
        whole.map(lambda n: f"{n} dari {n + 7}"),
        st.sampled_from(["Tersusunnya dokumen", "Level 3", "BB (75,48)", "minimal 80"]),
    ),
    "turun": st.one_of(
        whole.map(lambda n: f"≤ {n}"),
        whole.map(lambda n: f"maksimal {n}"),
        st.sampled_from(["31 Maret 2017", "paling lambat 30 April 2017"]),
    ),
}
RESULTS = st.one_of(
    whole.map(lambda n: f"{n} dari {n + 7}"),
    st.sampled_from(["ada", "tidak ada", "Level 2", "BB (74,1)", "1 April 2017", "31 Maret 2017"]),
)


def bare(nilai: Decimal | Rentang | None) -> Terukur:
    return Terukur(nilai, "")


@st.composite
def figure(draw: st.DrawFn, polaritas: str, satuan: str, *, is_target: bool) -> Terukur:
    """A figure as it may come in: a number, words, a range where one is due, or nothing."""
    if polaritas == "rentang" and is_target:
        low, wide = draw(number), draw(number)
        return bare(Rentang(low, low + wide))
    words = WORDS.get(polaritas) if is_target else RESULTS
    kind = draw(st.sampled_from(["number", "number", "words", "empty"]))
    if kind == "words" and words is not None:
        found = read_tulisan(draw(words), Polaritas(polaritas), satuan, is_target=is_target)
        if isinstance(found, Terbaca):
            return Terukur(found.nilai, "", found.tulisan)
    return bare(None if kind == "empty" else draw(number))


@st.composite
def indikator(draw: st.DrawFn) -> Indikator:
    polaritas = draw(st.sampled_from(["naik", "turun", "rentang", "stabil"]))
    satuan = draw(st.sampled_from(SATUAN))

    def some(*, is_target: bool) -> Terukur:
        return draw(figure(polaritas, satuan, is_target=is_target))

    has_quarters = draw(st.booleans())
    return Indikator(
        "IKU-1",
        "S1",
        "Indikator uji",
        satuan,
        Polaritas(polaritas),
        some(is_target=True),
        some(is_target=False),
        formula=draw(st.sampled_from([None, "lan", "rasio", "jarak"])),
        batas=draw(st.sampled_from([None, D(100), D(120)])),
        agregasi=draw(st.none() | st.sampled_from(Agregasi)),
        target_triwulan=tuple(some(is_target=True) for _ in range(4)) if has_quarters else (),
        realisasi_triwulan=tuple(some(is_target=False) for _ in range(4)) if has_quarters else (),
    )


def recomputed(row: BarisTercetak) -> HasilCapaian:
    one = row.indikator
    found = compute_printed(
        row.target,
        row.realisasi,
        one.polaritas,
        formula=one.formula,
        batas=one.batas,
        skala=one.skala,
        satuan=one.satuan,
    )
    assert isinstance(found, HasilCapaian), found
    return found


@settings(max_examples=examples(400), deadline=None)
@given(indikator())
def test_every_row_can_be_recomputed_from_its_own_words(one: Indikator) -> None:
    row = printed_row(one)
    if row.hasil.capaian is None:
        assert row.capaian == "–"
        assert row.alasan
        return

    again = recomputed(row)

    assert (row.capaian, row.hasil.capaian) == (again.capaian_teks, again.capaian)
    if row.lingkup == "tahun":
        assert (row.tercapai, row.kategori) == (again.tercapai, again.kategori or "–")
    else:
        assert row.tercapai is None
        assert row.acuan in ("target tahun", f"target {row.lingkup}")


def test_a_figure_is_printed_in_its_own_words_with_its_unit() -> None:
    def shown(words: str, satuan: str) -> str:
        found = read_tulisan(words, Polaritas.NAIK, satuan)
        assert isinstance(found, Terbaca)
        return figure_text(Terukur(found.nilai, "", found.tulisan), satuan)

    assert shown("≥ 95", "persen") == "≥ 95%"
    assert shown("≥ 95", "dokumen") == "≥ 95 dokumen"
    assert shown("100 dari 110 Organisasi", "Organisasi") == "100 dari 110 Organisasi"
    assert shown("2 hari", "hari") == "2 hari"
    assert shown("Level 3", "level") == "Level 3"
    assert shown("99.5", "persen") == "99,50%"
    assert figure_text(bare(D("99.996")), "persen") == "99,996%"
    assert figure_text(bare(D(1500000)), "rupiah") == "Rp1.500.000"
    assert figure_text(None, "persen") == "–"
