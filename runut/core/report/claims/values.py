"""Numbers in a sentence held against the figures of the indicator they speak of.

A number is right only for its own indicator, its own year and its own role.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runut.core.report.claims.amounts import Amount
from runut.core.report.claims.book import Book
from runut.core.report.claims.known import Known, Own, Peran, fits_unit
from runut.core.report.claims.phrases import MOVING, Sign
from runut.core.report.claims.roles import (
    ANY,
    NEAR,
    NEXT_TO,
    PLAN,
    REACHING,
    RESULT,
    is_aside,
    moved_in,
    roles_of,
    year_after,
    years_of,
)
from runut.core.report.claims.ties import VERBS, Tie, tie_of, unit_after
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.unclaimed import is_foreign, of_quarter
from runut.core.report.claims.vocabulary import APPROX, NOT, ROLES, hopes
from runut.core.words.items import listed

_ROWS = (Peran.TARGET, Peran.REALISASI)
_VEILED = listed(
    "semula kini sebelumnya lalu awal awalnya dulu dahulu harus jangka menengah renstra akhir "
    "dasar kemudian berikutnya akhirnya mula-mula bermula berawal titik berturut-turut berurutan "
    "baseline nasional standar strategis rpjmd selisih tersisa kurang"
)
"""Words by which a sentence may speak of another year or another figure than it seems."""
_PLANNED = listed("ditargetkan menargetkan direncanakan")
_LATER = listed(", kini menjadi sekarang kemudian")
_EXPECTED = listed("diharapkan diproyeksikan diperkirakan diupayakan direncanakan akan")
_UNITS = listed(
    "hektare hektar ha km kilometer meter ton kilogram kg liter kasus orang jiwa keluarga "
    "dokumen unit menit jam rupiah desa sekolah"
)
"""Things that an indicator may be counted in: in any but its own its figure is another."""
_PLAINLY = listed(
    "tercatat mencapai menjadi sebesar terealisasi sebanyak adalah yaitu sejumlah realisasinya"
)
_NEAR_NOT = 5
_AT_FIRST = listed("semula awalnya mulanya mula-mula awal usulan")
_TELLING = 4
"""So many signs make it unlikely that two years have the same figure by chance."""


@dataclass(frozen=True)
class Wrong:
    """A number that is none of what it claims to be."""

    token: Token
    known: Known
    roles: frozenset[Peran]
    tahun: int | None


def wrong_numbers(
    book: Book, read: Reading, carried: tuple[str, ...], *, is_plan: bool = False
) -> Iterator[Wrong]:
    """The numbers of a sentence that contradict their indicator.

    ``carried``: of whom the sentence before spoke, where this one says "angka ini".
    ``is_plan``: the section speaks of the next year.
    """
    if read.has("bulan", "mingguan", "masing-masing", "respectively", "skala"):
        return
    for at, token in enumerate(read.tokens):
        amount = token.amount
        if amount is None or amount.unit in ("rp", "bagian", "semua") or of_quarter(read, at):
            continue
        hope = [t.text for t in read.tokens[:at] if t.text not in _PLANNED]
        if hopes(hope) and not _is_of_the_end(book, read, at):
            continue
        if _is_denied(read.tokens, at) or _is_first_target(read.tokens, at):
            continue
        if any(t.text == "per" for t in read.tokens[at + 1 : at + 4]):
            continue
        tie = tie_of(book, read, at, carried)
        if tie is None or _is_of_others(book, read, at):
            continue
        found = judge_number(book, read, at, tie, is_plan=is_plan)
        if found is not None:
            yield found


def _is_of_the_end(book: Book, read: Reading, at: int) -> bool:
    """ "Pada akhir Renstra X diharapkan menjadi 90": what is hoped of the end is its target."""
    before = [t.text for t in read.tokens[:at]]
    hoped = [n for n, word in enumerate(before) if word in _EXPECTED]
    is_end = any(one.sign is Sign.AKHIR and one.first < at for one in read.signs)
    end = book.draft.data.profil.renstra_periode[1]
    years = {y for t in read.tokens for y in t.years}
    is_plain = before[-1:] and before[-1] in ("menjadi", "mencapai", "sebesar", "angka", "pada")
    return bool(is_end and hoped and is_plain) and years <= {end}


def _is_first_target(tokens: Sequence[Token], at: int) -> bool:
    """ "Target semula 90": the target before it was changed, which nobody keeps."""
    if tokens[0].text in _AT_FIRST and not any(t.text in _LATER for t in tokens[:at]):
        return True
    near = {t.text for t in tokens[max(0, at - _NEAR_NOT) : at]}
    before = {t.text for t in tokens[:at]}
    return bool(near & _AT_FIRST) and bool(before & {"target", "targetnya", "usulan"})


def _is_of_others(book: Book, read: Reading, at: int) -> bool:
    """Whether a number is another government's, or a later year's; the standard of the nation is
    kept with the indicator."""
    if read.has("mendatang") or "tahun depan" in read.text:
        return True
    has_standard = any(
        one.sign is Sign.NASIONAL and one.word in ("standar", "capaian") and one.last < at
        for one in read.signs
    )
    return not has_standard and is_foreign(book, read, at)


def _is_denied(tokens: Sequence[Token], at: int) -> bool:
    """ "Tidak mencapai 90", "bukan 90, melainkan 88": the number is what it is not; but "tidak lain
    adalah 90", and "belum mencapai target 90", where it is the target."""
    for n in range(at - 1, max(-1, at - _NEAR_NOT), -1):
        token = tokens[n]
        if token.text in NOT:
            return tokens[n + 1].text not in ("lain", "hanya")
        if token.kind != "word" or Peran.TARGET in ROLES.get(token.text, ()):
            return False
    return False


def judge_number(
    book: Book, read: Reading, at: int, tie: Tie, *, is_plan: bool = False
) -> Wrong | None:
    """What is wrong with a number of an indicator; None where it is right, or cannot be said."""
    token = read.tokens[at]
    amount = token.amount
    if amount is None:
        return None
    candidates = [book.known[one] for one in tie.ids]
    unit = unit_after(read.tokens, at)
    if amount.value == 1 and amount.text == "satu" and not unit:
        return None
    if amount.unit == "%" and unit and not _is_share_of(candidates, unit):
        return None
    fitting = [one for one in candidates if _takes(one, amount, unit)]
    if not fitting:
        return _other_unit(book, read, at, candidates, unit)
    roles, years = roles_of(read, at, amount), years_of(read, at, book.tahun)
    if roles is None:
        return None
    wants = Wants(ANY if is_plan else roles, years, is_plan or bool(read.words & PLAN))
    step = rounded(read.tokens, at, amount)
    is_there = False
    for one in fitting:
        if any(step.says(n) for n in one.loose):
            return None
        for own in one.own:
            if wants.takes(own, book.tahun) and fits_unit(amount.unit or unit, own.unit):
                is_there = True
                if step.says(own.nilai):
                    return None
    if not is_there:
        return _leftover(book, token, fitting, wants, step)
    if not _is_plain_slip(
        book, read, at, wants, [o for one in fitting for o in one.own if step.says(o.nilai)]
    ):
        return None
    year = next(iter(years)) if len(years) == 1 else None
    return Wrong(token, fitting[0], roles, year)


def _other_unit(
    book: Book, read: Reading, at: int, candidates: Sequence[Known], unit: str
) -> Wrong | None:
    """The very figure of an indicator, counted in what another indicator is counted in."""
    amount = read.tokens[at].amount
    one = candidates[0]
    units = {other.satuan.partition(" ")[0] for other in book.known.values()} - {"indeks", "nilai"}
    if amount is None or unit not in units | _UNITS or len(candidates) > 1:
        return None
    if amount.step >= 1 and read.tokens[at - 1].text not in _PLAINLY:
        return None
    same = [own for own in one.own if own.peran in _ROWS and amount.says(own.nilai)]
    return Wrong(read.tokens[at], one, frozenset((same[0].peran,)), None) if same else None


def _is_plain_slip(book: Book, read: Reading, at: int, wants: "Wants", same: Sequence[Own]) -> bool:
    """Whether a number that is a figure of its indicator, but not the one that is said, was said
    so plainly that it must be a slip. There are more ways to speak of last year or of a target
    than this room knows; a number that is no figure of its indicator at all needs no such care.
    """
    same = [own for own in same if own.peran in (Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN)]
    if not same:
        return True
    if _is_dated(read.tokens, at, book.tahun) or is_aside(read.tokens, at):
        return not any(own.tahun in wants.years for own in same)
    if read.words & _VEILED:
        return False
    if moved := moved_in(read.tokens, at):
        return _is_misplaced(book, read, at, moved, same)
    year = wants.years or {book.tahun}
    if any(own.tahun in year and own.peran in _ROWS for own in same):
        return _has_one_role(read, at) and len(wants.roles & {Peran.TARGET, Peran.REALISASI}) < 2
    other = {y for t in read.tokens for y in t.years} - year
    return not other and not read.words & MOVING


def _is_dated(tokens: Sequence[Token], at: int, tahun: int) -> bool:
    """Whether the year stands right beside a number: "tahun 2024 sebesar 87"."""
    if year_after(tokens, at, tahun):
        return True
    near = tokens[max(0, at - 3) : at]
    years = [n for n, t in enumerate(near) if t.years]
    return bool(years) and all(t.text in NEXT_TO for t in near[years[-1] + 1 :])


def _is_misplaced(book: Book, read: Reading, at: int, moved: str, same: Sequence[Own]) -> bool:
    """Whether one end of "dari A menjadi B" is the figure of another year than that end."""
    said = {y for t in read.tokens for y in t.years}
    if moved == "to":
        end = max(said, default=book.tahun)
        return not any(own.tahun == end for own in same)
    if moved != "from":
        return False
    earlier = {y for y in said if y < book.tahun}
    if not earlier:
        return all(own.tahun == book.tahun for own in same)
    return not any(own.tahun == min(earlier) for own in same)


def _has_one_role(read: Reading, at: int) -> bool:
    """Whether target or realisasi stands close before a number, and not the two of them."""
    near = []
    for token in reversed(read.tokens[max(0, at - NEAR) : at]):
        if token.amount or token.text in (",", "dari", "terhadap", "dengan"):
            break
        near.append(token.text)
    roles = {ROLES[word] for word in near if word in ROLES}
    if not roles and set(near) & RESULT and not read.has("target", "targetnya", "ditargetkan"):
        return True
    if not roles:
        left = [n for n in range(at) if read.tokens[n].mention is not None]
        lead = read.tokens[max(0, left[-1] - 2) : at] if left else ()
        roles = {ROLES[t.text] for t in lead if t.text in ROLES}
        if any(t.amount or t.text in REACHING for t in lead):
            return False
    return len(roles) == 1


def _leftover(
    book: Book, token: Token, fitting: Sequence[Known], wants: "Wants", step: Amount
) -> Wrong | None:
    """A figure of this year under a year of which nothing is known: the year was left over."""
    if wants.years != {book.tahun - 1} or len(step.text.rstrip(" %")) < _TELLING:
        return None
    for one in fitting:
        for own in one.own:
            if own.peran in wants.roles and own.tahun == book.tahun and step.says(own.nilai):
                return Wrong(token, one, wants.roles, book.tahun - 1)
    return None


@dataclass(frozen=True)
class Wants:
    """What figures a number may be. No ``years``: this one's, or any in a plan."""

    roles: frozenset[Peran]
    years: frozenset[int]
    is_plan: bool

    def takes(self, own: Own, tahun: int) -> bool:
        if own.peran not in self.roles:
            return False
        if own.peran is Peran.PERUBAHAN:
            return not self.years or own.tahun in self.years or own.sejak in self.years
        if own.peran in (Peran.KEMAJUAN, Peran.STANDAR, Peran.SELISIH):
            return True
        if not self.years:
            return self.is_plan or own.tahun == tahun
        return own.tahun in self.years


def _is_share_of(candidates: Sequence[Known], word: str) -> bool:
    """Whether the word behind a percentage may follow one of these: "100 persen responden" is a
    share of something else."""
    return word.startswith(VERBS) or any(
        word in (*one.satuan.split(), *one.indikator.nama.casefold().split()) for one in candidates
    )


def _takes(one: Known, amount: Amount, unit: str) -> bool:
    """Whether the unit of a number lets it speak of this indicator at all."""
    first = one.satuan.partition(" ")[0]
    if unit in ("poin", first) or amount.unit == "%":
        return True
    return not unit


def rounded(tokens: Sequence[Token], at: int, amount: Amount) -> Amount:
    """ "Sekitar 90": a number that says of itself that it is not exact."""
    if at and tokens[at - 1].text in APPROX:
        step = max(amount.step, abs(amount.value) / 10)
        return Amount(amount.start, amount.end, amount.text, amount.value, step, amount.unit)
    return amount
