"""Several items in one cell: "1. Undangan 2. Daftar hadir" and back.

A number starts an item only when it continues the count and does not belong to the word before
it ("Pasal 2."). In text of ours ``2\\.`` is a number that starts nothing.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final


def listed(text: str) -> frozenset[str]:
    """A table of words, written as one text."""
    return frozenset(text.split())


_BULLETS: Final = frozenset({"-", "–", "•", "*", "▪", "·", "●"})
_BELONGS_TO: Final = listed(
    "nomor no pasal ayat tahun angka huruf butir bab lampiran tanggal ke kelas gedung lantai"
)
_NUMBERED: Final = re.compile(r"1([.)])(?= |[^\W\d_])")
_TOKEN: Final = re.compile(r"(\d+)(\\*)([.)])(.*)")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


_WITHOUT_BREADTH: Final = dict.fromkeys((0x200B, 0x2060, 0xFEFF))


def normal(text: str) -> str:
    """One line, single spaces: line breaks inside a cell mean nothing on the form, nor do signs
    without breadth, which text taken from web pages carries."""
    return " ".join(text.translate(_WITHOUT_BREADTH).split())


def joined(one: str, other: str) -> str:
    """Two texts, each already on one line, as one."""
    return f"{one} {other}" if one and other else one or other


def split_items(text: str, *, at_semicolons: bool = False) -> tuple[str, ...]:
    """The items of a cell without their numbers, letters or bullets.

    >>> split_items("1. Nomor 53 Tahun 2014 2. Memahami tugas")
    ('Nomor 53 Tahun 2014', 'Memahami tugas')
    >>> split_items("Notulensi hasil rapat")
    ('Notulensi hasil rapat',)
    """
    words = normal(text).split()
    if not words:
        return ()
    if found := _NUMBERED.match(" ".join(words[:2])):
        return _numbered(words, found[1])
    if words[0] in {"a.", "a)"} and len(words) > 1:
        return _marked(words, [f"{letter}{words[0][1]}" for letter in _LETTERS])
    if words[0] in _BULLETS and len(words) > 1:
        return _marked(words, [words[0]] * len(words))
    if at_semicolons:
        return tuple(part for part in map(normal, " ".join(words).split(";")) if part)
    return (" ".join(words),)


def join_items(items: Iterable[str], *, at_semicolons: bool = False) -> str:
    """The cell that ``split_items`` reads back as these items: one plainly, several numbered."""
    texts = tuple(text for text in map(normal, items) if text)
    if len(texts) <= 1 and split_items("".join(texts), at_semicolons=at_semicolons) == texts:
        return "".join(texts)
    return number_items(texts)


def number_items(items: Iterable[str]) -> str:
    """The items with their numbers, even a single one."""
    texts = tuple(text for text in map(normal, items) if text)
    dotted = _join_numbered(texts, ".")
    return dotted if split_items(dotted) == texts else _join_numbered(texts, ")")


def _numbered(words: list[str], style: str) -> tuple[str, ...]:
    items: list[list[str]] = []
    for place, word in enumerate(words):
        rest = _rest_of_start(word, len(items) + 1, style)
        is_last = place == len(words) - 1 and not rest
        if rest is None or is_last or (style == "." and items and _belongs(words[place - 1])):
            items[-1].append(_without_escape(word, len(items) + 1, style))
        else:
            items.append([rest] if rest else [])
    return tuple(" ".join(item) for item in items if item)


def _rest_of_start(word: str, count: int, style: str) -> str | None:
    """What follows the number in a word that starts item ``count``; ``None`` if it starts none."""
    found = _TOKEN.fullmatch(word)
    if not found or found[1] != str(count) or found[2] or found[3] != style:
        return None
    return found[4] if not found[4] or found[4][0].isalpha() else None


def _belongs(word: str) -> bool:
    return word.casefold().strip(".,(") in _BELONGS_TO


def _without_escape(word: str, count: int, style: str) -> str:
    found = _TOKEN.fullmatch(word)
    if found and found[1] == str(count) and found[2] and found[3] == style:
        return f"{found[1]}{found[2][1:]}{style}{found[4]}"
    return word


def _with_escape(word: str, count: int, style: str) -> str:
    found = _TOKEN.fullmatch(word)
    if found and found[1] == str(count) and found[3] == style:
        return f"{found[1]}{found[2]}\\{style}{found[4]}"
    return word


def _join_numbered(texts: tuple[str, ...], style: str) -> str:
    return " ".join(
        f"{count}{style} " + " ".join(_with_escape(word, count + 1, style) for word in text.split())
        for count, text in enumerate(texts, start=1)
    )


def _marked(words: list[str], marks: list[str]) -> tuple[str, ...]:
    items: list[list[str]] = []
    for word in words:
        if len(items) < len(marks) and word == marks[len(items)]:
            items.append([])
        else:
            items[-1].append(word)
    return tuple(" ".join(item) for item in items if item)


def join_numbers(numbers: Iterable[str]) -> str:
    """Step numbers in a sentence.

    >>> join_numbers(["4", "5", "6"])
    '4, 5, dan 6'
    """
    found = list(numbers)
    if len(found) < 3:
        return " dan ".join(found)
    return f"{', '.join(found[:-1])}, dan {found[-1]}"


def join_words(parts: Sequence[str]) -> str:
    """Words listed in a sentence.

    >>> join_words(["satu"]), join_words(["satu", "dua"]), join_words(["a", "b", "c"])
    ('satu', 'satu dan dua', 'a, b, dan c')
    """
    if len(parts) < 3:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"
