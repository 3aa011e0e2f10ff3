"""An office whose files lie in a folder of the test, so that nothing of it outlives the test."""

from pathlib import Path

import pytest
from pytest_django import Settings

from runut.files.store import write_whole
from runut.office.people.models import Office
from tests.setting_up.offices import founded


@pytest.fixture
def data(tmp_path: Path, settings: Settings) -> Path:
    """A data folder of its own, with what an office keeps beside its database."""
    folder = tmp_path / "data"
    settings.DATA_DIR, settings.FILES_DIR, settings.KEYS_DIR = (
        folder,
        folder / "berkas",
        folder / "kunci",
    )
    for name in ("django", "kantor-1/surel", "kantor-1/nik-3", "kantor-1/3.p12", "kode-pertama"):
        write_whole(folder / "kunci" / name, b"rahasia")
    return folder


@pytest.fixture
def office(data: Path, shared_db: None) -> Office:
    """An office that others see too: a copy is made by a connection of its own."""
    return founded().office
