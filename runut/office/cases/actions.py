"""The acts on a running case that every SOP knows: start, complete, return, paraf."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from django.db import transaction

from runut.core.case.model import (
    CaseStatus,
    ChangeWork,
    CompleteStep,
    DelegateRole,
    Output,
    PaperAct,
    ReturnStep,
    StartCase,
    WorkOfStep,
)
from runut.core.case.rights import document_under_check
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, recall, remember
from runut.office.cases.acting import Also, OpenCase, StepRef, act, begin, definition_for
from runut.office.cases.cached import as_delegation
from runut.office.cases.documents import Rendered, record
from runut.office.cases.models import Case, StandIn
from runut.office.people.models import Grant, Person, Right
from runut.office.sops.models import SopVersion
from runut.office.trust.append import Act, append


def start_case(
    version: SopVersion,
    judul: str,
    roles: Mapping[str, Sequence[Person]],
    doer: Doer,
    *,
    laporan: str = "",
    tahun: int | None = None,
    batas: date | None = None,
    also: Callable[[Case], Sequence[Act]] | None = None,
) -> Case | Refused:
    """Start an adopted SOP: pin the case to its text, name the people, open the first step.

    ``laporan`` is the kind of report that the procedure composes, ``tahun`` the year of it.
    ``also`` saves the rows that belong to the same act and names their lines of the audit chain.
    """
    if refused := _refuse_start(version, doer.person):
        return refused
    with transaction.atomic():
        if known := recall(doer):
            return known if isinstance(known, Refused) else _case_at(known, doer.person)
        row = Case.objects.create(
            office_id=doer.person.office_id,
            judul=judul,
            sop_version=version,
            laporan=laporan,
            tahun=tahun,
            status=CaseStatus.BERJALAN,
            snapshot="{}",
            mulai_oleh=doer.person,
            mulai_pada=doer.at,
            batas=batas,
        )
        request = StartCase(
            by=doer.person.ref,
            at=doer.at,
            roles={actor: tuple(p.ref for p in people) for actor, people in roles.items()},
        )
        requests = [request, *standing_in(request, doer)]
        begun = begin(row, definition_for(version), requests, doer)
        if isinstance(begun, Refused):
            transaction.set_rollback(True)
            return begun
        if also:
            append(row.office_id, also(row), actor=doer.person.ref, at=doer.at)
        remember(doer, str(row.pk))
    return row


def standing_in(request: StartCase, doer: Doer) -> list[DelegateRole]:
    """Who stands in for a holder now or later, in this case as in those that run already."""
    day = doer.at.astimezone(doer.person.office.zone).date()
    standing = StandIn.objects.filter(
        office_id=doer.person.office_id, case=None, selesai__gte=day
    ).order_by("pk")
    return [
        DelegateRole(by=request.by, at=request.at, delegation=one, by_right=True)
        for one in map(as_delegation, standing)
        if one.holder in request.roles.get(one.actor, ())
    ]


def complete_step(
    ref: StepRef,
    doer: Doer,
    *,
    kelengkapan: Sequence[str],
    outputs: Sequence[Output] = (),
    papers: Mapping[str, Rendered] | None = None,
    exit_label: str = "",
    notes: str = "",
    read_sha256: str = "",
    paper_act: PaperAct | None = None,
    also: Also | None = None,
) -> Done | Refused:
    """Complete a step, or confirm one's part of it. ``papers`` become the outputs of the same
    names; ``notes`` go with the work where the exit leads it back."""
    drawn = dict(papers or {})
    made = tuple(
        Output(nama=name, sha256=paper.sha256, authors=(doer.person.ref,))
        for name, paper in drawn.items()
    )

    def save(case: OpenCase) -> Sequence[Act] | Refused:
        acts = [record(case, ref.no, paper, doer) for paper in drawn.values()]
        more = also(case) if also else ()
        return more if isinstance(more, Refused) else [*acts, *more]

    request = CompleteStep(
        by=doer.person.ref,
        at=doer.at,
        on_behalf_of=doer.on_behalf_of,
        no=ref.no,
        round=ref.round,
        outputs=(*made, *outputs),
        kelengkapan=tuple(kelengkapan),
        exit=exit_label,
        notes=notes,
        read_sha256=read_sha256,
        paper=paper_act,
    )
    return act(ref.case_id, doer, [request], also=save)


def give_paraf(
    ref: StepRef,
    doer: Doer,
    *,
    read_sha256: str,
    kelengkapan: Sequence[str],
    exit_label: str = "",
    notes: str = "",
) -> Done | Refused:
    """Complete a checking step: a paraf on exactly the bytes that were read, unless the exit says
    no; then ``notes`` go with the work."""
    return act(
        ref.case_id,
        doer,
        lambda case: [
            ask_to_mark(
                case,
                ref,
                doer,
                read_sha256=read_sha256,
                kelengkapan=kelengkapan,
                exit_label=exit_label,
                notes=notes,
            )
        ],
    )


def return_step(
    ref: StepRef, doer: Doer, *, to: str, notes: str, read_sha256: str = ""
) -> Done | Refused:
    """Send the document back to an earlier step, with notes on what is to be mended."""
    request = ReturnStep(
        by=doer.person.ref,
        at=doer.at,
        on_behalf_of=doer.on_behalf_of,
        no=ref.no,
        round=ref.round,
        to=to,
        notes=notes,
        read_sha256=read_sha256,
    )
    return act(ref.case_id, doer, [request])


def change_work(case_id: int, doer: Doer, no: str, work: WorkOfStep, reason: str) -> Done | Refused:
    """Give a step that has not begun another kind of work, with the reason."""
    request = ChangeWork(
        by=doer.person.ref,
        at=doer.at,
        on_behalf_of=doer.on_behalf_of,
        no=no,
        work=work,
        reason=reason,
    )
    return act(case_id, doer, [request])


def ask_to_mark(
    case: OpenCase,
    ref: StepRef,
    doer: Doer,
    *,
    read_sha256: str,
    kelengkapan: Sequence[str],
    exit_label: str = "",
    notes: str = "",
) -> CompleteStep:
    """The request of a checker. What he leaves is the same document, now checked: same bytes."""
    step = case.definition.step(ref.no)
    read = document_under_check(step, case.state) if step else None
    authors = read.authors if read else ()
    return CompleteStep(
        by=doer.person.ref,
        at=doer.at,
        on_behalf_of=doer.on_behalf_of,
        no=ref.no,
        round=ref.round,
        outputs=tuple(
            Output(nama=name, sha256=read_sha256, authors=authors)
            for name in (step.output if step else ())
        ),
        kelengkapan=tuple(kelengkapan),
        exit=exit_label or _only_exit(case, ref.no),
        notes=notes,
        read_sha256=read_sha256,
    )


def _only_exit(case: OpenCase, no: str) -> str:
    """The label of the exit that lets the work go on, where there is but one."""
    step = case.definition.step(no)
    labels = {way.jika for way in step.exits if way.jika} if step else set()
    return labels.pop() if len(labels) == 1 else ""


def _refuse_start(version: SopVersion, person: Person) -> Refused | None:
    rights = Grant.objects.filter(office_id=person.office_id, person=person, right=Right.START)
    if not rights.exists():
        return Refused("bukan_pelaksana", "Saudara tidak berwenang memulai pelaksanaan SOP.")
    if version.status != SopVersion.Status.BERLAKU:
        return Refused("sop_tidak_berlaku", "SOP ini belum diadopsi atau sudah diganti.")
    return None


def _case_at(known: Done, person: Person) -> Case:
    return Case.objects.get(office_id=person.office_id, pk=int(known.url))
