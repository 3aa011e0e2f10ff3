"""A file from outside as an SOP, with its pages as pictures: whatever its kind, in one call."""

from runut.core.sop.asal import Reading
from runut.core.sop.parse import read_sop
from runut.files.read.sop import read_sop_file
from runut.files.read.sop_pages import PagePicture, show
from runut.office.nul import holds_nul, nul_finding
from runut.office.sops.models import SopVersion

_ENDINGS = {
    "txt": SopVersion.Jenis.TEKS,
    "docx": SopVersion.Jenis.DOCX,
    "xlsx": SopVersion.Jenis.XLSX,
    "pdf": SopVersion.Jenis.PDF,
    "html": SopVersion.Jenis.HTML,
    "htm": SopVersion.Jenis.HTML,
    "bpmn": SopVersion.Jenis.BPMN,
}
ACCEPTED = ",".join(f".{ending}" for ending in _ENDINGS)


def kind_of(name: str) -> SopVersion.Jenis:
    """The kind of a file by the ending of its name; text where it says nothing."""
    return _ENDINGS.get(name.rpartition(".")[2].lower(), SopVersion.Jenis.TEKS)


def read_text(text: str, name: str) -> Reading:
    """An SOP from text that is here already, as the example office and tests have it."""
    return _storable(read_sop(text, name), name)


def read_file(data: bytes, name: str) -> tuple[Reading, tuple[PagePicture, ...]]:
    """An SOP from a file of any kind, what was odd about it, and its pages (a text has none)."""
    reading = _storable(read_sop_file(data, name), name)
    if reading.sop is None:
        return reading, ()
    shown = show(data, name, reading)
    return shown.reading, shown.pages


def _storable(reading: Reading, name: str) -> Reading:
    """The reading, or why a text with such signs in it cannot be kept."""
    return Reading(None, (nul_finding(name),)) if holds_nul(reading) else reading
