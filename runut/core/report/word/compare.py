"""The copy that left beside the file that came back: what is proposed, altered, and without place.

Every word of the returned file that is not in the copy is in exactly one of these answers.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from runut.core.report.word.align import align
from runut.core.report.word.edits import EMPHASIS, Edit, edits_between, put_into
from runut.core.report.word.flow import (
    UNTOLD,
    FlowParagraph,
    FlowTable,
    Piece,
    Unit,
    WordFlow,
)
from runut.core.report.word.guarded import Altered, altered
from runut.core.report.word.lines import gap_of, words_of
from runut.core.report.word.placing import Placed, place
from runut.core.report.word.spelled import spell

_CAPTION = re.compile(r"Gambar\s*[\d.]*\s*[.:]?\s+(\S.{2,150})$")
PAGE_EDGES = ("kepala halaman", "kaki halaman")


@dataclass(frozen=True)
class SectionChange:
    """The edits of one section. ``base`` is its text as it left, line by line."""

    section: int
    base: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Homeless:
    """Something that came back and has no place in the report: it is shown, not dropped.

    ``kind`` says in Indonesian what it is; ``section`` is where it stood, 0 where that is none.
    Of a picture ``media`` is the part of the file that holds it, ``after`` the words of its section
    before it, ``caption`` those that it is called by.
    """

    kind: str
    place: str
    text: str
    section: int = 0
    author: str = ""
    media: str = ""
    after: str = ""
    caption: str = ""


@dataclass(frozen=True)
class SaidOf:
    """A comment, and where it stands."""

    section: int
    place: str
    quoted: str
    text: str
    author: str
    at: str


@dataclass(frozen=True)
class Comparison:
    changes: tuple[SectionChange, ...]
    altered: tuple[Altered, ...]
    homeless: tuple[Homeless, ...]
    remarks: tuple[SaidOf, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.changes or self.altered or self.homeless or self.remarks)


def compare_copies(
    left: WordFlow, back: WordFlow, texts: Mapping[int, str], values: Mapping[str, str]
) -> Comparison:
    """What happened to the copy that ``left``, both as the same reader read them.

    ``texts`` are its sections as they were written, by their numbers; ``values`` what the figures
    in them said, by name.
    """
    base, new = _shown(left.units), _shown(back.units)
    units, theirs = [u for _, u in base], [u for _, u in new]
    found = align(units, theirs)
    placed = place(units, theirs, found)
    headings = _headings(units)
    places = _places(headings, placed)
    changes, touched = _changes(units, theirs, placed, headings, (texts, values))
    taken = {one.section: [*map(_told, one.edits)] for one in changes}
    return Comparison(
        tuple(changes),
        (*altered(units, theirs, found, headings), *touched),
        (*_homeless(units, theirs, placed, places, taken), *_asides(left, back)),
        tuple(_remarks(back, [n for n, _ in new], placed, places)),
    )


def _shown(units: Sequence[Unit]) -> list[tuple[int, Unit]]:
    """The units that say something; the lists of contents are renewed by Word and say nothing."""
    return [
        (n, one)
        for n, one in enumerate(units)
        if one.text or one.before or (isinstance(one, FlowParagraph) and one.pictures)
        if not (isinstance(one, FlowParagraph) and one.is_contents)
    ]


def _headings(units: Sequence[Unit]) -> list[str]:
    """For every unit the heading it stands under."""
    found, last = [], "Halaman depan"
    for one in units:
        if isinstance(one, FlowParagraph) and one.is_heading and one.text:
            last = " ".join(one.text.split())
        found.append(last)
    return found


def _places(headings: Sequence[str], placed: Sequence[Placed]) -> list[str]:
    """For every returned unit the heading of the copy that it stands under."""
    found, last = [], headings[0] if headings else ""
    for one in placed:
        last = headings[one.base] if one.base is not None else last
        found.append(last)
    return found


def _changes(
    base: Sequence[Unit],
    new: Sequence[Unit],
    placed: Sequence[Placed],
    headings: Sequence[str],
    written: tuple[Mapping[int, str], Mapping[str, str]],
) -> tuple[list[SectionChange], list[Altered]]:
    """The edits of each section; those that would alter one of its figures stand apart."""
    changes: list[SectionChange] = []
    touched: list[Altered] = []
    captions = set(_new_captions(base, new, placed))
    texts, values = written
    for section in dict.fromkeys(one.section for one in base if one.section):
        mine = [one for one in base if one.section == section]
        theirs = [
            one
            for n, (one, spot) in enumerate(zip(new, placed, strict=True))
            if spot.section == section and n not in captions
        ]
        gap = gap_of(mine)
        pictures = {alt for one in mine if isinstance(one, FlowParagraph) for alt in one.pictures}
        text = "".join(piece.text for piece in words_of(mine, gap, pictures))
        edits = edits_between(text, words_of(theirs, gap, pictures))
        guarded = put_into(text, spell(texts.get(section, ""), values), edits).guarded
        where = headings[next(n for n, one in enumerate(base) if one.section == section)]
        touched += [
            Altered("angka", where, e.before, e.after, "dalam teks", e.author) for e in guarded
        ]
        if kept := tuple(one for one in edits if one not in guarded):
            changes.append(SectionChange(section, text, kept))
    return changes, touched


def _homeless(
    base: Sequence[Unit],
    new: Sequence[Unit],
    placed: Sequence[Placed],
    places: Sequence[str],
    taken: Mapping[int, Sequence[str]],
) -> Iterator[Homeless]:
    """New paragraphs outside every section, and what the text of a section cannot hold."""
    for n, (one, spot, where) in enumerate(zip(new, placed, places, strict=True)):
        author = ", ".join(one.authors)
        if isinstance(one, FlowTable):
            if spot.base is None and not spot.section and one.text:
                yield Homeless("tabel", where, one.text, 0, author)
            continue
        was = base[spot.base] if spot.base is not None else None
        if spot.base is None and not spot.section and one.text:
            yield Homeless("alinea", where, one.text, 0, author)
        for alt, media in _new_pictures(one, was):
            yield Homeless(
                "gambar",
                where,
                alt or "(tanpa keterangan)",
                spot.section,
                author,
                media,
                _words_before(new, placed, n),
                _caption_after(new, n),
            )
        if spot.section:
            yield from _dress(one, was, spot.section, where, taken.get(spot.section, ()))


def _new_pictures(one: FlowParagraph, was: Unit | None) -> Iterator[tuple[str, str]]:
    """The pictures that the paragraph had not: what each says, and the part that holds it."""
    had = Counter(was.pictures if isinstance(was, FlowParagraph) else ())
    media = (*one.media, *[""] * len(one.pictures))
    for alt, part in zip(one.pictures, media, strict=False):
        if had[alt] > 0:
            had[alt] -= 1
        else:
            yield alt, part


def _words_before(new: Sequence[Unit], placed: Sequence[Placed], n: int) -> str:
    """The last words of the section at or before a unit; "" where it begins there."""
    home = placed[n].section
    at = n
    while at >= 0 and home and placed[at].section == home:
        if new[at].text:
            return new[at].text.rpartition("\n")[2]
        at -= 1
    return ""


def _new_captions(
    base: Sequence[Unit], new: Sequence[Unit], placed: Sequence[Placed]
) -> Iterator[int]:
    """The new paragraphs that call a new picture something: they come and go with it."""
    for n, (one, spot) in enumerate(zip(new[:-1], placed[:-1], strict=True)):
        was = base[spot.base] if spot.base is not None else None
        if not isinstance(one, FlowParagraph) or not any(_new_pictures(one, was)):
            continue
        if placed[n + 1].base is None and _caption_after(new, n):
            yield n + 1


def _caption_after(new: Sequence[Unit], n: int) -> str:
    """What the next paragraph calls the picture: "Gambar 1. Rapat tim"."""
    following = new[n + 1].text if n + 1 < len(new) else ""
    found = _CAPTION.match(following)
    return found[1] if found else ""


def _dress(
    one: FlowParagraph, was: Unit | None, section: int, where: str, taken: Sequence[str]
) -> Iterator[Homeless]:
    """How words look where it says something: what no edit takes along, as the look of words that
    were there before, and underlined ones, which the text of a section cannot say."""
    before = _strong(was.pieces) if isinstance(was, FlowParagraph) else []
    left = [
        words
        for words, dress in _strong(one.pieces)
        if "u" in dress or not any(words in told for told in taken)
        if not any(words in had and dress == looked for had, looked in before)
    ]
    if left:
        kind = "huruf tebal, miring, atau bergaris bawah"
        yield Homeless(kind, where, " … ".join(left), section)


def _strong(pieces: Sequence[Piece]) -> list[tuple[str, str]]:
    """The words that look otherwise than those around them, and how."""
    seen = (p for p in pieces if p.change != "hapus" and p.text)
    runs = groupby(seen, key=lambda p: p.dress.strip(UNTOLD))
    found = [("".join(p.text for p in run).strip(), dress) for dress, run in runs if dress]
    return [(words, dress) for words, dress in found if words]


def _told(edit: Edit) -> str:
    """The words of an edit that bring their look along; the others a stop."""
    return "".join(
        char if look in EMPHASIS else "\n"
        for char, look in zip(edit.after, edit.looks, strict=False)
    )


def _asides(left: WordFlow, back: WordFlow) -> Iterator[Homeless]:
    """Words beside the flow that the copy had not. Programs repeat the head and the foot of a page
    as they like, with other numbers: there only words that are new count."""
    had = Counter((one.kind, one.text) for one in left.asides)
    known = {(one.kind, word) for one in left.asides for word in one.text.split()}
    for one in back.asides:
        if one.kind in PAGE_EDGES:
            new = [w for w in one.text.split() if (one.kind, w) not in known and not _is_page(w)]
            known |= {(one.kind, word) for word in new}
            if new:
                yield Homeless(one.kind, "di tepi halaman", one.text)
        elif had[one.kind, one.text] > 0:
            had[one.kind, one.text] -= 1
        else:
            yield Homeless(one.kind, "di luar alur teks", one.text)


def _is_page(word: str) -> bool:
    return word.isdigit() or not set(word) - set("ivxlc")


def _remarks(
    back: WordFlow, kept: Sequence[int], placed: Sequence[Placed], places: Sequence[str]
) -> Iterator[SaidOf]:
    at = {n: position for position, n in enumerate(kept)}
    for one in back.remarks:
        spot = at.get(one.unit)
        section = placed[spot].section if spot is not None else 0
        where = places[spot] if spot is not None else "di luar alur teks"
        yield SaidOf(section, where, one.quoted, one.text, one.author, one.at)
