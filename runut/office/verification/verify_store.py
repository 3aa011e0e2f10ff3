"""The store itself, looked at before anything is read from it: can its pages be read at all?"""

import sqlite3
from collections.abc import Iterator

from django.conf import settings
from django.db import connection

from runut.core.findings import Finding
from runut.office.hot_sql import run
from runut.office.recording.columns import recorded_tables
from runut.office.trust.standing import tables_there
from runut.office.verification.faults import fault

_FAULTS_NAMED = 5


def verify_store() -> Iterator[Finding]:
    """What of the database cannot be read; nothing else is worth asking before that is mended."""
    if connection.vendor == "sqlite":
        yield from _verify_pages()


def verify_tables() -> Iterator[Finding]:
    """Tables and columns that this version needs and the database does not have."""
    there = tables_there()
    for name, table in recorded_tables().items():
        if name not in there:
            yield fault("tabel.hilang", f"Tabel {name} tidak ada di basis data.")
        elif gone := sorted(table.names - there[name].names):
            what = ", ".join(gone)
            yield fault("tabel.hilang", f"Tabel {name} tidak mempunyai kolom {what}.")


def verify_ownership() -> Iterator[Finding]:
    """Rows and lines of the chain that belong to no office: it was taken out, or never was."""
    tables = [(one.name, one.office) for one in recorded_tables().values()]
    tables = [one for one in tables if one[0] != "people_office"]
    for name, column in [("trust_entry", "office_id"), *tables]:
        count, office = run(
            f'SELECT count(*), min("{column}") FROM "{name}" WHERE "{column}" NOT IN'  # noqa: S608
            " (SELECT id FROM people_office)",
            (),
        ).fetchone()
        if count:
            yield fault(
                "kantor.hilang",
                f"Kantor bernomor {office} tidak ada lagi, padahal tabel {name} masih memuat "
                f"{count} baris miliknya: kantor itu dihapus di luar catatan.",
            )


def _verify_pages() -> Iterator[Finding]:
    path = settings.DATABASES["default"]["NAME"]
    try:
        told = run("PRAGMA integrity_check(20)", ()).fetchall()
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        told = [(str(error),)]
    faults = [str(line) for (line,) in told if line != "ok"]
    if faults:
        named = "; ".join(" ".join(one.split())[:120] for one in faults[:_FAULTS_NAMED])
        yield fault(
            "basis_data.rusak",
            f"Berkas basis data {path} rusak dan tidak dapat dipercaya isinya ({named}). "
            "Hentikan Runut, simpan salinan folder datanya, lalu pulihkan dari cadangan.",
        )
