"""The same with a certified provider of logins (npm's oidc-provider), run on this machine."""

import http.cookiejar
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

import pytest
from django.test import Client
from pytest_django import Settings

from runut.office.logins import provider as logins_provider
from runut.office.people.models import Person
from runut.oidc import oidc_of
from tests.kantor import kantor
from tests.logins.fake_provider import CLIENT, SECRET
from tests.logins.test_second_step import is_in

pytestmark = [
    pytest.mark.gate,
    pytest.mark.django_db,
    pytest.mark.skipif(not shutil.which("npm"), reason="npm tidak terpasang di mesin ini"),
]
HERE = "http://127.0.0.1:8000"
BACK = f"{HERE}/masuk/penyedia/kembali/"
MAIL = "andreas@kantor.example"
VERSION = "oidc-provider@9.13.3"


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("penyedia")
    shutil.copy(Path(__file__).with_name("real_provider.mjs"), folder)
    install = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), VERSION]
    subprocess.run(install, check=True, timeout=300, capture_output=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    command = ["node", "real_provider.mjs", port, BACK, MAIL]
    server = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", int(port))) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture
def sso(
    issuer: str, db: None, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    kantor()
    settings.OIDC = oidc_of({"RUNUT_OIDC": issuer, "RUNUT_OIDC_KLIEN": CLIENT})
    settings.KEYS_DIR = tmp_path
    (tmp_path / "oidc").write_text(SECRET)
    monkeypatch.setattr(logins_provider, "_known", None)
    Person.objects.filter(username="andreas").update(email=MAIL)
    return issuer


class _UntilBack(HTTPRedirectHandler):
    """Goes on at the provider and stops before the office, where the test client goes."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]  # noqa: PLR0917
        if newurl.startswith(HERE):
            raise _Back(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Back(Exception):
    pass


def log_in_there(address: str, name: str) -> str:
    """Somebody logs in at the provider and agrees; answers where the browser is sent back to."""
    jar = http.cookiejar.CookieJar()
    browser = build_opener(HTTPCookieProcessor(jar), _UntilBack())
    try:
        page = browser.open(address, timeout=20)
        for _ in range(3):
            form = page.read().decode()
            action = re.search(r'action="([^"]+)"', form)
            prompt = re.search(r'name="prompt" value="([^"]+)"', form)
            assert action and prompt, form[:2000]
            sent = {"prompt": prompt[1], "login": name, "password": "apa saja"}
            told = urlencode(sent).encode()
            page = browser.open(Request(action[1], told), timeout=20)  # noqa: S310
    except _Back as back:
        return str(back)
    raise AssertionError(page.url)


def test_the_real_provider_lets_in_whom_the_office_knows_and_nobody_else(sso: str) -> None:
    client = Client()
    back = log_in_there(client.get("/masuk/penyedia/?next=/sop/").headers["Location"], "andreas")
    assert back.startswith(BACK) and "iss=" in back
    came = client.get(back.removeprefix(HERE))
    assert came.headers["Location"] == "/sop/" and is_in(client)
    client.post("/keluar/")
    again = client.get(back.removeprefix(HERE), follow=True)
    assert "sudah dipakai" in again.content.decode() and not is_in(client)
    leave = client.get("/masuk/penyedia/keluar/").headers["Location"]
    page = build_opener().open(leave, timeout=20)
    assert page.status == 200 and "form" in page.read().decode()

    client = Client()
    back = log_in_there(client.get("/masuk/penyedia/").headers["Location"], "asing")
    refused = client.get(back.removeprefix(HERE), follow=True).content.decode()
    assert "Akun asing@lain.example" in refused and "belum dikenal di kantor ini" in refused
    assert not is_in(client)


def test_the_real_provider_refuses_another_secret_and_we_say_so(sso: str, tmp_path: Path) -> None:
    (tmp_path / "oidc").write_text("rahasia lain")
    client = Client()
    back = log_in_there(client.get("/masuk/penyedia/").headers["Location"], "andreas")
    refused = client.get(back.removeprefix(HERE), follow=True).content.decode()
    assert "tidak dapat diterima" in refused and not is_in(client)
