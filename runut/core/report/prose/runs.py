"""The marks inside a line: emphasis, figures, and what other systems leave there."""

import re
from functools import lru_cache

from runut.core.report.blocks import Figure, Gap, Line
from runut.core.report.prose.foreign import (
    BOLD_TAGS,
    CODE,
    ENTITY,
    ITALIC_TAGS,
    LINK,
    TAG,
    entity_sign,
    link_words,
)
from runut.core.report.prose.signs import Sign, line_of, normal_signs, signs_of

ESCAPABLE = frozenset("\\*_{}[]<>#|&`")
_FIGURE = re.compile(r"\{(?P<name>[^{}|\n]{1,80})\}")
_STYLE = {"*": "bold", "_": "italic"}


@lru_cache(maxsize=4_096)
def read_line(text: str) -> tuple[Line, tuple[str, ...]]:
    """A line of text as runs, and what was found in it that is no mark of ours.

    Kept by its text: a report is composed again for every page that shows a part of it, and
    reading its lines was most of that.

    >>> read_line("Capaian *sangat* baik")[0][1].bold
    True
    """
    reader = _Reader(text)
    reader.read()
    return line_of(normal_signs(reader.signs)), tuple(dict.fromkeys(reader.remarks))


class _Reader:
    """One pass over a line, from mark to mark."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.signs: list[Sign] = []
        self.remarks: list[str] = []
        self.is_on = {"bold": False, "italic": False}
        self.closers: dict[int, str] = {}

    def read(self) -> None:
        while self.at < len(self.text):
            char = self.text[self.at]
            if char == "\\" and self.text[self.at + 1 : self.at + 2] in ESCAPABLE:
                self.take(self.text[self.at + 1], 2)
            elif char in _STYLE:
                self.read_mark(char)
            elif char == "{" and (found := _FIGURE.match(self.text, self.at)):
                self.read_figure(found)
            elif char in "<&[`" and self.read_foreign(char):
                continue
            else:
                self.take(char, 1)

    def take(self, char: str, length: int) -> None:
        char = " " if char != "\u00a0" and char.isspace() else char
        self.signs.append(Sign(char, self.is_on["bold"], self.is_on["italic"]))
        self.at += length

    def read_figure(self, found: re.Match[str]) -> None:
        name = " ".join(found["name"].split())
        if name:
            whole = Figure("", "", name=name)
            self.signs.append(Sign("", self.is_on["bold"], whole=whole))
        self.at = found.end()

    def read_mark(self, char: str) -> None:
        if style := self.closers.get(self.at):
            self.is_on[style] = False
            self.at += self.length(char, self.at)
            return
        length = self.length(char, self.at)
        style = "bold" if length == 2 else _STYLE[char]
        closer = self.closer(char, length) if length <= 2 and self.may_open(length) else None
        if closer is not None and not self.is_on[style]:
            self.closers[closer] = style
            self.is_on[style] = True
            if length == 2:
                self.remarks.append(f"tanda {char * 2} dibaca sebagai huruf tebal")
            self.at += length
        elif char == "*" and length == 2 and self.text[self.at + 2 : self.at + 3] not in (")", ""):
            self.remarks.append("tanda ** tanpa pasangan dihilangkan")
            self.at += length
        else:
            for _ in range(length):
                self.take(char, 1)

    def length(self, char: str, at: int) -> int:
        """How many of the same mark stand here together."""
        end = at
        while end < len(self.text) and self.text[end] == char:
            end += 1
        return end - at

    def may_open(self, length: int) -> bool:
        before = self.text[self.at - 1 : self.at]
        after = self.text[self.at + length : self.at + length + 1]
        return not before.isalnum() and after != "" and not after.isspace() and after != ")"

    def closer(self, char: str, length: int) -> int | None:
        """Where the emphasis that opens here ends."""
        at = self.at + length
        while at < len(self.text):
            one = self.text[at]
            if one == "\\":
                at += 2
            elif one == "{" and (found := _FIGURE.match(self.text, at)):
                at = found.end()
            elif one == char:
                same, after = self.length(char, at), self.text[at + self.length(char, at) :][:1]
                is_end = not self.text[at - 1].isspace() and not after.isalnum()
                if same == length and is_end and at > self.at + length and at not in self.closers:
                    return at
                at += same
            else:
                at += 1
        return None

    def read_foreign(self, char: str) -> bool:
        """Take what another system marked here; False where it is an ordinary sign."""
        if char == "<" and (tag := TAG.match(self.text, self.at)):
            name = tag["name"].lower()
            for style, names in (("bold", BOLD_TAGS), ("italic", ITALIC_TAGS)):
                if name in names:
                    self.is_on[style] = not tag["end"]
            if name == "br":
                self.take(" ", 0)
            self.remarks.append(f"tanda {tag[0][:20]} dihilangkan")
            self.at = tag.end()
            return True
        if char == "&" and (entity := ENTITY.match(self.text, self.at)):
            sign = entity_sign(entity[0])
            if len(sign) == 1:
                self.take(sign, len(entity[0]))
                return True
        for pattern, say in (
            (LINK, "tautan ditulis sebagai kata-kata"),
            (CODE, "tanda ` dihilangkan"),
        ):
            if found := pattern.match(self.text, self.at):
                words = link_words(found) if pattern is LINK else found["words"]
                for one in words:
                    self.take(one, 0)
                self.remarks.append(say)
                self.at = found.end()
                return True
        return False


def write_line(line: Line) -> str:
    """The runs of a line as text; reading it gives the same runs."""
    signs = normal_signs(signs_of(line))
    bare = "".join(sign.char if sign.whole is None else "\ufffc" for sign in signs)
    spots = _foreign_spots(bare)
    written: list[str] = []
    for n, sign in enumerate(signs):
        before = signs[n - 1] if n else Sign(" ")
        # what closes comes first, the inner before the outer; what opens the other way round
        written += [m for m in "_*" if _is_on(before, m) and not _is_on(sign, m)]
        written += [m for m in "*_" if _is_on(sign, m) and not _is_on(before, m)]
        after = signs[n + 1] if n + 1 < len(signs) else Sign(" ")
        written.append(_written(sign, before, after, is_foreign=n in spots))
    last = signs[-1] if signs else Sign(" ")
    return "".join(written) + "".join(m for m in "_*" if _is_on(last, m))


def _is_on(sign: Sign, mark: str) -> bool:
    if mark == "*":
        return sign.bold
    return sign.italic


def _written(sign: Sign, before: Sign, after: Sign, *, is_foreign: bool) -> str:
    if isinstance(sign.whole, Figure):
        return f"{{{sign.whole.name or sign.whole.text}}}"
    if isinstance(sign.whole, Gap):
        return ""
    char = sign.char
    if char in _STYLE:
        styles = {(s.bold, s.italic) for s in (before, sign, after)}
        is_inside = before.is_word and after.is_word and len(styles) == 1
        return char if is_inside else f"\\{char}"
    if char in "\\{" or is_foreign:
        return f"\\{char}"
    return char


def _foreign_spots(bare: str) -> set[int]:
    """Where a sign would be read as a mark of another system if it stood alone."""
    found = {m.start() for pattern in (TAG, LINK) for m in pattern.finditer(bare)}
    found |= {m.start() for m in ENTITY.finditer(bare) if len(entity_sign(m[0])) == 1}
    return found | {n for n, char in enumerate(bare) if char == "`"}
