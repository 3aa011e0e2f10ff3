"""Signs that nobody sees: they turn or part the letters of a signed paper, and no reader knows.

A sign of direction before ``98,50`` prints ``05,89``; a blank without width makes two names of one.
They are taken out at every door, and said by their names (Unicode UAX 9, UTR 36).
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from runut.core.words.items import join_words

_NAMES: Final = {
    "\u00ad": "tanda hubung tersembunyi",
    "\u034f": "penyambung huruf",
    "\u061c": "tanda arah huruf Arab",
    "\u115f": "huruf kosong",
    "\u1160": "huruf kosong",
    "\u180e": "spasi tanpa lebar",
    "\u200b": "spasi tanpa lebar",
    "\u200c": "pemisah huruf",
    "\u200d": "penyambung huruf",
    "\u200e": "tanda arah kiri ke kanan",
    "\u200f": "tanda arah kanan ke kiri",
    "\u202a": "pembuka arah kiri ke kanan",
    "\u202b": "pembuka arah kanan ke kiri",
    "\u202c": "penutup arah",
    "\u202d": "pembalik arah kiri ke kanan",
    "\u202e": "pembalik arah kanan ke kiri",
    "\u2060": "penyambung kata",
    "\u2066": "pembuka arah kiri ke kanan",
    "\u2067": "pembuka arah kanan ke kiri",
    "\u2068": "pembuka arah sendiri",
    "\u2069": "penutup arah",
    "\u3164": "huruf kosong",
    "\ufeff": "tanda awal berkas",
    "\uffa0": "huruf kosong",
    "\ufff9": "tanda catatan",
    "\ufffa": "tanda catatan",
    "\ufffb": "tanda catatan",
}
_RANGES: Final = "\u2061-\u2064\u206a-\u206f\ud800-\udfff\U000e0000-\U000e007f"
_EMOJI: Final = "[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
UNSEEN: Final = re.compile(
    rf"(?!(?<={_EMOJI})\u200d(?={_EMOJI}))[{''.join(_NAMES)}{_RANGES}]|"
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
"""Signs without a shape of their own; the joint inside an emoji of several parts is none."""
_BREAKS: Final = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Breaks of Word's: the words at both sides stay apart."""


def visible(text: str) -> str:
    """The text without the signs that nobody sees, each letter in one form.

    >>> visible("Ra" + chr(0x202E) + "pat" + chr(0x200B) + "e" + chr(0x301) + chr(11) + "ini")
    'Rapaté ini'
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", UNSEEN.sub("", _BREAKS.sub(" ", text)))


def unseen_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The signs in these texts, each once, by name.

    >>> unseen_in(["98,50", chr(0x202E) + "98,50"])
    ('pembalik arah kanan ke kiri (U+202E)',)
    """
    found = dict.fromkeys(sign for text in texts for sign in UNSEEN.findall(_BREAKS.sub(" ", text)))
    return tuple(f"{_NAMES.get(sign, 'tanda kendali')} (U+{ord(sign):04X})" for sign in found)


def taken_out(texts: Iterable[str]) -> str:
    """What is said where such signs were taken out of these texts; "" where there were none."""
    signs = unseen_in(texts)
    return f"tanda yang tidak terlihat dikeluarkan: {join_words(list(signs))}." if signs else ""
