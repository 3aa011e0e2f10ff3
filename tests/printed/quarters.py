"""The rows of a report of a quarter, and what its counts say of them."""

import re
from collections.abc import Iterator

from tests.printed.flow import Shown
from tests.printed.law import NONE, placed_tables, words_of
from tests.printed.recompute import capaian_of, is_reached, number_of, rounded, rule_for, rules_in

_COUNTS = re.compile(
    r"Dari(\d+)indikator,(\d+)mencapaitargets\.d\.TW(?:I{1,3}|IV),(\d+)dibawahnya,dan(\d+)belum"
)


def quarter_complaints(flow: list[Shown], codes: tuple[str, ...]) -> list[str]:
    """Rows and counts of a quarter that their own numbers refute."""
    found: list[str] = []
    results: list[bool | None] = []
    for placed in placed_tables(flow):
        if not any(name.startswith("Targets.d.TW") for name in placed.table.head):
            continue
        rules = rules_in(placed.after)
        is_open = False
        for name, _, target, realisasi, capaian in placed.table.rows:
            code = max((c for c in codes if name.lstrip("–").startswith(c)), key=len, default="")
            rule = rule_for(rules, code)
            is_sub = name.startswith("–")
            is_counted = is_open if is_sub else capaian != "lihatrincian"
            is_open = is_open if is_sub else not is_counted
            result = None
            if capaian not in (NONE, "lihatrincian") and rule is not None:
                due = capaian_of(target, realisasi, rule)
                shown = number_of(capaian)
                result = is_reached(target, realisasi, rule)
                if due is None or shown is None or rounded(shown) != due:
                    found.append(f"printed {capaian}, but {target}, {realisasi} give {due}: {name}")
            if is_counted:
                results.append(result)
    return [*found, *_counted(words_of(flow), results)]


def _counted(words: str, results: list[bool | None]) -> Iterator[str]:
    due = (len(results), results.count(True), results.count(False), results.count(None))
    said = [tuple(map(int, match.groups())) for match in _COUNTS.finditer(words)]
    if not said or said[0] != due:
        yield f"counts {said[:1]}, but the rows give {due}"
    if said and tuple(map(sum, zip(*said[1:], strict=True))) != due:
        yield f"the pages count {said[1:]}, the whole {due}"
