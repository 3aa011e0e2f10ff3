"""A line as signs with their emphasis: what stands between marks and runs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from runut.core.report.blocks import Figure, Gap, Inline, Line, Text


@dataclass(frozen=True)
class Sign:
    """One character, or a figure or gap as a whole, with its emphasis."""

    char: str
    bold: bool = False
    italic: bool = False
    whole: Figure | Gap | None = None

    @property
    def is_word(self) -> bool:
        """Whether it can stand inside a word: marks beside such a sign open or close nothing."""
        return self.whole is None and self.char.isalnum()

    @property
    def is_blank(self) -> bool:
        return self.whole is None and self.char.isspace()


def signs_of(line: Line) -> list[Sign]:
    """The signs of a line; whatever breaks or jumps in it is a blank."""
    found: list[Sign] = []
    for part in line:
        if isinstance(part, Text):
            found += (
                Sign(" " if char != "\u00a0" and char.isspace() else char, part.bold, part.italic)
                for char in part.text
            )
        else:
            found.append(Sign("", getattr(part, "bold", False), whole=part))
    return found


def normal_signs(signs: list[Sign]) -> list[Sign]:
    """The same line as everybody would mark it: whole words, no blanks at either end of emphasis.

    A word that is emphasised in part is emphasised as a whole: the marks have no other way.
    """
    found = _whole_words(_trimmed(signs))
    for style in ("bold", "italic"):
        found = _tight(found, style)
    return found


def line_of(signs: Iterable[Sign]) -> Line:
    """Signs as runs; neighbours of one emphasis are one run."""
    parts: list[Inline] = []
    for sign in signs:
        if sign.whole is not None:
            whole = sign.whole
            parts.append(replace(whole, bold=sign.bold) if isinstance(whole, Figure) else whole)
            continue
        last = parts[-1] if parts else None
        if isinstance(last, Text) and (last.bold, last.italic) == (sign.bold, sign.italic):
            parts[-1] = replace(last, text=last.text + sign.char)
        else:
            parts.append(Text(sign.char, sign.bold, sign.italic))
    return tuple(parts)


def normal_line(line: Line) -> Line:
    return line_of(normal_signs(signs_of(line)))


def _trimmed(signs: list[Sign]) -> list[Sign]:
    start, end = 0, len(signs)
    while start < end and signs[start].is_blank:
        start += 1
    while end > start and signs[end - 1].is_blank:
        end -= 1
    return signs[start:end]


def _whole_words(signs: list[Sign]) -> list[Sign]:
    found: list[Sign] = []
    word: list[Sign] = []
    for sign in [*signs, Sign(" ")]:
        if sign.is_word:
            word.append(sign)
            continue
        bold, italic = any(s.bold for s in word), any(s.italic for s in word)
        found += (replace(s, bold=bold, italic=italic) for s in word)
        word = []
        found.append(replace(sign, italic=False) if sign.whole else sign)
    return found[:-1]


def _tight(signs: list[Sign], style: str) -> list[Sign]:
    """Emphasis neither begins nor ends at a blank or in the middle of a word, and does not begin at
    a closing bracket (``*)`` is the mark of a footnote)."""
    found = list(signs)
    before = Sign(" ")
    for n, sign in enumerate(found):
        is_first = getattr(sign, style) and not getattr(before, style)
        if is_first and (sign.is_blank or sign.char == ")" or before.is_word):
            found[n] = _without(sign, style)
        before = found[n]
    after = Sign(" ")
    for n in range(len(found) - 1, -1, -1):
        is_last = getattr(found[n], style) and not getattr(after, style)
        if is_last and (found[n].is_blank or after.is_word):
            found[n] = _without(found[n], style)
        after = found[n]
    return _joined(found, style)


def _joined(signs: list[Sign], style: str) -> list[Sign]:
    """Blanks between two emphasised signs are emphasised with them."""
    found = list(signs)
    for n, sign in enumerate(found):
        if not sign.is_blank or getattr(sign, style):
            continue
        end = n
        while end < len(found) and found[end].is_blank:
            end += 1
        is_between = n > 0 and end < len(found)
        if is_between and getattr(found[n - 1], style) and getattr(found[end], style):
            found[n] = _with(sign, style)
    return found


def _without(sign: Sign, style: str) -> Sign:
    return replace(sign, bold=False) if style == "bold" else replace(sign, italic=False)


def _with(sign: Sign, style: str) -> Sign:
    return replace(sign, bold=True) if style == "bold" else replace(sign, italic=True)
