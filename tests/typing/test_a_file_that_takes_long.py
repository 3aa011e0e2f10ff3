"""A file that takes long to read: a page that waits, then the answer, once and to its sender."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from runut.files.guard import parent, room
from runut.files.guard.room import Room
from runut.office.example.office import ExampleOffice
from runut.office.sops.models import SopVersion
from runut.office.web.waiting import middleware
from runut.office.web.waiting.middleware import CUT
from tests.kantor import kantor
from tests.sops_web.proposals import as_workbook

pytestmark = pytest.mark.django_db
BOOK = as_workbook()


@pytest.fixture
def example(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ExampleOffice]:
    """An office where nobody stays until a file is read, and none was read before."""
    settings.DATA_DIR, its_room = tmp_path, Room()
    monkeypatch.setattr(room, "PATIENCE_S", 0.0)
    for place in (parent, middleware):
        monkeypatch.setattr(place, "OFFICE_ROOM", its_room)
    yield kantor()
    while any(its_room.counted()):
        time.sleep(0.01)


def _client(example: ExampleOffice, who: str = "rina") -> Client:
    client = Client()
    client.force_login(example.people[who])
    return client


def _send(client: Client, name: str = "satu.xlsx", key: str = "satu") -> HttpResponse:
    handed = SimpleUploadedFile(name, BOOK)
    return client.post("/sop/baru/", {"kunci": key, "teks": "", "berkas": handed})


def _again(waiting: HttpResponse) -> str:
    """The address by which the page asks again."""
    seconds, _, url = waiting.headers["Refresh"].partition("; url=")
    assert seconds == "2"
    return url


def _end(client: Client, answer: HttpResponse) -> HttpResponse:
    while answer.status_code == 202:
        time.sleep(0.05)
        answer = client.get(_again(answer))
    return answer


def test_the_page_waits_and_then_the_file_is_taken_in_once(example: ExampleOffice) -> None:
    client = _client(example)
    waiting = _send(client)
    assert waiting.status_code == 202
    assert "Kiriman Saudara sudah diterima" in waiting.content.decode()
    assert _end(client, waiting).url.endswith("/periksa/")
    assert _end(client, _send(client)).url.endswith("/periksa/")
    assert SopVersion.objects.filter(sumber_nama="satu.xlsx").count() == 1


def test_who_comes_back_too_late_is_told_and_may_send_again(example: ExampleOffice) -> None:
    client = _client(example)
    waiting = _send(client)
    assert _end(client, waiting).status_code == 302
    late = client.get(_again(waiting))
    assert late.url == "/sop/baru/"
    assert CUT in client.get("/sop/baru/").content.decode()


def test_another_person_cannot_take_up_what_was_sent(example: ExampleOffice) -> None:
    waiting = _send(_client(example))
    other = _client(example, "dewi")
    assert other.get(_again(waiting)).url == "/sop/baru/"
    assert not SopVersion.objects.filter(sumber_nama="satu.xlsx").exists()


def test_whoever_has_to_log_in_again_is_led_back_to_it(example: ExampleOffice) -> None:
    client = _client(example)
    waiting = _send(client)
    client.logout()
    login = client.get(_again(waiting))
    assert login.url.startswith("/masuk/") and "baca%3D" in login.url
    client.force_login(example.people["rina"])
    assert _end(client, waiting).url.endswith("/periksa/")


def test_a_web_process_that_died_meanwhile_reads_it_again(
    example: ExampleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = _client(example)
    waiting = _send(client)
    monkeypatch.setattr(parent, "OFFICE_ROOM", Room())
    assert _end(client, waiting).url.endswith("/periksa/")


def test_a_ninth_file_of_one_person_is_refused_with_a_sentence(
    example: ExampleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_OF_ONE", 0)
    full = _send(_client(example))
    assert (full.status_code, full.headers["Retry-After"]) == (503, "60")
    assert "Terlalu banyak berkas sedang menunggu dibaca" in full.content.decode()


def test_what_was_typed_with_a_passphrase_is_not_written_down(
    example: ExampleOffice, tmp_path: Path
) -> None:
    handed = SimpleUploadedFile("satu.xlsx", BOOK)
    sent = {"kunci": "satu", "teks": "", "sandi": "rahasia", "berkas": handed}
    answer = _client(example).post("/sop/baru/", sent)
    assert answer.status_code == 302
    assert not list((tmp_path / "sementara").rglob("*"))
