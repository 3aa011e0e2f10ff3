"""The meeting at each of its steps, made once per file: drawing its papers takes a moment.

What a test does on top is rolled back after it; so is the whole stage after its file.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker, Settings

from tests.meetings.rapat import (
    Rapat,
    before_invitation,
    before_opening,
    before_readiness,
    in_discussion,
    in_improvement,
)

Stage = Callable[[Callable[[], Rapat]], AbstractContextManager[Rapat]]


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    """Pages are tested without the collected and hashed static files of an installation."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "whitenoise" not in one]


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Stage:
    @contextmanager
    def staged(make: Callable[[], Rapat]) -> Iterator[Rapat]:
        with django_db_blocker.unblock(), transaction.atomic():
            yield make()
            transaction.set_rollback(True)

    return staged


@pytest.fixture(scope="module")
def just_started(stage: Stage) -> Iterator[Rapat]:
    with stage(Rapat) as rapat:
        yield rapat


@pytest.fixture(scope="module")
def inviting(stage: Stage) -> Iterator[Rapat]:
    with stage(before_invitation) as rapat:
        yield rapat


@pytest.fixture(scope="module")
def preparing(stage: Stage) -> Iterator[Rapat]:
    with stage(before_readiness) as rapat:
        yield rapat


@pytest.fixture(scope="module")
def before_the_meeting(stage: Stage) -> Iterator[Rapat]:
    with stage(before_opening) as rapat:
        yield rapat


@pytest.fixture(scope="module")
def discussing(stage: Stage) -> Iterator[Rapat]:
    with stage(in_discussion) as rapat:
        yield rapat


@pytest.fixture(scope="module")
def improving(stage: Stage) -> Iterator[Rapat]:
    with stage(in_improvement) as rapat:
        yield rapat
