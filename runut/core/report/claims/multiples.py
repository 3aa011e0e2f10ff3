"""Times, shares and spans of an indicator: "naik dua kali lipat", "turun separuhnya", "antara 80
dan 85". Loose by nature, so only what is plainly off is called wrong.
"""

from collections.abc import Iterator
from decimal import Decimal

from runut.core.report.claims.about import base_year, subject_of
from runut.core.report.claims.book import Book
from runut.core.report.claims.known import Known, Peran
from runut.core.report.claims.phrases import DOWN
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.unclaimed import is_hoped
from runut.core.report.claims.vocabulary import NOT

Said = tuple[Token, str, str]

_TIMES_OFF, _SHARE_OFF = Decimal("0.15"), Decimal("0.08")
"""How far such words may be from the figures: a seventh of the times, 0.08 of a whole."""
_NEARLY = Decimal("1.5")
"""After "hampir" or "sekitar" they may be off by half as much again."""
_OVER = frozenset(("melampaui", "melebihi", "melewati", "atas", "menembus"))
_LEFT = frozenset(("tinggal", "tersisa"))
_ABOUT = frozenset(("hampir", "sekitar", "kira-kira", "nyaris", "kurang"))


def wrong_multiples(book: Book, read: Reading, carried: tuple[str, ...]) -> Iterator[Said]:
    """What a sentence says in times or shares of an earlier year, against the figures."""
    if read.has("triwulan", "semester", "bulan"):
        return
    for at, token in enumerate(read.tokens):
        if token.amount is None:
            continue
        if read.words & NOT and token.amount.unit != "bagian":
            continue
        ids = subject_of(book, read, at, carried)
        if len(ids) != 1 or is_hoped(read, at):
            continue
        one = book.known[ids[0]]
        told = (
            _span(book, read, at, one) or _of_target(read, at, one) or _times(book, read, at, one)
        )
        if told is not None:
            yield token, *told


def _of_target(read: Reading, at: int, one: Known) -> tuple[str, str] | None:
    """ "Tidak lebih dari separuh target X", "dua kali lipat target": result over target."""
    tokens, amount = read.tokens, read.tokens[at].amount
    target, real = one.number(Peran.TARGET, one.tahun), one.number(Peran.REALISASI, one.tahun)
    after = [t.text for t in tokens[at + 1 : at + 5]]
    is_share = amount is not None and amount.unit == "bagian" and "target" in after[:2]
    is_times = after[:2] == ["kali", "lipat"] and "target" in after[2:]
    years = {y for t in tokens for y in t.years} - {one.tahun}
    if amount is None or not (is_share or is_times) or years or not target or real is None:
        return None
    before = [t.text for t in tokens[max(0, at - 4) : at]]
    ratio, is_denied = real / target, bool(set(before) & NOT)
    if before[-2:] == ["lebih", "dari"] or set(before[-1:]) & _OVER:
        is_true = (ratio > amount.value) is not is_denied
    elif before[-2:] == ["kurang", "dari"] or before[-1:] == ["bawah"]:
        is_true = (ratio < amount.value) is not is_denied
    elif before[-1:] in (["sampai"], ["mencapai"]) and is_denied:
        is_true = ratio < amount.value
    else:
        is_true = (abs(ratio - amount.value) <= _SHARE_OFF * 2) is not is_denied
    return None if is_true else (f"{one.indikator.nama}: {amount.text} target", one.summary)


def _times(book: Book, read: Reading, at: int, one: Known) -> tuple[str, str] | None:
    """ "Dua kali lipat", "satu setengah kali lipat"; "turun separuhnya"."""
    sejak = base_year(read, at, book.tahun)
    old = one.number(Peran.REALISASI, sejak) if sejak else None
    new = one.number(Peran.REALISASI, book.tahun)
    amount = read.tokens[at].amount
    if amount is None or old is None or new is None or old <= 0:
        return None
    before = [t.text for t in read.tokens[max(0, at - 3) : at]]
    after = [t.text for t in read.tokens[at + 1 : at + 4]]
    ratio, said, off = new / old, amount.value, _TIMES_OFF * amount.value
    if after[:1] == ["setengah"]:
        said, after = said + Decimal("0.5"), after[1:]
    if amount.unit == "bagian" and set(before) & (DOWN | _LEFT):
        is_rest = bool(set(before) & ({"menjadi"} | _LEFT))
        said, off = (amount.value if is_rest else 1 - amount.value), _SHARE_OFF
    elif after[:2] != ["kali", "lipat"] or read.tokens[at - 1].amount is not None:
        return None
    if set(before) & _ABOUT:
        off *= _NEARLY
    is_more = before[-2:] == ["lebih", "dari"]
    if (ratio > said - off) if is_more else abs(ratio - said) <= off:
        return None
    words = " ".join((read.tokens[at].text, *after[:2])) if after[:1] == ["kali"] else amount.text
    return (
        f"{one.indikator.nama} {words} sejak {sejak}",
        f"realisasi {sejak} {one.text(Peran.REALISASI, sejak or 0)}, realisasi {book.tahun} "
        f"{one.text(Peran.REALISASI, book.tahun)}",
    )


def _span(book: Book, read: Reading, at: int, one: Known) -> tuple[str, str] | None:
    """ "Antara 80 dan 85": whether the result lies there."""
    tokens = read.tokens
    low = tokens[at].amount
    if low is None or at + 2 >= len(tokens) or tokens[at - 1].text not in ("antara", "kisaran"):
        return None
    high = tokens[at + 2].amount
    years = {y for t in tokens for y in t.years} - {book.tahun}
    result = one.number(Peran.REALISASI, book.tahun)
    share = one.number(Peran.CAPAIAN, book.tahun)
    if high is None or years or result is None or read.has("target", "ditargetkan"):
        return None
    if any(n is not None and low.value <= n <= high.value for n in (result, share)):
        return None
    return f"{one.indikator.nama} antara {low.text} dan {high.text}", one.summary
