"""A year that an office has handled reads as the truth, or the cell that differs is named."""

import random
import re
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from typing import Any

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from runut.core.findings import Finding, Level
from runut.core.kinerja.model import DataKinerja
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.year import write_workbook
from tests.depth import examples
from tests.kinerja.test_bolak_balik import data_kinerja, without_places
from tests.workbook import dirt

_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
"""What openpyxl reads as an escaped letter and writes back as the letter."""
_RANGE = re.compile(r"\b([A-Z]{1,3})([0-9]+)(?::([A-Z]{1,3})([0-9]+))?")


@given(
    data_kinerja,
    st.lists(st.sampled_from(dirt.ACTS), min_size=1, max_size=4, unique=True),
    st.randoms(use_true_random=False),
)
@settings(
    max_examples=examples(25),
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink a year takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
def test_nothing_that_was_typed_is_lost_in_silence(
    data: DataKinerja, acts: list[dirt.Act], dice: random.Random
) -> None:
    data = plain(data)
    book = openpyxl.load_workbook(BytesIO(write_workbook(data)))
    # what moves cells comes first, so that the places told are those of the file
    acts = sorted(acts, key=lambda act: act is not dirt.shift_down)
    touched = [place for act in acts for place in act(book, dice)]
    buffer = BytesIO()
    book.save(buffer)

    again, findings = read_workbook(buffer.getvalue(), "buku.xlsx")

    for place in touched:
        assert is_named(place, findings), (place, [f.pesan for f in findings])
    blockers = [f for f in findings if f.tingkat is Level.BLOCKER]
    if again is None:
        assert blockers
        assert dirt.spoil_figure in acts or dirt.strike_row in acts
        return
    assert_same_but(again, data, touched)


def plain(value: Any) -> Any:
    """Without what the library that handles the book here would change by itself."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: plain(getattr(value, f.name)) for f in fields(value)})
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    if type(value) is dict:
        return {key: plain(one) for key, one in value.items()}
    return _ESCAPED.sub("x", value) if type(value) is str else value


def is_named(place: str, findings: tuple[Finding, ...]) -> bool:
    """Whether a finding names the cell, in a range of cells too, or the row."""
    lembar, _, alamat = place.partition("!")
    if alamat.startswith(" baris"):
        row = alamat.rpartition("baris ")[2].strip()
        return any(
            f.pesan.startswith(f"Lembar {lembar},") and re.search(rf"\b{row} \(", f.pesan)
            for f in findings
        )
    row = re.sub("[A-Z]", "", alamat)
    if any(f.kode == "baris_dicoret" and f" {row} (" in f.pesan for f in findings):
        return True
    return any(
        f.letak.sel == place
        or (f.pesan.startswith(f"Lembar {lembar}") and _covers(f.pesan, alamat))
        for f in findings
    )


def _covers(pesan: str, alamat: str) -> bool:
    match = re.fullmatch(r"([A-Z]+)([0-9]+)", alamat)
    assert match
    at = (_column(match[1]), int(match[2]))
    for left, top, right, bottom in _RANGE.findall(pesan):
        first = (_column(left), int(top))
        last = (_column(right or left), int(bottom or top))
        if first[0] <= at[0] <= last[0] and first[1] <= at[1] <= last[1]:
            return True
    return False


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def assert_same_but(again: DataKinerja, data: DataKinerja, touched: list[str]) -> None:
    """The same year, but for indicators whose row or figure was touched and named."""
    rows = {
        int(re.findall(r"[0-9]+", place)[-1]) for place in touched if place.startswith("Indikator")
    }
    changed = {one.id for n, one in enumerate(data.indikators, start=dirt.FIRST) if n in rows}
    kept, meant = (
        replace(
            without_places(one),
            indikators=tuple(without_places(i) for i in one.indikators if i.id not in changed),
        )
        for one in (again, data)
    )
    is_same = kept == meant
    assert is_same, (kept, meant)
