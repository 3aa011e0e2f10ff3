"""Where an indicator stands: at its target, above or below it, above the national standard."""

from collections.abc import Sequence
from decimal import Decimal

from runut.core.kinerja.deret import compare_standar
from runut.core.kinerja.model import Jenis, Polaritas
from runut.core.report.claims.about import (
    DONE,
    GOOD_HEADS,
    NOUNS,
    REACH,
    base_year,
    head_of,
    is_denied,
)
from runut.core.report.claims.book import Book
from runut.core.report.claims.known import Known, Peran
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.vocabulary import (
    HIGHER,
    LOWER,
)
from runut.core.words.items import listed

_EXCEED = listed("melampaui melebihi melewati menembus")
_SHORT = listed("tertinggal meleset terpaut")
_AGREED = listed("diperjanjikan ditargetkan dipatok disepakati ditetapkan")
_FAIL = listed("gagal kegagalan")
_SKIP = listed("triwulan semester bulan renstra nasional rpjmd internasional provinsi jangka")
_TOLD_FALL = listed("ditekan dipangkas turun menurun berkurang")
TWO_WAYS = (Polaritas.RENTANG, Polaritas.STABIL)
_SPOKEN = {
    "capai": "mencapai target",
    "lampau": "melampaui target",
    "gagal": "gagal mencapai target",
    "atas": "di atas target",
    "bawah": "di bawah target",
    "sama": "sama dengan target",
    "kurang": "kurang dari target",
}


def against_target(book: Book, read: Reading, at: int, one: Known) -> tuple[str, str] | None:
    """Reached or not, above or below: against the target of this year."""
    tokens, hasil = read.tokens, one.row.hasil
    word, nxt = tokens[at].text, [t.text for t in tokens[at + 1 : at + 4]]
    if read.words & (_SKIP - {"provinsi"}):
        return None
    years = {y for t in tokens for y in t.years}
    if years - {book.tahun} and not read.has("naik", "turun"):
        return _against_old_target(book, read, at, one, years)
    claim = _target_claim(tokens, at, word, nxt)
    if claim is None or hasil.is_tercapai is None:
        return None
    denied = is_denied(read, at - 2 if _is_pressed(tokens, at) else at)
    is_true = _target_holds(claim, _side_of(read, at), one)
    if is_true is None or (is_true is not denied):
        return None
    no = " tidak" if denied else ""
    return f"{one.indikator.nama}{no} {_SPOKEN[claim]}", one.summary


def _against_old_target(
    book: Book, read: Reading, at: int, one: Known, years: set[int]
) -> tuple[str, str] | None:
    """Reached or not in an earlier year, where the target of that year is known."""
    nxt = [t.text for t in read.tokens[at + 1 : at + 4]]
    claim = _target_claim(read.tokens, at, read.tokens[at].text, nxt)
    year = next(iter(years))
    reached = one.reached(year) if len(years) == 1 else None
    if claim not in ("capai", "gagal") or reached is None:
        return None
    denied = is_denied(read, at) is not (claim == "gagal")
    if reached is not denied:
        return None
    known = (
        f"tahun {year}: target {one.text(Peran.TARGET, year)}, realisasi "
        f"{one.text(Peran.REALISASI, year)}"
    )
    return f"{one.indikator.nama} {'tidak ' if denied else ''}mencapai target tahun {year}", known


def _target_claim(tokens: Sequence[Token], at: int, word: str, nxt: list[str]) -> str | None:
    is_of_target = bool(nxt) and nxt[0] in ("target", "targetnya")
    if (
        is_of_target
        and at + 2 < len(tokens)
        and tokens[at + 2].text in ("akhir", "renstra", "jangka", "nasional")
    ):
        return None
    if word in REACH and is_of_target:
        return "gagal" if tokens[at - 1].text in _FAIL else "capai"
    if word in REACH and nxt[:3] == ["atau", "melampaui", "target"]:
        return "capai"
    if word in _EXCEED and is_of_target:
        return "lampau"
    if word in NOUNS:
        return "capai"
    if word in _SHORT and nxt[:2] == ["dari", "target"]:
        return "gagal"
    if word == "kurang" and nxt[:2] == ["dari", "target"]:
        return "kurang"
    is_limit = nxt[:2] == ["batas", "yang"] and len(nxt) > 2 and nxt[2] in _AGREED
    if word in ("atas", "bawah") and is_limit and tokens[at - 1].text == "di":
        return word
    is_bare = at + 1 == len(tokens) or tokens[at + 1].amount is None
    if word in DONE and is_bare and "target" in {t.text for t in tokens[:at]} | set(nxt[:1]):
        return "capai"
    if word == "sesuai" and nxt[:2] == ["dengan", "target"]:
        return "capai"
    if word in ("atas", "bawah") and is_of_target and at and tokens[at - 1].text == "di":
        return word
    if word in ("sesuai", "memenuhi") and is_of_target:
        return "capai"
    return None


def _is_pressed(tokens: Sequence[Token], at: int) -> bool:
    """ "Ditekan di bawah …": what is denied is denied before the fall."""
    return at > 1 and tokens[at].text == "bawah" and tokens[at - 2].text in _TOLD_FALL


def _side_of(read: Reading, at: int) -> str:
    """Which side of the indicator is compared: where its number or its fall was just told, its
    realisasi."""
    told = [t for t in read.tokens[:at] if t.amount or t.text in _TOLD_FALL]
    return head_of(read, at) or ("realisasi" if told else "")


def _target_holds(claim: str, head: str, one: Known) -> bool | None:
    hasil, i = one.row.hasil, one.indikator
    reached = bool(hasil.is_tercapai)
    gap = one.number(Peran.SELISIH, one.tahun)
    numeric = (
        gap
        if isinstance(i.realisasi.nilai, Decimal) and isinstance(i.target.nilai, Decimal)
        else None
    )
    if claim == "capai":
        return reached
    if claim == "gagal":
        return not reached
    if i.target.jenis is Jenis.TANGGAL or i.polaritas in TWO_WAYS or numeric is None:
        return None
    if i.polaritas is Polaritas.TURUN:
        if claim in ("lampau", "kurang") or head != "realisasi":
            return None
        return numeric > 0 if claim == "atas" else numeric < 0
    if claim == "kurang":
        return numeric < 0
    if claim == "lampau":
        return reached if numeric != 0 else None
    return numeric > 0 if claim == "atas" else numeric < 0


def against_standard(book: Book, read: Reading, at: int, one: Known) -> tuple[str, str] | None:
    """Above or below the national standard, as numbers."""
    tokens, word = read.tokens, read.tokens[at].text
    texts = [t.text for t in tokens[at + 1 : at + 4]]
    is_named = texts[:2] in (
        ["standar", "nasional"],
        ["rata-rata", "nasional"],
        ["capaian", "nasional"],
    )
    banding = compare_standar(one.indikator)
    if banding is None or not is_named or one.indikator.polaritas in TWO_WAYS:
        return None
    if (
        word in ("melampaui", "melebihi", "menandingi", "mengungguli")
        and one.indikator.polaritas is Polaritas.NAIK
    ):
        wants_above = True
    elif word in ("atas", "bawah") and tokens[at - 1].text == "di":
        wants_above = word == "atas"
    else:
        return None
    denied = is_denied(read, at)
    is_above, is_below = banding.selisih > 0, banding.selisih < 0
    if (is_above if wants_above else is_below) is not denied:
        return None
    known = (
        f"realisasi {one.text(Peran.REALISASI, book.tahun)}, standar nasional "
        f"{one.text(Peran.STANDAR, book.tahun)}"
    )
    return f"{one.indikator.nama} {'tidak ' if denied else ''}{word} standar nasional", known


def compared(book: Book, read: Reading, at: int, one: Known) -> tuple[str, str] | None:
    """ "Lebih tinggi daripada target", "lebih rendah dari tahun 2024", "lebih baik"."""
    tokens, word = read.tokens, read.tokens[at].text
    if word != "lebih" or at + 1 >= len(tokens) or is_denied(read, at):
        return None
    size = tokens[at + 1].text
    if size not in HIGHER | LOWER | {"baik", "buruk"}:
        return None
    thing = _thing_compared(read, at)
    if size in ("baik", "buruk"):
        sejak = base_year(read, at, book.tahun) if thing == "tahun" else None
        better = one.better(sejak) if sejak else None
        wanted = "membaik" if size == "baik" else "memburuk"
        capaian = one.rise(sejak, Peran.CAPAIAN) if sejak else None
        by_share = capaian is not None and (capaian > 0) is (size == "baik")
        if better is None or better == wanted or by_share:
            return None
        return f"{one.indikator.nama} lebih {size} daripada {sejak}", f"sejak {sejak} {better}"
    gap = _gap(book, read, at, one, thing)
    if gap is None or head_of(read, at) in GOOD_HEADS | {"target"}:
        return None
    if (gap > 0) is (size in HIGHER) and gap != 0:
        return None
    return f"{one.indikator.nama} lebih {size} ({thing})", f"{one.summary}, {_old(book, one)}"


def _old(book: Book, one: Known) -> str:
    return f"tahun {book.tahun - 1} {one.text(Peran.REALISASI, book.tahun - 1)}"


def _thing_compared(read: Reading, at: int) -> str:
    """With what: ``target``, ``standar`` or ``tahun``; "" where it is not said for certain."""
    after = [t.text for t in read.tokens[at + 2 :]]
    every = (
        after
        if any(w in ("dari", "daripada", "dibandingkan", "dibanding") for w in after)
        else [t.text for t in read.tokens[:at] if t.mention is None]
    )
    said = set(every)
    years = [t for t in read.tokens if t.years]
    found = [
        name
        for name, words in (
            ("target", {"target", "targetnya"}),
            ("standar", {"standar", "nasional"}),
            ("tahun", {"lalu", "sebelumnya"}),
        )
        if said & words
    ]
    if not found and years and not said & {"semester", "provinsi", "kabupaten", "kota", "lain"}:
        found = ["tahun"]
    return found[0] if len(found) == 1 and not said & {"renstra"} else ""


def _gap(book: Book, read: Reading, at: int, one: Known, thing: str) -> Decimal | None:
    i = one.indikator
    if thing == "target":
        years = {y for t in read.tokens for y in t.years}
        real, goal = i.realisasi.nilai, i.target.nilai
        if not isinstance(real, Decimal) or not isinstance(goal, Decimal):
            return None
        return None if years - {book.tahun} else real - goal
    if thing == "standar":
        banding = compare_standar(i)
        return banding.selisih if banding else None
    sejak = base_year(read, at, book.tahun) if thing == "tahun" else None
    return one.rise(sejak) if sejak else None
