"""The catalogue of legal bases: which regulations an SOP may rest on, since when, until when.

Facts only, each with its source.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, TypeAlias

from runut.core.sop.aturan import LAPORAN_KINERJA

UU: Final = "UU"
PP: Final = "PP"
PERPRES: Final = "Perpres"
KEPPRES: Final = "Keppres"
PERMENPANRB: Final = "PermenPANRB"
PERMENDAGRI: Final = "Permendagri"

KINDS: Final = {
    UU: r"\buu\b|undang ?-? ?undang",
    PP: r"\bpp\b|peraturan ?pemerintah(?! pengganti)",
    PERPRES: r"perpres|peraturan ?presiden",
    KEPPRES: r"keppres|keputusan ?presiden",
    PERMENPANRB: r"permen ?pan|menteri (?:negara )?pendayagunaan",
    PERMENDAGRI: r"permendagri|menteri dalam negeri",
}
"""Kinds of regulation by the words that name them, in small letters."""

ALWAYS: Final[tuple[str, ...]] = ()
NEVER: Final = None


@dataclass(frozen=True)
class Peraturan:
    """A regulation an SOP may rest on, and where what we say about it is written.

    ``pokok``: words of an SOP's title that call for it; ``ALWAYS`` for every SOP, ``NEVER`` for
    one that is known but not proposed. ``berlaku_sejak`` is the day it came into force, where
    known. ``dicabut_oleh`` names the regulation that took its place on the day ``tanggal``.
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

    @property
    def sebutan(self) -> str:
        return f"{self.jenis} {self.nomor}/{self.tahun}"

    @property
    def kutipan(self) -> str:
        """The line under DASAR HUKUM."""
        return f"{self.jenis} Nomor {self.nomor} Tahun {self.tahun} tentang {self.tentang}"


Katalog: TypeAlias = tuple[Peraturan, ...]

_P53: Final = "PermenPANRB 53/2014"
KATALOG: Final[Katalog] = (
    Peraturan(
        PERPRES,
        "29",
        2014,
        "Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        LAPORAN_KINERJA,
        sumber=f"{_P53}, Mengingat angka 4",
    ),
    Peraturan(
        PERMENPANRB,
        "53",
        2014,
        "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu "
        "atas Laporan Kinerja Instansi Pemerintah",
        LAPORAN_KINERJA,
        date(2014, 12, 1),
        sumber=f"{_P53}, judul dan Pasal 7 (diundangkan 1 Desember 2014)",
    ),
    Peraturan(
        PERMENPANRB,
        "88",
        2021,
        "Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
        LAPORAN_KINERJA,
        sumber="Rujukan evaluasi AKIP",
    ),
    Peraturan(
        PERMENPANRB,
        "35",
        2012,
        "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
        ALWAYS,
        sumber="Rujukan bentuk SOP AP",
    ),
    Peraturan(
        PERMENPANRB,
        "29",
        2010,
        "Pedoman Penyusunan Penetapan Kinerja dan Pelaporan Akuntabilitas Kinerja Instansi "
        "Pemerintah",
        dicabut_oleh=_P53,
        tanggal=date(2014, 12, 1),
        sumber=f"{_P53}, Pasal 6",
    ),
    Peraturan(
        PP,
        "8",
        2006,
        "Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
        sumber=f"{_P53}, Mengingat angka 2",
    ),
    Peraturan(UU, "1", 2004, "Perbendaharaan Negara", sumber=f"{_P53}, Mengingat angka 1"),
    Peraturan(
        PERPRES,
        "24",
        2010,
        "Kedudukan, Tugas, dan Fungsi Kementerian Negara serta Susunan Organisasi, Tugas, dan "
        "Fungsi Eselon I Kementerian Negara",
        sumber=f"{_P53}, Mengingat angka 3",
    ),
    Peraturan(
        PERPRES,
        "165",
        2014,
        "Penataan Tugas dan Fungsi Kabinet Kerja",
        sumber=f"{_P53}, Mengingat angka 5",
    ),
    Peraturan(
        KEPPRES,
        "68",
        1995,
        "",
        dicabut_oleh="Perpres 21/2023",
        tanggal=date(2023, 4, 12),
        sumber="Perpres 21/2023 tentang hari dan jam kerja",
    ),
)


def concerns(judul: str, peraturan: Peraturan) -> bool:
    """Whether a regulation belongs under an SOP with this title; one no longer in force never."""
    if peraturan.pokok is NEVER or peraturan.dicabut_oleh:
        return False
    title = judul.casefold()
    return not peraturan.pokok or any(word in title for word in peraturan.pokok)


def cites(item: str, peraturan: Peraturan) -> bool:
    """Whether a line of DASAR HUKUM names this regulation by kind, number and year.

    >>> cites("Permenpan RB No. 53 Th 2014", KATALOG[1]), cites("Perpres 53/2014", KATALOG[1])
    (True, False)
    """
    kind, number = _patterns(peraturan.jenis, peraturan.nomor, peraturan.tahun)
    return number.search(item) is not None and kind.search(item) is not None


@lru_cache(maxsize=512)
def _patterns(jenis: str, nomor: str, tahun: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = KINDS.get(jenis, rf"\b{re.escape(jenis.casefold())}\b")
    number = rf"(?<![\w./]){re.escape(nomor)}\s*(?:/|,?\s*(?:tahun|thn?\.?)\s*){tahun}\b"
    return re.compile(words, re.IGNORECASE), re.compile(number, re.IGNORECASE)


def find_cited(item: str, katalog: Katalog = KATALOG) -> Peraturan | None:
    """The regulation of the catalogue that a line of DASAR HUKUM names first."""
    return next((one for one in katalog if cites(item, one)), None)


def successor(peraturan: Peraturan, katalog: Katalog = KATALOG) -> Peraturan | None:
    """The regulation that took its place, if the catalogue has it."""
    return next((one for one in katalog if one.sebutan == peraturan.dicabut_oleh), None)
