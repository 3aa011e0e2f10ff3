"""Pages of a PDF as pictures: the user's own page, to be shown beside what was read from it."""

import io
from typing import Final

import pypdfium2

from runut.files.guard.parent import Read

MOST_PAGES: Final = 20
WIDEST: Final = 2_400
_TALLEST: Final = 4


def page_pictures(data: bytes, pages: range, width_px: int) -> tuple[bytes, ...]:
    """The wanted pages (counted from 0) as PNG, ``width_px`` wide; none of a file that is broken.

    At most ``MOST_PAGES``. Call it in the guarded process.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return ()
    wanted = [at for at in pages if 0 <= at < len(document)][:MOST_PAGES]
    return tuple(_picture(document, at, min(max(width_px, 1), WIDEST)) for at in wanted)


def pictures_here(data: bytes, name: str, first: int, count: int, width_px: int) -> Read:
    """(pictures, nothing) of the pages from ``first`` on: for the guarded process alone."""
    return page_pictures(data, range(first, first + count), width_px), ()


def _picture(document: pypdfium2.PdfDocument, at: int, width_px: int) -> bytes:
    """One page as PNG; a strip of a page is cut in its resolution, not in its content."""
    try:
        page = document[at]
        width, height = page.get_size()
        scale = min(width_px / max(width, 1.0), _TALLEST * width_px / max(height, 1.0))
        image = page.render(scale=scale, rev_byteorder=True).to_pil()
    except pypdfium2.PdfiumError:
        return b""
    out = io.BytesIO()
    image.convert("RGB").save(out, "PNG")
    return out.getvalue()
