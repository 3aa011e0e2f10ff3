"""Claims without a number about one indicator: it rose, got worse, reached its target, lies below
the standard.
"""

from collections.abc import Iterator
from decimal import Decimal

from runut.core.report.claims.about import (
    GOOD_HEADS,
    base_year,
    head_of,
    is_denied,
    is_hoped,
    subject_of,
)
from runut.core.report.claims.book import Book
from runut.core.report.claims.known import Known, Peran
from runut.core.report.claims.standing import against_standard, against_target, compared
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.vocabulary import (
    BETTER,
    DOWN,
    FALL,
    RISE,
    SAME,
    UP,
    WORSE,
)

Said = tuple[Token, str, str]
"""Where, what was said, what is known."""


def wrong_directions(book: Book, read: Reading, carried: tuple[str, ...]) -> Iterator[Said]:
    """What a sentence says of an indicator's way, against the figures."""
    if any(t.kind == "mask" and t.text[:3] in ("tri", "sem", "tw ") for t in read.tokens):
        return
    if read.has("masing-masing", "bulan"):
        return
    for at, token in enumerate(read.tokens):
        if token.kind != "word":
            continue
        ids = subject_of(book, read, at, carried)
        if not ids or is_hoped(read, at):
            continue
        knowns = [book.known[one] for one in ids]
        for judge in _JUDGES:
            answers = [judge(book, read, at, one) for one in knowns]
            told = [one for one in answers if one is not None]
            if told and len(told) == len(answers):
                yield token, *told[0]
                break


def said_of(book: Book, read: Reading, at: int, one: Known) -> tuple[str, str] | None:
    """What a word says of an indicator and its figures deny: (said, known)."""
    answers = (judge(book, read, at, one) for judge in _JUDGES)
    return next((told for told in answers if told is not None), None)


def _moved(book: Book, read: Reading, at: int, one: Known) -> tuple[str, str] | None:
    word = read.tokens[at].text
    after = [t.text for t in read.tokens[at + 1 : at + 3]]
    if word == "sama" and after == ["dengan", "tahun"]:
        word = "stagnan"
    if word not in UP | DOWN | RISE | FALL | BETTER | WORSE | SAME:
        return None
    if word in RISE | FALL and not _is_told(read, at):
        return None
    sejak = base_year(read, at, book.tahun)
    if sejak is None or is_denied(read, at):
        return None
    rise, better = one.rise(sejak), one.better(sejak)
    capaian = one.rise(sejak, Peran.CAPAIAN)
    if rise is None or better is None:
        return None
    head = head_of(read, at)
    if head == "target":
        return None
    is_true = _holds(word, head, read, rise=rise, capaian=capaian, better=better)
    if is_true:
        return None
    was = one.text(Peran.REALISASI, sejak)
    now = one.text(Peran.REALISASI, book.tahun)
    known = f"realisasi {sejak} {was}, realisasi {book.tahun} {now} ({better})"
    return f"{one.indikator.nama} {word}", known


def _is_told(read: Reading, at: int) -> bool:
    """Whether a noun of movement says that it happened, not that it is striven for."""
    before = {t.text for t in read.tokens[max(0, at - 2) : at]}
    return bool(before & {"mengalami", "terjadi", "menunjukkan", "terdapat", "ada"}) or (
        at == 0 and read.has("disebabkan", "dipengaruhi", "didorong", "dikarenakan", "terjadi")
    )


def _holds(
    word: str,
    head: str,
    read: Reading,
    *,
    rise: Decimal,
    capaian: Decimal | None,
    better: str,
) -> bool:
    """Whether any fair reading of the word is true."""
    if word in SAME:
        if word == "tetap" and not read.has("sama", "tidak", "stagnan", "stabil"):
            return True
        return rise == 0 or better == "tetap" or capaian == 0
    if word in BETTER:
        return better == "membaik" or (capaian is not None and capaian > 0 and head in GOOD_HEADS)
    if word in WORSE:
        return better == "memburuk" or (capaian is not None and capaian < 0 and head in GOOD_HEADS)
    is_up = word in UP | RISE
    numeric = rise > 0 if is_up else rise < 0
    if head in GOOD_HEADS:
        sense = better == ("membaik" if is_up else "memburuk")
        by_share = capaian is not None and (capaian > 0 if is_up else capaian < 0)
        return sense or by_share or (numeric and head not in ("kinerja", "kinerjanya"))
    return numeric


_JUDGES = (_moved, against_target, against_standard, compared)
