"""/metrics: figures in Prometheus' text, from this machine or to who keeps the office."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import Settings

from runut.office import clock
from runut.office.reminders.tasks import email_digest
from runut.office.wellbeing.beat import beat
from runut.office.wellbeing.restarts import WORKER, note_restart
from tests.kantor import MONDAY, kantor

pytestmark = pytest.mark.django_db
ELSEWHERE = "192.0.2.7"
_LINE = re.compile(r'^(\w+)(?:\{\w+="([^"]*)"\})? (\S+)$')


@pytest.fixture(autouse=True)
def well(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATA_DIR, settings.FILES_DIR = tmp_path, tmp_path / "berkas"
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    beat(MONDAY)


def _figures(client: Client | None = None, **asked: str) -> dict[tuple[str, str], float]:
    answer = (client or Client()).get("/metrics", **asked)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    lines = [one for one in answer.content.decode().splitlines() if not one.startswith("#")]
    found = [_LINE.match(line) for line in lines]
    assert all(found), lines
    return {(one[1], one[2] or ""): float(one[3]) for one in found if one}


def test_the_work_of_the_office_is_told_in_figures_and_nobody_is_named() -> None:
    email_digest.enqueue(0)
    note_restart(WORKER, MONDAY)
    before = _figures()
    Client().get("/tidak-ada/")
    found = _figures()
    assert (
        found["runut_requests_total", "4xx"] == before.get(("runut_requests_total", "4xx"), 0) + 1
    )
    assert found["runut_request_seconds_total", "2xx"] > 0
    assert found["runut_jobs", "ready"] == 1
    assert found["runut_part_up", "pekerja latar"] == 1
    assert found["runut_restarts_last_hour", "pekerja latar"] == 1
    assert found["runut_readings", "dibaca"] == 0
    assert found["runut_database_bytes", ""] > 0 and found["runut_disk_free_bytes", ""] > 0
    # never made: left out, not zero
    assert ("runut_backup_timestamp_seconds", "") not in found


def test_from_elsewhere_only_who_keeps_the_office_sees_them() -> None:
    example, client = kantor(), Client()
    assert client.get("/metrics", REMOTE_ADDR=ELSEWHERE).status_code == 404
    handed_on = {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": ELSEWHERE}
    assert client.get("/metrics", **handed_on).status_code == 404
    client.force_login(example.people["budi"])
    assert client.get("/metrics", REMOTE_ADDR=ELSEWHERE).status_code == 404
    client.force_login(example.people["rina"])
    assert _figures(client, REMOTE_ADDR=ELSEWHERE)


def test_a_database_that_does_not_answer_leaves_its_figures_out() -> None:
    def away(execute: Callable[..., Any], *asked: Any) -> Any:
        raise OperationalError("unable to open database file")

    with connection.execute_wrapper(away):
        found = _figures()
    assert found["runut_part_up", "basis data"] == 0
    assert ("runut_jobs", "ready") not in found
