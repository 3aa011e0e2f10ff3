"""R8: eight writers, a long reader and a backup at once: nobody meets a locked database."""

import sqlite3
import threading
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from runut.office.cases.models import Case
from runut.office.people.models import Person
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.kantor import kantor
from tests.office.berkas import isian, kasus_berkas, sop_berkas

WRITERS, EACH = 8, 12


@pytest.mark.usefixtures("shared_db")
def test_eight_writers_a_report_and_a_backup_never_meet_a_locked_database(tmp_path: Path) -> None:
    example = kantor()
    version = sop_berkas(example)
    cases = [kasus_berkas(example, version) for _ in range(WRITERS * EACH)]
    statuses: list[int] = []
    writers = [
        threading.Thread(target=_write, args=(example.people["dewi"], cases[n::WRITERS], statuses))
        for n in range(WRITERS)
    ]
    others = [
        threading.Thread(target=_read_long),
        threading.Thread(target=_back_up, args=(tmp_path / "salinan.sqlite3",)),
    ]
    for thread in (*writers, *others):
        thread.start()
    for thread in (*writers, *others):
        thread.join()
    assert Counter(statuses) == {302: WRITERS * EACH}
    assert verify_all() == ()
    with sqlite3.connect(tmp_path / "salinan.sqlite3") as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


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


def _back_up(target: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])
    connection.close()
