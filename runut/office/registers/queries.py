"""The lines of a book: one year, what the reader may see, and what he looks for."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from runut.office.cases.queries import visible_cases
from runut.office.people.models import Grant, Person
from runut.office.works.rapat.books import AGENDA, NOTULA
from runut.office.works.rapat.models import Meeting, Resolution

LONGEST_SEARCH, MOST_WORDS = 100, 5


@dataclass(frozen=True)
class Register:
    """A book: its name, the columns of the meeting that number its lines, its title."""

    name: str
    field: str
    title: str


AGENDA_BOOK = Register(AGENDA, "agenda", "Buku agenda rapat")
MINUTES_BOOK = Register(NOTULA, "notula", "Register notula")
REGISTERS = {"rapat": AGENDA_BOOK, "notulensi": MINUTES_BOOK}


def sees_all(person: Person) -> bool:
    """Whether the book is whole for the person; else it holds the meetings of his own cases."""
    return Grant.objects.filter(office_id=person.office_id, person=person).exists()


def lines_of(register: Register, person: Person, tahun: int, words: str = "") -> QuerySet[Meeting]:
    """The lines of a year by their number, with what a line tells counted beside it."""
    rows = Meeting.objects.filter(
        office_id=person.office_id,
        case__in=visible_cases(person).order_by().values("pk"),
        **{f"{register.field}_tahun": tahun},
    )
    for word in words[:LONGEST_SEARCH].split()[:MOST_WORDS]:
        rows = rows.filter(_says(person.office_id, word))
    is_open = Q(resolutions__status=Resolution.Status.OPEN)
    return (
        rows.select_related("office", "case", "pimpinan", "notulis", "case__mulai_oleh")
        .annotate(
            called=Count("invitees", filter=Q(invitees__walk_in=False), distinct=True),
            came=Count("invitees", filter=Q(invitees__attended_at__isnull=False), distinct=True),
            decided=Count("resolutions", distinct=True),
            open=Count("resolutions", filter=is_open, distinct=True),
        )
        .order_by(f"{register.field}_no")
    )


def years_of(register: Register, person: Person) -> list[int]:
    """The years that have a book, the last one first."""
    rows = Meeting.objects.filter(
        office_id=person.office_id, **{f"{register.field}_tahun__isnull": False}
    )
    years = rows.order_by().values_list(f"{register.field}_tahun", flat=True).distinct()
    return sorted(years, reverse=True)


def _says(office_id: int, word: str) -> Q:
    fields = (
        "acara",
        "rangka",
        "tempat",
        "nomor",
        "notula_nomor",
        "case__judul",
        "pimpinan__nama",
        "notulis__nama",
        "resolutions__isi",
    )
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__icontains": word})
    # not by joins of its own: the counts beside the line stay those of the whole meeting
    return Q(pk__in=Meeting.objects.filter(found, office_id=office_id).values("pk"))
