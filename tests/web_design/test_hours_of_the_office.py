"""Runut's days and hours are those of the office: in Ambon the new year is two hours older."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from runut.office.example.office import ExampleOffice
from runut.office.kinerja.models import Dataset
from runut.office.people.models import Office
from tests.kantor import kantor, kasus

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 12, 31, 22, 40, tzinfo=UTC)
"""07.40 of the first of January in Jayapura; of the last of December where computers count."""


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> ExampleOffice:
    example = kantor(figures=True)
    Office.objects.filter(pk=example.office.pk).update(zona_waktu="Asia/Jayapura")
    monkeypatch.setattr("django.utils.timezone.now", lambda: MORNING)
    return example


def page(example: ExampleOffice, url: str, who: str = "rina") -> str:
    client = Client()
    client.force_login(example.people[who])
    return client.get(url).content.decode()


def test_the_year_to_report_is_the_one_that_ended_here(example: ExampleOffice) -> None:
    start = page(example, f"/pelaksanaan/mulai/{example.sop.pk}/")
    assert re.search('name="tahun"[^>]*value="2026"', start)


def test_a_moment_is_shown_as_the_clock_on_the_wall_had_it(example: ExampleOffice) -> None:
    Dataset.objects.update(dimuat_pada=MORNING)
    assert "1 Jan 2027, 07.40" in page(example, "/kinerja/")


def test_the_trail_of_a_case_counts_in_hours_of_the_office(example: ExampleOffice) -> None:
    case = kasus(example)
    assert "12 Januari 2026, 10.00" in page(example, f"/pelaksanaan/{case.pk}/riwayat/")
