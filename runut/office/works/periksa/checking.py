"""What a checker needs: the document to be read, and what changed since his last paraf."""

from dataclasses import dataclass
from datetime import datetime

from runut.core.case.rights import document_under_check
from runut.core.report.compare import Change, compare_papers
from runut.office.cases.acting import OpenCase
from runut.office.cases.documents import is_drawn, stored_paper
from runut.office.cases.models import Document
from runut.office.cases.queries import StepPage, documents_of
from runut.office.people.models import Person, names_by_ref


@dataclass(frozen=True)
class MarkRow:
    """A paraf as the signer sees it; one that fell was given on other bytes."""

    who: str
    at: datetime
    no: str
    is_valid: bool


@dataclass(frozen=True)
class CheckPage:
    """A checking step: the document to be read, and what changed since this person's last mark."""

    step_page: StepPage
    document: Document | None
    before: Document | None
    """The document on which this step gave its last mark, if that was another one."""
    changes: tuple[Change, ...] | None
    """None: files that somebody handed in cannot be compared word by word."""

    marks: tuple["MarkRow", ...] = ()

    @property
    def sha256(self) -> str:
        return self.document.sha256 if self.document else ""


def check_page(page: StepPage) -> CheckPage:
    """What is to be read on the page of a step; no document where none was left to examine."""
    no = page.step.no
    output = document_under_check(page.step, page.case.state)
    document = _document(page.case, output.sha256) if output else None
    marks = [m for m in page.case.state.marks if m.no == no]
    before = _document(page.case, marks[-1].sha256) if marks else None
    rows = _mark_rows(page.case, document.sha256 if document else "")
    if document is None or before is None or before.sha256 == document.sha256:
        return CheckPage(page, document, None, (), rows)
    if not (is_drawn(before) and is_drawn(document)):
        return CheckPage(page, document, before, None, rows)
    changes = compare_papers(stored_paper(before), stored_paper(document))
    return CheckPage(page, document, before, changes, rows)


def _mark_rows(case: OpenCase, sha256: str) -> tuple[MarkRow, ...]:
    names = names_by_ref(Person.objects.filter(office_id=case.row.office_id))
    last = {mark.no: mark for mark in case.state.marks}
    return tuple(
        MarkRow(names.get(mark.by, "–"), mark.at, mark.no, mark.sha256 == sha256)
        for mark in last.values()
    )


def _document(case: OpenCase, sha256: str) -> Document | None:
    found = documents_of(case).filter(sha256=sha256)
    return found.last()
