"""All that the checks compare with: the draft, its names, and every figure of every indicator."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from runut.core.kinerja.model import Pejabat
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.claims.known import Known
from runut.core.report.claims.names import NameBook
from runut.core.report.lakip.draft import Draft

_LEADING = re.compile(r"(?:Kepala|Sekretaris|Asisten|Inspektur|Direktur|Camat|Lurah)\s\w", re.I)
"""A post that one person holds, called by more than one word."""


@dataclass(frozen=True)
class Book:
    """The year as the claims of its report are held against it."""

    draft: Draft
    pejabat: tuple[Pejabat, ...] = ()
    """The officials of the office in their posts, beside those that the workbook names."""

    @property
    def tahun(self) -> int:
        return self.draft.tahun

    @cached_property
    def rows(self) -> tuple[BarisCapaian, ...]:
        return (*self.draft.rows, *self.draft.aims)

    @cached_property
    def known(self) -> dict[str, Known]:
        return {row.indikator.id: Known(row, self.tahun) for row in self.rows}

    @cached_property
    def _own_words(self) -> str:
        profil = self.draft.data.profil
        parts = (*profil.instansi, profil.singkatan, profil.kota, *(n for n, _ in profil.struktur))
        return " ".join(parts).casefold()

    def is_own(self, place: str) -> bool:
        """Whether a place or an office that the words name is ours: "Kota Padang"."""
        return all(word in self._own_words for word in place.casefold().split()[1:])

    @cached_property
    def names(self) -> NameBook:
        data = self.draft.data
        return NameBook(
            (
                *(
                    ("indikator", r.indikator.id, r.indikator.nama, r.indikator.id, r.sasaran.id)
                    for r in self.rows
                ),
                *(("sasaran", s.id, s.nama, "", "") for s in data.simpul),
                *(("anggaran", a.kode, a.nama, a.kode, "") for a in data.anggaran),
            )
        )

    @cached_property
    def posts(self) -> tuple[Pejabat, ...]:
        """Who holds which post: the head, the one above, and every post with one holder and a name
        of its own ("Staf" is none)."""
        profil = self.draft.data.profil
        named = [one for one in self.pejabat if one.nama and _LEADING.match(one.jabatan)]
        often = Counter(one.jabatan.casefold() for one in named)
        known = {profil.pimpinan.jabatan.casefold(), profil.atasan.jabatan.casefold()}
        others = (
            one
            for one in named
            if often[one.jabatan.casefold()] == 1 and one.jabatan.casefold() not in known
        )
        return (profil.pimpinan, profil.atasan, *others)

    def name_of(self, ids: tuple[str, ...]) -> str:
        return self.known[ids[0]].indikator.nama
