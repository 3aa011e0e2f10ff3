"""What a checker needs: the document to be read, and what changed since his last paraf."""

from dataclasses import dataclass

from runut.core.case.rights import document_under_check
from runut.core.report.compare import Change, compare_papers
from runut.office.cases.acting import OpenCase
from runut.office.cases.documents import stored_paper
from runut.office.cases.models import Document
from runut.office.cases.queries import StepPage, documents_of, step_page
from runut.office.people.models import Person


@dataclass(frozen=True)
class CheckPage:
    """A checking step: the document to be read, and what changed since this person's last mark."""

    step_page: StepPage
    document: Document | None
    before: Document | None
    """The document on which this step gave its last mark, if that was another one."""
    changes: tuple[Change, ...]

    @property
    def sha256(self) -> str:
        return self.document.sha256 if self.document else ""


def check_page(case_id: int, no: str, person: Person) -> CheckPage:
    """The page of a checking step. Http404 where the person may not see it."""
    page = step_page(case_id, no, person)
    output = document_under_check(page.step, page.case.state)
    document = _document(page.case, output.sha256) if output else None
    marks = [m for m in page.case.state.marks if m.no == no]
    before = _document(page.case, marks[-1].sha256) if marks else None
    if document is None or before is None or before.sha256 == document.sha256:
        return CheckPage(page, document, None, ())
    changes = compare_papers(stored_paper(before), stored_paper(document))
    return CheckPage(page, document, before, changes)


def _document(case: OpenCase, sha256: str) -> Document | None:
    found = documents_of(case).filter(sha256=sha256)
    return found.last()
