"""A regulation an SOP may rest on: its kind, its number, what is known of it and how surely."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

UU: Final = "UU"
PERPPU: Final = "Perppu"
PP: Final = "PP"
PERPRES: Final = "Perpres"
KEPPRES: Final = "Keppres"
INPRES: Final = "Inpres"
PERMENPANRB: Final = "PermenPANRB"
PERMENDAGRI: Final = "Permendagri"
PERATURAN_ANRI: Final = "Peraturan ANRI"
PERATURAN_BPS: Final = "Peraturan BPS"

_OTHER_ACT: Final = "(?<!keputusan )(?<!instruksi )(?<!edaran )"
"""What a minister decides, orders or writes otherwise is no regulation of his."""

KINDS: Final = {
    UU: r"\buu\b|undang ?-? ?undang",
    PERPPU: r"\bperp+u\b|pemerintah pengganti undang ?-? ?undang",
    PP: r"\bpp\b|peraturan ?pemerintah(?! pengganti)",
    PERPRES: r"perpres|peraturan ?presiden",
    KEPPRES: r"keppres|keputusan ?presiden",
    INPRES: r"inpres|instruksi ?presiden",
    PERMENPANRB: r"permen(?:neg)? ?pan|"
    rf"{_OTHER_ACT}menteri (?:negara )?(?:pendayagunaan|pan\b|pan ?-?rb\b)",
    PERMENDAGRI: rf"permendagri|{_OTHER_ACT}menteri dalam negeri",
    PERATURAN_ANRI: r"(?:peraturan|perka|perban) (?:kepala )?(?:anri\b|arsip nasional)",
    PERATURAN_BPS: r"(?:peraturan|perka|perban) (?:kepala )?(?:bps\b|badan pusat statistik)",
    "Perda": r"\bperda\b|peraturan daerah",
    "Pergub": r"\bpergub\b|peraturan gubernur",
    "Perbup": r"\bperbup\b|peraturan bupati",
    "Perwali": r"\bper(?:wal|wali|wako)\b|peraturan ?wali ?kota",
    "Kepgub": r"\bkepgub\b|keputusan gubernur",
    "Permenkes": rf"permenkes|{_OTHER_ACT}menteri kesehatan",
    "PMK": rf"\bpmk\b|permenkeu|{_OTHER_ACT}menteri keuangan",
}
"""Kinds of regulation by the words that name them, in small letters."""

ALWAYS: Final[tuple[str, ...]] = ()
NEVER: Final = None


class Kepastian(StrEnum):
    """How surely it is known whether a regulation stands."""

    PASTI = "pasti"
    MUNGKIN = "mungkin"
    BELUM = "belum dipastikan"


@dataclass(frozen=True)
class Peraturan:
    """A regulation an SOP may rest on, and where what we say about it is written.

    ``pokok``: words of an SOP's title that call for it; ``ALWAYS`` for every SOP, ``NEVER`` for
    one that is known but not proposed. ``berlaku_sejak`` is the day it came into force, where
    known. ``dicabut_oleh`` names the regulation that took its place on the day ``tanggal``;
    ``diubah_oleh`` those that changed it. ``kepastian`` is of the status, not of the title.
    """

    jenis: str
    nomor: str
    tahun: int
    tentang: str
    pokok: tuple[str, ...] | None = NEVER
    berlaku_sejak: date | None = None
    dicabut_oleh: str = ""
    tanggal: date | None = None
    sumber: str = ""
    diubah_oleh: str = ""
    kepastian: Kepastian = Kepastian.PASTI

    @property
    def sebutan(self) -> str:
        return f"{self.jenis} {self.nomor}/{self.tahun}"

    @property
    def kutipan(self) -> str:
        """The line under DASAR HUKUM."""
        year = "/" if "/" in self.nomor else " Tahun "
        return f"{self.jenis} Nomor {self.nomor}{year}{self.tahun} tentang {self.tentang}"


Katalog: TypeAlias = tuple[Peraturan, ...]
