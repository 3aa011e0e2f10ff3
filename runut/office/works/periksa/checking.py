"""What a checker needs: the document to be read, and all that stands beside it."""

from dataclasses import dataclass

from runut.core.case.rights import document_under_check
from runut.core.report.compare import Change
from runut.office.cases.models import Document
from runut.office.cases.queries import StepPage, documents_of
from runut.office.people.models import Person
from runut.office.works.periksa.panel import Panel, panel_of

_SHOWN = 6
"""So many changes are open on the page; the others are one touch away."""


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

    @property
    def first_changes(self) -> tuple[Change, ...]:
        return (self.changes or ())[:_SHOWN]

    @property
    def more_changes(self) -> tuple[Change, ...]:
        return (self.changes or ())[_SHOWN:]


def check_page(page: StepPage, person: Person | None = None) -> CheckPage:
    """What is to be read on the page of a step; no document where none was left to examine.

    What changed is told since ``person`` looked last, by a mark or a return.
    """
    output = document_under_check(page.step, page.case.state)
    documents = list(documents_of(page.case)) if output else []
    found = [one for one in documents if output and one.sha256 == output.sha256]
    if not found:
        return CheckPage(page, None)
    panel = panel_of(page.case, page.step.no, found[-1], documents, person)
    return CheckPage(page, found[-1], panel)
