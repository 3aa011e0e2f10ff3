"""A person's calendar as RFC 5545: limits of open steps, due days of cases, meetings."""

from datetime import datetime, timedelta

from django.urls import reverse
from icalendar import Calendar, Event

from runut.core.calendar.working_time import last_working_day_on_or_before
from runut.core.case.model import CaseStatus
from runut.office.cases.acting import definition_for
from runut.office.cases.inbox import tasks_of
from runut.office.cases.models import Case, Task
from runut.office.people.address import public_url
from runut.office.people.calendars import calendar_of
from runut.office.people.models import Office, Person
from runut.office.works.rapat.models import Invitee

HELD_SINCE = timedelta(days=60)
"""Meetings stay in the calendar for so long after they were held."""


def feed_of(person: Person, now: datetime) -> bytes:
    """The calendar of a person; the same bytes as long as nothing in it changes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Runut//Pengingat//ID")
    calendar.add("version", "2.0")
    # whose it is, is nobody's business who comes by the address
    calendar.add("x-wr-calname", "Runut: batas dan rapat")
    calendar.add("refresh-interval;value=duration", "PT1H")
    tasks, base = tasks_of(person, now), public_url()
    for task in sorted(tasks, key=lambda one: one.pk):
        if task.batas is not None:
            calendar.add_component(_task(task, base))
    cases = {task.case_id: task.case for task in tasks}
    for _, case in sorted((cases | _started(person)).items()):
        if case.batas is not None:
            calendar.add_component(_due(case, base))
    for invitee in _meetings(person, now):
        calendar.add_component(_meeting(invitee))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _started(person: Person) -> dict[int, Case]:
    rows = Case.objects.filter(
        office_id=person.office_id, mulai_oleh=person, status=CaseStatus.BERJALAN
    )
    return {row.pk: row for row in rows.select_related("office")}


def _meetings(person: Person, now: datetime) -> list[Invitee]:
    rows = Invitee.objects.filter(
        office_id=person.office_id, person=person, meeting__mulai__gte=now - HELD_SINCE
    ).exclude(meeting__case__status=CaseStatus.DIBATALKAN)
    return list(rows.select_related("meeting__office").order_by("meeting__mulai", "pk"))


def _task(task: Task, base: str) -> Event:
    step = definition_for(task.case.sop_version).step(task.no)
    kegiatan = step.kegiatan.rstrip(". ") if step else f"langkah {task.no}"
    assert task.batas is not None  # noqa: S101 - asked for in feed_of
    limit = task.batas.astimezone(task.case.office.zone)
    name = f"langkah-{task.case_id}-{task.no}-{task.round}"
    event = _event(name, f"Batas: {kegiatan}", task.dibuka_pada)
    event.add("dtstart", limit)
    event.add("dtend", limit)
    event.add("description", f"{task.case.judul}, langkah {task.no}")
    event.add("url", base + reverse("langkah", args=[task.case_id, task.no]))
    return event


def _due(case: Case, base: str) -> Event:
    office: Office = case.office
    assert case.batas is not None  # noqa: S101 - asked for in feed_of
    day = last_working_day_on_or_before(calendar_of(office), case.batas)
    event = _event(f"kasus-{case.pk}", f"Batas penyampaian: {case.judul}", case.mulai_pada)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("url", base + reverse("kasus", args=[case.pk]))
    return event


def _meeting(invitee: Invitee) -> Event:
    meeting = invitee.meeting
    event = _event(f"undangan-{meeting.pk}", meeting.acara, meeting.mulai)
    event.add("sequence", meeting.version)
    event.add("dtstart", meeting.local(meeting.mulai))
    event.add("dtend", meeting.local(meeting.selesai))
    event.add("location", meeting.tempat)
    return event


def _event(name: str, summary: str, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{name}@runut")
    event.add("dtstamp", stamp)
    event.add("summary", summary)
    return event
