"""Of which indicator, which side of it and which year a word without a number speaks."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from runut.core.report.claims.book import Book
from runut.core.report.claims.names import HEADS as NAME_HEADS
from runut.core.report.claims.phrases import ACTS, COMPARANDS, DOWN, LEVELS, MOVES, NOUNS, UP, Sign
from runut.core.report.claims.signs import Found, bare
from runut.core.report.claims.tokens import Reading
from runut.core.report.claims.vocabulary import (
    ALWAYS,
    GLUE,
    HEADS,
    LIGHT,
    ROLES,
    SHOWN,
    TELLS,
)
from runut.core.words.items import listed

GOOD_HEADS = listed("kinerja capaian capaiannya kinerjanya pencapaian keberhasilan prestasi")
COMPARING = listed(
    "dibandingkan dibanding ketimbang disandingkan disejajarkan daripada dari terhadap sejak "
    "menyamai mengungguli melampaui melebihi bandingkan seperti dengan berbeda diletakkan"
)
_PREPOSITIONS = listed(
    "pada untuk dari atas bagi terhadap dalam dengan di milik melalui oleh mengenai tentang terkait"
)
_LINKS = (
    _PREPOSITIONS
    | HEADS
    | listed(
        "yang antara lain adalah ialah yaitu yakni masih tetap terjadi ada terdapat ditemui "
        "dijumpai menimpa dialami sedikit tajam signifikan cukup tipis berarti nyata “ ( : "
        "tersebut pula sebesar sebanyak apa pun lagi satu mutu kualitas capaiannya"
    )
)
_LEADS = HEADS | NAME_HEADS | SHOWN | frozenset((*ROLES, "data"))
_BEFORE = (
    LIGHT
    | TELLS
    | listed(
        "antara alhamdulillah menetapkan mematok mencanangkan menargetkan membukukan memperoleh "
        "berurutan berturut-turut dinyatakan ditetapkan dikonversi terakhir pelaporan berupa "
        "mengukur diukur atas besarnya karena sebab akibat berkat sehingga tetapi namun meskipun "
        "walaupun padahal kemudian dan atau serta maka sedangkan sementara adapun yaitu yakni "
        "dibandingkan dibanding ketimbang setelah tahun ini sementara itu antara lain demikian "
        "misalnya khususnya terutama khusus selain disusul diikuti telah sudah masih belum tidak "
        "bukan sebagai dapat mampu maupun serta beserta baik patut layak disayangkan disyukuri "
        "dibanggakan diapresiasi digarisbawahi disampaikan dikemukakan syukur sayang"
    )
)
_ITS = listed("angkanya realisasinya capaiannya nilainya hasilnya posisinya besarannya skornya")
"""They go on about the name before, also in a clause of its own: "karena angkanya turun"."""
_AND = listed("dan serta maupun beserta juga begitu pula demikian baik sama-sama")
_FAR = 9
_CUTS = frozenset((",", ";", ":", "bahwa"))
_EVERY_ACT = frozenset(word for words in ACTS.values() for word in words)
_FREE = frozenset((Sign.TIDAK, Sign.HAMPIR))


def subject_of(
    book: Book, read: Reading, at: int, carried: tuple[str, ...], last: int | None = None
) -> tuple[str, ...]:
    """Of which indicator the words from ``at`` to ``last`` speak: the one before them with nothing
    else between, or the one right behind them, or the one ``carried`` from the sentence before."""
    tokens = read.tokens
    left = [n for n in range(at) if (m := tokens[n].mention) and m.jenis != "sasaran"]
    if not left:
        is_verb = tokens[at].text in (UP | DOWN) - _EVERY_ACT
        ids = () if is_verb else _behind(read, at if last is None else last)
        if ids or tokens[at].text in NOUNS or tokens[at].text != bare(tokens[at].text):
            return ids
        is_plain = all(_is_glue(read, n, book, carried) for n in range(at))
        return carried if is_plain else ()
    mention = tokens[left[-1]].mention
    if mention is None or mention.jenis != "indikator":
        return ()
    units = frozenset(w for one in mention.ids for w in book.known[one].satuan.split())
    mine = read.clause(tokens[at].clause)
    is_its_target = any(t.text == "targetnya" for t in mine if t.start < tokens[at].start)
    if not is_led_in(read, left[-1], units) and not is_its_target:
        return ()
    is_other = tokens[at].clause != tokens[left[-1]].clause and read.is_own[tokens[at].clause]
    own = [n for n in range(left[-1] + 1, at) if tokens[n].clause == tokens[at].clause]
    is_its = is_other and any(tokens[n].text in _ITS for n in own)
    is_its = is_its or _goes_on(read, at, own)
    between = own if is_its else _without_asides(read, left[-1], at)
    if not all(_is_glue(read, n, book, mention.ids) for n in between):
        return ()
    if (
        is_other
        and not is_its
        and read.clause(tokens[at].clause)[0].text
        not in (
            "sedangkan",
            "sementara",
            "yaitu",
        )
    ):
        return ()
    return mention.ids


def _behind(read: Reading, last: int) -> tuple[str, ...]:
    """ "Kenaikan X", "tercapainya target X": the name behind the word, small words between."""
    for n in range(last + 1, len(read.tokens)):
        token = read.tokens[n]
        if token.mention is not None:
            return token.mention.ids if token.mention.jenis == "indikator" else ()
        is_target = any(
            one.sign is Sign.TARGET and one.first <= n <= one.last for one in read.signs
        )
        is_pair = token.text == "dan" and read.tokens[n + 1 : n + 2][0].text in ROLES
        if not (is_target or is_pair or bare(token.text) in _LINKS):
            return ()
    return ()


def is_led_in(read: Reading, at: int, units: frozenset[str]) -> bool:
    """Whether a name is what the sentence speaks of, not a thing that somebody works on:
    "angka X", "tercatat bahwa X", but not "petugas yang menangani X"."""
    if [t.text for t in read.tokens[at + 1 : at + 2]] == ["yang"]:
        return True
    for n in range(at - 1, -1, -1):
        token = read.tokens[n]
        if token.kind != "word":
            return token.text != "("
        if token.text in TELLS:
            return True
        is_head = token.text in _LEADS or token.text in units
        if is_head or token.text in _PREPOSITIONS or n in read.covered:
            continue
        return token.text in _BEFORE or _is_headed(read, at)
    return True


def _goes_on(read: Reading, at: int, own: Sequence[int]) -> bool:
    """Whether a level in a new clause is still one of the name before: "…, karena masih di bawah
    target", "… dan target tahun ini tercapai"."""
    words = [read.tokens[n].text for n in own if n == own[0] or n not in read.covered]
    if not own or own[0] == at or read.tokens[own[0] - 1].clause == read.tokens[at].clause:
        return False
    if not any(one.first == at and one.sign in LEVELS for one in read.signs):
        return False
    small = LIGHT | {words[0], "tahun", "ini"}
    return words[0] not in ("oleh", "melalui", "untuk", "agar") and not set(words[1:]) - small


def beside(read: Reading, at: int) -> Iterator[tuple[str, ...]]:
    """The indicators that a sentence names beside the last one before a place, and says the same
    of: "baik X maupun Y", "X, Y, dan Z", "selain X, Y juga"."""
    left = [n for n in range(at) if read.tokens[n].mention is not None]
    is_one = False
    for last, before in pairwise(reversed(left)):
        gap = {t.text for t in read.tokens[before + 1 : last]}
        lead = {t.text for t in read.tokens[max(0, before - 3) : before]}
        is_one = is_one or bool(gap & _AND)
        is_list = bool(gap) and not gap - _AND - {","} and is_one
        is_also = gap == {","} and bool(lead & _ALSO) and read.has("juga", "pun", "pula")
        mention = read.tokens[before].mention
        if not (is_list or is_also) or mention is None or mention.jenis != "indikator":
            return
        if lead & _APART:
            return
        yield mention.ids


_ALSO = listed("hanya halnya seperti sebagaimana selain")
_APART = listed(
    "berbeda kecuali terkecuali dibandingkan dibanding daripada ketimbang antara dengan"
)


def _is_headed(read: Reading, at: int) -> bool:
    """ "Janji kepada pimpinan atas X": a target or a result stands first, the name after "atas"."""
    first = next((n for n, t in enumerate(read.tokens) if t.kind == "word"), at)
    sign = next((one for one in read.signs if one.first == first), None)
    is_head = bare(read.tokens[first].text) in HEADS or (sign and sign.sign is Sign.TARGET)
    return bool(is_head) and at - first < _FAR and read.tokens[at - 1].text in _PREPOSITIONS


def _without_asides(read: Reading, first: int, last: int) -> list[int]:
    """The words between two places but for what stands between two commas."""
    inner = list(range(first + 1, last))
    commas = [n for n in inner if read.tokens[n].text == ","]
    if len(commas) != 2:
        return inner
    return [n for n in inner if not commas[0] <= n <= commas[1]]


def is_plainly_said(read: Reading, at: int, book: Book) -> bool:
    """Whether only small words stand before a word: nothing else can be what it speaks of."""
    return all(_is_glue(read, n, book, ()) for n in range(at))


def _is_glue(read: Reading, at: int, book: Book, ids: tuple[str, ...]) -> bool:
    token = read.tokens[at]
    if token.mention is not None:
        return token.mention.jenis == "sasaran"
    if token.kind in ("amount", "year", "mask", "sign"):
        return True
    if at in read.covered:
        return not any(
            one.sign is Sign.LAIN and one.word == "target" and one.first <= at <= one.last
            for one in read.signs
        )
    if token.text in GLUE or bare(token.text) in GLUE:
        return True
    return any(token.text in book.known[one].satuan.split() for one in ids) or token.text in (
        "persen",
        "poin",
    )


def denials(read: Reading, one: Found) -> int | None:
    """How often a sign is denied before it: twice is not at all; None where it is only nearly so,
    or where what is denied comes after it: "tidak dapat ditekan di bawah target"."""
    tokens = read.tokens
    count = 0
    for other in reversed(read.signs):
        if other.last >= one.first:
            continue
        between = tokens[other.last + 1 : one.first]
        clause = tokens[one.first].clause
        is_cut = tokens[other.last].clause != clause or any(t.text in _CUTS for t in between)
        is_pressed = other.sign in MOVES and not between
        if is_cut or (other.sign in MOVES | LEVELS and not is_pressed):
            break
        if other.sign not in _FREE:
            continue
        if other.sign is Sign.HAMPIR and one.sign not in (Sign.CAPAI, Sign.LAMPAU, Sign.SAMA):
            return None
        count += 1
    is_pressed = one.sign in MOVES and any(
        other.first == one.last + 1 and other.sign in LEVELS for other in read.signs
    )
    return None if is_pressed and count else count


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
    heads = [w for w in before if w in GOOD_HEADS | {"realisasi", "target", "angka"}]
    inner = [t.text for t in tokens[left[-1] + 1 : at] if t.text in GOOD_HEADS | {"target"}]
    return (inner or heads or [""])[-1]


def base_year(read: Reading, at: int, tahun: int) -> int | None:
    """The year that a movement is counted from; None where it is another than a plain year."""
    if _is_against(read, at) or read.has("tahun-tahun"):
        return None
    years = {y for t in read.tokens for y in t.years}
    older = sorted(y for y in years if y < tahun)
    if any(y > tahun for y in years) or (older and _is_turned(read, at, tahun)):
        return None
    if len(older) > 1:
        return (
            None
            if len(set(older)) > 1 and not read.words & (ALWAYS | {"kurun", "sejak", "periode"})
            else older[0]
        )
    is_compared = bool(read.words & COMPARING) or read.has("sebelumnya")
    if older and tahun not in years and not is_compared:
        return _moved_after(read, older[0])
    return older[0] if older else tahun - 1


def _is_turned(read: Reading, at: int, tahun: int) -> bool:
    """ "Pada 2024 lebih baik dibandingkan tahun 2025": this year is the one compared with."""
    places = [n for n, t in enumerate(read.tokens) if tahun in t.years and n > at]
    return any(
        {"dibandingkan", "dibanding", "daripada", "ketimbang"}
        & {t.text for t in read.tokens[max(at, n - 8) : n]}
        for n in places
    )


def _is_against(read: Reading, at: int) -> bool:
    """Whether a movement is held against something else than a year: "turun dari target"; or is
    told of last year: "tahun lalu naik"."""
    for one in read.signs:
        before = [t.text for t in read.tokens[max(0, one.first - 3) : one.first]]
        is_compared = bool(COMPARING.intersection(before))
        if one.sign in COMPARANDS - {Sign.LALU} and is_compared and one.first > at:
            return True
        if one.sign is Sign.LALU and not is_compared and one.first < at:
            return True
    return False


def _moved_after(read: Reading, year: int) -> int | None:
    """ "Pada tahun 2024 tercatat 87, kemudian naik menjadi 89"."""
    return year if read.has("kemudian", "lalu", "menjadi") else None


def is_noun(one: Found, read: Reading) -> bool:
    """Whether a sign is a noun of movement: "kenaikan", "merosotnya"."""
    return one.word in NOUNS or read.tokens[one.first].text != bare(read.tokens[one.first].text)
