"""Which characters a paper may carry: what XML and PDF/A refuse is replaced, never passed on."""

import re
from functools import lru_cache

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
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
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


def legal(text: str) -> str:
    """The text without characters that no document may hold (controls, private code points).

    >>> legal("a\\x00b\\uf0b7 c")
    'ab• c'
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
