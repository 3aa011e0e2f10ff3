"""A file from outside as an SOP: read in the guarded process, whatever its kind."""

from runut.core.sop.asal import Reading
from runut.core.sop.parse import read_sop
from runut.files.read.sop import read_sop_file
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
    """An SOP from text: every field stood on the line on which its step begins."""
    return read_sop(text, name)


def read_file(data: bytes, name: str) -> Reading:
    """An SOP from a file of any kind, with what was odd about it."""
    return read_sop_file(data, name)
