"""The meeting as a calendar file, so that a telephone reminds of it."""

from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event, vCalAddress

from runut.office.cases.models import Document
from runut.office.people.models import Person
from runut.office.works.rapat.models import Meeting


def calendar_file(meeting: Meeting, leader: Person, document: Document) -> bytes:
    """The meeting in the form of RFC 5545, published by who leads it, in the office's zone.

    A later letter has a higher SEQUENCE, so that calendars correct their entry.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Runut//Rapat//ID")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_event(meeting, leader, document))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, leader: Person, document: Document) -> Event:
    host = urlsplit(settings.PUBLIC_URL).hostname or "runut"
    event = Event()
    event.add("uid", f"rapat-{meeting.pk}-{meeting.case.mulai_pada:%Y%m%d%H%M%S}@{host}")
    event.add("sequence", document.versi - 1)
    event.add("dtstamp", document.dibuat_pada)
    event.add("dtstart", meeting.local(meeting.mulai))
    event.add("dtend", meeting.local(meeting.selesai))
    event.add("summary", meeting.acara)
    event.add("location", meeting.tempat)
    event.add("description", f"Undangan Nomor {document.nomor}. {meeting.catatan}".strip())
    organizer = vCalAddress(f"mailto:{leader.email or settings.DEFAULT_FROM_EMAIL}")
    organizer.params["CN"] = leader.nama
    event.add("organizer", organizer)
    return event
