"""What the words around a number say that it is: target or result, of which year, from or to."""

import re
from collections.abc import Sequence

from runut.core.report.claims.amounts import Amount
from runut.core.report.claims.known import Peran
from runut.core.report.claims.phrases import MOVING
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.vocabulary import DISTANCE, GLUE, HIGHER, LOWER, ROLES, SHOWN
from runut.core.words.items import listed

_VALUES = frozenset((Peran.REALISASI, Peran.CAPAIAN, Peran.KEMAJUAN))
_CHANGES = frozenset((Peran.PERUBAHAN, Peran.SELISIH))
_BESIDE = frozenset((Peran.CAPAIAN, Peran.KEMAJUAN, *_CHANGES))
ANY = frozenset(Peran)
REACHING = listed(
    "mencapai melampaui melebihi memenuhi dari atas bawah sesuai terhadap daripada dibandingkan"
)
"""Before "target" these make it what was reached, not what the number is."""
NEAR = 4
_BOUNDS = listed(
    "melebihi melampaui atas bawah minimal maksimal paling antara sedikitnya setidaknya melewati "
    "menembus sekurang-kurangnya setidak-tidaknya selambat-lambatnya maksimum minimum batas ambang"
)
_AT_LEAST = (
    ["paling", "sedikit"],
    ["paling", "banyak"],
    ["paling", "rendah"],
    ["paling", "tinggi"],
)
RESULT = SHOWN
NEXT_TO = listed(
    "yang sebesar sebanyak adalah ( mencapai tercatat yaitu hanya : , berada pada "
    "angka senilai ialah"
)
_BASE = listed("dibandingkan dibanding daripada dari terhadap sejak ketimbang disandingkan")
_IS = listed("adalah merupakan ialah")
_PLANNED = listed("ditargetkan menargetkan diperjanjikan dipatok direncanakan")
PLAN = listed("renstra strategis periode rpjmd menengah")


def roles_of(read: Reading, at: int, amount: Amount) -> frozenset[Peran] | None:
    """What the words before a number say that it is; None where they do not say."""
    tokens = read.tokens
    before = [t.text for t in tokens[max(0, at - 4) : at]]
    if (
        _is_bound(before)
        or _is_bound_of_span(tokens, at)
        or [t.text for t in tokens[at + 1 : at + 2]] == ["tingkat"]
    ):
        return None
    after = [t.text for t in tokens[at + 1 : at + 2]]
    is_between = before[-1:] == ["sebesar"] and read.has("selisih", "deviasi", "antara")
    is_between = is_between or _is_distance(tokens, at)
    if before[-1:] == ["kurang"] or is_between:
        return _CHANGES
    is_beyond = bool({t.text for t in tokens[max(0, at - NEAR - 1) : at]} & REACHING)
    if before[-2:] == ["target", "sebesar"] and (is_beyond or after == ["poin"]):
        return _CHANGES | {Peran.TARGET}
    if is_aside(tokens, at):
        return frozenset((Peran.REALISASI, Peran.CAPAIAN))
    if _is_beside(tokens, at):
        return _BESIDE | {Peran.REALISASI} if amount.unit == "%" else _CHANGES | _VALUES
    if before[-1:] == ["dari"] and any(t.amount for t in tokens[:at]):
        is_plain = not read.words & (MOVING | {"sebelumnya", "tahun"} | HIGHER | LOWER)
        return frozenset((Peran.TARGET,)) if is_plain else ANY
    return _of_movement(read, at) or _said_after(tokens, at) or _said_before(read, at, amount)


def _is_distance(tokens: Sequence[Token], at: int) -> bool:
    """ "Jarak menuju target akhir tinggal 4 poin": what lies between two figures."""
    for token in reversed(tokens[:at]):
        if token.amount or token.clause != tokens[at].clause:
            return False
        if token.text in DISTANCE:
            return True
    return False


def _of_movement(read: Reading, at: int) -> frozenset[Peran]:
    """The role of a number in "naik 2 poin dari 87 menjadi 89"; empty where nothing moves."""
    moved = moved_in(read.tokens, at)
    if not moved:
        return frozenset()
    if moved != "size":
        return frozenset((Peran.REALISASI, Peran.CAPAIAN))
    if read.has("tinggi", "rendah"):
        return ANY
    is_of_years = read.has("dibandingkan", "dibanding", "sebelumnya", "lalu", "daripada")
    return frozenset((Peran.PERUBAHAN,)) if is_of_years else _CHANGES


def _said_after(tokens: Sequence[Token], at: int) -> frozenset[Peran]:
    """The role that follows a number: "95 yang ditargetkan", "97% dari target"."""
    after = [t.text for t in tokens[at + 1 : at + 4]]
    is_named = [n for n, word in enumerate(after) if word in _IS]
    if is_named and (named := [word for word in after[is_named[0] :] if word in ROLES]):
        return ROLES[named[0]]
    if after[:2] == ["dari", "yang"]:
        return _VALUES | _CHANGES
    if "yang" in after and set(after) & {"ditargetkan", "diperjanjikan", "direncanakan"}:
        return frozenset((Peran.TARGET,))
    named = [word for word in after if word in ROLES]
    if named and {"sebagai", "menjadi", "merupakan"} & set(after[: after.index(named[0])]):
        return ROLES[named[0]]
    if after[:2] == ["dari", "target"] or after[1:3] == ["dari", "target"]:
        return _VALUES | _CHANGES
    return frozenset()


def _said_before(read: Reading, at: int, amount: Amount) -> frozenset[Peran]:
    """The role close before a number: "target sebesar 95", "mencapai 97"."""
    tokens = read.tokens
    near = tokens[max(0, at - NEAR) : at]
    for n in range(len(near) - 1, -1, -1):
        text = near[n].text
        if near[n].kind in ("amount", "sign") and text not in ("“", ":", "("):
            break
        is_planned = any(t.text in _PLANNED for t in near[max(0, n - 2) : n])
        if text in RESULT and is_planned:
            return frozenset((Peran.TARGET,))
        if text in RESULT:
            return _VALUES | {Peran.STANDAR} if read.has("nasional") else _VALUES
        if text in ROLES:
            roles = ROLES[text]
            if (
                text.startswith("capaian")
                and near[n + 1 : n + 2]
                and near[n + 1].text.startswith("kinerja")
            ):
                roles = frozenset((Peran.CAPAIAN,))
            is_share = amount.unit == "%" and Peran.REALISASI in roles
            return roles | _BESIDE if is_share or read.words & PLAN else roles
    return _ahead(tokens, at, amount)


def _ahead(tokens: Sequence[Token], at: int, amount: Amount) -> frozenset[Peran]:
    """The role that stands before the name: "Target X tahun 2025 adalah 90". Where several words
    could give the role, any figure of the indicator will do."""
    left = [n for n in range(at) if tokens[n].mention is not None]
    first = max(0, left[-1] - 2) if left else 0
    said = [
        t.text
        for before, t in zip((None, *tokens[first:at]), tokens[first:at], strict=False)
        if t.text in ROLES and not (before and before.text in REACHING)
    ]
    has_amount = any(t.amount for t in tokens[(left[-1] if left else 0) : at])
    if has_amount or len(said) > 1:
        return ANY
    if not said:
        return ANY - {Peran.TARGET} if _is_plain_value(tokens, at) else ANY
    roles = ROLES[said[0]]
    return (
        roles | {Peran.CAPAIAN, Peran.KEMAJUAN}
        if amount.unit == "%" and Peran.REALISASI in roles
        else roles
    )


def _is_plain_value(tokens: Sequence[Token], at: int) -> bool:
    """ "X adalah 90", "X sebesar 90": its result, not its target."""
    return tokens[at - 1].text in ("adalah", "sebesar", "sebanyak", "hanya") and not any(
        t.text in ("ditetapkan", "perjanjian", "renstra") for t in tokens[:at]
    )


def _is_bound(before: list[str]) -> bool:
    """Whether a number is a limit that something lies beyond, not the thing's own figure."""
    if before[-1:] and before[-1] in ("angka", "nilai", "level", "titik", "posisi", "skor"):
        before = before[:-1]
    if before[-1:] and before[-1] in _BOUNDS:
        return True
    return before[-2:] in (
        ["lebih", "dari"], ["kurang", "dari"], ["tidak", "sampai"], ["tak", "sampai"], *_AT_LEAST
    )  # fmt: skip


def _is_bound_of_span(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is the upper end of "antara 80 dan 85": no figure of its own."""
    return (
        at > 2
        and tokens[at - 1].text in ("dan", "sampai", "hingga")
        and tokens[at - 2].amount is not None
        and tokens[at - 3].text in ("antara", "kisaran")
    )


def _is_beside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands beside another one, as its share: "90 dari 95 atau 94,7%"."""
    if at < 2 or tokens[at - 1].text not in ("atau", "("):
        return False
    return any(t.kind == "amount" for t in tokens[max(0, at - 3) : at - 1])


def is_aside(tokens: Sequence[Token], at: int) -> bool:
    """ "Dibandingkan tahun 2024 (87,65), …": the figure of that year in brackets."""
    return at > 1 and tokens[at - 1].text == "(" and bool(tokens[at - 2].years)


def moved_in(tokens: Sequence[Token], at: int) -> str:
    """``from``, ``to`` or ``size`` of a movement: "naik 2 poin dari 87 menjadi 89"."""
    moves = [
        n
        for n in range(at)
        if tokens[n].text in MOVING
        or (tokens[n].text in HIGHER | LOWER and n and tokens[n - 1].text == "lebih")
    ]
    later = {t.text for t in tokens[at + 1 :]}
    if tokens[at - 1].text == "dari" and "menjadi" in later:
        return "from"
    if tokens[at - 1].text == "menjadi" and any(t.amount for t in tokens[:at]):
        return "to"
    if not moves:
        return ""
    inner = tokens[moves[-1] + 1 : at]
    texts = [t.text for t in inner]
    if texts and texts[-1] in ("menjadi", "ke"):
        return "to"
    if texts and (texts[-1] == "dari" or texts[-2:] == ["dari", "sebelumnya"]):
        return "from"
    words = {t.text for t in inner if t.mention is None and t.kind != "year"} - {"tahun", "pada"}
    if not any(t.kind == "amount" for t in inner) and not words - NEXT_TO:
        return "size"
    return ""


def years_of(read: Reading, at: int, tahun: int) -> frozenset[int]:
    """The years that the words around a number tie it to; none said: empty."""
    tokens = read.tokens
    after = year_after(tokens, at, tahun)
    if after:
        return after
    moved = moved_in(tokens, at)
    if moved == "to":
        return frozenset()
    if moved == "from":
        said = [y for t in tokens if t.kind == "year" for y in t.years if y != tahun]
        return frozenset(said) or frozenset((tahun - 1,))
    for n in range(at - 1, -1, -1):
        if tokens[n].kind == "amount":
            break
        if tokens[n].kind == "mask" and (dated := _MONTH_OF.search(tokens[n].text)):
            return frozenset((int(dated[1]),))
        years = tokens[n].years or _last_year(tokens, n, tahun)
        if years:
            gap = {t.text for t in tokens[n + 1 : at]}
            before = {t.text for t in tokens[max(0, n - 3) : n]}
            if before & _BASE and gap - NEXT_TO:
                continue
            return frozenset(years)
    return frozenset()


_MONTH_OF = re.compile(r"^[a-z]+ ((?:19|20)\d{2})$")
"""A month of a year, which is masked otherwise: "pada Desember 2024"."""
_LINKING = listed("merupakan adalah ialah yaitu yakni milik")
_RESULT_OF = listed("hasil capaian realisasi angka kondisi data posisi perolehan raihan kinerja")
"""Between a number and its year: "87 persen merupakan hasil tahun 2024"."""


def year_after(tokens: Sequence[Token], at: int, tahun: int) -> frozenset[int]:
    skip = {"pada", "di", "tahun", "akhir", "untuk", "(", ")"}
    if any(t.text in _LINKING for t in tokens[at + 1 : at + 4]):
        skip |= _LINKING | _RESULT_OF
    for n in range(at + 1, min(len(tokens), at + 6)):
        if tokens[n].years:
            return frozenset(tokens[n].years)
        years = _last_year(tokens, n, tahun)
        if years:
            return frozenset(years)
        is_plain = tokens[n].text not in GLUE or tokens[n].text in ("hari", "nilai", "indeks")
        is_unit = n == at + 1 and tokens[n].kind == "word" and is_plain
        if tokens[n].text not in skip and not is_unit and tokens[n].text not in ("persen", "poin"):
            return frozenset()
    return frozenset()


def _last_year(tokens: Sequence[Token], n: int, tahun: int) -> tuple[int, ...]:
    words = [t.text for t in tokens[n : n + 2]]
    return (tahun - 1,) if words in (["tahun", "lalu"], ["tahun", "sebelumnya"]) else ()
