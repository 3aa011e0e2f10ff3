"""Workers and keepers at the same instant: one digest for each, one version for each change."""

import threading
from datetime import date, datetime, time, timedelta

import pytest
from django.db import OperationalError

from runut.core.calendar.working_time import opening_of
from runut.office.acts.sending import Doer, Done
from runut.office.calendar import actions
from runut.office.calendar.actions import DayOff
from runut.office.people.calendars import calendar_of
from runut.office.people.models import Office
from runut.office.reminders.models import Digest, Morning, Told
from runut.office.reminders.morning import tick
from runut.office.running import worker
from runut.office.verification.verify import verify_all
from tests.kantor import MONDAY, WIB, kantor
from tests.office.at_once import at_once
from tests.office.berkas import kasus_berkas, sop_berkas

TUESDAY = date(2026, 1, 13)


@pytest.mark.usefixtures("shared_db")
def test_four_workers_on_one_morning_make_one_digest_for_each() -> None:
    example = kantor()
    kasus_berkas(example, sop_berkas(example))
    now = datetime.combine(TUESDAY, time(8), WIB)
    assert opening_of(calendar_of(example.office), TUESDAY, now) < now
    made = at_once([lambda: tick(now)] * 4)
    assert sorted(made) == [0, 0, 0, 2]
    assert (Digest.objects.count(), Told.objects.count(), Morning.objects.count()) == (2, 2, 1)
    assert verify_all() == ()


@pytest.mark.usefixtures("shared_db")
def test_changes_of_the_calendar_at_once_are_a_version_each() -> None:
    example = kantor()
    rina, before = example.people["rina"], Office.objects.get().kalender_versi

    def change(number: int) -> object:
        day = DayOff(TUESDAY + timedelta(days=number), f"Hari {number}", "daerah")
        return actions.put_days(Doer(rina, MONDAY), [day], "SK")

    answers = at_once([lambda n=n: change(n) for n in range(3)])  # type: ignore[misc]
    assert all(isinstance(one, Done) for one in answers)
    assert Office.objects.get().kalender_versi == before + 3
    assert verify_all() == ()


def test_a_busy_database_delays_reminders_and_ends_no_worker(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stop, ticks = threading.Event(), []

    def busy(now: datetime) -> int:
        ticks.append(now)
        if len(ticks) == 2:
            stop.set()
            return 0
        raise OperationalError("database is locked")

    monkeypatch.setattr(worker, "tick", busy)
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker, "REMIND_EVERY_S", 0)
    worker._keep_reminders(stop)
    assert len(ticks) == 2
    assert "Pengingat tertunda, dicoba lagi" in capsys.readouterr().err
