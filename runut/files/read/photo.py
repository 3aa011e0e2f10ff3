"""A photograph as a paper carries it: upright, small enough, with nothing of the camera in it."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from runut.core.findings import Finding, Level

LARGEST_BYTES = 15 << 20
"""A telephone's photograph has 3 to 12 MB."""
_MOST_PIXELS = 50_000_000
_SMALLEST_SIDE = 100
_SIDE = 1600
"""Pixels of the longer side: about 270 in an inch over the width of the text."""
_QUALITY = 82


def read_photo(data: bytes, name: str) -> tuple[list[object] | None, tuple[Finding, ...]]:
    """``[JPEG, width, height]``, or the reason not to take the picture.

    Call it through ``guard.read_guarded``. The place where it was taken, which telephones write
    into it, does not come along.
    """
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                return None, (_refusal("Gambar ini terlalu besar untuk dibuka."),)
            opened.draft("RGB", (_SIDE * 2, _SIDE * 2))
            picture = ImageOps.exif_transpose(opened).convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None, (_refusal("Berkas ini bukan foto JPG atau gambar PNG yang utuh."),)
    if min(picture.size) < _SMALLEST_SIDE:
        size = f"{picture.width} × {picture.height}"
        return None, (_refusal(f"Gambar ini {size} titik: terlalu kecil untuk dicetak."),)
    picture.thumbnail((_SIDE, _SIDE))
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    out = BytesIO()
    paper.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return [out.getvalue(), paper.width, paper.height], ()


def _refusal(pesan: str) -> Finding:
    usul = "Pilih foto JPG atau gambar PNG, paling besar 15 MB."
    return Finding("foto_ditolak", Level.BLOCKER, pesan, usul)
