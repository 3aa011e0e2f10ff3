"""What the words of a figure were read as, or what has to be asked about them."""

from dataclasses import dataclass

from runut.core.kinerja.model import Nilai, Tulisan


@dataclass(frozen=True)
class Terbaca:
    """What the words say. ``tulisan`` is None where they say no more than the value.

    ``is_bermakna_ganda``: the one dot in it may be of thousands or of decimals.
    """

    nilai: Nilai
    tulisan: Tulisan | None = None
    is_bermakna_ganda: bool = False


@dataclass(frozen=True)
class Pertanyaan:
    """Words that cannot be used for certain: what is asked, and what to write instead."""

    kode: str
    pesan: str
    usul: str
