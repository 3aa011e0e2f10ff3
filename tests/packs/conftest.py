"""The clock stands at MONDAY; nobody has tried a link yet."""

import pytest
from django.core.cache import cache

from runut.office import clock
from tests.kantor import MONDAY
from tests.packs.paket import Kantor


@pytest.fixture
def kantor(monkeypatch: pytest.MonkeyPatch, db: None) -> Kantor:
    cache.clear()
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    return Kantor()
