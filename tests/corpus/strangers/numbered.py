"""Operators on the numbers of the steps in Word and Excel files."""

from random import Random
from typing import TYPE_CHECKING, Any

from tests.corpus.strangers.cells import is_word, put, row_cells, text_of

if TYPE_CHECKING:
    from tests.corpus.dirty.office import Desk

ONES = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
ROMAN = tuple(f"{tens}{ones}" for tens in ("", "X") for ones in ONES)


def numbers_written_otherwise(desk: "Desk", host: Any, random: Random) -> None:
    how = random.choice(("{}.", "{})", "({})", "{} "))
    for no, cells in row_cells(host, desk).items():
        put(cells[0], how.format(no))


def roman_numbers(desk: "Desk", host: Any, random: Random) -> None:
    del random
    for i, (no, cells) in enumerate(row_cells(host, desk).items()):
        put(cells[0], ROMAN[i])
        desk.truth["tak_dinilai"].append(f"langkah.{no}.no")


def numbers_lost(desk: "Desk", host: Any, random: Random) -> None:
    del random
    for no, cells in row_cells(host, desk).items():
        put(cells[0], "")
        desk.truth["tak_dinilai"].append(f"langkah.{no}.no")


def number_in_activity(desk: "Desk", host: Any, random: Random) -> None:
    """No column of numbers: "1. Menerima ..." in the cell of the activity, one cell wide."""
    del random
    for no, cells in row_cells(host, desk).items():
        put(cells[0], "")
        text = f"{no}. {text_of(cells[1])}"
        if is_word(host):
            for extra in cells[1].paragraphs[1:]:
                extra._p.getparent().remove(extra._p)
            put(cells[1], "")
            cells[0].merge(cells[1]).paragraphs[0].text = text
        else:
            put(cells[0], text)
            cells[1].value = None
            host.merge_cells(start_row=cells[0].row, end_row=cells[0].row,
                             start_column=1, end_column=2)  # fmt: skip
            cells[0].alignment = cells[1].alignment.copy()


def number_twice(desk: "Desk", host: Any, random: Random) -> None:
    rows = list(row_cells(host, desk).items())
    at = random.randrange(1, len(rows))
    no, cells = rows[at]
    put(cells[0], rows[at - 1][0])
    desk.truth["tak_dinilai"].append(f"langkah.{no}.no")
