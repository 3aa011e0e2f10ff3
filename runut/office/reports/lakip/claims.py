"""Claims of the words that the figures deny or that are asked about: with who wrote them, who must
act, since when, and their answers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse

from runut.core.findings import Finding
from runut.core.kinerja.model import Indikator
from runut.core.report.claims.check import question_key
from runut.core.report.claims.findings import (
    TANYA,
    claim_key,
    finding_of,
    question_finding,
    sections_of,
)
from runut.core.report.claims.model import Checked, Contradiction, Question
from runut.core.report.lakip.facts import OfficeFacts
from runut.core.report.lakip.sections import Section
from runut.office import clock
from runut.office.cases.models import Case
from runut.office.kinerja.models import Dataset, KeptFinding
from runut.office.kinerja.stored import data_of
from runut.office.people.facts import facts_of
from runut.office.people.models import Person
from runut.office.reports.lakip.claim_checking import checked
from runut.office.reports.lakip.data import dataset_for
from runut.office.reports.models import SectionClaim, SectionText
from runut.office.reports.queries import latest_rows

Keadaan = KeptFinding.Keadaan


@dataclass(frozen=True)
class ClaimRow:
    """A claim that the figures deny, or a question. ``since`` is the version of the figures that
    made it false, where the sentence was true when it was written; ``answer`` says why it is right
    all the same, or of what it speaks. ``task``: whose it is, and from when on.
    """

    case: Case
    claim: Contradiction | Question
    section: Section
    saved: SectionText | None
    choices: tuple[Indikator, ...] = ()
    since: int | None = None
    answer: KeptFinding | None = None
    task: SectionClaim | None = None

    @property
    def is_asked(self) -> bool:
        return isinstance(self.claim, Question)

    @property
    def kunci(self) -> str:
        if isinstance(self.claim, Question):
            return question_key(self.claim)
        return claim_key(self.claim)

    @property
    def finding(self) -> Finding:
        if isinstance(self.claim, Question):
            return question_finding(self.claim, self.section)
        return finding_of(self.claim, self.section)

    @property
    def known(self) -> str:
        """What the data say; nothing of a question."""
        return "" if isinstance(self.claim, Question) else self.claim.known

    @property
    def before(self) -> str:
        return self.claim.kalimat[: self._at]

    @property
    def words(self) -> str:
        """The words of the sentence that are at fault."""
        return self.claim.kalimat[self._at : self._at + self.claim.end - self.claim.start]

    @property
    def after(self) -> str:
        return self.claim.kalimat[self._at + self.claim.end - self.claim.start :]

    @property
    def _at(self) -> int:
        return self.claim.start - self.claim.awal

    @property
    def owner(self) -> Person | None:
        """Who must act."""
        return self.task.untuk if self.task else None

    @property
    def from_when(self) -> datetime | None:
        return self.task.sejak if self.task else None

    @property
    def url(self) -> str:
        return reverse("laporan_klaim", args=[self.case.pk, self.kunci])


@dataclass(frozen=True)
class ClaimsPanel:
    """The claims of a report, or of one section of it, as its pages show them."""

    rows: tuple[ClaimRow, ...]
    bagian: str = ""

    @property
    def open(self) -> list[ClaimRow]:
        """What the figures deny and nobody has called right."""
        return [row for row in self.rows if row.answer is None and not row.is_asked]

    @property
    def asked(self) -> list[ClaimRow]:
        """What nobody has explained yet."""
        return [row for row in self.rows if row.answer is None and row.is_asked]

    @property
    def waiting(self) -> list[ClaimRow]:
        return [*self.open, *self.asked]

    @property
    def right(self) -> list[ClaimRow]:
        return [row for row in self.rows if row.answer is not None]

    def of(self, key: str) -> "ClaimsPanel":
        """Those of one section."""
        return ClaimsPanel(tuple(row for row in self.rows if row.section.key == key), key)


def claims_of(
    case: Case,
    saved: Mapping[str, SectionText] | None = None,
    typed: Mapping[str, str] | None = None,
) -> ClaimsPanel:
    """Every claim of the report's words that its figures deny or that is asked about, answered or
    not.

    ``saved``: the newest state of each section, where the caller has read it already; ``typed``:
    words that are not saved yet, in the place of those that are.
    """
    return ClaimsPanel(_rows_of(case, latest_rows(case) if saved is None else saved, typed or {}))


def _rows_of(
    case: Case, saved: Mapping[str, SectionText], typed: Mapping[str, str]
) -> tuple[ClaimRow, ...]:
    dataset = dataset_for(case)
    if dataset is None:
        return ()
    texts = {key: row.teks for key, row in saved.items()} | dict(typed)
    facts = facts_of(case.office, clock.now().date())
    found = checked(dataset, texts, facts, {})
    if not found.contradictions and not found.questions:
        return ()
    answers = _answers_of(case, dataset)
    chosen = _chosen(answers)
    if chosen and found.questions:
        found = checked(dataset, texts, facts, chosen)
    data = data_of(dataset)
    sections = sections_of(data)
    indikators = {one.id: one for one in data.indikators}
    tasks = _tasks_of(case)
    rows = []
    claims: tuple[Contradiction | Question, ...] = (*found.contradictions, *found.questions)
    for one in claims:
        if one.bagian not in sections:
            continue
        choices: tuple[Indikator, ...] = ()
        if isinstance(one, Question):
            choices = tuple(indikators[i] for i in one.pilihan if i in indikators)
        written = None if one.bagian in typed else saved.get(one.bagian)
        row = ClaimRow(case, one, sections[one.bagian], written, choices)
        rows.append(replace(row, answer=answers.get(row.kunci), task=tasks.get(row.kunci)))
    return _with_since(case, dataset, texts, facts, tuple(rows))


def _answers_of(case: Case, dataset: Dataset) -> dict[str, KeptFinding]:
    rows = KeptFinding.objects.filter(
        office_id=case.office_id,
        tahun=dataset.tahun,
        keadaan=Keadaan.BENAR,
        kode__startswith=KeptFinding.OF_WORDS,
    )
    return {row.kunci: row for row in rows.select_related("dijawab_oleh")}


def _chosen(answers: Mapping[str, KeptFinding]) -> dict[str, str]:
    """Of which indicator a sentence speaks, by the key of its question."""
    return {kunci: row.angka for kunci, row in answers.items() if row.kode == TANYA}


def _tasks_of(case: Case) -> dict[str, SectionClaim]:
    rows = SectionClaim.objects.filter(
        office_id=case.office_id, case=case, selesai_pada=None
    ).select_related("untuk")
    return {row.kunci: row for row in rows}


def open_findings_of(case: Case) -> tuple[Finding, ...]:
    """Those that nobody has answered, for whoever checks the report."""
    return tuple(row.finding for row in claims_of(case).open)


def _with_since(
    case: Case,
    dataset: Dataset,
    texts: Mapping[str, str],
    facts: OfficeFacts,
    rows: tuple[ClaimRow, ...],
) -> tuple[ClaimRow, ...]:
    """Which sentences were true of the figures that stood when they were written."""
    written = [row.saved.ditulis_pada for row in rows if row.saved]
    if not written:
        return rows
    older = Dataset.objects.filter(
        office_id=case.office_id, tahun=dataset.tahun, versi__lt=dataset.versi
    ).order_by("-versi")
    versions = list(older)
    found = []
    for row in rows:
        at = row.saved.ditulis_pada if row.saved else None
        before = next((one for one in versions if at and one.dimuat_pada <= at), None)
        is_new = before is not None and dataset.dimuat_pada > (at or before.dimuat_pada)
        if before is None or not is_new or row.is_asked:
            found.append(row)
            continue
        spots = _spots(checked(before, texts, facts, {}))
        is_moved = (row.claim.bagian, row.claim.start, row.claim.end) not in spots
        found.append(replace(row, since=before.versi) if is_moved else row)
    return tuple(found)


def _spots(found: Checked) -> set[tuple[str, int, int]]:
    return {(one.bagian, one.start, one.end) for one in found.contradictions}


def claim_row(case: Case, kunci: str) -> ClaimRow | None:
    return next((row for row in claims_of(case).rows if row.kunci == kunci), None)
