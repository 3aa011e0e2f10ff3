"""The lambang of a letterhead: the picture of an office, small enough to travel inside a paper."""

import io
from base64 import b64decode, b64encode
from functools import lru_cache

from PIL import Image, UnidentifiedImageError

from runut.core.report.blocks import Letterhead
from runut.files.write.layout.drawings import png_size

HEIGHT_MM = 24
"""As high as three lines of a letterhead and its address."""
_WIDEST_MM = 26
_PIXELS = 480


@lru_cache(maxsize=32)
def emblem_of(data: bytes) -> str:
    """A picture (PNG, JPEG) as a letterhead carries it; "" where it cannot be read.

    The same bytes give the same picture: nothing of the camera or the drawing program stays in it.
    """
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
            picture = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return ""
    picture.thumbnail((_PIXELS, _PIXELS))
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return b64encode(out.getvalue()).decode()


def emblem_png(kop: Letterhead) -> bytes:
    """The PNG of the lambang; empty where the letterhead has none."""
    return b64decode(kop.lambang) if kop.lambang else b""


def emblem_size(png: bytes) -> tuple[float, float]:
    """Width and height in mm: as high as the letterhead, not wider than the room beside it."""
    width, height = png_size(png)
    scale = min(HEIGHT_MM / height, _WIDEST_MM / width)
    return round(width * scale, 2), round(height * scale, 2)


def emblem_svg(kop: Letterhead) -> str:
    """The lambang as a drawing that holds it; "" where the letterhead has none."""
    if not kop.lambang:
        return ""
    width, height = emblem_size(emblem_png(kop))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
        f'viewBox="0 0 {width} {height}"><image width="{width}" height="{height}" '
        f'href="data:image/png;base64,{kop.lambang}"/></svg>'
    )
