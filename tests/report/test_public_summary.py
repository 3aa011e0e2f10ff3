"""Two pages for everybody: nothing in them that the report does not say, and never a third page."""

import io
import re
from dataclasses import replace
from datetime import date
from random import Random

import pypdf
import pytest

from runut.core.kinerja.model import Analisis, DataKinerja
from runut.core.report.blocks import Chart, Paper, figures_of
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.keys import hambatan_key, penyebab_key
from runut.core.report.lakip.ringkasan import TANPA_SEBAB, compose_ringkasan
from runut.core.report.text import write_text
from runut.files.write.paper import write_within
from tests.claims.offices import random_data
from tests.report.sample import DATA

DAY = date(2026, 2, 2)


def summary(data: DataKinerja, texts: dict[str, str] | None = None, **more: str) -> Paper:
    return compose_ringkasan(data, texts or {}, sebanyak=12, **more)


def flat(paper: Paper) -> str:
    return " ".join(write_text(paper).split())


@pytest.mark.parametrize("seed", range(8))
def test_no_figure_that_the_report_does_not_print(seed: int) -> None:
    data = random_data(Random(seed))
    texts = {hambatan_key(one.id): f"Sebab {one.id} tertulis." for one in data.sasarans}
    said = {one.text for one in figures_of(compose_lakip(data, texts))}
    told = {one.text for one in figures_of(summary(data, texts))}
    counted = {str(n) for n in range(len(data.sasarans) + len(data.indikators) + 1)}
    assert told and told - said - counted == set()


@pytest.mark.parametrize("seed", range(8))
def test_whatever_was_missed_is_named_with_its_shortfall(seed: int) -> None:
    data = random_data(Random(seed))
    report, told = flat(compose_lakip(data, {})), flat(summary(data))
    for name in re.findall(r"- (.{10,80}?) belum mencapai target \d{4}", report):
        assert f"{name} belum mencapai target" in told


def test_a_cause_is_the_reports_own_words_or_said_to_be_missing() -> None:
    missed = DATA.sasarans[1].id
    told = flat(summary(DATA, {hambatan_key(missed): "Data terlambat. Rapat ditunda."}))
    assert "Hambatan pada sasarannya menurut laporan: Data terlambat. Rapat ditunda." in told
    told = flat(summary(DATA, {penyebab_key(missed): "Satu tercapai. Lainnya " + "lama " * 99}))
    assert "Penjelasan laporan tentang sasarannya: Satu tercapai. Lainnya lama" in told
    assert "Penyebab" not in told and "lama …" in told
    silent = replace(DATA, analisis=tuple[Analisis, ...](), narasi={})
    assert TANPA_SEBAB in flat(summary(silent))


def test_unsigned_it_says_so_and_signed_it_names_the_code() -> None:
    assert "belum ditandatangani" in flat(summary(DATA))
    assert "kode ABCDE" in flat(summary(DATA, kode="ABCDE"))


def test_one_chart_whose_words_say_what_it_shows() -> None:
    charts = [one for one in summary(DATA).body if isinstance(one, Chart)]
    assert len(charts) == 1
    assert "Meningkatnya mutu perencanaan: 1 belum mencapai" in charts[0].alt


def many(data: DataKinerja) -> DataKinerja:
    """Twelve sasaran with eight long-named indicators each, all of them missed."""
    sasarans = tuple(
        replace(data.sasarans[0], id=f"S{n}", nama=f"{data.sasarans[0].nama} bagian {n} " * 3)
        for n in range(12)
    )
    missed = data.indikators[-1]
    indikators = tuple(
        replace(missed, id=f"I{n}", sasaran_id=f"S{n % 12}", nama=f"{missed.nama} ke {n} " * 4)
        for n in range(96)
    )
    return replace(data, sasarans=sasarans, indikators=indikators, analisis=())


@pytest.mark.parametrize("data", [DATA, many(DATA)], ids=["small", "96 indicators, all missed"])
def test_it_never_needs_a_third_page(data: DataKinerja) -> None:
    texts = {penyebab_key(one.id): "sebab yang panjang " * 40 for one in data.sasarans}
    papers = (compose_ringkasan(data, texts, sebanyak=lines) for lines in (12, 8, 5, 3, 1))
    paper, pdf = write_within(papers, 2, created=DAY)
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert len(pages) <= 2
    assert "Selengkapnya" in pages[-1].extract_text() + pages[0].extract_text()
    if data is not DATA:
        assert "indikator lain, dimuat dalam laporan" in flat(paper)
