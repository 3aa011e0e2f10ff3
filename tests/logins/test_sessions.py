"""Where one is in: seen, ended, and ended by another password."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from runut.office.example.office import PASSWORD, ExampleOffice
from runut.office.logins.models import LoginSession
from tests.logins.conftest import Turned, log_in

pytestmark = pytest.mark.django_db
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Safari/537.36 Edg/131.0"
PHONE = "Mozilla/5.0 (Linux; Android 14) Chrome/131.0 Mobile Safari/537.36"


def is_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def at_two_places() -> tuple[Client, Client]:
    here, _ = log_in("dewi", client=Client(HTTP_USER_AGENT=EDGE, REMOTE_ADDR="10.0.0.5"))
    there, _ = log_in("dewi", client=Client(HTTP_USER_AGENT=PHONE, REMOTE_ADDR="10.0.0.9"))
    return here, there


def test_one_sees_where_one_is_in_and_since_when(example: ExampleOffice, turned: Turned) -> None:
    here, there = at_two_places()
    turned.later(minutes=20)
    assert is_in(there)
    page = here.get("/akun/").content.decode()
    assert "Edge di Windows" in page and "Chrome di Android" in page
    assert "Dari 10.0.0.9" in page and page.count("peramban ini") == 1
    seen = LoginSession.objects.get(alamat="10.0.0.9")
    assert seen.terakhir - seen.sejak == timedelta(minutes=20)
    log_in("rina")
    assert here.get("/akun/").content.decode().count("Dari 10.0.0.") == 2, "nobody else's"


def test_one_session_or_all_others_end_at_once(example: ExampleOffice) -> None:
    here, there = at_two_places()
    rina, _ = log_in("rina")
    row = LoginSession.objects.get(alamat="10.0.0.9")
    rina.post("/akun/sesi/akhiri/", {"sesi": row.pk})
    assert is_in(there), "of somebody else nothing ends"
    here.post("/akun/sesi/akhiri/", {"sesi": row.pk})
    assert not is_in(there) and is_in(here)
    there, _ = log_in("dewi")
    assert here.post("/akun/sesi/akhiri/", {"sesi": "lain"}).status_code == 302
    assert not is_in(there) and is_in(here) and is_in(rina)


def test_another_password_ends_the_others_and_this_one_goes_on(example: ExampleOffice) -> None:
    here, there = at_two_places()
    new = "sapi makan rumput hijau"
    sent = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert here.post("/kata-sandi/", sent).status_code == 302
    assert is_in(here) and not is_in(there)
    assert LoginSession.objects.get().kunci == here.session.session_key
    assert re.search("peramban ini", here.get("/akun/").content.decode())
    assert Session.objects.filter(session_key=here.session.session_key).exists()


def test_who_leaves_is_no_longer_listed(example: ExampleOffice) -> None:
    here, there = at_two_places()
    there.post("/keluar/")
    assert "Tidak ada sesi lain" in here.get("/akun/").content.decode()


def test_looking_writes_a_row_once_in_ten_minutes(example: ExampleOffice, turned: Turned) -> None:
    here, _ = at_two_places()
    here.get("/akun/")
    before = LoginSession.objects.get(alamat="10.0.0.5").terakhir
    turned.later(minutes=9)
    here.get("/akun/")
    assert LoginSession.objects.get(alamat="10.0.0.5").terakhir == before
    turned.later(minutes=2)
    here.get("/akun/")
    assert LoginSession.objects.get(alamat="10.0.0.5").terakhir == turned.at


def test_whoever_has_been_away_for_two_hours_types_his_password_again(
    example: ExampleOffice, turned: Turned
) -> None:
    here, there = at_two_places()
    for _ in range(3):  # who works goes on, as long as the session lasts
        turned.later(hours=1, minutes=50)
        assert is_in(here)
    assert not is_in(there)
    assert not Session.objects.filter(session_key=_key(there)).exists()
    assert is_in(here)


def test_what_is_typed_in_a_page_that_stood_open_is_offered_after_the_login(
    example: ExampleOffice, turned: Turned
) -> None:
    here, _ = log_in("rina")
    page = here.get("/sop/baru/").content.decode()
    hidden = dict(re.findall(r'name="(kunci|penulis)" value="([^"]*)"', page))
    turned.later(hours=3)
    answer = here.post("/sop/baru/", {**hidden, "teks": "NAMA SOP yang panjang"})
    assert answer.headers["Location"].startswith("/masuk/")
    assert "Sesi Saudara sudah berakhir" in here.get(answer.headers["Location"]).content.decode()
    sent = {"username": "rina", "password": PASSWORD, "next": "/sop/baru/"}
    assert here.post("/masuk/", sent).status_code == 302
    assert "NAMA SOP yang panjang" in here.get("/sop/baru/").content.decode()


def _key(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value
