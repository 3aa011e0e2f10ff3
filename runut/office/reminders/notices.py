"""The digest of the day in the inbox: what of it is still so."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from runut.office import clock
from runut.office.cases.models import Case
from runut.office.people.models import Person
from runut.office.reminders.due import OWN
from runut.office.reminders.models import Digest

SHOWN = 2


@dataclass(frozen=True)
class Reminder:
    """A line of the inbox: what it says, and where it leads."""

    words: str
    url: str
    label: str = "Baca pengingat"


def reminders_of(person: Person) -> list[Reminder]:
    """One notice for all that this morning's digest says and that is not done since."""
    digest = digest_of_today(person)
    lines = still_so(digest) if digest else []
    if not lines:
        return []
    return [Reminder(f"Pengingat pagi ini: {_in_short(lines)}", reverse("pengingat"))]


def _in_short(lines: list[dict[str, Any]]) -> str:
    """One's own steps lie below with their limits and are only counted; the rest is said."""
    own = [line for line in lines if line["about"] == OWN]
    late = sum(bool(line["is_late"]) for line in own)
    counts = ((late, "langkah Saudara lewat batas"), (len(own) - late, "langkah mendekati batas"))
    parts = [f"{count} {words}." for count, words in counts if count]
    rest = [line["words"] for line in lines if line["about"] != OWN]
    parts += rest[:SHOWN]
    if len(rest) > SHOWN:
        parts.append(f"Dan {len(rest) - SHOWN} hal lain.")
    return " ".join(parts)


def digest_of_today(person: Person) -> Digest | None:
    """What the person was told this morning."""
    today = clock.now().astimezone(person.office.zone).date()
    return Digest.objects.filter(office_id=person.office_id, person=person, hari=today).first()


def still_so(digest: Digest) -> list[dict[str, Any]]:
    """The lines of a digest whose step is still open, whose case still runs."""
    ids = {line["case_id"] for line in digest.isi}
    cases = Case.objects.filter(office_id=digest.office_id, pk__in=ids, status="berjalan")
    opened = set(cases.values_list("pk", "tasks__no", "tasks__round"))
    running = {case_id for case_id, _, _ in opened}
    return [
        line
        for line in digest.isi
        if line["case_id"] in running
        and (not line["no"] or (line["case_id"], line["no"], line["round"]) in opened)
    ]
