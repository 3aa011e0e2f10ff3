"""Of which indicator, which side of it and which year a word without a number speaks."""

from collections.abc import Sequence

from runut.core.report.claims.book import Book
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.vocabulary import (
    FALL,
    GLUE,
    NOT,
    RISE,
    hopes,
)
from runut.core.words.items import listed

REACH = listed("mencapai memenuhi")
DONE = listed("dipenuhi dicapai tercapai terlampaui terpenuhi")
NOUNS = listed("tercapainya terpenuhinya")
GOOD_HEADS = listed("kinerja capaian capaiannya kinerjanya pencapaian keberhasilan")
_PLAIN_GLUE = GLUE | listed(
    "berhasil mampu sepenuhnya baik secara signifikan cukup sedikit tajam terjaga dijaga justru "
    "malah kali lipat"
)
COMPARING = ("dibandingkan", "dibanding", "ketimbang", "disandingkan")


def subject_of(book: Book, read: Reading, at: int, carried: tuple[str, ...]) -> tuple[str, ...]:
    """Of which indicator a word speaks: the one before it with nothing else between."""
    tokens = read.tokens
    left = [n for n in range(at) if tokens[n].mention is not None]
    if not left:
        if tokens[at].text in RISE | FALL | NOUNS or (
            tokens[at].text in REACH and at + 1 < len(tokens)
        ):
            is_reach = tokens[at].text in REACH | NOUNS
            step = 1 if is_reach and tokens[at + 1].text == "target" else 0
            ids = _after(tokens, at + step)
            if ids or tokens[at].text not in REACH:
                return ids
        is_plain = all(_is_glue(t, book, carried) for t in tokens[:at])
        return carried if is_plain else ()
    mention = tokens[left[-1]].mention
    if mention is None or mention.jenis != "indikator":
        return ()
    gap = tokens[left[-1] + 1 : at]
    if any(not _is_glue(t, book, mention.ids) for t in gap):
        return ()
    is_other = tokens[at].clause != tokens[left[-1]].clause and read.is_own[tokens[at].clause]
    if is_other and read.clause(tokens[at].clause)[0].text not in (
        "sedangkan",
        "sementara",
        "yaitu",
    ):
        return ()
    return mention.ids


def _after(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """ "Kenaikan X", "tercapainya target X": the name right after the word."""
    if at + 2 < len(tokens) and tokens[at + 1].text == "“":
        at += 1
    if (
        at + 1 < len(tokens)
        and (mention := tokens[at + 1].mention)
        and mention.jenis == "indikator"
    ):
        return mention.ids
    return ()


def is_plainly_said(read: Reading, at: int, book: Book) -> bool:
    """Whether only small words stand before a word: nothing else can be what it speaks of."""
    return all(_is_glue(token, book, ()) for token in read.tokens[:at])


def _is_glue(token: Token, book: Book, ids: tuple[str, ...]) -> bool:
    if token.mention is not None:
        return token.mention.jenis == "sasaran"
    if token.kind in ("amount", "year", "mask"):
        return True
    if token.text in _PLAIN_GLUE or token.kind == "sign":
        return True
    return any(token.text in book.known[one].satuan.split() for one in ids) or token.text in (
        "persen",
        "poin",
    )


def is_hoped(read: Reading, at: int) -> bool:
    """Whether the clause speaks of what is to be, or of what must be done."""
    token = read.tokens[at]
    clause = [t for t in read.clause(token.clause) if t.start < token.start]
    if hopes([t.text for t in clause if t.mention is None]):
        return True
    if clause and clause[-1].text in ("untuk", "guna"):
        return True
    years = [y for t in read.tokens for y in t.years]
    return bool(years) and min(years) > 0 and read.has("mendatang", "depan")


def is_denied(read: Reading, at: int) -> bool:
    first = max(0, at - 3)
    held = [n for n in range(first) if read.tokens[n].text in ("terjaga", "dijaga")]
    before = [t.text for t in read.tokens[(held[-1] - 2 if held else first) : at]]
    return any(word in NOT for word in before)


def head_of(read: Reading, at: int) -> str:
    """The word before the name that says which side of it is meant: realisasi, kinerja, target."""
    tokens = read.tokens
    left = [n for n in range(at) if tokens[n].mention is not None]
    if not left:
        heads = [
            t.text for t in tokens[:at] if t.text in GOOD_HEADS | {"realisasi", "realisasinya"}
        ]
        return heads[0] if heads else ""
    before = [t.text for t in tokens[max(0, left[-1] - 3) : left[-1]]]
    heads = [w for w in before if w in GOOD_HEADS | {"realisasi", "target"}]
    inner = [t.text for t in tokens[left[-1] + 1 : at] if t.text in GOOD_HEADS | {"target"}]
    return (inner or heads or [""])[-1]


def base_year(read: Reading, at: int, tahun: int) -> int | None:
    """The year that a movement is counted from; None where it is another than a plain year."""
    if read.has("target", "standar", "nasional", "renstra"):
        is_plain = read.has(*COMPARING, "sebelumnya", "lalu", "menjadi")
        if not is_plain:
            return None
    years = {y for t in read.tokens for y in t.years}
    older = sorted(y for y in years if y < tahun)
    if any(y > tahun for y in years):
        return None
    if len(older) > 1:
        return (
            None if len(set(older)) > 1 and not read.has("kurun", "sejak", "periode") else older[0]
        )
    if (
        older
        and tahun not in years
        and not read.has(*COMPARING, "dari", "daripada", "sejak", "terhadap", "sebelumnya")
    ):
        return _moved_after(read, at, older[0])
    return older[0] if older else tahun - 1


def _moved_after(read: Reading, at: int, year: int) -> int | None:
    """ "Pada tahun 2024 tercatat 87, kemudian naik menjadi 89"."""
    return year if read.has("kemudian", "lalu", "menjadi") else None
