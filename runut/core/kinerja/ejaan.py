"""How officials spell a figure, brought to digits: ``1 (satu) dokumen``, ``Rp1,2 M``, ``nihil``."""

import re

from runut.core.kinerja.angka import read_angka
from runut.core.kinerja.satuan import is_rupiah
from runut.core.words.numbers import IN_WORDS, ONE, spoken

_TWICE = re.compile(rf"(?<![\d.,])(\d[\d.]*)\s*\(\s*({IN_WORDS})(?:\s+[a-z]+)?\s*\)", re.I)
_WITH_UNIT = re.compile(
    rf"({IN_WORDS})((?:\s+(?!(?:{ONE}|puluh|belas|ratus|ribu|juta|koma)\b)[a-z]+){{1,3}})", re.I
)
_SHORT = re.compile(r"((?:rp\.?\s*)?[0-9][0-9.,]*)\s*(rb|jt|m|mil|mlr|miliyar|t|tr)\.?", re.I)
_LONG = {
    "rb": "ribu",
    "jt": "juta",
    "m": "miliar",
    "mil": "miliar",
    "mlr": "miliar",
    "miliyar": "miliar",
    "t": "triliun",
    "tr": "triliun",
}


def in_digits(words: str, satuan: str) -> str | None:
    """The figure with its numbers in digits and its money in whole words; else as it stands.

    None where a number and its repetition in words differ: one of the two is wrong. A number in
    words alone ("sembilan") stays as it is, and is asked.

    >>> in_digits("1 (satu) Dokumen", ""), in_digits("dua belas bulan", ""), in_digits("Nihil", "")
    ('1 Dokumen', '12 bulan', '0')
    >>> in_digits("Rp1,2 M", ""), in_digits("1,2 M", "rupiah"), in_digits("1,2 M", "meter")
    ('Rp1,2 miliar', '1,2 miliar', '1,2 M')
    >>> in_digits("2 (tiga) dokumen", "") is None
    True
    """
    for twice in _TWICE.finditer(words):
        if spoken(twice[2]) not in (read_angka(twice[1]), int(twice[1].replace(".", ""))):
            return None
    words = _TWICE.sub(lambda twice: str(spoken(twice[2])), words)
    if words.casefold() == "nihil":
        return "0"
    if said := _WITH_UNIT.fullmatch(words):
        return f"{spoken(said[1])}{said[2]}"
    short = _SHORT.fullmatch(words)
    if short and (is_rupiah(satuan) or short[1].lower().startswith("rp")):
        return f"{short[1]} {_LONG[short[2].lower()]}"
    return words
