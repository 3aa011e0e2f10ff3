"""The papers that tell how a case went: its timeline, and the sheet of parafs."""

from collections.abc import Iterable
from datetime import datetime

from runut.core.calendar.working_time import minutes_between
from runut.core.case.apply import apply
from runut.core.case.events import Event, StepCompleted, StepReturned
from runut.core.case.model import CaseState
from runut.core.report.blocks import Paper
from runut.core.report.papers.lembar_paraf import LembarParaf, TandaPeriksa, compose_lembar_paraf
from runut.core.report.papers.timeline import Kejadian, Riwayat, compose_riwayat
from runut.office.cases.acting import OpenCase, load, sop_of
from runut.office.cases.events import events_of
from runut.office.cases.models import Case, Document
from runut.office.people.calendars import calendar_of
from runut.office.people.models import Person
from runut.office.people.naming import letterhead, pejabat
from runut.office.trust.checkpoints import code_now

_ACTS = {"paraf": "Paraf", "tanda_tangan": "Tanda tangan", "": "Selesai"}


def timeline_papers(case: Case, at: datetime) -> dict[str, Paper]:
    """The timeline of a case and the sheets of marks on its documents, by file name."""
    opened = load(case.pk, case.office_id)
    events = list(events_of(case))
    papers = {"garis-waktu": compose_riwayat(_history(opened, events, at))}
    final = Document.objects.filter(office_id=case.office_id, case=case, jenis="draft_akhir").last()
    if final is not None:
        papers["lembar-paraf"] = compose_lembar_paraf(_sheet(opened, events, final, at))
    return papers


def _history(case: OpenCase, events: Iterable[Event], at: datetime) -> Riwayat:
    sop = sop_of(case.row.sop_version)
    return Riwayat(
        kop=letterhead(case.row.office),
        judul=case.row.judul,
        nama_sop=sop.judul,
        nomor_sop=sop.nomor or "",
        sha256_sop=case.row.sop_version.sha256,
        kejadian=tuple(_happenings(case, events)),
        batas=case.row.batas,
        dicetak=at.astimezone(case.row.office.zone),
        zona=_zone(case, at),
        titik_periksa=code_now(case.row.office_id),
    )


def _happenings(case: OpenCase, events: Iterable[Event]) -> Iterable[Kejadian]:
    """One line for every time that a step was ended, by completion or return."""
    state = CaseState()
    names = _names(case)
    for event in events:
        state = apply(state, event)
        if isinstance(event, StepCompleted | StepReturned):
            yield _happening(case, state, event, names)


def _happening(
    case: OpenCase, state: CaseState, event: StepCompleted | StepReturned, names: dict[str, str]
) -> Kejadian:
    step, now = case.definition.step(event.no), state.step(event.no)
    assert step is not None and now.opened_at is not None  # noqa: S101 - it was ended
    zone = case.row.office.zone
    begin, end = now.opened_at.astimezone(zone), (now.done_at or event.at).astimezone(zone)
    is_return = isinstance(event, StepReturned)
    return Kejadian(
        langkah=step.no,
        kegiatan=step.kegiatan,
        pelaksana=names.get(now.done_by, ""),
        mulai=begin,
        selesai=end,
        menit_baku=step.waktu_menit,
        menit_nyata=minutes_between(calendar_of(case.row.office), begin, end),
        ulang_ke=event.round,
        keluaran="" if is_return else "; ".join(out.nama for out in now.outputs),
        keterangan=f"Dikembalikan: {event.notes}" if isinstance(event, StepReturned) else "",
    )


def _sheet(case: OpenCase, events: Iterable[Event], final: Document, at: datetime) -> LembarParaf:
    return LembarParaf(
        kop=letterhead(case.row.office),
        dokumen=f"{final.nama}, {case.row.judul}",
        versi=str(final.versi),
        sha256=final.sha256,
        tandas=tuple(_marks(case, events, final)),
        dicetak=at.astimezone(case.row.office.zone),
        zona=_zone(case, at),
        titik_periksa=code_now(case.row.office_id),
    )


def _zone(case: OpenCase, at: datetime) -> str:
    """The short name of the office's time."""
    return at.astimezone(case.row.office.zone).tzname() or ""


def _marks(case: OpenCase, events: Iterable[Event], final: Document) -> Iterable[TandaPeriksa]:
    people = {p.ref: p for p in Person.objects.filter(office_id=case.row.office_id)}
    for event in events:
        if not isinstance(event, StepCompleted | StepReturned) or not event.read_sha256:
            continue
        is_return = isinstance(event, StepReturned)
        step = case.definition.step(event.no)
        roles = step.actors if step else ()
        named = pejabat(people[event.by], event.at.astimezone(case.row.office.zone).date(), roles)
        yield TandaPeriksa(
            nama=named.nama,
            nip=named.nip,
            jabatan=named.jabatan,
            tindakan="Dikembalikan" if is_return else _ACTS[getattr(event, "mark", "")],
            pada=event.at.astimezone(case.row.office.zone),
            sha256=event.read_sha256,
            is_valid=not is_return and event.read_sha256 == final.sha256,
            catatan=event.notes if isinstance(event, StepReturned) else "",
            is_return=is_return,
        )


def _names(case: OpenCase) -> dict[str, str]:
    rows = Person.objects.filter(office_id=case.row.office_id).values_list("pk", "nama")
    return {str(pk): nama for pk, nama in rows}
