"""The matrix sasaran × 7 and the board of what is missing before publication."""

from dataclasses import replace

import pytest

from runut.core.findings import Finding, Level
from runut.core.kinerja.model import DataKinerja, Indikator, Pejabat
from runut.core.report.lakip.matrix import compose_matrix
from runut.core.report.lakip.review.attest import attest
from runut.core.report.lakip.sections import editable_sections
from tests.report.sample import ANGGARAN, DATA, DOKUMEN, EMPTY_WORDS, PROFIL, at, with_indikator


def lacking(data: DataKinerja, texts: dict[str, str] | None = None) -> list[tuple[str, int]]:
    matriks = compose_matrix(data, texts or {})
    return [(sel.sasaran_id, sel.nomor) for sel in matriks.sels if not sel.is_filled]


def test_the_whole_report_is_filled_and_earns_no_grade() -> None:
    matriks = compose_matrix(DATA, {})
    assert (matriks.terisi, matriks.jumlah) == (14, 14)
    assert not {"nilai", "bagian", "lengkap"} & {*dir(matriks)}


def test_without_words_analyses_five_and_seven_are_missing() -> None:
    assert lacking(EMPTY_WORDS) == [("S1", 5), ("S1", 7), ("S2", 5), ("S2", 7)]
    assert compose_matrix(EMPTY_WORDS, {}).terisi == 10


@pytest.mark.parametrize(
    "said",
    [
        "ya",
        "Ya.",
        "YA!",
        "-",
        "ya, sudah",
        "1. Sudah\n2. Sudah",
        "Telah dilaksanakan.",
        "n/a",
        "x x x x",
    ],
)
def test_words_that_say_nothing_fill_no_analysis_and_are_named(said: str) -> None:
    key = "bab3.sasaran.S1.analisis.5.penyebab"
    assert lacking(DATA, {key: said}) == [("S1", 5)]
    sel = compose_matrix(DATA, {key: said}).row("S1")[4]
    assert sel.key == key
    assert sel.kurang == (f"uraian penyebab (hanya tertulis “{' '.join(said.split())}”)",)


def test_yes_explains_no_missing_figure_but_none_may_be_said_of_a_standard() -> None:
    new = with_indikator(replace(DOKUMEN, riwayat={}, tanpa_standar_nasional=False))
    said = {f"bab3.sasaran.S2.analisis.{n}": "ya" for n in (2, 4)}
    assert lacking(new, said) == [("S2", 2), ("S2", 4)]
    said["bab3.sasaran.S2.analisis.4"] = "Tidak ada."
    assert lacking(new, said) == [("S2", 2)]


@pytest.mark.parametrize(
    ("changed", "nomor"),
    [
        (replace(DOKUMEN, realisasi=at("F7", None)), 1),
        (replace(DOKUMEN, riwayat={}), 2),
        (replace(DOKUMEN, renstra={2025: at("E7", "95")}), 3),
        (replace(DOKUMEN, tanpa_standar_nasional=False), 4),
    ],
)
def test_a_missing_figure_is_missed_in_its_analysis(changed: Indikator, nomor: int) -> None:
    assert ("S2", nomor) in lacking(with_indikator(changed))


def test_an_explanation_stands_in_for_a_figure_that_cannot_be_compared() -> None:
    new = with_indikator(replace(DOKUMEN, riwayat={}))
    assert lacking(new, {"bab3.sasaran.S2.analisis.2": "Indikator baru tahun 2025."}) == []


def test_money_that_no_sub_kegiatan_claims_leaves_six_and_seven_open() -> None:
    assert lacking(replace(DATA, anggaran=ANGGARAN[3:])) == [("S2", 6), ("S2", 7)]


def test_a_sasaran_without_indicators_lacks_all_seven() -> None:
    lonely = replace(DATA, indikators=DATA.indikators[:2])
    assert lacking(lonely) == [("S2", nomor) for nomor in range(1, 8)]


def serious(data: DataKinerja) -> list[Finding]:
    return [one for one in attest(data, {}).kurang if one.tingkat.rank >= Level.WARNING.rank]


def test_a_complete_report_lacks_nothing_but_says_that_its_data_are_invented() -> None:
    assert serious(DATA) == []
    assert [one.kode for one in attest(DATA, {}).kurang] == ["lakip.data_contoh"]


def test_each_missing_thing_names_its_chapter_and_a_section_that_can_be_written() -> None:
    sections = {section.key for section in editable_sections(EMPTY_WORDS)}
    found = serious(EMPTY_WORDS)
    assert len(found) == 6  # four analyses, two steps of Bab IV
    for one in found:
        assert one.letak.bagian in sections
        assert one.pesan.startswith(("Bab III.A", "Bab IV"))
        assert one.usul


def test_a_missing_name_number_or_date_of_the_signers_is_found() -> None:
    nameless = replace(
        DATA, profil=replace(PROFIL, pimpinan=Pejabat("Kepala", "Sari")), pk_tanggal=""
    )
    assert {one.kode for one in serious(nameless)} == {
        "lakip.profil_kosong",
        "lakip.pk_tanpa_tanggal",
    }


def test_a_year_without_sasaran_or_money_cannot_be_published() -> None:
    empty = replace(DATA, sasarans=(), indikators=(), anggaran=())
    found = attest(empty, {}).kurang
    assert any(one.tingkat is Level.BLOCKER for one in found)
    assert "lakip.anggaran" in {one.kode for one in found}
    assert compose_matrix(empty, {}).jumlah == 0
