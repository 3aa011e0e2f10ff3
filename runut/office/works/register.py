"""All kinds of work, in the order in which they are asked; the last one fits every step."""

from typing import Final

from runut.core.sop.model import Langkah
from runut.office.works.kind import Fit, Kind, SopContext
from runut.office.works.laporan.kind import LAPORAN
from runut.office.works.penugasan.kind import PENUGASAN
from runut.office.works.periksa.kind import PERIKSA
from runut.office.works.rapat.kinds import BAHAS, BUKA_RAPAT, KESIAPAN, PANGGIL_RAPAT, UNDANGAN
from runut.office.works.tandatangan.kind import TANDATANGAN
from runut.office.works.umum.kind import UMUM

KINDS: Final[tuple[Kind, ...]] = (
    PANGGIL_RAPAT,
    PENUGASAN,
    BUKA_RAPAT,
    UNDANGAN,
    KESIAPAN,
    TANDATANGAN,
    PERIKSA,
    BAHAS,
    LAPORAN,
    UMUM,
)


NOTICES: Final = (
    *(kind.notices for kind in KINDS if kind.notices),
    "runut.office.calendar.notices.moved_deadlines",
    "runut.office.reminders.notices.reminders_of",
)
"""Functions that answer what stands in a person's inbox beside his tasks, by their paths."""


def kind_named(name: str) -> Kind:
    """The kind of that name; the general one for a name that this version does not know."""
    return next((kind for kind in KINDS if kind.name == name), UMUM)


def propose_kind(context: SopContext, langkah: Langkah) -> tuple[Kind, Fit]:
    """The kind that is proposed for a step, and why."""
    fits = ((kind, kind.fit(context, langkah)) for kind in KINDS)
    return next((kind, fit) for kind, fit in fits if fit.is_proposed)


def possible_kinds(context: SopContext, langkah: Langkah) -> list[tuple[Kind, Fit]]:
    """The kinds that can serve a step of this SOP, and why each."""
    fits = [(kind, kind.fit(context, langkah)) for kind in KINDS]
    return [(kind, fit) for kind, fit in fits if fit.is_possible]
