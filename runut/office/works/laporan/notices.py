"""What waits for somebody on the sections of a report, in his inbox beside his tasks: comments,
decisions of a meeting, sentences that the figures deny or that have to be explained, and the plan
of action of a report that was signed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, CharField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse

from runut.core.words.dates import format_date
from runut.office import clock
from runut.office.action_plan.models import PlannedAction
from runut.office.people.models import Person, Right
from runut.office.people.rights import rights_shown
from runut.office.reports.models import SectionClaim, SectionComment
from runut.office.works.kind import Notice
from runut.office.works.laporan.comments import shortened
from runut.office.works.rapat.models import Resolution
from runut.office.works.rapat.queries import UMUM

_MOST_TOLD = 20
_CLAIM, _COMMENT, _DECISION = "kalimat", "komentar", "keputusan"
_PLANNED, _LEFT = "rencana", "rencana tanpa orang"


@dataclass(frozen=True)
class _Waiting:
    """``beside``: who wrote a comment, until when a decision or a planned action is to be done. Of
    a planned action ``title`` is its target and ``key`` its year."""

    kind: str
    case: int
    title: str
    pk: int
    key: str
    words: str
    beside: str
    at: datetime


def notices_of(person: Person) -> list[Notice]:
    found = _waiting_for(person)
    claims = [one for one in found if one.kind == _CLAIM]
    comments = [one for one in found if one.kind == _COMMENT][:_MOST_TOLD]
    decisions = [one for one in found if one.kind == _DECISION][:_MOST_TOLD]
    planned = [one for one in found if one.kind in (_PLANNED, _LEFT)]
    planned = sorted(planned, key=lambda one: _day(one.beside) or date.max)[:_MOST_TOLD]
    today = clock.now().astimezone(person.office.zone).date()
    return [
        *(_of_planned(one, today) for one in planned),
        *_of_claims(claims, person),
        *map(_of_decision, decisions),
        *map(_of_comment, comments),
    ]


def _waiting_for(person: Person) -> list[_Waiting]:
    """All four in one question: the inbox asks much already."""
    ours = {"office_id": person.office_id, "case__status": "berjalan"}
    claims = SectionClaim.objects.filter(**ours, untuk=person, selesai_pada=None).annotate(
        kind=Value(_CLAIM), beside=Value("", TextField())
    )
    comments = SectionComment.objects.filter(**ours, untuk=person, ditutup_pada=None).annotate(
        kind=Value(_COMMENT), beside=Cast("ditulis_oleh__nama", TextField())
    )
    decisions = Resolution.objects.filter(
        office_id=person.office_id,
        pic=person,
        status=Resolution.Status.OPEN,
        meeting__case__status="berjalan",
        meeting__dibatalkan_pada=None,
        meeting__ditutup_pada__isnull=False,
    ).annotate(
        kind=Value(_DECISION),
        beside=Coalesce(Cast("tenggat", TextField()), Value("", TextField())),
        bagian=Cast("section_key", CharField(max_length=120)),
    )
    rows = claims.values_list(
        "kind", "case_id", "case__judul", "pk", "key", "pesan", "beside", "sejak"
    ).union(
        comments.values_list(
            "kind", "case_id", "case__judul", "pk", "key", "isi", "beside", "ditulis_pada"
        ),
        decisions.values_list(
            "kind", "meeting__case_id", "meeting__case__judul", "pk", "bagian", "isi", "beside",
            "meeting__ditutup_pada",
        ),
        _planned_for(person),
        all=True,
    )  # fmt: skip
    return sorted((_Waiting(*row) for row in rows), key=lambda one: (one.kind, one.pk))


def _planned_for(person: Person) -> QuerySet[PlannedAction, tuple[Any, ...]]:
    """His own, and for a keeper of the figures those whose person has left."""
    whose = Q(untuk=person)
    if Right.KINERJA in rights_shown(person):
        whose |= Q(untuk__is_active=False)
    rows = PlannedAction.objects.filter(
        whose, office_id=person.office_id, keadaan=PlannedAction.Keadaan.TERBUKA
    )
    return rows.annotate(
        kind=Case(When(untuk=person, then=Value(_PLANNED)), default=Value(_LEFT)),
        until=Coalesce(Cast("batas", TextField()), "batas_waktu"),
        year=Cast("tahun", CharField(max_length=120)),
    ).values_list("kind", "case_id", "target", "pk", "year", "rencana", "until", "case__mulai_pada")


def _of_claims(rows: Sequence[_Waiting], person: Person) -> Iterator[Notice]:
    """One line for each report with sentences of his that wait, and since when."""
    for case in dict.fromkeys(one.case for one in rows):
        mine = [one for one in rows if one.case == case]
        since = min(one.at for one in mine).astimezone(person.office.zone).date()
        yield Notice(
            f"{len(mine)} kalimat pada {mine[0].title} menunggu Saudara betulkan atau jelaskan, "
            f"sejak {format_date(since)}.",
            reverse("laporan_papan", args=(case,)) + "#klaim",
            "Baca kalimatnya",
        )


def _of_comment(one: _Waiting) -> Notice:
    return Notice(
        f"Komentar {one.beside}: “{shortened(one.words)}” ({one.title}).",
        reverse("laporan_komentar", args=(one.case, one.pk)),
        "Baca dan tutup",
    )


def _of_decision(one: _Waiting) -> Notice:
    until = f", paling lambat {format_date(date.fromisoformat(one.beside))}" if one.beside else ""
    return Notice(
        f"Keputusan rapat untuk Saudara{until}: “{shortened(one.words)}” ({one.title}).",
        reverse("laporan_papan", args=(one.case,))
        if one.key == UMUM[0]
        else reverse("laporan_bagian", args=(one.case, one.key)),
        "Buka laporannya" if one.key == UMUM[0] else "Buka bagiannya",
    )


def _of_planned(one: _Waiting, today: date) -> Notice:
    day, plan = _day(one.beside), shortened(one.words.rstrip(". "))
    said = f", batas {one.beside}" if one.beside else ""
    until = f", paling lambat {format_date(day)}" if day else said
    target = f", target {shortened(one.title.rstrip('. '))}" if one.title else ""
    late = "Terlambat. " if day and day < today else ""
    left = " Yang bertanggung jawab tidak aktif lagi." if one.kind == _LEFT else ""
    return Notice(
        f"{late}Rencana aksi {one.key}: “{plan}”{until}{target}.{left}",
        reverse("rencana_aksi_satu", args=(one.pk,)),
        "Serahkan" if one.kind == _LEFT else "Jawab",
    )


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
