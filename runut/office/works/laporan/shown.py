"""A section's words as the report, the editor and its writer see them."""

from dataclasses import dataclass

from django.urls import reverse

from runut.core.report.blocks import Figure, Line, Paper, Text, gaps_of
from runut.core.report.differences import Piece, mark_differences
from runut.core.report.proposals import Proposal
from runut.core.report.prose.plain import plain_words
from runut.core.report.prose.read import read_prose
from runut.core.report.prose.resolve import Live, map_lines, resolve
from runut.core.report.prose.write import write_prose
from runut.core.report.text import line_text
from runut.files.write.editable import write_editable
from runut.files.write.html import write_html
from runut.office.cases.models import Case
from runut.office.reports.photos import sizes_in
from runut.office.reports.register import report_of

_MARKS = 1_000_003


@dataclass(frozen=True)
class KnownFigure:
    """A figure that words may name and that has a value."""

    name: str
    label: str
    value: Figure


@dataclass(frozen=True)
class Shown:
    """``text``: as typed; ``html``: as the report prints it; ``editable``: as the editor holds it;
    ``remarks``: what was odd, by its line; ``live``: the figures that the words may name."""

    text: str
    html: str
    editable: str
    remarks: list[str]
    live: Live

    @property
    def mark(self) -> int:
        """What tells one text from another, as the editor counts it too: where the field was
        filled with kept typing, the sheet is drawn anew from there."""
        lines = self.text.replace("\r\n", "\n")
        return sum(place * ord(sign) for place, sign in enumerate(lines, 1)) % _MARKS

    @property
    def figures(self) -> list[KnownFigure]:
        return with_value(self.live)


def with_value(live: Live) -> list[KnownFigure]:
    """The figures of the picker: those that the data of the year have."""
    return [
        KnownFigure(one.name, one.label, one.value)
        for one in live.values()
        if isinstance(one.value, Figure)
    ]


def show_text(case: Case, key: str, text: str) -> Shown:
    """The words as typed, with the figures of the year; nothing is saved."""
    live = live_of(case)
    photos = sizes_in(case, text)
    prose = read_prose(text, key)
    paper = Paper("", tuple(resolve(one, live, photos, key) for one in prose.blocks))
    pictures = pictures_at(case)
    missing = [f"Belum lengkap: {gap.ask}." for gap in gaps_of(paper)]
    return Shown(
        text=text,
        html=write_html(paper, pictures_at=pictures) if prose.blocks else "",
        editable=write_editable(prose.blocks, live, pictures),
        remarks=[*(one.pesan for one in prose.findings), *missing],
        live=live,
    )


def rewritable(case: Case, proposal: Proposal) -> str:
    """The words of a proposal as its writer goes on with them: figures that have a name stay the
    report's own."""
    names = {(one.value.text, one.value.source): one.name for one in with_value(live_of(case))}

    def named(words: Line) -> Line:
        return tuple(
            Figure("", "", name=names[part.text, part.source])
            if isinstance(part, Figure) and (part.text, part.source) in names
            else Text(line_text((part,)))
            for part in words
        )

    return write_prose(map_lines(block, named) for block in proposal.blocks).rstrip()


def live_of(case: Case) -> Live:
    """The figures that the words of a report may name."""
    kind = report_of(case)
    return kind.live(case) if kind else {}


def word_differences(before: str, after: str, live: Live) -> tuple[Piece, ...]:
    """What differs between two texts, in the words that people read; in their marks where only
    these differ."""
    plain = [plain_words(one, live) for one in (before, after)]
    return mark_differences(*(plain if plain[0] != plain[1] else (before, after)))


def pictures_at(case: Case) -> str:
    """The address of the pictures of a report, to be followed by a code."""
    return reverse("laporan_gambar", args=(case.pk, "x"))[:-1]
