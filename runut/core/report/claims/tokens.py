"""A sentence as the checks read it: words, names, numbers, years, and where a clause ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from runut.core.report.claims.amounts import Amount, amounts_in
from runut.core.report.claims.names import Mention, NameBook
from runut.core.report.claims.signs import Found, signs_in
from runut.core.report.claims.vocabulary import SPELLED
from runut.core.words.dates import BULAN
from runut.core.words.items import listed

Kind = Literal["word", "name", "amount", "year", "mask", "sign"]

_MONTHS = "|".join(BULAN)
_MASK = re.compile(
    rf"\b\d{{1,2}}\s(?:{_MONTHS})(?:\s\d{{4}})?\b|\b(?:{_MONTHS})\s\d{{4}}\b|\b(?:nomor|"
    rf"no\.?)\s*[\w./-]*\d[\w./-]*(?:\s+tahun\s+\d{{4}})?|\b(?:pasal|ayat|bab|lampiran|tabel|"
    r"gambar|halaman|butir|pukul|nip|versi)\s*\(?[\dIVX]+\)?\b|\b(?:triwulan|tw|semester|"
    r"caturwulan)\s*\(?(?:[IV]+|\d|ke-\w+|pertama|kedua|ketiga|keempat)\b|"
    rf"\b\d{{1,2}}[.:]\d{{2}}\s(?:wib|wita|wit)\b|\b\d{{8}}\s\d{{6}}\s\d\s\d{{3}}\b|"
    rf"\b\d{{18}}\b",
    re.I,
)
_YEARS = re.compile(
    r"\b((?:19|20)\d{2})\s?(?:–|-|—|/|s\.?d\.?|sampai dengan|sampai|hingga)\s?((?:19|20)\d{2})\b",
    re.I,
)
_YEAR = re.compile(r"\b(?:19[9]\d|20[0-6]\d)\b(?![.,]\d)")
_WORD = re.compile(r"\b[Tt]\.\s?[Aa]\.|[^\W\d_]+(?:[-’'][^\W\d_]+)*|[;:,()“”\"]|\S")
_OWN_CLAUSE = listed(
    "karena sebab akibat disebabkan dikarenakan lantaran berkat seiring didorong ditopang "
    "dipengaruhi sedangkan sementara agar supaya apabila jika bila ketika saat melalui mengingat "
    "untuk guna oleh adapun dimana yaitu"
)
_NEW_CLAUSE = listed(
    "sehingga tetapi namun meskipun walaupun padahal kemudian dan atau serta maka ;"
)


@dataclass(frozen=True)
class Token:
    """``clause`` counts the clauses; ``of`` is the name, number or year that stands here."""

    kind: Kind
    text: str
    start: int
    end: int
    clause: int = 0
    mention: Mention | None = None
    amount: Amount | None = None
    years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One sentence, read. ``is_own[n]``: clause n speaks of a cause or another thing of its own."""

    text: str
    tokens: tuple[Token, ...]
    is_own: tuple[bool, ...]
    words: frozenset[str] = field(default=frozenset())

    @cached_property
    def signs(self) -> tuple[Found, ...]:
        """What its words say; the places are those of the tokens."""
        return signs_in([t.text if t.kind in ("word", "sign") else "" for t in self.tokens])

    @cached_property
    def covered(self) -> frozenset[int]:
        """The tokens that belong to a sign."""
        return frozenset(n for one in self.signs for n in range(one.first, one.last + 1))

    def mentions(self, jenis: str = "indikator") -> list[Token]:
        return [t for t in self.tokens if t.mention is not None and t.mention.jenis == jenis]

    def clause(self, number: int) -> list[Token]:
        return [t for t in self.tokens if t.clause == number]

    def has(self, *words: str) -> bool:
        return not self.words.isdisjoint(words)


def read_sentence(text: str, book: NameBook, home: str = "") -> Reading:
    """The tokens of a sentence; what is a rule, a date or a table's number is masked."""
    raw = _said_once(_spans(text, book, home))
    tokens: list[Token] = []
    clause, own = 0, [False]
    for token in raw:
        starts = token.kind in ("word", "sign") and token.text in _OWN_CLAUSE | _NEW_CLAUSE
        if starts and tokens:
            clause += 1
            own.append(token.text in _OWN_CLAUSE)
        tokens.append(
            Token(
                token.kind, token.text, token.start, token.end, clause, token.mention,
                token.amount, token.years,
            )
        )  # fmt: skip
    words = frozenset(t.text for t in tokens if t.kind == "word")
    return Reading(text, tuple(tokens), tuple(own), words)


def _spans(text: str, book: NameBook, home: str) -> list[Token]:
    taken: list[Token] = []

    def is_free(start: int, end: int) -> bool:
        return all(end <= one.start or one.end <= start for one in taken)

    for mention in book.find(text, home):
        words = text[mention.start : mention.end]
        taken.append(Token("name", words, mention.start, mention.end, mention=mention))
    for match in _MASK.finditer(text):
        if is_free(*match.span()):
            taken.append(Token("mask", match[0].casefold(), *match.span()))
    for match in _YEARS.finditer(text):
        if is_free(*match.span()):
            both = (int(match[1]), int(match[2]))
            taken.append(Token("year", match[0], *match.span(), years=both))
    for amount in amounts_in(text):
        if is_free(amount.start, amount.end):
            taken.append(Token("amount", amount.text, amount.start, amount.end, amount=amount))
    for match in _YEAR.finditer(text):
        if is_free(*match.span()):
            taken.append(Token("year", match[0], *match.span(), years=(int(match[0]),)))
    for match in _WORD.finditer(text):
        if is_free(*match.span()):
            kind: Kind = "word" if match[0][0].isalpha() else "sign"
            said = match[0].casefold()
            taken.append(Token(kind, SPELLED.get(said, said), *match.span()))
    return sorted(taken, key=lambda one: one.start)


def _said_once(tokens: list[Token]) -> list[Token]:
    """Without the words that repeat a number: "12 (dua belas)" is one number."""
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        kept.append(tokens[at])
        first, rest = tokens[at].amount, tokens[at + 1 : at + 4]
        is_repeat = (
            first is not None
            and [t.text for t in rest[:1] + rest[2:]] == ["(", ")"]
            and rest[1].amount is not None
            and rest[1].amount.value == first.value
        )
        if is_repeat:
            kept[-1] = replace(kept[-1], end=rest[2].end)
        at += 4 if is_repeat else 1
    return kept


def between(tokens: Sequence[Token], first: Token, last: Token) -> list[Token]:
    """The tokens after one and before another."""
    return [t for t in tokens if first.end <= t.start and t.end <= last.start]
