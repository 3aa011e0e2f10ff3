"""What keeps us from storing or reading: busy passes by itself, the rest has to be told."""

import errno
import sqlite3
from dataclasses import dataclass

from django.db import DatabaseError

_TELL = "Beri tahu pengelola Runut di kantor Saudara"


@dataclass(frozen=True)
class Trouble:
    """Why nothing can be stored or read: a heading, what to know, the status of the answer."""

    heading: str
    words: str
    status: int


FULL = Trouble(
    "Penyimpanan penuh",
    "Ruang penyimpanan komputer Runut habis, sehingga yang baru Saudara kirim belum tersimpan. "
    f"{_TELL}; setelah ada ruang, kirim lagi. Yang sudah tersimpan tetap aman.",
    507,
)
READ_ONLY = Trouble(
    "Penyimpanan tidak dapat ditulisi",
    "Runut sedang tidak dapat menyimpan, sehingga yang baru Saudara kirim belum tersimpan. "
    f"{_TELL}. Yang sudah tersimpan tetap aman.",
    503,
)
DAMAGED = Trouble(
    "Basis data rusak",
    f"Basis data kantor ini tidak dapat dibaca. {_TELL}, yang dapat memulihkannya dari cadangan.",
    500,
)

_BY_ERRNO = {errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.EROFS: READ_ONLY}
_BY_SQLITE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}
_BY_SQLSTATE = {"53100": FULL, "25006": READ_ONLY, "XX001": DAMAGED, "XX002": DAMAGED}
"""disk_full, read_only_sql_transaction, data_corrupted, index_corrupted of PostgreSQL."""

_PRIMARY = 0xFF
"""SQLite's extended codes carry the primary one in their last byte."""


def trouble_of(error: BaseException | None) -> Trouble | None:
    """What a failure says of the storage; None for one that is about something else."""
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0)
    if not isinstance(error, DatabaseError):
        return None
    cause = error.__cause__
    code = getattr(cause, "sqlite_errorcode", None)
    if code is not None:
        return _BY_SQLITE.get(code & _PRIMARY)
    return _BY_SQLSTATE.get(getattr(cause, "sqlstate", None) or "")
