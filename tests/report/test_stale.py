"""Words keep the numbers people typed; numbers that the report no longer shows are flagged."""

from dataclasses import replace

import pytest

from runut.core.report.blocks import Paper
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.stale import stale_findings, stale_numbers
from tests.report.sample import DATA, KEPUASAN, at, with_indikator

PAPER = compose_lakip(DATA, {})


def stale(text: str) -> list[str]:
    return [one.text for one in stale_numbers(text, PAPER)]


def test_a_quoted_figure_goes_stale_when_the_figure_changes() -> None:
    text = "Indeks kepuasan mencapai 87,55 atau naik 3,55."
    assert stale(text) == []
    corrected = replace(KEPUASAN, realisasi=at("Indikator!F5", "88.4"))
    paper = compose_lakip(with_indikator(corrected), {})
    assert [one.text for one in stale_numbers(text, paper)] == ["87,55", "3,55"]


@pytest.mark.parametrize(
    "text",
    [
        "Pada tahun 2019 dan 2020 indikator ini belum ada.",
        "Peraturan Presiden Nomor 29 Tahun 2014, Pasal 14 ayat (2).",
        "Rapat tanggal 17 Maret 2025 pukul 13.30 WIB.",
        "Dilakukan 3 kali oleh 2 bagian.",
        "Lihat Tabel 12 dan Gambar 14.",
        "Capaian hampir 95 persen, tepatnya 94,7%.",
        "Anggaran Rp1.000.000.000 terealisasi Rp932.000.000.",
        "",
    ],
)
def test_years_rules_dates_small_counts_and_known_figures_are_left_alone(text: str) -> None:
    assert stale(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Realisasi 96,1% dari target.", ["96,1%"]),
        ("Terserap Rp931.999.999.", ["Rp931.999.999"]),
        ("Sebanyak 417 acara dilayani.", ["417"]),
        ("Naik dari 61 persen.", ["61"]),
    ],
)
def test_a_number_that_no_figure_shows_is_found_with_its_place(text: str, found: list[str]) -> None:
    assert stale(text) == found
    one = stale_numbers(text, PAPER)[0]
    assert text[one.start :].startswith(found[0])


def test_the_section_with_a_stale_number_is_named() -> None:
    key = "bab3.sasaran.S1.analisis.5.penyebab"
    findings = stale_findings(DATA, {key: "Indeks mencapai 86,11."})
    assert [(one.letak.bagian, "86,11" in one.pesan) for one in findings] == [(key, True)]
    assert stale_findings(DATA, {}) == ()


def test_a_figure_that_is_named_is_never_stale() -> None:
    assert stale_numbers("Naik dari {target Renstra IKU-12 2026}.", Paper("Uji", ())) == ()
