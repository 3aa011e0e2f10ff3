"""The screen of a running case: its SOP form, alive."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from runut.core.calendar.standard_time import roughly, words_of
from runut.core.calendar.working_time import minutes_between
from runut.core.case.explain import may_act, progress
from runut.core.case.inner import refuse_before_turn, to_confirm
from runut.core.case.model import CaseStatus, Step, StepStatus
from runut.core.case.plan import Plan, plan_of
from runut.core.words.dates import format_clock, format_date
from runut.office.cases.acting import OpenCase, case_subject, sop_of
from runut.office.cases.held_by import held_by
from runut.office.cases.models import Document
from runut.office.cases.queries import documents_of
from runut.office.cases.standing import due_words, remedy_of_case, standing_of_case
from runut.office.people.calendars import calendar_of
from runut.office.people.models import Person, names_by_ref
from runut.office.trust.models import Entry
from runut.office.web.case_tiles import Return, steps_of_case
from runut.office.web.sop_form import Fact, FormView, Link, RowDetail, running_form


def form_view(case: OpenCase, person: Person, now: datetime) -> FormView:
    """The live form of ``case`` as ``person`` sees it: the button stands where he may act."""
    now = now.astimezone(case.row.office.zone)
    sop = sop_of(case.row.sop_version)
    people = list(Person.objects.filter(office_id=case.row.office_id))
    looking = _Looking(
        person,
        now,
        names_by_ref(people),
        _documents_by_step(case),
    )
    details = {step.no: _detail(case, step, looking) for step in case.definition.steps}
    return running_form(
        sop,
        steps_of_case(sop, case.definition, case.state, _returns(case)),
        details,
        title=case.row.judul,
        lead=_lead(case),
        facts=_facts(case, now, {one.ref: one.get_short_name() for one in people if one.is_active}),
    )


@dataclass(frozen=True)
class _Looking:
    """Who looks at the form, when, and what is read once for all its rows."""

    person: Person
    now: datetime
    names: dict[str, str]
    documents: dict[str, list[Document]]


def _detail(case: OpenCase, step: Step, looking: _Looking) -> RowDetail:
    state = case.state.step(step.no)
    real = _real_minutes(case, step.no, looking.now)
    refused = may_act(case.definition, case.state, step.no, looking.person.ref, looking.now)
    url = reverse("langkah", args=[case.row.pk, step.no])
    return RowDetail(
        who_when=_who_when(case, step.no, looking.names),
        waktu_nyata=words_of(real) if real is not None else "",
        is_over=bool(real is not None and step.waktu_menit and real > step.waktu_menit),
        documents=tuple(map(_link, looking.documents.get(step.no, []))),
        notes=state.notes if state.status is StepStatus.TERBUKA else "",
        action=None if refused else Link("Kerjakan", url),
    )


def _link(document: Document) -> Link:
    name = f"{document.nama} v{document.versi}" if document.versi > 1 else document.nama
    return Link(name, reverse("naskah", args=[document.pk]))


def _real_minutes(case: OpenCase, no: str, now: datetime) -> int | None:
    """Working minutes from the opening of a step to its end, or to now while it is open."""
    state = case.state.step(no)
    if state.opened_at is None:
        return None
    zone = case.row.office.zone
    end = state.done_at.astimezone(zone) if state.done_at else now
    return minutes_between(calendar_of(case.row.office), state.opened_at.astimezone(zone), end)


def _who_when(case: OpenCase, no: str, names: dict[str, str]) -> str:
    state, zone = case.state.step(no), case.row.office.zone
    if state.done_at is not None:
        done = state.done_at.astimezone(zone)
        who = names.get(state.done_by, "")
        if state.on_behalf_of:
            who = f"{who}, untuk {names.get(state.on_behalf_of, '')}"
        return f"{who}, {_moment(done)}"
    if state.status is StepStatus.TERBUKA and state.opened_at is not None:
        opened = state.opened_at.astimezone(zone)
        return f"sejak {_moment(opened)}{_awaited(case, no)}"
    return ""


def _awaited(case: OpenCase, no: str) -> str:
    """Which of several actors of an open row is due now, in words."""
    step, state = case.definition.step(no), case.state
    if step is None or not step.inner:
        return ""
    left = [a for a in to_confirm(step, state) if a not in state.step(no).confirmed]
    due = [a for a in left if not refuse_before_turn(step, state, a)]
    return f"; giliran {' dan '.join(due or step.actors[:1])}"


def _moment(at: datetime) -> str:
    """A moment whose day no line tears apart: "12 Januari 2026, 08.00"; its hour may stand under
    it where a column of the form is narrow."""
    day = format_date(at.date()).replace(" ", "\N{NO-BREAK SPACE}")
    return f"{day}, {format_clock(at, '').strip()}"


def _documents_by_step(case: OpenCase) -> dict[str, list[Document]]:
    """The newest document of each kind, by the step that left it."""
    found: dict[tuple[str, str], Document] = {}
    for document in documents_of(case):
        found[(document.no, document.jenis)] = document
    by_step: dict[str, list[Document]] = {}
    for (no, _), document in found.items():
        by_step.setdefault(no, []).append(document)
    return by_step


def _returns(case: OpenCase) -> set[Return]:
    lines = Entry.objects.filter(
        office_id=case.row.office_id,
        subject=case_subject(case.row.pk),
        kind="kasus.langkah_dikembalikan",
    ).values_list("payload", flat=True)
    return {(fact["no"], fact["to"]) for fact in map(json.loads, lines)}


def _lead(case: OpenCase) -> str:
    version = case.row.sop_version
    parts = [case.row.office.nama, f"SOP revisi {version.revisi}"]
    if version.diadopsi_pada:
        adopted = version.diadopsi_pada.astimezone(case.row.office.zone)
        parts.append(f"diadopsi {format_date(adopted.date())}")
    return " · ".join(parts)


def _facts(case: OpenCase, now: datetime, present: Mapping[str, str]) -> list[Fact]:
    """``present``: who works here, and what he is called for short."""
    done = progress(case.definition, case.state)
    rounds = f"· putaran {done.rounds}" if done.rounds > 1 else ""
    facts = [_holder(case, now, present)]
    if case.row.batas and case.row.status == CaseStatus.BERJALAN:
        plan = plan_of(
            calendar_of(case.row.office), case.definition, case.state, now, case.row.batas
        )
        facts += [_due(plan), _expected(plan), *_standing(case, now)]
    elif case.row.batas:
        facts.append(Fact("Batas penyampaian", due_words(case.row)))
    facts.append(Fact("Kemajuan", f"{done.done} dari {done.total}", f"langkah {rounds}".strip()))
    return facts


def _holder(case: OpenCase, now: datetime, present: Mapping[str, str]) -> Fact:
    if case.row.status != CaseStatus.BERJALAN:
        return Fact("Keadaan", case.row.status.capitalize(), case.state.reason, "good")
    held = held_by(case.row, case.definition, case.state, now, present)
    if not held.is_anybody:
        return Fact("Dipegang sekarang", "Tidak seorang pun", f"menunggu {held.actors}", "bad")
    words = ", ".join(filter(None, (held.people, held.since)))
    return Fact("Dipegang sekarang", held.actors, words)


def _standing(case: OpenCase, now: datetime) -> list[Fact]:
    """What the inbox and the list of cases say too: the room left, and until when."""
    standing = standing_of_case(case.row, now)
    if standing is None:
        return []
    if standing.is_feasible:
        return [Fact("Ruang waktu", standing.room, standing.sentence, standing.tone)]
    words = remedy_of_case(case.row, now) or standing.sentence
    return [Fact("Ruang waktu", standing.room.capitalize(), words, standing.tone)]


def _due(plan: Plan) -> Fact:
    note = ""
    if plan.due.date() != plan.due_date:
        note = f"hari kerja terakhir sebelum {format_date(plan.due_date)}"
    return Fact("Batas penyampaian", format_date(plan.due.date()), note)


def _expected(plan: Plan) -> Fact:
    if plan.expected_finish is None or plan.slack_menit is None:
        return Fact("Perkiraan selesai", "–")
    day = format_date(plan.expected_finish.date())
    if not plan.is_feasible:
        return Fact("Perkiraan selesai", day, f"terlambat {roughly(-plan.slack_menit)}", "bad")
    return Fact("Perkiraan selesai", day, f"sisa waktu {roughly(plan.slack_menit)}", "good")
