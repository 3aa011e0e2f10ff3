"""R8: another process holds the database for too long. Nobody gets a failure, nothing is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from django.db import connection
from django.test import Client

from runut.office.cases import actions
from runut.office.trust.models import Entry
from runut.office.web.errors import RETRY_AFTER_S
from tests.databases import sql
from tests.kantor import kantor
from tests.office.berkas import isian, kasus_berkas, sop_berkas


@pytest.mark.usefixtures("shared_db")
def test_a_writer_that_has_to_wait_too_long_is_told_to_come_back() -> None:
    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))
    before, form = Entry.objects.count(), isian(case, "sibuk")
    client = Client(raise_request_exception=False)
    client.force_login(example.people["dewi"])
    _wait_less[connection.vendor]()
    url = f"/pelaksanaan/{case.pk}/langkah/1/"
    with _held[connection.vendor](case.pk):
        response = client.post(url, form)
        assert client.get(url).status_code == 200, "reading goes on"
    assert response.status_code == 503
    assert response.headers["Retry-After"] == str(RETRY_AFTER_S)
    assert "sedang sibuk" in response.content.decode()
    assert Entry.objects.count() == before
    assert client.post(url, form).status_code == 302


@contextmanager
def _sqlite_held(case_id: int) -> Iterator[None]:
    """Somebody writes, and does not end."""
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


@contextmanager
def _postgres_held(case_id: int) -> Iterator[None]:
    """Somebody acts on the same case, and does not end."""
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("SELECT 1 FROM cases_case WHERE id = %s FOR UPDATE", [case_id])
        yield
        other.rollback()
    finally:
        other.close()


_held = {"sqlite": _sqlite_held, "postgresql": _postgres_held}
_wait_less = {
    "sqlite": lambda: sql("PRAGMA busy_timeout = 50"),
    "postgresql": lambda: sql("SET lock_timeout = '50ms'"),
}


@pytest.mark.postgres
@pytest.mark.usefixtures("shared_db")
@pytest.mark.parametrize(
    "code",
    [
        pytest.param("40P01", id="deadlock"),
        pytest.param("40001", id="serialization"),
        pytest.param("55P03", id="lock timeout"),
        pytest.param("57014", id="statement timeout"),
        pytest.param("53300", id="too many connections"),
        pytest.param("57P01", id="the server is shut down"),
    ],
)
def test_what_postgres_may_break_off_at_any_time_is_busy_and_no_failure(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_: object, **__: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{code}'; END $$")

    example = kantor()
    case = kasus_berkas(example, sop_berkas(example))
    client = Client(raise_request_exception=False)
    client.force_login(example.people["dewi"])
    monkeypatch.setattr(actions, "complete_step", broken_off)
    answer = client.post(f"/pelaksanaan/{case.pk}/langkah/1/", isian(case, "k"))
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == str(RETRY_AFTER_S)
