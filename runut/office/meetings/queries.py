"""What the pages and papers of a meeting read."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from runut.core.case.model import CaseStatus, Step, StepStatus
from runut.core.report.sections import editable_sections
from runut.core.sop.work import Work
from runut.office.cases.acting import OpenCase, load
from runut.office.cases.models import Case, Document
from runut.office.meetings.models import Invitee, Meeting, Resolution
from runut.office.people.models import Appointment, Person
from runut.office.reports.actions import data_for

UMUM = ("umum", "Umum (seluruh naskah)")
"""The choice for a decision that belongs to no single section."""


def meeting_of(case: OpenCase) -> Meeting | None:
    """The meeting of a case, or None as long as nobody called one."""
    return (
        Meeting.objects.filter(office_id=case.row.office_id, case=case.row)
        .select_related("office", "pimpinan", "notulis")
        .first()
    )


def invitees_of(meeting: Meeting) -> list[Invitee]:
    """Everybody called, in the order of the list."""
    return list(
        meeting.invitees.filter(office_id=meeting.office_id)
        .select_related("person")
        .order_by("urutan")
    )


def meeting_behind(token: str) -> Meeting | None:
    """The meeting that an address of the check-in belongs to, its own or that of an invitee."""
    known = Q(token=token) | Q(invitees__token=token)
    rows = Meeting.objects.filter(known).select_related("office", "case").distinct()
    return rows.first() if token else None


def invitees_behind(token: str, meeting: Meeting) -> list[Invitee]:
    """Who can check in at an address: one at his own, everybody at that of the meeting."""
    everybody = invitees_of(meeting)
    return everybody if meeting.token == token else [o for o in everybody if o.token == token]


def people_of(case: OpenCase) -> dict[str, Person]:
    """Everybody with a role in the case, under his reference, in the order of the SOP's columns."""
    refs = dict.fromkeys(ref for people in case.state.roles.values() for ref in people)
    rows = Person.objects.filter(office_id=case.row.office_id, pk__in=[int(ref) for ref in refs])
    found = {person.ref: person for person in rows}
    return {ref: found[ref] for ref in refs if ref in found}


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


def next_steps(case: OpenCase, no: str) -> list[Step]:
    """The steps that follow directly on ``no``."""
    step = case.definition.step(no)
    found = (case.definition.step(way.ke) for way in (step.exits if step else ()))
    return [following for following in found if following]


def receivers(case: OpenCase, no: str) -> dict[str, Person]:
    """To whom a step can hand on the work: the holders of the leading role of what follows."""
    roles = [step.actors[0] for step in next_steps(case, no) if step.actors]
    refs = dict.fromkeys(ref for role in roles for ref in case.state.roles.get(role, ()))
    people = people_of(case)
    return {ref: people[ref] for ref in refs if ref in people} or people


def latest_document(case: OpenCase, jenis: str) -> Document | None:
    """The newest document of a kind in a case."""
    return (
        Document.objects.filter(office_id=case.row.office_id, case=case.row, jenis=jenis)
        .order_by("-versi")
        .first()
    )


def invitation_numbered(meeting: Meeting, nomor: str) -> Document | None:
    """The letter with this number, as it was drawn last."""
    letters = Document.objects.filter(
        office_id=meeting.office_id, case_id=meeting.case_id, jenis="undangan", nomor=nomor
    )
    return letters.order_by("-versi").first() if nomor else None


def sections_of(case: Case) -> tuple[tuple[str, str], ...]:
    """What a decision can be about: every section of the report, and the whole of it.

    Without the figures of the year the sections are not known yet; then it is the whole.
    """
    data = data_for(case)
    sections = editable_sections(data) if data else ()
    return (UMUM, *((one.key, f"{one.bab} · {one.title}") for one in sections))


def resolutions_of(meeting: Meeting) -> QuerySet[Resolution]:
    """The decisions of a meeting, in their order."""
    return (
        Resolution.objects.filter(office_id=meeting.office_id, meeting=meeting)
        .select_related("meeting__office", "pic", "closed_by")
        .order_by("urutan")
    )


def open_resolutions(case: OpenCase) -> QuerySet[Resolution]:
    """The decisions that still wait for work or for a reason not to do it."""
    return all_resolutions(case).filter(status=Resolution.Status.OPEN)


def all_resolutions(case: OpenCase) -> QuerySet[Resolution]:
    """The decisions of the meeting of a case; none where it held no meeting."""
    return (
        Resolution.objects.filter(office_id=case.row.office_id, meeting__case=case.row)
        .select_related("meeting__office", "pic", "closed_by")
        .order_by("urutan")
    )


def is_note_taker(case: OpenCase, no: str, meeting: Meeting | None, person: Person) -> bool:
    """Whether the person takes the minutes of this step, which is open now."""
    return (
        meeting is not None
        and meeting.notulis_id == person.pk
        and case.state.status is CaseStatus.BERJALAN
        and case.state.step(no).status is StepStatus.TERBUKA
    )


def minutes_to_write(person: Person) -> list[tuple[Case, str]]:
    """The cases, and the step of each, in which the person was told to take the minutes.

    The step is not in his inbox, because others complete it.
    """
    meetings = Meeting.objects.filter(
        office_id=person.office_id, notulis=person, ditutup_pada=None, case__status="berjalan"
    ).order_by("mulai", "pk")
    cases = [load(pk, person.office_id) for pk in meetings.values_list("case_id", flat=True)]
    return [(case.row, no) for case in cases for no in _open_discussions(case)]


def _open_discussions(case: OpenCase) -> list[str]:
    steps = [case.definition.step(no) for no in case.state.open_steps]
    return [step.no for step in steps if step and step.work == Work.BAHAS]
