"""Who may change the register of SOPs."""

from runut.core.findings import Finding, Level, Refused
from runut.office.people.models import Grant, Person, Right

REASON = "Hanya pengelola SOP yang dapat melakukan ini."


def may_manage(person: Person) -> bool:
    """Whether the person manages the SOPs of the office."""
    return Grant.objects.filter(office_id=person.office_id, person=person, right=Right.SOP).exists()


def refuse_stranger(person: Person) -> Refused | None:
    """Why this person may not touch an SOP, or None for those who manage them."""
    return None if may_manage(person) else Refused("bukan_pelaksana", REASON)


def stranger_finding() -> Finding:
    """The same for acts that answer with findings."""
    return Finding("hak.kurang", Level.BLOCKER, "Hanya pengelola SOP yang dapat memasukkan SOP.")
