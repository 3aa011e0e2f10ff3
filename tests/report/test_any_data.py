"""Whatever a workbook holds, the report is composed, stored and judged without a crash."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runut.core.kinerja.model import Agregasi, Anggaran, Indikator, Polaritas, Rentang, Terukur
from runut.core.report.digest import canonical_json, paper_from_json
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.review.attest import attest
from runut.core.report.lakip.stale import stale_findings
from runut.core.report.text import write_text
from tests.depth import examples
from tests.report.sample import DATA

NUMBERS = st.decimals(min_value=-1000, max_value=10**6, places=2)
RANGES = st.builds(lambda a, b: Rentang(min(a, b), max(a, b)), NUMBERS, NUMBERS)
FIGURES = st.builds(
    Terukur,
    st.one_of(st.none(), NUMBERS, RANGES, st.sampled_from(["BB", "WTP", "aneh"])),
    st.sampled_from(["", "Indikator!E5"]),
)
YEARS = st.dictionaries(st.integers(2020, 2030), FIGURES, max_size=4)
QUARTERS = st.lists(FIGURES, max_size=4).map(tuple)
INDIKATORS = st.builds(
    Indikator,
    id=st.sampled_from(["A", "B"]),
    sasaran_id=st.sampled_from(["S1", "S2", "tidak ada"]),
    nama=st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),
    satuan=st.sampled_from(["%", "", "orang", "predikat"]),
    polaritas=st.sampled_from(Polaritas),
    target=FIGURES,
    realisasi=FIGURES,
    formula=st.sampled_from([None, "lan", "rasio"]),
    agregasi=st.sampled_from([None, *Agregasi]),
    batas=st.sampled_from([None, Decimal(120)]),
    skala=st.just("permendagri-86-2017"),
    target_triwulan=QUARTERS,
    realisasi_triwulan=QUARTERS,
    riwayat=YEARS,
    riwayat_target=YEARS,
    renstra=YEARS,
    standar_nasional=st.one_of(st.none(), FIGURES),
    tanpa_standar_nasional=st.booleans(),
    nilai_predikat=st.just({}),
)
LINES = st.builds(
    Anggaran,
    kode=st.sampled_from(["1", "1.1", "1.1.1", "2.1"]),
    nama=st.just("Baris"),
    tingkat=st.sampled_from(["program", "kegiatan", "sub"]),
    sasaran_ids=st.lists(st.sampled_from(["S1", "S2", "tidak ada"]), max_size=2).map(tuple),
    pagu=FIGURES,
    realisasi=FIGURES,
    keluaran_target=st.one_of(st.none(), FIGURES),
    keluaran_realisasi=st.one_of(st.none(), FIGURES),
)


@settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(INDIKATORS, max_size=3).map(tuple), st.lists(LINES, max_size=4).map(tuple))
def test_any_figures_give_a_report(
    indikators: tuple[Indikator, ...], anggaran: tuple[Anggaran, ...]
) -> None:
    data = replace(DATA, indikators=indikators, anggaran=anggaran)
    paper = compose_lakip(data, {})
    assert write_text(paper)
    assert paper_from_json(canonical_json(paper)) == paper
    said = attest(data, {})
    assert len(said.jawaban) == 38
    assert said.kurang
    assert stale_findings(data, {}) is not None
