"""A file that is kept as it was handed in: of a kind the office takes, and what its name says."""

from runut.core.findings import Finding, Level
from runut.files.guard.zip_check import Kind, precheck_zip

_OFFICE: dict[str, Kind] = {"docx": "docx", "xlsx": "xlsx"}
_MARKS = {
    "pdf": b"%PDF-",
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
}
"""The other kinds by the ending of the name, and how each begins. None of them runs by itself."""

_PDF_BEGINS_WITHIN = 1024
"""Readers accept a PDF whose mark comes this late (PDF 1.7, appendix H, note 13)."""


def check_upload(data: bytes, name: str) -> tuple[str | None, tuple[Finding, ...]]:
    """The ending under which a file is kept, or the reason not to keep it.

    Call it through ``guard.read_guarded``: the file comes from outside.
    """
    ending = name.rpartition(".")[2].lower()
    if ending in _OFFICE:
        found = precheck_zip(data, _OFFICE[ending])
        if found is not None and found.tingkat is Level.BLOCKER:
            return None, (found,)
        return ending, ()
    if ending not in _MARKS:
        return None, (_refusal("Jenis berkas ini tidak diterima."),)
    within = _PDF_BEGINS_WITHIN if ending == "pdf" else len(_MARKS[ending])
    if _MARKS[ending] not in data[:within]:
        return None, (_refusal(f"Isi berkas ini bukan berkas .{ending} seperti namanya."),)
    return ending, ()


def _refusal(pesan: str) -> Finding:
    usul = "Unggah PDF, Word (.docx), Excel (.xlsx), PNG atau JPG."
    return Finding("berkas_jenis_lain", Level.BLOCKER, pesan, usul)
