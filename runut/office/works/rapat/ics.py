"""The meeting as a calendar file, so that a telephone reminds of it."""

from django.conf import settings
from icalendar import Calendar, Event, vCalAddress, vText

from runut.office.cases.models import Document
from runut.office.people.models import Person
from runut.office.works.rapat.models import Invitee, Mailing, Meeting


def calendar_file(
    meeting: Meeting,
    leader: Person,
    document: Document,
    *,
    method: str = "PUBLISH",
    invitee: Invitee | None = None,
) -> bytes:
    """The meeting in the form of RFC 5545, from who leads it, in the office's zone.

    It keeps its UID for ever. A later letter has a higher SEQUENCE, and the cancellation one
    higher still, so that calendars correct their entry and drop it in the end.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Runut//Rapat//ID")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    event = _event(meeting, leader, document)
    if method == Mailing.Method.CANCEL:
        event["sequence"] = document.versi
        event.add("status", "CANCELLED")
    elif method == Mailing.Method.REQUEST:
        event.add("status", "CONFIRMED")
    if invitee and invitee.person:
        event.add("attendee", _attendee(invitee, invitee.person.email))
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, leader: Person, document: Document) -> Event:
    event = Event()
    event.add("uid", f"rapat-{meeting.pk}-{meeting.case.mulai_pada:%Y%m%d%H%M%S}@runut")
    event.add("sequence", document.versi - 1)
    event.add("dtstamp", meeting.dibatalkan_pada or document.dibuat_pada)
    event.add("dtstart", meeting.local(meeting.mulai))
    event.add("dtend", meeting.local(meeting.selesai))
    event.add("summary", meeting.acara)
    event.add("location", meeting.tempat)
    event.add("description", f"Undangan Nomor {document.nomor}. {meeting.catatan}".strip())
    organizer = vCalAddress(f"mailto:{leader.email or settings.DEFAULT_FROM_EMAIL}")
    organizer.params["CN"] = leader.nama
    event.add("organizer", organizer)
    return event


def _attendee(invitee: Invitee, address: str) -> vCalAddress:
    """Answers come by the personal page, not by a mail to the organizer."""
    attendee = vCalAddress(f"mailto:{address}")
    attendee.params["CN"] = vText(invitee.nama)
    attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
    attendee.params["RSVP"] = vText("FALSE")
    return attendee
