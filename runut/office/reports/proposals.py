"""The sentences that Runut proposes for a report, with what was decided on each and by whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from runut.core.report.lakip.sections import Section
from runut.core.report.proposals import Choice, Decision, Decisions, Proposal, read_words
from runut.office.acts.sending import Doer
from runut.office.cases.acting import OpenCase, case_subject
from runut.office.cases.models import Case
from runut.office.reports.models import SectionProposal
from runut.office.reports.queries import latest_decisions, latest_texts
from runut.office.reports.register import report_of
from runut.office.trust.append import Act

_SAID = {
    Choice.TAKEN: "dipakai",
    Choice.REWRITTEN: "ditulis ulang",
    Choice.LEFT_OUT: "ditiadakan",
    Choice.OPEN: "dibuka lagi",
}


@dataclass(frozen=True)
class ProposalRow:
    """A proposal as its section lists it. ``decided`` is the newest decision on its name, which
    may have been made on another sentence."""

    proposal: Proposal
    section: Section
    decided: SectionProposal | None

    @property
    def lines(self) -> list[str]:
        return read_words(self.proposal.words).split("\n")

    @property
    def decision(self) -> Decision | None:
        return decision_of(self.decided) if self.decided else None

    @property
    def is_waiting(self) -> bool:
        return self.decision is None or not self.decision.holds_for(self.proposal)

    @property
    def is_taken(self) -> bool:
        return (
            not self.is_waiting
            and self.decided is not None
            and (self.decided.putusan == Choice.TAKEN)
        )

    @property
    def said(self) -> str:
        """What was decided, in a word."""
        return _SAID[Choice(self.decided.putusan)] if self.decided else ""

    @property
    def is_moved(self) -> bool:
        """Whether it was taken with other figures than it has now."""
        return self.decision is not None and self.decision.is_moved_in(self.proposal)

    @property
    def before(self) -> str:
        """How it read when it was taken, where it is another sentence or has other figures now."""
        is_taken = self.decided is not None and self.decided.putusan == Choice.TAKEN
        is_other = self.decided is not None and self.decided.kalimat != self.proposal.words
        return read_words(self.decided.kalimat) if self.decided and is_taken and is_other else ""


@dataclass(frozen=True)
class Proposals:
    """Those of a report, or of one of its sections."""

    rows: tuple[ProposalRow, ...]

    @property
    def waiting(self) -> list[ProposalRow]:
        return [row for row in self.rows if row.is_waiting]

    @property
    def decided(self) -> list[ProposalRow]:
        return [row for row in self.rows if not row.is_waiting]

    @property
    def moved(self) -> list[ProposalRow]:
        return [row for row in self.rows if row.is_moved]

    @property
    def by_chapter(self) -> list[tuple[Section, int, list[Section]]]:
        """Those that wait by chapter and its writer: a section that tells both, their number, and
        the sections."""
        groups = groupby(self.waiting, key=lambda row: (row.section.bab, row.section.writer))
        found = [[row.section for row in rows] for _, rows in groups]
        return [(one[0], len(one), list(dict.fromkeys(one))) for one in found]

    @property
    def by_section(self) -> list[tuple[Section, list[ProposalRow]]]:
        """Those that wait, section by section in the order of the report."""
        groups = groupby(self.waiting, key=lambda row: row.section)
        return [(section, list(rows)) for section, rows in groups]

    @property
    def mark(self) -> str:
        """What tells one state from another: a page carries it, so that nobody decides on what
        he has not seen. A number: what people typed is looked for on the page, numbers are not."""
        seen = [(row.proposal.id, row.proposal.words, _pk(row)) for row in self.rows]
        digest = sha256(repr(seen).encode("utf-8", "backslashreplace")).digest()
        return str(int.from_bytes(digest[:8]))

    def of(self, key: str) -> "Proposals":
        return Proposals(tuple(row for row in self.rows if row.section.key == key))


def _pk(row: ProposalRow) -> int:
    return row.decided.pk if row.decided else 0


def proposals_of(
    case: Case,
    texts: Mapping[str, str] | None = None,
    decided: Sequence[SectionProposal] | None = None,
) -> Proposals:
    """Every proposal of a case's report, in the order of the report. ``texts``: the words of its
    sections, ``decided``: the newest decisions, where they are read already."""
    kind = report_of(case)
    if kind is None:
        return Proposals(())
    sections = {one.key: one for one in kind.sections(case)}
    rows_known = latest_decisions(case) if decided is None else decided
    known = {(row.key, row.nama): row for row in rows_known}
    order = list(sections)
    rows = [
        ProposalRow(one, sections[one.section], known.get((one.section, one.name)))
        for one in kind.proposals_of(case, latest_texts(case) if texts is None else texts)
        if one.section in sections
    ]
    return Proposals(tuple(sorted(rows, key=lambda row: order.index(row.section.key))))


def decisions_of(case: Case) -> Decisions:
    """What holds for the sentences of the report, by the id of each."""
    rows = latest_decisions(case)
    return {Proposal(row.key, row.nama, ()).id: decision_of(row) for row in rows}


def decision_of(row: SectionProposal) -> Decision:
    return Decision(Choice(row.putusan), row.kalimat)


def keep_decisions(
    case: OpenCase, chosen: Sequence[tuple[Proposal, Choice]], titles: Mapping[str, str], doer: Doer
) -> Act:
    """The rows of what was decided, and their one line of the chain. Call inside the transaction
    of an act that has asked whether the person may."""
    rows = [
        SectionProposal(
            office_id=case.row.office_id,
            case=case.row,
            key=one.section,
            nama=one.name,
            putusan=choice.value,
            kalimat=one.words,
            diputus_oleh=doer.person,
            diputus_pada=doer.at,
        )
        for one, choice in chosen
    ]
    SectionProposal.objects.bulk_create(rows)
    return told_in_chain(case.row.pk, rows, titles)


def told_in_chain(case_id: int, rows: Sequence[SectionProposal], titles: Mapping[str, str]) -> Act:
    """The line of the chain that tells of these decisions."""
    sections = list(dict.fromkeys(titles.get(row.key, row.key) for row in rows))
    facts: dict[str, object] = {
        "jumlah": len(rows),
        "putusan": ", ".join(dict.fromkeys(_SAID[Choice(row.putusan)] for row in rows)),
        "judul": sections[0] if len(sections) == 1 else f"{len(sections)} bagian",
        "usulan": [
            {"bagian": row.key, "nama": row.nama, "putusan": row.putusan, "kalimat": row.kalimat}
            for row in rows
        ],
    }
    return Act("laporan.usulan_diputus", case_subject(case_id), facts)
