"""The catalogue of findings is whole, its examples raise what they say, and the page is in step.

Write the page anew with ``python -m tests.sop_mend.test_catalogue``.
"""

import re
from pathlib import Path

import pytest

from runut.core.sop.catalogue.baca import ENTRIES_BACA, ENTRIES_BPMN
from runut.core.sop.catalogue.contoh import CLEAN
from runut.core.sop.catalogue.entries import ENTRIES, show
from runut.core.sop.catalogue.model import Entry, ReadEntry
from runut.core.sop.catalogue.page import print_catalogue_page
from runut.core.sop.checks.all import CHECKS, check_sop
from runut.core.sop.mending.repairs import MENDERS
from runut.core.sop.text.parse import read_sop_text
from runut.core.sop.text.print import print_sop_text

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "temuan-sop.md"
FLOW = ROOT / "runut" / "core" / "sop" / "flow.py"
READABLE = [entry for entry in ENTRIES_BACA if entry.garble is not None]


def test_the_clean_sop_of_the_examples_is_clean() -> None:
    assert check_sop(CLEAN) == ()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kode)
def test_an_example_raises_its_code_and_no_other(entry: Entry) -> None:
    found = check_sop(entry.spoil(CLEAN))
    assert {finding.kode for finding in found} == {entry.kode}, [f.pesan for f in found]


@pytest.mark.parametrize("entry", READABLE, ids=lambda entry: entry.kode)
def test_an_example_of_reading_raises_its_code(entry: ReadEntry) -> None:
    assert entry.garble is not None
    _, findings = read_sop_text(entry.garble(print_sop_text(CLEAN)))
    assert (entry.kode, entry.tingkat) in {(f.kode, f.tingkat) for f in findings}


def test_every_check_is_in_the_catalogue_once() -> None:
    codes = [entry.kode for entry in ENTRIES]
    in_flow = set(re.findall(r'"(aliran\.[a-z-]+)"', FLOW.read_text(encoding="utf-8")))
    assert len(codes) == len(set(codes))
    assert set(codes) == {check.kode for check in CHECKS} | in_flow


def test_every_code_of_a_reader_is_in_the_catalogue() -> None:
    """Whoever gives a reader a new code adds a line to catalogue_baca.py."""
    said = set()
    for path in sorted((ROOT / "runut").rglob("*.py")):
        if not path.name.startswith("catalogue"):
            said |= set(re.findall(r'"((?:baca|bpmn)\.[a-z-]+)"', path.read_text(encoding="utf-8")))
    assert said == {entry.kode for entry in (*ENTRIES_BACA, *ENTRIES_BPMN)}


def test_the_catalogue_knows_what_can_be_mended() -> None:
    mended = {entry.kode for entry in ENTRIES if show(entry).repair}
    assert mended <= set(MENDERS)
    assert set(MENDERS) - mended == {
        "aliran.selesai-berlanjut",
        "dasar-hukum.nomor-tahun",
        "kegiatan.kembar",
        "mutu-baku.kosong",
        "waktu.tidak-dipahami",
    }, "these mend other faults of their kind than the one shown"


def test_every_entry_speaks_in_whole_sentences() -> None:
    for entry in ENTRIES:
        assert entry.arti.endswith(".") and entry.contoh.rstrip("”").endswith("."), entry.kode
        assert show(entry).changes, entry.kode


def test_the_page_of_findings_is_in_step_with_the_catalogue() -> None:
    assert PAGE.read_text(encoding="utf-8") == print_catalogue_page()


if __name__ == "__main__":
    PAGE.write_text(print_catalogue_page(), encoding="utf-8")
