"""Which indicators a count may count, and what is true of them."""

import re

from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.claims.book import Book
from runut.core.report.claims.names import words_with_places
from runut.core.report.claims.phrases import DONE, Sign
from runut.core.report.claims.signs import bare, signs_in
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.vocabulary import NOT
from runut.core.words.items import join_words

Said = tuple[Token, str, str]
OTHER = re.compile(
    r"\b(?:membaik|meningkat|naik|turun|menurun|memburuk|kategori|predikat|berkategori|"
    r"triwulan|semester|dinilai|diukur|terukur|renstra|jangka menengah|nasional|standar|baru|"
    r"diubah|dihapus|ditambah|efisien|kementerian|pusat|output|keluaran|kegiatan|program|"
    r"bidang|bagian)\b",
    re.I,
)
_ALONE = ("gagal", "berhasil", "sukses")
"""They say it without a target: "dua indikator gagal"."""
_WHOLE = (["100"], ["seratus"])
_HIGH = frozenset((Sign.CAPAI, Sign.LAMPAU, Sign.ATAS))
_HERE = re.compile(r"\bsasaran (?:strategis )?(?:ini|tersebut)\b", re.I)
_NUMBERED = re.compile(
    r"\bsasaran (?:strategis )?(?:ke-?)?(\d{1,2}|pertama|kedua|ketiga|keempat|"
    r"kelima|keenam|satu|dua|tiga|empat|lima)\b",
    re.I,
)
_ORDINALS = {
    w: n for n, w in enumerate(["pertama", "kedua", "ketiga", "keempat", "kelima", "keenam"], 1)
} | {w: n for n, w in enumerate(["satu", "dua", "tiga", "empat", "lima"], 1)}
_WIDE = re.compile(
    r"\b(?:secara keseluruhan|dari seluruh indikator|keseluruhan indikator|seluruh "
    r"sasaran|semua sasaran)\b",
    re.I,
)


def scopes_of(
    book: Book, read: Reading, home: str, around: tuple[str, ...]
) -> list[tuple[str, list[BarisCapaian]]]:
    """The sets of indicators a sentence may count: of the sasaran where it says so, else both."""
    every = list(book.draft.counted)
    named = [t.mention.ids[0] for t in read.mentions("sasaran") if t.mention]
    named += _numbered(book, read)
    if len(set(named)) > 1:
        return []
    if not named and not home and around:
        return []
    here = named[0] if named else home
    mine = [row for row in every if row.sasaran.id == here]
    whole = ("seluruh laporan", every)
    if _WIDE.search(read.text) and not named and not _HERE.search(read.text):
        mine = []
    iku = ("Indikator Kinerja Utama", [row for row in every if row.indikator.is_iku])
    if named or (_HERE.search(read.text) and home):
        return [("sasaran ini", mine)] if mine else []
    wide = [whole, iku] if read.has("iku", "utama") or 0 < len(iku[1]) < len(every) else [whole]
    return [*wide, ("sasaran ini", mine)] if mine else wide


def _numbered(book: Book, read: Reading) -> list[str]:
    """ "Sasaran 2", "sasaran kedua"."""
    ids = [one.id for one in book.draft.data.sasarans]
    found = []
    for match in _NUMBERED.finditer(read.text):
        word = match[1].casefold()
        number = int(word) if word.isdigit() else _ORDINALS.get(word, 0)
        if 0 < number <= len(ids):
            found.append(ids[number - 1])
    return found


def reaches(clause: str) -> bool | None:
    """Whether a clause says of indicators that they reach their target, or that they do not; None
    where it says another thing."""
    words = [word for word, _, _ in words_with_places(clause)]
    signs = signs_in(words)
    denied = False
    for n, one in enumerate(signs):
        if one.sign in (Sign.TIDAK, Sign.HAMPIR):
            denied = not denied
        later = {other.sign for other in signs[n + 1 : n + 3]}
        is_target = bool({words[one.first], bare(words[one.first])} & DONE) or Sign.TARGET in later
        if one.sign in (Sign.CAPAI, Sign.LAMPAU) and (is_target or _is_it(words, one.last)):
            return not denied
        if words[one.last + 1 : one.last + 2] in _WHOLE and one.sign in _HIGH | {Sign.BAWAH}:
            return (one.sign is not Sign.BAWAH) is not denied
        if one.sign is Sign.GAGAL or (one.sign is Sign.BAWAH and Sign.TARGET in later):
            return denied
    alone = next((n for n, word in enumerate(words) if word in _ALONE), None)
    if alone is None:
        return None
    if words[alone] == "gagal":
        return not denied
    return not any(word in NOT for word in words[max(0, alone - 2) : alone])


def _is_it(words: list[str], at: int) -> bool:
    """ "Memenuhinya": the target that was named before."""
    return words[at].endswith("inya")


def truth_of(rows: list[BarisCapaian], clause: str) -> int | None:
    """How many of these rows do what the clause says; None where it says another thing."""
    reached = reaches(clause)
    return None if reached is None else sum(row.hasil.is_tercapai is reached for row in rows)


def known_words(scopes: list[tuple[str, list[BarisCapaian]]]) -> str:
    parts = []
    for title, rows in scopes:
        good = sum(row.hasil.is_tercapai is True for row in rows)
        bad = sum(row.hasil.is_tercapai is False for row in rows)
        parts.append(f"{title}: {good} dari {len(rows)} indikator mencapai target, {bad} belum")
    return join_words(parts) if len(parts) < 3 else "; ".join(parts)


def names_indicators(after: list[str]) -> bool:
    """Whether a count or an "all" is one of indicators."""
    kept = [
        w for w in after if w not in (")", "(", "seluruh", "total", "buah", "dari", "keseluruhan")
    ]
    return kept[:1] in (["indikator"], ["iku"])
