"""A meeting that is being held, with words to look for, made once per file."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from runut.office.acts.sending import Doer
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.deciding import Decided
from tests.meetings.conftest import Stage, stage
from tests.meetings.rapat import NOON, Rapat, in_discussion

__all__ = ["stage"]


@pytest.fixture(autouse=True)
def plain_static_files(settings: Settings) -> None:
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "whitenoise" not in one]


def _discussed() -> Rapat:
    rapat = in_discussion()
    rapat.note("Membahas sungai Kapuas dan jembatan.")
    decided = Decided("umum", "Perbaiki tabel jembatan.")
    actions.add_resolution(rapat.ref("5"), Doer(rapat["dewi"], NOON), decided)
    return rapat


@pytest.fixture(scope="module")
def discussed(stage: Stage) -> Iterator[Rapat]:
    with stage(_discussed) as rapat:
        yield rapat
