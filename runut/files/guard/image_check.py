"""A picture that somebody hands in: a PNG or a JPEG, as its name says, whole, and not too large."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from runut.core.findings import Finding, Level

LARGEST_BYTES = 2 << 20
LARGEST_SIDE, SMALLEST_SIDE = 4_000, 32
_ENDINGS = {"PNG": ("png",), "JPEG": ("jpg", "jpeg")}


def check_image(data: bytes, name: str) -> tuple[list[object] | None, tuple[Finding, ...]]:
    """``[ending, width, height]`` in pixels, or the reason not to take the picture.

    Call it through ``guard.read_guarded``: the file comes from outside.
    """
    if len(data) > LARGEST_BYTES:
        return None, (_refusal("Gambar ini lebih besar dari 2 MB."),)
    try:
        with Image.open(BytesIO(data), formats=tuple(_ENDINGS)) as image:
            kind, (width, height) = str(image.format), image.size
            if max(width, height) > LARGEST_SIDE:
                return None, (_refusal(f"Gambar ini {width} × {height} titik: terlalu besar."),)
            image.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None, (_refusal("Berkas ini bukan gambar PNG atau JPG yang utuh."),)
    if min(width, height) < SMALLEST_SIDE:
        return None, (_refusal(f"Gambar ini {width} × {height} titik: terlalu kecil dicetak."),)
    if name.rpartition(".")[2].lower() not in _ENDINGS[kind]:
        return None, (_refusal(f"Isi berkas ini {kind}, tidak seperti akhiran namanya."),)
    return [_ENDINGS[kind][0], width, height], ()


def _refusal(pesan: str) -> Finding:
    usul = "Pilih gambar PNG atau JPG, paling besar 2 MB dan 4000 titik."
    return Finding("gambar_ditolak", Level.BLOCKER, pesan, usul)
