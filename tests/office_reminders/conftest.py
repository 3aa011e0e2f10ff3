"""An office with e-mail, and letters kept in memory."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from runut.office.example.office import ExampleOffice
from runut.office.people.models import Person
from tests.kantor import kantor
from tests.office_calendar.conftest import calendar_is_read_anew  # noqa: F401 - a fixture
from tests.office_reminders.year import Year


@pytest.fixture(autouse=True)
def mail(settings: Settings) -> None:
    settings.EMAIL_HOST = "surel.contoh"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def office(db: None) -> ExampleOffice:
    example = kantor()
    for person in example.people.values():
        Person.objects.filter(pk=person.pk).update(email=f"{person.username}@kantor.contoh")
    return example


@pytest.fixture
def year(office: ExampleOffice, monkeypatch: pytest.MonkeyPatch) -> Iterator[Year]:
    yield Year(office, monkeypatch)
