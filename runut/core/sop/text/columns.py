"""The head of the step table: which column is what, who the actors are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from runut.core.sop.form.labels import column_kind
from runut.core.sop.text.identity import normal_cells

MAX_COLUMNS: Final = 60

_UNDER_MUTU_BAKU: Final = ("kelengkapan", "waktu", "output")


@dataclass(frozen=True)
class Columns:
    """Places of the columns. ``first_line`` and ``end_line`` bound the head, counted from 0."""

    first_line: int
    end_line: int
    width: int
    places: dict[str, int]
    actors: tuple[tuple[int, str], ...]
    heads: tuple[tuple[str, ...], ...]


def find_columns(lines: Sequence[str]) -> Columns | None:
    """The head of the table, or ``None`` where no line has the columns of an SOP."""
    for number, line in enumerate(lines):
        if line.count("\t") < 3:
            continue
        top = normal_cells(line)
        kinds = [column_kind(cell) for cell in top]
        if "kegiatan" in kinds and {"pelaksana", "mutu baku", "output"} & set(kinds):
            return _columns(lines, number, top, kinds)
    return None


def _columns(lines: Sequence[str], number: int, top: list[str], kinds: list[str]) -> Columns | None:
    below = _second_head(lines, number + 1)
    width = max(len(top), len(below))
    end = number + (2 if below else 1)
    heads = (tuple(top),) + ((tuple(below),) if below else ())
    if width > MAX_COLUMNS:
        return None
    spans = _spans(kinds, width)
    names = [*below, *[""] * (width - len(below))]
    places: dict[str, int] = {}
    actors: list[tuple[int, str]] = []
    for column, span in enumerate(spans):
        kind = column_kind(names[column]) if span in ("mutu baku", "") else span
        if span == "pelaksana" or (span == "" and _is_actor_column(column, kinds)):
            actors.append((column, names[column] or _name_in_top(top, column)))
        elif kind and kind not in places:
            places[kind] = column
    _place_mutu_baku(places, spans)
    return Columns(number, end, width, places, tuple(actors), heads)


def _second_head(lines: Sequence[str], number: int) -> list[str]:
    cells = normal_cells(lines[number]) if number < len(lines) else []
    is_head = len(cells) > 3 and not cells[0][:1].isdigit()
    return cells if is_head and (not any(cells[:2]) or _repeats_head(cells)) else []


def _repeats_head(cells: list[str]) -> bool:
    return {"kelengkapan", "waktu"} <= {column_kind(cell) for cell in cells}


def _spans(kinds: list[str], width: int) -> list[str]:
    """The kind of each column; a blank head right of Pelaksana or Mutu Baku belongs to it."""
    spans: list[str] = []
    for column in range(width):
        kind = kinds[column] if column < len(kinds) else ""
        left = spans[-1] if spans else ""
        spans.append(kind or (left if left in ("pelaksana", "mutu baku") else ""))
    return spans


def _is_actor_column(column: int, kinds: list[str]) -> bool:
    """Without the word Pelaksana the actors stand between Kegiatan and the first Mutu Baku."""
    ends = [kinds.index(kind) for kind in ("mutu baku", *_UNDER_MUTU_BAKU) if kind in kinds]
    return "pelaksana" not in kinds and bool(ends) and kinds.index("kegiatan") < column < min(ends)


def _name_in_top(top: list[str], column: int) -> str:
    name = top[column] if column < len(top) else ""
    return "" if column_kind(name) else name


def _place_mutu_baku(places: dict[str, int], spans: list[str]) -> None:
    """A second head that was lost leaves three unnamed columns: they stand in a fixed order."""
    free = [column for column, span in enumerate(spans) if span == "mutu baku"]
    if not any(kind in places for kind in _UNDER_MUTU_BAKU) and len(free) >= 3:
        places.update(zip(_UNDER_MUTU_BAKU, free, strict=False))
