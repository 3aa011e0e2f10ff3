"""A form refuses what a workbook refuses, with the same words at the same place; nothing else."""

from functools import lru_cache
from io import BytesIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runut.core.findings import Finding
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.edits import Edit
from runut.files.write.workbook.year import write_workbook
from runut.office.kinerja.isian.acts import read_typed
from runut.office.kinerja.isian.rows import typed_row
from tests.depth import examples
from tests.kinerja import buku

example = lru_cache(buku.example)
BOOK = lru_cache(lambda: write_workbook(example()))
TYPED = (
    "",
    "0",
    "97,8%",
    "1.234",
    "1.234,5",
    "sembilan",
    "≥ 95",
    "100 dari 110 organisasi",
    "80 s.d. 90",
    "90 s.d. 80",
    "BB (75,48)",
    "tidak ada",
    "-5",
    "31 Maret 2025",
    "=1+1",
    "naik",
    "S1",
    "S9",
    "IKU-2",
    "Rp11.789",
    "1.97804E+17",
    "ya",
)
"""What people type: numbers of all kinds, words, and things that belong elsewhere."""
ROWS = {
    "sasaran": "S2",
    "indikator": "IKU-2",
    "angka": "IKU-2",
    "anggaran": "4.01.01.1.02.0001",
    "analisis": "S1",
    "narasi": "penutup",
}


def _by_workbook(sheet: str, cell: str, typed: str) -> tuple[Finding, ...]:
    book = openpyxl.load_workbook(BytesIO(BOOK()))
    book[sheet][cell] = typed or None
    book[sheet][cell].data_type = "s" if typed else "n"
    out = BytesIO()
    book.save(out)
    return read_workbook(out.getvalue(), "formulir")[1]


@settings(deadline=None, max_examples=examples(20), suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(ROWS)), st.integers(0, 200), st.sampled_from(TYPED))
def test_the_same_words_give_the_same_findings(jenis: str, number: int, typed: str) -> None:
    found = typed_row(example(), jenis, ROWS[jenis])
    assert found is not None
    column = found.columns[number % len(found.columns)].kunci
    cell = next(sel for sel, kunci in found.places.items() if kunci == column).partition("!")[2]
    by_form = read_typed(example(), [Edit(found.sheet, found.baris, {column: typed})])
    said = {(one.kode, one.letak.sel, one.pesan) for one in by_form.findings}
    expected = _by_workbook(found.sheet, cell, typed)
    assert said == {(one.kode, one.letak.sel, one.pesan) for one in expected}
    assert (by_form.data is None) == any(one.tingkat == "blocker" for one in expected)


@pytest.mark.parametrize("jenis", sorted(ROWS))
def test_a_row_that_is_saved_as_it_stands_changes_nothing(jenis: str) -> None:
    found = typed_row(example(), jenis, ROWS[jenis])
    assert found is not None
    typed = {one.kunci: found.isi[one.kunci] for one in found.columns}
    again = read_typed(example(), [Edit(found.sheet, found.baris, typed)])
    assert again.data == example()
