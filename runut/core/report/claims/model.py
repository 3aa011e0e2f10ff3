"""A claim of a text and what the figures say against it."""

import hashlib
from dataclasses import dataclass

_KEY_LENGTH = 14


@dataclass(frozen=True)
class Sentence:
    """One sentence of a section. ``start`` counts from the beginning of the section's text."""

    text: str
    start: int
    paragraph: int


@dataclass(frozen=True)
class Contradiction:
    """A claim that the figures deny. ``start`` and ``end`` are its words in the section's text.

    ``said`` is what the text says, ``known`` what the data of the year say, both in words.
    ``awal`` is where the sentence begins.
    """

    kode: str
    start: int
    end: int
    kalimat: str
    said: str
    known: str
    bagian: str = ""
    awal: int = 0


@dataclass(frozen=True)
class Question:
    """Words of a text of which nobody but the writer can say of what they speak.

    ``pilihan``: the indicators that they may speak of. Places as in a contradiction.
    """

    start: int
    end: int
    kalimat: str
    said: str
    pilihan: tuple[str, ...]
    bagian: str
    awal: int


BUKAN_ANGKA_CAPAIAN = ""
"""The answer that the words speak of no indicator of the report."""


@dataclass(frozen=True)
class Checked:
    """What a check of all words found: what the figures deny, and what is asked."""

    contradictions: tuple[Contradiction, ...]
    questions: tuple[Question, ...]


def hashed_key(prefix: str, *said: str) -> str:
    """A short name for what was said, the same wherever it is said again."""
    whole = "|".join(said).encode("utf-8", "backslashreplace")
    return prefix + hashlib.sha256(whole).hexdigest()[:_KEY_LENGTH]
