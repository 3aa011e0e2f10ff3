"""The example office with its LAKIP started; the pages' clock stands a minute after MONDAY."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from runut.office import clock
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from tests.kantor import MONDAY, kantor, kasus


@pytest.fixture(autouse=True)
def clock_stands(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """The clock of the pages; call it to set another moment."""
    moment = [MONDAY + timedelta(minutes=1)]
    monkeypatch.setattr(clock, "now", lambda: moment[0])
    return lambda at: moment.__setitem__(0, at)


@pytest.fixture
def example(db: None) -> ExampleOffice:
    return kantor()


@pytest.fixture
def case(example: ExampleOffice) -> Case:
    return kasus(example)


@pytest.fixture
def browser(example: ExampleOffice) -> Callable[[str], Client]:
    def of(name: str) -> Client:
        client = Client()
        client.force_login(example.people[name])
        return client

    return of
