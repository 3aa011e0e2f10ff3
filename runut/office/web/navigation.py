"""The places of the header: where each leads and which one the reader is in."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

PLACES = (
    ("Tugas saya", "tugas"),
    ("Pelaksanaan", "pelaksanaan"),
    ("SOP", "sop"),
    ("Kinerja", "kinerja"),
    ("Laporan", "laporan"),
    ("Register", "register:rapat"),
)


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


def places(path: str) -> tuple[Place, ...]:
    """The places this installation has; the one whose address begins ``path`` is current."""
    urls = [(label, url_or_nothing(name)) for label, name in PLACES]
    current = max(
        (url for _, url in urls if url and path.startswith(_begins(url))), key=len, default=""
    )
    return tuple(Place(label, url, url == current) for label, url in urls if url)


def _begins(url: str) -> str:
    """What the addresses of a place begin with: all registers are one place."""
    return "/register/" if url.startswith("/register/") else url
