"""Words kept in a kind of file that is no .docx: said by name, with what to do about it."""

from runut.core.findings import Finding, Level

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_RICH_TEXT = b"{\\rtf"
_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"


def refuse_word(data: bytes) -> Finding | None:
    """Why a file of a word processor is not read as it is, and what to do; None for any other."""
    if data.startswith(_OLD):
        if _ENCRYPTED in data:
            return refusal(
                "berkas_terkunci",
                "Berkas ini terkunci sandi.",
                "Buka di Word, hapus sandinya, simpan, lalu unggah lagi.",
            )
        return _old("Word lama (.doc)") if _WORD_STREAM in data else None
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_RICH_TEXT):
        return _old("RTF (.rtf)")
    if _OPEN_TEXT in data[:200]:
        return _old("OpenDocument (.odt)")
    return None


def _old(kind: str) -> Finding:
    return refusal(
        "berkas_word_lain",
        f"Berkas ini berjenis {kind}; gambar alirnya tidak dapat dibaca dari jenis itu.",
        "Buka di Word atau LibreOffice, simpan sebagai Word (.docx), lalu unggah lagi.",
    )


def refusal(kode: str, pesan: str, usul: str) -> Finding:
    return Finding(kode, Level.BLOCKER, pesan, usul)
