"""Freezing the report: one PDF that is checked, marked and signed, byte for byte."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from runut.core.case.decide import decide
from runut.core.case.model import CompleteStep, Output, Step
from runut.core.findings import Refused
from runut.core.report.blocks import Paper, gaps_of
from runut.core.report.compare import compare_papers
from runut.core.report.proposals import Choice, Proposal, take_all
from runut.core.report.proposals import proposals_of as proposals_in
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import Also, OpenCase, StepRef, act, case_subject, load
from runut.office.cases.documents import Rendered, new_kode, record, render
from runut.office.cases.models import Case, Document
from runut.office.locks import lock_register
from runut.office.people.address import verification_of
from runut.office.people.models import Person
from runut.office.reports.authorship import authors_of
from runut.office.reports.drafting import compose_draft
from runut.office.reports.models import FrozenDraft, SectionProposal, SectionText
from runut.office.reports.notes import ReturnNote, open_notes, returned_paper
from runut.office.reports.proposals import keep_decisions
from runut.office.reports.register import report_of
from runut.office.trust.append import Act
from runut.office.works.laporan.writing import titles_of

PLANNED = Output("", "akan dibuat")
"""Stands for the draft while the rules are asked whether it may be drawn."""


@dataclass(frozen=True)
class _Drawn:
    """A drawn draft, and what it was drawn from."""

    rendered: Rendered
    source: tuple[int | None, int, int]
    changed: tuple[str, ...]
    taken: tuple[Proposal, ...]


def freeze_draft(
    ref: StepRef,
    doer: Doer,
    *,
    kelengkapan: Sequence[str],
    exit_label: str = "",
    answers: Mapping[str, str] | None = None,
    takes_rest: bool = False,
    also: Also | None = None,
) -> Done | Refused:
    """Complete the improving step: the draft is composed and stored, and from now on this PDF.

    Everybody whose words or figures stand in it is its author and may not check it. The PDF
    carries the signature block already, so that the signature can be put on exactly these bytes.
    ``answers``: what is said to the notes of a return, by their keys; a draft that came back and
    is handed on as it was needs one for each. No sentence is frozen that nobody has taken:
    ``takes_rest`` says that who freezes has read what Runut still proposes and takes it.
    """
    if known := recall(doer):
        return known
    case = load(ref.case_id, doer.person.office_id)
    step = case.definition.step(ref.no)
    # before the drawing, which takes seconds: whoever may not complete the step costs nothing
    asked = _completion(step, ref, doer, PLANNED, kelengkapan=kelengkapan, exit_label=exit_label)
    if isinstance(refused := decide(case.definition, case.state, asked), Refused):
        return refused
    nama = step.output[0] if step and step.output else case.row.judul
    given = {key: words.strip() for key, words in (answers or {}).items() if words.strip()}
    drawn = _draw_final(case, doer, nama, given, takes_rest=takes_rest)
    if isinstance(drawn, Refused):
        return drawn
    authors = tuple(sorted({*authors_of(case, ref.no), doer.person.ref}))
    draft = Output(nama, drawn.rendered.sha256, authors=authors)

    def save(now: OpenCase) -> Sequence[Act] | Refused:
        if _source(now.row) != drawn.source:
            return Refused(
                "sudah_berubah",
                "Naskah atau angkanya berubah selagi dibekukan. Kirim lagi, supaya yang terbaru "
                "ikut dibekukan.",
            )
        more = also(now) if also else ()
        if isinstance(more, Refused):
            return more
        recorded = record(now, ref.no, drawn.rendered, doer)
        taken = [(one, Choice.TAKEN) for one in drawn.taken]
        told = [keep_decisions(now, taken, titles_of(now), doer)] if taken else []
        return [*told, recorded, _keep(now, drawn, given, doer), *more]

    completion = _completion(step, ref, doer, draft, kelengkapan=kelengkapan, exit_label=exit_label)
    with transaction.atomic():
        lock_register(doer.person.office_id)  # no figures come in between
        done = act(ref.case_id, doer, [completion], also=save)
    return _who_loaded(case, done) if isinstance(done, Refused) else done


def _draw_final(
    case: OpenCase, doer: Doer, nama: str, answers: Mapping[str, str], *, takes_rest: bool
) -> _Drawn | Refused:
    """The report with room for its signature, stored; refused while words are missing or wait to
    be taken, or where it came back and nothing is said or changed."""
    kode, source = new_kode(), _source(case.row)
    paper = compose_draft(case.row, day=doer.at.date(), verification=verification_of(kode))
    if isinstance(paper, Refused):
        return paper
    waiting = proposals_in(paper)
    if waiting and not takes_rest:
        return _refuse_proposals(len(waiting))
    paper = take_all(paper)
    changed = _changed_sections(case, paper)
    if changed == () and (refused := _refuse_same(open_notes(case), answers)):
        return refused
    if refused := _refuse_gaps(paper):
        return refused
    rendered = render(
        paper, jenis="draft_akhir", nama=nama, at=doer.at, kode=kode, is_unsigned=True
    )
    return _Drawn(rendered, source, changed or (), waiting)


def _source(case: Case) -> tuple[int | None, int, int]:
    """The version of the figures, the newest words and the newest decision on a proposed sentence
    that a draft is drawn from."""
    kind = report_of(case)
    newest = [
        rows.filter(office_id=case.office_id, case=case)
        .order_by("-pk")
        .values_list("pk", flat=True)
        .first()
        for rows in (SectionText.objects, SectionProposal.objects)
    ]
    return (kind.data_version(case) if kind else None, newest[0] or 0, newest[1] or 0)


def _refuse_proposals(count: int) -> Refused:
    return Refused(
        "usulan_menunggu",
        f"{count} usulan Runut belum dipakai. Baca pada papan “Siap terbit?”, lalu pakai, ubah, "
        "atau tiadakan; atau tandai di bawah bahwa Saudara memakainya.",
    )


def _changed_sections(case: OpenCase, paper: Paper) -> tuple[str, ...] | None:
    """The sections that differ from the draft that came back; None where none came back."""
    before = returned_paper(case)
    if before is None:
        return None
    return tuple(dict.fromkeys(one.section for one in compare_papers(before, paper)))


def _refuse_same(notes: Sequence[ReturnNote], answers: Mapping[str, str]) -> Refused | None:
    if all(note.key in answers for note in notes):
        return None
    note = notes[-1]
    return Refused(
        "naskah_sama",
        f"Naskah sama persis dengan yang dikembalikan {note.who} pada langkah {note.no}. Ubah "
        "bagian yang diminta, atau tuliskan pada catatannya mengapa tidak diubah, lalu kirim lagi.",
    )


def _keep(case: OpenCase, drawn: _Drawn, answers: Mapping[str, str], doer: Doer) -> Act:
    """The record of what was frozen, beside the document."""
    document = Document.objects.get(office_id=case.row.office_id, kode=drawn.rendered.kode)
    known = {note.key for note in open_notes(case)}
    said = {key: words for key, words in answers.items() if key in known}
    FrozenDraft.objects.create(
        office_id=case.row.office_id,
        case=case.row,
        document=document,
        data_versi=drawn.source[0],
        jawaban=said,
        berubah=list(drawn.changed),
        dibekukan_oleh=doer.person,
        dibekukan_pada=doer.at,
    )
    facts = {
        "kode": document.kode,
        "versi": document.versi,
        "data_versi": drawn.source[0],
        "jawaban": said,
        "berubah": list(drawn.changed),
    }
    return Act("laporan.dibekukan", case_subject(case.row.pk), facts, document.sha256)


def _who_loaded(case: OpenCase, refused: Refused) -> Refused:
    """A draft that nobody may check any more: where the figures are the cause, who loaded them."""
    kind = report_of(case.row)
    if refused.kode != "tanpa_pemeriksa" or kind is None:
        return refused
    loaders = [int(ref) for ref in kind.data_authors(case.row)]
    names = list(
        Person.objects.filter(office_id=case.row.office_id, pk__in=loaders).values_list(
            "nama", flat=True
        )
    )
    return replace(
        refused,
        reason=f"{refused.reason} Angka tahun {case.row.tahun} dimuat {', '.join(names)}: bila "
        "pegawai lain memuatnya lagi, ia dapat memeriksa.",
    )


def _completion(
    step: Step | None,
    ref: StepRef,
    doer: Doer,
    draft: Output,
    *,
    kelengkapan: Sequence[str],
    exit_label: str,
) -> CompleteStep:
    """The request to complete the step: everything it leaves behind is the draft."""
    names = step.output if step else ()
    return CompleteStep(
        by=doer.person.ref,
        at=doer.at,
        on_behalf_of=doer.on_behalf_of,
        no=ref.no,
        round=ref.round,
        outputs=tuple(replace(draft, nama=name) for name in names),
        kelengkapan=tuple(kelengkapan),
        exit=exit_label,
    )


def _refuse_gaps(paper: Paper) -> Refused | None:
    """A report with missing words is not handed to the checkers."""
    gaps = gaps_of(paper)
    if not gaps:
        return None
    names = "; ".join(dict.fromkeys(gap.ask for gap in gaps[:3]))
    more = f" dan {len(gaps) - 3} lainnya" if len(gaps) > 3 else ""
    return Refused("teks_kosong", f"Masih ada bagian yang belum diisi: {names}{more}.")
