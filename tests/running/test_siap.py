"""/siap says to whoever watches which part of the office is not well, and nothing about people."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import Settings

from runut.office import clock
from runut.office.wellbeing.beat import beat
from tests.kantor import MONDAY, kantor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def well(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATA_DIR, settings.FILES_DIR = tmp_path, tmp_path / "berkas"
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    beat(MONDAY)


def _ask() -> tuple[int, dict[str, Any]]:
    response = Client().get("/siap")
    return response.status_code, response.json()


def _ill(answer: dict[str, Any]) -> list[str]:
    return [name for name, one in answer["bagian"].items() if not one["baik"]]


def test_all_is_well_and_nobody_is_named() -> None:
    example = kantor()
    status, answer = _ask()
    assert (status, answer["siap"], _ill(answer)) == (200, True, [])
    assert example.office.nama not in str(answer) and "/" not in str(answer)


@pytest.mark.parametrize("last", [MONDAY - timedelta(minutes=3), MONDAY + timedelta(hours=2), None])
def test_a_worker_without_a_late_sign_is_told(last: datetime | None, tmp_path: Path) -> None:
    beat(last) if last else (tmp_path / "denyut-pekerja").unlink()
    status, answer = _ask()
    assert (status, _ill(answer)) == (503, ["pekerja latar"])
    assert "Jalankan ulang Runut" in answer["bagian"]["pekerja latar"]["kata"]


def test_a_disk_that_is_nearly_full_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000_000))
    assert _ill(_ask()[1]) == ["ruang cakram"]


def test_a_store_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    assert _ill(_ask()[1]) == ["penyimpanan berkas"]


def test_a_database_that_does_not_answer_is_told() -> None:
    def away(execute: Callable[..., Any], *asked: Any) -> Any:
        raise OperationalError("unable to open database file")

    with connection.execute_wrapper(away):
        status, answer = _ask()
    assert (status, _ill(answer)) == (503, ["basis data"])
