"""A change of the calendar is an act: by who may, on a basis, in the chain, with what follows."""

import json
from datetime import date, timedelta

import pytest

from runut.core.calendar.working_time import is_working_day
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, Sending
from runut.office.calendar import actions
from runut.office.calendar.actions import DayOff
from runut.office.calendar.models import DeadlineMove
from runut.office.calendar.notices import moved_deadlines
from runut.office.cases.models import Case, Task
from runut.office.example.office import ExampleOffice
from runut.office.people.calendars import calendar_of
from runut.office.people.models import Holiday, Office
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.kantor import MONDAY

TUESDAY = date(2026, 1, 13)
MOURNING = DayOff(TUESDAY, "Hari berkabung daerah", "daerah")
SK = "SK Gubernur Nomor 3 Tahun 2026"


def doer(office: ExampleOffice, who: str = "rina", key: str = "") -> Doer:
    return Doer(office.people[who], MONDAY, Sending(key, "isi") if key else None, "/")


def fresh(office: ExampleOffice) -> Office:
    return Office.objects.get(pk=office.office.pk)


def days_task(case: Case) -> Task:
    """The open step, as if it had a day: opened on Monday, due on Tuesday at closing."""
    task = case.tasks.get()
    task.dibuka_pada = MONDAY.replace(hour=15, minute=55)
    task.batas = (MONDAY + timedelta(days=1)).replace(hour=7, minute=35)
    task.save()
    return task


def test_a_day_decreed_late_moves_the_limits_of_open_steps(
    office: ExampleOffice, case: Case
) -> None:
    task = days_task(case)
    assert isinstance(actions.put_days(doer(office), [MOURNING], SK), Done)
    task.refresh_from_db()
    assert task.batas == (MONDAY + timedelta(days=2)).replace(hour=7, minute=35)
    line = Entry.objects.get(kind="kalender.batas_bergeser")
    facts = json.loads(line.payload)
    assert facts["dari"] == "13 Januari 2026 pukul 07.35 WIB"
    assert facts["ke"] == "14 Januari 2026 pukul 07.35 WIB"
    assert line.subject == f"kasus:{case.pk}"


def test_the_inbox_says_that_a_limit_moved_and_why(office: ExampleOffice, case: Case) -> None:
    task = days_task(case)
    actions.put_days(doer(office), [MOURNING], SK)
    (notice,) = moved_deadlines(office.people["rina"])
    assert "bergeser dari 13 Januari 2026" in notice.words
    assert "Hari berkabung daerah, 13 Januari 2026" in notice.words
    assert notice.url == f"/pelaksanaan/{case.pk}/langkah/{task.no}/"
    assert moved_deadlines(office.people["dewi"]) == [], "the step is not hers"
    Task.objects.filter(pk=task.pk).update(round=2)
    assert moved_deadlines(office.people["rina"]) == [], "an earlier round is over"


def test_the_limit_comes_back_with_the_day(office: ExampleOffice, case: Case) -> None:
    task = days_task(case)
    actions.put_days(doer(office), [MOURNING], SK)
    actions.remove_day(doer(office), TUESDAY, "SK dicabut")
    task.refresh_from_db()
    assert task.batas == (MONDAY + timedelta(days=1)).replace(hour=7, minute=35)
    assert DeadlineMove.objects.count() == 2


def test_a_finished_or_cancelled_case_is_left_alone(office: ExampleOffice, case: Case) -> None:
    task = days_task(case)
    Case.objects.filter(pk=case.pk).update(status="dibatalkan")
    actions.put_days(doer(office), [MOURNING], SK)
    assert Task.objects.get(pk=task.pk).batas == task.batas


def test_each_change_is_a_version_with_who_what_and_on_which_basis(office: ExampleOffice) -> None:
    before = fresh(office).kalender_versi
    actions.put_days(doer(office), [MOURNING], SK)
    corrected = DayOff(TUESDAY, "Hari berkabung", "daerah")
    actions.put_days(doer(office), [corrected], "Ralat SK")
    assert fresh(office).kalender_versi == before + 2
    first, second = Entry.objects.filter(kind="kalender.hari_ditetapkan").order_by("seq")
    facts = json.loads(second.payload)
    assert (facts["dasar"], facts["versi"]) == ("Ralat SK", before + 2)
    assert facts["semula"][0]["nama"] == "Hari berkabung daerah"
    assert first.actor == office.people["rina"].ref
    assert Holiday.objects.get(tanggal=TUESDAY).sumber == "Ralat SK"
    assert verify_all() == ()


def test_what_was_read_before_a_change_is_not_what_counts_after_it(office: ExampleOffice) -> None:
    assert is_working_day(calendar_of(fresh(office)), TUESDAY)
    actions.put_days(doer(office), [MOURNING], SK)
    assert not is_working_day(calendar_of(fresh(office)), TUESDAY)


def test_what_is_entered_as_it_stands_is_no_change(office: ExampleOffice) -> None:
    actions.put_days(doer(office), [MOURNING], SK)
    version = fresh(office).kalender_versi
    assert isinstance(actions.put_days(doer(office), [MOURNING], SK), Refused)
    assert fresh(office).kalender_versi == version


def test_the_same_form_twice_is_one_change(office: ExampleOffice) -> None:
    actions.put_days(doer(office, key="satu"), [MOURNING], SK)
    again = actions.put_days(doer(office, key="satu"), [MOURNING], SK)
    assert again == Done("/", is_repeat=True)
    assert Entry.objects.filter(kind="kalender.hari_ditetapkan").count() == 1


@pytest.mark.parametrize("who", ["dewi", "hendra", "maria"])
def test_only_who_keeps_the_office_changes_its_calendar(office: ExampleOffice, who: str) -> None:
    assert actions.put_days(doer(office, who), [MOURNING], SK) == actions.NOT_YOURS
    assert actions.remove_day(doer(office, who), date(2026, 1, 1), SK) == actions.NOT_YOURS
    assert not Holiday.objects.filter(tanggal=TUESDAY).exists()


def test_hours_of_the_region_are_followed_and_move_limits(
    office: ExampleOffice, case: Case
) -> None:
    task = days_task(case)
    biasa = {str(day): ["08.00", "12.00", "13.00", "16.30"] for day in range(4)}
    biasa["4"] = ["08.00", "11.30", "13.00", "17.00"]
    assert isinstance(actions.set_clock(doer(office), "WIB", biasa, {}, SK), Done)
    task.refresh_from_db()
    # opened at 15.55, ten minutes of work: still before the closing at 16.30
    assert task.batas == MONDAY.replace(hour=16, minute=5)
    assert calendar_of(fresh(office)).hours.biasa.week_minutes == 4 * 450 + 450


def test_another_zone_is_another_clock_for_every_limit(office: ExampleOffice, case: Case) -> None:
    days_task(case)
    assert isinstance(actions.set_clock(doer(office), "WITA", {}, {}, SK), Done)
    assert fresh(office).zona_waktu == "Asia/Makassar"
    again = actions.set_clock(doer(office), "WITA", {}, {}, SK)
    assert isinstance(again, Refused)


def test_hours_that_are_no_week_are_refused_by_the_day(office: ExampleOffice) -> None:
    wrong = {"0": ["16.00", "", "", "07.30"]}
    answer = actions.set_clock(doer(office), "WIB", wrong, {}, SK)
    assert isinstance(answer, Refused)
    assert answer.reason.startswith("Senin: ")


def test_ramadan_by_decree_replaces_the_counted_one(office: ExampleOffice, case: Case) -> None:
    del case
    first, last = date(2026, 2, 18), date(2026, 3, 19)
    assert isinstance(actions.set_ramadan(doer(office), first, last, "SK Menag"), Done)
    calendar = calendar_of(fresh(office))
    assert (first, last) in calendar.ramadan
    assert sum(end.year == 2026 for _, end in calendar.ramadan) == 1
    wrong = actions.set_ramadan(doer(office), first, date(2026, 5, 1), "SK Menag")
    assert isinstance(wrong, Refused)


def test_a_change_that_fails_leaves_nothing(
    office: ExampleOffice, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    task, version = days_task(case), fresh(office).kalender_versi

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(actions, "append", broken)
    with pytest.raises(RuntimeError):
        actions.put_days(doer(office), [MOURNING], SK)
    assert fresh(office).kalender_versi == version
    assert Task.objects.get(pk=task.pk).batas == task.batas
    assert not DeadlineMove.objects.exists()
