"""The report of a case as it stands, and handing it out before it is finished."""

from dataclasses import replace
from datetime import date

from runut.core.findings import Refused
from runut.core.report.blocks import Paper
from runut.core.report.proposals import settle, with_marks
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import StepRef, act, load
from runut.office.cases.documents import DRAF, record, render
from runut.office.cases.models import Case
from runut.office.reports.corrections import correction_by
from runut.office.reports.proposals import decisions_of
from runut.office.reports.register import report_of

NO_REPORT = Refused("tanpa_laporan", "SOP ini tidak menyusun laporan.")


def compose_draft(
    case: Case, *, day: date, heading: str = "", verification: str = ""
) -> Paper | Refused:
    """The report as it stands now: newest figures, newest words, and what was decided on the
    sentences that Runut proposes. A draft marks those on which nobody has decided.

    ``heading`` says which draft it is; ``verification`` is the address behind the QR of an
    electronic signature block (without it, room is left for a wet signature).
    """
    kind = report_of(case)
    paper = kind.compose(case, day, verification) if kind else NO_REPORT
    if isinstance(paper, Refused):
        return paper
    if correction := correction_by(case):
        words = f"RALAT atas laporan berkode {correction.signed.printed_code}"
        paper = replace(paper, header=f"{words} · {paper.header}")
    paper = settle(paper, decisions_of(case))
    if not heading:
        return paper
    return replace(with_marks(paper), header=f"{heading} · {paper.header}", watermark=DRAF)


def share_first_draft(ref: StepRef, doer: Doer, nama: str) -> Done | Refused:
    """Compose the draft that is handed out before the meeting, and keep it as a document."""
    case = load(ref.case_id, doer.person.office_id)
    paper = compose_draft(case.row, day=doer.at.date(), heading="DRAF AWAL")
    if isinstance(paper, Refused):
        return paper
    rendered = render(paper, jenis="draft_awal", nama=nama, at=doer.at)
    return act(ref.case_id, doer, [], also=lambda now: [record(now, ref.no, rendered, doer)])
