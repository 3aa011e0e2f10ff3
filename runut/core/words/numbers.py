"""Numbers that are written in words, as Indonesian officials write them beside the digits."""

import re

ONE = r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
TENS = rf"(?:{ONE} ?puluh(?: {ONE})?|{ONE} ?belas|sepuluh|sebelas|{ONE})"
HUNDREDS = rf"(?:(?:seratus|{ONE} ?ratus)(?: {TENS})?|{TENS})"
IN_WORDS = rf"(?:(?:seribu|{HUNDREDS} ?ribu)(?: {HUNDREDS})?|{HUNDREDS}|nol|nihil)"
_DIGITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"
_ONES = {word: number for number, word in enumerate(_DIGITS.split())}
_ONES |= {"nihil": 0, "seratus": 100, "seribu": 1000}
_PLACE = {"puluh": 10, "ratus": 100}


def spoken(words: str) -> int:
    """The number that ``IN_WORDS`` matched.

    >>> spoken("dua belas"), spoken("Tiga puluh lima"), spoken("seratus dua puluh"), spoken("nihil")
    (12, 35, 120, 0)
    >>> spoken("seribu dua ratus lima puluh"), spoken("duapuluh ribu")
    (1250, 20000)
    """
    total, hundreds, one = 0, 0, 0
    parted = re.sub(r"(?<!se)(puluh|belas|ratus|ribu)", r" \1 ", words.casefold())
    for word in parted.split():
        if word == "ribu":
            total, hundreds, one = (hundreds + one) * 1000, 0, 0
        elif word == "belas":
            one += 10
        elif word in _PLACE:
            hundreds, one = hundreds + one * _PLACE[word], 0
        else:
            hundreds, one = hundreds + one, _ONES[word]
    return total + hundreds + one
