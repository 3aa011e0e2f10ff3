"""``runut verify FILE``: what this office knows of a file that holds no electronic signature."""

from hashlib import sha256

from django.db import DatabaseError

from runut.office.signing.wet import is_wet_scan

WET = "Berkas ini dicatat kantor ini sebagai pindaian naskah yang ditandatangani basah."


def words_on(data: bytes) -> str:
    """A sentence on the file, "" if the office does not know it."""
    try:
        return WET if is_wet_scan(sha256(data).hexdigest()) else ""
    except DatabaseError:
        return ""
