"""Two whole offices, made once for this folder: what a test does to them is rolled back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker, Settings

from runut.office import clock
from runut.office.people.models import Grant, Right
from runut.office.wellbeing import parts
from tests.security.offices import ROLES, Kantor, make_kantor
from tests.security.rows import Rows, rows, rows_are


@dataclass(frozen=True)
class World:
    """Office a, whose people look; and office b, whose people and things are strangers to it."""

    a: Kantor
    b: Kantor
    cookies: dict[str, str]
    """The session of everybody who looks, by role; that of the other office is ``lain``."""
    rows: Rows

    def client(self, role: str, **kwargs: bool) -> Client:
        """A browser in which this role is logged in; nobody is for ``anonim``."""
        client = Client(**kwargs)
        if role in self.cookies:
            client.cookies[django_settings.SESSION_COOKIE_NAME] = self.cookies[role]
        return client


@pytest.fixture(scope="package")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder of its own: files, keys and checkpoints of other tests are not in it."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(django_settings, "DATA_DIR", folder)
        patch.setattr(django_settings, "FILES_DIR", folder / "berkas")
        patch.setattr(django_settings, "KEYS_DIR", folder / "kunci")
        # no worker runs here, and a sign of one is good for two minutes only
        patch.setattr(parts, "is_alive", lambda now: True)
        yield folder


@pytest.fixture(scope="package")
def world(
    data_folder: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        a, b = make_kantor("a"), make_kantor("b")
        people = {role: a.person(role) for role in ROLES} | {"lain": b.person("kasubag")}
        for right in Right:  # whatever office b could grant
            Grant.objects.get_or_create(office=b.example.office, person=people["lain"], right=right)
        cookies = {role: _session(Client(), person) for role, person in people.items()}
        yield World(a, b, cookies, rows())
        transaction.set_rollback(True)


def _session(client: Client, person: object) -> str:
    client.force_login(person)  # type: ignore[arg-type]
    return client.cookies[django_settings.SESSION_COOKIE_NAME].value


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    """Pages are tested without the collected and hashed static files of an installation."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "whitenoise" not in one]


@pytest.fixture(autouse=True)
def each_test_begins_with_the_offices_as_made(request: pytest.FixtureRequest) -> None:
    if {"world", "_django_db_helper"} <= set(request.fixturenames):
        rows_are(request.getfixturevalue("world").rows)


@pytest.fixture(autouse=True)
def clock_stands(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages' clock stands where the walk of the offices ended."""
    if "world" in request.fixturenames:
        moment: datetime = request.getfixturevalue("world").a.now
        standing: Callable[[], datetime] = lambda: moment  # noqa: E731 - one line says it
        monkeypatch.setattr(clock, "now", standing)
