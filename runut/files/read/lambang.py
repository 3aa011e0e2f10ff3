"""The lambang of an office as somebody uploads it: a picture, made small, and nothing else."""

import io

from PIL import Image, UnidentifiedImageError

from runut.core.findings import Finding, Level

_PIXELS = 480
_LARGEST = 40_000_000
"""Pixels: a scan of a whole page at 600 dpi."""


def read_lambang(data: bytes, name: str) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The picture as PNG, or why it cannot be taken. Call it through ``guard.read_guarded``."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > _LARGEST:
                return None, (_refusal("Gambar lambang terlalu besar."),)
            picture = opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return None, (_refusal(f"{name or 'Berkas'} bukan gambar PNG atau JPG yang terbaca."),)
    picture.thumbnail((_PIXELS, _PIXELS))
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue(), ()


def _refusal(pesan: str) -> Finding:
    usul = (
        "Unggah lambang sebagai PNG atau JPG, paling baik dengan latar putih atau tembus pandang."
    )
    return Finding("lambang_tidak_terbaca", Level.BLOCKER, pesan, usul)
