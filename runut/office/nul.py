"""The character NUL, which no text may hold: PostgreSQL stores none, and paper shows none.

It is refused at the door, on every database alike.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from runut.core.findings import Finding, Level

_SIGN = "tanda yang tidak dapat disimpan (NUL)"


def holds_nul(value: object) -> bool:
    """Whether a text has a NUL in it, or anything that is made of texts."""
    match value:
        case str():
            return "\0" in value
        case Mapping():
            return any(holds_nul(key) or holds_nul(one) for key, one in value.items())
        case list() | tuple() | set() | frozenset():
            return any(map(holds_nul, value))
    if is_dataclass(value):
        return any(holds_nul(getattr(value, field.name)) for field in fields(value))
    return False


def nul_in(what: str) -> str:
    """What is wrong, and what to do. ``what`` begins the sentence."""
    return f"{what} mengandung {_SIGN}. Hapus tanda itu, lalu kirim lagi. Tidak ada yang berubah."


def nul_finding(name: str) -> Finding:
    """The reason why nothing was taken from a file."""
    return Finding(
        "berkas.nul",
        Level.BLOCKER,
        f"Isi berkas {name.replace(chr(0), '')} mengandung {_SIGN}.",
        "Buka berkas itu dengan program asalnya, hapus tanda itu, simpan, lalu unggah lagi.",
    )
