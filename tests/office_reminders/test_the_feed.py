"""The calendar behind a secret address: read without a login, by nobody who has not got it."""

from datetime import date, datetime, time

import pytest
from django.test import Client
from icalendar import Calendar

from runut.office.acts.sending import Doer
from runut.office.people.models import Person
from runut.office.reminders import actions
from runut.office.reminders.models import Feed
from runut.office.works.rapat.models import Meeting
from tests.kantor import MONDAY
from tests.office_reminders.year import Year

TUESDAY = date(2026, 1, 13)


@pytest.fixture
def address(year: Year) -> str:
    """The address of one of the staff, who holds a step due in ten days."""
    year.case(date(2026, 1, 12), batas=date(2026, 2, 28))
    dewi = year.example.people["dewi"]
    actions.make_feed(Doer(dewi, year.at(TUESDAY)))
    return f"/kalender/{dewi.office_id}/{Feed.objects.get().token}.ics"


def events(address: str) -> list[tuple[str, date | datetime]]:
    response = Client().get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    found = Calendar.from_ical(response.content).walk("VEVENT")
    return [(str(one["summary"]), one["dtstart"].dt) for one in found]


def test_it_holds_the_limits_of_open_steps_and_the_due_day(year: Year, address: str) -> None:
    zone = year.office.zone
    assert events(address) == [
        ("Batas: Menyusun telaah", datetime(2026, 1, 27, 16, 0, tzinfo=zone)),
        ("Batas penyampaian: LAKIP 2025", date(2026, 2, 27)),
    ]


def test_it_holds_the_meetings_of_the_person(year: Year, address: str) -> None:
    dewi = year.example.people["dewi"]
    meeting = Meeting.objects.create(
        office=year.office,
        case=year.case(date(2026, 1, 12)).case,
        occasion="1",
        acara="Rapat Tim",
        tempat="Ruang Biro",
        mulai=MONDAY,
        selesai=MONDAY,
    )
    assert "Rapat Tim" not in dict(events(address))
    meeting.invitees.create(office=year.office, urutan=1, person=dewi, nama=dewi.nama)
    assert dict(events(address))["Rapat Tim"] == MONDAY


def test_what_has_not_changed_is_not_sent_again(year: Year, address: str) -> None:
    first = Client().get(address)
    assert "max-age=900" in first.headers["Cache-Control"]
    again = Client().get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    year.at(TUESDAY, time(15, 0))
    assert Client().get(address).headers["ETag"] == first.headers["ETag"]
    year.case(TUESDAY, "2 jam")
    changed = Client().get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_a_revoked_or_replaced_address_is_gone(year: Year, address: str) -> None:
    dewi = year.example.people["dewi"]
    actions.make_feed(Doer(dewi, MONDAY))
    assert Client().get(address).status_code == 404
    new = f"/kalender/{dewi.office_id}/{Feed.objects.get().token}.ics"
    assert Client().get(new).status_code == 200
    actions.revoke_feed(Doer(dewi, MONDAY))
    assert Client().get(new).status_code == 404


def test_a_guess_another_office_and_somebody_who_left_get_nothing(year: Year, address: str) -> None:
    dewi = year.example.people["dewi"]
    token = address.rsplit("/", 1)[1]
    for wrong in (f"/kalender/{dewi.office_id}/x.ics", f"/kalender/{dewi.office_id + 1}/{token}"):
        assert Client().get(wrong).status_code == 404
    assert Client().get(f"/kalender/{2**70}/{token}").status_code == 404
    Person.objects.filter(pk=dewi.pk).update(is_active=False)
    assert Client().get(address).status_code == 404
    assert len(token) > 32
