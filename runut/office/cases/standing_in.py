"""As what a substitute acts, in the words of the office."""

from collections.abc import Iterable
from datetime import date

from runut.core.case.model import Delegation
from runut.core.words.dates import format_date
from runut.office.cases.acting import OpenCase
from runut.office.people.models import Person, names_by_ref

TITLES = {"plh": "Plh.", "plt": "Plt.", "pj": "Pj.", "pengganti": "pengganti"}
"""What a kind of substitution is called before the role that it stands in for."""


def acts_as(case: OpenCase, no: str, person: str, behalf: str, day: date) -> str:
    """The title and the role, for whom, and until which day."""
    step = case.definition.step(no)
    given = next(
        (
            one
            for one in case.state.delegations
            if (one.substitute, one.holder) == (person, behalf)
            and one.first <= day <= one.last
            and step
            and one.actor in step.actors
        ),
        None,
    )
    nama = names_of(case.row.office_id, [behalf]).get(behalf, "")
    if given is None:
        return f"pengganti {nama}"
    return f"{title_of(given)} untuk {nama}, sampai dengan {format_date(given.last)}"


def names_of(office_id: int, refs: Iterable[str]) -> dict[str, str]:
    """Names of people under their references; nobody is asked for where there is nobody."""
    keys = [int(ref) for ref in refs]
    if not keys:
        return {}
    return names_by_ref(Person.objects.filter(office_id=office_id, pk__in=keys))


def title_of(given: Delegation) -> str:
    """The title before the role, as in "Plh. {peran}"."""
    return f"{TITLES.get(given.kind.lower(), given.kind)} {given.actor}"
