"""What an act keeps others from changing while it decides (docs/decisions/0013-postgresql.md).

On SQLite a writing transaction is alone, and nothing here is asked of the database. PostgreSQL lets
many write at once: each act takes its locks in one order, so that no two wait for each other. The
order: the form that was sent, the register of the office, the case, the rows below it, the agenda
book, and last the end of the audit chain.
"""

from hashlib import sha256

from django.db import connection

from runut.office.hot_sql import run
from runut.office.people.models import Office

_FOUNDING = int.from_bytes(sha256(b"kantor pertama").digest()[:8], signed=True)


def lock_form(office_id: int, person_id: int, key: str) -> None:
    """The same form that arrives twice at once: the second waits for the answer of the first."""
    if connection.vendor == "postgresql" and connection.in_atomic_block:
        name = sha256(f"{office_id}:{person_id}:{key}".encode()).digest()
        run("SELECT pg_advisory_xact_lock(%s)", (int.from_bytes(name[:8], signed=True),))


def lock_founding() -> None:
    """Two who make the first office of this folder at once: the second waits, and finds it made."""
    if connection.vendor == "postgresql" and connection.in_atomic_block:
        run("SELECT pg_advisory_xact_lock(%s)", (_FOUNDING,))


def lock_register(office_id: int) -> None:
    """The registers of an office, its SOPs and its figures: revisions are counted one by one.

    Call inside a transaction. Running cases do not wait for it.
    """
    if connection.features.has_select_for_update:
        Office.objects.select_for_update(no_key=True).only("pk").get(pk=office_id)
