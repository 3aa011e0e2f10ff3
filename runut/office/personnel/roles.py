"""The roles (peran) that posts can stand for: the actors of the office's SOPs.

A role that is spelled otherwise than in the SOP would first be missed when a case starts.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from runut.core.sop.text.parse import read_sop_text
from runut.office.cases.acting import definition_for
from runut.office.cases.queries import may_be_outside
from runut.office.sops.models import SopVersion

_ALIKE = 0.7
_KEPT = 256


def roles_of_sops(office_id: int) -> list[str]:
    """The actors of the SOPs in force and of those that are proposed, in the order of the SOPs."""
    versions = SopVersion.objects.filter(office_id=office_id, status__in=["berlaku", "usulan"])
    found: dict[str, None] = {}
    for version in versions.order_by("status", "pk"):
        found.update(dict.fromkeys(_actors(version)))
    return list(found)


def roles_in_force(office_id: int) -> dict[str, str]:
    """The actors of the SOPs in force, each with the title of the first SOP that has it."""
    versions = SopVersion.objects.filter(office_id=office_id, status="berlaku")
    found: dict[str, str] = {}
    for version in versions.select_related("sop").order_by("pk"):
        for actor in _actors(version):
            found.setdefault(actor, version.sop.judul)
    return found


def roles_of_outsiders(office_id: int) -> set[str]:
    """The actors of SOPs in force who can be somebody outside the office: they only bring or
    receive, and sign or check nothing."""
    versions = SopVersion.objects.filter(office_id=office_id, status="berlaku")
    definitions = [definition_for(version) for version in versions]
    steps = [step for one in definitions for step in one.steps]
    return {
        actor
        for step in steps
        for actor in step.actors
        if may_be_outside([one for one in steps if actor in one.actors])
    }


def _actors(version: SopVersion) -> Iterable[str]:
    if version.status == SopVersion.Status.BERLAKU:
        return [actor for step in definition_for(version).steps for actor in step.actors]
    return _proposed(version.teks)


@lru_cache(maxsize=_KEPT)
def _proposed(teks: str) -> tuple[str, ...]:
    sop, _ = read_sop_text(teks)
    return sop.pelaksana if sop else ()


def nearest_role(role: str, known: Sequence[str]) -> str:
    """The known role that was most likely meant by one that is not known; "" where none is near.

    >>> nearest_role("Notulist", ["Staf", "Notulis"]), nearest_role("Arsiparis", ["Staf"])
    ('Notulis', '')
    """
    by_fold = {one.casefold(): one for one in known}
    close = get_close_matches(role.casefold(), by_fold, n=1, cutoff=_ALIKE)
    return by_fold[close[0]] if close else ""


def split_roles(text: str) -> list[str]:
    """Roles typed in one field, with a comma or semicolon between them.

    >>> split_roles("Staf; Tim, ")
    ['Staf', 'Tim']
    """
    parts = (" ".join(part.split()) for part in text.replace(";", ",").split(","))
    return list(dict.fromkeys(part for part in parts if part))
