"""Columns that may be those of two actors: twice as broad, with symbols beside their middle."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from runut.core.sop.reading.columns import Columned
from runut.core.sop.reading.people import People
from runut.core.sop.reading.places import PlacedShape

_BROAD: Final = 1.6
"""From how many times the breadth of the other actors' columns on."""
_OFF: Final = 0.15
"""Share of a column's breadth by which symbols of two columns stand off its middle."""
_SURE: Final = 0.6
_WHY: Final = "Kolomnya selebar dua kolom pelaksana; mungkin garis di antaranya tidak tercetak."


def doubt_wide_columns(
    people: Sequence[People], placed: Sequence[PlacedShape], columned: Sequence[Columned]
) -> None:
    """Makes the actors of such columns questions."""
    columns = columned[0].head.columns
    widths = {i: c.span[1] - c.span[0] for i in columned[0].head.actors if (c := columns[i]).span}
    for actor, width in widths.items():
        others = [other for place, other in widths.items() if place != actor]
        if not others or width < _BROAD * median(others):
            continue
        span = columns[actor].span
        drawn = [one.shape.box.centre[0] for one in placed if one.actor == actor]
        if span is None or not drawn:
            continue
        middle = (span[0] + span[1]) / 2
        off = sum(abs(x - middle) > _OFF * width for x in drawn)
        if off * 2 > len(drawn):
            _doubt(people, actor)


def _doubt(people: Sequence[People], actor: int) -> None:
    for who in people:
        for seat, one in who.actors.items():
            if seat[0] == actor and one.keyakinan > _SURE:
                who.actors[seat] = replace(one, keyakinan=_SURE, alasan=_WHY)
