"""The example office and a clock that the tests turn; Rina keeps the office, Andreas signs."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from runut.office import clock
from runut.office.example.office import PASSWORD, ExampleOffice
from tests.kantor import MONDAY, kantor


class Turned:
    """The office's clock."""

    def __init__(self) -> None:
        self.at = MONDAY + timedelta(minutes=1)

    def now(self) -> datetime:
        return self.at

    def later(self, **told: int) -> None:
        self.at += timedelta(**told)


@pytest.fixture
def turned(monkeypatch: pytest.MonkeyPatch) -> Turned:
    ours = Turned()
    monkeypatch.setattr(clock, "now", ours.now)
    return ours


@pytest.fixture
def example(db: None, turned: Turned) -> ExampleOffice:
    return kantor()


def log_in(name: str, password: str = PASSWORD, *, client: Client | None = None, **told: str):  # type: ignore[no-untyped-def]
    """A browser at the login page, and what it is answered."""
    browser = client or Client(**told)
    sent = {"username": name, "password": password, "next": ""}
    return browser, browser.post("/masuk/", sent)
