"""An example office with a running case; its calendar is read anew in every test."""

from collections.abc import Iterator

import pytest
from django.test import Client

from runut.office import clock
from runut.office.cases import standing
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.people import calendars
from tests.kantor import MONDAY, kantor, kasus


@pytest.fixture(autouse=True)
def calendar_is_read_anew() -> Iterator[None]:
    """A test takes its rows back, and with them the versions that the kept calendars go by."""
    calendars._calendar.cache_clear()
    standing._limits.clear()
    yield
    calendars._calendar.cache_clear()
    standing._limits.clear()


@pytest.fixture(autouse=True)
def clock_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


@pytest.fixture
def office(db: None) -> ExampleOffice:
    return kantor()


@pytest.fixture
def case(office: ExampleOffice) -> Case:
    return Case.objects.get(pk=kasus(office).pk)


@pytest.fixture
def keeper(office: ExampleOffice) -> Client:
    return logged_in(office, "rina")


def logged_in(office: ExampleOffice, who: str) -> Client:
    client = Client()
    client.force_login(office.people[who])
    return client
