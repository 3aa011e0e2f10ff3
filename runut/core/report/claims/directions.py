"""Claims without a number about one indicator: it rose, got worse, reached its target, lies below
the standard, is above last year's. What is denied in words is held against the data the other way
round; where any fair reading is true, nothing is said.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from runut.core.report.claims.about import (
    GOOD_HEADS,
    base_year,
    beside,
    denials,
    head_of,
    is_noun,
    subject_of,
)
from runut.core.report.claims.book import Book
from runut.core.report.claims.known import Known, Peran
from runut.core.report.claims.phrases import ACTS, DID, LEVELS, MOVES, Sign
from runut.core.report.claims.signs import Found
from runut.core.report.claims.standing import against_of, readings, thing_words
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.unclaimed import is_foreign, is_hoped, of_quarter
from runut.core.report.claims.vocabulary import ALWAYS, NOT
from runut.core.words.items import listed

Said = tuple[Token, str, str]
"""Where, what was said, what is known."""
_TOLD = listed(
    "mengalami terjadi menunjukkan terdapat ada memperlihatkan mencatat mencatatkan membukukan "
    "menampilkan menorehkan terlihat tercatat"
)
_CAUSED = listed(
    "disebabkan dipengaruhi didorong dikarenakan terjadi sebesar menjadi merupakan berlanjut "
    "menunjukkan membuktikan mencerminkan menandakan berlangsung tercatat terlihat tampak "
    "memperlihatkan bersumber berasal"
)
_WISHED = listed(
    "prioritas fokus tujuan harapan tantangan sasaran diharapkan tidak belum bukan perhatian "
    "agenda mendatang depan bergantung tergantung ditentukan memerlukan membutuhkan"
)
_INCLUDING = listed("termasuk terkecuali seperti misalnya")
_OUTCOMES = listed(
    "keberhasilan kegagalan pencapaian ketercapaian kemampuan peluang dalam rangka "
    "usaha proses cara langkah kendala hambatan"
)
_NOUNS_OF_MISSING = listed("ketidaktercapaian ketidakberhasilan")
_EVERY_ACT = frozenset(word for words in ACTS.values() for word in words)


def wrong_directions(book: Book, read: Reading, carried: tuple[str, ...]) -> Iterator[Said]:
    """What a sentence says of an indicator's way or standing, against the figures."""
    if read.has("masing-masing", "bulan"):
        return
    for one in read.signs:
        if one.sign not in MOVES | LEVELS or of_quarter(read, one.first):
            continue
        if _is_of_none(read, one) or (one.sign in LEVELS and not _is_told_of(read, one)):
            continue
        ids = subject_of(book, read, one.first, carried, one.last)
        if not ids or is_hoped(read, one.first) or is_foreign(book, read, one.first):
            continue
        for group in (ids, *beside(read, one.first)):
            answers = [said_of(book, read, one, book.known[ident]) for ident in group]
            if answers[0] is not None and None not in answers:
                yield read.tokens[one.first], *answers[0]
                break


def _is_of_none(read: Reading, one: Found) -> bool:
    """ "Tidak satu pun indikator, termasuk X, yang meleset": what is said, X does not do."""
    words = [t.text for t in read.tokens[: one.first]]
    if not _INCLUDING.intersection(words):
        return False
    at = next(n for n, word in enumerate(words) if word in _INCLUDING)
    return bool(NOT.intersection(words[:at])) and bool({"indikator", "iku"} & set(words[:at]))


def _is_told_of(read: Reading, one: Found) -> bool:
    """ "Keberhasilan mencapai target X bergantung pada …" does not say that it was reached; "…
    disebabkan oleh …" does."""
    before = read.tokens[max(0, one.first - 1) : one.first]
    is_missing = one.word in _NOUNS_OF_MISSING
    if not is_missing and (not before or before[0].text not in _OUTCOMES):
        return True
    after = {t.text for t in read.tokens[one.last + 1 :]}
    return bool(after & (_CAUSED - {"menjadi"})) and not after & _WISHED


def said_of(book: Book, read: Reading, one: Found, known: Known) -> tuple[str, str] | None:
    """What a sign says of an indicator and its figures deny: (said, known)."""
    denied = denials(read, one)
    if denied is None:
        return None
    akhir = book.draft.data.profil.renstra_periode[1]
    is_level = one.sign in LEVELS or (one.word == "lebih" and one.sign in (Sign.BAIK, Sign.BURUK))
    against = against_of(read, one, book.tahun, akhir) if is_level else None
    is_way = against is None or (against.sign is Sign.LALU and not against.is_turned)
    if one.sign in MOVES and is_way:
        found, shown = _of_movement(book, read, one, known)
        thing = ""
    elif against is None:
        return None
    else:
        found = readings(known, one, against, read)
        shown = thing_words(known, against)
        thing = f" {against.bound.text if against.bound else against.sign.value}"
    is_denied = denied % 2 == 1
    if not found or any(true is not is_denied for true in found):
        return None
    no = " tidak" if is_denied else ""
    return f"{known.indikator.nama}{no} {one.sign.value}{thing}", shown


def _of_movement(
    book: Book, read: Reading, one: Found, known: Known
) -> tuple[tuple[bool, ...], str]:
    """Whether an indicator moved so, for every fair reading; and how it moved."""
    sejak = base_year(read, one.first, book.tahun)
    head = head_of(read, one.first)
    if sejak is None or head == "target" or not _is_told(read, one):
        return (), ""
    if read.words & ALWAYS and one.sign in (Sign.NAIK, Sign.TURUN):
        while known.number(Peran.REALISASI, sejak) is None and sejak < book.tahun - 1:
            sejak += 1
    better = known.better(sejak)
    rise, capaian = known.rise(sejak), known.rise(sejak, Peran.CAPAIAN)
    if better is None:
        return (), ""
    was, now = known.text(Peran.REALISASI, sejak), known.text(Peran.REALISASI, book.tahun)
    shown = f"realisasi {sejak} {was}, realisasi {book.tahun} {now} ({better})"
    is_good = one.sign in (Sign.NAIK, Sign.BAIK)
    by_sense = better == ("membaik" if is_good else "memburuk")
    by_share = capaian is not None and (capaian > 0 if is_good else capaian < 0)
    if one.sign in (Sign.BAIK, Sign.BURUK):
        return (by_sense, by_share) if head in GOOD_HEADS else (by_sense,), shown
    if rise is None:
        return (by_sense if one.sign is not Sign.TETAP else better == "tetap",), shown
    if one.sign is Sign.TETAP:
        return (rise == 0, better == "tetap", capaian == 0), shown
    by_number = rise > 0 if one.sign is Sign.NAIK else rise < 0
    if read.words & ALWAYS and (steps := _steps(known, sejak)):
        by_number = all(step > 0 if one.sign is Sign.NAIK else step < 0 for step in steps)
        is_known = len(steps) == book.tahun - min(sejak, book.tahun - 1)
        return (by_number,) if is_known or not by_number else (True, False), shown
    if head not in GOOD_HEADS:
        return (by_number,), shown
    is_only_sense = head in ("kinerja", "kinerjanya")
    return (by_sense, by_share) if is_only_sense else (by_sense, by_share, by_number), shown


def _steps(known: Known, sejak: int) -> list[Decimal]:
    """By how much the result changed from each year to the next, where both are known."""
    years = range(sejak, known.tahun + 1)
    found = [known.number(Peran.REALISASI, year) for year in years]
    return [b - a for a, b in pairwise(found) if a is not None and b is not None]


def _is_told(read: Reading, one: Found) -> bool:
    """Whether the sentence says that a movement happened: a noun of it alone does not, nor does
    "menekan" where nobody succeeded in it."""
    before = {t.text for t in read.tokens[max(0, one.first - 3) : one.first]}
    if one.word in _EVERY_ACT:
        return bool(before & DID)
    if not is_noun(one, read):
        return True
    if before & _TOLD:
        return True
    clause = read.clause(read.tokens[one.first].clause)
    after = {t.text for t in clause if t.start > read.tokens[one.last].start}
    if after & _WISHED or one.first > 1:
        return False
    is_verb = read.tokens[one.first].text.endswith("nya")
    return is_verb or bool(after & _CAUSED)
