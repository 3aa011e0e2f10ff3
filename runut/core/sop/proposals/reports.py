"""Whether an SOP composes the yearly performance report."""

from typing import Final

from runut.core.sop.aturan import LAPORAN_KINERJA
from runut.core.sop.model import SOP

_OTHER_ACTS: Final = ("reviu", "review", "evaluasi", "penilaian", "pengiriman", "pengarsipan")
"""Acts in a title that handle a report which others have made."""


def is_about_report(sop: SOP) -> bool:
    """Whether an SOP makes the yearly performance report, by its title."""
    title = f"{sop.judul} {sop.judul_prosedur}".casefold()
    named = any(word in title for word in LAPORAN_KINERJA)
    return named and not any(act in title for act in _OTHER_ACTS)
