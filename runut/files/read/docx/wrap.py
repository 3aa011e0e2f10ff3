"""How words break into lines in a given width: an estimate of what Word's layout does with them."""

from runut.files.read.docx.styles import Letters, Spacing
from runut.files.read.docx.widths import natural_height, word_width
from runut.files.read.docx.words import Paragraph

_TAB = 36.0


def line_height(letters: Letters, spacing: Spacing) -> float:
    """The height of one line of these letters."""
    natural = natural_height(letters)
    if spacing.rule == "exact":
        return spacing.line
    return max(spacing.line, natural) if spacing.rule == "atLeast" else natural * spacing.line


def paragraph_lines(paragraph: Paragraph, width: float) -> list[float]:
    """The heights of the lines of a paragraph in that width, at least one."""
    spacing = paragraph.spacing
    room = max(width - spacing.left - spacing.right, 1.0)
    empty = line_height(paragraph.letters, spacing)
    lines, at = [0.0], _indent(paragraph)
    for piece in paragraph.pieces:
        line, blank = line_height(piece.letters, spacing), word_width(" ", piece.letters)
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                lines, at = [*lines, 0.0], 0.0
            for word in _words(part):
                bare = word.rstrip(" ")
                wide = _TAB if word == "\t" else word_width(bare, piece.letters)
                if at > 0 and at + wide > room and bare:
                    lines, at = [*lines, 0.0], 0.0
                while wide > room:
                    lines[-1:], wide = [max(lines[-1], line), 0.0], wide - room
                at += wide + blank * (len(word) - len(bare))
                lines[-1] = max(lines[-1], line)
    return [line or empty for line in lines]


def _indent(paragraph: Paragraph) -> float:
    """Where the words of the first line begin, from where those of the others do."""
    first = paragraph.spacing.first
    if not paragraph.label:
        return first
    return first + word_width(paragraph.label + " ", paragraph.letters) if first >= 0 else 0.0


def _words(text: str) -> list[str]:
    """Words with the blanks after them; tabs and hyphens end a word too."""
    words, word = [], ""
    for char in text:
        if char == "\t":
            words += [word, "\t"] if word else ["\t"]
            word = ""
            continue
        if word and word[-1] in " -" and char != " ":
            words.append(word)
            word = ""
        word += char
    return [*words, word] if word else words
