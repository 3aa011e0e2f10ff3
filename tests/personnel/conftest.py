"""The example office, whose pages' clock stands a minute after MONDAY; Rina keeps it."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from runut.office import clock
from runut.office.example.office import ExampleOffice
from tests.kantor import MONDAY, kantor


@pytest.fixture
def example(db: None, monkeypatch: pytest.MonkeyPatch) -> ExampleOffice:
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(minutes=1))
    cache.clear()
    return kantor()


@pytest.fixture
def rina(example: ExampleOffice) -> Client:
    client = Client()
    client.force_login(example.people["rina"])
    return client
