"""Where each field stood, on the pictures of the pages or in the lines of the text, to be shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from runut.core.sop.asal import Asal
from runut.core.sop.canvas import Box
from runut.office.sops.models import SopVersion

FLOW_FIELDS: Final = ("pelaksana", "bentuk", "lanjut")
"""Fields that are drawn: to judge them one has to see the whole row under the actors."""
_MARGIN: Final = 8.0
_LEAST_WIDTH: Final = 260.0
"""Points of the page that a cutting shows at least, so that its neighbours can be seen."""


@dataclass(frozen=True)
class Cutting:
    """A piece of a page, enlarged above a field."""

    url: str
    page_width: float
    page_height: float
    box: Box


@dataclass(frozen=True)
class Spot:
    """The place of one field: the name of its mark on this page, and what to cut out."""

    anchor: str
    halaman: int = 0
    box: Box | None = None
    cutting: Cutting | None = None


@dataclass(frozen=True)
class PageView:
    """A page of the original with the marks on it."""

    number: int
    url: str
    width: float
    height: float
    spots: tuple[tuple[Spot, bool], ...]
    """Each with whether it is asked."""


def spots_of(version: SopVersion, asal: Mapping[str, Asal]) -> dict[str, Spot]:
    """The spot of every field that has one. A field without a place of its own has its row's."""
    if not version.halaman:
        lines = {key: one.letak.baris for key, one in asal.items()}
        return {key: Spot(f"baris-{line}") for key, line in lines.items() if line}
    found: dict[str, Spot] = {}
    rows = _rows(asal)
    for key, one in asal.items():
        row = rows.get(one.letak.langkah or "")
        number = one.letak.halaman if one.kotak else (row[0] if row else None)
        box = one.kotak or (row[1] if row else None)
        if box is None or number is None or not 1 <= number <= len(version.halaman):
            continue
        page = version.halaman[number - 1]
        wide = row[1] if row and row[0] == number and key.endswith(FLOW_FIELDS) else box
        cutting = _cutting(f"/sop/{version.pk}/gambar/{number}/", page, _union((wide, box)))
        found[key] = Spot(f"tempat-{key.replace('.', '-')}", number, box, cutting)
    return found


def pages_of(
    version: SopVersion, spots: Mapping[str, Spot], asked: Iterable[str]
) -> tuple[PageView, ...]:
    """The pages of the original, every spot on its page."""
    wanted = set(asked)
    return tuple(
        PageView(
            number,
            f"/sop/{version.pk}/gambar/{number}/",
            page["lebar"],
            page["tinggi"],
            tuple((s, key in wanted) for key, s in spots.items() if s.halaman == number),
        )
        for number, page in enumerate(version.halaman, start=1)
    )


def _rows(asal: Mapping[str, Asal]) -> dict[str, tuple[int, Box]]:
    """Step → its page and the box around all of its fields there."""
    boxes: dict[str, tuple[int, list[Box]]] = {}
    for one in asal.values():
        no, number = one.letak.langkah, one.letak.halaman
        if no and number and one.kotak:
            known = boxes.setdefault(no, (number, []))
            if known[0] == number:
                known[1].append(one.kotak)
    return {no: (number, _union(found)) for no, (number, found) in boxes.items()}


def _union(boxes: Iterable[Box]) -> Box:
    all_boxes = tuple(boxes)
    return Box(
        min(box.left for box in all_boxes),
        min(box.top for box in all_boxes),
        max(box.right for box in all_boxes),
        max(box.bottom for box in all_boxes),
    )


def _cutting(url: str, page: Mapping[str, Any], box: Box) -> Cutting:
    """The box with a margin, at least as wide as can be read, and within the page."""
    width, height = page["lebar"], page["tinggi"]
    least = min(_LEAST_WIDTH, width)
    spare = max(0.0, least - (box.right - box.left)) / 2
    left = min(max(0.0, box.left - spare - _MARGIN), max(0.0, width - least))
    right = min(width, max(box.right + spare + _MARGIN, left + least))
    around = Box(left, max(0.0, box.top - _MARGIN), right, min(height, box.bottom + _MARGIN))
    rounded = replace(around, **{side: round(at, 1) for side, at in vars(around).items()})
    return Cutting(url, width, height, rounded)
