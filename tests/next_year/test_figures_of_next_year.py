"""The book of the next year: results become history, targets come from the Renstra, words go."""

from decimal import Decimal
from pathlib import Path

import pytest

from runut.core.findings import Level
from runut.core.kinerja.model import DataKinerja
from runut.core.kinerja.tahun_berikutnya import next_year
from runut.core.report.lakip.sources import Source, SourceState, sources_of
from runut.core.sop.text.parse import read_sop_text
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.year import write_workbook

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def data() -> DataKinerja:
    path = EXAMPLES / "kinerja" / "lakip-2025.xlsx"
    found, _ = read_workbook(path.read_bytes(), path.name)
    assert found is not None
    return found


def test_what_was_measured_becomes_history(data: DataKinerja) -> None:
    one = next_year(data).indikators[0]
    assert one.riwayat[2025].nilai == data.indikators[0].realisasi.nilai == Decimal("89.74")
    assert one.riwayat_target[2025].nilai == data.indikators[0].target.nilai
    assert one.riwayat[2024] == data.indikators[0].riwayat[2024]
    assert one.realisasi.nilai is None and one.realisasi_triwulan == ()


def test_a_result_that_was_not_measured_is_no_history(data: DataKinerja) -> None:
    rolled = next_year(next_year(data))
    assert rolled.tahun == 2027
    assert all(2026 not in one.riwayat for one in rolled.indikators)


def test_targets_are_those_of_the_renstra_or_empty(data: DataKinerja) -> None:
    for old, new in zip(data.indikators, next_year(data).indikators, strict=True):
        planned = old.renstra.get(2026)
        assert new.target.nilai == (planned.nilai if planned else None)
    after = next_year(next_year(next_year(next_year(next_year(data)))))
    assert after.tahun == 2030 and all(one.target.nilai is None for one in after.indikators)


def test_last_years_reasons_and_money_are_not_taken_over(data: DataKinerja) -> None:
    new = next_year(data)
    assert new.analisis == () and new.narasi == {} and new.pk_tanggal == ""
    assert [one.nama for one in new.anggaran] == [one.nama for one in data.anggaran]
    assert all(one.pagu.nilai is None and one.realisasi.nilai is None for one in new.anggaran)


def test_the_book_is_written_and_read_again_without_a_blocker(data: DataKinerja) -> None:
    read, findings = read_workbook(write_workbook(next_year(data)), "2026.xlsx")
    assert read is not None and read.tahun == 2026
    assert [one.pesan for one in findings if one.tingkat is Level.BLOCKER] == []
    assert read.indikators[0].riwayat[2025].nilai == Decimal("89.74")


def sources(data: DataKinerja | None, tahun: int, *named: str) -> list[Source]:
    text = (EXAMPLES / "sop" / "penyusunan-lakip.txt").read_text(encoding="utf-8")
    sop, _ = read_sop_text(text)
    assert sop is not None
    found = sources_of(sop, tahun, data)
    return [one for one in found if not named or one.nama in named]


def test_the_three_sops_of_keterkaitan_are_asked_what_they_left(data: DataKinerja) -> None:
    assert [(one.hasil, one.state) for one in sources(data, 2025)] == [
        ("Sasaran, indikator, dan target tahun 2025", SourceState.ADA),
        ("Perjanjian Kinerja tahun 2025", SourceState.ADA),
        ("Pagu anggaran tahun 2025", SourceState.ADA),
    ]


def test_what_they_have_not_left_is_said_one_by_one(data: DataKinerja) -> None:
    found = sources(next_year(data), 2026)
    assert [one.state for one in found] == [
        SourceState.ADA,
        SourceState.BELUM,
        SourceState.BELUM,
    ]
    assert {one.state for one in sources(None, 2026)} == {SourceState.BELUM}


def test_an_indicator_without_target_is_counted(data: DataKinerja) -> None:
    without = next_year(next_year(next_year(next_year(next_year(data)))))
    renja = sources(without, 2030)[0]
    assert renja.state is SourceState.BELUM
    assert renja.words == "12 dari 12 indikator belum bertarget"


def test_of_an_sop_that_we_do_not_know_nothing_is_claimed(data: DataKinerja) -> None:
    text = (EXAMPLES / "sop" / "pengelolaan-surat-masuk.txt").read_text(encoding="utf-8")
    sop, _ = read_sop_text(text)
    assert sop is not None
    states = {one.state for one in sources_of(sop, 2025, data)}
    assert states == {SourceState.TIDAK_DIPERIKSA}
