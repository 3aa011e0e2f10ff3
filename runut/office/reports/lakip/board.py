"""The board "siap terbit?": every section of a report with its state, and what is missing."""

from dataclasses import dataclass

from runut.core.findings import Finding
from runut.core.kinerja.model import DataKinerja, Sasaran
from runut.core.report.lakip.matrix import Matriks, Sel, compose_matrix, siap_terbit
from runut.core.report.lakip.sections import Section, editable_sections
from runut.core.report.lakip.words import gather_words
from runut.office.cases.models import Case
from runut.office.reports.lakip.data import data_for
from runut.office.reports.models import SectionText
from runut.office.reports.queries import latest_rows


@dataclass(frozen=True)
class SectionRow:
    """A section as the board lists it: its words now, and who wrote them last."""

    section: Section
    words: str
    saved: SectionText | None

    @property
    def is_empty(self) -> bool:
        return not self.words.strip()

    @property
    def is_missing(self) -> bool:
        return self.section.is_required and self.is_empty


@dataclass(frozen=True)
class Board:
    """``data`` None: the figures of the year have not come in, so there is nothing to show."""

    data: DataKinerja | None
    sections: tuple[SectionRow, ...]
    matrix: Matriks | None
    missing: tuple[Finding, ...]

    numbers = range(1, 8)
    """The seven analyses of Bab III.A."""

    @property
    def matrix_rows(self) -> list[tuple[Sasaran, list[Sel]]]:
        """The matrix row by row, in the order of the sasaran."""
        if self.data is None or self.matrix is None:
            return []
        return [
            (one, [sel for sel in self.matrix.sels if sel.sasaran_id == one.id])
            for one in self.data.sasarans
        ]

    @property
    def wanted(self) -> list[SectionRow]:
        """Sections that must have words, or have some."""
        return [row for row in self.sections if row.section.is_required or not row.is_empty]

    @property
    def optional(self) -> list[SectionRow]:
        """Sections that may stay empty, and are."""
        return [row for row in self.sections if not row.section.is_required and row.is_empty]

    @property
    def missing_count(self) -> int:
        return sum(row.is_missing for row in self.sections)


def board_of(case: Case) -> Board:
    """The board of a case's report."""
    data = data_for(case)
    if data is None:
        return Board(None, (), None, ())
    saved = latest_rows(case)
    texts = {key: row.teks for key, row in saved.items()}
    words = gather_words(data, texts)
    rows = tuple(
        SectionRow(section, words.get(section.key, ""), saved.get(section.key))
        for section in editable_sections(data)
    )
    return Board(data, rows, compose_matrix(data, texts), siap_terbit(data, texts))
