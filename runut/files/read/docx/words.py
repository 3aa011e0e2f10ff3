"""The words of one paragraph as they show on paper, with its list label, and what hangs on it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from runut.files.read.docx.drawn import Drawing, drawing_of
from runut.files.read.docx.numbering import Lists
from runut.files.read.docx.styles import (
    Letters,
    Spacing,
    Styles,
    chain,
    letters_of,
    paragraph_style,
    spacing_of,
)
from runut.files.read.docx.vml import Glue, drawings_in
from runut.files.read.docx.xml import WP, Element, M, W, content, descendants, value
from runut.files.read.signs import plain_signs, sign

_PAGE = "\f"
_PLAIN = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "lastRenderedPageBreak": "",
}
_LETTER_LESS = "\u00ad\u200b\ufeff\x00"


@dataclass(frozen=True)
class Piece:
    """Words of one look."""

    text: str
    letters: Letters


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. ``drawings`` hang on it, in order.

    ``starts_page`` and ``breaks_inside``: where Word last began a page with its first words or
    with later ones; ``breaks_before`` and ``breaks_after`` are breaks that somebody set.
    """

    pieces: tuple[Piece, ...]
    letters: Letters
    spacing: Spacing
    label: str = ""
    drawings: tuple[Drawing, ...] = ()
    starts_page: bool = False
    breaks_before: bool = False
    breaks_after: bool = False
    breaks_inside: bool = False
    style: str = ""

    @property
    def text(self) -> str:
        """The words with the label of the list before them."""
        words = "".join(piece.text for piece in self.pieces)
        return f"{self.label} {words}" if self.label and words.strip() else self.label or words


@dataclass
class Writing:
    """What reading the words of a file needs: styles, lists (which count along), glued lines."""

    styles: Styles
    lists: Lists
    glue: Glue


def paragraph_of(element: Element, writing: Writing, table_style: str | None = None) -> Paragraph:
    """The paragraph ``w:p`` as it shows."""
    properties = element.find(W + "pPr")
    key = value(properties, W + "pStyle")
    letters, spacing = paragraph_style(writing.styles, key, table_style)
    spacing = _listed(spacing, properties, writing.lists)
    mark = letters_of(letters, properties.find(W + "rPr") if properties is not None else None)
    pieces = tuple(_pieces(element, letters, writing.styles))
    drawings = tuple(_drawings(element, writing.glue))
    words = "".join(piece.text for piece in pieces)
    before, page_break, after = words.partition(_PAGE)
    return Paragraph(
        tuple(replace(piece, text=piece.text.replace(_PAGE, "")) for piece in pieces),
        mark,
        spacing,
        _label(spacing, writing.lists, words),
        drawings,
        _starts_page(element),
        spacing.breaks_page or bool(page_break and not before.strip() and after.strip()),
        bool(page_break and (before.strip() or not after.strip())),
        _notes_pages(element) > _starts_page(element),
        key or writing.styles.default_ids.get("paragraph", ""),
    )


def _listed(spacing: Spacing, properties: Element | None, lists: Lists) -> Spacing:
    """The properties of the list come between the style's and the paragraph's own."""
    own = spacing_of(spacing, properties)
    if own.list_id is None:
        return own
    return spacing_of(lists.spacing(own.list_id, own.list_level, spacing), properties)


def _label(spacing: Spacing, lists: Lists, words: str) -> str:
    if spacing.list_id is None:
        return ""
    label = lists.label(spacing.list_id, spacing.list_level)
    if not lists.is_bullet(spacing.list_id, spacing.list_level):
        return label
    if words.strip():
        return "-" if label in _DASHES else "•"
    # A check mark without words is a mark; any other bullet without words is no item.
    return label if label in _MARKS else ""


_DASHES, _MARKS = ("-", "–", "—"), ("✓", "√", "✗", "☑", "☒")


def _pieces(element: Element, letters: Letters, styles: Styles) -> Iterator[Piece]:
    is_instruction = 0
    for run in descendants(element, W + "r", M + "r"):
        if run.tag == M + "r":
            yield Piece("".join(part.text or "" for part in run.iter(M + "t")), letters)
            continue
        look = _look(run, letters, styles)
        text = ""
        for part in content(run):
            if part.tag == W + "fldChar":
                is_instruction += _FIELD.get(value(part, "", W + "fldCharType") or "", 0)
                is_instruction = max(0, is_instruction)
            elif not is_instruction:
                text += _text(part, look.font)
        if text and not look.is_hidden:
            yield Piece(text, look)


_FIELD = {"begin": 1, "separate": -1}


def _look(run: Element, letters: Letters, styles: Styles) -> Letters:
    properties = run.find(W + "rPr")
    style = value(properties, W + "rStyle")
    for found in chain(styles, style, "character") if style is not None else ():
        letters = letters_of(letters, found.find(W + "rPr"))
    return letters_of(letters, properties)


def _text(part: Element, font: str) -> str:
    if part.tag == W + "t":
        text = "".join(char for char in part.text or "" if char not in _LETTER_LESS)
        return plain_signs(font, text)
    if part.tag == W + "br":
        return _PAGE if part.get(W + "type") == "page" else "\n"
    if part.tag == W + "sym":
        try:
            return sign(part.get(W + "font") or "", int(part.get(W + "char") or "", 16))
        except (ValueError, OverflowError):
            return ""
    return _PLAIN.get(str(part.tag), "")


def _drawings(element: Element, glue: Glue) -> Iterator[Drawing]:
    for run in descendants(element, W + "r"):
        for holder in content(run):
            if holder.tag == W + "drawing":
                for part in content(holder):
                    found = drawing_of(part) if part.tag in _HOLDERS else None
                    if found is not None:
                        yield found
            elif holder.tag in (W + "pict", W + "object"):
                yield from drawings_in(holder, glue)


_HOLDERS = (WP + "anchor", WP + "inline")


def _notes_pages(element: Element) -> int:
    """How often Word's last layout turned the page within this paragraph."""
    return sum(
        part.tag == W + "lastRenderedPageBreak"
        for run in descendants(element, W + "r")
        for part in content(run)
    )


def _starts_page(element: Element) -> bool:
    """Whether Word's last layout began a page with the first words of this paragraph."""
    for run in descendants(element, W + "r"):
        for part in content(run):
            if part.tag == W + "lastRenderedPageBreak":
                return True
            if part.tag == W + "t" and (part.text or "").strip():
                return False
    return False
