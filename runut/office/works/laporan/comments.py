"""What the pages show of comments on a report."""

from dataclasses import dataclass

from django.db.models import QuerySet

from runut.core.report.blocks import Bullets, Figure, Line, Paragraph, lines_of
from runut.core.report.prose.read import read_prose
from runut.core.report.text import line_text
from runut.office.cases.acting import OpenCase
from runut.office.cases.models import Case
from runut.office.reports.models import SectionComment
from runut.office.reports.notes import open_notes
from runut.office.works.rapat.queries import open_resolutions

_SHORT = 90


def comments_of(case: Case, key: str) -> QuerySet[SectionComment]:
    """The comments on a section, open ones first."""
    rows = SectionComment.objects.filter(office_id=case.office_id, case=case, key=key)
    people = rows.select_related("untuk", "ditulis_oleh", "ditutup_oleh", "case")
    return people.order_by("ditutup_pada", "pk")


def open_comments(case: Case) -> QuerySet[SectionComment]:
    """Every comment of a report that waits, in the order they were written."""
    rows = SectionComment.objects.filter(office_id=case.office_id, case=case, ditutup_pada=None)
    return rows.select_related("untuk", "ditulis_oleh").order_by("pk")


def paragraphs_of(text: str) -> list[str]:
    """What a comment can point at: each paragraph and item, in its own words."""
    blocks = [one for one in read_prose(text).blocks if isinstance(one, Paragraph | Bullets)]
    found = (_words(line) for block in blocks for line in lines_of(block))
    return list(dict.fromkeys(words for words in found if words))


def _words(line: Line) -> str:
    """A line in words; a figure by its name, so that new data do not change what was quoted."""
    parts = (
        f"{{{part.name}}}" if isinstance(part, Figure) else line_text((part,)) for part in line
    )
    return " ".join("".join(parts).split())


def shortened(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()}…"


@dataclass(frozen=True)
class Asked:
    """What a return or the meeting asks of a section."""

    kind: str
    words: str
    who: str


def asked_of(case: OpenCase, key: str) -> list[Asked]:
    """The notes of a return and the decisions of the meeting that point at a section and wait."""
    notes = [
        Asked("Catatan", one.words, one.who) for one in open_notes(case) if one.section_key == key
    ]
    decisions = [
        Asked("Keputusan rapat", one.isi, one.pic.nama if one.pic else "")
        for one in open_resolutions(case)
        if one.section_key == key
    ]
    return [*notes, *decisions]
