"""Whether the letters of a page are what the reader of the page sees: a broken font says others."""

import re
from typing import Final

from runut.files.read.pdf.marks import Painted

_ENOUGH: Final = 40
"""Letters from which on a page can be judged."""
_UNKNOWN: Final = 0.2
_FEWEST_VOWELS = 0.22
"""Indonesian has some 44 vowels in 100 letters; abbreviations, in capitals, have few."""
_FEWEST_LETTERS: Final = 0.35


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
