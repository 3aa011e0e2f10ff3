"""The signs of a sentence: every phrase that says a direction, a comparison, a target, a denial."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from runut.core.report.claims.phrases import PHRASES, Sign

_ENDINGS = ("nya", "lah", "pun", "kah")
_SHORTEST = 6
_ENDS: tuple[list[str], ...] = ([], ["."], [","], [";"])


@dataclass(frozen=True)
class Found:
    """A sign and the places of its first and last word among the words of the sentence."""

    sign: Sign
    first: int
    last: int
    word: str


def signs_in(words: Sequence[str]) -> tuple[Found, ...]:
    """The signs from left to right, none inside another. ``words``: "" where a name or
    a number stands. To fail or
    succeed, at the end of a clause, is to miss or reach the target."""
    found = []
    at = 0
    while at < len(words):
        one = _sign_at(words, at)
        if one is not None:
            is_end = one.word == "gagal" and words[at + 1 : at + 2] in _ENDS
            found.append(replace(one, sign=Sign.GAGAL) if is_end else one)
        elif words[at] in ("berhasil", "sukses") and words[at + 1 : at + 2] in _ENDS:
            found.append(Found(Sign.CAPAI, at, at, words[at]))
        at = one.last + 1 if one else at + 1
    return tuple(found)


def _sign_at(words: Sequence[str], at: int) -> Found | None:
    for first in (words[at], bare(words[at])):
        for phrase, sign in PHRASES.get(first, ()):
            said = words[at + 1 : at + len(phrase)]
            if all(w == p or bare(w) == p for w, p in zip(said, phrase[1:], strict=False)) and (
                len(said) == len(phrase) - 1
            ):
                return Found(sign, at, at + len(phrase) - 1, phrase[0])
    return None


def bare(word: str) -> str:
    """A word without "-nya", "-lah", "-pun": "merosotnya", "bukanlah"."""
    if len(word) >= _SHORTEST and word.endswith(_ENDINGS):
        return word[:-3]
    return word
