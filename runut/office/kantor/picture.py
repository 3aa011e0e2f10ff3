"""A picture for the letterhead, looked at in a process of its own before it is kept."""

from typing import Any

from runut.files.guard.image_check import LARGEST_BYTES
from runut.files.guard.parent import read_guarded

_CHECK = "runut.files.guard.image_check:check_image"


def checked_picture(file: Any) -> tuple[bytes, str]:
    """The bytes of an uploaded picture, and why it is not taken ("" if it is)."""
    if file.size > LARGEST_BYTES:
        return b"", "Gambar ini lebih besar dari 2 MB. Pilih yang lebih kecil."
    data = bytes(file.read())
    found, problems = read_guarded(_CHECK, data, file.name or "")
    if found is None:
        return b"", " ".join(f"{one.pesan} {one.usul}".strip() for one in problems)
    return data, ""
