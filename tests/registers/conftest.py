"""A meeting that was closed with two decisions, made once per file; what a test does is undone."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from runut.office.acts.sending import Doer, Done
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.deciding import Decided
from tests.meetings.conftest import Stage, stage
from tests.meetings.rapat import NOON, Rapat, in_discussion

__all__ = ["stage"]


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "whitenoise" not in one]


def _closed() -> Rapat:
    rapat = in_discussion()
    for words in ("Lengkapi angka.", "Ganti judul."):
        doer = Doer(rapat["dewi"], NOON)
        actions.add_resolution(rapat.ref("5"), doer, Decided("umum", words))
    assert isinstance(rapat.close(), Done)
    return rapat


@pytest.fixture(scope="module")
def closed(stage: Stage) -> Iterator[Rapat]:
    with stage(_closed) as rapat:
        yield rapat
