"""What was typed and not taken, in the session of the browser: bounded, and gone with it."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from dataclasses import fields as dataclass_fields
from datetime import datetime
from secrets import token_urlsafe
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from runut.office.web.kept.author import FIELD

MOST_FORMS = 5
MOST_BYTES = 256 * 1024
_KEY = "ketikan"
TAKEN_UP = "ketikan"
"""The hidden field by which a form says which kept typing it was filled with."""

MACHINE_WORDS = frozenset(
    {"csrfmiddlewaretoken", FIELD, TAKEN_UP, "bersama", "next", "kunci", "putaran", "versi"}
    | {"dibaca", "dasar", "jumlah", "perbaikan", "tindakan", "lanjut", "sidik"}
    | {"cabut", "hari", "izin", "tadi", "titipan", "unit_paket", "sesi", "kunci_sandi"}
    | {"dilihat", "menggantikan"}
)
"""Fields of forms that nobody types: no field that somebody types may bear such a name."""


@dataclass(frozen=True)
class Kept:
    """The typing of one form. ``page``: the address where it is offered; ``action``: where it was
    sent. ``is_other``: another form of the same page was sent, so it is filled in unasked.
    ``sending``: the same for all forms of a page that arrived together.
    """

    key: str
    sending: str
    person: int
    at: str
    page: str
    action: str
    fields: dict[str, list[str]]
    files: list[str] = field(default_factory=list)
    is_other: bool = False
    is_cut: bool = False

    @property
    def when(self) -> datetime:
        return datetime.fromisoformat(self.at)

    @property
    def size(self) -> int:
        words = [name + "".join(words) for name, words in self.fields.items()]
        return len("".join([*words, *self.files]).encode())

    @property
    def says_something(self) -> bool:
        """Whether a person typed or chose anything that is worth offering."""
        return bool(self.files) or self.is_other or any(map(any, self.fields.values()))


def is_secret(name: str) -> bool:
    """Passwords, passphrases and NIK are never kept."""
    return "sandi" in name or "password" in name or name == "nik"


def make(
    person: int,
    at: datetime,
    page: str,
    action: str,
    fields: Mapping[str, list[str]],
    *,
    sending: str,
    **told: Any,
) -> Kept:
    """The typing of a form, without secrets, without what no person types, within the bounds."""
    typed = {
        name: [word.replace("\x00", "") for word in words]
        for name, words in fields.items()
        if name not in MACHINE_WORDS and not is_secret(name)
    }
    return _cut(
        Kept(token_urlsafe(8), sending, person, at.isoformat(), page, action, typed, **told)
    )


def kept_in(request: HttpRequest) -> list[Kept]:
    """All that is kept for this browser, the oldest first."""
    session: SessionBase = request.session
    names = {one.name for one in dataclass_fields(Kept)}
    # a session may outlive the version of Runut that wrote it
    return [Kept(**one) for one in session.get(_KEY, []) if set(one) == names]


def keep(request: HttpRequest, new: Iterable[Kept]) -> None:
    """Keep these too. The same words sent again from the same form are kept once; other words are
    not replaced: they may come from a second tab.
    """
    news = [one for one in new if one.says_something]
    again = [(one.page, one.action, one.fields) for one in news]
    old = [one for one in kept_in(request) if (one.page, one.action, one.fields) not in again]
    _save(request, [*old, *news])


def drop(request: HttpRequest, keys: Iterable[str]) -> None:
    """Forget the typing under these keys."""
    unwanted = set(keys)
    _save(request, [one for one in kept_in(request) if one.key not in unwanted])


def move(request: HttpRequest, page: str, to: str) -> None:
    """The page led on: what was to be offered there is offered where it led."""
    moved = [replace(one, page=to) if one.page == page else one for one in kept_in(request)]
    _save(request, moved)


def only_of(request: HttpRequest, person: int) -> None:
    """What somebody else typed in this browser is forgotten once another person is here."""
    _save(request, [one for one in kept_in(request) if one.person == person])


def _save(request: HttpRequest, kept: list[Kept]) -> None:
    """The last forms sent, with all their parts, and of those the newest that fit."""
    room, fitting, sendings = MOST_BYTES, list[Kept](), dict[str, None]()
    for one in reversed(kept):
        room -= one.size
        sendings[one.sending] = None
        if room >= 0 and len(sendings) <= MOST_FORMS:
            fitting.insert(0, one)
    if fitting == kept_in(request):
        return
    if fitting:
        request.session[_KEY] = [asdict(one) for one in fitting]
    else:
        request.session.pop(_KEY, None)


def _cut(kept: Kept) -> Kept:
    """Typing longer than there is room for is kept as far as it goes, and says so."""
    if kept.size <= MOST_BYTES:
        return kept
    fields: dict[str, list[str]] = {name: [] for name in kept.fields}
    room = max(0, MOST_BYTES - replace(kept, fields=fields).size)
    for name, words in kept.fields.items():
        for word in words:
            part = word.encode()[:room].decode(errors="ignore")
            room -= len(part.encode())
            fields[name].append(part)
    return replace(kept, fields=fields, is_cut=True)
