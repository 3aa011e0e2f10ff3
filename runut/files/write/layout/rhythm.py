"""How lines and blocks follow one another down a page, said once for PDF and Word.

The PDF measures from the capitals of a line to its baseline. A word processor stacks whole lines,
with the room between two lines over each, and takes the larger of the rooms after a paragraph and
before the next.
"""

from dataclasses import asdict, dataclass

_CAPITALS, _BELOW, _LINE = 0.688, 0.212, 1.149
"""Of the typeface (Arial and Arimo alike): its capitals, its depth, a plain line of Word."""
TIGHT = _LINE - _CAPITALS
"""Between the lines of a cell or a note, in shares of the type: as a plain line of Word."""


@dataclass(frozen=True)
class Step:
    """One kind of line, in points: its type, the room between its lines, above and below it."""

    size: float
    leading: float
    above: float
    below: float

    @property
    def pitch(self) -> float:
        """From one line to the next: at least so high is a line of Word."""
        return self.size * _CAPITALS + self.leading

    def before(self, standing: "Step | None" = None) -> float:
        """The room before it in Word under the text, or what is ``standing`` over it: its first
        line brings its leading along."""
        return max(self.above - self.leading + _deeper(self, standing or TEXT), 0)

    def after(self, following: "Step | None" = None) -> float:
        """The room after it in Word over the text, or what is ``following``."""
        under = following or TEXT
        return max(self.below - under.leading + _deeper(under, self), 0)


def _deeper(one: Step, other: Step) -> float:
    """How much deeper the letters of one reach under their line than those of the other."""
    return _BELOW * (one.size - other.size)


TEXT = Step(11, 7.7, 11, 11)
LETTER = Step(11, 6.05, 8.8, 8.8)
"""The text of a report; a letter is closer."""
ITEM = Step(11, 7.7, 8.8, 8.8)
CHAPTER = Step(14, 8.4, 34, 25.5)
SECTIONS = (Step(12, 6, 20.4, 10.2), Step(11, 5.5, 16.5, 9.4), Step(11, 5.5, 16.5, 9.4))
CAPTION = Step(10, 5, 14.3, 7.7)
UNDER_PICTURE = Step(10, 5, 8.8, 16.5)
NOTE = Step(8.5, 8.5 * TIGHT, 5, 0)
ENTRY = Step(11, 5.5, 6.6, 0)
CHAPTER_ENTRY = Step(11, 5.5, 10.5, 0)
FRAME = Step(0, 0, 14.3, 15.4)
"""The frame of a table: it has no type and brings no leading."""
SIGNATURE = Step(11, 11 * TIGHT, 22, 13.2)
DEPTH = _BELOW
CELL, LOOSE_CELL = (4.5, 5.5), (2.5, 2.5)
"""Over the capitals and under the last baseline of a cell, with a frame and without."""
_RULE = 0.5
ITEM_MARK, ITEM_WORDS = 2, 8
"""Where the mark of an item stands and where its words begin, in mm."""


def first_line_room() -> float:
    """What the first line of a page brings along over its capitals in Word: it reaches so far into
    the margin, so that it stands where it stands in the PDF."""
    return TEXT.leading - _BELOW * TEXT.size


def cell_rooms(size: float, *, framed: bool) -> tuple[float, float]:
    """The margins of a cell in Word, whose rule takes room: over its lines and under them."""
    top, bottom = CELL if framed else LOOSE_CELL
    over, under = (TIGHT - _BELOW) * size, _BELOW * size + (_RULE if framed else 0)
    return max(top - over, 0), max(bottom - under, 0)


def steps() -> dict[str, dict[str, float]]:
    """The steps by name, for the template of the PDF."""
    named = {
        "chapter": CHAPTER,
        **{f"level-{n}": step for n, step in enumerate(SECTIONS, start=2)},
        "caption": CAPTION,
        "picture": UNDER_PICTURE,
        "note": NOTE,
        "item": ITEM,
        "entry": ENTRY,
        "chapter-entry": CHAPTER_ENTRY,
    }
    return {name: asdict(step) for name, step in named.items()}
