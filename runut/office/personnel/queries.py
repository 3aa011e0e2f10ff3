"""What the pages of the register read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q
from django.http import Http404

from runut.core.words.dates import format_date
from runut.office.people.models import Appointment, Office, Person, Right, Unit
from runut.office.people.naming import posts_on
from runut.office.personnel.models import LoginCode

KINDS = {"definitif": "", "plt": "Plt.", "plh": "Plh.", "pj": "Pj."}


@dataclass
class Listed:
    """A row of the register."""

    person: Person
    posts: list[Appointment] = field(default_factory=list)
    access: str = ""
    """"", or why the person cannot come in."""

    @property
    def jabatan(self) -> list[str]:
        return list(dict.fromkeys(post_words(post) for post in self.posts))

    @property
    def roles(self) -> str:
        return ", ".join(dict.fromkeys(post.peran for post in self.posts if post.peran))


def post_words(post: Appointment) -> str:
    kind = KINDS.get(post.jenis, post.jenis.title())
    return f"{kind} {post.jabatan}".strip()


@dataclass(frozen=True)
class Held:
    """A post in the history of a person."""

    row: Appointment
    is_now: bool

    @property
    def words(self) -> str:
        return post_words(self.row)

    @property
    def since(self) -> str:
        start = format_date(self.row.mulai)
        if self.row.selesai is None:
            return f"sejak {start}"
        return f"{start} s.d. {format_date(self.row.selesai)}"

    @property
    def is_definitive(self) -> bool:
        return self.row.jenis == "definitif"


def register_of(
    office_id: int, now: datetime, *, words: str = "", unit: int | None = None, gone: bool = False
) -> list[Listed]:
    """The people of the office whose name, NIP, post or login name has ``words``."""
    day = now.date()
    people = Person.objects.filter(office_id=office_id, is_active=not gone)
    if words:
        digits = "".join(words.split())
        # a spaced NIP is still a NIP; any other words are searched as they are
        nip = digits if digits.isdigit() else words
        people = people.filter(
            Q(nama__icontains=words)
            | Q(nip__contains=nip)
            | Q(username__icontains=words)
            | Q(appointments__jabatan__icontains=words)
            | Q(appointments__peran__iexact=words)
        )
    if unit is not None:
        people = people.filter(
            Appointment.held_on(day, "appointments__"), appointments__unit_id=unit
        )
    found = list(people.distinct().order_by("nama", "pk"))
    posts = posts_on(office_id, found, day)
    with_code = _with_code(office_id, now)
    return [Listed(one, posts.get(one.pk, []), _access(one, with_code)) for one in found]


def _with_code(office_id: int, now: datetime) -> set[int]:
    codes = LoginCode.objects.filter(
        office_id=office_id, ditutup_pada__isnull=True, berlaku_sampai__gt=now
    )
    return set(codes.values_list("person_id", flat=True))


def _access(person: Person, with_code: set[int]) -> str:
    if not person.is_active:
        return "nonaktif"
    if person.pk in with_code:
        return "kode sudah dibuat"
    if not person.has_usable_password():
        return "belum dapat masuk"
    return "" if person.last_login else "belum pernah masuk"


def locked_out(office_id: int, now: datetime) -> list[Person]:
    """Who works here and has neither a password nor a code that still counts."""
    with_code = _with_code(office_id, now)
    people = Person.objects.filter(office_id=office_id, is_active=True).order_by("nama")
    return [one for one in people if not one.has_usable_password() and one.pk not in with_code]


def person_in(office_id: int, person_id: int) -> Person:
    """A person of the office; to everybody else he does not exist (Http404)."""
    found = Person.objects.filter(office_id=office_id, pk=person_id).first()
    if found is None:
        raise Http404
    return found


def history_of_posts(person: Person, day: date) -> list[Held]:
    """All posts of a person, those of today first, then the latest."""
    rows = Appointment.objects.filter(office_id=person.office_id, person=person)
    held = [
        Held(row, row.mulai <= day and (row.selesai is None or row.selesai >= day))
        for row in rows.select_related("unit").order_by("-mulai", "pk")
    ]
    return sorted(held, key=lambda one: not one.is_now)


def units_of(office: Office) -> list[tuple[Unit, int]]:
    """The parts of the office in the order of the house, each with its depth."""
    below: dict[int | None, list[Unit]] = {}
    for unit in Unit.objects.filter(office=office).select_related("induk").order_by("nama"):
        below.setdefault(unit.induk_id, []).append(unit)

    def walk(parent: int | None, depth: int) -> list[tuple[Unit, int]]:
        return [
            pair
            for unit in below.get(parent, [])
            for pair in ((unit, depth), *walk(unit.pk, depth + 1))
        ]

    return walk(None, 0)


def jabatans_of(office_id: int) -> list[str]:
    """The posts that were ever named in the office, to choose from while typing."""
    rows = Appointment.objects.filter(office_id=office_id).order_by("jabatan")
    return list(rows.values_list("jabatan", flat=True).distinct())


@dataclass(frozen=True)
class PostInOffice:
    """A post and who holds it today; nobody where its last holder has ended."""

    jabatan: str
    unit: str
    roles: str
    holders: tuple[Person, ...]


def posts_of(office_id: int, day: date) -> list[PostInOffice]:
    """The posts of the office, by their names."""
    rows = Appointment.objects.filter(office_id=office_id, jenis="definitif")
    posts: dict[tuple[str, str], list[Appointment]] = {}
    for row in rows.select_related("unit", "person").order_by("jabatan", "-mulai", "pk"):
        posts.setdefault((row.jabatan, row.unit.nama if row.unit else ""), []).append(row)
    found = []
    for (jabatan, unit), held in posts.items():
        now = [
            one
            for one in held
            if one.mulai <= day
            and (one.selesai is None or one.selesai >= day)
            and one.person.is_active
        ]
        roles = ", ".join(dict.fromkeys(one.peran for one in now or held[:1] if one.peran))
        holders = {one.person_id: one.person for one in now}
        found.append(PostInOffice(jabatan, unit, roles, tuple(holders.values())))
    return found


def rights_table(office_id: int) -> list[tuple[Person, list[bool]]]:
    """Who may what, in the order of the rights."""
    people = Person.objects.filter(office_id=office_id, is_active=True).prefetch_related("grants")
    return [
        (one, [right in {grant.right for grant in one.grants.all()} for right in Right.values])
        for one in people.order_by("nama", "pk")
    ]


def names_of(people: Sequence[Person]) -> str:
    return ", ".join(one.nama for one in people)
