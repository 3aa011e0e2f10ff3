"""A text of a section, letter by letter as it is printed, and each letter still knows its marks.

Word knows nothing of ``*tebal*`` or ``{capaian IKU1}``: it shows bold letters and a value. Edits
are found in what is shown; here they are put into what was written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from runut.core.report.blocks import (
    Block,
    Bullets,
    Figure,
    Gap,
    Line,
    Paragraph,
    Photo,
    Table,
    Text,
    lines_of,
)
from runut.core.report.prose.read import is_special, read_prose
from runut.core.report.prose.resolve import Live, normal_name, resolve
from runut.core.report.prose.runs import write_line
from runut.core.report.prose.write import normal, write_prose
from runut.core.report.text import line_text
from runut.core.report.word.flow import spaced

NUMBER, LETTER, DASH = "1. ", "a. ", "- "
"""What stands before an item, whatever it counts: one put in is one change, not many."""
_PREFIX = re.compile(r" *(?:- |\d{1,3}\. |[a-z]\. )")
_COUNTED = re.compile(r"(?P<indent> *)(?P<mark>\d{1,3}|[a-z])\. (?P<rest>.*)", re.S)
Whole = Figure | Photo


@dataclass(frozen=True)
class Sign:
    """A letter as printed. ``whole``: the number of the figure or picture that it is a part of;
    ``row`` the number of its line in the text that was spelled."""

    char: str
    bold: bool = False
    italic: bool = False
    whole: int = -1
    row: int = -1


@dataclass(frozen=True)
class Row:
    """A line of the text: its letters, how it was written, what its list begins to count with."""

    signs: tuple[Sign, ...]
    source: str
    first: str = ""


@dataclass
class Spelled:
    """A whole text, line by line."""

    rows: list[Row] = field(default_factory=list)
    wholes: list[Whole] = field(default_factory=list)

    @property
    def signs(self) -> list[Sign]:
        return [sign for row in self.rows for sign in row.signs]

    @property
    def text(self) -> str:
        return "".join(sign.char for sign in self.signs)


def spell(text: str, values: Mapping[str, str] | None = None) -> Spelled:
    """The text as it is printed. ``values``: what its figures said on paper, by normal name.

    >>> spell("Capaian *baik*: {capaian IKU1}.", {"capaian iku1": "98%"}).text
    'Capaian baik: 98%.\\n'
    """
    found = Spelled()
    speller = _Speller(found, values or {}, is_airy="\n\n" in text.strip())
    for block in normal(read_prose(text).blocks):
        speller.block(block)
    return found


def values_of(live: Live) -> dict[str, str]:
    """What each figure that words may name says on paper, by its normal name."""
    return {
        name: "".join(line_text(one) for one in lines_of(resolve(_naming(name), live, {})))
        for name in live
    }


def _naming(name: str) -> Paragraph:
    return Paragraph((Figure("", "", name=name),))


def numbered(lines: Iterable[str]) -> str:
    """Lines as people read them: the items of each list counted on from its first."""
    found: list[str] = []
    last: dict[str, str] = {}
    for line in lines:
        bare = line.lstrip("\n")
        counted = _COUNTED.fullmatch(bare)
        if not counted:
            if bare.lstrip().startswith(DASH):
                last.pop(bare[: len(bare) - len(bare.lstrip())], None)
            else:
                last = {}
            found.append(line)
            continue
        indent, mark = counted["indent"], counted["mark"]
        deeper = [one for one in last if len(one) > len(indent)]
        for one in deeper:
            del last[one]
        before = last.get(indent)
        if line == bare and before is not None and before.isdigit() == mark.isdigit():
            mark = str(int(before) + 1) if before.isdigit() else chr(ord(before) + 1)
        last[indent] = mark
        found.append(f"{line[: len(line) - len(bare)]}{indent}{mark}. {counted['rest']}")
    return "\n".join(found).strip("\n")


class _Speller:
    """``is_airy``: whoever wrote the text put empty lines between its blocks, and keeps them."""

    def __init__(self, into: Spelled, values: Mapping[str, str], *, is_airy: bool) -> None:
        self.into, self.values, self.is_airy = into, values, is_airy
        self.last: Block | None = None

    def block(self, block: Block) -> None:
        # two lists, and two tables, are told apart by the line between them
        needs_gap = type(block) is type(self.last) and isinstance(block, Bullets | Table)
        written = _lines(write_prose([block]), "\n" if self.is_airy or needs_gap else "")
        self.last = block
        match block:
            case Paragraph(line=one):
                self.row("", one, next(written))
            case Bullets():
                self.items(block, 0, written)
            case Table(head=head, rows=rows, caption=caption):
                if caption:
                    self.row("", (Text(f"Tabel: {caption}"),), next(written))
                for row in (*head, *rows):
                    cells = [part for cell in row for one in (*cell.lines, _BORDER) for part in one]
                    self.row("| ", tuple(cells[:-1]), next(written), " |")
            case Photo(alt=alt, caption=caption):
                self.into.wholes.append(block)
                whole = len(self.into.wholes) - 1
                for words, source in (
                    (picture_words(alt or caption), next(written)),
                    (f"Gambar: {caption}", ""),
                ):
                    at = len(self.into.rows)
                    signs = tuple(Sign(c, whole=whole, row=at) for c in f"{_tidy(words)}\n")
                    self.into.rows.append(Row(signs, source))

    def items(self, block: Bullets, depth: int, written: Iterator[str]) -> None:
        mark = LETTER if block.letters else NUMBER if block.ordered else DASH
        first = block.mark(0).rstrip(".") if mark != DASH else ""
        for item, below in block.with_below:
            self.row("  " * depth + mark, item, next(written), first=first)
            for one in below:
                self.items(one, depth + 1, written)

    def row(self, prefix: str, line: Line, source: str, end: str = "", first: str = "") -> None:
        at = len(self.into.rows)
        body = _tidied([*self.parts(line, at)])
        around = [tuple(Sign(c, row=at) for c in words) for words in (prefix, f"{end}\n")]
        self.into.rows.append(Row((*around[0], *body, *around[1]), source, first))

    def parts(self, line: Line, row: int) -> Iterator[Sign]:
        for part in line:
            match part:
                case Text(text=text, bold=bold, italic=italic):
                    yield from (Sign(c, bold, italic, row=row) for c in spaced(text))
                case Figure(name=name, bold=bold):
                    self.into.wholes.append(part)
                    words = self.values.get(normal_name(name), name)
                    whole = len(self.into.wholes) - 1
                    yield from (Sign(c, bold, whole=whole, row=row) for c in spaced(words))
                case Gap():
                    continue


_BORDER: Line = (Text(" | "),)


def picture_words(alt: str) -> str:
    """The line that stands for a picture."""
    return f"[gambar: {alt}]"


def _lines(text: str, before: str) -> Iterator[str]:
    """Written lines; an empty one goes with the line that it stands before."""
    for line in text.splitlines():
        if line:
            yield before + line
            before = ""
        else:
            before = "\n"


def _tidy(text: str) -> str:
    return " ".join(spaced(text).split())


def _tidied(signs: Sequence[Sign]) -> list[Sign]:
    """One blank where there were several, none at the ends."""
    found: list[Sign] = []
    for sign in signs:
        if not sign.char.isspace():
            found.append(sign)
        elif found and found[-1].char != " ":
            found.append(Sign(" ", sign.bold, sign.italic, sign.whole, sign.row))
    return found[:-1] if found and found[-1].char == " " else found


def write_back(signs: Sequence[Sign], spelled: Spelled) -> str:
    """The text of these letters. A line that nobody touched is written as it was."""
    lines: list[str] = []
    row: list[Sign] = []
    for sign in signs:
        row.append(sign)
        if sign.char == "\n":
            lines.append(_written(row, spelled, is_first=not _goes_on(lines)))
            row = []
    if any(not sign.char.isspace() for sign in row):
        lines.append(_written([*row, Sign("\n")], spelled, is_first=not _goes_on(lines)))
    return numbered(line for line in lines if line)


def _goes_on(lines: Sequence[str]) -> bool:
    """Whether an item that comes now stands under another one."""
    return bool(lines) and _PREFIX.match(lines[-1].lstrip("\n")) is not None


def _written(row: Sequence[Sign], spelled: Spelled, *, is_first: bool) -> str:
    at = next((sign.row for sign in row if sign.row >= 0), -1)
    known = spelled.rows[at] if at >= 0 else None
    if known is not None and tuple(row) == known.signs:
        return _counted_from(known.source, known.first) if is_first else known.source
    text = "".join(sign.char for sign in row)
    prefix = _PREFIX.match(text)
    start = prefix.end() if prefix else 0
    words = write_line(_line(_tidied(row[start:]), spelled)).strip()
    if not words:
        return ""
    mark = text[:start]
    if not prefix and is_special(words) and not words.startswith(("|", "Tabel:")):
        words = f"\\{words}"
    gap = "\n" if known is not None and known.source.startswith("\n") else ""
    line = gap + mark + words
    return _counted_from(line, known.first) if is_first and known is not None else line


def _counted_from(source: str, first: str) -> str:
    """The first item of a list counts from where the list began, also where it was another."""
    counted = _COUNTED.fullmatch(source.lstrip("\n")) if first else None
    if counted is None or counted["indent"]:
        return source
    gap = source[: len(source) - len(source.lstrip("\n"))]
    return f"{gap}{first}. {counted['rest']}"


def _line(signs: Sequence[Sign], spelled: Spelled) -> Line:
    parts: list[Text | Figure] = []
    last = -1
    for sign in signs:
        whole = spelled.wholes[sign.whole] if sign.whole >= 0 else None
        if isinstance(whole, Figure):
            if sign.whole != last:
                parts.append(whole)
        else:
            parts.append(Text(sign.char, sign.bold, sign.italic))
        last = sign.whole
    return tuple(parts)
