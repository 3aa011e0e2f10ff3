"""How large a picture of people stands on paper, the same in Word and PDF."""

from base64 import b64decode

from runut.core.report.blocks import Photo

_WIDEST_MM, _HIGHEST_MM = 140.0, 95.0


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
