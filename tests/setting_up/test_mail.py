"""The mail server of an office is tried for real; its password is in no row and no line."""

import socket
from pathlib import Path

import pytest
from django.conf import settings
from django.core import serializers
from django.test import Client
from pytest_django import Settings

from runut.office.people.mailing import connection_to, mail_password, mail_server_of
from runut.office.people.models import Office, OfficeProfile, Person
from runut.office.trust.models import Entry
from tests.setting_up.mail_server import mail_server
from tests.setting_up.offices import browser, filled, founded

pytestmark = pytest.mark.django_db
PAGE, SECRET = "/kantor/surel/", "rahasia surel 77"


@pytest.fixture(autouse=True)
def real_mail(settings: Settings) -> None:
    """pytest-django keeps letters to itself; here they go out."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def ratna() -> Person:
    return founded()


@pytest.fixture
def client(ratna: Person) -> Client:
    return browser(ratna)


def set_up(client: Client, port: int, **more: str) -> None:
    told = {"host": "127.0.0.1", "port": str(port), "keamanan": "tanpa", "pengirim": "biro@umum.id"}
    answer = client.post(PAGE, filled(client, PAGE, **{**told, **more}))
    assert answer.status_code == 302


def tried(client: Client, to: str = "uji@umum.id") -> str:
    fields = filled(client, PAGE, kepada=to)
    return client.post("/kantor/surel/coba/", fields, follow=True).content.decode()


def test_a_letter_to_try_it_arrives_at_a_real_server(client: Client) -> None:
    with mail_server(user="biro", password=SECRET) as server:
        set_up(client, server.port, user="biro", sandi=SECRET)
        words = tried(client)
    assert f"diterima server 127.0.0.1 port {server.port} untuk uji@umum.id" in words
    (letter,) = server.letters
    assert "From: biro@umum.id" in letter and "To: uji@umum.id" in letter
    assert "Surel percobaan dari Biro Umum" in letter
    assert server.logins == ["biro"]
    assert Entry.objects.filter(kind="kantor.surel_dicoba").count() == 1


def test_the_password_is_in_a_file_of_its_owner_and_nowhere_else(
    client: Client, ratna: Person
) -> None:
    set_up(client, 25, user="biro", sandi=SECRET)
    assert mail_password(ratna.office) == SECRET
    kept = Path(settings.KEYS_DIR) / f"kantor-{ratna.office_id}" / "surel"
    assert kept.stat().st_mode & 0o077 == 0
    rows = serializers.serialize("json", [*OfficeProfile.objects.all(), *Entry.objects.all()])
    assert SECRET not in rows
    assert SECRET not in client.get(PAGE).content.decode()
    assert "kata sandi surel: – → diganti" in client.get("/kantor/riwayat/").content.decode()


def test_an_empty_password_keeps_the_one_that_is_there_and_no_server_takes_it_away(
    client: Client, ratna: Person
) -> None:
    set_up(client, 25, user="biro", sandi=SECRET)
    set_up(client, 26, user="biro")
    assert mail_password(ratna.office) == SECRET
    answer = client.post(PAGE, filled(client, PAGE, host="", keamanan="tanpa"))
    assert answer.status_code == 302
    assert mail_password(ratna.office) == ""
    assert mail_server_of(Office.objects.get()) is None


@pytest.mark.parametrize(
    ("told", "sent", "said"),
    [
        ({"user": "biro", "password": "lain"}, {"user": "biro"}, "kata sandi ditolak"),
        ({"refuses": "uji@"}, {}, "menolak alamat penerima"),
        ({}, {"user": "biro"}, "tidak mengenal pengamanan atau cara masuk"),
        ({}, {"keamanan": "starttls"}, "tidak mengenal pengamanan"),
        ({}, {"keamanan": "tls"}, "Pilih pengamanan yang lain"),
    ],
)
def test_what_the_server_refuses_is_told_in_plain_words(
    client: Client, told: dict[str, str], sent: dict[str, str], said: str
) -> None:
    with mail_server(**told) as server:
        set_up(client, server.port, sandi=SECRET, **sent)
        words = tried(client)
    assert "Surel percobaan tidak terkirim" in words and said in words
    assert server.letters == []


def test_where_nobody_listens_is_told(client: Client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    set_up(client, port)
    assert "tidak ada yang menjawab di sana" in tried(client)


def test_without_a_server_and_to_no_address_nothing_is_sent(client: Client) -> None:
    key = filled(client, "/kantor/")["kunci"]
    answer = client.post("/kantor/surel/coba/", {"kunci": key, "kepada": "a@b.id"}, follow=True)
    assert "Belum ada server surel" in answer.content.decode()
    answer = client.post("/kantor/surel/coba/", {"kunci": key, "kepada": "tidak"}, follow=True)
    assert "Bukan alamat surel" in answer.content.decode()


def test_other_rooms_send_through_the_same_door(client: Client) -> None:
    with mail_server() as server:
        set_up(client, server.port)
        office = Office.objects.get()
        told = mail_server_of(office)
        assert told is not None
        connection = connection_to(office, told)
        assert connection.open() is True
        connection.close()
