"""Where each field of a read SOP stood in its file, and how sure the reading is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.model import SOP
from runut.core.sop.reading.canvas import Box

_MOST_NAMED: Final = 20
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
class Lain:
    """A further SOP of the same file: the ``urutan``-th of it, counted from 1."""

    urutan: int
    judul: str
    langkah: int
    letak: Place = field(default_factory=Place)


@dataclass(frozen=True)
class Reading:
    """What a file gave: the SOP (or none), what was odd, and the origin of every field.

    Keys of ``asal`` are made by ``field_key``. ``lainnya`` are the other SOPs of the file.
    ``sisa`` is what could be read where there is none: an identity block without steps.
    """

    sop: SOP | None
    findings: tuple[Finding, ...] = ()
    asal: dict[str, Asal] = field(default_factory=dict)
    lainnya: tuple[Lain, ...] = ()
    sisa: SOP | None = None


def several(judul: str, others: Sequence[Lain]) -> Finding:
    """That a file holds more SOPs than the one read, each with its title and number of steps."""
    names = "; ".join(
        f"SOP ke-{one.urutan} “{one.judul or 'tanpa judul'}” ({one.langkah} langkah)"
        for one in others[:_MOST_NAMED]
    )
    return Finding(
        "baca.beberapa-sop",
        Level.WARNING,
        f"Berkas ini memuat {len(others) + 1} SOP; yang dibaca “{judul or 'tanpa judul'}”. "
        f"Yang lain: {names}.",
        "Pilih SOP yang dimaksud, atau baca semuanya satu per satu.",
    )


def no_such(count: int, asked: int, name: str) -> Finding:
    """That the SOP asked for by its place is not in the file."""
    return Finding(
        "baca.pilihan-tidak-ada",
        Level.BLOCKER,
        f"{name} memuat {count} SOP; SOP ke-{asked} tidak ada.",
        f"Pilih angka 1 sampai {count}.",
    )


def field_key(name: str, no: str | None = None) -> str:
    """The key of a field: ``judul`` of the form, or ``langkah.3.kegiatan`` of a step.

    >>> field_key("judul"), field_key("pelaksana", "3")
    ('judul', 'langkah.3.pelaksana')
    """
    return name if no is None else f"langkah.{no}.{name}"
