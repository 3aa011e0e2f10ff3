"""Taking an SOP in: the file as handed in is kept beside our reading of it."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from runut.core.findings import Finding, Refused
from runut.core.sop.reading.asal import Reading
from runut.core.sop.text.parse import read_sop
from runut.files.shown.sop import PagePicture, read_and_show
from runut.files.store import put
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.nul import holds_nul, nul_finding
from runut.office.people.models import Person
from runut.office.sops.actions.proposing import Source, propose
from runut.office.sops.models import SopVersion
from runut.office.sops.rights import may_manage, stranger_finding

Findings = tuple[Finding, ...]
PASTED = "teks yang ditempel"
"""What a source without a file is called."""

_KINDS = {**{kind.value: kind for kind in SopVersion.Jenis}, "htm": SopVersion.Jenis.HTML}
ENDINGS = tuple(f".{ending}" for ending in _KINDS)
"""Of the names of files that are taken in."""


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


def take_in_file(data: bytes, name: str, doer: Doer) -> Done | Refused | Findings:
    """Take an SOP in from a file of any kind we read, or answer why there is none in it.

    Done leads to the page on which the reading is checked beside the original.
    """
    if not may_manage(doer.person):
        return (stranger_finding(),)
    if known := recall(doer):
        return known
    shown = read_and_show(data, name)
    reading = _storable(shown.reading, name)
    if reading.sop is None:
        return reading.findings
    stored = put(settings.FILES_DIR, data)
    pictures = tuple(_stored(page) for page in shown.pages)
    source = Source(
        stored, name or PASTED, _kind_of(name), reading.asal, reading.findings, pictures
    )
    with transaction.atomic():
        if known := recall(doer):
            return known
        version = propose(reading.sop, source, doer.person, doer.at)
        url = f"/sop/{version.pk}/periksa/"
        remember(doer, url)
    return Done(url)


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
