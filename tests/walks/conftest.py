"""One office for all walks of a file; the clock of its pages stands on a working morning."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker, Settings

from runut.office import clock
from runut.office.example.office import ExampleOffice
from tests.kantor import MONDAY, kantor
from tests.walks.walking import Walker


@pytest.fixture(autouse=True)
def clock_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "whitenoise" not in one]


@pytest.fixture(scope="module")
def example(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[ExampleOffice]:
    """An office is made once for a file."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield kantor(figures=True)
        transaction.set_rollback(True)


@pytest.fixture
def office_open(example: ExampleOffice, db: None) -> Walker:
    """What a walk leaves is taken back; asking for ``db`` makes the tables, also for it alone."""
    return Walker(example)
