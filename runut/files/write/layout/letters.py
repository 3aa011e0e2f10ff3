"""Which characters a paper may carry: what XML and PDF/A refuse is replaced, never passed on."""

import re
from functools import lru_cache

from runut.core.words.dates import BULAN
from runut.files.typeface import can_draw

# Bullets and ticks of Word's Symbol and Wingdings fonts arrive as private code points.
_PRIVATE = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "►",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf0a8": "☐",
    "\uf02d": "–",
}
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Signs of direction: they are taken out at the door (core.words.unseen), and never printed."""
_ILLEGAL = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff{_DIRECTION}]"
)
_PUA = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")

# Signs the typeface lacks, by the nearest it has.
_NEAREST = {
    "✓": "√",
    "✔": "√",
    "☑": "[√]",
    "☐": "[ ]",
    "☒": "[x]",
    "✗": "x",
    "✘": "x",
    "➢": "►",
    "➔": "→",
    "●": "•",
    "○": "°",
    "■": "▪",
    "\t": " ",
    "\u2028": "\n",
    "\u2029": "\n",
}
UNKNOWN = "□"
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(BULAN)}) (\d{{4}})\b")


def whole_dates(text: str) -> str:
    """The text with its dates each in one piece: no line ends between month and year.

    >>> whole_dates("Pontianak, 31 Desember 2026").split(" ")
    ['Pontianak,', '31\\xa0Desember\\xa02026']
    """
    return _DATE.sub("\\1\u00a0\\2\u00a0\\3", text)


def legal(text: str) -> str:
    """The text without characters that no document may hold (controls, direction, private ones).

    >>> legal("a\\x00b\\uf0b7 c")
    'ab• c'
    >>> legal(chr(0x202E) + "98,50")
    '98,50'
    """
    return _PUA.sub(_private, _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def _private(found: re.Match[str]) -> str:
    return _PRIVATE.get(found[0], UNKNOWN)


def drawable(text: str) -> str:
    """The text as the typeface can draw it: PDF/A refuses a character without a glyph.

    >>> drawable("selesai ✓")
    'selesai √'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_nearest(char) for char in legal(text))


@lru_cache(maxsize=4096)
def _nearest(char: str) -> str:
    if char in _NEAREST:
        return _NEAREST[char]
    return char if char == "\n" or can_draw(char) else UNKNOWN
