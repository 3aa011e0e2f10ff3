"""How many indicators, sasaran, programmes: counted in the text and counted in the data."""

import re
from collections.abc import Iterator
from decimal import Decimal

from runut.core.kinerja.anggaran import program_rows
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.claims.amounts import Amount
from runut.core.report.claims.book import Book
from runut.core.report.claims.everything import (
    wrong_all,
    wrong_exceptions,
    wrong_said_before,
    wrong_share,
)
from runut.core.report.claims.names import words_with_places
from runut.core.report.claims.scopes import (
    OTHER,
    Said,
    known_words,
    names_indicators,
    reaches,
    scopes_of,
    truth_of,
)
from runut.core.report.claims.signs import signs_in
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.unclaimed import is_disputed
from runut.core.report.claims.vocabulary import LIGHT, hopes
from runut.core.words.items import listed

_WHOLE = re.compile(
    r"\b(?:diukur (?:dengan|melalui)|mengukur kinerja(?:nya)? dengan|menetapkan|memiliki|mempunyai|"
    r"memuat|terdiri (?:atas|dari)|mencakup|meliputi|menjabarkan|menjalankan|mengukur|menyepakati|"
    r"memperjanjikan|mengemban|mengampu|mengawal|menanggung|memikul|"
    r"bertanggung jawab atas|dibebani|mengelola|mempertanggungjawabkan|diwakili|menyajikan)\b",
    re.I,
)
_OF_ALL = re.compile(
    r"[^,;.]*(?:digunakan untuk mengukur|yang (?:diukur|diperjanjikan|ditetapkan|dijanjikan)"
    r"(?: pada| dalam| di|$))"
)
_LEADING = listed("di antaranya buah diantaranya telah sudah yang di")
_EXCEPT = listed(
    "salah kecuali selain terkecuali minimal maksimal setidaknya sedikitnya sekurang-kurangnya "
    "paling"
)
_WHOLES = listed("keseluruhan seluruh total semua sejumlah")
_SOON = 6
_NEEDED = listed("harus perlu tantangan harapan")
"""They speak of what is to be done about a count, not of a count to come."""


def wrong_counts(
    book: Book, read: Reading, home: str, around: tuple[str, ...] = ()
) -> Iterator[Said]:
    """Counts and "all" or "none" that the year does not bear out.

    ``around``: the sasaran that the paragraph spoke of before.
    """
    if is_disputed([t.text for t in read.tokens]):
        return
    if hopes([t.text for t in read.tokens if t.text not in _NEEDED]) or read.has(
        "mendatang", "menargetkan"
    ):
        return
    years = {y for t in read.tokens for y in t.years if len(t.years) == 1}
    if years == {book.tahun - 1}:
        yield from _left_over(book, read)
    if years - {book.tahun}:
        return
    scopes = scopes_of(book, read, home, around)
    if not scopes:
        return
    yield from _numbers(book, read, scopes)
    if not read.has("indikator", "iku", "target", "targetnya"):
        return
    yield from wrong_all(read, scopes)
    yield from wrong_share(read, scopes)
    yield from wrong_said_before(read, scopes)
    yield from wrong_exceptions(book, read, scopes)


def _left_over(book: Book, read: Reading) -> Iterator[Said]:
    """This year's counts under last year's name."""
    rows = list(book.draft.counted)
    if read.has("dibandingkan", "dibanding", "sebelumnya", "lalu", "juga", "evaluasi"):
        return
    for token, part, whole, clause in _pairs(read):
        truth = truth_of(rows, clause)
        if part is None or whole is None or truth is None or part.value == whole.value:
            continue
        if (
            part.value == truth
            and whole.value == len(rows)
            and not _is_of_something_else(read, token)
        ):
            said = f"{part.text} dari {whole.text} pada tahun {book.tahun - 1}"
            yield token, said, f"{truth} dari {len(rows)} pada tahun {book.tahun}"


def _numbers(
    book: Book, read: Reading, scopes: list[tuple[str, list[BarisCapaian]]]
) -> Iterator[Said]:
    """ "10 dari 12 indikator mencapai target", "dua indikator belum"."""
    alive = set(range(len(scopes)))
    for token, part, whole, clause in _pairs(read):
        if _is_of_something_else(read, token):
            continue
        is_total = part is not None and _is_total(read, token, clause)
        true = {
            n for n, (_, rows) in enumerate(scopes) if _agrees(rows, part, whole, clause, is_total)
        }
        if alive & true:
            alive &= true
            continue
        sizes = {len(rows) for _, rows in scopes}
        is_part = part is not None and (whole is None or whole.value in sizes)
        spot = next((t for t in read.tokens if t.amount is part), token) if is_part else token
        yield spot, read.text[spot.start : spot.end], known_words(scopes)
    for token, amount in _of(read, "sasaran"):
        if (
            read.has("menetapkan", "memuat", "memiliki", "mempunyai", "diukur", "mengukur")
            and not read.has("tujuan", "renstra")
        ) and (amount.value != len(book.draft.data.sasarans)):
            yield token, f"{amount.text} sasaran", f"{len(book.draft.data.sasarans)} sasaran"
    for token, amount in _of(read, "program"):
        number = len(program_rows(book.draft.data))
        is_all = read.has("didukung", "melalui", "pelaksanaan", "anggaran") and not read.has(
            "sasaran", "penunjang"
        )
        if is_all and number and amount.value != number and not read.mentions("anggaran"):
            yield token, f"{amount.text} program", f"{number} program"


def _is_total(read: Reading, token: Token, clause: str) -> bool:
    """Whether a bare count says how many indicators there are at all."""
    before = read.text[: token.start]
    return _WHOLE.search(before) is not None or _OF_ALL.match(clause) is not None


def _agrees(
    rows: list[BarisCapaian], part: Amount | None, whole: Amount | None, clause: str, is_total: bool
) -> bool:
    """Whether a set of indicators bears out what is said of it."""
    size = Decimal(len(rows))
    if whole is not None and whole.value != size:
        return False
    truth = truth_of(rows, clause)
    if part is None:
        return True
    if truth is None:
        return part.value == size or not is_total
    return _is(part, truth, size)


def _pairs(read: Reading) -> Iterator[tuple[Token, Amount | None, Amount | None, str]]:
    """(where, how many, of how many, what is said of them)."""
    tokens = read.tokens
    counts = [
        n
        for n, t in enumerate(tokens)
        if t.amount
        and t.amount.unit in ("", "bagian", "semua")
        and t.amount.step in (1, Decimal("0.05"))
    ]
    whole: Amount | None = None
    for n in counts:
        amount = tokens[n].amount
        after = [t.text for t in tokens[n + 1 : n + 4]]
        before = [t.text for t in tokens[max(0, n - 2) : n]]
        clause = _said_after(read, tokens[n])
        if amount and amount.unit == "bagian" and before[-1:] in (["dari"], ["sampai"], ["lebih"]):
            continue
        if before[-1:] == ["salah"]:
            continue
        names = names_indicators(after)
        if before[-1:] == ["("]:
            before = [t.text for t in tokens[max(0, n - 3) : n - 2]]
        if before[-1:] and (before[-1] in _EXCEPT or before == ["paling", "sedikit"]):
            continue
        if before[-1:] and before[-1] in _WHOLES:
            before = before[:-1]
        leads_to = before[-1:] in (["dari"], ["antara"], ["diantara"])
        if leads_to and names and not _amount_before(tokens, n):
            whole = amount
            yield tokens[n], None, whole, ""
        elif before[-1:] == ["dari"] and names:
            first = _amount_before(tokens, n)
            yield tokens[n], first, amount, clause
            whole = amount
        elif names and after[:1] != ["dari"]:
            yield tokens[n], amount, whole, clause
            if "antaranya" in read.words and truth_of([], clause) is None:
                whole = amount
        elif whole is not None and _says_at_once(clause):
            yield tokens[n], amount, whole, clause


def _says_at_once(clause: str) -> bool:
    """ "…, 5 mencapai target": nothing else stands between a count and what is said of it."""
    words = [w for w, _, _ in words_with_places(clause)]
    while words and (words[0] in LIGHT or words[0] in _LEADING):
        words.pop(0)
    signs = signs_in(words[:_SOON])
    return bool(signs) and signs[0].first == 0 and reaches(" ".join(words[:_SOON])) is not None


def _amount_before(tokens: tuple[Token, ...], n: int) -> Amount | None:
    """The number before "dari": "10 dari", "10 (sepuluh) dari"."""
    for back in range(n - 1, max(-1, n - 6), -1):
        if tokens[back].amount:
            return tokens[back].amount
        if tokens[back].text not in (
            "dari",
            "(",
            ")",
            "indikator",
            "total",
            "seluruh",
            "kinerja",
            "utama",
        ):
            return None
    return None


def _said_after(read: Reading, token: Token) -> str:
    """What is said of a count: up to the next count or the end of its part of the sentence."""
    later = [
        t.start
        for t in read.tokens
        if t.start > token.end
        and (t.amount is not None or t.text in (";", "sedangkan", "sementara", "tetapi", "namun"))
        and not (
            t.amount is not None
            and read.text[token.end : t.start].strip()
            in ("(", "dari", "dari total", "dari seluruh")
        )
    ]
    stops = [
        s for s in later if read.text[token.end : s].strip(" (") and "(" not in read.text[s - 1 : s]
    ]
    end = stops[0] if stops else len(read.text)
    return read.text[token.end : end]


def _is(part: Amount, truth: int, size: Decimal) -> bool:
    if part.unit == "bagian":
        return bool(size) and abs(Decimal(truth) / size - part.value) < Decimal("0.02")
    return part.value == truth


def _is_of_something_else(read: Reading, token: Token) -> bool:
    """Whether a count stands for other indicators than the report's own."""
    near = read.text[token.end :]
    said = near.split(",")[0]
    return (OTHER.search(said) is not None and not _WHOLE.search(read.text[: token.start])) or bool(
        read.mentions("anggaran")
    )


def _of(read: Reading, word: str) -> Iterator[tuple[Token, Amount]]:
    for at, token in enumerate(read.tokens):
        after = [t.text for t in read.tokens[at + 1 : at + 4] if t.text not in ("(", ")")]
        if token.amount and token.amount.unit == "" and token.amount.step == 1:
            later = read.tokens[at + 1 : at + 2]
            is_bound = at and read.tokens[at - 1].text in ("dari", "salah")
            if is_bound or (later and later[0].amount):
                continue
            if after[:1] == [word] and not (word == "sasaran" and after[1:2] == ["ini"]):
                yield token, token.amount
