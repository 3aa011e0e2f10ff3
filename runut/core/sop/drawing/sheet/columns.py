"""The widths of the step table's columns: symbols and lines first, then every word, then ease."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from runut.core.sop.drawing.sheet.model import PAD, Lettering
from runut.core.sop.drawing.sheet.words import longest_word
from runut.core.sop.form.printed import COLUMNS

TEXTS: Final = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
_EASE: Final = (150.0, 80.0, 44.0, 80.0, 56.0)
"""At 9 points the words of a column read with ease from these widths on."""
_NAME_EASE: Final = 62.0
_LONG_WORD: Final = 90.0
"""A longer word does not widen its column: it is cut."""
_HEAD_SIZE: Final = 0.95


@dataclass(frozen=True)
class RowTexts:
    """The words of one row as plain text, in the order of ``TEXTS``; ``no`` apart.

    ``items`` says of each how many items it lists: numbers before them take room too.
    """

    no: str
    texts: tuple[str, ...]
    items: tuple[int, ...]


@dataclass(frozen=True)
class Columns:
    """Widths in points. ``unit`` is how many points a unit of the drawing is.

    ``gutter`` is the left part of the first actor's column, for the ways back.
    """

    size: float
    unit: float
    no: float
    kegiatan: float
    actors: tuple[float, ...]
    mutu: tuple[float, float, float]
    keterangan: float
    gutter: float
    is_turned: bool

    @property
    def widths(self) -> tuple[float, ...]:
        return (self.no, self.kegiatan, *self.actors, *self.mutu, self.keterangan)

    @property
    def head_size(self) -> float:
        return head_size(self.size)


@dataclass(frozen=True)
class Drawing:
    """What the drawing of the flow needs, in its own units."""

    widths: tuple[int, ...]
    gutter: int


def head_size(size: float) -> float:
    """The size of type in the head of a table whose words have this size."""
    return round(size * _HEAD_SIZE, 2)


def fit_columns(
    rows: Sequence[RowTexts],
    actors: Sequence[str],
    drawing: Drawing,
    room: float,
    lettering: Lettering,
    *,
    is_even: bool,
) -> Columns:
    """Columns that fill ``room``; the names of actors are turned where they do not fit upright.

    ``is_even``: the columns of the actors are as wide as each other, as far as there is room.
    """
    size, head = lettering.size, Lettering(head_size(lettering.size), lettering.face)
    unit = max(0.6, size / 12.5)
    gutter = drawing.gutter * unit
    no = max(_no_width(rows, lettering, head))
    texts = [_least(rows, place, lettering, head) for place in range(len(TEXTS))]
    drawn = [width * unit for width in drawing.widths]
    drawn[0] += gutter
    named = [
        max(width, min(longest_word([name], head, bold=True), _LONG_WORD) + 2 * PAD + 1)
        for width, name in zip(drawn, actors, strict=True)
    ]
    left = room - no - sum(texts)
    is_turned = sum(named) > left
    if is_turned:
        unit *= min(1.0, max(left, room * 0.4) / sum(drawn))
        gutter = drawing.gutter * unit
        drawn = [width * unit for width in drawing.widths]
        drawn[0] += gutter
        wide = drawn
    else:
        ease = left - _lack(texts, size) if is_even else 0.0
        wide = _at_ease(named, actors, gutter, head, ease)
    fitted = _shared(rows, texts, room - no - sum(wide), lettering)
    kegiatan, kelengkapan, waktu, output, keterangan = fitted
    mutu = (kelengkapan, waktu, output)
    return Columns(size, unit, no, kegiatan, tuple(wide), mutu, keterangan, gutter, is_turned)


def _no_width(rows: Sequence[RowTexts], lettering: Lettering, head: Lettering) -> list[float]:
    title = longest_word([COLUMNS["no"][0]], head, bold=True)
    numbers = [longest_word([row.no], lettering) for row in rows]
    return [min(width, _LONG_WORD) + 2 * PAD + 1 for width in (title, *numbers)]


def _least(rows: Sequence[RowTexts], place: int, lettering: Lettering, head: Lettering) -> float:
    words = longest_word((row.texts[place] for row in rows), lettering)
    title = longest_word([COLUMNS[TEXTS[place]][0]], head, bold=True)
    most = max((row.items[place] for row in rows), default=1)
    number = lettering.width(f"{most}. ") if most > 1 else 0.0
    return max(min(words, _LONG_WORD) + number, title) + 2 * PAD + 1


def _lack(texts: Sequence[float], size: float) -> float:
    """What the columns of words want beyond their longest words."""
    return sum(max(0.0, e * size / 9 - t) for e, t in zip(_EASE, texts, strict=True))


def _at_ease(
    named: Sequence[float],
    actors: Sequence[str],
    gutter: float,
    head: Lettering,
    left: float,
) -> list[float]:
    """Wider and even columns for the actors from what the columns of words do not want."""
    ease = max(min(_NAME_EASE, head.width(name, bold=True) + 2 * PAD + 1) for name in actors)
    even = max(ease, *(width - (n == 0) * gutter for n, width in enumerate(named)))
    wanted = [even + (n == 0) * gutter for n in range(len(named))]
    more = sum(wanted) - sum(named)
    share = min(1.0, max(0.0, left - sum(named)) / more) if more else 0.0
    return [n + (w - n) * share for n, w in zip(named, wanted, strict=True)]


def _shared(
    rows: Sequence[RowTexts], least: Sequence[float], room: float, lettering: Lettering
) -> list[float]:
    """The room for words: to each column its longest word, the rest by how much it has to say."""
    spare = room - sum(least)
    if spare < 0:
        return [width * room / sum(least) for width in least]
    volumes = [
        math.sqrt(sum(lettering.width(row.texts[place]) for row in rows) + 200)
        for place in range(len(TEXTS))
    ]
    return [w + spare * v / sum(volumes) for w, v in zip(least, volumes, strict=True)]
