"""How large pictures and charts stand on paper, the same in Word and PDF."""

from base64 import b64decode

from runut.core.report.blocks import Photo
from runut.files.write.layout.sheets import POINTS_PER_MM, Page

_WIDEST_MM, _HIGHEST_MM = 140.0, 95.0
_CHART_MM = 160.0
_HIGHEST = 3 / 5
"""A chart takes at most so much of a page: in its place it leaves no page nearly empty."""
_SMALLEST = 3 / 4
"""No chart is drawn smaller than that for it; one that is still too high has a page to itself."""
_ALONE = 9 / 10
"""What a chart alone on its page takes of it; the rest is for its caption."""


def chart_width(height_to_width: float, page: Page) -> float:
    """How wide a chart of this shape is drawn on this page, in mm."""
    natural = _share_of(height_to_width, page)
    most = _ALONE if fills_a_page(height_to_width, page) else _HIGHEST
    return round(_CHART_MM * min(most / natural, 1), 2)


def fills_a_page(height_to_width: float, page: Page) -> bool:
    """Whether a chart has a page to itself, and the words go on before it."""
    return _share_of(height_to_width, page) * _SMALLEST > _HIGHEST


def _share_of(height_to_width: float, page: Page) -> float:
    return _CHART_MM * height_to_width * POINTS_PER_MM / page.depth


def photo_bytes(photo: Photo) -> bytes:
    return b64decode(photo.data)


def photo_size(photo: Photo) -> tuple[float, float]:
    """Width and height in mm: as wide as the text, not so high that it takes a page alone."""
    width, height = max(photo.width, 1), max(photo.height, 1)
    scale = min(_WIDEST_MM / width, _HIGHEST_MM / height)
    return round(width * scale, 2), round(height * scale, 2)


def photo_svg(photo: Photo) -> str:
    """The picture as a drawing that holds it."""
    width, height = photo_size(photo)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
        f'viewBox="0 0 {width} {height}"><image width="{width}" height="{height}" '
        f'href="data:image/jpeg;base64,{photo.data}"/></svg>'
    )
