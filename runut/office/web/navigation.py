"""The places of the header: where each leads and which one the reader is in."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from runut.office.people.models import Person, Right
from runut.office.people.rights import rights_shown

PLACES = (
    ("Tugas saya", "tugas"),
    ("Pelaksanaan", "pelaksanaan"),
    ("SOP", "sop"),
    ("Kinerja", "kinerja"),
    ("Laporan", "laporan"),
    ("Register", "register:rapat"),
)
BY_RIGHT = ((Right.AUDIT, "Pengawasan", "pengawasan"), (Right.KANTOR, "Kantor", "kantor"))
"""For who has a right in the office, beside what everybody has."""


@dataclass(frozen=True)
class Place:
    label: str
    url: str
    is_current: bool


def url_or_nothing(name: str) -> str:
    """The address of a page, or "" where this installation has no such page.

    After a colon stands what the address needs: ``register:rapat``.
    """
    name, _, argument = name.partition(":")
    try:
        return reverse(name, args=[argument] if argument else None)
    except NoReverseMatch:
        return ""


def places(path: str, person: object = None) -> tuple[Place, ...]:
    """The places this installation has; the one whose address begins ``path`` is current."""
    rights = rights_shown(person) if isinstance(person, Person) else frozenset()
    more = ((label, name) for right, label, name in BY_RIGHT if right in rights)
    shown = (*PLACES, *more)
    urls = [(label, url_or_nothing(name)) for label, name in shown]
    current = max((url for _, url in urls if url and _is_in(path, url)), key=len, default="")
    return tuple(Place(label, url, url == current) for label, url in urls if url)


def _is_in(path: str, url: str) -> bool:
    """Whether a page belongs to a place: all registers are one, and the inbox is a page alone."""
    if url == "/":
        return path == url
    return path.startswith("/register/" if url.startswith("/register/") else url)
