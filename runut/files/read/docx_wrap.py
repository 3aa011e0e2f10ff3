"""How high words stand in a given width: an estimate of what Word's layout does with them."""

from functools import lru_cache

from runut.files.read.docx_styles import Letters, Spacing
from runut.files.read.docx_words import Paragraph
from runut.files.write.typeface import advances

_FONTS: dict[str, tuple[float, float]] = {
    "arial": (1.0, 1.15),
    "times new roman": (0.929, 1.15),
    "calibri": (0.905, 1.221),
    "cambria": (0.96, 1.172),
    "tahoma": (0.98, 1.207),
    "verdana": (1.13, 1.215),
    "bookman old style": (1.06, 1.172),
    "arial narrow": (0.82, 1.147),
    "century gothic": (1.04, 1.226),
    "segoe ui": (1.0, 1.33),
    "maiandra gd": (1.0, 1.2),
    "aptos": (0.97, 1.28),
}
"""By font: widths as shares of the office typeface's, the height of a line as share of the size."""

_TAB = 36.0
_UNKNOWN_WIDTH = 0.55


@lru_cache(maxsize=4096)
def _word_width(word: str, letters: Letters) -> float:
    known = advances(letters.is_bold)
    share = _FONTS.get(letters.font.lower(), (1.0, 1.17))[0]
    return letters.size * share * sum(known.get(ord(char), _UNKNOWN_WIDTH) for char in word)


def line_height(letters: Letters, spacing: Spacing) -> float:
    """The height of one line of these letters."""
    natural = letters.size * _FONTS.get(letters.font.lower(), (1.0, 1.17))[1]
    if spacing.rule == "exact":
        return spacing.line
    if spacing.rule == "atLeast":
        return max(spacing.line, natural)
    return natural * spacing.line


def paragraph_height(paragraph: Paragraph, width: float) -> float:
    """The lines of a paragraph in that width, without the gaps before and after it."""
    spacing = paragraph.spacing
    room = max(width - spacing.left - spacing.right, 1.0)
    height, at, highest = 0.0, min(spacing.first, 0.0) + max(spacing.first, 0.0), 0.0
    if paragraph.label and spacing.first >= 0:
        at += _word_width(paragraph.label + " ", paragraph.letters)
    elif paragraph.label:
        at = 0.0
    empty = line_height(paragraph.letters, spacing)
    for piece in paragraph.pieces:
        line = line_height(piece.letters, spacing)
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                height, at, highest = height + (highest or empty), 0.0, 0.0
            for word in _words(part):
                wide = _TAB if word == "\t" else _word_width(word.rstrip(), piece.letters)
                if at > 0 and at + wide > room and word.strip():
                    height, at, highest = height + (highest or empty), 0.0, 0.0
                while wide > room:
                    height, wide = height + line, wide - room
                at += wide + _word_width(" ", piece.letters) * (len(word) - len(word.rstrip(" ")))
                highest = max(highest, line)
    return height + (highest or empty)


def _words(text: str) -> list[str]:
    """Words with the blanks after them; tabs and hyphens end a word too."""
    words, word = [], ""
    for char in text:
        if char == "\t":
            words += [word, "\t"] if word else ["\t"]
            word = ""
            continue
        if word and word[-1] in " -/" and char != " ":
            words.append(word)
            word = ""
        word += char
    return [*words, word] if word else words
