"""How wide the letters of the fonts in Word files run: two by letter, others by a share.

A page of Word is laid out anew to find which row a drawing is over; its fonts are not at hand.
"""

from functools import lru_cache
from typing import Final

from runut.files.read.docx.styles import Letters
from runut.files.typeface import advances

_FIRST: Final = 32
_TIMES: Final = (
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 "
    "500 500 500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 "
    "611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 "
    "500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 "
    "500 500 444 480 200 480 541 "
)
_TIMES_BOLD: Final = (
    "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 "
    "500 500 500 500 333 333 570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 "
    "667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 278 333 581 500 333 500 "
    "556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 "
    "500 500 444 394 220 394 520 "
)
_CALIBRI: Final = (
    "226 326 401 498 507 715 682 221 303 303 498 498 250 306 252 386 507 507 507 507 507 507 "
    "507 507 507 507 268 268 498 498 498 463 894 579 544 533 615 488 459 631 623 252 319 520 "
    "420 855 646 662 517 673 543 459 487 642 567 890 519 487 468 307 386 307 498 498 291 479 "
    "525 423 525 498 305 471 525 229 239 455 229 799 525 527 525 525 349 391 335 525 452 715 "
    "433 453 395 314 460 314 498 "
)
"""Thousandths of the type size, from the blank to the tilde: facts about these fonts."""

_FONTS: Final[dict[str, tuple[float, float]]] = {
    "arial": (1.0, 1.15),
    "helvetica": (1.0, 1.15),
    "calibri": (0.905, 1.221),
    "cambria": (0.96, 1.172),
    "tahoma": (0.98, 1.207),
    "verdana": (1.13, 1.215),
    "bookman old style": (1.06, 1.172),
    "arial narrow": (0.82, 1.147),
    "century gothic": (1.04, 1.226),
    "segoe ui": (1.0, 1.33),
    "aptos": (0.97, 1.28),
    "times new roman": (0.93, 1.15),
    "times": (0.93, 1.15),
}
"""By font: widths as shares of the office typeface's, the height of a line as share of the size."""

_CALIBRI_BOLD: Final = 1.025
_OTHER: Final = (1.0, 1.17)
_UNKNOWN_WIDTH: Final = 0.55


@lru_cache(maxsize=4096)
def word_width(word: str, letters: Letters) -> float:
    """How wide a word runs, in points."""
    font = letters.font.lower()
    share = _FONTS.get(font, _OTHER)[0]
    office = advances(letters.is_bold)
    known = _known(font, letters.is_bold)
    return letters.size * sum(
        known.get(ord(char)) or share * office.get(ord(char), _UNKNOWN_WIDTH) for char in word
    )


def natural_height(letters: Letters) -> float:
    """The height of one line at single spacing, in points."""
    return letters.size * _FONTS.get(letters.font.lower(), _OTHER)[1]


@lru_cache(maxsize=16)
def _known(font: str, is_bold: bool) -> dict[int, float]:
    if font.startswith("times"):
        widths, share = _TIMES_BOLD if is_bold else _TIMES, 1.0
    elif font.startswith("calibri"):
        widths, share = _CALIBRI, _CALIBRI_BOLD if is_bold else 1.0
    else:
        return {}
    return {_FIRST + at: share * int(width) / 1000 for at, width in enumerate(widths.split())}
