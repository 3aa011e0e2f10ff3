"""Form, inbox, list of cases and plan say the same of a case, at any time of its life."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from runut.core.case.standing import Standing
from runut.office import clock
from runut.office.calendar.case_plan import forecast_of_case
from runut.office.calendar.measured import measured_times
from runut.office.cases.acting import load
from runut.office.cases.inbox import task_rows
from runut.office.cases.models import Case
from runut.office.cases.standing import standing_of_case
from runut.office.example.office import ExampleOffice
from runut.office.example.walk import walk
from tests.kantor import MONDAY, kasus
from tests.office_calendar.conftest import logged_in

NBSP = "\N{NO-BREAK SPACE}"


def words(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    text = re.sub(r"<[^>]+>", " ", response.content.decode()).replace(NBSP, " ")
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("later", "short"),
    [
        (0, "ruang 2"),
        (39, "mepet, ruang 3 jam"),
        (40, "tidak terkejar dengan waktu baku"),
        (48, "lewat batas"),
    ],
)
def test_all_pages_say_the_same(
    keeper: Client, case: Case, later: int, short: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = MONDAY + timedelta(days=later, hours=1)
    monkeypatch.setattr(clock, "now", lambda: now)
    standing: Standing | None = standing_of_case(case, now)
    assert standing is not None
    assert standing.short.startswith(short)
    assert standing.short.capitalize() in words(keeper, "/pelaksanaan/")
    plan = words(keeper, f"/pelaksanaan/{case.pk}/rencana/")
    assert standing.sentence in plan
    assert standing.room in words(keeper, f"/pelaksanaan/{case.pk}/").lower()
    inbox = words(keeper, "/")
    if standing.is_past_due:
        assert "Lewat batas penyampaian" in inbox
    else:
        assert standing.sentence in inbox
    (row,) = task_rows(case.mulai_oleh, now)
    assert row.standing == standing


def test_the_list_names_the_working_day_that_counts(keeper: Client, case: Case) -> None:
    assert case.batas == date(2026, 2, 28)
    for path in ("/", "/pelaksanaan/", f"/pelaksanaan/{case.pk}/rencana/"):
        assert "27 Februari 2026" in words(keeper, path), path


def test_a_late_case_is_told_its_remedy_on_form_and_plan(
    keeper: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(days=45))
    for path in ("", "rencana/"):
        told = words(keeper, f"/pelaksanaan/{case.pk}/{path}")
        assert "Ajukan batas baru: dengan waktu baku paling cepat selesai" in told


def test_a_case_without_due_date_has_no_plan(keeper: Client, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(batas=None)
    assert "tidak mempunyai batas waktu" in words(keeper, f"/pelaksanaan/{case.pk}/rencana/")
    Case.objects.filter(pk=case.pk).update(status="selesai", batas=date(2026, 2, 28))
    assert "tidak ada rencana lagi" in words(keeper, f"/pelaksanaan/{case.pk}/rencana/")


def test_a_year_without_decree_is_said_on_the_plan(keeper: Client, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(batas=date(2028, 2, 29))
    told = words(keeper, f"/pelaksanaan/{case.pk}/rencana/")
    assert "Cuti bersama tahun 2028 belum ditetapkan atau belum dimuat" in told


def test_the_forecast_learns_from_cases_that_went_before(office: ExampleOffice) -> None:
    mine = kasus(office)
    assert measured_times(load(mine.pk, office.office.pk)) == {}
    for _ in range(3):
        other = kasus(office)
        walk(office, other, MONDAY, lambda line: None, before="kesiapan")
    times = measured_times(load(mine.pk, office.office.pk))
    assert {no: len(found) for no, found in times.items()} == {"1": 3, "2": 3}
    cancelled = kasus(office)
    walk(office, cancelled, MONDAY, lambda line: None, before="undangan")
    Case.objects.filter(pk=cancelled.pk).update(status="dibatalkan")
    assert measured_times(load(mine.pk, office.office.pk)) == times
    found = forecast_of_case(load(mine.pk, office.office.pk), MONDAY)
    assert found is not None
    assert found.measured == ("1", "2")


def test_the_picture_says_what_it_shows(keeper: Client, case: Case) -> None:
    html = keeper.get(f"/pelaksanaan/{case.pk}/rencana/").content.decode()
    assert '<svg class="forecast"' in html
    assert 'role="img" aria-labelledby="sebaran"' in html
    assert "Dari 1.000 kemungkinan, 100 % selesai paling lambat" in html.replace(NBSP, " ")
    assert "<script" not in html.split("<main")[1]
    assert not re.search(r'(x|y|width|height)="[\d]+,[\d]', html), "commas are no numbers here"


def test_the_pages_of_time_ask_the_database_little(
    office: ExampleOffice, keeper: Client, case: Case, django_assert_max_num_queries: object
) -> None:
    for _ in range(12):
        kasus(office)
    for path in ("/", "/pelaksanaan/", f"/pelaksanaan/{case.pk}/rencana/"):
        keeper.get(path)
        with django_assert_max_num_queries(15):  # type: ignore[operator]
            keeper.get(path)
    assert logged_in(office, "budi").get(f"/pelaksanaan/{case.pk}/rencana/").status_code == 200
