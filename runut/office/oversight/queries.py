"""What those who look on see: all cases, who holds them, what was said of them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from runut.core.case.model import CaseStatus
from runut.office.cases.models import Case
from runut.office.oversight.models import Comment
from runut.office.people.models import Person, Right
from runut.office.people.rights import may
from runut.office.works.kind import Notice


@dataclass(frozen=True)
class WatchedCase:
    """A case as those who look on see it in their list."""

    case: Case
    holders: tuple[str, ...]
    is_late: bool
    comments: int
    unanswered: int


def may_oversee(person: Person) -> bool:
    """Whether the person looks on the cases of the office by right."""
    return may(person, Right.AUDIT)


def watched_cases(person: Person, today: date) -> list[WatchedCase]:
    """Every case of the office: the running ones first, then the newest."""
    cases = Case.objects.filter(office_id=person.office_id).annotate(
        said=Count("comments", filter=Q(comments__answers=None)),
        open_said=Count("comments", filter=Q(comments__answers=None, comments__replies=None)),
    )
    rows = cases.prefetch_related("tasks__holders__person").order_by("-mulai_pada", "-pk")
    found = [_watched(case, today) for case in rows[:500]]
    return sorted(found, key=lambda one: one.case.status != CaseStatus.BERJALAN)


def comments_on(case: Case) -> QuerySet[Comment]:
    """What was said of a case, oldest first, each with its answers."""
    said = Comment.objects.filter(office_id=case.office_id, case=case, answers=None)
    return said.select_related("person").prefetch_related("replies__person").order_by("pada", "pk")


def unanswered(person: Person) -> list[Comment]:
    """Comments that wait for an answer from whoever started the case."""
    waiting = Comment.objects.filter(
        office_id=person.office_id, case__mulai_oleh=person, answers=None, replies=None
    )
    return list(waiting.exclude(person=person).select_related("case", "person").order_by("pk"))


def notices(person: Person) -> list[Notice]:
    """What stands in the inbox of whoever started a case that was commented on."""
    return [
        Notice(
            f"{one.person.nama} memberi catatan atas {one.case.judul}.",
            reverse("catatan", args=[one.case_id]),
            "Baca dan jawab",
        )
        for one in unanswered(person)
    ]


def _watched(case: Case, today: date) -> WatchedCase:
    # counted by the query
    said, open_said = getattr(case, "said", 0), getattr(case, "open_said", 0)
    names = [h.person.nama for task in case.tasks.all() for h in task.holders.all()]
    is_running = case.status == CaseStatus.BERJALAN
    is_late = bool(is_running and case.batas and case.batas < today)
    holders = tuple(dict.fromkeys(names)) if is_running else ()
    return WatchedCase(case, holders, is_late, said, open_said)
