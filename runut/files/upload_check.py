"""A file that is kept as it was handed in: of a kind the office takes, and what its name says."""

from runut.core.findings import Finding, Level

_ZIP = (b"PK\x03\x04",)
KINDS: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "docx": _ZIP,
    "xlsx": _ZIP,
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
}
"""The kinds by the ending of the name, and how each begins. Nothing in them runs by itself."""

_PDF_BEGINS_WITHIN = 1024
"""Readers accept a PDF whose mark comes this late (PDF 1.7, appendix H, note 13)."""


def ending_of(name: str) -> str:
    """The ending of a file's name: one of KINDS, or "" for every other."""
    ending = name.rpartition(".")[2].lower()
    return ending if ending in KINDS else ""


def check_upload(data: bytes, name: str) -> tuple[str | None, tuple[Finding, ...]]:
    """The ending under which a file is kept, or the reason not to keep it.

    Call it through ``guard.read_guarded``, which looks into archives first.
    """
    ending = ending_of(name)
    if not ending:
        return None, (_refusal("Jenis berkas ini tidak diterima."),)
    beginning = data[:_PDF_BEGINS_WITHIN] if ending == "pdf" else data[:8]
    fits = any(
        mark in beginning if ending == "pdf" else data.startswith(mark) for mark in KINDS[ending]
    )
    if not fits:
        return None, (_refusal(f"Isi berkas ini bukan berkas .{ending} seperti namanya."),)
    return ending, ()


def _refusal(pesan: str) -> Finding:
    usul = "Unggah PDF, Word (.docx), Excel (.xlsx), PNG atau JPG."
    return Finding("berkas_jenis_lain", Level.BLOCKER, pesan, usul)
