"""Whom a number speaks of, and what was counted with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.core.report.claims.about import is_led_in
from runut.core.report.claims.book import Book
from runut.core.report.claims.phrases import MOVING
from runut.core.report.claims.roles import is_aside
from runut.core.report.claims.signs import bare
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.vocabulary import GLUE, HEADS, ROLES
from runut.core.words.items import listed

VERBS = ("me", "ter", "di", "ber")
"""How verbs begin: a word before or behind a number that is none of them is a thing."""
_COUNTED = listed("tahun kali indikator triwulan kegiatan sasaran perangkat")
"""After a number these are what was counted, though elsewhere they say nothing."""
_LEADS = listed("angka nilai posisi skor besaran")
_MOST_UNKNOWN = 2
_NO_UNIT = listed("realisasi realisasinya target capaian capaiannya kinerja kinerjanya hasil")


@dataclass(frozen=True)
class Tie:
    """Whom a number speaks of, and the words between the two; ``limit``: how many of them may
    bring in another thing."""

    ids: tuple[str, ...]
    gap: Sequence[Token]
    limit: int


def tie_of(book: Book, read: Reading, at: int, carried: tuple[str, ...]) -> Tie | None:
    """Whom a number speaks of; None where that is not certain."""
    tie = _tie(book, read, at, carried)
    return tie if tie and _unknown(tie.gap, book, tie.ids) <= tie.limit else None


def _tie(book: Book, read: Reading, at: int, carried: tuple[str, ...]) -> Tie | None:
    tokens, token = read.tokens, read.tokens[at]
    left = [n for n in range(at) if tokens[n].mention is not None]
    if left:
        mention = tokens[left[-1]].mention
        if mention is None or mention.jenis != "indikator":
            return None
        units = frozenset(w for one in mention.ids for w in book.known[one].satuan.split())
        if not is_led_in(read, left[-1], units) or _is_of_a_noun(tokens, at, left[-1]):
            return None
        ids = mention.ids + _joined(tokens, left)
        is_same = tokens[left[-1]].clause == token.clause
        if read.is_own[token.clause] and not is_same:
            inner = [t for t in tokens[:at] if t.clause == token.clause]
            return Tie(ids, inner, 0)
        return Tie(ids, tokens[left[-1] + 1 : at], _MOST_UNKNOWN)
    right = [n for n in range(at + 1, len(tokens)) if tokens[n].mention is not None]
    if right:
        mention = tokens[right[0]].mention
        gap = (*tokens[:at], *tokens[at + 1 : right[0]])
        between = {t.text for t in tokens[at + 1 : right[0]]}
        has_role = any(
            t.text in ROLES or t.text in MOVING for t in (*tokens[:at], *tokens[at + 1 : right[0]])
        ) or is_aside(tokens, at)
        counted = {*unit_after(tokens, at).split(), "persen", "poin"}
        links = {"pada", "untuk", "“", "bagi", "dari", "atas"}
        has_role = (
            has_role
            or (bool(at) and tokens[at - 1].text in _LEADS)
            or (bool(between) and between - counted <= links)
        )
        if mention is None or mention.jenis != "indikator" or not has_role:
            return None
        lead = tokens[at - 1].text if at else ""
        is_own = unit_after(tokens, at) in {book.known[i].satuan for i in mention.ids}
        return Tie(mention.ids, gap, _MOST_UNKNOWN if lead in _LEADS and is_own else 0)
    if not carried or not any(t.text in ROLES for t in tokens[:at]):
        return None
    return Tie(carried, tokens[:at], 0)


def _is_of_a_noun(tokens: Sequence[Token], at: int, name: int) -> bool:
    """ "Memakai bobot 40 persen": the number is that of the noun right before it."""
    word = tokens[at - 1].text
    is_plain = at - 1 == name or tokens[at - 1].kind != "word" or word in GLUE or word in ROLES
    return not is_plain and bare(word) not in GLUE and not word.startswith(VERBS)


def _joined(tokens: Sequence[Token], left: list[int]) -> tuple[str, ...]:
    """The other ids of "X dan Y" before a number."""
    found: tuple[str, ...] = ()
    for last, before in zip(reversed(left), list(reversed(left))[1:], strict=False):
        gap = [t.text for t in tokens[before + 1 : last]]
        mention = tokens[before].mention
        if (
            mention is None
            or mention.jenis != "indikator"
            or not gap
            or set(gap) - {"dan", ",", "serta"}
        ):
            break
        found += mention.ids
    return found


def _unknown(gap: Sequence[Token], book: Book, ids: tuple[str, ...]) -> int:
    """How many words between bring in another thing."""
    units = {w for one in ids for w in book.known[one].satuan.split()} | {"persen", "poin", "%"}
    return sum(
        1
        for t in gap
        if (t.kind == "word" and t.text not in GLUE and t.text not in units)
        or (t.mention is not None and t.mention.jenis != "sasaran")
    )


def unit_after(tokens: Sequence[Token], at: int) -> str:
    """The word that says what was counted; "" where none follows at once."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "word":
        return ""
    word = tokens[at + 1].text
    if word in ("poin", "persen"):
        return "poin" if word == "poin" else ""
    is_year = at + 2 < len(tokens) and tokens[at + 2].kind == "year"
    if word in _COUNTED and not is_year and tokens[at + 2 : at + 3]:
        return word
    is_noun = word in HEADS - _NO_UNIT or word in ("titik", "level")
    return "" if word in GLUE and not is_noun else word
