"""Whose words and figures stand in a report, and which later checks they take from them."""

from collections.abc import Mapping
from dataclasses import dataclass

from runut.core.case.model import Step
from runut.office.cases.acting import OpenCase
from runut.office.cases.queries import people_of
from runut.office.cases.text_life import COMPOSING, checks_of_text, holders_of
from runut.office.reports.queries import standing_texts
from runut.office.reports.register import report_of

FREEZING = COMPOSING
"""The kind of work that composes a report and freezes it for its checkers."""


Standing = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Excluded:
    """Somebody who holds a check or signature that he can no longer do, and which."""

    nama: str
    step: Step


def excluded_from(case: OpenCase, standing: Standing | None = None) -> list[Excluded]:
    """Who is excluded from what, as the words of the report stand now; ``standing``: whose they
    are, where it is known already."""
    people, checks = people_of(case), checks_of_text(case)
    authors = {no: authors_of(case, no, standing) for no in {step.checks for step in checks}}
    return [
        Excluded(people[ref].nama, step)
        for step in checks
        for ref in sorted(holders_of(case, step) & authors[step.checks])
        if ref in people
    ]


def steps_given_up(case: OpenCase, key: str, person: str) -> list[Step]:
    """The checks and signatures that ``person`` could no longer do with words in this section.

    What is the signer's own to write takes nothing from him.
    """
    kind = report_of(case.row)
    is_own = kind is not None and key in kind.signers_own
    return [
        step
        for step in checks_of_text(case)
        if person in holders_of(case, step) and not (is_own and step.signs)
    ]


def authors_of(case: OpenCase, no: str, standing: Standing | None = None) -> frozenset[str]:
    """Whose words or figures stand in the report that step ``no`` freezes: none of them may check
    it. The figures are theirs who loaded the version that it is drawn from."""
    kind = report_of(case.row)
    own = kind.signers_own if kind else frozenset()
    signers = {
        p for s in checks_of_text(case) if s.checks == no and s.signs for p in holders_of(case, s)
    }
    writers = frozenset(
        writer
        for key, writers in (standing_texts(case.row) if standing is None else standing).items()
        for writer in writers
        if not (key in own and writer in signers)
    )
    return writers | (kind.data_authors(case.row) if kind else frozenset())
