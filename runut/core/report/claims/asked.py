"""What cannot be tied for certain and is asked of the writer: a result or a direction that names no
indicator. A number is asked about where no indicator at hand has it, a direction where one of them
denies it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.claims.about import GOOD_HEADS, is_plainly_said
from runut.core.report.claims.amounts import Amount
from runut.core.report.claims.book import Book
from runut.core.report.claims.directions import said_of
from runut.core.report.claims.known import Peran, fits_unit
from runut.core.report.claims.phrases import LEVELS, MOVES
from runut.core.report.claims.roles import NEAR
from runut.core.report.claims.ties import Tie, tie_of, unit_after
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.unclaimed import is_hoped
from runut.core.report.claims.values import judge_number, rounded
from runut.core.report.claims.vocabulary import GLUE, ROLES, hopes
from runut.core.words.items import listed

_OF_INDICATORS = frozenset((Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN))
_OTHER_THINGS = listed(
    "anggaran pagu serapan belanja keuangan rupiah fisik keluaran output kegiatan program "
    "rata-rata seluruh semua setiap masing-masing keseluruhan bulan peserta responden survei "
    "triwulan semester renstra rpjmd kabupaten kota provinsi nasional unsur bidang"
)
"""A sentence with these speaks of something else, or of something larger than one indicator."""
_SUBJECTS = GOOD_HEADS | listed("realisasi realisasinya indikator iku target targetnya hasilnya")


@dataclass(frozen=True)
class Unsure:
    """Words that are asked about, and of which indicators they may speak."""

    token: Token
    choices: tuple[str, ...]


def unsure_words(
    book: Book, read: Reading, carried: tuple[str, ...], home: str
) -> Iterator[Unsure]:
    """What a sentence says of an indicator without saying of which, and no indicator at hand says
    the same: those of the sasaran that the section belongs to, else all of the report."""
    if carried or read.mentions() or read.mentions("anggaran") or read.words & _OTHER_THINGS:
        return
    if any(t.kind == "mask" for t in read.tokens) or _counts_indicators(read):
        return
    rows = [row for row in book.draft.rows if row.sasaran.id == home] or list(book.draft.rows)
    choices = tuple(row.indikator.id for row in rows)
    for at, token in enumerate(read.tokens):
        is_asked = (
            _is_strange_number(book, read, at, rows)
            if token.amount
            else bool(home) and _is_strange_way(book, read, at, choices)
        )
        if is_asked:
            yield Unsure(token, choices)


def _counts_indicators(read: Reading) -> bool:
    """Whether it speaks of several indicators: "tiga indikator", but not "indikator ini"."""
    words = [t.text for t in read.tokens]
    if any(t.amount and after.text == "target" for t, after in pairwise(read.tokens)):
        return True
    return any(
        word in ("indikator", "iku") and after not in ("ini", "tersebut")
        for word, after in zip(words, [*words[1:], ""], strict=True)
    )


def _is_strange_number(book: Book, read: Reading, at: int, rows: Sequence[BarisCapaian]) -> bool:
    """Whether a number is called target, realisasi or capaian, and is nobody's."""
    amount = read.tokens[at].amount
    if amount is None or amount.unit not in ("", "%") or not amount.text[0].isdigit():
        return False
    if hopes([t.text for t in read.tokens[:at]]):
        return False
    roles = _role_of(read, at, amount)
    if not roles or tie_of(book, read, at, ()) is not None:
        return False
    unit, said = unit_after(read.tokens, at), rounded(read.tokens, at, amount)
    if unit and unit not in {w for r in rows for w in r.indikator.satuan.casefold().split()}:
        return False
    return not any(
        said.says(own.nilai) and fits_unit(amount.unit, own.unit)
        for row in rows
        for own in book.known[row.indikator.id].own
    )


def _role_of(read: Reading, at: int, amount: Amount) -> frozenset[Peran]:
    """What the few plain words before a number call it; empty where they bring in another thing."""
    clause = read.tokens[at].clause
    for token in reversed(read.tokens[max(0, at - NEAR) : at]):
        if token.clause != clause or token.amount or token.mention:
            break
        if token.text in ROLES:
            is_money = amount.unit == "%" and token.text.startswith(("realisasi", "terealisasi"))
            return frozenset() if is_money else ROLES[token.text] & _OF_INDICATORS
        if token.text not in GLUE:
            break
    return frozenset()


def _is_strange_way(book: Book, read: Reading, at: int, choices: Sequence[str]) -> bool:
    """Whether a sentence says of "capaian" or "kinerja" alone what an indicator here denies."""
    before = [t.text for t in read.tokens[:at]]
    if not set(before) & _SUBJECTS or not is_plainly_said(read, at, book) or is_hoped(read, at):
        return False
    return any(_said_at(book, read, at, one) is not None for one in choices)


def _said_at(book: Book, read: Reading, at: int, chosen: str) -> tuple[str, str] | None:
    """What the words that begin at a token say of an indicator, and its figures deny."""
    sign = next((one for one in read.signs if one.first == at), None)
    is_claim = sign is not None and sign.sign in MOVES | LEVELS
    return said_of(book, read, sign, book.known[chosen]) if sign and is_claim else None


def said_of_chosen(book: Book, read: Reading, at: int, chosen: str) -> tuple[str, str] | None:
    """What its writer's answer makes wrong: (said, known), once he has said of which indicator
    the word at ``at`` speaks."""
    if read.tokens[at].amount is None:
        return _said_at(book, read, at, chosen)
    wrong = judge_number(book, read, at, Tie((chosen,), (), 0))
    if wrong is None:
        return None
    one = wrong.known
    return f"{one.indikator.nama} {wrong.token.text}", one.summary
