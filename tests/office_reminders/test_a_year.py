"""Reminders over the test year, counted against a list made by hand: no doubles, none missing."""

from datetime import date, time, timedelta

from runut.office.people.models import Holiday
from runut.office.reminders.models import Digest, Morning, Told
from runut.office.reminders.morning import make_digests, tick
from tests.office_reminders.year import Year

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def _expected(year: Year, opened: date, limit: date) -> dict[date, str]:
    """On which day which mark is told of a limit that is never met."""
    days = year.working_days()
    here = days.index(limit)
    marks = {
        days[here - before]: f"H-{before}" for before in (7, 3, 1) if days[here - before] > opened
    }
    late = [1, 2, *range(7, len(days) - here, 5)]
    return marks | {days[here + n]: f"H+{n}" for n in late if here + n < len(days)}


def test_over_a_year_each_mark_is_told_once_on_its_day(year: Year) -> None:
    opened = [date(2026, 1, 12), date(2026, 2, 13), date(2026, 3, 17), date(2026, 12, 14)]
    tasks = [year.case(day) for day in opened]
    limits = [task.batas.astimezone(year.office.zone).date() for task in tasks if task.batas]
    assert limits[0] == date(2026, 1, 27), "ten working days, 16 January is off"
    made = year.ticks(FIRST, LAST)
    expected = sorted(
        (day, "tugas", mark)
        for start, limit in zip(opened, limits, strict=True)
        for day, mark in _expected(year, start, limit).items()
    )
    assert year.told("dewi") == expected
    assert len(expected) > 100
    above = [(day, "bawahan", mark) for day, _, mark in expected if mark[1] == "+"]
    above = [one for one in above if one[2] != "H+1"]
    assert year.told("hendra") == above, "who checks next, from the second day on"
    assert year.told("rina") == []
    mornings = {(one.person_id, one.hari) for one in Digest.objects.all()}
    assert len(mornings) == Digest.objects.count() == made


def test_nobody_is_told_anything_on_a_day_off(year: Year) -> None:
    year.case(date(2026, 1, 12))
    year.ticks(FIRST, LAST)
    working = set(year.working_days())
    assert {one.hari for one in Digest.objects.all()} <= working
    assert {one.hari for one in Morning.objects.all()} == working


def test_a_morning_with_nothing_to_say_says_nothing(year: Year) -> None:
    year.case(date(2026, 1, 12), "60 hari")
    assert year.ticks(date(2026, 1, 12), date(2026, 1, 30)) == 0
    assert year.digests() == []


def test_a_limit_of_hours_is_told_only_when_it_is_missed(year: Year) -> None:
    year.case(date(2026, 1, 12), "2 jam")
    year.ticks(date(2026, 1, 12), date(2026, 1, 14))
    assert year.told("dewi") == [
        (date(2026, 1, 13), "tugas", "H+1"),
        (date(2026, 1, 14), "tugas", "H+2"),
    ]


def test_the_due_date_of_the_case_is_told_to_its_holders_and_its_starter(year: Year) -> None:
    year.case(date(2026, 1, 12), "60 hari", batas=date(2026, 2, 28))
    year.ticks(date(2026, 1, 12), date(2026, 3, 3))
    days = year.working_days()
    due = days.index(date(2026, 2, 27))  # 28 February is a Saturday
    expected = [(days[due - n], "kasus", f"H-{n}") for n in (7, 3, 1)]
    expected += [(days[due + n], "kasus", f"H+{n}") for n in (1, 2)]
    assert year.told("dewi") == year.told("rina") == expected


def test_a_stop_of_several_days_is_made_up_for_by_one_digest(year: Year) -> None:
    year.case(date(2026, 1, 12), batas=date(2026, 1, 30))
    year.ticks(date(2026, 1, 12), date(2026, 1, 14))
    assert year.digests("dewi") == []
    year.ticks(date(2026, 1, 24), date(2026, 1, 26))  # Saturday to Monday
    (digest,) = year.digests("dewi")
    assert digest.hari == date(2026, 1, 26)
    assert [(one["about"], one["mark"]) for one in digest.isi] == [
        ("tugas", "H-1"),
        ("kasus", "H-7"),
    ]


def test_a_worker_that_comes_up_in_the_afternoon_still_tells_and_one_at_night_waits(
    year: Year,
) -> None:
    year.case(date(2026, 1, 12), "2 jam")
    assert tick(year.at(date(2026, 1, 13), time(16, 0))) == 0, "the office has closed"
    assert tick(year.at(date(2026, 1, 14), time(15, 30))) == 3, "two hold it, one checks next"


def test_work_that_is_done_is_told_no_more(year: Year) -> None:
    task = year.case(date(2026, 1, 12), "2 jam")
    year.ticks(date(2026, 1, 13), date(2026, 1, 13))
    task.holders.all().delete()
    task.delete()
    year.ticks(date(2026, 1, 14), date(2026, 2, 14))
    assert len(year.told("dewi")) == 1


def test_a_limit_that_moves_is_told_again_by_its_new_day(year: Year) -> None:
    task = year.case(date(2026, 1, 12))
    year.ticks(date(2026, 1, 12), date(2026, 1, 26))
    assert task.batas is not None
    task.batas += timedelta(days=14)
    task.save()
    year.ticks(date(2026, 1, 27), date(2026, 2, 9))
    assert [mark for _, _, mark in year.told("dewi")] == ["H-7", "H-3", "H-1"] * 2


def test_a_day_decreed_late_lets_the_worker_rest(year: Year) -> None:
    year.case(date(2026, 1, 12), "2 jam")
    Holiday.objects.create(
        office=year.office, tanggal=date(2026, 1, 13), nama="Berkabung", jenis="daerah"
    )
    office = year.office
    office.kalender_versi += 1
    office.save()
    assert year.ticks(date(2026, 1, 13), date(2026, 1, 13)) == 0
    year.ticks(date(2026, 1, 14), date(2026, 1, 14))
    assert year.told("dewi") == [(date(2026, 1, 14), "tugas", "H+1")]


def test_a_paused_or_cancelled_case_reminds_nobody(year: Year) -> None:
    task = year.case(date(2026, 1, 12), "2 jam")
    for status in ("ditunda", "dibatalkan", "selesai"):
        type(task.case).objects.filter(pk=task.case_id).update(status=status)
        assert make_digests(year.office, year.at(date(2026, 1, 13))) == 0
        Morning.objects.all().delete()


def test_who_is_no_longer_here_is_told_nothing(year: Year) -> None:
    year.case(date(2026, 1, 12), "2 jam")
    dewi = year.example.people["dewi"]
    type(dewi).objects.filter(pk=dewi.pk).update(is_active=False)
    year.ticks(date(2026, 1, 13), date(2026, 1, 14))
    assert year.told("dewi") == []
    assert not Told.objects.filter(person=dewi).exists()
