"""A file that was handed in and is still asked about: kept under its hash, named by a sealed word.

The seal is for the person who handed it in, and for a day.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from django.core import signing

from runut.core.findings import Place
from runut.core.sop.model import SOP, Langkah
from runut.core.sop.reading.asal import Lain
from runut.core.sop.text.parse import read_sop_text
from runut.core.sop.text.print import print_sop_text
from runut.office.sops.actions import Unread
from runut.office.sops.models import SopVersion

_SALT: Final = "sop.berkas"
_DAY: Final = 24 * 3600


@dataclass(frozen=True)
class Handed:
    """A stored file: who handed it in, its SOPs where it has several, or what is known of it."""

    person: int
    stored: str
    nama: str
    sops: tuple[Lain, ...] = ()
    jenis: SopVersion.Jenis = SopVersion.Jenis.TEKS
    halaman: tuple[dict[str, object], ...] = ()
    sisa: SOP | None = None


def seal_choice(handed: Handed) -> str:
    """The word for a file of several SOPs."""
    sops = [[one.urutan, one.judul, one.langkah, one.letak.halaman] for one in handed.sops]
    return _seal(handed.person, [handed.stored, handed.nama, sops, "", [], ""])


def seal_unread(person: int, unread: Unread) -> str:
    """The word for a file that gave no SOP; "" where nothing of it can be used."""
    source = unread.source
    if source is None:
        return ""
    kept = [source.sha256, source.nama, [], str(source.jenis), list(source.halaman)]
    return _seal(person, [*kept, _text_of(unread.sisa)])


def open_handed(person: int, token: str) -> Handed | None:
    """What a word stands for; None where it is none of ours, of another person, or too old."""
    try:
        owner, kept = signing.loads(token, salt=_SALT, max_age=_DAY)
    except signing.BadSignature:
        return None
    if owner != person:
        return None
    stored, nama, sops, jenis, halaman, text = kept
    return Handed(
        person,
        stored,
        nama,
        tuple(Lain(no, judul, count, Place(halaman=at)) for no, judul, count, at in sops),
        SopVersion.Jenis(jenis or SopVersion.Jenis.TEKS),
        tuple(halaman),
        _sop_of(text),
    )


def _seal(person: int, kept: list[Any]) -> str:
    return signing.dumps([person, kept], salt=_SALT, compress=True)


def _text_of(sisa: SOP | None) -> str:
    """The identity as text; that form of writing has no SOP without a step."""
    if sisa is None:
        return ""
    return print_sop_text(replace(sisa, langkah=(Langkah("1", "Kegiatan"),)))


def _sop_of(text: str) -> SOP | None:
    sop, _ = read_sop_text(text) if text else (None, ())
    return replace(sop, langkah=(), pelaksana=()) if sop else None
