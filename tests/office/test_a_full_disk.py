"""R10, R11: what waiting does not mend is told as such: full, closed, damaged."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, OperationalError, connection
from django.test import Client

from runut.office.trust.models import Entry
from runut.office.web.storing import DAMAGED, FULL, READ_ONLY, trouble_of
from tests.databases import on_sqlite, sql
from tests.kantor import kantor
from tests.office.berkas import isian, kasus_berkas, sop_berkas

SLACK = 40
"""Acts that surely need more than the room left in the pages of a database."""


def failure(code: int = 0, sqlstate: str = "") -> DatabaseError:
    """As Django hands on what the driver raised."""
    cause = sqlite3.OperationalError("kata-kata pustaka")
    if code:
        cause.sqlite_errorcode = code
    if sqlstate:
        cause.sqlstate = sqlstate  # type: ignore[attr-defined]
    error = OperationalError("kata-kata pustaka")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (failure(sqlite3.SQLITE_FULL), FULL),
        (failure(sqlite3.SQLITE_READONLY_DBMOVED), READ_ONLY),
        (failure(sqlite3.SQLITE_CORRUPT_INDEX), DAMAGED),
        (failure(sqlite3.SQLITE_BUSY), None),
        (failure(sqlstate="53100"), FULL),
        (failure(sqlstate="25006"), READ_ONLY),
        (failure(sqlstate="40P01"), None),
        (OSError(errno.ENOSPC, "No space left on device"), FULL),
        (OSError(errno.EROFS, "Read-only file system"), READ_ONLY),
        (OSError(errno.ENOENT, "No such file"), None),
        (ValueError(), None),
    ],
)
def test_busy_is_told_from_full_closed_and_damaged(error: Exception, trouble: object) -> None:
    assert trouble_of(error) is trouble


@contextmanager
def _full() -> Iterator[None]:
    """The database may not grow by a page more."""
    connection.ensure_connection()
    (pages,) = connection.connection.execute("PRAGMA page_count").fetchone()
    sql(f"PRAGMA max_page_count = {pages}")
    yield
    sql("PRAGMA max_page_count = 1073741823")


@on_sqlite
@pytest.mark.usefixtures("shared_db")
def test_a_full_disk_is_said_nothing_is_half_done_and_it_goes_on_when_there_is_room() -> None:
    example = kantor()
    version = sop_berkas(example)
    cases = [kasus_berkas(example, version) for _ in range(SLACK)]
    client = Client(raise_request_exception=False)
    client.force_login(example.people["dewi"])
    with _full():
        # the pages that are there have some room left: how much, other tests decide
        for case in cases:
            before, url = Entry.objects.count(), f"/pelaksanaan/{case.pk}/langkah/1/"
            answer = client.post(url, isian(case, f"penuh{case.pk}", hasil_0="Dicatat. " * 200))
            if answer.status_code != 302:
                break
        assert client.get(url).status_code == 200, "reading goes on"
    assert answer.status_code == 507
    words = answer.content.decode()
    assert "Penyimpanan penuh" in words and "belum tersimpan" in words
    assert "diperbarui" not in words
    assert Entry.objects.count() == before
    assert client.post(url, isian(case, f"penuh{case.pk}")).status_code == 302


@pytest.mark.django_db
def test_an_upload_to_a_full_disk_is_no_failure_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))
    client = Client(raise_request_exception=False)
    client.force_login(example.people["dewi"])
    monkeypatch.setattr("runut.files.store.write_pieces", full)
    scan = SimpleUploadedFile("catatan.pdf", b"%PDF-1.7 catatan")
    answer = client.post(f"/pelaksanaan/{case.pk}/langkah/1/", isian(case, "penuh", berkas_0=scan))
    assert answer.status_code == 507
    assert "Penyimpanan penuh" in answer.content.decode()
