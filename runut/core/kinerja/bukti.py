"""Evidence of a figure: which file proves what was measured, by its hash."""

from collections.abc import Iterable
from dataclasses import dataclass

from runut.core.kinerja.paket import ROMAWI

SETAHUN = 0
"""The quarter of evidence that is about the figure of the whole year."""


@dataclass(frozen=True)
class Bukti:
    """A file kept for the figure of an indicator in a quarter (``SETAHUN``: of the year)."""

    indikator_id: str
    triwulan: int
    nama: str
    sha256: str

    @property
    def kapan(self) -> str:
        """When it is about, in words.

        >>> Bukti("IKU-1", 2, "a.pdf", "0").kapan, Bukti("IKU-1", 0, "a.pdf", "0").kapan
        ('TW II', 'setahun')
        """
        return f"TW {ROMAWI[self.triwulan - 1]}" if self.triwulan else "setahun"


def daftar_bukti(bukti: Iterable[Bukti], urutan: Iterable[str]) -> tuple[Bukti, ...]:
    """As an annex lists it: by indicator in ``urutan``, then by quarter, the year last.

    >>> one, two = Bukti("B", 1, "b.pdf", "1"), Bukti("A", 0, "a.pdf", "2")
    >>> [b.nama for b in daftar_bukti([one, two], ["A", "B"])]
    ['a.pdf', 'b.pdf']
    """
    place = {indikator_id: number for number, indikator_id in enumerate(urutan)}
    return tuple(
        sorted(
            bukti,
            key=lambda one: (
                place.get(one.indikator_id, len(place)),
                one.indikator_id,
                one.triwulan or len(ROMAWI) + 1,
                one.nama,
            ),
        )
    )
