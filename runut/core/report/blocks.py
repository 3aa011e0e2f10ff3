"""The block tree: what an official paper says, before anybody decides how it is drawn.

A report is data first. Writers (DOCX, PDF, HTML, text) draw the same tree, so the four can
never differ in content. A number in it is a ``Figure``: its text together with the place it
came from, so that every rendering can answer "from where?".
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from runut.core.report.filling import Filling


@dataclass(frozen=True)
class Text:
    """A run of words. ``bold``/``italic`` only where the form asks for it.

    ``change`` tells, in a comparison of two papers, what came (``baru``) and went (``hilang``).
    """

    text: str
    bold: bool = False
    italic: bool = False
    change: Literal["", "baru", "hilang"] = ""


@dataclass(frozen=True)
class Figure:
    """A number as printed, and its origin (``Indikator!E7``, ``dihitung: 90 ÷ 95 × 100``).

    ``name`` is the short name by which people's words refer to it ("capaian IKU1"); such a figure
    has no text until ``prose.resolve`` has put its value in.
    """

    text: str
    source: str
    bold: bool = False
    name: str = ""


@dataclass(frozen=True)
class Gap:
    """Words that a person must still write. Drawn so that nobody overlooks it; never invented.

    ``key`` names the section that waits for them, ``ask`` says what is to be written.
    """

    key: str
    ask: str


Inline = Text | Figure | Gap
Line = tuple[Inline, ...]
Align = Literal["left", "center", "right", "justify"]


def line(*parts: "Inline | str") -> Line:
    """A line of runs; plain strings become words.

    >>> line("Capaian ", Figure("98,95%", "dihitung"))[0]
    Text(text='Capaian ', bold=False, italic=False, change='')
    """
    return tuple(Text(p) if isinstance(p, str) else p for p in parts)


@dataclass(frozen=True)
class Heading:
    """A heading. ``level`` 1 is a chapter.

    ``number`` is printed before the words ("BAB I", "A.", "1."). ``key`` is the anchor that
    links, decisions of a meeting and people's texts point at.
    """

    level: int
    text: str
    number: str = ""
    key: str = ""
    in_contents: bool = True


@dataclass(frozen=True)
class Paragraph:
    """``key`` is the section whose words it holds; ``proposal`` names the proposal that it is
    (``report.proposals``), "" once somebody has taken it and for all other words."""

    line: Line
    align: Align = "justify"
    indent: bool = False
    key: str = ""
    proposal: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list; ``ordered`` numbers it ("1.", "2."), ``letters`` letters it ("a.", "b.").

    ``first`` is what it begins to count with. ``below`` holds for each item the lists under it;
    empty where no item has any. ``key`` and ``proposal`` are as those of a paragraph.
    """

    items: tuple[Line, ...]
    ordered: bool = False
    letters: bool = False
    first: int = 1
    below: tuple[tuple["Bullets", ...], ...] = ()
    key: str = ""
    proposal: str = ""

    @property
    def with_below(self) -> tuple[tuple[Line, tuple["Bullets", ...]], ...]:
        """Each item with the lists under it."""
        under = self.below or ((),) * len(self.items)
        return tuple(zip(self.items, under, strict=True))

    def mark(self, position: int) -> str:
        """What stands before an item; ``position`` counts from 0.

        >>> Bullets((), letters=True).mark(1), Bullets((), ordered=True, first=3).mark(1)
        ('b.', '4.')
        """
        number = self.first + position
        if self.letters:
            return f"{chr(ord('a') + (number - 1) % 26)}."
        return f"{number}." if self.ordered else "-"


@dataclass(frozen=True)
class Cell:
    """A cell: one or more lines. It spans columns and rows; the covered cells are left out."""

    lines: tuple[Line, ...]
    align: Align = "left"
    bold: bool = False
    span: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """A table with a repeated head. ``widths`` are shares of the width and sum to about 1.

    ``wide`` asks for a landscape page. ``caption`` empty: no number, not in the list of tables.
    ``notes`` are the lines under it (working, sources). ``frame`` False draws no rules (a form's
    label/colon/value lines). ``row_mm`` is the least height of a row, where people sign by hand.
    """

    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    caption: str = ""
    wide: bool = False
    notes: tuple[Line, ...] = ()
    frame: bool = True
    key: str = ""
    row_mm: int = 0
    section: str = ""
    """The section that a table of people's words belongs to; "" for one that is computed."""


@dataclass(frozen=True)
class Series:
    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Node:
    """A box or a line of a tree: its words, what it is, and what stands below it."""

    text: str
    kind: str = ""
    children: tuple["Node", ...] = ()


@dataclass(frozen=True)
class Chart:
    """A drawing of figures that also stand in a table. ``alt`` says in words what it shows.

    ``panels`` draws several small charts side by side, each under its own caption and in its own
    unit; ``tree`` draws an organisation (``org``) or a cascade (``tree``);
    ``glance`` is a whole page of both.
    """

    kind: Literal["bar", "line", "panels", "org", "tree", "glance"]
    caption: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    alt: str
    reference: Decimal | None = None
    """A level to draw as a line across (a target, 100 %)."""
    panels: tuple["Chart", ...] = ()
    tree: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Letterhead:
    """Kop naskah dinas: lines from the government down to the unit (the largest), then address.

    ``contact`` is the line of telephone, e-mail and site. ``lambang`` is a PNG in base64, carried
    here so that the paper stays whole wherever it is drawn.
    """

    lines: tuple[str, ...]
    address: str = ""
    contact: str = ""
    lambang: str = ""

    @property
    def small_lines(self) -> tuple[str, ...]:
        """What stands small under the name of the unit."""
        return tuple(one for one in (self.address, self.contact) if one)


@dataclass(frozen=True)
class Signature:
    """A signature block: place and date, post, name, rank, NIP (18 digits, printed 8-6-1-3).

    ``state`` says what may be claimed: ``kosong`` leaves room for a wet signature, ``tercatat``
    prints ``note`` about an act of the signer that is no signature, ``elektronik`` the text of an
    electronic signature with ``note``; both show, where given, the QR of ``qr``. ``periksa`` prints
    the note and the QR alone: the paper is frozen before it is signed and claims nothing; the page
    behind the QR says whether it was. A post may have several lines (``a.n. …``).
    """

    jabatan: str
    nama: str
    place_date: str = ""
    pangkat: str = ""
    nip: str = ""
    state: Literal["kosong", "tercatat", "elektronik", "periksa"] = "kosong"
    note: str = ""
    qr: str = ""


@dataclass(frozen=True)
class Signatures:
    """One or two signature blocks side by side (a Perjanjian Kinerja has two parties)."""

    blocks: tuple[Signature, ...]


@dataclass(frozen=True)
class Picture:
    """A picture carried as SVG text (a QR, a flow). ``width_mm`` wide; ``alt`` in words."""

    svg: str
    width_mm: int
    alt: str


@dataclass(frozen=True)
class Photo:
    """A picture that people put among their words, with its caption and what it shows in words.

    It is known by the beginning of its hash. ``data`` is the picture itself (JPEG in base64),
    carried here like the lambang of a letterhead, so that the paper stays whole wherever it is
    drawn; ``width`` and ``height`` are its pixels. Without data it was not found.
    """

    code: str
    caption: str
    alt: str
    data: str = ""
    width: int = 0
    height: int = 0
    key: str = ""
    """The section whose words it stands among, as of a paragraph."""


@dataclass(frozen=True)
class Lists:
    """Where the list of contents, of tables or of figures stands."""

    of: Literal["isi", "tabel", "gambar"]
    title: str


@dataclass(frozen=True)
class PageBreak:
    pass


@dataclass(frozen=True)
class Boxed:
    """Lines in a box of their own (a notice, a ``data contoh`` mark)."""

    lines: tuple[Line, ...]
    tone: Literal["info", "warning"] = "info"


Block = (
    Heading
    | Paragraph
    | Bullets
    | Table
    | Chart
    | Letterhead
    | Signatures
    | Picture
    | Photo
    | Lists
    | PageBreak
    | Boxed
)


@dataclass(frozen=True)
class Cover:
    """The first page of a report, alone and without page number."""

    title: tuple[str, ...]
    office: tuple[str, ...]
    place_year: str = ""
    notice: str = ""


@dataclass(frozen=True)
class Paper:
    """A whole document. ``front`` is numbered i, ii, iii; ``body`` 1, 2, 3.

    A letter or list has no cover and no front. ``footer`` is printed small on each page.
    ``paper``: reports are A4, letters F4 (215 × 330 mm).
    """

    title: str
    body: tuple[Block, ...]
    subject: str = ""
    author: str = ""
    cover: Cover | None = None
    front: tuple[Block, ...] = ()
    header: str = ""
    footer: str = ""
    paper: Literal["a4", "f4"] = "a4"
    landscape: bool = False
    show_page_numbers: bool = True
    keywords: tuple[str, ...] = field(default=())
    watermark: str = ""
    """A word printed large and light across every page (DRAF)."""
    filling: Filling | None = None
    """What an office's own template is filled with; None where no template is made for it."""


def blocks_of(paper: Paper) -> Iterable[Block]:
    """All blocks in reading order, front first."""
    yield from paper.front
    yield from paper.body


def gaps_of(paper: Paper) -> list[Gap]:
    """Every place where a person's words are still missing, in reading order."""
    found: list[Gap] = []
    for block in blocks_of(paper):
        for run in lines_of(block):
            found.extend(part for part in run if isinstance(part, Gap))
    return found


def figures_of(paper: Paper) -> list[Figure]:
    """Every number with its source, in reading order."""
    return [
        part
        for block in blocks_of(paper)
        for run in lines_of(block)
        for part in run
        if isinstance(part, Figure)
    ]


def lines_of(block: Block) -> Iterable[Line]:
    """The lines of words of a block; headings, charts and signatures have none."""
    match block:
        case Paragraph(line=one):
            yield one
        case Bullets():
            for item, below in block.with_below:
                yield item
                for under in below:
                    yield from lines_of(under)
        case Boxed(lines=lines):
            yield from lines
        case Table(head=head, rows=rows, notes=notes):
            for row in (*head, *rows):
                for cell in row:
                    yield from cell.lines
            yield from notes
        case _:
            return
