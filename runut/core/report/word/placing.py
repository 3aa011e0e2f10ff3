"""To which section a paragraph of the returned file belongs; what has none is not thrown away."""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.core.report.word.align import Alignment
from runut.core.report.word.flow import Unit


@dataclass(frozen=True)
class Placed:
    """``section`` 0: it stands nowhere that people write. ``base``: the unit of the copy it is."""

    section: int
    base: int | None


def place(base: Sequence[Unit], new: Sequence[Unit], found: Alignment) -> tuple[Placed, ...]:
    """For every returned unit its section: by what it was, by where it stands, by its mark."""
    known = {one.section for one in base} - {0}
    backbone = [b if n not in found.moved else None for n, b in enumerate(found.of)]
    after = _following(backbone)
    placed, last = [], -1
    for n, one in enumerate(new):
        b = found.of[n]
        if b is not None and not base[b].section:
            placed.append(Placed(0, b))
        elif b is not None and n not in found.moved:
            placed.append(Placed(base[b].section, b))
        else:
            marked = one.section if one.section in known else 0
            section = _by_place(base, last, after[n]) or marked
            placed.append(Placed(section, b if section else None))
        last = backbone[n] if backbone[n] is not None else last  # type: ignore[assignment]
    return tuple(placed)


def _following(backbone: Sequence[int | None]) -> list[int | None]:
    """For every unit the next base unit that is sure."""
    found: list[int | None] = []
    coming: int | None = None
    for b in reversed(backbone):
        found.append(coming)
        coming = b if b is not None else coming
    return found[::-1]


def _by_place(base: Sequence[Unit], last: int, following: int | None) -> int:
    """The section before it; or the one that follows; or the only one that stood between."""
    end = len(base) if following is None else following
    if last >= 0 and base[last].section:
        return base[last].section
    if end < len(base) and base[end].section:
        return base[end].section
    between = {base[b].section for b in range(last + 1, end)} - {0}
    return between.pop() if len(between) == 1 else 0
