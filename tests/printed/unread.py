"""Every figure that was typed stands in the report: nothing of the workbook is dropped."""

import re
from collections.abc import Iterator
from fractions import Fraction

from tests.printed.flow import Shown, ShownTable, squeeze
from tests.printed.recompute import number_of
from tests.printed.years import QUARTERS, YEAR, Typed

_NUMBERS = re.compile(r"\d[\d.]*(?:,\d+)?")


def unread(flow: list[Shown], typed: Typed) -> list[str]:
    """The typed cells that the annexes of the report do not show."""
    return [*_cells(flow, typed), *_money(flow, typed)]


def _cells(flow: list[Shown], typed: Typed) -> Iterator[str]:
    found: dict[str, tuple[str, ...]] = {}
    for table in _tables(flow, ("No", "Target", "Realisasi", "Capaian")):
        for row in table.rows:
            code = max((c for c in typed.codes if row[2].lstrip("–").startswith(c)), key=len)
            found[code] = row
    for given in typed.indikator:
        row = found.get(str(given["ID"]), ("",) * 11)
        pairs = {f"Target {YEAR}": row[3], f"Realisasi {YEAR}": row[8]}
        pairs |= {f"Realisasi TW {q}": row[4 + n] for n, q in enumerate(QUARTERS)}
        for head, shown in pairs.items():
            text = str(given.get(head, ""))
            if text and not _same(text, shown):
                yield f"typed {text} in {head} of {given['ID']}, printed {shown}"


def _same(text: str, shown: str) -> bool:
    typed, printed = (list(map(number_of, _NUMBERS.findall(one))) for one in (text, shown))
    if not typed:
        return squeeze(text) in shown
    return typed == printed[: len(typed)]


def _money(flow: list[Shown], typed: Typed) -> Iterator[str]:
    """The lowest lines with money, whichever their level, make the total."""
    due = sum(
        (Fraction(str(row["Pagu (Rp)"])) for row in typed.anggaran if row["Pagu (Rp)"]),
        Fraction(0),
    )
    tables = _tables(flow, ("Kode", "Pagu(Rp)", "Realisasi(Rp)", "Serapan"))
    shown = [number_of(table.rows[-1][2]) for table in tables]
    if shown != [due]:
        yield f"typed money {due}, printed {shown}"


def _tables(flow: list[Shown], names: tuple[str, ...]) -> list[ShownTable]:
    return [one for one in flow if isinstance(one, ShownTable) and set(names) <= set(one.head)]
