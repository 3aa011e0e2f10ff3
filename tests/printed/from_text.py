"""Tables and lines of a written text file: its rules say where a cell ends."""

import re

from tests.printed.flow import Shown, ShownTable, joined, squeeze
from tests.printed.from_docx import head_of

_RULE = re.compile(r"-+(-\+-+)*-*")


def read_text(text: str) -> list[Shown]:
    flow: list[Shown] = []
    for part in text.split("\n\n"):
        flow += _part(part.splitlines())
    return joined(flow)


def _part(lines: list[str]) -> list[Shown]:
    """A caption, a table and its notes; or plain words, one after the other."""
    rules = [n for n, line in enumerate(lines) if _is_rule(line)]
    if not any("-+-" in lines[n] for n in rules):
        words = squeeze("".join(lines))
        return [words] if words and not set(words) <= set("=-") else []
    columns = _columns(max((lines[n] for n in rules), key=lambda line: line.count("+")))
    start = _start(lines, rules[0], columns)
    before = squeeze("".join(lines[:start]))
    after = squeeze("".join(lines[rules[-1] + 1 :]))
    return [
        *([before] if before else []),
        _table(lines[start : rules[-1] + 1], rules[0] - start, columns),
        *([after] if after else []),
    ]


def _is_rule(line: str) -> bool:
    return "--" in line and set(line) <= set("-+ ") and ("-+-" in line or set(line) == {"-"})


def _columns(rule: str) -> list[tuple[int, int]]:
    """Where each column begins and ends, by the fullest rule."""
    ends = [match.start() for match in re.finditer(r"-\+-", rule)]
    starts = [0, *(end + 3 for end in ends)]
    return list(zip(starts, [*ends, len(rule) + 200], strict=True))


def _start(lines: list[str], rule: int, columns: list[tuple[int, int]]) -> int:
    """The first line of the head: those above it are the caption."""
    if len(columns) < 2:
        return rule - 1
    bars = [end + 1 for _, end in columns[:-1]]
    start = rule
    while start and any(lines[start - 1][bar : bar + 1] == "|" for bar in bars):
        start -= 1
    return start


def _table(lines: list[str], head: int, columns: list[tuple[int, int]]) -> ShownTable:
    heads = [[squeeze(line[a:b]) for a, b in columns] for line in lines[:head]]
    joined_head = ["".join(row[n] for row in heads) for n in range(len(columns))]
    rows: list[list[str]] = []
    open_above = [False] * len(columns)
    waiting: list[str] = []
    for line in lines[head + 1 :]:
        if not _is_rule(line):
            waiting.append(line)
            continue
        row = _cells(waiting, line, columns)
        for n, is_open in enumerate(open_above):
            if is_open:
                row[n] = rows[-1][n]
        rows.append(row)
        open_above = [not line[a:b].strip("+ ") for a, b in columns]
        waiting = []
    return ShownTable(head_of([joined_head]), tuple(map(tuple, rows)))


def _cells(lines: list[str], rule: str, columns: list[tuple[int, int]]) -> list[str]:
    """The rule under a row has a cross wherever two cells meet."""
    row = [""] * len(columns)
    first = 0
    for n, (_, end) in enumerate(columns):
        is_last = n == len(columns) - 1
        if is_last or rule[end + 1 : end + 2] == "+":
            a = columns[first][0]
            row[first] = squeeze("".join(line[a : None if is_last else end] for line in lines))
            first = n + 1
    return row
