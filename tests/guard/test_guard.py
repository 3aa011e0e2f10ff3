"""A reader in a child process: whatever a file does to it, we get a sentence, in bounded memory."""

import os
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from runut.core.findings import Finding, Level
from runut.files.guard.parent import read_guarded
from tests.guard import files

WORKBOOK = "runut.files.read.workbook.year:read_workbook"
GROWTH_ALLOWED = 50 << 20


def read(
    reader: str, data: bytes = b"isi", **options: object
) -> tuple[object, tuple[Finding, ...]]:
    timeout_s = options.pop("timeout_s", 30.0)
    assert isinstance(timeout_s, float)
    path = reader if ":" in reader else f"tests.guard.readers:{reader}"
    return read_guarded(path, data, "nama.xlsx", timeout_s=timeout_s, options=options)


def kode_of(answer: tuple[object, tuple[Finding, ...]]) -> str:
    value, findings = answer
    assert value is None
    (finding,) = findings
    assert finding.tingkat is Level.BLOCKER
    assert finding.pesan.endswith(".")
    assert finding.usul.endswith(".")
    return finding.kode


def test_an_honest_file_comes_back_as_the_reader_gave_it() -> None:
    value, findings = read("length", b"isi berkas\x00\xff\n")
    assert value == 13
    assert findings == (Finding("terbaca", Level.INFO, "nama.xlsx"),)


def test_options_reach_the_reader() -> None:
    assert read("repeats", b"ab", times=3) == (b"ababab", ())


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("F1", files.far_cells),
        ("F2", files.three_million_cells),
        ("F3", files.bomb_of_strings),
        ("F4", files.bomb_of_words),
        ("F5", files.billion_laughs),
        ("F5 workbook", files.billion_laughs_in_a_workbook),
        ("F5 quadratic", files.quadratic),
        ("F6", files.stranger_in_the_house),
        ("F7", files.tables_in_tables),
        ("F8", lambda: files.xlsx(**{"../../etc/passwd": "<a/>"})),
        ("F9", lambda: files.xlsx(**{"xl/vbaProject.bin": b"x"})),
    ],
)
def test_hostile_office_files_are_answered_and_our_memory_stays(
    name: str, make: Callable[[], bytes]
) -> None:
    data = make()
    before = peak_memory()
    assert kode_of(read("unpacked", data)).startswith("berkas_")
    assert peak_memory() - before < GROWTH_ALLOWED


@pytest.mark.parametrize("make", [files.far_cells, files.three_million_cells, files.xlsx])
def test_the_readers_of_the_product_are_behind_the_same_door(make: Callable[[], bytes]) -> None:
    value, findings = read(WORKBOOK, make())
    assert value is None
    assert findings
    assert all(finding.pesan.endswith(".") for finding in findings)


@pytest.mark.parametrize("beginning", [b"%PDF-1.7\n", b"\x89PNG", b" "])
def test_an_archive_behind_another_beginning_is_refused(beginning: bytes) -> None:
    assert kode_of(read("unpacked", beginning + files.xlsx())) == "berkas_ganda"


@pytest.mark.parametrize("data", [b"PK adalah Perjanjian Kinerja", b"", b"\x00" * 1_000])
def test_what_is_no_archive_goes_to_its_reader(data: bytes) -> None:
    assert read("length", data)[0] == len(data)


def peak_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@pytest.mark.parametrize(
    ("reader", "kode"),
    [
        ("takes_two_gigabytes", "berkas_terlalu_rumit"),
        ("crashes", "berkas_terlalu_rumit"),
        ("fails", "berkas_tidak_terbaca"),
        ("answers_a_stranger", "berkas_tidak_terbaca"),
        ("connects", "berkas_tidak_terbaca"),
        ("starts_a_program", "berkas_tidak_terbaca"),
    ],
)
def test_a_reader_that_ends_badly_is_a_sentence(reader: str, kode: str) -> None:
    assert kode_of(read(reader)) == kode


@pytest.mark.parametrize("reader", ["never_ends", "sleeps"])
def test_a_reader_that_does_not_end_is_ended_and_leaves_nobody_behind(reader: str) -> None:
    before = children()
    assert kode_of(read(reader, timeout_s=1.5)) == "berkas_terlalu_rumit"
    assert children() == before


@pytest.mark.parametrize(
    "reader",
    [
        "says_and_crashes",
        "says_and_never_ends",
        "says_and_wants_too_much",
        "says_and_says_too_much",
    ],
)
def test_what_a_reader_has_said_stands_when_it_ends_badly_later(reader: str) -> None:
    assert read(reader, timeout_s=2.5)[0] == "bacaan"


def children() -> set[str]:
    lists = Path("/proc/self/task").glob("*/children")
    return {child for listed in lists for child in listed.read_text().split()}


@pytest.mark.gate
def test_a_reader_that_works_too_long_is_ended_by_its_own_limit() -> None:
    assert kode_of(read("never_ends", timeout_s=60.0)) == "berkas_terlalu_rumit"


def test_an_answer_too_large_for_us_is_not_taken() -> None:
    before = peak_memory()
    assert kode_of(read("answers_too_much")) in ("berkas_terlalu_rumit", "berkas_tidak_terbaca")
    assert peak_memory() - before < GROWTH_ALLOWED


def test_what_a_library_prints_is_not_the_answer() -> None:
    assert read("prints") == ("jawaban", ())


def test_the_reader_knows_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUNUT_RAHASIA", "sandi basis data")
    environment, _ = read("environment")
    assert isinstance(environment, dict)
    assert not any(name.startswith(("RUNUT", "DJANGO")) for name in environment)


def test_the_reader_has_a_process_group_of_its_own() -> None:
    group, _ = read("process_group")
    assert group != os.getpgrp()


def test_the_reading_process_starts_without_django() -> None:
    modules, _ = read("modules")
    assert isinstance(modules, list)
    assert "django" not in modules


def test_a_file_over_25_mb_is_refused_before_a_process_is_started() -> None:
    assert kode_of(read("length", b"x" * (26 << 20))) == "berkas_terlalu_besar"


def test_a_warning_about_an_honest_file_is_added_to_what_the_reader_said() -> None:
    data = files.docx(**{"word/_rels/document.xml.rels": files.relations("image", "http://x/y")})
    value, findings = read("length", data)
    assert value == len(data)
    assert [finding.kode for finding in findings] == ["terbaca", "berkas_tautan_luar"]
