"""What all tests share: a database two connections can open, quick passwords, plain statics."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from django.conf import settings
from django.db import connections
from hypothesis import HealthCheck
from pytest_django import DjangoDbBlocker

from runut.files.guard import room
from tests.chromium import ARGUMENTS, CHROMIUM
from tests.databases import POSTGRES_SOCKET, belongs_here, lift_guards, set_guards
from tests.depth import WHOLE, examples
from tests.longest import longest_first

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def pytest_configure() -> None:
    """Passwords are hashed quickly: what a hash costs is tested by itself."""
    if not POSTGRES_SOCKET:
        # A file, not memory: tests of two people at once need a database that connections share.
        name = f"{os.environ['RUNUT_DATA']}/uji.sqlite3"
        connections["default"].settings_dict["TEST"]["NAME"] = name
    # read by the settings already; programs that a test starts have a database of their own
    os.environ.pop("RUNUT_DATABASE", None)
    # the page that waits is tested by itself; elsewhere a busy machine must not bring it
    room.PATIENCE_S = 120.0
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # how long a busy machine takes to draw an example says nothing about the program
    slow = [HealthCheck.too_slow]
    # the daily suite judges one commit the same way each time; the gate looks at new examples
    hypothesis.settings.register_profile(
        "runut",
        deadline=None,
        max_examples=examples(100),
        suppress_health_check=slow,
        derandomize=not WHOLE,
    )
    hypothesis.settings.load_profile("runut")
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL the tests that touch the database; elsewhere all but those about it."""
    others = [item for item in items if not belongs_here(item)]
    items[:] = [item for item in items if belongs_here(item)]
    config.hook.pytest_deselected(items=others)
    longest_first(items)


@pytest.fixture(autouse=True)
def checkpoints_end_with_the_test() -> Iterator[None]:
    """A checkpoint outlives the rows that a test takes back: the next one would miss them."""
    yield
    shutil.rmtree(Path(os.environ["RUNUT_DATA"]) / "titik-periksa", ignore_errors=True)


@pytest.fixture
def triggers_again(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """After a test with ``shared_db`` the audit chain is guarded again."""
    yield
    with django_db_blocker.unblock():
        set_guards()


@pytest.fixture
def shared_db(triggers_again: None, transactional_db: None) -> Iterator[None]:
    """A database that several connections see at once.

    Emptying it afterwards deletes rows, which the audit chain's own triggers refuse: they are
    lifted for that moment.
    """
    yield
    lift_guards()


@pytest.fixture(scope="module")
def chromium() -> "Iterator[Browser]":
    """One browser for a file of tests. While it runs, its loop keeps others from running one."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and few tests look

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()
