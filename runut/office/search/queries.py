"""What is found for some words: in one question to the database for each kind of thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Model, Q, QuerySet
from django.urls import reverse

from runut.office.cases.models import Document
from runut.office.cases.queries import visible_cases
from runut.office.people.models import Appointment, Person
from runut.office.people.naming import jabatan_in
from runut.office.sops.models import SopVersion
from runut.office.works.rapat.models import Meeting, Resolution

SHORTEST, LONGEST, MOST_WORDS = 2, 100, 6
MOST_OF_A_KIND = 10
AROUND = 60
"""Characters shown on either side of the words that were found."""


@dataclass(frozen=True)
class Found:
    """A thing that was found: its name, where it leads, and where in it the words stand."""

    title: str
    url: str
    about: str
    where: str


@dataclass(frozen=True)
class Group:
    """What was found of a kind. ``has_more``: more than are shown."""

    title: str
    found: tuple[Found, ...]
    has_more: bool


Field = tuple[str, str]
"""A column, through keys where it stands in another table, and what people call it."""


def words_of(text: str) -> list[str]:
    """The words that are looked for: all of them have to be there, in whatever order."""
    return text[:LONGEST].split()[:MOST_WORDS]


def find(person: Person, words: Sequence[str], day: date) -> list[Group]:
    """All that the person may see and that holds all the words, at most ten of a kind."""
    seen = visible_cases(person)
    in_cases = seen.order_by().values("pk")
    papers = Document.objects.filter(office_id=person.office_id, case__in=in_cases)
    meetings = Meeting.objects.filter(office_id=person.office_id, case__in=in_cases)
    decisions = Resolution.objects.filter(
        office_id=person.office_id, meeting__in=meetings.values("pk")
    )
    groups = [
        _group(
            "Pelaksanaan", seen.defer("snapshot").select_related("sop_version__sop"), words, _CASE
        ),
        _group("Naskah", papers.select_related("case").order_by("-pk"), words, _PAPER),
        _group("Rapat", meetings.select_related("case", "office").order_by("-pk"), words, _MEETING),
        _group(
            "Keputusan rapat",
            decisions.select_related("meeting__case").order_by("-pk"),
            words,
            _TOLD,
        ),
        _group("SOP", _sops(person), words, _SOP),
        _people(person, words, day),
    ]
    return [group for group in groups if group.found]


_CASE: tuple[Field, ...] = (("judul", "nama"), ("sop_version__sop__judul", "SOP"))
_PAPER: tuple[Field, ...] = (
    ("nama", "nama naskah"),
    ("nomor", "nomor"),
    ("kode", "kode"),
    ("case__judul", "pelaksanaan"),
)
_MEETING: tuple[Field, ...] = (
    ("acara", "acara"),
    ("tempat", "tempat"),
    ("nomor", "nomor undangan"),
    ("notula_nomor", "nomor notula"),
    ("pembahasan", "pembahasan"),
    ("catatan", "catatan"),
)
_TOLD: tuple[Field, ...] = (("isi", "keputusan"), ("tindak_lanjut", "tindak lanjut"))
_SOP: tuple[Field, ...] = (("sop__judul", "judul"), ("teks", "isi SOP"))


def _group(
    title: str, rows: QuerySet[Model], words: Sequence[str], fields: Sequence[Field]
) -> Group:
    for word in words:
        said = Q()
        for name, _ in fields:
            said |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(said)
    found = list(rows[: MOST_OF_A_KIND + 1])
    shown = tuple(_found(row, words, fields) for row in found[:MOST_OF_A_KIND])
    return Group(title, shown, len(found) > MOST_OF_A_KIND)


def _sops(person: Person) -> QuerySet[SopVersion]:
    rows = SopVersion.objects.filter(office_id=person.office_id)
    return rows.select_related("sop").order_by("-pk")


def _people(person: Person, words: Sequence[str], day: date) -> Group:
    held = Appointment.objects.filter(Appointment.held_on(day), office_id=person.office_id)
    rows = Person.objects.filter(office_id=person.office_id, is_active=True)
    for word in words:
        in_post = held.filter(jabatan__icontains=word).values("person")
        rows = rows.filter(Q(nama__icontains=word) | Q(pk__in=in_post))
    found = list(rows.order_by("nama", "pk")[: MOST_OF_A_KIND + 1])
    posts: dict[int, list[Appointment]] = {}
    for post in held.filter(person__in=found[:MOST_OF_A_KIND]).order_by("pk"):
        posts.setdefault(post.person_id, []).append(post)
    shown = []
    for one in found[:MOST_OF_A_KIND]:
        jabatan = jabatan_in(posts.get(one.pk, []))
        where = _where([("nama", one.nama), ("jabatan", jabatan)], words)
        shown.append(Found(one.nama, "", jabatan, where))
    return Group("Pegawai", tuple(shown), len(found) > MOST_OF_A_KIND)


def _found(row: Model, words: Sequence[str], fields: Sequence[Field]) -> Found:
    texts = [(label, _value(row, name)) for name, label in fields]
    title, url, about = _shown(row)
    return Found(title, url, about, _where(texts, words))


def _shown(row: Model) -> tuple[str, str, str]:
    """Name, address and surroundings of a thing."""
    match row:
        case Document():
            title = f"{row.nama}, versi {row.versi}" if row.versi > 1 else row.nama
            return title, reverse("naskah", args=(row.pk,)), row.case.judul
        case Meeting():
            return row.acara, reverse("kasus", args=(row.case_id,)), f"{row.hari} · {row.tempat}"
        case Resolution():
            url = reverse("kasus", args=(row.meeting.case_id,))
            return f"Keputusan {row.urutan}: {row.meeting.acara}", url, row.get_status_display()
        case SopVersion():
            state = f"revisi {row.revisi} · {row.get_status_display()}"
            return row.sop.judul, reverse("sop_lihat", args=(row.pk,)), state
    judul = str(_value(row, "judul"))
    return judul, reverse("kasus", args=(row.pk,)), str(_value(row, "status")).capitalize()


def _value(row: object, path: str) -> str:
    for name in path.split("__"):
        row = getattr(row, name)
    return str(row)


def _where(texts: Sequence[tuple[str, str]], words: Sequence[str]) -> str:
    """Which of the texts hold the words, each with what stands around the first of them."""
    places = []
    for label, text in texts:
        plain = " ".join(text.split())
        at = min(
            (n for n in (plain.lower().find(one.lower()) for one in words) if n >= 0), default=-1
        )
        if at >= 0:
            begin, end = max(0, at - AROUND), at + AROUND
            piece = plain[begin:end]
            before, after = "… " if begin else "", " …" if end < len(plain) else ""
            places.append(f"{label}: {before}{piece}{after}")
    return "; ".join(places[:3])
