"""The catalogue of findings is whole, its examples raise what they say, and the page is in step.

Write the page anew with ``python -m scripts.write_findings_page``.
"""

import re
from pathlib import Path

import pytest

from runut.core.sop.checks.all import CHECKS, check_sop
from runut.core.sop.mending.repairs import MENDERS
from runut.core.sop.reading.meanings import MEANINGS, MEANINGS_BPMN
from runut.core.sop.text.parse import read_sop_text
from runut.core.sop.text.print import print_sop_text
from scripts.write_findings_page import PAGE, print_findings_page
from tests.sop_mend.catalogue.clean import CLEAN
from tests.sop_mend.catalogue.examples import EXAMPLES, show
from tests.sop_mend.catalogue.model import Example, Garbled
from tests.sop_mend.catalogue.reading import EXAMPLES_READING

ROOT = Path(__file__).parents[2]
NOT_CHECKED = "dasar-hukum.tidak-diperiksa"
"""Said of every base that the catalogue does not have, whatever else is wrong with it."""
MEANT = {one.kode: one for one in (*MEANINGS, *MEANINGS_BPMN)}


def test_the_clean_sop_of_the_examples_is_clean() -> None:
    assert check_sop(CLEAN) == ()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.kode)
def test_an_example_raises_its_code_and_no_other(example: Example) -> None:
    found = check_sop(example.spoil(CLEAN))
    kodes = {finding.kode for finding in found}
    assert kodes - {NOT_CHECKED} == {example.kode} - {NOT_CHECKED}, [f.pesan for f in found]
    assert example.kode in kodes


@pytest.mark.parametrize("example", EXAMPLES_READING, ids=lambda example: example.kode)
def test_an_example_of_reading_raises_its_code(example: Garbled) -> None:
    _, findings = read_sop_text(example.garble(print_sop_text(CLEAN)))
    assert (example.kode, MEANT[example.kode].tingkat) in {(f.kode, f.tingkat) for f in findings}


def test_every_check_is_in_the_catalogue_once() -> None:
    codes = [example.kode for example in EXAMPLES]
    assert len(codes) == len(set(codes))
    assert sorted(codes) == sorted(check.kode for check in CHECKS)


def test_every_code_of_a_reader_is_in_the_catalogue() -> None:
    """Whoever gives a reader a new code adds a line to core/sop/reading/meanings.py."""
    said = set()
    for path in sorted((ROOT / "runut").rglob("*.py")):
        if path.name != "meanings.py":
            said |= set(re.findall(r'"((?:baca|bpmn)\.[a-z-]+)"', path.read_text(encoding="utf-8")))
    assert said == set(MEANT)


def test_the_catalogue_knows_what_can_be_mended() -> None:
    mended = {example.kode for example in EXAMPLES if show(example).repair}
    assert mended <= set(MENDERS)
    assert set(MENDERS) - mended == {
        "aliran.selesai-berlanjut",
        "dasar-hukum.nomor-tahun",
        "kegiatan.kembar",
        "mutu-baku.kosong",
        "waktu.tidak-dipahami",
    }, "these mend other faults of their kind than the one shown"


def test_every_entry_speaks_in_whole_sentences() -> None:
    for meant in (*CHECKS, *MEANT.values()):
        assert meant.arti.endswith("."), meant.kode
    for example in EXAMPLES:
        assert example.contoh.rstrip("”").endswith("."), example.kode
        assert show(example).changes, example.kode


def test_the_page_of_findings_is_in_step_with_the_catalogue() -> None:
    assert PAGE.read_text(encoding="utf-8") == print_findings_page()
