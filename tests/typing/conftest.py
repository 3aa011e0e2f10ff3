"""The example case where its meeting is called and where its decisions are worked through."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker, Settings

from runut.office import clock
from tests.meetings.rapat import NOON, Rapat, before_invitation, in_improvement
from tests.typing.browser import PASSWORD, Browser


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "whitenoise" not in one]


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    moment: datetime = NOON
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture(scope="module")
def inviting(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Rapat]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield _with_passwords(before_invitation())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def improving(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Rapat]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield _with_passwords(in_improvement())
        transaction.set_rollback(True)


@pytest.fixture
def browser(db: None) -> Browser:
    return Browser()


def _with_passwords(rapat: Rapat) -> Rapat:
    for person in rapat.example.people.values():
        person.set_password(PASSWORD)
        person.save()
    return rapat
