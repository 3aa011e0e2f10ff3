"""Where each field stood, on the pictures of the pages or in the lines of the text, to be shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from runut.core.sop.reading.asal import Asal
from runut.core.sop.reading.canvas import Box
from runut.office.sops.models import SopVersion

FLOW_FIELDS: Final = ("pelaksana", "bentuk", "lanjut")
"""Fields that are drawn: to judge them one has to see the whole row under the actors."""
AFTER_THE_ACTORS: Final = ("kelengkapan", "waktu", "output", "keterangan")
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
    rows = _rows(asal)
    found: dict[str, Spot] = {}
    for key, one in asal.items():
        row = rows.get(one.letak.langkah or "")
        number = one.letak.halaman if one.kotak else (row.halaman if row else None)
        if number is None or not 1 <= number <= len(version.halaman):
            continue
        is_drawn = key.endswith(FLOW_FIELDS) and row is not None and row.halaman == number
        box = one.kotak or (row.drawn if row and is_drawn else row.box if row else None)
        if box is None:
            continue
        shown = row.around if row and is_drawn else box
        page, url = version.halaman[number - 1], f"/sop/{version.pk}/gambar/{number}/"
        anchor = f"tempat-{key.replace('.', '-')}"
        found[key] = Spot(anchor, number, box, _cutting(url, page, _union((shown, box))))
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


@dataclass(frozen=True)
class _Row:
    """A step on its page: the box around its fields; the words of its activity; what follows the
    actors' columns, if anything does."""

    halaman: int
    box: Box
    kegiatan: Box | None
    after: Box | None

    @property
    def drawn(self) -> Box:
        """The actors' columns of the row."""
        left = self.kegiatan.right if self.kegiatan else self.box.left
        right = self.after.left if self.after and self.after.left > left else self.box.right
        return Box(left, self.box.top, right, self.box.bottom)

    @property
    def around(self) -> Box:
        """The row up to its actors' columns, with half a row more to see where lines lead."""
        drawn, half = self.drawn, (self.box.bottom - self.box.top) / 2
        return Box(self.box.left, drawn.top - half, drawn.right, drawn.bottom + half)


def _rows(asal: Mapping[str, Asal]) -> dict[str, _Row]:
    """Step → where its row lies; a step that goes on over the page lies where it begins."""
    fields: dict[str, dict[str, Asal]] = {}
    for key, one in asal.items():
        if one.letak.langkah and one.letak.halaman and one.kotak:
            fields.setdefault(one.letak.langkah, {})[key.rpartition(".")[2]] = one
    return {no: _row(found) for no, found in fields.items()}


def _row(fields: Mapping[str, Asal]) -> _Row:
    number = min(one.letak.halaman or 0 for one in fields.values())
    boxes = {
        name: one.kotak for name, one in fields.items() if one.letak.halaman == number and one.kotak
    }
    after = next((boxes[name] for name in AFTER_THE_ACTORS if name in boxes), None)
    return _Row(number, _union(boxes.values()), boxes.get("kegiatan"), after)


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
