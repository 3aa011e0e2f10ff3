"""Passwords and sessions as the list of ASVS asks for them, and what stands beside the pages."""

import re
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher, check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

import runut.settings
from runut.office.people.passwords import CODE
from tests.security.conftest import World
from tests.security.offices import PASSWORD
from tests.security.test_headers_and_cookies import _log_in, _session, _with

RINA = SimpleNamespace(
    nama="Rina Kusumawati, S.Sos.",
    username="a.rina",
    nip="198203052006042011",
    email="rina@kantor.example",
    office=SimpleNamespace(nama="Biro Administrasi Pimpinan", kode="BAP"),
)


def faults(password: str) -> set[str]:
    try:
        validate_password(password, RINA)
    except ValidationError as error:
        return {str(one.code) for one in error.error_list}
    return set()


@pytest.mark.parametrize("password", ["pendek", "1234567890", "qwertyuiop", "password123"])
def test_a_short_or_common_password_is_refused(password: str) -> None:
    assert faults(password)


@pytest.mark.parametrize(
    "password",
    [
        *("Rina.Kusumawati", "kusumawati2026", "RinaKusumawati!", "198203052006042011"),
        *("Biro Administrasi", "administrasi-pimpinan", "lakip2026lakip", "Runut_Lakip_2025"),
        *("katasandi2026", "PemerintahProvinsi", "rina@kantor.example"),
    ],
)
def test_a_password_of_words_of_the_office_is_refused(password: str) -> None:
    assert CODE in faults(password)


@pytest.mark.parametrize(
    "password",
    [
        *("kuda lumping", "rina suka durian", "tujuhbebek", "日本語のパスワード語", "🙂" * 10),
        *(" berspasi di tepi ", "h" + "u" * 62 + "ruf", "lakip naik ke gunung", "....,,,,;;;;"),
    ],
)
def test_any_signs_of_any_length_make_a_password(password: str) -> None:
    assert faults(password) == set()
    kept = make_password(password)
    assert check_password(password, kept)
    for other in (password.upper(), password.strip(), password[:-1], password[:40]):
        assert other == password or not check_password(other, kept)


def test_passwords_are_kept_by_argon2() -> None:
    """The suite hashes quickly; what an office has is what the settings file says."""
    hashed = Argon2PasswordHasher().encode("kuda lumping", "garamgaramgaram")
    assert hashed.startswith("argon2$argon2id$v=19$m=102400,t=2,p=8$")
    source = Path(runut.settings.__file__).read_text(encoding="utf-8")
    assert 'PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]' in source


@pytest.mark.django_db
def test_another_password_needs_the_one_before(world: World) -> None:
    client, _ = _log_in()
    new = "tujuh bebek menyeberang"
    sent = {"old_password": "bukan itu", "new_password1": new, "new_password2": new}
    answer = client.post("/kata-sandi/", sent)
    assert "Kata sandi lama salah" in answer.content.decode()
    assert _log_in(password=PASSWORD)[1].status_code == 302


@pytest.mark.django_db
def test_a_password_of_ones_own_name_is_told_why(world: World) -> None:
    client, _ = _log_in()
    sent = {
        "old_password": PASSWORD,
        "new_password1": "a.rina.2026",
        "new_password2": "a.rina.2026",
    }
    assert "yang pertama dicoba orang" in client.post("/kata-sandi/", sent).content.decode()


@pytest.mark.django_db
def test_a_manager_of_passwords_may_help(world: World) -> None:
    """Fields are named for it, nothing hinders pasting, and what is typed is hidden."""
    client, _ = _log_in()
    for url, browser, kinds in (
        ("/masuk/", Client(), {"current-password"}),
        ("/kata-sandi/", client, {"current-password", "new-password"}),
    ):
        page = browser.get(url).content.decode()
        fields = re.findall(r'<input[^>]*type="password"[^>]*>', page)
        assert {re.search(r'autocomplete="([^"]*)"', one)[1] for one in fields} == kinds  # type: ignore[index]
        assert not re.search(r"onpaste|maxlength=\"[1-5]?\d\"", " ".join(fields))


@pytest.mark.django_db
def test_the_key_of_a_session_is_long_and_never_the_same(world: World) -> None:
    """32 letters of 36: more than 160 bits, from the system's own source."""
    keys = {_session(_log_in()[0]) for _ in range(5)}
    assert len(keys) == 5
    assert all(re.fullmatch(r"[a-z0-9]{32}", key) for key in keys)


@pytest.mark.django_db
def test_a_session_ends_after_twelve_hours_however_busy(world: World) -> None:
    client, _ = _log_in()
    row = Session.objects.get(session_key=_session(client))
    began = timezone.now()
    assert row.expire_date - began < timedelta(hours=12, minutes=1)
    client.get("/")
    again = Session.objects.get(session_key=_session(client))
    assert again.expire_date == row.expire_date, "looking does not lengthen it"
    Session.objects.filter(pk=row.pk).update(expire_date=began)
    assert _with(row.session_key).get("/").headers["Location"].startswith("/masuk/")


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["staf", "kasubag", "karo", "pengawas", "luar"])
def test_the_way_out_stands_on_the_page_of_everybody(world: World, role: str) -> None:
    page = world.client(role).get("/").content.decode()
    assert 'action="/keluar/"' in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        *("/.git/config", "/.git/HEAD", "/.env", "/runut/settings.py", "/static/../settings.py"),
        *("/static/", "/static/web/", "/data/kunci/django", "/berkas/", "/admin/", "/__debug__/"),
        *("/static/..%2f..%2fpyproject.toml", "/pyproject.toml", "/docs/", "/manage.py"),
    ],
)
def test_nothing_beside_the_pages_is_served(world: World, path: str) -> None:
    assert world.client("kasubag").get(path).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["TRACE", "OPTIONS", "CONNECT", "PUT", "PROPFIND"])
def test_other_ways_of_asking_are_refused(world: World, method: str) -> None:
    answer = world.client("kasubag").generic(method, "/")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, POST"
