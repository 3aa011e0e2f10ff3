"""Files as strangers make them: the truth or a question, as for every fault we knew before."""

from random import Random

import pytest

from runut.core.sop.reading.asal import UNSURE, field_key
from runut.files.read.sop_here import read_with_canvas
from tests.corpus.definitions import load
from tests.corpus.dirty.lay import fitted
from tests.corpus.dirty.test_truth_or_question import told
from tests.corpus.strangers.paper import scanned_with_letters
from tests.corpus.strangers.spoil import case_of, faults, known, made

KEPT = (
    ("pdf", "tebal dengan cetak ganda", 700_024),
    ("pdf", "tanpa garis antarbaris", 700_039),
    ("pdf", "simbol di tepi sel", 700_052),
    ("pdf", "panah putus-putus", 700_119),
    ("pdf", "panah putus-putus", 700_221),
    ("docx", "identitas berupa paragraf", 700_025),
    ("docx", "kegiatan dalam kotak teks", 700_042),
    ("docx", "simbol berupa gambar", 700_020),
    ("docx", "kepala panah terpisah", 700_021),
    ("xlsx", "kotak putih", 700_011),
    ("xlsx", "tulisan di bawah tabel", 700_022),
)
"""(format, way, seed): they were wrong, or asked about every step, once."""


@pytest.mark.parametrize(("kind", "way", "seed"), KEPT)
def test_what_strangers_taught_stays_right(kind: str, way: str, seed: int) -> None:
    assert told(faults(case_of(seed, way, kind))) == []


@pytest.mark.gate
@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx"])
@pytest.mark.parametrize("part", range(4))
def test_every_way_of_strangers_gives_the_truth_or_a_question(kind: str, part: int) -> None:
    wrong = {}
    for at, way in enumerate(known(kind)):
        for seed in range(840_000 + 100 * at + 10 * part, 840_000 + 100 * at + 10 * part + 10):
            case = case_of(seed, way, kind)
            if found := told(faults(case)):
                wrong[str(case)] = found
    assert wrong == {}


def test_every_way_changes_the_page() -> None:
    quiet = {"judul daftar berhuruf besar", "kotak putih"}  # bound to what the SOP happens to hold
    clean = made(case_of(5, "tidak ada", "pdf", more=0))[0]
    ways = [way for way in known("pdf") if way not in quiet]
    assert [way for way in ways if made(case_of(5, way, "pdf", more=0))[0] == clean] == []


def test_a_scan_with_letters_says_so_and_asks_what_it_lost() -> None:
    definition = load("surat-masuk-dinas")
    scan = scanned_with_letters(fitted(definition)[1], Random(1))
    reading, _, _ = read_with_canvas(scan, "pindai.pdf")
    assert reading.sop is not None
    assert "baca.pindaian-berteks" in [found.kode for found in reading.findings]
    for wanted, step in zip(definition.langkah, reading.sop.langkah, strict=True):
        origin = reading.asal.get(field_key("waktu", step.no))
        is_asked = origin is not None and origin.keyakinan < UNSURE
        assert step.waktu.teks == wanted.waktu or is_asked
