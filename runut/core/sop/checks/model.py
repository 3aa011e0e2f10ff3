"""One check of an SOP: a rule with its code, its weight, its remedy and what it rests on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from runut.core.findings import Finding, Level, Place
from runut.core.sop.model import SOP


@dataclass(frozen=True)
class Hit:
    """One place where a rule is broken. ``usul`` here is closer to the case than the rule's own.

    ``tentang`` is the word or the line at fault; ``tingkat`` is set where this place weighs
    otherwise than the rule does.
    """

    pesan: str
    langkah: str | None = None
    usul: str = ""
    tentang: str = ""
    tingkat: Level | None = None


@dataclass(frozen=True)
class Check:
    """A rule, what breaking it means in the office's work, and the function that finds where.

    ``nama`` and ``arti`` explain the code on the page of findings (docs/temuan-sop.md).
    """

    kode: str
    nama: str
    arti: str
    tingkat: Level
    usul: str
    dasar: str
    find: Callable[[SOP], Iterable[Hit]]

    def __call__(self, sop: SOP) -> Iterable[Finding]:
        for hit in self.find(sop):
            place = Place(langkah=hit.langkah)
            usul = hit.usul or self.usul
            level = hit.tingkat or self.tingkat
            yield Finding(self.kode, level, hit.pesan, usul, place, self.dasar, hit.tentang)
