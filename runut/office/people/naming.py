"""How papers name an office and its people: the letterhead, the post somebody holds on a day."""

from collections.abc import Iterable, Sequence
from datetime import date

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Letterhead
from runut.office.people.models import Appointment, Office, Person


def letterhead(office: Office) -> Letterhead:
    return Letterhead(tuple(office.kop), office.alamat)


def pejabat(person: Person, day: date, roles: Sequence[str] = ()) -> Pejabat:
    """A person as papers name him, in the post he holds on that day."""
    posts = posts_on(person.office_id, [person], day).get(person.pk, [])
    return Pejabat(jabatan_in(posts, roles), person.nama, person.pangkat, person.nip)


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
    fitting = [post for post in posts if post.peran in tuple(roles)] or posts
    if not fitting:
        return ""
    post = fitting[0]
    return post.jabatan if post.jenis == "definitif" else f"{post.jenis.title()}. {post.jabatan}"
