"""What a sentence does not claim: what is hoped, disputed, told of another government or of a part
of the year.
"""

import re
from collections.abc import Sequence

from runut.core.report.claims.about import COMPARING
from runut.core.report.claims.book import Book
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.vocabulary import FOREIGN, NOT, hopes
from runut.core.words.items import listed


def is_hoped(read: Reading, at: int) -> bool:
    """Whether the clause speaks of what is to be, or of what must be done."""
    token = read.tokens[at]
    clause = [t for t in read.clause(token.clause) if t.start < token.start]
    if hopes(_without_agreed(clause)) or read.text.endswith("?"):
        return True
    if clause and clause[-1].text in ("untuk", "guna"):
        return True
    if _AT_FIRST.intersection(t.text for t in clause):
        return True
    if is_disputed([t.text for t in read.tokens[:at]]):
        return True
    years = [y for t in read.tokens for y in t.years]
    return bool(years) and min(years) > 0 and read.has("mendatang", "depan")


def _without_agreed(tokens: Sequence[Token]) -> list[str]:
    """The words but "yang ditargetkan" and "sesuai harapan": what was hoped for, not a hope."""
    words = [t.text for t in tokens if t.mention is None]
    return [
        word
        for before, word in zip(["", *words], words, strict=False)
        if not (before in ("yang", "sebagaimana", "seperti") and word in _AGREED)
        and not (before in _AS_HOPED and word == "harapan")
    ]


def is_disputed(before: list[str]) -> bool:
    """ "Tidak benar bahwa …", "belum dapat dikatakan bahwa …", "keliru apabila …"; not "tak
    dimungkiri bahwa"."""
    at = next((n for n, word in enumerate(before) if word in _DISPUTING), None)
    if at is None:
        return False
    said = before[:at]
    is_wrong = bool(_MISTAKEN.intersection(said))
    is_denied = bool(NOT.intersection(said)) and not any(w.startswith(_SURE) for w in said)
    return is_wrong or (is_denied and (before[at] == "bahwa" or bool(_RIGHT.intersection(said))))


_DISPUTING = listed("bahwa apabila jika bila kalau menyatakan menyebut mengatakan")
_RIGHT = listed("benar tepat betul berdasar beralasan adil alasan pantas")
_MISTAKEN = listed("keliru salah mitos hoaks")
_AT_FIRST = listed("sebelum semula awalnya mulanya tadinya dahulu")
"""They tell how it was for a while."""
_AGREED = ("ditargetkan", "direncanakan", "diharapkan")
_AS_HOPED = ("sesuai", "memenuhi", "dengan", "melampaui", "luar")
_SURE = (
    "dimungkir", "dipungkir", "disangkal", "diingkari", "dibantah", "diragukan", "terbantah",
    "mengherankan", "diabaikan", "dilupakan", "memungkiri", "terlepas",
)  # fmt: skip
_PLACE = re.compile(
    r"\b(?:Kota|Kabupaten|Provinsi|Kecamatan|Kelurahan|Desa|Dinas|Badan|Biro|Inspektorat|"
    r"Kementerian)(?: [A-Z][\w-]+)+"
)


def is_foreign(book: Book, read: Reading, at: int) -> bool:
    """Whether a sentence speaks of another government, or of the whole nation, before a word."""
    tokens = read.tokens[:at]
    names = [n for n, t in enumerate(tokens) if t.mention is not None]
    first = names[0] if names else at
    for n, token in enumerate(tokens):
        is_level = token.text in _LEVELS_OF_RULE and n and tokens[n - 1].text == "tingkat"
        if is_level and not {t.text for t in tokens[max(0, n - 5) : n]} & COMPARING:
            return True
        is_nation = token.text == "nasional"
        if token.mention is not None or token.text not in FOREIGN:
            continue
        before = {t.text for t in tokens[max(0, n - 4) : n]}
        if n in read.covered and before & COMPARING:
            continue
        if not is_nation or n < first or "tingkat" in before:
            return True
    said = read.text[: tokens[first - 1].end] if 0 < first <= len(tokens) else ""
    return any(not book.is_own(match[0]) for match in _PLACE.finditer(said))


_LEVELS_OF_RULE = listed("provinsi kabupaten kota pusat nasional desa kecamatan regional")
_LAST_QUARTER = re.compile(r"(?:triwulan|tw)\s*\(?(?:iv|4|ke-4|ke-empat|keempat)\b", re.I)
_LASTS = re.compile(
    r"\b(?:sampai|hingga)(?: dengan)? (?:akhir|tutup|penghujung|ujung|berakhirnya|31 Desember)",
    re.I,
)
"""What began in a quarter and lasted until the end is true of the year."""
_UP_TO = listed("s d sampai hingga akhir s.d penutupan tutup baru berakhirnya")


def of_quarter(read: Reading, at: int) -> bool:
    """Whether what is said at a word is said of a part of the year: up to the fourth quarter is
    the whole year."""
    clause = read.tokens[at].clause
    for n, token in enumerate(read.tokens):
        is_quarter = token.kind == "mask" and token.text.startswith(("tri", "sem", "tw", "cat"))
        if not is_quarter or token.clause > clause:
            continue
        before = {t.text for t in read.tokens[max(0, n - 4) : n]}
        if "sejak" in before and _LASTS.search(read.text[token.end :]):
            continue
        is_whole = before & _UP_TO or "akhirnya" in read.words
        if not (_LAST_QUARTER.match(token.text) and is_whole):
            return True
    return False
