"""A scan whose letters a program has recognized: its words are read, its drawing is not."""

from collections.abc import Sequence
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.model import Langkah
from runut.core.sop.reading.asal import Asal, field_key
from runut.core.sop.reading.body import Draft
from runut.core.sop.reading.columns import Columned
from runut.core.sop.reading.stepwise import place_of
from runut.core.words.items import join_numbers

_UNSURE: Final = 0.5
_LOST: Final = "Halamannya hasil pindai; isian ini kosong atau tidak terkenali."


def said_of_scans(columned: Sequence[Columned]) -> list[Finding]:
    """That some pages are scans: whoever confirms the reading compares its words."""
    numbers = sorted({one.grid.page.number for one in columned if one.grid.page.is_scanned})
    if not numbers:
        return []
    return [
        Finding(
            "baca.pindaian-berteks",
            Level.WARNING,
            f"Halaman {join_numbers(map(str, numbers))} hasil pindai. Tulisannya dibaca dari "
            "pengenalan huruf yang dapat keliru; simbol dan panahnya tidak terbaca.",
            "Bandingkan setiap isian dengan aslinya, atau unggah berkas Word atau Excel-nya.",
            Place(halaman=numbers[0]),
        )
    ]


def lost_in_scans(
    drafts: Sequence[Draft], steps: Sequence[Langkah], columned: Sequence[Columned]
) -> dict[str, Asal]:
    """The empty fields of steps on scanned pages: whether they are empty there is asked."""
    scanned = {one.grid.page.number for one in columned if one.grid.page.is_scanned}
    found = {}
    for draft, step in zip(drafts, steps, strict=True):
        place = place_of(draft, columned)
        values = {
            "kelengkapan": step.kelengkapan, "waktu": step.waktu.teks, "output": step.output
        }  # fmt: skip
        for name, value in values.items():
            if place.halaman in scanned and not value:
                found[field_key(name, step.no)] = Asal(place, None, _UNSURE, _LOST)
    return found
