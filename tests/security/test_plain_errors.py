"""What fails is said in plain Indonesian; neither the page nor the log tells a secret."""

import logging
import os
import re
import subprocess
import sys
import traceback
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client

from runut.office.entry import forms
from runut.office.people.models import Person
from runut.office.web.errors import RETRY_AFTER_S
from runut.office.works import views
from tests.security.asking import ADDRESSES, ask, own
from tests.security.conftest import World
from tests.security.policy import POLICY

pytestmark = pytest.mark.django_db

SECRET = "rahasia-negara-7"
TELLING = re.compile(
    r"Traceback|File \"|line \d+|\.py\b|SELECT |INSERT |sqlite|django|Exception|Error\b",
    re.IGNORECASE,
)
"""What a page shows when it shows how the program is made."""


def _is_plain(response: HttpResponse) -> bool:
    page = response.content.decode()
    inside = page[page.index("<main") :]
    return '<html lang="id">' in page and not TELLING.search(inside) and SECRET not in page


def _raise(error: BaseException) -> Callable[..., Any]:
    def fail(*args: Any, **kwargs: Any) -> Any:
        raise error

    return fail


def _failing(error: Exception, spared: tuple[str, ...] = ()) -> Callable[..., Any]:
    """A database that fails at every statement but those on the ``spared`` tables."""

    def wrapper(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if any(table in sql for table in spared):
            return execute(sql, params, many, context)
        raise error

    return wrapper


WATCHED = ("siap", "metrik")
LOGGED_IN = ("django_session", "people_person", "SAVEPOINT")


def test_an_error_nobody_foresaw_is_a_plain_page(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(views, "task_rows", _raise(RuntimeError(f"kunci: {SECRET}")))
    response = world.client("kasubag", raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert _is_plain(response)
    assert "Terjadi gangguan" in response.content.decode()
    assert "Pekerjaan yang sudah tersimpan tetap aman" in response.content.decode()
    assert [record.levelname for record in caplog.records] == ["ERROR"]


@pytest.mark.parametrize("name", [name for name in POLICY if name not in WATCHED])
def test_a_failure_in_any_page_is_plain(world: World, name: str) -> None:
    """``/siap`` and ``/metrics`` tell of a failing database themselves (tests/running)."""
    client = world.client("kasubag", raise_request_exception=False)
    parameters = own(name, world.a)
    for method in ("GET", "POST"):
        with connection.execute_wrapper(_failing(RuntimeError(SECRET), LOGGED_IN)):
            response = ask(client, method, name, parameters)
        assert response.status_code in (200, 302, 400, 404, 405, 422, 500)
        assert response.status_code not in (400, 500) or _is_plain(response)
        with connection.execute_wrapper(_failing(OperationalError("disk is full"), LOGGED_IN)):
            busy = ask(client, method, name, parameters)
        assert (busy.status_code == 503) == (response.status_code == 500)
        if busy.status_code == 503:
            assert busy.headers["Retry-After"] == str(RETRY_AFTER_S)
            assert _is_plain(busy) and "sibuk" in busy.content.decode()


def test_most_pages_need_the_database(world: World) -> None:
    """Without this the test above could pass with pages that never fail."""
    client = world.client("kasubag", raise_request_exception=False)
    failed = 0
    for name in POLICY:
        with connection.execute_wrapper(_failing(RuntimeError(SECRET), LOGGED_IN)):
            failed += ask(client, "GET", name, own(name, world.a)).status_code == 500
    assert failed > 25


@pytest.mark.parametrize("error", [OperationalError("database is locked"), RuntimeError(SECRET)])
def test_a_database_that_is_away_from_the_first_statement_on_is_plain(
    world: World, error: Exception
) -> None:
    """The session itself cannot be read: no view is ever reached."""
    client = world.client("kasubag", raise_request_exception=False)
    with connection.execute_wrapper(_failing(error)):
        response = client.get("/")
    is_busy = isinstance(error, OperationalError)
    assert response.status_code == (503 if is_busy else 500)
    assert _is_plain(response)
    assert ("Retry-After" in response.headers) == is_busy


# --- the log ----------------------------------------------------------------------------------


def _logged(caplog: pytest.LogCaptureFixture) -> str:
    """All that a log file would hold, traces included."""
    lines = []
    for record in caplog.records:
        lines.append(record.getMessage())
        if record.exc_info:
            lines += traceback.format_exception(*record.exc_info)
    return "\n".join(lines)


def test_a_failing_login_leaves_no_password_in_the_log(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(forms.LoginForm, "clean", _raise(RuntimeError("gagal")))
    caplog.set_level(logging.DEBUG)
    client = Client(raise_request_exception=False)
    client.post("/masuk/", {"username": "a.rina", "password": SECRET})
    assert "gagal" in _logged(caplog)
    assert SECRET not in _logged(caplog)


def test_a_failing_page_leaves_no_session_and_no_token_in_the_log(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(views, "task_rows", _raise(RuntimeError("gagal")))
    client = world.client("kasubag", raise_request_exception=False)
    client.get("/")
    assert "gagal" in _logged(caplog)
    assert world.cookies["kasubag"] not in _logged(caplog)
    assert Person.objects.get(username="a.rina").password not in _logged(caplog)


def test_the_secret_address_of_a_check_in_is_not_logged(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    token = world.a.objects["token"]
    world.client("anonim").post(f"/hadir/{token}/", {"siapa": "x"})
    assert "/hadir/" in _logged(caplog)
    assert token not in _logged(caplog)


def test_who_was_refused_is_logged_by_his_key_alone(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    assert world.client("staf").get("/kantor/identitas/").status_code == 403
    person = world.a.person("staf")
    assert f"ditolak: GET /kantor/identitas/ oleh orang {person.pk}" in _logged(caplog)
    assert person.nama not in _logged(caplog) and person.username not in _logged(caplog)


@pytest.mark.parametrize("path", ["/%0d%0aERROR root masuk", "/a%0ab", "/%1b[31mmerah", "/%00"])
def test_a_line_of_the_log_cannot_be_forged_by_an_address(
    world: World, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert world.client("kasubag").get(path).status_code == 404
    messages = [record.getMessage() for record in caplog.records]
    assert messages and all(message.isprintable() for message in messages)


# --- requests that no browser sends -------------------------------------------------------------

ODD = ["\x00", "%", "'", '"><script>', "..", "a" * 5_000, "é\u202e", "\n", "{{7*7}}", "-1", "0x10"]


@pytest.mark.parametrize("word", ODD)
def test_an_odd_word_in_an_address_is_answered(world: World, word: str) -> None:
    client = world.client("kasubag")
    for name, address in ADDRESSES.items():
        for parameter, kind in address.parameters.items():
            if kind is str:
                for method in ("GET", "POST"):
                    told = {**own(name, world.a), parameter: word}
                    assert ask(client, method, name, told).status_code in (302, 404, 405, 422)


def test_odd_requests_are_answered_plainly(world: World) -> None:
    client = world.client("kasubag")
    boundary = "multipart/form-data; boundary=x"
    odd: list[tuple[dict[str, Any], int]] = [
        ({"data": b"--x\r\nrusak", "content_type": boundary}, 200),
        ({"data": b"kunci=a", "content_type": "multipart/form-data"}, 400),
        ({"data": b"{}", "content_type": "application/json"}, 200),
        ({"data": b"\xff\xfe=\xff", "content_type": "application/x-www-form-urlencoded"}, 422),
        ({"data": b"&".join(b"a=1" for _ in range(6_000)), "content_type": FORM}, 400),
        ({"data": b"", "content_type": FORM}, 200),
        ({"data": b"a=1", "content_type": "text/plain; charset=tidak-ada"}, 200),
    ]
    for told, status in odd:
        response = client.generic("POST", "/sop/baru/", **told)
        assert response.status_code == status, (told["content_type"], response.status_code)
        assert _is_plain(response)
    response = client.get("/", headers={"host": 'kantor".example'})
    assert response.status_code == 400 and _is_plain(response)


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("session", ["", "x", "\x00", "a" * 5_000, "'; DROP TABLE people_person"])
def test_an_odd_session_is_nobody(world: World, session: str) -> None:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    assert client.get("/").status_code == 302


def test_a_proposal_that_was_not_adopted_leads_to_its_page_instead_of_a_start(world: World) -> None:
    number = world.a.objects["proposal_id"]
    url, person = f"/pelaksanaan/mulai/{number}/", world.client("kasubag")
    for response in (person.get(url), person.post(url, {"a": 1})):
        assert (response.status_code, response.url) == (302, f"/sop/{number}/")


def test_the_command_without_an_office_says_so_and_ends_with_2(tmp_path: Any) -> None:
    told = {**os.environ, "RUNUT_DATA": str(tmp_path)}
    command = [sys.executable, "-m", "runut.cli", "verify"]
    answer = subprocess.run(command, env=told, capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert "Belum ada kantor di" in answer.stderr and "Traceback" not in answer.stderr
    assert answer.stdout == ""
