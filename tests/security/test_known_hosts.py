"""The office answers under its own names: a stranger's name that points at it gets nothing."""

import socket
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from runut.office.founding.setup import create_office
from runut.office.people.models import OfficeProfile
from runut.office.web.hosts import KnownHosts
from tests.kantor import MONDAY

pytestmark = pytest.mark.django_db


def asked_of(host: str) -> HttpResponse:
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse("Tugas saya")

    return KnownHosts(page)(RequestFactory(HTTP_HOST=host).get("/"))


@pytest.fixture(autouse=True)
def served(settings: Settings) -> None:
    settings.PUBLIC_URL = "http://runut.kantor.example:8000"
    settings.ALLOWED_HOSTS = ["*"]


@pytest.mark.parametrize(
    "host",
    [
        *("runut.kantor.example", "RUNUT.kantor.example:8000", "runut.kantor.example."),
        *("localhost:8000", "127.0.0.1", "[::1]:8000", "192.168.1.5:8000", "[fe80::1]"),
        *(socket.gethostname(), f"{socket.gethostname().partition('.')[0]}.local"),
    ],
)
def test_the_names_that_the_office_goes_by_are_answered(host: str) -> None:
    assert asked_of(host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        *("jahat.example", "runut.kantor.example.jahat.example", "xrunut.kantor.example"),
        *("127.0.0.1.jahat.example", "kantor.example", "localhost.jahat.example"),
    ],
)
def test_a_name_of_somebody_else_is_answered_with_the_right_one(host: str) -> None:
    answer = asked_of(host)
    assert answer.status_code == 421
    assert host in answer.content.decode()
    assert 'href="http://runut.kantor.example:8000"' in answer.content.decode()
    assert "Tugas saya" not in answer.content.decode()


def test_the_address_that_the_office_set_is_asked_for_once(
    django_assert_num_queries: Any,
) -> None:
    office = create_office({"nama": "Biro", "kode": "BIRO"}, MONDAY, is_contoh=True)
    OfficeProfile.objects.update_or_create(
        office=office, defaults={"alamat_publik": "https://lakip.kantor.example"}
    )
    door = KnownHosts(lambda request: HttpResponse())
    ask = RequestFactory(HTTP_HOST="lakip.kantor.example").get("/")
    with django_assert_num_queries(1):
        assert [door(ask).status_code for _ in range(3)] == [200, 200, 200]


def test_where_names_are_told_no_other_is_answered(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["lakip.kantor.example"]
    assert Client(HTTP_HOST="lakip.kantor.example").get("/masuk/").status_code in (200, 302)
    assert Client(HTTP_HOST="127.0.0.1").get("/masuk/").status_code == 400


def test_a_stranger_gets_no_page_and_no_cookie_of_the_whole_program() -> None:
    answer = Client(HTTP_HOST="jahat.example").get("/masuk/")
    assert answer.status_code == 421
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
