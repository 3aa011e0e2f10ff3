"""All, none, most, and the share of the indicators."""

import re
from collections.abc import Iterator
from decimal import Decimal

from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.claims.scopes import (
    OTHER,
    Said,
    known_words,
    names_indicators,
    truth_of,
)
from runut.core.report.claims.tokens import Reading
from runut.core.words.items import listed

_ALL = listed("seluruh seluruhnya semua semuanya setiap segenap keseluruhan")
_NONE = re.compile(r"\b(?:tidak ada|belum ada|tidak terdapat|tak satu pun|tidak satu pun)\b", re.I)
_BEHIND = re.compile(
    r"\b(?:indikator|iku)(?: kinerja)?(?: utama)? yang "
    r"(?P<what>[^,;.]*?)\s(?:berjumlah|sebanyak|sejumlah|adalah|ada)\s",
    re.I,
)


def wrong_all(read: Reading, scopes: list[tuple[str, list[BarisCapaian]]]) -> Iterator[Said]:
    """ "Seluruh indikator mencapai target", "tidak ada indikator yang gagal"."""
    text = read.text
    for at, token in enumerate(read.tokens):
        amount = token.amount
        is_all = (
            token.text in _ALL
            or (amount is not None and amount.unit == "semua")
            or token.text == "kedua"
        )
        after = [t.text for t in read.tokens[at + 1 : at + 4]]
        if not is_all or not names_indicators(after):
            continue
        before = text[max(0, token.start - 14) : token.start].casefold()
        clause = text[token.end :]
        if {"dari", "hampir"} & set(before.split()) or OTHER.search(clause.split(",")[0]):
            continue
        is_denied = re.search(r"\b(?:tidak|belum|bukan)\s*$", before) is not None
        for _, rows in scopes:
            truth = truth_of(rows, clause)
            is_size = amount is None or amount.value == len(rows)
            if truth is None or (is_size and (truth == len(rows)) is not is_denied):
                break
        else:
            yield (
                token,
                f"{'tidak ' if is_denied else ''}{token.text} indikator",
                known_words(scopes),
            )
    none = _NONE.search(text)
    if (
        none
        and re.search(r"\bindikator\b", text[none.end() :][:40])
        and not OTHER.search(text[none.end() :])
    ):
        clause = text[none.end() :]
        truths = [truth_of(rows, clause) for _, rows in scopes]
        if all(truth for truth in truths):
            token = next(t for t in read.tokens if t.start >= none.start())
            yield token, none[0], known_words(scopes)


def wrong_share(read: Reading, scopes: list[tuple[str, list[BarisCapaian]]]) -> Iterator[Said]:
    """Most of the indicators, or the share of them in percent."""
    text = read.text
    most = re.search(
        r"\b(?:sebagian besar|mayoritas|lebih dari (?:separuh|setengah)|hampir (?:seluruh|semua)) "
        r"(?:indikator|iku|target sasaran ini)\b",
        text,
        re.I,
    )
    few = re.search(r"\bsebagian kecil (?:indikator|iku)\b", text, re.I)
    for match, is_most in ((most, True), (few, False)):
        if match is None or OTHER.search(text[match.end() :].split(",")[0]):
            continue
        truths = [(truth_of(rows, text[match.end() :]), len(rows)) for _, rows in scopes]
        if all(t is not None and (t * 2 <= n if is_most else t * 2 >= n) for t, n in truths):
            token = next(t for t in read.tokens if t.end > match.start())
            yield token, match[0], known_words(scopes)
    share = re.search(r"\bpersentase indikator yang (mencapai|belum|tidak)", text, re.I)
    if share is None:
        return
    for token in read.tokens:
        if token.amount and token.amount.unit == "%" and token.start > share.end():
            amount = token.amount
            truths = [
                (truth_of(rows, text[share.start(1) : token.start]), len(rows))
                for _, rows in scopes
            ]
            if all(
                t is not None and n and not amount.says(Decimal(t * 100) / n) for t, n in truths
            ):
                yield token, token.text, known_words(scopes)


def wrong_said_before(
    read: Reading, scopes: list[tuple[str, list[BarisCapaian]]]
) -> Iterator[Said]:
    """ "Indikator yang mencapai target berjumlah 6"."""
    for match in _BEHIND.finditer(read.text):
        token = next((t for t in read.tokens if t.start >= match.end()), None)
        if (
            token is None
            or token.amount is None
            or token.amount.unit
            or OTHER.search(match["what"])
        ):
            continue
        truths = [truth_of(rows, match["what"]) for _, rows in scopes]
        if all(truth is not None and token.amount.value != truth for truth in truths):
            yield token, f"{match['what']}: {token.text} indikator", known_words(scopes)
