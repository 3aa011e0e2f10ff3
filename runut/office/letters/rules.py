"""Who may sign which kind of paper: what the office has set, else who is not below any receiver."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from runut.core.findings import Refused
from runut.core.words.pangkat import rank_of
from runut.office.cases.numbering import KINDS, UNDANGAN
from runut.office.people.models import Appointment, Office, OfficeProfile, Person, profile_of
from runut.office.people.naming import Capacity, is_post

LANGSUNG = "langsung"
"""Under this name ``penanda_tangan`` lists the kinds that go out without the act of signing: the
paper is numbered when it is drawn, has room for ink, and is signed outside of the application."""
_RULE = re.compile(
    r"(?P<peran>.+?)(?:\s+a\.?n\.?\s+(?P<an>.+?))?(?:\s+u\.?b\.?\s+(?P<ub>.+?))?\s*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Choice:
    """Who signs, and in which capacity."""

    person: Person
    capacity: Capacity


def read_rule(line: str) -> Capacity:
    """A line of the setting: a post, and for whom it signs.

    >>> read_rule("Wakil a.n. Ketua")
    Capacity(peran='Wakil', atas_nama='Ketua', untuk_beliau='')
    >>> read_rule("Panitera a.n. Ketua u.b. Wakil")
    Capacity(peran='Panitera', atas_nama='Ketua', untuk_beliau='Wakil')
    """
    found = _RULE.match(line.strip())
    assert found is not None  # noqa: S101 - the form takes no empty line
    return Capacity(found["peran"].strip(), found["an"] or "", found["ub"] or "")


def rules_of(profile: OfficeProfile, kind: str) -> list[Capacity]:
    """What the office has set for a kind of paper, the first first."""
    return [read_rule(line) for line in profile.penanda_tangan.get(kind, ())]


def is_direct(office: Office, kind: str) -> bool:
    """Whether papers of a kind go out without a separate act of signing.

    The example office does so until it sets otherwise: its walk shows the steps of the SOP.
    """
    default = [UNDANGAN] if office.is_contoh else []
    return kind in profile_of(office).penanda_tangan.get(LANGSUNG, default)


def choose_signer(
    office: Office, kind: str, day: date, receivers: Sequence[Person], leader: Person | None
) -> Choice | Refused:
    """Who signs a paper of a kind on a day.

    By the setting: who holds the first post of it that somebody holds. Without one: ``leader``,
    unless somebody of higher rank is among those who get it; then the highest of them.
    """
    rules = rules_of(profile_of(office), kind)
    if rules:
        return _by_setting(office, kind, day, rules)
    people = [one for one in (leader, *receivers) if one is not None]
    if not people:
        return Refused("tanpa_penanda", "Belum ada yang dapat menandatangani surat ini.")
    highest = max(people, key=lambda one: rank_of(one.pangkat))
    if leader is not None and rank_of(leader.pangkat) >= rank_of(highest.pangkat):
        highest = leader
    return Choice(highest, Capacity())


def may_sign(person: Person, penanda: Person, capacity: Capacity, day: date) -> bool:
    """Whether somebody may sign what was meant for ``penanda``: himself, or who holds the post now.

    Without a post in the setting it is the person who was chosen.
    """
    if not capacity.peran:
        return person == penanda
    return any(is_post(post, capacity.peran) for post in _posts(person.office_id, day, person))


def capacity_of(kapasitas: dict[str, str]) -> Capacity:
    return Capacity(**kapasitas)


def as_json(capacity: Capacity) -> dict[str, str]:
    return asdict(capacity)


def by_rank(people: Sequence[Person]) -> list[Person]:
    """The highest first; equals as they stood."""
    return sorted(people, key=lambda one: rank_of(one.pangkat), reverse=True)


def _by_setting(
    office: Office, kind: str, day: date, rules: Sequence[Capacity]
) -> Choice | Refused:
    for rule in rules:
        posts = [post for post in _posts(office.pk, day) if is_post(post, rule.peran)]
        posts.sort(key=lambda post: post.jenis != "definitif")
        if posts:
            return Choice(posts[0].person, rule)
    names = ", ".join(rule.peran for rule in rules)
    return Refused(
        "tanpa_penanda",
        f"Tidak seorang pun memegang jabatan yang menandatangani {KINDS[kind].lower()} "
        f"({names}). Betulkan penanda tangannya pada Kantor, Naskah dinas.",
    )


def _posts(office_id: int, day: date, person: Person | None = None) -> list[Appointment]:
    rows = Appointment.objects.filter(
        Appointment.held_on(day), office_id=office_id, person__is_active=True
    )
    rows = rows.filter(person=person) if person else rows
    return list(rows.select_related("person__office").order_by("pk"))
