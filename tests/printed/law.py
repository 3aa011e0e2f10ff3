"""The law: whatever a printed row says must follow from that row and the rule under its table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tests.printed.flow import Shown, ShownTable
from tests.printed.recompute import (
    PrintedRule,
    capaian_of,
    is_reached,
    number_of,
    rounded,
    rule_for,
    rules_in,
)

NONE = "–"
OUT, EXACT = "tidaktercapai:diluarrentang", "tidaktercapai:tepatpadabatas"
"""What stands in a row that missed its target, though its percentage does not show it."""
PART = re.compile(r"s\.d\.TW(I{1,3}|IV)")


@dataclass(frozen=True)
class PrintedRow:
    """A row that pairs a target with a realisasi. ``place`` names it in a complaint."""

    place: str
    code: str
    target: str
    realisasi: str
    capaian: str
    kategori: str
    rule: PrintedRule | None

    @property
    def is_out(self) -> bool:
        """A result outside its range has no grade and stands in no mean."""
        return self.kategori == OUT

    @property
    def is_part(self) -> bool:
        return PART.search(self.realisasi) is not None


@dataclass(frozen=True)
class Placed:
    """A table with the words that follow it up to the next one."""

    table: ShownTable
    after: str


def placed_tables(flow: list[Shown]) -> list[Placed]:
    found: list[Placed] = []
    for one in flow:
        if isinstance(one, ShownTable):
            found.append(Placed(one, ""))
        elif found:
            found[-1] = Placed(found[-1].table, found[-1].after + one)
    return found


def words_of(flow: list[Shown]) -> str:
    return "".join(one for one in flow if isinstance(one, str))


def rows_of(flow: list[Shown], codes: tuple[str, ...]) -> Iterator[PrintedRow]:
    """Every row of every table that prints target, realisasi and what they make."""
    for one in placed_tables(flow):
        head = one.table.head
        target, realisasi = _column(head, "Target"), _column(head, "Realisasi")
        capaian = _column(head, "Capaian")
        if capaian is None:
            capaian = _column(head, "Tingkatkemajuan")
        rules = rules_in(one.after)
        if "Uraian" in head:
            yield from _by_year(one.table, codes, rules)
        elif None not in (target, realisasi, capaian):
            kategori = _column(head, "Kategori")
            for row in one.table.rows:
                code = _code(row, codes)
                cells = [row[n] for n in (target, realisasi, capaian) if n is not None]
                if not any(cells):
                    continue
                yield PrintedRow(
                    f"{head}: {row}",
                    code,
                    *cells,
                    row[kategori] if kategori is not None else "",
                    rule_for(rules, code),
                )


def _by_year(
    table: ShownTable, codes: tuple[str, ...], rules: list[PrintedRule]
) -> Iterator[PrintedRow]:
    years = [n for n, name in enumerate(table.head) if re.fullmatch(r"\d{4}", name)]
    groups: dict[str, dict[str, tuple[str, ...]]] = {}
    code = ""
    for row in table.rows:
        code = _code(row, codes) or code
        groups.setdefault(code, {})[row[1]] = row
    for code, lines in groups.items():
        for n in years:
            yield PrintedRow(
                f"{table.head[n]} {code}: {lines}",
                code,
                lines["Target"][n],
                lines["Realisasi"][n],
                lines["Capaian"][n],
                "",
                rule_for(rules, code),
            )


def _column(head: tuple[str, ...], name: str) -> int | None:
    exact = [n for n, one in enumerate(head) if one == name]
    near = [n for n, one in enumerate(head) if re.fullmatch(rf"{name}(akhirRenstra)?\d{{4}}", one)]
    return (exact or near or [None])[0]  # type: ignore[list-item]


def _code(row: tuple[str, ...], codes: tuple[str, ...]) -> str:
    cells = (cell.lstrip("–") for cell in row[:3] for c in codes if cell.lstrip("–").startswith(c))
    found = next(cells, "")
    return max((c for c in codes if found.startswith(c)), key=len, default="")


def broken_rows(rows: list[PrintedRow], scale: list[tuple[str, str]]) -> list[str]:
    """The rows that their own numbers refute."""
    return [f"{why}: {row.place}" for row in rows if (why := _why_broken(row, scale))]


def _why_broken(row: PrintedRow, scale: list[tuple[str, str]]) -> str:
    if row.rule is None:
        return "no rule is printed for this row" if row.capaian != NONE else ""
    if row.is_part:
        return "" if row.capaian == NONE else "a part of a period has the capaian of a year"
    due = capaian_of(row.target, row.realisasi, row.rule)
    if row.capaian == NONE:
        return "" if due is None else f"no capaian is printed, though it is {due}"
    shown = number_of(row.capaian)
    if due is None or shown is None or rounded(shown) != due:
        return f"printed {row.capaian}, but the row gives {due}"
    is_met = is_reached(row.target, row.realisasi, row.rule)
    if row.kategori:
        return _why_graded(row, due, is_met=is_met, scale=scale)
    return ""


def _why_graded(
    row: PrintedRow, due: Decimal, *, is_met: bool | None, scale: list[tuple[str, str]]
) -> str:
    """100 % and more stands beside a missed target only with the words that say why, and a reached
    one never stands below 100 %."""
    shown = number_of(row.capaian) or Fraction(0)
    is_full = shown >= 100
    if is_met is True and not is_full:
        return f"reached, but printed as {row.capaian}"
    if is_met is False and is_full and "–" in row.target:
        return "" if row.is_out else "out of the range, but graded"
    grade = category_of(due if is_met is not False else min(due, Decimal("99.99")), scale)
    if is_met is False and is_full:
        return (
            ""
            if row.kategori == grade + EXACT and is_strict(row)
            else (f"missed, but printed as {row.capaian}")
        )
    if row.kategori != grade:
        return f"category {row.kategori}, but the scale says {grade}"
    return ""


def is_strict(row: PrintedRow) -> bool:
    """Whether the target says that its bound itself is not enough."""
    return row.target.lower().startswith(("<", ">", "kurangdari", "lebihdari"))


def scale_of(flow: list[Shown]) -> list[tuple[str, str]]:
    """The printed scale: bounds and name of each step."""
    for one in flow:
        if isinstance(one, ShownTable) and one.head == ("Capaian(%)", "Kategori"):
            return [(bounds, name) for bounds, name in one.rows]
    return []


def category_of(capaian: Decimal, scale: list[tuple[str, str]]) -> str:
    for bounds, name in scale:
        parts = bounds.split("dan")
        if all(_holds(capaian, part) for part in parts):
            return name
    return ""


def _holds(capaian: Decimal, bound: str) -> bool:
    limit = number_of(bound)
    assert limit is not None
    value = Fraction(capaian)
    return {
        "≥": value >= limit,
        ">": value > limit,
        "<": value < limit,
        "≤": value <= limit,
    }[bound[0]]


def reached_of(row: PrintedRow) -> bool | None:
    """Whether a row of the year reached its target, from its two printed figures."""
    if row.rule is None or row.is_part:
        return None
    if row.capaian == NONE and not row.is_out:
        return None
    return is_reached(row.target, row.realisasi, row.rule)
