"""R8: sixteen writers, a long reader and a backup at once: nobody meets a locked database."""

import sqlite3
import threading
import time
from ast import literal_eval
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test import Client

from runut.office.cases.models import Case
from runut.office.people.models import Person
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.databases import on_sqlite
from tests.kantor import kantor
from tests.office.berkas import isian, kasus_berkas, sop_berkas

WRITERS, EACH = 16, 6


@pytest.mark.usefixtures("shared_db")
def test_sixteen_writers_a_report_and_a_backup_never_meet_a_locked_database(tmp_path: Path) -> None:
    example = kantor()
    version = sop_berkas(example)
    cases = [kasus_berkas(example, version) for _ in range(WRITERS * EACH)]
    statuses: list[int] = []
    writers = [
        threading.Thread(target=_write, args=(example.people["dewi"], cases[n::WRITERS], statuses))
        for n in range(WRITERS)
    ]
    copy = tmp_path / "salinan"
    others = [
        threading.Thread(target=_read_long),
        threading.Thread(target=_BACK_UP[connection.vendor], args=(copy,)),
    ]
    for thread in (*writers, *others):
        thread.start()
    for thread in (*writers, *others):
        thread.join()
    assert Counter(statuses) == {302: WRITERS * EACH}
    assert verify_all() == ()
    assert _IS_WHOLE[connection.vendor](copy)


@on_sqlite
@pytest.mark.usefixtures("shared_db")
def test_no_act_begins_a_deferred_transaction() -> None:
    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))
    client = Client()
    client.force_login(example.people["dewi"])
    begun: list[str] = []
    connection.ensure_connection()
    connection.connection.set_trace_callback(
        lambda sql: begun.append(sql) if sql.upper().startswith("BEGIN") else None
    )
    client.post(f"/pelaksanaan/{case.pk}/langkah/1/", isian(case, "jejak"))
    connection.connection.set_trace_callback(None)
    assert begun
    assert set(begun) == {"BEGIN IMMEDIATE"}


def _write(person: Person, cases: list[Case], statuses: list[int]) -> None:
    client = Client()
    client.force_login(person)
    for case in cases:
        fields = isian(case, f"tulis-{case.pk}")
        statuses.append(client.post(f"/pelaksanaan/{case.pk}/langkah/1/", fields).status_code)
    connection.close()


def _read_long() -> None:
    for _ in range(40):
        list(Entry.objects.all())
    connection.close()


def _copy_sqlite(target: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])
    connection.close()


def _is_sqlite_whole(copy: Path) -> bool:
    with closing(sqlite3.connect(copy)) as opened:
        return opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _dump_postgres(target: Path) -> None:
    """What ``pg_dump`` rests on: one view of everything, while others write."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT seq FROM trust_chainhead")
        (head,) = cursor.fetchone()
        time.sleep(0.3)
        cursor.execute("SELECT count(*), max(seq) FROM trust_entry")
        target.write_text(repr([(head, head), cursor.fetchone()]))
    connection.close()


def _is_dump_whole(copy: Path) -> bool:
    told, found = literal_eval(copy.read_text())
    return bool(told == found)


_BACK_UP = {"sqlite": _copy_sqlite, "postgresql": _dump_postgres}
_IS_WHOLE = {"sqlite": _is_sqlite_whole, "postgresql": _is_dump_whole}
