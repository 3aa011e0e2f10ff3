"""How papers name an office and its people: the letterhead, the post somebody holds on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Letterhead
from runut.files.store import DocumentMissing, get
from runut.files.write.layout.emblem import emblem_of
from runut.office.people.models import Appointment, Office, OfficeProfile, Person, profile_of

TANPA_GELAR = "tanpa_gelar"
"""Under this name ``penanda_tangan`` lists the posts whose holders sign without titles, NIP, rank:
heads of a region and its secretary (Permendagri 1/2023, Pasal 44)."""


def letterhead(office: Office) -> Letterhead:
    """The kop of an office, with what it has told of itself."""
    profile = profile_of(office)
    parts = (
        f"Telepon {profile.telepon}" if profile.telepon else "",
        f"Surel {profile.surel}" if profile.surel else "",
        f"Laman {profile.laman}" if profile.laman else "",
    )
    contact = ", ".join(filter(None, parts))
    return Letterhead(tuple(office.kop), office.alamat, contact, _emblem(profile))


def _emblem(profile: OfficeProfile) -> str:
    if not profile.lambang:
        return ""
    try:
        return emblem_of(get(settings.FILES_DIR, profile.lambang))
    except DocumentMissing:
        # a paper without its lambang can still be right; ``runut verify`` names the lost file
        return ""


def full_name(person: Person) -> str:
    """The name with academic titles, as papers of assignment and correspondence carry it."""
    return person.nama


def bare_name(person: Person) -> str:
    """The name without titles."""
    return person.get_short_name()


def pejabat(person: Person, day: date, roles: Sequence[str] = ()) -> Pejabat:
    """A person as papers name him, in the post he holds on that day."""
    posts = posts_on(person.office_id, [person], day).get(person.pk, [])
    return Pejabat(jabatan_in(posts, roles), full_name(person), person.pangkat, person.nip)


@dataclass(frozen=True)
class Capacity:
    """In which post somebody signs, and for whom.

    ``peran`` is a role or the words of a post; "" is whatever he holds. ``atas_nama`` and
    ``untuk_beliau`` are the posts above him that the letter is signed for (*a.n.*, *u.b.*).
    """

    peran: str = ""
    atas_nama: str = ""
    untuk_beliau: str = ""


def signatory(person: Person, day: date, capacity: Capacity = Capacity()) -> Pejabat:
    """Who stands under a paper signed on ``day``: the post as held that day, with its prefix.

    The lines of the post follow tata naskah dinas: ``a.n.`` with the post it is signed for, then
    one's own; with ``u.b.`` the post between them.
    """
    posts = posts_on(person.office_id, [person], day).get(person.pk, [])
    own = jabatan_in(posts, (capacity.peran,) if capacity.peran else ())
    lines = [own]
    if capacity.untuk_beliau:
        lines = [f"{post_named(person.office_id, capacity.untuk_beliau, day)}", "u.b.", own]
    if capacity.atas_nama:
        lines[0] = lines[0] + ("" if capacity.untuk_beliau else ",")
        lines = [f"a.n. {post_named(person.office_id, capacity.atas_nama, day)}", *lines]
    jabatan = "\n".join(lines).removesuffix(",") + ("," if own else "")
    if _signs_bare(person.office, posts):
        return Pejabat(jabatan, bare_name(person))
    return Pejabat(jabatan, full_name(person), person.pangkat, person.nip)


def post_named(office_id: int, name: str, day: date) -> str:
    """The full words of a post that a setting calls by its role or by its words."""
    posts = Appointment.objects.filter(Appointment.held_on(day), office_id=office_id).order_by("pk")
    found = [post for post in posts if is_post(post, name)]
    found.sort(key=lambda post: post.jenis != "definitif")
    return found[0].jabatan if found else name


def is_post(post: Appointment, name: str) -> bool:
    """Whether ``name`` calls this post, by its role or by its words."""
    wanted = name.strip().casefold()
    return wanted in (post.peran.casefold(), post.jabatan.casefold())


def _signs_bare(office: Office, posts: Sequence[Appointment]) -> bool:
    names = profile_of(office).penanda_tangan.get(TANPA_GELAR, ())
    return any(is_post(post, name) for post in posts for name in names)


def posts_on(office_id: int, people: Iterable[Person], day: date) -> dict[int, list[Appointment]]:
    """The posts that each of ``people`` holds on ``day``, under the person's key."""
    rows = Appointment.objects.filter(
        Appointment.held_on(day), office_id=office_id, person__in=list(people)
    ).order_by("pk")
    posts: dict[int, list[Appointment]] = {}
    for row in rows:
        posts.setdefault(row.person_id, []).append(row)
    return posts


def jabatan_in(posts: list[Appointment], roles: Iterable[str] = ()) -> str:
    """The post to print: the one for one of ``roles``, else the first; Plt and Plh are said."""
    names = tuple(role for role in roles if role)
    fitting = [post for post in posts if any(is_post(post, name) for name in names)] or posts
    if not fitting:
        return ""
    post = fitting[0]
    return post.jabatan if post.jenis == "definitif" else f"{post.jenis.title()}. {post.jabatan}"
