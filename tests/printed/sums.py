"""What counts, means and sums of money say, against the rows that stand beside them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tests.printed.flow import Shown, ShownTable
from tests.printed.law import NONE, PrintedRow, reached_of, words_of
from tests.printed.recompute import number_of, rounded

_COUNTS = re.compile(r"[Dd]ari(\d+)indikator,(\d+)mencapaiataumelebihitargetdan(\d+)belum\.")
_MEAN = re.compile(r"Rata-ratacapaian(\d+)indikatoryangterukur([\d.,]+)%")
_OUTLIER = 300
_MONEY = ("Pagu(Rp)", "Realisasi(Rp)", "Serapan")


def broken_sums(flow: list[Shown], rows: list[PrintedRow]) -> list[str]:
    """``rows`` are those of the overview: one for each indicator."""
    mine = counted(rows)
    return [
        *_counts(flow, mine),
        *_means(flow, mine),
        *_summary(flow, mine),
        *_money(flow),
    ]


def overview(rows: list[PrintedRow]) -> list[PrintedRow]:
    return [row for row in rows if "'Kode'" in row.place]


def counted(rows: list[PrintedRow]) -> list[PrintedRow]:
    """An indicator, or the parts below it where it has no figures of its own."""
    found: list[PrintedRow] = []
    is_open = False
    for row in rows:
        if "'–" not in row.place.split("(", 2)[-1].split(",")[1]:
            is_open = row.kategori == "lihatrincian"
            found += [] if is_open else [row]
        elif is_open:
            found.append(row)
    return found


def _counts(flow: list[Shown], rows: list[PrintedRow]) -> Iterator[str]:
    results = [reached_of(row) for row in rows]
    due = (str(len(rows)), str(results.count(True)), str(results.count(False)))
    found = list(_COUNTS.finditer(words_of(flow)))
    if due[1:] == ("0", "0"):
        said = f"ari{due[0]}indikator,belumadayangdapatdinilai"
        if found or words_of(flow).count(said) < 2:
            yield f"nothing can be judged of {due[0]}, but it is not said"
    elif len(found) < 2:
        yield f"the counts are said {len(found)} times"
    for match in found:
        if match.groups() != due:
            yield f"counts {match.groups()}, but the rows give {due}"


def _graded(rows: list[PrintedRow]) -> list[Decimal]:
    """The capaian that go into a mean: of a year, and not of a result out of its range."""
    shown = [number_of(row.capaian) for row in rows if row.capaian != NONE and not row.is_out]
    return [rounded(one) for one in shown if one is not None]


def _mean(rows: list[PrintedRow]) -> Decimal | None:
    all_shown = [number_of(row.capaian) for row in rows if row.capaian != NONE]
    graded = _graded(rows)
    if not graded or any(one is not None and rounded(one) > _OUTLIER for one in all_shown):
        return None
    return rounded(Fraction(sum(graded)) / len(graded))


def _means(flow: list[Shown], rows: list[PrintedRow]) -> Iterator[str]:
    due, over = _mean(rows), len(_graded(rows))
    found = list(_MEAN.finditer(words_of(flow)))
    if bool(found) != (due is not None):
        yield f"the mean is said {len(found)} times, but it is {due}"
    for match in found:
        shown = number_of(match[2])
        if shown is None or rounded(shown) != due or int(match[1]) != over:
            yield f"mean {match.groups()}, but the rows give {due} over {over}"


def _summary(flow: list[Shown], rows: list[PrintedRow]) -> Iterator[str]:
    """The table of the executive summary: for each sasaran counts, mean and absorption."""
    groups = _by_sasaran(flow, rows)
    for table in _tables(flow, "Belumdinilai"):
        for row in table.rows:
            mine = groups.get(row[1], [])
            results = [reached_of(one) for one in mine]
            mean = _mean(mine)
            due = (
                str(len(mine)),
                str(results.count(True)),
                str(results.count(None)),
                None if mean is None else mean,
            )
            shown = number_of(row[5]) if row[5] != NONE else None
            said = (*row[2:5], None if shown is None else rounded(shown))
            if said != due:
                yield f"summary {said}, but the rows give {due}: {row}"


def _by_sasaran(flow: list[Shown], rows: list[PrintedRow]) -> dict[str, list[PrintedRow]]:
    groups: dict[str, list[PrintedRow]] = {}
    name = ""
    known = {row.code: row for row in rows}
    for table in _tables(flow, "Kode"):
        if "Indikatorkinerja" not in table.head:
            continue
        for row in table.rows:
            if match := re.match(r"Sasaran\d+:(.*)", row[0]):
                name = match[1]
            elif row[0] in known:
                groups.setdefault(name, []).append(known[row[0]])
    return groups


def _tables(flow: list[Shown], column: str) -> list[ShownTable]:
    return [one for one in flow if isinstance(one, ShownTable) and column in one.head]


def _money(flow: list[Shown]) -> Iterator[str]:
    for table in _tables(flow, "Pagu(Rp)"):
        if not set(_MONEY) <= set(table.head):
            continue
        places = [table.head.index(name) for name in _MONEY]
        for row in table.rows:
            pagu, used, share = (row[n] for n in places)
            if not pagu + used + share:
                continue  # the head of a program
            if why := _absorbed(pagu, used, share):
                yield f"{why}: {row}"
        if "Kode" in table.head:
            yield from _tree(table, places[0])
        elif "Sasaran" in table.head:
            yield from _whole(table, places[0])
        elif "Simpulan" in table.head:
            yield from _efficiency(table)
    for table in _tables(flow, "Anggaran(Rp)"):
        yield from _whole(table, table.head.index("Anggaran(Rp)"))


def _absorbed(pagu: str, used: str, share: str) -> str:
    if pagu == used == share == NONE:
        return ""
    p, r = number_of(pagu), number_of(used)
    if p is None or r is None:
        return "no money"
    if share == NONE:
        return ""
    shown = number_of(share)
    due = rounded(r / p * 100) if p else None
    return (
        "" if shown is not None and rounded(shown) == due else f"absorbed {share}, but it is {due}"
    )


def _whole(table: ShownTable, place: int) -> Iterator[str]:
    *parts, total = [number_of(row[place]) or Fraction(0) for row in table.rows]
    if sum(parts) != total:
        yield f"the parts make {sum(parts)}, but {total} is printed: {table.head}"


def _tree(table: ShownTable, place: int) -> Iterator[str]:
    """Every line is the sum of the lowest lines under it; so is the total."""
    lines = {row[0]: number_of(row[place]) or Fraction(0) for row in table.rows[:-1]}
    lowest = {
        kode: money
        for kode, money in lines.items()
        if not any(other.startswith(f"{kode}.") for other in lines)
    }
    for kode, money in (*lines.items(), ("", number_of(table.rows[-1][place]) or Fraction(0))):
        due = sum(
            m for one, m in lowest.items() if not kode or one == kode or one.startswith(f"{kode}.")
        )
        if due != money:
            yield f"{kode or 'the total'} is {money}, but the lines under it make {due}"


def _efficiency(table: ShownTable) -> Iterator[str]:
    names = ("Rata-ratacapaian", "Serapan", "Selisih(poin)", "Simpulan")
    for row in table.rows:
        mean, share, points, verdict = (row[table.head.index(name)] for name in names)
        if verdict == "tidakdinilai":
            if points != NONE:
                yield f"points without a verdict: {row}"
            continue
        m, s, p = (number_of(one) for one in (mean, share, points))
        if m is None or s is None or p != m - s:
            yield f"{points} points, but {mean} less {share} is printed"
        elif verdict != ("efisien" if m >= 100 and s < m else "tidakefisien"):
            yield f"{verdict} with {mean} and {share}"
