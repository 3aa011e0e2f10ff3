"""The cells of a sheet from outside, without signs that nobody sees; each that had one is named."""

from typing import Any

from runut.core.findings import Finding, Level, Place
from runut.core.words.unseen import taken_out, visible
from runut.files.read.workbook.heads import column_letters

_MOST_NAMED = 20


def seen_only(
    grid: list[list[Any]], lembar: str, problems: list[Finding], *, is_quiet: bool = False
) -> list[list[Any]]:
    """The same cells, cleaned in place. ``is_quiet``: of a sheet that nobody reads.

    A text with a NUL stays as it is: such a file is broken, and refused whole.
    """
    named = 0
    for number, row in enumerate(grid, start=1):
        for at, isi in enumerate(row):
            if not isinstance(isi, str) or isi.isprintable() or "\0" in isi:
                continue
            row[at] = visible(isi)
            said = taken_out([isi])
            if said and not is_quiet and named < _MOST_NAMED:
                named += 1
                problems.append(_finding(lembar, f"{column_letters(at)}{number}", said))
    return grid


def _finding(lembar: str, alamat: str, said: str) -> Finding:
    return Finding(
        "tanda_tersembunyi",
        Level.WARNING,
        f"Lembar {lembar}, sel {alamat}: {said}",
        "Periksa isi sel itu, lalu ketik ulang bila bukan itu yang dimaksud.",
        Place(sel=f"{lembar}!{alamat}"),
    )
