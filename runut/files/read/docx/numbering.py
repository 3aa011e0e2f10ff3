"""The numbers and letters that Word puts before the items of a list, which no text holds."""

from dataclasses import dataclass, field

from runut.files.read.docx.styles import Spacing, spacing_of
from runut.files.read.docx.xml import Element, Parts, W, number, value
from runut.files.read.signs import plain_signs

_LEVELS = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 5_000


@dataclass(frozen=True)
class Level:
    """One level of a list. ``text`` is its pattern: ``%1.``, or the sign itself."""

    format: str
    text: str
    start: int = 1
    properties: Element | None = None


@dataclass
class Lists:
    """The lists of a file, and how far each has been counted."""

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    family: dict[str, str] = field(default_factory=dict)
    restarted: dict[tuple[str, int], int] = field(default_factory=dict)
    counted: dict[tuple[str, int], int] = field(default_factory=dict)

    def label(self, list_id: str, level: int) -> str:
        """What stands before the next item: ``3.``, ``b)``, ``•``; empty when nothing does.

        Counts: every call is one item.
        """
        found = self.levels.get((list_id, level))
        if found is None or found.format == "none":
            return ""
        if found.format == "bullet":
            return found.text
        self._count(list_id, level, found)
        label = found.text
        for above in range(level + 1):
            part = self.levels.get((list_id, above), found)
            at = self.counted.get((self.family[list_id], above), part.start)
            label = label.replace(f"%{above + 1}", number_text(at, part.format))
        return label

    def is_bullet(self, list_id: str, level: int) -> bool:
        """Whether the items of this level carry a sign instead of a count."""
        found = self.levels.get((list_id, level))
        return found is not None and found.format == "bullet"

    def spacing(self, list_id: str, level: int, spacing: Spacing) -> Spacing:
        """How an item of this list stands."""
        found = self.levels.get((list_id, level))
        return spacing_of(spacing, found.properties) if found is not None else spacing

    def _count(self, list_id: str, level: int, found: Level) -> None:
        key = self.family[list_id], level
        restart = self.restarted.pop((list_id, level), None)
        if restart is not None:
            self.counted[key] = restart
        else:
            self.counted[key] = self.counted.get(key, found.start - 1) + 1
        for below in range(level + 1, _LEVELS):
            self.counted.pop((key[0], below), None)


def lists_of(parts: Parts) -> Lists:
    """The lists a file defines."""
    lists = Lists()
    if parts.numbering is None:
        return lists
    abstract = {
        found.get(W + "abstractNumId"): found
        for found in parts.numbering.iterfind(W + "abstractNum")
    }
    for num in parts.numbering.iterfind(W + "num"):
        list_id = num.get(W + "numId") or ""
        family = value(num, W + "abstractNumId") or ""
        lists.family[list_id] = family
        _add_levels(lists, list_id, abstract.get(family))
        for override in num.iterfind(W + "lvlOverride"):
            _add_levels(lists, list_id, override)
            level, start = number(override.get(W + "ilvl")), value(override, W + "startOverride")
            if level is not None and start is not None:
                lists.restarted[list_id, int(level)] = int(number(start) or 1)
    return lists


def _add_levels(lists: Lists, list_id: str, holder: Element | None) -> None:
    for level in holder.iterfind(W + "lvl") if holder is not None else ():
        at = number(level.get(W + "ilvl"))
        if at is None:
            continue
        kind = value(level, W + "numFmt") or "decimal"
        text = value(level, W + "lvlText") or ""
        font = value(level, f"{W}rPr/{W}rFonts", W + "ascii") or ""
        start = number(value(level, W + "start"))
        lists.levels[list_id, int(at)] = Level(
            kind,
            plain_signs(font, text) if kind == "bullet" else text,
            int(start) if start is not None else 1,
            level.find(W + "pPr"),
        )


def number_text(count: int, kind: str) -> str:
    """A count as Word writes it.

    >>> number_text(3, "lowerLetter"), number_text(4, "upperRoman"), number_text(5, "decimal")
    ('c', 'IV', '5')
    """
    if not 0 < count < _LARGEST:
        return str(count)
    if kind.endswith("Letter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if kind.startswith("upper") else letter
    if kind.endswith("Roman"):
        roman = _roman(count)
        return roman.upper() if kind.startswith("upper") else roman
    return f"{count:02d}" if kind == "decimalZero" else str(count)


def _roman(count: int) -> str:
    letters = ""
    for worth, letter in _ROMAN:
        letters += letter * (count // worth)
        count %= worth
    return letters
