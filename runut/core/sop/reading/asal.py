"""Where each field of a read SOP stood in its file, and how sure the reading is."""

from dataclasses import dataclass, field
from typing import Final

from runut.core.findings import Finding, Place
from runut.core.sop.model import SOP
from runut.core.sop.reading.canvas import Box

UNSURE = 0.8
"""Below this a field is put before the owner of the SOP to confirm."""

STEP_FIELDS: Final = (
    "kegiatan",
    "pelaksana",
    "bentuk",
    "lanjut",
    "kelengkapan",
    "waktu",
    "output",
    "keterangan",
)
"""The fields of a step in the order in which its owner looks through them."""


@dataclass(frozen=True)
class Asal:
    """The origin of one field. ``letak`` is for words, ``kotak`` for drawing on the page.

    ``keyakinan`` is 0..1; ``alasan`` says why it is not 1, in one Indonesian phrase.
    """

    letak: Place = field(default_factory=Place)
    kotak: Box | None = None
    keyakinan: float = 1.0
    alasan: str = ""


@dataclass(frozen=True)
class Reading:
    """What a file gave: the SOP (or none), what was odd, and the origin of every field.

    Keys of ``asal`` are made by ``field_key``.
    """

    sop: SOP | None
    findings: tuple[Finding, ...] = ()
    asal: dict[str, Asal] = field(default_factory=dict)


def field_key(name: str, no: str | None = None) -> str:
    """The key of a field: ``judul`` of the form, or ``langkah.3.kegiatan`` of a step.

    >>> field_key("judul"), field_key("pelaksana", "3")
    ('judul', 'langkah.3.pelaksana')
    """
    return name if no is None else f"langkah.{no}.{name}"
