"""Letters to words, words to lines, lines to the text of a cell, whichever way they run."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from runut.core.sop.reading.canvas import Box
from runut.core.words.items import listed
from runut.files.geometry import smallest
from runut.files.read.pdf.marks import Letter
from runut.files.read.pdf.strips import Strip

_SPACE: Final = 0.17
"""Share of a letter's height that parts two words."""
_TIGHT: Final = 0.06
"""Letters nearer than this are one word even where a ruling runs between them."""
_WIDE: Final = 0.5
"""Share of a letter's height that is more than the space between two words of a sentence."""
_COLUMN: Final = 1.6
"""Share of a letter's height that parts two columns of loose text."""
_MARKER: Final = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-•●▪■□➢❖◆*√])(?:\s|$)", re.IGNORECASE)
_DOUBLED: Final = re.compile(r"(\w+)-$")
_SHORTEST_BROKEN, _LONGEST_TAIL = 7, 2
_SHORT_WORDS: Final = listed("di ke dan atau dari pada oleh yang atas per tim ini itu guna")


@dataclass(frozen=True)
class Word:
    """Letters without a gap. ``box`` is on the page; ``frame`` is turned so that text is level."""

    text: str
    box: Box
    frame: Box
    turn: int

    @property
    def size(self) -> float:
        return self.frame.bottom - self.frame.top


class Walls:
    """The upright rulings of a page: no word runs through one."""

    def __init__(self, rulings: Iterable[Strip]) -> None:
        self.lines = sorted((s for s in rulings if s.is_upright), key=lambda s: s.at)
        self.places = [s.at for s in self.lines]

    def parts(self, left: Box, right: Box) -> bool:
        """Whether a ruling stands between two letters of one line."""
        middle = (left.top + left.bottom) / 2
        first = bisect_left(self.places, left.right - 0.4)
        last = bisect_right(self.places, right.left + 0.4)
        return any(s.low <= middle <= s.high for s in self.lines[first:last])


def words_of(letters: Sequence[Letter], walls: Walls) -> list[Word]:
    """The words of a page, in the order of the file."""
    found: list[Word] = []
    run: list[Letter] = []
    for letter in letters:
        if not letter.char.strip():
            _end_run(run, found)
            run = []
        elif run and not _follows(run[-1], letter, walls):
            _end_run(run, found)
            run = [letter]
        else:
            run.append(letter)
    _end_run(run, found)
    return found


def _end_run(run: Sequence[Letter], found: list[Word]) -> None:
    if run:
        box = smallest(letter.box for letter in run)
        turn = run[0].turn
        text = "".join(letter.char for letter in run)
        found.append(Word(text, box, framed(box, turn), turn))


def _follows(last: Letter, letter: Letter, walls: Walls) -> bool:
    if last.turn != letter.turn:
        return False
    one, two = framed(last.box, last.turn), framed(letter.box, letter.turn)
    height = min(one.bottom - one.top, two.bottom - two.top)
    shared = min(one.bottom, two.bottom) - max(one.top, two.top)
    if shared < 0.5 * height:
        return False
    size = max(last.size, letter.size)
    gap = two.left - one.right
    if not -0.6 * size <= gap <= _SPACE * size:
        return False
    return last.turn != 0 or gap < _TIGHT * size or not walls.parts(last.box, letter.box)


def framed(box: Box, turn: int) -> Box:
    """A box turned so that text of this direction runs to the right and downwards."""
    if turn == 90:
        return Box(-box.bottom, box.left, -box.top, box.right)
    if turn == 270:
        return Box(box.top, -box.right, box.bottom, -box.left)
    if turn == 180:
        return Box(-box.right, -box.bottom, -box.left, -box.top)
    return box


def around(words: Sequence[Word]) -> Box:
    """The box around words, on the page."""
    return smallest(word.box for word in words)


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words of one direction as lines from above, each from its left."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.frame.top + w.frame.bottom) / 2):
        line = lines[-1] if lines else None
        if line is not None and _is_level(line, word):
            line.append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.frame.left) for line in lines]


def _is_level(line: Sequence[Word], word: Word) -> bool:
    other = max(line, key=lambda w: w.size)
    one, two = other.frame, word.frame
    shared = min(one.bottom, two.bottom) - max(one.top, two.top)
    return shared > 0.5 * min(other.size, word.size)


def text_in(words: Sequence[Word], box: Box | None) -> str:
    """The text of a cell: a line that filled its cell runs on, any other ends where it ends."""
    turns = Counter(word.turn for word in words)
    texts = []
    for turn, _ in sorted(turns.items(), key=lambda pair: (-pair[1], pair[0])):
        own = [word for word in words if word.turn == turn]
        frame = framed(box, turn) if box is not None else None
        texts.append(_flowing(lines_of(own), frame))
    return "\n".join(texts)


def _flowing(lines: Sequence[Sequence[Word]], frame: Box | None) -> str:
    text = ""
    before: Sequence[Word] = ()
    for line in lines:
        piece = " ".join(word.text for word in line)
        if not before:
            text = piece
        elif frame is None or not _runs_on(before, line, frame):
            text += "\n" + piece
        else:
            text = _continued(text, piece, is_broken=_is_broken(before, line, frame))
        before = line
    return text


def _runs_on(before: Sequence[Word], line: Sequence[Word], frame: Box) -> bool:
    """Whether a line ended only because its next word did not fit into the cell."""
    if _MARKER.match(" ".join(word.text for word in line[:2])):
        return False
    size = before[-1].size
    if line[0].frame.top - before[-1].frame.bottom > 0.8 * size:
        return False
    margin = min(max(before[0].frame.left - frame.left, 0.8), 7.0)
    room = (frame.right - frame.left) - 2 * margin
    used = before[-1].frame.right - before[0].frame.left
    first = line[0].frame.right - line[0].frame.left
    return used + 0.25 * size + first > room - 1.0


def _is_broken(before: Sequence[Word], line: Sequence[Word], frame: Box) -> bool:
    """Whether a word alone on its line was too long for its cell and runs on below."""
    word, rest = before[-1], line[0]
    is_tail = rest.text.islower() and rest.text.isalpha() and len(rest.text) <= _LONGEST_TAIL
    if len(before) > 1 or len(word.text) < _SHORTEST_BROKEN or not word.text.isalpha():
        return False
    room = (frame.right - word.frame.left) - min(max(word.frame.left - frame.left, 0.8), 7.0)
    is_full = word.frame.right - word.frame.left > room - 0.6 * word.size
    return is_tail and is_full and rest.text not in _SHORT_WORDS


def _continued(text: str, piece: str, *, is_broken: bool) -> str:
    """Two lines of one paragraph: a word broken by a hyphen is whole again, a doubled one kept."""
    if is_broken:
        return text + piece
    broken = _DOUBLED.search(text)
    if broken is None or not piece[:1].islower():
        return f"{text} {piece}"
    return text + piece if _is_doubled(broken.group(1), piece) else text[:-1] + piece


def _is_doubled(word: str, piece: str) -> bool:
    """Whether a hyphen belongs to the word, as in undang-undang and surat-menyurat."""
    other = re.match(r"\w*", piece)
    one, two = word.casefold(), other.group().casefold() if other else ""
    return len(two) < 3 or one[-3:] in two or two[:3] in one


def columns_of(line: Sequence[Word], walls: Walls | None = None) -> list[list[Word]]:
    """A line of loose text parted at wide gaps, at rulings, and where words lie over others."""
    found = [[line[0]]]
    for word in line[1:]:
        last = found[-1][-1]
        gap = word.frame.left - last.frame.right
        is_parted = (
            walls is not None and gap > _WIDE * word.size and walls.parts(last.box, word.box)
        )
        is_over = gap < -_WIDE * word.size
        if is_parted or is_over or gap > _COLUMN * word.size:
            found.append([word])
        else:
            found[-1].append(word)
    return found
