"""What the pages and papers of a meeting read."""

from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from runut.core.case.model import CaseStatus, StepStatus
from runut.office.cases.acting import OpenCase, load
from runut.office.cases.models import Case, Document
from runut.office.letters.queries import letter_about
from runut.office.people.models import Person
from runut.office.reports.register import report_of
from runut.office.works.kind import Notice
from runut.office.works.rapat.kinds import BAHAS
from runut.office.works.rapat.models import Invitee, Meeting, Resolution, SignOff
from runut.office.works.rapat.occasions import occasion_of

UMUM = ("umum", "Umum (seluruh naskah)")
"""The choice for a decision that belongs to no single section."""


def invitees_of(meeting: Meeting) -> list[Invitee]:
    """Everybody called, in the order of the list."""
    return list(
        meeting.invitees.filter(office_id=meeting.office_id)
        .select_related("person", "noted_by")
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


def invitation_of(meeting: Meeting) -> Document | None:
    """The letter that calls to a meeting, as it was drawn last."""
    letter = letter_about(meeting.office_id, meeting.case_id, f"rapat:{meeting.pk}")
    return letter.document if letter else invitation_numbered(meeting, meeting.nomor)


def invitation_numbered(meeting: Meeting, nomor: str) -> Document | None:
    """The letter with this number, as it was drawn last."""
    letters = Document.objects.filter(
        office_id=meeting.office_id, case_id=meeting.case_id, jenis="undangan", nomor=nomor
    )
    return letters.order_by("-versi").first() if nomor else None


def sections_of(case: Case) -> tuple[tuple[str, str], ...]:
    """What a decision can be about: every section of the report, and the whole of it."""
    kind = report_of(case)
    sections = kind.sections(case) if kind else ()
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
    """The decisions of all meetings of a case, the first meeting's first."""
    return (
        Resolution.objects.filter(office_id=case.row.office_id, meeting__case=case.row)
        .select_related("meeting__office", "pic", "closed_by")
        .order_by("meeting", "urutan")
    )


_MOST_TOLD: Final = 20


def is_note_taker(case: OpenCase, no: str, meeting: Meeting | None, person: Person) -> bool:
    """Whether the person takes the minutes of this step, which is open now."""
    return (
        meeting is not None
        and meeting.notulis_id == person.pk
        and case.state.status is CaseStatus.BERJALAN
        and case.state.step(no).status is StepStatus.TERBUKA
    )


def notices_of(person: Person) -> list[Notice]:
    """What a meeting waits for that lies in no inbox as a step."""
    is_led = Q(pimpinan=person) | Q(pimpinan=None, case__mulai_oleh=person)
    signed = SignOff.objects.filter(meeting=OuterRef("pk"))
    to_confirm = (
        is_led
        & Q(case__status__in=("berjalan", "selesai"))
        & Exists(signed.filter(role=SignOff.Role.NOTULIS))
        & ~Exists(signed.filter(role=SignOff.Role.PIMPINAN))
    )
    to_write = Q(notulis=person, ditutup_pada=None, case__status="berjalan")
    meetings = (
        Meeting.objects.filter(
            Q(to_confirm) | to_write, office_id=person.office_id, dibatalkan_pada=None
        )
        .annotate(waits_for_leader=Q(to_confirm), waits_for_writer=to_write)
        .select_related("case")
        .order_by("mulai", "pk")
    )
    rows = list(meetings[:_MOST_TOLD])
    writing = [words for one in rows if one.waits_for_writer for words in _to_write(one)]
    return [*writing, *(w for one in rows if one.waits_for_leader for w in _to_confirm(one))]


def _to_confirm(meeting: Meeting) -> list[Notice]:
    """A meeting that the person leads, whose minutes the note-taker says are right."""
    return [
        Notice(
            f"Notula menunggu pernyataan Saudara: {meeting.acara} ({meeting.case.judul}).",
            reverse("rapat_nyatakan", args=(meeting.case_id, no)),
            "Baca dan nyatakan",
        )
        for no in _discussed_in(meeting)
    ]


def _to_write(meeting: Meeting) -> list[Notice]:
    """Where the person was told to take the minutes: the step lies in others' inboxes."""
    return [
        Notice(
            f"Saudara ditunjuk sebagai notulis: {meeting.acara} ({meeting.case.judul}).",
            reverse("rapat_notulensi", args=(meeting.case_id, no)),
            "Tulis notula",
        )
        for no in _open_discussions(load(meeting.case_id, meeting.office_id), meeting)
    ]


def _discussed_in(meeting: Meeting) -> list[str]:
    definition = load(meeting.case_id, meeting.office_id).definition
    discussed = [step.no for step in definition.steps if step.work == BAHAS.name]
    return [no for no in discussed if occasion_of(definition, no) == meeting.occasion][:1]


def _open_discussions(case: OpenCase, meeting: Meeting) -> list[str]:
    steps = [case.definition.step(no) for no in case.state.open_steps]
    return [
        step.no
        for step in steps
        if step
        and step.work == BAHAS.name
        and occasion_of(case.definition, step.no) == meeting.occasion
    ]
