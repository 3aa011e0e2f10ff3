"""Cases in which nobody can do what is to be done: said in words, with the ways out as links."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.urls import reverse

from runut.core.case.model import CaseState, CaseStatus, Definition
from runut.core.case.rights import manager_of
from runut.core.case.standstill import Standstill, Way, Why, standstills
from runut.office.cases.acting import definition_for, state_of
from runut.office.cases.models import Case
from runut.office.people.models import Person, Right, names_by_ref
from runut.office.people.rights import rights_shown


@dataclass(frozen=True)
class WayOut:
    label: str
    url: str


@dataclass(frozen=True)
class Halt:
    """Why a case stands still at a step, and what leads out of it."""

    words: str
    ways: tuple[WayOut, ...]


@dataclass(frozen=True)
class Halted:
    """A case that stands still. ``manager`` is whom to ask who may not mend it himself."""

    case: Case
    halts: tuple[Halt, ...]
    manager: str


def halted(cases: Iterable[Case], office_id: int, now: datetime) -> dict[int, Halted]:
    """Those of ``cases`` that stand still, by their keys."""
    running = [case for case in cases if case.status == CaseStatus.BERJALAN]
    if not running:
        return {}
    people = list(Person.objects.filter(office_id=office_id).only("nama", "is_active"))
    names = names_by_ref(people)
    gone = frozenset(person.ref for person in people if not person.is_active)
    found = {}
    for case in running:
        state = state_of(case)
        definition = definition_for(case.sop_version, state.works)
        halts = halts_of(case.pk, definition, state, now, names=names, gone=gone)
        if halts:
            found[case.pk] = Halted(case, halts, names.get(manager_of(state), ""))
    return found


def halts_of(
    case_id: int,
    definition: Definition,
    state: CaseState,
    now: datetime,
    *,
    names: dict[str, str],
    gone: frozenset[str],
) -> tuple[Halt, ...]:
    """Where a case stands still, in words."""
    actors = list(state.roles)
    return tuple(
        Halt(
            _words(one, definition, state, names),
            tuple(_way_out(way, one, case_id, actors) for way in one.ways),
        )
        for one in standstills(definition, state, now, gone)
    )


def standing_still_for(person: Person, now: datetime) -> list[Halted]:
    """The cases that stand still and are this person's to mend: those that he manages, or all of
    the office where he keeps it."""
    cases = Case.objects.filter(office_id=person.office_id, status=CaseStatus.BERJALAN)
    if Right.KANTOR not in rights_shown(person):
        cases = cases.filter(Q(pengelola=person) | Q(pengelola=None, mulai_oleh=person))
    cases = with_definitions(cases.order_by("pk"))
    return list(halted(cases, person.office_id, now.astimezone(person.office.zone)).values())


def with_definitions(cases: QuerySet[Case]) -> QuerySet[Case]:
    """With what is read of their SOPs, and without what is not."""
    return cases.select_related("sop_version").defer("sop_version__teks", "sop_version__halaman")


def _words(one: Standstill, definition: Definition, state: CaseState, names: dict[str, str]) -> str:
    people = ", ".join(names.get(ref, "") for ref in one.people)
    who = (
        f"{people}, satu-satunya pemegang peran itu,"
        if len(one.people) == 1
        else f"semua pemegang peran itu ({people})"
    )
    if one.why is Why.KARYA_SENDIRI:
        return (
            f"Langkah {one.no} menunggu {one.actor}, tetapi {who} ikut menyusun naskah yang "
            "diperiksa, sehingga tidak dapat memeriksanya."
        )
    if one.why is Why.TIDAK_AKTIF:
        return f"Langkah {one.no} menunggu {one.actor}, tetapi {who} tidak lagi bekerja di sini."
    if one.why is Why.DITUGASKAN:
        assignee = names.get(state.step(one.no).assignee, "")
        return f"Langkah {one.no} ditugaskan kepada {assignee}, yang tidak lagi bekerja di sini."
    if one.why is Why.PENGGANTI_TIDAK_AKTIF:
        return f"Langkah {one.no} dialihkan kepada pengganti yang tidak lagi bekerja di sini."
    if one.why is Why.DI_DEPAN:
        return (
            f"Langkah {one.no} dapat dikerjakan tetapi tidak dapat diteruskan: langkah {one.check} "
            f"oleh {one.actor} memeriksa hasilnya, dan {who} ikut menyusunnya."
        )
    return "Tidak ada langkah yang terbuka."


def _way_out(way: Way, one: Standstill, case_id: int, actors: list[str]) -> WayOut:
    if way is Way.TAMBAH:
        url = reverse("kasus_kelola_peran", args=[case_id, actors.index(one.actor) + 1])
        return WayOut(f"Tambahkan pemegang peran {one.actor}", url)
    if way is Way.ALIHKAN:
        return WayOut(
            f"Alihkan langkah {one.no}", reverse("kasus_kelola_langkah", args=[case_id, one.no])
        )
    if way is Way.PENGGANTI:
        return WayOut("Tunjuk pengganti lain", reverse("kantor_pengganti"))
    return WayOut("Batalkan pelaksanaan", reverse("kasus_kelola_ubah", args=[case_id, "batal"]))
