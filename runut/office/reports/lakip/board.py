"""The board "siap terbit?": every section of a report with its state, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from runut.core.findings import Finding
from runut.core.kinerja.model import DataKinerja, Sasaran
from runut.core.report.lakip.draft import prepare_draft
from runut.core.report.lakip.matrix import Matriks, Sel, matrix_of
from runut.core.report.lakip.ready import siap_terbit
from runut.core.report.lakip.review.attest import Pernyataan
from runut.core.report.lakip.sections import Section, editable_sections
from runut.core.report.lakip.wording import is_said, says_nothing
from runut.core.report.lakip.words import gather_words
from runut.office.cases.models import Case
from runut.office.reports.lakip.data import data_for
from runut.office.reports.lakip.sources import attested
from runut.office.reports.models import SectionText
from runut.office.reports.queries import text_rows


@dataclass(frozen=True)
class SectionRow:
    """A section as the board lists it: its words now, and who wrote them last."""

    section: Section
    words: str
    saved: SectionText | None
    is_told_elsewhere: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.words.strip()

    @property
    def is_idle(self) -> bool:
        """Whether there are words, and they say nothing."""
        return not self.is_empty and says_nothing(self.words)

    @property
    def is_missing(self) -> bool:
        is_wanted = self.section.is_required and not self.is_told_elsewhere
        return is_wanted and says_nothing(self.words)


@dataclass(frozen=True)
class Board:
    """``data`` None: the figures of the year have not come in, so there is nothing to show."""

    case: Case
    texts: Mapping[str, str]
    data: DataKinerja | None
    sections: tuple[SectionRow, ...]
    text_rows: tuple[SectionText, ...] = ()
    """Every saved state of every section, the oldest first."""

    numbers = range(1, 8)
    """The seven analyses of Bab III.A."""

    @cached_property
    def said(self) -> Pernyataan | None:
        """What the review says, by the same function as its page and the command line."""
        return attested(self.case, self.texts)

    @property
    def saved(self) -> dict[str, SectionText]:
        """The newest saved state of each section that has one."""
        return {row.section.key: row.saved for row in self.sections if row.saved}

    @property
    def matrix(self) -> Matriks | None:
        return self.said.matriks if self.said else None

    @property
    def missing(self) -> tuple[Finding, ...]:
        return self.said.kurang if self.said else ()

    def lacks_of(self, key: str) -> tuple[Finding, ...]:
        """What one section lacks before publication."""
        if self.data is None:
            return ()
        draft = prepare_draft(self.data, self.texts)
        found = siap_terbit(draft, matrix_of(draft))
        return tuple(one for one in found if one.letak and one.letak.bagian == key)

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
        return Board(case, {}, None, ())
    read = text_rows(case)
    saved = {row.key: row for row in read}
    texts = {key: row.teks for key, row in saved.items()}
    words = gather_words(data, texts)
    rows = tuple(
        SectionRow(
            section,
            words.get(section.key, ""),
            saved.get(section.key),
            any(is_said(words, key) for key in section.instead),
        )
        for section in editable_sections(data)
    )
    return Board(case, texts, data, rows, tuple(read))
