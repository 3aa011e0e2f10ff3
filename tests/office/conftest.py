"""The clock of the pages stands a minute after the case was started."""

from datetime import timedelta

import pytest

from runut.office import clock
from tests.kantor import MONDAY


@pytest.fixture(autouse=True)
def clock_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(minutes=1))
