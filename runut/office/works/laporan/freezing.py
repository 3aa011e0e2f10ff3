"""Freezing the report: one PDF that is checked, marked and signed, byte for byte."""

from collections.abc import Sequence
from dataclasses import replace

from runut.core.case.decide import decide
from runut.core.case.model import CompleteStep, Output, Step
from runut.core.findings import Refused
from runut.core.report.blocks import Paper, gaps_of
from runut.office.acts.sending import Doer, Done, recall
from runut.office.cases.acting import Also, OpenCase, StepRef, act, load
from runut.office.cases.documents import Rendered, new_kode, record, render, verification_url
from runut.office.cases.models import Case
from runut.office.reports.authorship import authors_of
from runut.office.reports.drafting import compose_draft
from runut.office.trust.append import Act

PLANNED = Output("", "akan dibuat")
"""Stands for the draft while the rules are asked whether it may be drawn."""


def freeze_draft(
    ref: StepRef,
    doer: Doer,
    *,
    kelengkapan: Sequence[str],
    exit_label: str = "",
    also: Also | None = None,
) -> Done | Refused:
    """Complete the improving step: the draft is composed and stored, and from now on this PDF.

    Everybody whose words stand in it is its author and may not check it. The PDF carries the
    signature block already, so that the signature can be put on exactly these bytes.
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
    rendered = _draw_final(case.row, doer, nama)
    if isinstance(rendered, Refused):
        return rendered
    # after the drawing: whoever wrote in the meantime may have words in it
    authors = tuple(sorted({*authors_of(case, ref.no), doer.person.ref}))
    draft = Output(nama, rendered.sha256, authors=authors)

    def save(now: OpenCase) -> Sequence[Act] | Refused:
        more = also(now) if also else ()
        recorded = record(now, ref.no, rendered, doer)
        return more if isinstance(more, Refused) else [recorded, *more]

    return act(
        ref.case_id,
        doer,
        [_completion(step, ref, doer, draft, kelengkapan=kelengkapan, exit_label=exit_label)],
        also=save,
    )


def _draw_final(case: Case, doer: Doer, nama: str) -> Rendered | Refused:
    """The report with room for its signature, stored; refused while words are missing."""
    kode = new_kode()
    paper = compose_draft(case, day=doer.at.date(), verification=verification_url(kode))
    if isinstance(paper, Refused):
        return paper
    return _refuse_gaps(paper) or render(
        paper, jenis="draft_akhir", nama=nama, at=doer.at, kode=kode
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
