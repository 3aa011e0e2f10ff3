"""Commands that run an office. What cannot run says so in one sentence: ``CannotRun``."""

import errno

_REASONS = {
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EROFS: "hanya dapat dibaca",
    errno.ENOSPC: "ruang penyimpanan habis",
    errno.ENOENT: "tidak ditemukan",
    errno.ENOTDIR: "ada bagian alamatnya yang bukan folder",
    errno.EISDIR: "itu sebuah folder",
    errno.ENOLCK: "sistem berkasnya tidak mengenal kunci",
}


class CannotRun(Exception):
    """The command cannot do it; the text is the sentence for whoever started it. Exit status 2."""


def why(error: OSError) -> str:
    """The system's reason in plain words, where we have them."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
