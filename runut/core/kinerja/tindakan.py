"""What is done because of the figures: the plan of action, the answers to the last evaluation, and
the use of last year's figures.

All three are words of people with a place, a person and a day; nothing here computes.
"""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How far a recommendation of the evaluation (LHE) was followed."""

    SELESAI = "selesai"
    BERJALAN = "berjalan"
    TIDAK = "tidak ditindaklanjuti"


class Bidang(StrEnum):
    """What was changed because of last year's figures (PermenPANRB 88/2021, 3.c)."""

    RENCANA = "rencana"
    ANGGARAN = "anggaran"
    CARA_KERJA = "cara kerja"


@dataclass(frozen=True)
class RencanaAksi:
    """One line of the plan of action: what, who, until when, with which target.

    ``tahun`` is the year in which it is done, the one after the report where nothing else is said.
    A line of the year of the report or before must be answered with ``hasil``.
    """

    id: str
    indikator_id: str
    rencana: str
    penanggung_jawab: str = ""
    batas_waktu: str = ""
    target: str = ""
    tahun: int | None = None
    hasil: str = ""
    bukti: str = ""
    sel: str = ""

    def tahun_kerja(self, tahun_laporan: int) -> int:
        """The year in which it is to be done."""
        return self.tahun or tahun_laporan + 1


@dataclass(frozen=True)
class Jawaban:
    """What became of a line of the plan of action, and where that can be seen."""

    hasil: str
    bukti: str = ""


@dataclass(frozen=True)
class Rekomendasi:
    """A recommendation of the last LHE and what became of it.

    ``bagian`` is the place in this report that shows it; where nothing was done, ``alasan`` says
    why.
    """

    id: str
    rekomendasi: str
    tindak_lanjut: str = ""
    bagian: str = ""
    status: Status | None = None
    alasan: str = ""
    bukti: str = ""
    sel: str = ""


@dataclass(frozen=True)
class Pemanfaatan:
    """What was changed because of a figure of last year, and where that can be seen.

    ``angka`` names the figure, by the code of its indicator or in words.
    """

    id: str
    angka: str
    bidang: Bidang | None
    perubahan: str
    bukti: str = ""
    sel: str = ""
