"""Where an indicator stands: against its target, the end of the Renstra, the standard, a year.

A comparison is a sign (above, reached, equal …) and the thing it is held against. ``readings`` says
of a comparison whether it is true, once for every fair way to read it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from runut.core.kinerja.model import Jenis, Nilai, Polaritas
from runut.core.kinerja.satuan import is_persen
from runut.core.report.claims.about import COMPARING, GOOD_HEADS, head_of
from runut.core.report.claims.amounts import Amount
from runut.core.report.claims.known import Known, Peran
from runut.core.report.claims.phrases import COMPARANDS, DONE, LEVELS, MOVES, Sign
from runut.core.report.claims.signs import Found
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.vocabulary import GLUE
from runut.core.words.items import listed

TWO_WAYS = (Polaritas.RENTANG, Polaritas.STABIL)
_FAR, _FRONT = 9, 6
_SKIP = listed("triwulan semester bulan internasional provinsi bulanan triwulanan")
_STOPS = listed("tetapi namun sehingga karena sebab sedangkan sementara padahal ; agar supaya")
_VALUES = listed("realisasi realisasinya angka angkanya nilai nilainya")
_TOLD_FALL = listed("ditekan dipangkas turun menurun berkurang diturunkan")
_NUMBER_LEADS = listed(
    "angka nilai batas level titik ambang posisi skor terhadap dari daripada dengan maksimal "
    "minimal sampai genap"
)
_HELD = listed("dari daripada dibandingkan dibanding ketimbang dengan")
_LIMITS = listed("batas ambang toleransi ditoleransi pagu plafon")
"""Beyond a limit is beyond it as a number, whichever way is better."""
_RESULTS_NAMED = listed("hasil angka capaian raihan realisasi perolehan posisi")
_WHOLE = 100
_RESULTS = (Peran.REALISASI, Peran.CAPAIAN)
_AS_LEVEL = {Sign.BAIK: Sign.CAPAI, Sign.BURUK: Sign.GAGAL}
"""Better than a target is at least the target."""
_PROUD = listed("berhasil sukses mampu bangga syukurlah memuaskan gemilang meyakinkan baik")


@dataclass(frozen=True)
class Against:
    """What is compared with: ``sign`` says the thing, ``tahun`` the year of a target or result."""

    sign: Sign
    tahun: int
    bound: Amount | None = None
    """A number that stands for itself: "di atas 90"."""
    is_turned: bool = False
    """The thing is held against this year: "tahun lalu lebih tinggi daripada tahun ini"."""


def against_of(read: Reading, one: Found, tahun: int, akhir: int) -> Against | None:
    """What a level is held against: named behind it, or before it; None where that is not plain."""
    if _is_of_part(read):
        return None
    if (old := turned_year(read, one, tahun)) is not None:
        return Against(Sign.LALU, old, is_turned=True)
    named = _named_behind(read, one, tahun, akhir)
    if named is not None:
        return named if named.tahun else None
    if one.sign in MOVES:
        return None
    tokens = read.tokens
    bound = _bound_behind(read, one)
    if bound is not None:
        is_bound = one.sign in (Sign.ATAS, Sign.BAWAH, Sign.LAMPAU, Sign.GAGAL, Sign.CAPAI)
        years = {y for t in tokens for y in t.years}
        return Against(Sign.LAIN, tahun, bound) if is_bound and years <= {tahun} else None
    if one.sign in (Sign.ATAS, Sign.BAWAH) and (old := _fronted_year(read, one, tahun)):
        return Against(Sign.LALU, old)
    before = [
        s for s in read.signs
        if s.last < one.first and s.sign in COMPARANDS - {Sign.LALU}
    ]  # fmt: skip
    if any(s.sign is Sign.AKHIR for s in before):
        return Against(Sign.AKHIR, akhir)
    if any(s.sign is Sign.NASIONAL for s in before):
        return None
    is_target = any(s.sign is Sign.TARGET for s in before) and one.sign not in (
        Sign.ATAS,
        Sign.BAWAH,
        Sign.SAMA,
    )
    is_named = any(t.mention for t in tokens[one.last + 1 : one.last + 2])
    if is_named and "yang" in _texts(tokens, one.first - 3, one):
        return None
    if is_target or {one.word, tokens[one.first].text} & DONE:
        year = _year_of_target(read, tahun, one.last)
        return Against(Sign.TARGET, year) if year else None
    return None


def _texts(tokens: Sequence[Token], start: int, one: Found) -> list[str]:
    return [t.text for t in tokens[max(0, start) : one.first]]


def _fronted_year(read: Reading, one: Found, tahun: int) -> int | None:
    """ "Ketimbang tahun 2024, X lebih kecil": the year that the sentence begins to compare with."""
    for n, token in enumerate(read.tokens[: one.first]):
        if token.text not in _HELD - {"dengan", "dari"}:
            continue
        for later in range(n + 1, min(n + _FRONT, one.first)):
            years = read.tokens[later].years
            if len(years) == 1 and years[0] < tahun:
                return years[0]
            if any(s.sign is Sign.LALU and s.first == later for s in read.signs):
                return tahun - 1
    return None


def turned_year(read: Reading, one: Found, tahun: int) -> int | None:
    """The earlier year that a level speaks of, where it is held against this one: "tahun lalu X
    lebih tinggi daripada tahun ini"."""
    before, after = read.tokens[: one.first], read.tokens[one.last + 1 :]
    at = next((n for n, t in enumerate(after) if _is_year(after, n, tahun)), None)
    compared = {t.text for t in (*read.tokens[one.first : one.last + 1], *after[: at or 0])}
    if at is None or not compared & _HELD or any(t.clause != after[0].clause for t in after[:at]):
        return None
    said = {y for t in before for y in t.years}
    if not said and any(s.sign is Sign.LALU and s.last < one.first for s in read.signs):
        said = {tahun - 1}
    is_held = {t.text for t in before} & (COMPARING - {"dengan", "seperti", "dari"})
    return min(said) if len(said) == 1 and max(said) < tahun and not is_held else None


def _is_year(tokens: Sequence[Token], at: int, tahun: int) -> bool:
    if tokens[at].years == (tahun,):
        return True
    return [t.text for t in tokens[at : at + 2]] == ["tahun", "ini"]


def _is_of_part(read: Reading) -> bool:
    """Whether a quarter or a month is spoken of, or another level of government; four quarters are
    the year."""
    for n, token in enumerate(read.tokens):
        before = [t.text for t in read.tokens[max(0, n - 1) : n]]
        if token.text in _SKIP and before not in (["empat"], ["4"], ["keempat"]):
            return True
    return False


def _bound_behind(read: Reading, one: Found) -> Amount | None:
    """The number right behind a level: "di atas 90", "melampaui angka 90"."""
    for at, token in enumerate(read.tokens[one.last + 1 : one.last + 5], start=one.last + 2):
        if token.amount is not None:
            is_times = [t.text for t in read.tokens[at : at + 1]] == ["kali"]
            return token.amount if token.amount.unit in ("", "%") and not is_times else None
        if token.text not in _NUMBER_LEADS:
            return None
    return None


def _named_behind(read: Reading, one: Found, tahun: int, akhir: int) -> Against | None:
    """What is named behind a level; its year is 0 where the thing is none that we know."""
    tokens = read.tokens
    at = one.last + 1
    while at < len(tokens) and at - one.last <= _FAR:
        sign = next((s for s in read.signs if s.first == at), None)
        token = tokens[at]
        if sign is not None and sign.sign in COMPARANDS:
            return _thing(read, sign, tahun, akhir)
        if token.years and token.years[0] < tahun and len(token.years) == 1:
            return Against(Sign.LALU, token.years[0])
        if token.text in ("tersebut", "itu") and tokens[at - 1].text in _RESULTS_NAMED:
            older = {y for t in tokens[: one.first] for y in t.years if y < tahun}
            return Against(Sign.LALU, older.pop()) if len(older) == 1 else None
        if sign is not None and sign.sign in MOVES | LEVELS:
            return None
        is_named = token.mention is not None and token.mention.jenis == "indikator"
        if token.text in _STOPS or token.amount is not None:
            return None
        if sign is None and token.kind == "word" and token.text not in GLUE and not is_named:
            return None
        at = sign.last + 1 if sign else at + 1
    return None


def _thing(read: Reading, sign: Found, tahun: int, akhir: int) -> Against:
    """Which target, or which year, a named thing is."""
    clause = read.tokens[sign.last].clause
    near = [t for t in read.tokens[sign.last + 1 : sign.last + 6] if t.clause == clause]
    signs = {s.sign for s in read.signs if sign.last < s.first <= sign.last + 4}
    years = [y for t in near for y in t.years]
    if sign.sign is Sign.TARGET:
        if Sign.NASIONAL in signs or {"nasional", "provinsi"} & {t.text for t in near}:
            return Against(Sign.NASIONAL, 0)
        is_that = bool({"tersebut", "dimaksud", "itu"} & {t.text for t in near[:1]})
        if is_that and any(s.sign is Sign.AKHIR and s.last < sign.first for s in read.signs):
            return Against(Sign.AKHIR, akhir)
        if Sign.AKHIR in signs or (akhir > tahun and years == [akhir]):
            return Against(Sign.AKHIR, akhir)
        return Against(Sign.TARGET, _year_of_target(read, tahun, sign.last))
    if sign.sign is Sign.AKHIR:
        return Against(Sign.AKHIR, 0 if years and years[0] != akhir else akhir)
    if sign.sign is Sign.LALU:
        return Against(Sign.LALU, tahun - 1)
    return Against(Sign.NASIONAL, tahun)


def _year_of_target(read: Reading, tahun: int, last: int) -> int:
    """The year whose target is meant; 0 where several years are spoken of. What a later part of
    the sentence says ("sehingga pada tahun 2026 …") is another matter."""
    clause = read.tokens[last].clause
    years = {y for t in read.tokens for y in t.years if t.clause <= clause or y <= tahun}
    if years <= {tahun} or read.has("naik", "turun"):
        is_last = any(s.sign is Sign.LALU for s in read.signs)
        return 0 if is_last and not years else tahun
    return next(iter(years)) if len(years) == 1 else 0


def _beyond(one: Known, found: Found, bound: Amount, head: str) -> tuple[bool, ...]:
    """Whether its result, or its capaian, lies beyond a number; for each that may be meant."""
    is_share = head in GOOD_HEADS and bound.value == _WHOLE
    if is_share or (bound.unit == "%" and not is_persen(one.satuan)):
        roles: tuple[Peran, ...] = (Peran.CAPAIAN,)
    elif head in _VALUES or bound.unit == "":
        roles = (Peran.REALISASI,) if head not in GOOD_HEADS else _RESULTS
    else:
        roles = _RESULTS
    figures = [n for peran in roles if (n := one.number(peran, one.tahun)) is not None]
    is_below = found.sign is Sign.BAWAH
    return tuple(n < bound.value if is_below else n > bound.value for n in figures)


def readings(one: Known, found: Found, against: Against, read: Reading) -> tuple[bool, ...]:
    """Whether a comparison is true, for each fair way to read it; empty where nobody can say."""
    sign, head = _AS_LEVEL.get(found.sign, found.sign), head_of(read, found.first)
    is_whole = against.bound is not None and against.bound.value == _WHOLE and head in GOOD_HEADS
    if is_whole and sign is Sign.CAPAI:
        against = Against(Sign.TARGET, one.tahun)
    if against.bound is not None:
        target = one.number(Peran.TARGET, one.tahun)
        if target is None or not against.bound.says(target):
            is_free = head == "target" or sign in (Sign.GAGAL, Sign.CAPAI)
            return () if is_free else _beyond(one, found, against.bound, head)
        against = Against(Sign.TARGET, one.tahun)
    if sign in (Sign.CAPAI, Sign.GAGAL):
        return _met(one, against, wants_it=sign is Sign.CAPAI)
    is_old_target = against.sign is Sign.TARGET and against.tahun != one.tahun
    gap = None if is_old_target else _gap(one, against)
    if gap is None:
        return ()
    if sign is Sign.SAMA:
        return (gap == 0,)
    return _above(one, found, gap, against, read)


def _met(one: Known, against: Against, *, wants_it: bool) -> tuple[bool, ...]:
    """Whether the thing was reached, or was not; "setinggi tahun lalu" also as bare numbers."""
    if against.sign is Sign.TARGET and against.tahun != one.tahun:
        reached = one.reached(against.tahun)
    else:
        reached = _reached(one, against)
    if reached is None:
        return ()
    gap = _gap(one, against) if against.sign is Sign.LALU else None
    as_number = () if gap is None else ((gap >= 0) is wants_it,)
    return (reached is wants_it, *as_number)


def _above(
    one: Known, found: Found, gap: Decimal, against: Against, read: Reading
) -> tuple[bool, ...]:
    """Whether it lies above or below: as a number, or, where less is better, as better or worse."""
    if found.sign is Sign.LAMPAU and gap == 0:
        return ()
    is_above = found.sign in (Sign.LAMPAU, Sign.ATAS)
    plain, better = (gap > 0, gap < 0) if is_above else (gap < 0, gap > 0)
    if one.indikator.polaritas is Polaritas.NAIK:
        return (plain,)
    if read.words & _LIMITS:
        return (plain,)
    if found.sign is Sign.LAMPAU:
        return (better,) if read.words & _PROUD else (plain, better)
    head = head_of(read, found.first)
    told = any(t.amount or t.text in _TOLD_FALL for t in read.tokens[: found.first])
    is_number = head in _VALUES or found.word == "lebih" or told
    is_plain = against.sign is Sign.NASIONAL or (is_number and head not in GOOD_HEADS)
    return (plain,) if is_plain else (plain, better)


def _reached(one: Known, against: Against) -> bool | None:
    """Whether the result is as good as the thing, or better."""
    if against.sign is Sign.TARGET:
        return one.row.hasil.is_tercapai
    gap = _gap(one, against)
    if gap is None:
        return None
    return gap <= 0 if one.indikator.polaritas is Polaritas.TURUN else gap >= 0


def _gap(one: Known, against: Against) -> Decimal | None:
    """By how much the result of this year is above the thing, as bare numbers."""
    i = one.indikator
    if i.polaritas in TWO_WAYS or i.target.jenis is Jenis.TANGGAL:
        return None
    real = i.realisasi.nilai
    other: Nilai | None = None
    if against.sign is Sign.TARGET:
        other = i.target.nilai
    elif against.sign is Sign.AKHIR:
        figure = i.renstra.get(against.tahun)
        other = figure.nilai if figure else None
    elif against.sign is Sign.LALU:
        other = one.number(Peran.REALISASI, against.tahun)
    elif i.standar_nasional is not None:
        other = i.standar_nasional.nilai
    if not isinstance(real, Decimal) or not isinstance(other, Decimal):
        return None
    return other - real if against.is_turned else real - other


def thing_words(one: Known, against: Against) -> str:
    """What is known of the thing, in words."""
    if against.bound or (against.sign is Sign.TARGET and against.tahun == one.tahun):
        return one.summary
    real = f"realisasi {one.text(Peran.REALISASI, one.tahun)}"
    if against.sign is Sign.NASIONAL:
        return f"{real}, standar nasional {one.text(Peran.STANDAR, one.tahun)}"
    if against.sign is Sign.AKHIR:
        return f"{real}, target {against.tahun} {one.text(Peran.TARGET, against.tahun)}"
    parts = [
        f"{peran.value} {one.text(peran, against.tahun)}"
        for peran in (Peran.TARGET, Peran.REALISASI)
        if one.number(peran, against.tahun) is not None
    ]
    known = f"tahun {against.tahun}: {', '.join(parts)}"
    return known if against.sign is Sign.TARGET else f"{known}; {one.summary}"
