"""Who may change the register of SOPs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from runut.core.findings import Finding, Level, Refused
from runut.office.people.models import Person, Right
from runut.office.people.rights import may, people_with

REASON = "Hanya pengelola SOP yang dapat melakukan ini."


def may_manage(person: Person) -> bool:
    """Whether the person manages the SOPs of the office."""
    return may(person, Right.SOP)


def not_yours(request: HttpRequest, person: Person, what: str) -> HttpResponse:
    """The page for who may not: it says who may, instead of a form that would be refused."""
    context = {"what": what, "people": people_with(person.office_id, Right.SOP)}
    return render(request, "sops/not_yours.html", context, status=403)


def refuse_stranger(person: Person) -> Refused | None:
    """Why this person may not touch an SOP, or None for those who manage them."""
    return None if may_manage(person) else Refused("bukan_pelaksana", REASON)


def stranger_finding() -> Finding:
    """The same for acts that answer with findings."""
    return Finding("hak.kurang", Level.BLOCKER, "Hanya pengelola SOP yang dapat memasukkan SOP.")
