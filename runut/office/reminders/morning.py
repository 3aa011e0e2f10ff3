"""One digest for a person and a working morning: made once, whoever tries and however often.

Marks that were reached while nobody worked are told on the next working morning, the newest of
each limit alone.
"""

from dataclasses import asdict
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction

from runut.core.calendar.working_time import (
    Calendar,
    closing_of,
    is_working_day,
    opening_of,
)
from runut.office.locks import lock_register
from runut.office.people.calendars import calendar_of
from runut.office.people.mailing import can_mail
from runut.office.people.models import Office, Person
from runut.office.reminders.due import Line, due_lines
from runut.office.reminders.models import Digest, Morning, Preference, Told
from runut.office.reminders.tasks import email_digest
from runut.office.trust.append import Act, append

TRY_AGAIN = timedelta(minutes=15)
GIVEN_UP = timedelta(minutes=30)
"""A letter that was being sent for so long was cut short; it goes once more, under its name."""


def tick(now: datetime) -> int:
    """Make what is due now for every office; answers how many digests were made.

    Called every few minutes, by as many workers as there are.
    """
    made = 0
    for office in Office.objects.order_by("pk"):
        if is_at_work(calendar_of(office), now.astimezone(office.zone)):
            made += make_digests(office, now)
            send_waiting(office, now)
    return made


def is_at_work(calendar: Calendar, now: datetime) -> bool:
    """Whether it is a working day, between its opening and its closing."""
    day = now.date()
    return is_working_day(calendar, day) and (
        opening_of(calendar, day, now) <= now < closing_of(calendar, day, now)
    )


def make_digests(office: Office, now: datetime) -> int:
    """The digests of the day, if they are not made yet; nobody gets one that says nothing."""
    today = now.astimezone(office.zone).date()
    if Morning.objects.filter(office=office, hari=today).exists():
        return 0
    with transaction.atomic():
        lock_register(office.pk)
        if Morning.objects.filter(office=office, hari=today).exists():
            return 0
        Morning.objects.create(office=office, hari=today, pada=now)
        made = [
            _make(office, person_id, lines, now)
            for person_id, lines in sorted(_news(office, now).items())
        ]
        facts = {"hari": today.isoformat(), "orang": len(made)}
        told = [Act("pengingat.disusun", f"kantor:{office.pk}", facts)] if made else []
        append(office.pk, told, actor="", at=now)
        for digest in made:
            if digest.surel == Digest.Surel.WAITING:
                transaction.on_commit(partial(email_digest.enqueue, digest.pk))
    return len(made)


def send_waiting(office: Office, now: datetime) -> int:
    """Put letters of today that could not be sent into the queue again."""
    today = now.astimezone(office.zone).date()
    rows = Digest.objects.filter(office=office, hari=today)
    cut = rows.filter(surel=Digest.Surel.SENDING, surel_pada__lt=now - GIVEN_UP)
    cut.update(surel=Digest.Surel.WAITING, surel_pada=now - TRY_AGAIN - GIVEN_UP)
    waiting = rows.filter(surel=Digest.Surel.WAITING, surel_pada__lt=now - TRY_AGAIN)
    sent = 0
    for pk in list(waiting.values_list("pk", flat=True)):
        if waiting.filter(pk=pk).update(surel_pada=now):
            email_digest.enqueue(pk)
            sent += 1
    return sent


def _news(office: Office, now: datetime) -> dict[int, list[Line]]:
    """What is due and was not told yet."""
    today = now.astimezone(office.zone).date()
    due = due_lines(office, today)
    known = set(
        Told.objects.filter(office=office, person_id__in=due).values_list(
            "person_id", "subject", "kind"
        )
    )
    news = {
        person_id: [one for one in lines if (person_id, one.subject, one.mark) not in known]
        for person_id, lines in due.items()
    }
    return {person_id: lines for person_id, lines in news.items() if lines}


def _make(office: Office, person_id: int, lines: list[Line], now: datetime) -> Digest:
    person = Person.objects.get(office=office, pk=person_id)
    refused = Preference.objects.filter(office=office, person=person, surel=False).exists()
    by_mail = bool(person.email) and not refused and can_mail(office)
    digest = Digest.objects.create(
        office=office,
        person=person,
        hari=now.astimezone(office.zone).date(),
        isi=[asdict(line) for line in lines],
        dibuat_pada=now,
        surel=Digest.Surel.WAITING if by_mail else Digest.Surel.NONE,
        surel_pada=now,
    )
    Told.objects.bulk_create(
        Told(office=office, person=person, subject=line.subject, kind=line.mark, digest=digest)
        for line in lines
    )
    return digest
