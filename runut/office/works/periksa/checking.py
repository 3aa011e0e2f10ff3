"""What a checker needs: the document to be read, and all that stands beside it."""

from dataclasses import dataclass

from runut.core.case.rights import document_under_check
from runut.core.report.compare import Change
from runut.office.cases.acting import OpenCase
from runut.office.cases.models import Document
from runut.office.cases.queries import StepPage, documents_of
from runut.office.people.models import Person
from runut.office.works.periksa.panel import Panel, panel_of


@dataclass(frozen=True)
class CheckPage:
    """A checking step: the document to be read, and the panel beside it."""

    step_page: StepPage
    document: Document | None
    panel: Panel | None = None

    @property
    def sha256(self) -> str:
        return self.document.sha256 if self.document else ""

    @property
    def before(self) -> Document | None:
        """The document that was looked at last, if that was another one."""
        before = self.panel.before if self.panel else None
        return before if before and before.sha256 != self.sha256 else None

    @property
    def has_seen_this(self) -> bool:
        """Whether he answered on exactly this document before."""
        before = self.panel.before if self.panel else None
        return before is not None and before.sha256 == self.sha256

    @property
    def changes(self) -> tuple[Change, ...] | None:
        return self.panel.changes if self.panel else ()


def check_page(page: StepPage, person: Person | None = None) -> CheckPage:
    """What is to be read on the page of a step; no document where none was left to examine.

    What changed is told since ``person`` looked last, by a mark or a return.
    """
    output = document_under_check(page.step, page.case.state)
    document = _document(page.case, output.sha256) if output else None
    if document is None:
        return CheckPage(page, None)
    return CheckPage(page, document, panel_of(page.case, page.step.no, document, person))


def _document(case: OpenCase, sha256: str) -> Document | None:
    return documents_of(case).filter(sha256=sha256).last()
