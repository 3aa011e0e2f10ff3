"""The example office, whose pages' clock stands a minute after MONDAY."""

from datetime import timedelta

import pytest

from runut.office import clock
from runut.office.example_office import ExampleOffice
from tests.kantor import MONDAY, kantor


@pytest.fixture
def example(db: None, monkeypatch: pytest.MonkeyPatch) -> ExampleOffice:
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(minutes=1))
    return kantor()
