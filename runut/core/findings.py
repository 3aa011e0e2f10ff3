"""What a reader or a check has to say about an input: where, how bad, what to do.

Readers return ``(value, problems)`` and report every problem, not the first.
"""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad a finding is. ``blocker``: the thing cannot be used as it is."""

    BLOCKER = "blocker"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        return ("info", "warning", "blocker").index(self.value)


@dataclass(frozen=True)
class Place:
    """Where in the input: page, line and column count from 1; ``langkah`` is a step number.

    ``sel`` is a workbook place such as ``Indikator!E7``, ``bagian`` the key of a report's section.
    """

    halaman: int | None = None
    baris: int | None = None
    kolom: int | None = None
    langkah: str | None = None
    sel: str | None = None
    bagian: str | None = None


@dataclass(frozen=True)
class Finding:
    """One finding. ``pesan`` is a plain Indonesian sentence: what is wrong and where.

    ``usul`` says what to do about it; ``dasar`` names the rule behind it (article, table).
    ``tentang`` is the word or the line at fault, where one place may have several.
    """

    kode: str
    tingkat: Level
    pesan: str
    usul: str = ""
    letak: Place = Place()
    dasar: str = ""
    tentang: str = ""


@dataclass(frozen=True)
class Meaning:
    """What the code of a finding means, for the page that lists all of them."""

    kode: str
    tingkat: Level
    nama: str
    arti: str


@dataclass(frozen=True)
class Refused:
    """A request that the rules refuse, with the reason for the person who asked.

    A refused request is a value, not an exception: nothing is broken, the answer is no.
    ``reason`` is one plain Indonesian sentence and says what to do instead.
    ``kode`` tells callers (HTTP status, tests) apart: ``bukan_pelaksana`` is a matter of
    rights, ``sudah_berubah`` a lost race, everything else a rule of the procedure.
    """

    kode: str
    reason: str
