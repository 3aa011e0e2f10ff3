"""How much of the budget was spent, said without rupiah: all of it, none left, more than it, half.

A sentence that denies it is held against the budget the other way round.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from runut.core.kinerja.anggaran import JumlahAnggaran
from runut.core.report.claims.book import Book
from runut.core.report.claims.money import FREE_WORDS, is_other_money, money_words, scopes_of_money
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.unclaimed import of_quarter
from runut.core.report.claims.vocabulary import GLUE, NOT, hopes
from runut.core.words.items import listed

Said = tuple[Token, str, str]

_MONEY = r"(?:pagu|anggaran(?:nya)?|dana|belanja|alokasi|dpa|rupiah|keuangan)"
_USED = (
    r"(?:terserap|diserap|terpakai|digunakan|dipakai|dibelanjakan|terealisasi|direalisasikan|"
    r"dihabiskan|dimanfaatkan|terbelanjakan|tersalurkan|disalurkan|dipergunakan|termanfaatkan)"
)
_SPENT = (
    r"(?:terserap|diserap|terpakai|dibelanjakan|terealisasi|direalisasikan|dihabiskan|"
    r"terbelanjakan)"
)
_SMALL = (
    r"(?:\s(?:telah|sudah|dapat|secara|bisa|berhasil|yang|tersebut|secara|itu|ini|sampai|hingga))*"
)
_WHOLLY = (
    r"(?:habis|seluruhnya|sepenuhnya|semuanya|penuh|tuntas|100 ?%|(?:100|seratus) persen|"
    r"(?:100|seratus) \(\w+\) persen|tanpa sisa|tak bersisa|tidak bersisa|utuh|semua|ludes)"
)
_FULL = re.compile(
    rf"\b{_USED}{_SMALL}\s{_WHOLLY}(?!\w)|\b{_WHOLLY}{_SMALL}\s{_USED}\b"
    rf"|\b(?:seluruh|semua|segenap|setiap|tiap)\s{_MONEY}\b[^,;.\d]*?(?<!yang)\s{_SPENT}\b"
    rf"|\b(?:penyerapan|serapan|realisasi)(?: anggaran| dana| belanja)?{_SMALL}\s"
    rf"(?:penuh|sempurna|(?:mencapai )?(?:100 ?%|(?:100|seratus) persen))"
    rf"|\b{_MONEY}{_SMALL}\s(?:habis|ludes|tak bersisa|tidak bersisa|tanpa sisa)\b"
    rf"|\b(?:realisasi|belanja|serapan|penyerapan)\b[^,;.\d]*?"
    r"\b(?:sama|setara|sebesar|sama persis) (?:dengan )?(?:pagu|anggaran yang)\b"
    rf"|\bmenghabiskan (?:seluruh|semua) {_MONEY}\b",
    re.I,
)
_NO_REST = re.compile(
    rf"\b(?P<no>tidak (?:ada|terdapat|menyisakan|tersisa|meninggalkan)|tanpa(?: menyisakan| "
    rf"meninggalkan)?|nihil|tiada|tak ada)(?: lagi)? (?:sisa|saldo|sepeser|serupiah)"
    rf"(?: pun)?(?: {_MONEY})?\b"
    rf"|\bsisa {_MONEY}(?: \w+){{0,3}} (?:nihil|nol|kosong)\b"
    rf"|\b(?:tidak|tak)(?: ada)? (?:sepeser|satu rupiah|serupiah|sedikit)[ -]?pun (?:\w+ )?"
    rf"(?:yang )?(?:tersisa|bersisa|menganggur)",
    re.I,
)
_OVER = re.compile(
    rf"\b(?:melampaui|melebihi|melewati|di atas|lebih (?:besar|tinggi) (?:dari|daripada)) "
    rf"(?:batas )?(?:pagu|anggaran yang|alokasi)\b"
    rf"|\bpagu{_SMALL} (?:terlampaui|terlewati|dilampaui)\b",
    re.I,
)
_HALF = re.compile(
    r"\b(?P<how>(?:tidak |belum )?lebih dari|melebihi|melampaui|melewati|di atas|kurang dari|"
    r"(?:tidak|belum) sampai|(?:tidak|belum) mencapai|di bawah|hanya|baru|sekitar|hampir|)"
    r"\s?\b(?P<share>separuh|setengah|seperempat|tiga perempat|sepertiga|dua pertiga)(?:nya)?\b",
    re.I,
)
_SHARES = {
    "separuh": Decimal(50), "setengah": Decimal(50), "seperempat": Decimal(25),
    "tiga perempat": Decimal(75), "sepertiga": Decimal(100) / 3, "dua pertiga": Decimal(200) / 3,
}  # fmt: skip
_SUBJECTS = listed(
    "pagu anggaran anggarannya dana belanja alokasi dpa rupiah keuangan serapan penyerapan"
)
_AFTER = listed(
    "sama setara sebesar habis ludes terserap diserap dibelanjakan dihabiskan dimanfaatkan "
    "dipergunakan digunakan disalurkan besarnya murni tahunan perangkat satuan kantor kami penuh "
    "nihil tak kosong itu persis melampaui melebihi sempurna separuh setengah membengkak"
)
_SPENDING = re.compile(rf"\b(?:{_USED}|serapan|penyerapan|realisasi|menyerap)\b", re.I)
_OTHERS = re.compile(
    r"\b(?:provinsi|kabupaten|kota|daerah|biro|dinas|badan|kantor|instansi|satuan kerja) "
    r"(?:di \w+ )?lain(?:nya)?\b",
    re.I,
)
"""Whose budget it is where another office is told of."""
_NEAR = Decimal(5)
"""In hundredths of the budget: so far "half of it" may be off."""


def wrong_spending(book: Book, read: Reading, home: str) -> Iterator[Said]:
    """What a sentence says of the budget as a whole, against what was spent."""
    if not read.words & _SUBJECTS or read.mentions():
        return
    text = read.text
    if _OTHERS.search(text):
        return
    years = {y for t in read.tokens for y in t.years}
    if years - {book.tahun} or of_quarter(read, len(read.tokens) - 1):
        return
    scopes = [one for one in scopes_of_money(book, read, home) if one.serapan is not None]
    if not scopes:
        return
    for match, truths in _told(text, scopes):
        before = [t.text for t in read.tokens if t.end <= match.start()]
        if (
            hopes(before)
            or is_other_money(read, match.end())
            or _is_particular(book, read, match, scopes)
        ):
            continue
        is_denied = _is_denied(text[: match.start()])
        if all(true is is_denied for true in truths):
            token = next(t for t in read.tokens if t.end > match.start())
            yield token, match[0].strip(), "; ".join(map(money_words, scopes))
            return


def _is_particular(
    book: Book, read: Reading, match: re.Match[str], scopes: list[JumlahAnggaran]
) -> bool:
    """Whether one part of the budget is meant: "anggaran pelatihan", or a sum that is no pagu."""
    for n, token in enumerate(read.tokens):
        amount = token.amount
        known = [m for one in scopes for m in (one.pagu, one.realisasi, one.pagu - one.realisasi)]
        if amount and amount.unit == "rp" and not any(amount.says(m) for m in known):
            return token.start < match.start()
        after = read.tokens[n + 1 : n + 2]
        if token.text in _SUBJECTS and after and after[0].kind == "word":
            word = after[0].text
            is_free = (
                word in FREE_WORDS or word in GLUE or word in _AFTER or book.is_own(f"- {word}")
            )
            if not is_free and token.end <= match.end():
                return True
    return False


def _told(text: str, scopes: list[JumlahAnggaran]) -> Iterator[tuple[re.Match[str], list[bool]]]:
    """What is told, and whether it is true of each budget that may be meant."""
    for pattern in (_FULL, _NO_REST):
        if match := pattern.search(text):
            yield match, [one.realisasi >= one.pagu for one in scopes]
    if match := _OVER.search(text):
        yield match, [one.realisasi > one.pagu for one in scopes]
    match = _HALF.search(text)
    if match is None or not _SPENDING.search(text) or not _of_budget(text, match):
        return
    share, how = _SHARES[match["share"].casefold()], match["how"].casefold()
    spent = [one.serapan for one in scopes if one.serapan is not None]
    if how in ("lebih dari", "melebihi", "melampaui", "melewati", "di atas"):
        yield match, [one > share for one in spent]
    elif how in ("", "hanya", "baru", "sekitar", "hampir"):
        yield match, [abs(one - share) <= _NEAR for one in spent]
    else:
        yield match, [one <= share for one in spent]


def _of_budget(text: str, match: re.Match[str]) -> bool:
    """Whether a share is one of the budget: "separuh anggaran", "terserap separuhnya"."""
    around = text[max(0, match.start() - 40) : match.end() + 30]
    after = re.match(rf"\s(?:dari )?(?:total |seluruh )?{_MONEY}\b", text[match.end() :], re.I)
    return after is not None or re.search(rf"\b{_USED}\b", around, re.I) is not None


def _is_denied(before: str) -> bool:
    words = re.findall(r"\w+", before.casefold())[-4:]
    return sum(word in NOT for word in words) % 2 == 1
