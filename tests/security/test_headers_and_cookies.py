"""What every answer tells the browser, and how a session begins and ends."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from runut.office import clock
from runut.office.logins.tries import TRIES, WINDOW_S
from runut.office.people.models import Person
from tests.security.conftest import World
from tests.security.offices import PASSWORD
from tests.security.pages import every_answer

pytestmark = pytest.mark.django_db

CSP = {
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
}
SENT_WITH_EVERY_ANSWER = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
OF_ITS_OWN = {
    # read by calendar programs, which ask again and again; the address itself is the secret
    "pengingat_ics": {"Referrer-Policy": "no-referrer", "Cache-Control": "private"},
}
BY_ITSELF = re.compile(
    r"<style|\sstyle\s*=|\son[a-z]+\s*=|javascript:|<script(?![^>]*\ssrc=)|<iframe|<object|<embed",
    re.IGNORECASE,
)
"""Style, script or a frame that stands in the page itself: nothing of the kind is ours."""


LOADS = re.compile(r'<(?:link|script|img|form|a)\b[^>]*?\s(?:href|src|action)="([^"]*)"')


def test_every_answer_is_hardened(world: World) -> None:
    """One walk over all pages of all roles; every fault of every page is told."""
    pages, faults = 0, []
    for role, name, response in every_answer(world):
        found = list(_faults_of_headers(response, OF_ITS_OWN.get(name, {})))
        if "text/html" in response.headers.get("Content-Type", ""):
            pages += 1
            found += _faults_of_page(response.content.decode())
        faults += [(role, name, fault) for fault in found]
    assert faults == []
    assert pages > 150


def _faults_of_headers(response: HttpResponse, own: dict[str, str]) -> Iterator[str]:
    policy = response.headers["Content-Security-Policy"]
    if {part.strip() for part in policy.split(";")} != CSP:
        yield policy
    own = own if response.status_code == 200 else {}
    for header, value in {**SENT_WITH_EVERY_ANSWER, **own}.items():
        said = response.headers.get(header, "")
        if value not in (said.split(", ") if header == "Cache-Control" else [said]):
            yield f"{header}: {said}"


def _faults_of_page(page: str) -> Iterator[str]:
    yield from BY_ITSELF.findall(page)
    for url in LOADS.findall(page):
        is_ours = url.startswith(("/", "#", "?")) and not url.startswith("//")
        # the address behind a QR names the office's own server; a message to be sent by WhatsApp
        # or a number to be called is a link that somebody follows, nothing that the page loads
        known = (settings.PUBLIC_URL, "https://wa.me/", "tel:")
        if url and not is_ours and not url.startswith(known):
            yield url


def test_no_answer_lets_another_site_read_it(world: World) -> None:
    for url in ("/", "/masuk/", "/siap", "/terbitan/", "/tidak-ada/"):
        answer = world.client("kasubag").get(url, headers={"origin": "https://jahat.example"})
        assert not [name for name in answer.headers if name.lower().startswith("access-control")]


def test_every_answer_names_its_kind_and_its_letters(world: World) -> None:
    for url in ("/", "/masuk/", "/siap", "/terbitan/", "/tidak-ada/", "/pengingat/"):
        kind = world.client("kasubag").get(url).headers["Content-Type"]
        assert "charset=utf-8" in kind or kind == "application/json", (url, kind)


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(world: World) -> None:
    client = Client()
    client.get("/masuk/")
    client.post("/masuk/", {"username": "a.rina", "password": PASSWORD})
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        assert client.cookies[name]["httponly"] is True
        assert client.cookies[name]["samesite"] == "Lax"


BEHIND_HTTPS = """
import json, django
from django.conf import settings
django.setup()
print(json.dumps({name: getattr(settings, name) for name in settings.NAMES}, default=str))
"""


def _settings(url: str, tmp_path: object) -> dict[str, object]:
    """The settings as a process reads them that is started with this address."""
    names = [name for name in dir(settings) if name.isupper()]
    code = BEHIND_HTTPS.replace("settings.NAMES", repr([n for n in names if n in _ASKED]))
    told = {**os.environ, "RUNUT_URL": url, "RUNUT_DATA": str(tmp_path)}
    told["DJANGO_SETTINGS_MODULE"] = "runut.settings"
    answer = subprocess.run(
        [sys.executable, "-c", code], env=told, capture_output=True, text=True, check=True
    )
    read: dict[str, object] = json.loads(answer.stdout)
    return read


_ASKED = (
    "SESSION_COOKIE_NAME SESSION_COOKIE_SECURE SESSION_COOKIE_PATH SESSION_COOKIE_DOMAIN"
    " CSRF_COOKIE_NAME CSRF_COOKIE_SECURE CSRF_COOKIE_PATH CSRF_COOKIE_DOMAIN"
    " SECURE_HSTS_SECONDS SECURE_HSTS_INCLUDE_SUBDOMAINS CSRF_TRUSTED_ORIGINS DEBUG"
)


def test_behind_https_the_cookies_are_bound_to_this_host(tmp_path: object) -> None:
    read = _settings("https://runut.kantor.example", tmp_path)
    assert (read["SESSION_COOKIE_NAME"], read["CSRF_COOKIE_NAME"]) == ("__Host-sesi", "__Host-csrf")
    for cookie in ("SESSION", "CSRF"):  # what the prefix __Host- asks for
        assert read[f"{cookie}_COOKIE_SECURE"] is True
        assert read[f"{cookie}_COOKIE_PATH"] == "/"
        assert read[f"{cookie}_COOKIE_DOMAIN"] is None
    assert read["SECURE_HSTS_SECONDS"] == 365 * 24 * 3600
    assert read["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True
    assert read["CSRF_TRUSTED_ORIGINS"] == ["https://runut.kantor.example"]
    assert read["DEBUG"] is False


def test_in_the_office_without_https_the_login_still_works(tmp_path: object) -> None:
    read = _settings("http://192.168.1.5:8000", tmp_path)
    assert read["SESSION_COOKIE_SECURE"] is False
    assert read["SECURE_HSTS_SECONDS"] == 0


def _log_in(
    username: str = "a.rina", password: str = PASSWORD, client: Client | None = None
) -> tuple[Client, HttpResponse]:
    client = client or Client()
    return client, client.post("/masuk/", {"username": username, "password": password})


def _session(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _with(session: str) -> Client:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    return client


def test_a_login_begins_a_new_session(world: World) -> None:
    known_before = _session(_log_in("a.budi")[0])
    client, answer = _log_in("a.rina", client=_with(known_before))
    assert answer.status_code == 302
    client.post("/keluar/")
    client, _ = _log_in("a.rina", client=client)
    assert _session(client) != known_before


def test_a_session_put_under_a_visitor_is_not_the_one_he_logs_in_with(world: World) -> None:
    planted = "a" * 32
    client, answer = _log_in(client=_with(planted))
    assert answer.status_code == 302 and _session(client) != planted
    assert _with(planted).get("/").status_code == 302


def test_after_logging_out_the_old_session_is_dead(world: World) -> None:
    client, _ = _log_in()
    session = _session(client)
    assert _with(session).get("/").status_code == 200
    client.post("/keluar/")
    assert _with(session).get("/").headers["Location"].startswith("/masuk/")


def test_an_account_that_is_closed_is_out_at_once(world: World) -> None:
    client, _ = _log_in()
    assert client.get("/").status_code == 200
    Person.objects.filter(username="a.rina").update(is_active=False)
    assert client.get("/").headers["Location"].startswith("/masuk/")
    assert _log_in()[1].status_code == 200  # the form again


def test_a_new_password_ends_the_other_sessions(world: World) -> None:
    elsewhere, _ = _log_in()
    client, _ = _log_in()
    new = "kata sandi yang baru sekali"
    sent = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert client.post("/kata-sandi/", sent).status_code == 302
    assert client.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302


@pytest.mark.parametrize("next_url", ["https://jahat.example/", "//jahat.example", "javascript:1"])
def test_a_login_never_leads_to_another_site(world: World, next_url: str) -> None:
    client = Client()
    sent = {"username": "a.rina", "password": PASSWORD, "next": next_url}
    assert client.post("/masuk/", sent).headers["Location"] == "/"


class _Clock:
    """The clock of the office, which says when tries are forgotten."""

    def __init__(self) -> None:
        self.at = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def tries_clock(monkeypatch: pytest.MonkeyPatch) -> _Clock:
    ours = _Clock()
    monkeypatch.setattr(clock, "now", ours.now)
    return ours


def test_wrong_passwords_make_the_account_wait_and_no_longer(
    world: World, tries_clock: _Clock
) -> None:
    for _ in range(TRIES):
        answer = _log_in(password="salah sekali")[1]
        assert "Nama pengguna atau kata sandi salah" in answer.content.decode()
    waiting = _log_in()[1]  # the right password has to wait as well
    assert waiting.status_code == 200
    assert "Tunggu 15 menit" in waiting.content.decode()
    assert _log_in("A.RINA")[1].status_code == 200, "the same account in capitals"
    assert _log_in("a.andreas")[1].status_code == 302, "others are not affected"
    tries_clock.at += timedelta(seconds=WINDOW_S + 1)
    assert _log_in()[1].status_code == 302


def test_nobody_learns_which_accounts_there_are(world: World, tries_clock: _Clock) -> None:
    known = _log_in("a.rina", "salah sekali")[1].content.decode()
    unknown = _log_in("a.tidakada", "salah sekali")[1].content.decode()
    clean = re.compile(r'value="[^"]*"')
    assert clean.sub("", known) == clean.sub("", unknown)
