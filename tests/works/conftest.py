"""The example office, whose pages' clock stands a minute after MONDAY."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from runut.office import clock
from runut.office.example.office import ExampleOffice
from tests.kantor import MONDAY, kantor


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, settings: Settings) -> None:
    """Files, keys and checkpoints of other tests are not in it: an office is verified whole."""
    settings.DATA_DIR = tmp_path
    settings.FILES_DIR = tmp_path / "berkas"
    settings.KEYS_DIR = tmp_path / "kunci"


@pytest.fixture
def example(db: None, monkeypatch: pytest.MonkeyPatch) -> ExampleOffice:
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(minutes=1))
    return kantor()
