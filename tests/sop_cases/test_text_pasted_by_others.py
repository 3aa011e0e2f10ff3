"""Texts as people paste them: two SOPs below one another, signs without a letter."""

from runut.core.sop.reading.asal import Reading
from tests.sop_cases.reading import codes_of, reading_of


def titles(reading: Reading) -> tuple[str, int]:
    assert reading.sop is not None
    return reading.sop.judul, len(reading.sop.langkah)


def test_two_sops_are_listed_and_either_can_be_read() -> None:
    first, second = reading_of("dua_sop.txt"), reading_of("dua_sop.txt", 2)
    assert titles(first) == ("PENGELOLAAN SURAT MASUK", 11)
    assert titles(second) == ("PENGELOLAAN SURAT KELUAR", 11)
    assert [(one.urutan, one.judul) for one in first.lainnya] == [(2, "PENGELOLAAN SURAT KELUAR")]
    assert "baca.beberapa-sop" in codes_of("dua_sop.txt")


def test_an_sop_that_the_file_does_not_hold_is_said() -> None:
    reading = reading_of("dua_sop.txt", 3)
    assert reading.sop is None
    assert "SOP ke-3 tidak ada" in reading.findings[0].pesan


def test_the_second_sop_says_on_which_line_its_fields_stand() -> None:
    asal = reading_of("dua_sop.txt", 2).asal["judul"]
    assert asal.letak.baris == 46


def test_a_text_with_empty_signs_is_told_so() -> None:
    (problem,) = reading_of("nul.txt").findings
    assert "NUL" in problem.pesan


def test_a_clean_text_has_no_finding() -> None:
    assert codes_of("00bersih.txt") == set()
