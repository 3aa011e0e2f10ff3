"""The places of the header: where each leads and which one the reader is in."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from runut.office.people.models import Person, Right
from runut.office.people.rights import may

PLACES = (
    ("Tugas saya", "tugas"),
    ("Pelaksanaan", "pelaksanaan"),
    ("SOP", "sop"),
    ("Kinerja", "kinerja"),
    ("Laporan", "laporan"),
    ("Register", "register:rapat"),
)
KEPT_BY_SOME = ("Kantor", "kantor")
"""For who keeps the office, beside what everybody has."""


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
    is_keeper = isinstance(person, Person) and may(person, Right.KANTOR)
    shown = (*PLACES, KEPT_BY_SOME) if is_keeper else PLACES
    urls = [(label, url_or_nothing(name)) for label, name in shown]
    current = max(
        (url for _, url in urls if url and path.startswith(_begins(url))), key=len, default=""
    )
    return tuple(Place(label, url, url == current) for label, url in urls if url)


def _begins(url: str) -> str:
    """What the addresses of a place begin with: all registers are one place."""
    return "/register/" if url.startswith("/register/") else url
