"""Every kind of block of the tree as WordprocessingML."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from runut.core.report.blocks import (
    Boxed,
    Bullets,
    Chart,
    Heading,
    Letterhead,
    Line,
    Lists,
    Paper,
    Paragraph,
    Photo,
    Picture,
    Signatures,
    Table,
)
from runut.files.write.charts.draw import draw_png, svg_to_png
from runut.files.write.docx.letterhead import letterhead
from runut.files.write.docx.package import Parts
from runut.files.write.docx.signatures import signatures
from runut.files.write.docx.styles import ACCENT, WordList, twips
from runut.files.write.docx.tables import table
from runut.files.write.docx.words import (
    bookmark,
    field_end,
    field_start,
    line,
    link,
    paragraph,
    picture,
    run,
)
from runut.files.write.docx.words import field as word_field
from runut.files.write.layout.breaks import breaks_of
from runut.files.write.layout.drawings import png_size, safe_svg, size_of
from runut.files.write.layout.fit import fit
from runut.files.write.layout.outline import Entry, NumberedBlock, Outline
from runut.files.write.layout.photos import chart_width, photo_bytes, photo_size
from runut.files.write.layout.rhythm import CHAPTER, FRAME, NOTE, SECTIONS, TEXT
from runut.files.write.layout.sheets import POINTS_PER_MM, Page

_PIXELS = 1200
"""Over the width of a page: about 190 in an inch, sharp enough for print."""
_JUSTIFY = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_FIELDS = {
    "isi": 'TOC \\o "1-4" \\h \\z',
    "tabel": 'TOC \\h \\z \\c "Tabel"',
    "gambar": 'TOC \\h \\z \\c "Gambar"',
}
TAB = "<w:r><w:tab/></w:r>"
_NO_ROOM = '<w:spacing w:after="0"/>'
_END_OF_LIST = paragraph("", "Jarak", _NO_ROOM)
_LAST_ITEM = f'<w:spacing w:after="{round(TEXT.after() * 20)}"/>'
_FIRST_NOTE = f'<w:spacing w:before="{round(NOTE.before(FRAME) * 20)}"/>'
_RULE = 6
_UNDER_RULE = replace(FRAME, below=CHAPTER.below).after(SECTIONS[0]) - _RULE
"""How high the line under a chapter's title stands, and the room after it, in points."""
_LOOSE = '<w:spacing w:after="30"/>'
"""Under a table without a frame that stands among lines of text."""


@dataclass
class Blocks:
    """Draws blocks one after the other; collects the lists (for numbering) and pictures."""

    paper: Paper
    outlined: Outline
    pages: Mapping[str, str]
    parts: Parts
    lists: list[WordList] = field(default_factory=list)

    def __post_init__(self) -> None:
        anchors = [p.anchor for p in self.outlined.placed if p.anchor]
        self.marks = {anchor: n for n, anchor in enumerate(anchors, 1)}
        self.following = {id(p): after.block for p, after in pairwise(self.outlined.placed)}

    def draw(self, placed: NumberedBlock, page: Page) -> str:
        match placed.block:
            case Heading():
                return self.heading(placed, placed.block, page)
            case Paragraph():
                return _paragraph(placed.block, keep=placed.keep)
            case Bullets():
                return self.bullets(placed.block, keep=placed.keep)
            case Table():
                return self.table(placed, placed.block, page)
            case Chart():
                return self.chart(placed, placed.block, page)
            case Letterhead():
                return letterhead(placed.block, page, self.parts)
            case Signatures():
                return signatures(placed.block, page, self.parts)
            case Photo():
                return self.photo(placed, placed.block)
            case Picture():
                return self.picture(placed.block)
            case Lists():
                return self.list(placed, placed.block, page)
            case Boxed(lines=lines, tone=tone):
                return _boxed(lines, "KotakPeringatan" if tone == "warning" else "Kotak")
        return ""

    def heading(self, placed: NumberedBlock, block: Heading, page: Page) -> str:
        style = f"{'Heading' if block.in_contents else 'Lepas'}{min(placed.level, 4)}"
        chapter = placed.level == 1
        if not chapter:
            number = run(block.number) + TAB if block.number else ""
            flat = "" if block.number else '<w:ind w:left="0" w:firstLine="0"/>'
            words = bookmark(self.marks[placed.anchor], number + run(block.text))
            return paragraph(words, style, flat)
        between = "\n" if self.paper.cover else " "
        text = f"{block.number}{between}{block.text}" if block.number else block.text
        drawn = paragraph(bookmark(self.marks[placed.anchor], run(text)), style)
        return drawn + _under_chapter(page) if self.paper.cover else drawn

    def list(self, placed: NumberedBlock, block: Lists, page: Page) -> str:
        title = self.heading(placed, Heading(1, block.title), page)
        if block.of == "gambar" and _follows_a_list(placed, self.outlined):
            title = paragraph("", "", "<w:keepNext/>") + title
        entries = self.outlined.entries(block.of)
        if not entries:
            return title + paragraph(run("(tidak ada)"), "", '<w:jc w:val="center"/>')
        drawn = [self.entry(entry, block.of) for entry in entries]
        # One more paragraph after the field: LibreOffice loses the page number in the footer
        # where a section ends in the very paragraph that ends a list.
        ending = paragraph(field_end(), "Jarak", _NO_ROOM) + _END_OF_LIST
        style, words = drawn[0]
        drawn[0] = style, field_start(_FIELDS[block.of]) + words
        if isinstance(self.following.get(id(placed)), Lists):
            # But where a list fills its page, it would stand alone on the next, before a new list.
            ending, (style, words) = "", drawn[-1]
            drawn[-1] = style, words + field_end()
        return title + "".join(paragraph(words, style) for style, words in drawn) + ending

    def entry(self, entry: Entry, of: str) -> tuple[str, str]:
        mark = self.marks[entry.anchor]
        if of != "isi":
            style, words = "TableofFigures", run(f"{entry.number}. {entry.text}")
        elif entry.level == 1:
            style, words = "TOC1", run(f"{entry.number}  {entry.text}".strip())
        else:
            number = run(entry.number) + TAB if entry.number else ""
            style, words = f"TOC{entry.level}", number + run(entry.text)
        page = word_field(f"PAGEREF _Toc{mark:08} \\h", run(self.pages.get(entry.anchor, "")))
        return style, link(mark, words + TAB + page)

    def bullets(self, block: Bullets, *, keep: bool, depth: int = 0) -> str:
        kind = "lowerLetter" if block.letters else "decimal" if block.ordered else "bullet"
        self.lists.append(WordList(kind, depth, block.first))
        number = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{len(self.lists)}"/>'
        dress = ("<w:keepNext/>" if keep else "") + f"<w:numPr>{number}</w:numPr>"
        drawn = []
        for n, (item, below) in enumerate(block.with_below, start=1):
            ends = not depth and n == len(block.items) and not below
            drawn.append(paragraph(line(item), "Butir", dress + (_LAST_ITEM if ends else "")))
            drawn += [self.bullets(one, keep=keep, depth=depth + 1) for one in below]
        return "".join(drawn)

    def table(self, placed: NumberedBlock, block: Table, page: Page) -> str:
        fitted = fit(block, page.room, page.depth)
        if not block.rows and not block.head:
            return ""
        caption = self.caption(placed, "Tabel", block.caption, "Caption") if placed.label else ""
        broken = breaks_of(block, fitted, page)
        drawn = table(block, fitted, broken, keep=placed.keep)
        notes = "".join(
            paragraph(line(note), "Catatan", _kept_note(n < broken.notes - 1, first=n == 0))
            for n, note in enumerate(block.notes)
        )
        is_loose = not block.frame and not isinstance(self.following.get(id(placed)), Table)
        gap = ("<w:keepNext/>" if placed.keep else "") + (_LOOSE if is_loose else "")
        return caption + drawn + notes + paragraph("", "Jarak", gap)

    def caption(self, placed: NumberedBlock, word: str, text: str, style: str) -> str:
        number = placed.label.rpartition(" ")[2]
        sequence = word_field(f"SEQ {word} \\* ARABIC", run(number, bold=True))
        label = run(f"{word} ", bold=True) + sequence + run(".", bold=True)
        return paragraph(bookmark(self.marks[placed.anchor], label + run(f" {text}")), style)

    def chart(self, placed: NumberedBlock, block: Chart, page: Page) -> str:
        png = draw_png(block, _PIXELS)
        width, height = png_size(png)
        wide = chart_width(height / width, page)
        return self.captioned(placed, self.drawing(png, wide, block.alt or block.caption))

    def photo(self, placed: NumberedBlock, block: Photo) -> str:
        relation, number = self.parts.jpeg(photo_bytes(block)), self.parts.next_drawing()
        drawn = picture(relation, number, *photo_size(block), block.alt or block.caption)
        return self.captioned(placed, drawn)

    def captioned(self, placed: NumberedBlock, drawn: str) -> str:
        before = round(FRAME.before() * 20)
        rooms = f'<w:spacing w:before="{before}" w:after="0" w:line="240" w:lineRule="auto"/>'
        shown = paragraph(drawn, "", f'<w:keepNext/>{rooms}<w:jc w:val="center"/>')
        caption = getattr(placed.block, "caption", "")
        return shown + self.caption(placed, "Gambar", caption, "KeteranganGambar")

    def picture(self, block: Picture) -> str:
        svg = safe_svg(block.svg)
        pixels = round(block.width_mm / 160 * _PIXELS)
        png = svg_to_png(svg, size_of(svg)[0], pixels)
        spaced = '<w:spacing w:before="200" w:after="200" w:line="240" w:lineRule="auto"/>'
        shown = self.drawing(png, block.width_mm, block.alt or "Gambar")
        return paragraph(shown, "", f'{spaced}<w:jc w:val="center"/>')

    def drawing(self, png: bytes, width_mm: float, alt: str) -> str:
        width, height = png_size(png)
        relation, number = self.parts.picture(png), self.parts.next_drawing()
        return picture(relation, number, width_mm, width_mm * height / width, alt)


def _follows_a_list(placed: NumberedBlock, outlined: Outline) -> bool:
    at = outlined.placed.index(placed)
    return at > 0 and isinstance(outlined.placed[at - 1].block, Lists)


def _paragraph(block: Paragraph, *, keep: bool) -> str:
    kept = "<w:keepNext/>" if keep else ""
    indent = f'<w:ind w:firstLine="{twips(10)}"/>' if block.indent else ""
    return paragraph(line(block.line), "", f'{kept}{indent}<w:jc w:val="{_JUSTIFY[block.align]}"/>')


def _kept_note(kept: bool, *, first: bool) -> str:
    """A note under a table stays with the next as far as the table's notes stay with its rows."""
    return ("<w:keepNext/>" if kept else "") + (_FIRST_NOTE if first else "")


def _under_chapter(page: Page) -> str:
    """The short blue line under the title of a chapter: the border of an empty paragraph."""
    side = twips((page.room / POINTS_PER_MM - 22) / 2)
    border = f'<w:pBdr><w:top w:val="single" w:sz="10" w:space="1" w:color="{ACCENT}"/></w:pBdr>'
    rooms = f'w:before="0" w:after="{round(_UNDER_RULE * 20)}"'
    spaced = f'<w:spacing {rooms} w:line="{_RULE * 20}" w:lineRule="exact"/>'
    dress = f'<w:keepNext/>{border}{spaced}<w:ind w:left="{side}" w:right="{side}"/>'
    return paragraph("", "", dress)


def _boxed(lines: tuple[Line, ...], style: str) -> str:
    last = len(lines) - 1
    drawn = []
    for n, one in enumerate(lines):
        before, after = 160 if n == 0 else 0, 200 if n == last else 0
        dress = f'<w:spacing w:before="{before}" w:after="{after}"/>'
        drawn.append(paragraph(line(one), style, dress))
    return "".join(drawn)
