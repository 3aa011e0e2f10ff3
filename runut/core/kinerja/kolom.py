"""A column of the data workbook: what it is called and what it asks for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kolom:
    """A column: key, head, width in characters, the note on its head, and a choice if limited."""

    kunci: str
    judul: str
    lebar: int
    catatan: str
    pilihan: tuple[str, ...] = ()
    is_wajib: bool = False
    is_angka: bool = False
