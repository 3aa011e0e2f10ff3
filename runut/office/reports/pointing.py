"""A note that points at a section of the report: written before its words, found again by them."""

from collections.abc import Iterable

from runut.core.report.lakip.sections import Section
from runut.office.cases.acting import OpenCase
from runut.office.cases.models import Case
from runut.office.reports.register import report_of

_BEFORE = "Pada bagian "


def sections_of(case: Case) -> tuple[Section, ...]:
    """The sections that a note can point at; none where no report is composed."""
    kind = report_of(case)
    return tuple(kind.sections(case)) if kind else ()


def pointed_at(title: str, words: str) -> str:
    """The note with the section before it."""
    return f"{_BEFORE}{title}: {words}"


def key_of(words: str, sections: Iterable[Section]) -> str:
    """The section that a note points at, "" for none. Of titles that begin alike the longest."""
    fitting = [one for one in sections if words.startswith(pointed_at(one.title, ""))]
    return max(fitting, key=lambda one: len(one.title)).key if fitting else ""


def keys_of(case: OpenCase, notes: Iterable[str]) -> dict[str, str]:
    """For each note that points somewhere, the section."""
    pointing = [one for one in notes if one.startswith(_BEFORE)]
    sections = sections_of(case.row) if pointing else ()
    return {one: key for one in pointing if (key := key_of(one, sections))}
