"""The text layer of a PDF page: every painted character once, with its place and direction."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import pypdfium2.raw as pdfium

from runut.files.read.pdf.marks import Letter, Painted
from runut.files.read.pdf.plane import Plane
from runut.files.read.signs import WINGDINGS, private_sign

MOST_LETTERS: Final = 20_000

_ENOUGH: Final = 40
"""Letters from which on a page can be judged."""
_UNKNOWN: Final = 0.2
_FEWEST_VOWELS = 0.22
"""Indonesian has some 44 vowels in 100 letters; abbreviations, in capitals, have few."""
_FEWEST_LETTERS: Final = 0.35
_FEW: Final = 100
_NEARLY_ALL: Final = 0.8
_LEANING: Final = 12.0
"""Degrees off the axes from which on letters are a watermark."""
_CROSSES: Final = {0xF0FB: "X", 0xF0FD: "X"}
"""Typed marks of a cell, as they are typed."""
_SAME: Final = {"✓": "√", "✔": "√", "☑": "√", "\u00a0": " ", "\u2011": "-", "\u2010": "-"}
_SHELF: Final = 3.0
_BESIDE: Final = 0.1
"""Share of a letter's height within which the same letter is painted twice; the narrowest letter
is a fifth of it wide."""
_HYPHEN: Final = 2
"""What pdfium gives for a hyphen at the end of a line."""


def letters_of(page: Any, plane: Plane) -> tuple[tuple[Letter, ...], int, bool]:
    """(the letters in the order of the file, how many have no known character, cut short?).

    Letters painted again over themselves, or a hair beside, as a poor man's bold, are given once.
    """
    text = page.get_textpage()
    count = pdfium.FPDFText_CountChars(text)
    fonts: dict[int, bool] = {}
    found: list[Letter] = []
    unknown = 0
    for at in range(min(count, MOST_LETTERS)):
        if pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        char = _char(text, at, fonts)
        if not char:
            unknown += 1
        elif (letter := _letter(text, at, char, plane)) is not None:
            found.append(letter)
    text.close()
    return _once(found), unknown, count > MOST_LETTERS


def _once(letters: Sequence[Letter]) -> tuple[Letter, ...]:
    """The letters without those that stand on the same letter: no two of one word are so near."""
    known: dict[tuple[str, int, int, int], list[Letter]] = {}
    found: list[Letter] = []
    for letter in letters:
        column, row = int(letter.box.left // _SHELF), int(letter.box.top // _SHELF)
        near = (
            other
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in known.get((letter.char, letter.turn, x, y), ())
        )
        if any(_is_on(letter, other) for other in near):
            continue
        known.setdefault((letter.char, letter.turn, column, row), []).append(letter)
        found.append(letter)
    return tuple(found)


def _is_on(one: Letter, other: Letter) -> bool:
    reach = _BESIDE * one.size
    return (
        abs(one.box.left - other.box.left) <= reach
        and abs(one.box.top - other.box.top) <= reach
        and abs(one.size - other.size) <= reach
    )


def lie_of(letters: Sequence[Letter]) -> int:
    """Degrees by which a page lies on its side: nearly all its letters do. 0 where it stands."""
    turn, count = (
        Counter(letter.turn for letter in letters).most_common(1)[0] if letters else (0, 0)
    )
    return turn if count >= _FEW and count >= _NEARLY_ALL * len(letters) else 0


def _char(text: Any, at: int, fonts: dict[int, bool]) -> str:
    code = pdfium.FPDFText_GetUnicode(text, at)
    if code == _HYPHEN:
        return "-"
    if code in WINGDINGS and _is_wingdings(text, at, fonts):
        code += 0xF000
    if found := _CROSSES.get(code) or private_sign(code):
        return found
    if code < 32 or 0xE000 <= code <= 0xF8FF or code >= 0xFFF0 or 0xD800 <= code < 0xE000:
        return ""
    char = chr(code)
    return (
        unicodedata.normalize("NFKC", char) if 0xFB00 <= code <= 0xFB06 else _SAME.get(char, char)
    )


def _is_wingdings(text: Any, at: int, fonts: dict[int, bool]) -> bool:
    """Whether this letter is one of a font of signs that is stored under plain letters."""
    thing = pdfium.FPDFText_GetTextObject(text, at)
    if not thing:
        return False
    address = ctypes.cast(thing, ctypes.c_void_p).value or 0
    if address not in fonts:
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(text, at, name, len(name), ctypes.byref(flags))
        fonts[address] = b"wingdings" in name.value.lower()
    return fonts[address]


def _letter(text: Any, at: int, char: str, plane: Plane) -> Letter | None:
    raw = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(raw)):
        return None
    if not all(math.isfinite(side) for side in (raw.left, raw.bottom, raw.right, raw.top)):
        return None
    box = plane.seen_box(raw.left, raw.bottom, raw.right, raw.top)
    angle = pdfium.FPDFText_GetCharAngle(text, at)
    if abs((math.degrees(angle) + 45) % 90 - 45) > _LEANING:
        return None
    turn = (360 - round(math.degrees(angle) / 90) * 90 - plane.turn) % 360 if angle >= 0 else 0
    size = box.bottom - box.top if turn in (0, 180) else box.right - box.left
    return Letter(char, box, turn, max(size, 1.0))


def is_scrambled(painted: Painted) -> bool:
    """Whether most of a page's text makes no words.

    Its letters are unknown to the file, or their alphabet was shifted when it was made.
    """
    text = "".join(letter.char for letter in painted.letters)
    visible = [char for char in text if not char.isspace()]
    if len(visible) + painted.unknown < _ENOUGH:
        return False
    if painted.unknown > _UNKNOWN * (len(visible) + painted.unknown) or "(cid:" in text:
        return True
    letters = [char for char in visible if char.isascii() and char.isalpha()]
    if len(letters) < _FEWEST_LETTERS * len(visible):
        return not _has_words(text) and len(visible) > 5 * _ENOUGH
    small = [char for char in letters if char.islower()]
    told = small if len(small) >= _ENOUGH else letters
    vowels = sum(char in "aiueoAIUEO" for char in told)
    return len(told) >= _ENOUGH and vowels < _FEWEST_VOWELS * len(told)


def _has_words(text: str) -> bool:
    return bool(re.search(r"(?i)\b(?:kegiatan|pelaksana|waktu|menit|hari|sop|dan)\b", text))
