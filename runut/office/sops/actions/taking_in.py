"""Taking an SOP in: the file as handed in is kept beside our reading of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.db import transaction

from runut.core.findings import Finding, Place, Refused
from runut.core.sop.model import SOP
from runut.core.sop.reading.asal import Lain, Reading
from runut.core.sop.text.parse import read_sop
from runut.files.shown.sop import PagePicture, Shown, read_and_show
from runut.files.store import get, put
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.nul import holds_nul, nul_finding
from runut.office.people.models import Person
from runut.office.sops.actions.proposing import Source, propose
from runut.office.sops.models import SopVersion
from runut.office.sops.rights import may_manage, refuse_stranger, stranger_finding

Findings = tuple[Finding, ...]
SEVERAL = "baca.beberapa-sop"
PASTED = "teks yang ditempel"
"""What a source without a file is called."""

_KINDS = {
    **{kind.value: kind for kind in SopVersion.Jenis},
    "htm": SopVersion.Jenis.HTML,
    "odt": SopVersion.Jenis.DOCX,
    "rtf": SopVersion.Jenis.DOCX,
    "ods": SopVersion.Jenis.XLSX,
}
ENDINGS = tuple(f".{ending}" for ending in _KINDS)
"""Of the names of files that are taken in."""


@dataclass(frozen=True)
class Several:
    """A file with more than one SOP: stored under its hash, to be asked which are meant."""

    stored: str
    nama: str
    sops: tuple[Lain, ...]


@dataclass(frozen=True)
class Unread:
    """Why a file gave no SOP; what could be read of its identity, and the file as it is kept."""

    findings: Findings
    sisa: SOP | None = None
    source: Source | None = None


def take_in(text: str, source_name: str, person: Person, at: datetime) -> SopVersion | Findings:
    """Take an SOP text in as a proposal."""
    if not may_manage(person):
        return (stranger_finding(),)
    reading = _storable(read_sop(text, source_name), source_name)
    if reading.sop is None:
        return reading.findings
    stored = put(settings.FILES_DIR, text.encode())
    source = Source(stored, source_name, asal=reading.asal, temuan=reading.findings)
    with transaction.atomic():
        return propose(reading.sop, source, person, at)


def take_in_file(data: bytes, name: str, doer: Doer) -> Done | Refused | Several | Unread:
    """Take an SOP in from a file of any kind we read, or answer why there is none in it.

    Done leads to the page on which the reading is checked beside the original. Of a file with
    several SOPs none is taken in before somebody has chosen.
    """
    if not may_manage(doer.person):
        return Unread((stranger_finding(),))
    if known := recall(doer):
        return known
    shown = read_and_show(data, name)
    reading = _storable(shown.reading, name)
    if reading.sop is None:
        return _unread(data, name, replace(shown, reading=reading))
    if reading.lainnya:
        return Several(put(settings.FILES_DIR, data), name, in_file(reading))
    return _propose_all([_source(data, name, shown)], doer)


def take_in_chosen(
    stored: str, name: str, chosen: Sequence[int], doer: Doer
) -> Done | Refused | Unread:
    """Take in those SOPs of a file that were chosen, by their places in it; all or none."""
    if refused := refuse_stranger(doer.person):
        return refused
    if known := recall(doer):
        return known
    data = get(settings.FILES_DIR, stored)
    found = []
    for urutan in chosen:
        shown = read_and_show(data, name, urutan)
        reading = _storable(shown.reading, name)
        if reading.sop is None:
            return Unread(reading.findings)
        others = (one for one in reading.findings if one.kode != SEVERAL)
        reading = replace(reading, findings=tuple(others))
        found.append(_source(data, name, replace(shown, reading=reading)))
    return _propose_all(found, doer)


def take_in_typed(sop: SOP, source: Source, doer: Doer) -> Done | Refused:
    """Take in an SOP whose steps were typed, beside the file that could not be read."""
    if refused := refuse_stranger(doer.person):
        return refused
    return _propose_all([(sop, source)], doer)


def in_file(reading: Reading) -> tuple[Lain, ...]:
    """All SOPs of a file with the one that was read, in their order."""
    if reading.sop is None:
        return reading.lainnya
    taken = {one.urutan for one in reading.lainnya}
    place = next(count for count in range(1, len(taken) + 2) if count not in taken)
    pages = [one.letak.halaman for one in reading.asal.values() if one.letak.halaman]
    letak = Place(halaman=min(pages, default=None))
    title = reading.sop.judul or reading.sop.judul_prosedur
    read = Lain(place, title, len(reading.sop.langkah), letak)
    return tuple(sorted((*reading.lainnya, read), key=lambda one: one.urutan))


def _propose_all(found: Sequence[tuple[SOP, Source]], doer: Doer) -> Done | Refused:
    with transaction.atomic():
        if known := recall(doer):
            return known
        versions = [propose(sop, source, doer.person, doer.at) for sop, source in found]
        url = f"/sop/{versions[0].pk}/periksa/" if len(versions) == 1 else "/sop/"
        remember(doer, url)
    return Done(url)


def _source(data: bytes, name: str, shown: Shown) -> tuple[SOP, Source]:
    """What was read, and the file it was read from, stored."""
    reading = shown.reading
    assert reading.sop is not None  # noqa: S101 - the callers asked
    pictures = tuple(_stored(page) for page in shown.pages)
    kept = (_kind_of(name), reading.asal, reading.findings, pictures)
    return reading.sop, Source(put(settings.FILES_DIR, data), name or PASTED, *kept)


def _unread(data: bytes, name: str, shown: Shown) -> Unread:
    """Why there is no SOP in the file, with what can still be used of it, stored."""
    reading = shown.reading
    if not (shown.pages or reading.sisa):
        return Unread(reading.findings)
    pictures = tuple(_stored(page) for page in shown.pages)
    kept = Source(put(settings.FILES_DIR, data), name or PASTED, _kind_of(name), halaman=pictures)
    return Unread(reading.findings, reading.sisa, kept)


def stored_text(text: str) -> str:
    """The hash under which a text that came without a file is kept."""
    return put(settings.FILES_DIR, text.encode())


def _storable(reading: Reading, name: str) -> Reading:
    """The reading, or why a text with such signs in it cannot be kept."""
    return Reading(None, (nul_finding(name),)) if holds_nul(reading) else reading


def _kind_of(name: str) -> SopVersion.Jenis:
    """The kind of a file by the ending of its name; text where it says nothing."""
    return _KINDS.get(name.rpartition(".")[2].lower(), SopVersion.Jenis.TEKS)


def _stored(page: PagePicture) -> dict[str, object]:
    sha256 = put(settings.FILES_DIR, page.data)
    size = {"lebar": round(page.width, 1), "tinggi": round(page.height, 1)}
    return {**size, "format": page.format, "sha256": sha256}
