"""Pages of a PDF as pictures: the user's own page, to be shown beside what was read from it."""

import io
from typing import Final

import pypdfium2

_TALLEST: Final = 4


def page_pictures(data: bytes, count: int, width_px: int) -> tuple[bytes, ...]:
    """The first ``count`` pages as PNG, ``width_px`` wide; none of a file that is broken.

    Call it in the guarded process.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return ()
    return tuple(_picture(document, at, width_px) for at in range(min(count, len(document))))


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
