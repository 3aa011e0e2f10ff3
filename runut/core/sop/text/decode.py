"""Bytes of a text file to text: UTF-8 by rule, UTF-16 by its mark, else the old Windows code."""

from typing import Final

from runut.core.findings import Finding, Level
from runut.core.sop.text.parse import MAX_BYTES

_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def decode_text(data: bytes, source: str = "") -> tuple[str | None, tuple[Finding, ...]]:
    """The text in the bytes, or ``None`` with a blocker where they are no text."""
    name = f"Berkas {source}" if source else "Berkas ini"
    if len(data) > MAX_BYTES:
        return None, (
            _finding(
                "baca.terlalu-besar",
                Level.BLOCKER,
                f"{name} lebih besar dari 2 MB; sebuah SOP tidak sebesar itu.",
                "Periksa apakah berkas yang dipilih benar.",
            ),
        )
    code = "utf-16" if data.startswith(_UTF16_MARKS) else "utf-8-sig"
    text = _decoded(data, code)
    if text is not None:
        return text, ()
    text = None if b"\0" in data else _decoded(data, "cp1252")
    if text is None:
        return None, (
            _finding(
                "baca.bukan-teks",
                Level.BLOCKER,
                f"{name} bukan berkas teks.",
                "Simpan tabel SOP sebagai teks dengan pemisah tab, lalu coba lagi.",
            ),
        )
    return text, (
        _finding(
            "baca.kode-huruf-lama",
            Level.WARNING,
            f"{name} tidak tersimpan sebagai UTF-8 dan dibaca sebagai Windows-1252; tanda khusus "
            "mungkin berubah.",
            "Simpan ulang berkas itu dengan pengodean UTF-8.",
        ),
    )


def _decoded(data: bytes, code: str) -> str | None:
    try:
        return data.decode(code)
    except UnicodeDecodeError:
        return None


def _finding(kode: str, tingkat: Level, pesan: str, usul: str) -> Finding:
    return Finding(kode, tingkat, pesan, usul)
