"""What the sentences say of a row: they hold to the same law as the tables."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from tests.printed.flow import Shown
from tests.printed.law import NONE, PrintedRow, words_of
from tests.printed.recompute import capaian_of, is_reached, number_of, rounded

_NUMBER = r"[\d.,]+%"
# The page at a glance, which may follow, begins with a number: "3 indikator 1 mencapai target".
_PART = re.compile(
    rf"(?P<name>[^:.]+):s\.d\.TW(?:I{{1,3}}|IV)terealisasi(?P<r>[^:]+?),atau(?P<c>{_NUMBER})"
    rf"daritargets\.d\.TW(?:I{{1,3}}|IV)(?P<t>[^:]+?)(?:\({_NUMBER}daritargettahun\))?\.(?:(?!\d(?!\)))|(?=\d+indikator\d))"
)
_SHARE = re.compile(rf"s\.d\.TW(?:I{{1,3}}|IV)\((?P<share>{_NUMBER})daritargettahun\)")


def broken_sayings(
    flow: list[Shown], rows: list[PrintedRow], names: Mapping[str, str]
) -> list[str]:
    """``names`` are the names of the indicators by code."""
    words = words_of(flow)
    by_code = {row.code: row for row in rows}
    found: list[str] = []
    for code, name in names.items():
        found += _of_year(words, by_code[code], name)
    for match in _PART.finditer(words):
        code = next((c for c, name in names.items() if match["name"].endswith(name)), "")
        if code:
            found += _of_part(match, by_code[code])
    found += [one for row in rows for one in _shares(row)]
    return found


def _of_year(words: str, row: PrintedRow, name: str) -> Iterator[str]:
    """A miss is said, with the capaian of its row; nothing else is said to be one."""
    said = re.compile(
        rf"{re.escape(name)}belummencapaitarget\d{{4}}(?:(?!belummencapai).)*?\(capaian(?P<c>{_NUMBER})\)"
    )
    matches = list(said.finditer(words))
    if row.rule is None or row.is_part or row.capaian == NONE:
        return
    is_met = is_reached(row.target, row.realisasi, row.rule)
    if is_met is False and not matches:
        yield f"no sentence on {row.code}"
    if is_met and matches:
        yield f"said to be missed, though reached: {row.code}"
    due = capaian_of(row.target, row.realisasi, row.rule)
    for match in matches:
        shown = number_of(match["c"])
        if due is None or shown is None or rounded(shown) != due:
            yield f"said {match[0]}, but that gives {due}"


def _of_part(match: re.Match[str], row: PrintedRow) -> Iterator[str]:
    due = capaian_of(match["t"], match["r"], row.rule) if row.rule else None
    shown = number_of(match["c"])
    if due is None or shown is None or rounded(shown) != due:
        yield f"said {match[0]}, but that gives {due}"


def _shares(row: PrintedRow) -> Iterator[str]:
    match = _SHARE.search(row.realisasi)
    if match is None:
        return
    r, t = number_of(row.realisasi), number_of(row.target)
    shown = number_of(match["share"])
    due = rounded(Fraction(r) / Fraction(t) * 100) if r is not None and t else None
    if shown is None or rounded(shown) != due:
        yield f"share {match['share']}, but it is {due}: {row.place}"
