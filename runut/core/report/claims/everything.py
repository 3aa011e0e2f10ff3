"""All, none, most, and the share of the indicators."""

import re
from collections.abc import Iterator
from decimal import Decimal

from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.claims.book import Book
from runut.core.report.claims.scopes import (
    OTHER,
    Said,
    known_words,
    names_indicators,
    reaches,
    truth_of,
)
from runut.core.report.claims.tokens import Reading, Token
from runut.core.words.items import listed

_WHOLE = 100
Scopes = list[tuple[str, list[BarisCapaian]]]

_ALL = listed("seluruh seluruhnya semua semuanya setiap segenap keseluruhan tiap kesemua segala")
_EXCEPT = re.compile(
    r"(?<!tanpa )(?<!tidak )(?<!tak )\b(?:kecuali|terkecuali|selain)\b(?! itu)", re.I
)
_NONE = re.compile(
    r"\b(?:(?:tidak|belum) ada|tidak terdapat|(?:tak|tidak|belum)(?: ada)? satu(?:-satunya)? ?pun|"
    r"tiada|nihil)\b(?= (?:lagi )?(?:\w+ )?yang\b|.{0,28}\b(?:indikator|iku|target)\b)",
    re.I,
)
_TIED = re.compile(r"\b(?:indikator|iku)\b", re.I)
_SOME = re.compile(
    r"(?<!tidak )(?<!belum )\b(?:masih (?:ada|terdapat)|beberapa|sejumlah|"
    r"sebagian(?! besar)|ada|terdapat) (?:\w+ )?(?:indikator|iku)(?: kinerja)?(?: utama)?(?= )",
    re.I,
)
_NONE_BEHIND = re.compile(
    r"\b(?:indikator|iku)(?: kinerja)?(?: utama)? yang (?P<what>[^,;.]*?) "
    r"(?:tidak ada|tidak ditemukan|nihil|kosong|nol)\b",
    re.I,
)
_BEHIND = re.compile(
    r"\b(?:indikator|iku)(?: kinerja)?(?: utama)? yang (?P<what>[^,;.]*?)\s"
    r"(?:(?:berjumlah|sebanyak|sejumlah|adalah|ada|hanya|tinggal|tersisa|cuma|baru|yaitu|yakni|ialah)"
    r"\s)+",
    re.I,
)
_SET = re.compile(
    r"(?:telah |sudah )?(?:ditetapkan|diperjanjikan|diampu|dilaporkan|disajikan)", re.I
)
"""So many are there at all: "indikator yang ditetapkan berjumlah 12"."""
_COUNTED = (
    r"(?: kinerja| utama| dari| seluruh| total| \d+| \(\w+\)| target)* ?(?:indikator|iku|target)\b"
)
_MOST = re.compile(
    rf"\b(?:sebagian besar|mayoritas|kebanyakan|hampir (?:seluruh|semua)|"
    rf"(?<!tidak )lebih dari (?:separuh|setengah)){_COUNTED}",
    re.I,
)
_FEW = re.compile(
    rf"\b(?:sebagian kecil|segelintir|minoritas|(?:kurang dari|tidak lebih dari|tidak sampai|belum "
    rf"sampai) (?:separuh|setengah)){_COUNTED}",
    re.I,
)
_RATE = re.compile(
    r"\b(?:tingkat|persentase) (?:ketercapaian|keberhasilan|pencapaian) (?:target )?indikator\b",
    re.I,
)
_OF_ALL = re.compile(
    r"\bjumlah (?:seluruh )?(?:indikator|iku)(?: kinerja)?(?: utama)?(?! yang)\b[^,;.]{0,60}?\b"
    r"(?:adalah|sebanyak|berjumlah|ialah|yaitu)\s",
    re.I,
)
_SHARE = re.compile(r"\bpersentase indikator yang (?=mencapai|belum|tidak|berhasil|gagal)", re.I)


_DENIED = re.compile(
    r"\b(?:tidak|belum|bukan|tak|bukanlah)(?: (?:berarti|lantas|serta-merta|otomatis|selalu|"
    r"lagi|tentu|dapat|bisa|mungkin|pada|bagi|untuk|dikatakan|disimpulkan|bahwa|jika|kalau))*\s*$"
)
"""Right before "seluruh", but for small words: not all."""


def wrong_all(read: Reading, scopes: Scopes) -> Iterator[Said]:
    """ "Seluruh indikator mencapai target", "tidak ada indikator yang gagal"."""
    text = read.text
    if _EXCEPT.search(text):
        return
    for at, token in enumerate(read.tokens):
        if not _is_every(read, at):
            continue
        amount = token.amount or next((t.amount for t in read.tokens[at + 1 : at + 2]), None)
        before = text[max(0, token.start - 40) : token.start].casefold()
        clause = text[token.end :]
        if {"dari", "hampir"} & set(before.split()[-2:]) or OTHER.search(clause.split(",")[0]):
            continue
        is_denied = _DENIED.search(before) is not None
        for _, rows in scopes:
            truth = truth_of(rows, clause)
            is_size = amount is None or amount.value in (_WHOLE, len(rows))
            if truth is None or (is_size and (truth == len(rows)) is not is_denied):
                break
        else:
            no = "tidak " if is_denied else ""
            yield token, f"{no}{token.text} indikator", known_words(scopes)
    some = _SOME.search(text)
    if some and not OTHER.search(text[some.end() :].split(",")[0]):
        truths = [truth_of(rows, text[some.end() :]) for _, rows in scopes]
        if all(truth == 0 for truth in truths):
            token = next(t for t in read.tokens if t.end > some.start())
            yield token, some[0], known_words(scopes)
    none = _NONE.search(text)
    if (
        none
        and not OTHER.search(text[none.end() :])
        and (_TIED.search(text) or ("target" in read.words and not read.mentions()))
    ):
        yield from _none(read, none, text[none.end() :], scopes)
    behind = _NONE_BEHIND.search(text)
    if behind and not OTHER.search(behind["what"]):
        yield from _none(read, behind, behind["what"], scopes)


def _is_every(read: Reading, at: int) -> bool:
    token = read.tokens[at]
    if token.amount is not None and token.amount.value == _WHOLE:
        near = [t.text for t in read.tokens[at + 1 : at + 4]]
        is_share = token.amount.unit == "%" or near[:1] == ["persen"]
        return is_share and names_indicators(near[near[:1] == ["persen"] :])
    if at and read.tokens[at - 1].text == "secara":
        return False
    amount = token.amount
    is_all = token.text in _ALL or (amount is not None and amount.unit == "semua")
    after = [t.text for t in read.tokens[at + 1 : at + 5] if t.amount is None]
    if after[:1] in (["target"], ["targetnya"]) and is_all:
        return not read.mentions() and after[1:2] not in (["kegiatan"], ["program"], ["fisik"])
    return (is_all or token.text == "kedua") and names_indicators(after)


def _none(read: Reading, match: re.Match[str], clause: str, scopes: Scopes) -> Iterator[Said]:
    truths = [truth_of(rows, clause) for _, rows in scopes]
    if all(truths):
        token = next(t for t in read.tokens if t.end > match.start())
        yield token, match[0], known_words(scopes)


def wrong_exceptions(book: Book, read: Reading, scopes: Scopes) -> Iterator[Said]:
    """ "Semua indikator mencapai target, kecuali X", where X does too."""
    match = _EXCEPT.search(read.text)
    if match is None or not any(_is_every(read, n) for n in range(len(read.tokens))):
        return
    reached = reaches(read.text[: match.start()]) if match.start() else None
    if reached is None:
        return
    for token in read.tokens:
        if token.start < match.end():
            continue
        if token.mention is not None and token.mention.jenis == "indikator":
            results = {book.known[one].row.hasil.is_tercapai for one in token.mention.ids}
            if results == {reached}:
                known = book.known[token.mention.ids[0]]
                yield token, f"{match[0]} {known.indikator.nama}", known.summary
        elif token.amount is not None and token.amount.unit == "":
            wanted = [len(rows) - token.amount.value for _, rows in scopes]
            truths = [sum(r.hasil.is_tercapai is reached for r in rows) for _, rows in scopes]
            if all(one != other for one, other in zip(truths, wanted, strict=True)):
                yield token, f"{match[0]} {token.text}", known_words(scopes)


def wrong_share(read: Reading, scopes: Scopes) -> Iterator[Said]:
    """Most of the indicators, or the share of them in percent."""
    text = read.text
    for match, is_most in ((_MOST.search(text), True), (_FEW.search(text), False)):
        if match is None or OTHER.search(text[match.end() :].split(",")[0]):
            continue
        if match[0].casefold().endswith("target") and read.mentions():
            continue
        truths = [(truth_of(rows, text[match.end() :]), len(rows)) for _, rows in scopes]
        if all(t is not None and (t * 2 <= n if is_most else t * 2 > n) for t, n in truths):
            token = next(t for t in read.tokens if t.end > match.start())
            yield token, match[0], known_words(scopes)
    share = _SHARE.search(text)
    rate = _RATE.search(text)
    if share is None and rate is None:
        return
    end = share.end() if share else rate.end() if rate else 0
    for token in read.tokens:
        amount = token.amount
        if amount is None or amount.unit != "%" or token.start <= end:
            continue
        clause = text[end : token.start] if share else "mencapai target"
        truths = [(truth_of(rows, clause), len(rows)) for _, rows in scopes]
        if all(t is not None and n and not amount.says(Decimal(t * 100) / n) for t, n in truths):
            yield token, token.text, known_words(scopes)


def wrong_said_before(read: Reading, scopes: Scopes) -> Iterator[Said]:
    """ "Indikator yang mencapai target berjumlah 6"."""
    for match in _BEHIND.finditer(read.text):
        token: Token | None = next((t for t in read.tokens if t.start >= match.end()), None)
        is_count = token is not None and token.amount is not None and not token.amount.unit
        if token is None or not is_count or OTHER.search(match["what"]):
            continue
        is_size = _SET.fullmatch(match["what"].strip()) is not None
        truths = [len(rows) if is_size else truth_of(rows, match["what"]) for _, rows in scopes]
        value = token.amount.value if token.amount else None
        if all(truth is not None and value != truth for truth in truths):
            yield token, f"{match['what']}: {token.text} indikator", known_words(scopes)
    total = _OF_ALL.search(read.text)
    if total is None or OTHER.search(total[0]):
        return
    token = next((t for t in read.tokens if t.start >= total.end()), None)
    amount = token.amount if token else None
    if token and amount and not amount.unit and amount.value not in {len(r) for _, r in scopes}:
        yield token, f"{token.text} indikator", known_words(scopes)
