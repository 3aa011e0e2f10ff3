"""The highest and the lowest, the category and the predicate of an indicator."""

import re
from collections.abc import Iterator
from decimal import Decimal

from runut.core.kinerja.aturan import SKALA
from runut.core.kinerja.model import Jenis, Terukur
from runut.core.report.claims.book import Book
from runut.core.report.claims.known import Known, Peran
from runut.core.report.claims.signs import bare
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.vocabulary import HIGHER, NOT, hopes
from runut.core.words.items import listed

Said = tuple[Token, str, str]

_ESCAPED = NOT | listed(
    "terhindar terbebas lepas terlepas keluar jauh luput selamat menghindari meninggalkan"
)
"""Before a category or a rating they say that it is not the one."""
_EXTREME = listed("rendah tinggi tertinggi terendah terbaik terbesar terkecil")
_OVER_YEARS = listed("sejak sepanjang selama terakhir kurun rekor sejarah periode belakangan titik")
_LONGEST_SPAN = 6
_BEFORE = 5
_PLACE = (
    r"\b(?:urutan|peringkat|posisi|tempat|ranking|rangking|deretan|barisan)(?: yang)?(?: paling)? "
)
_FIRST = re.compile(
    _PLACE + r"(?:pertama|teratas|atas|puncak|satu|kesatu|tertinggi|wahid)\b"
    r"|\b(?:memuncaki|memimpin (?:daftar|peringkat|urutan|klasemen))\b",
    re.I,
)
_LAST = re.compile(
    _PLACE + r"(?:bawah|terbawah|terakhir|buncit|akhir|belakang|terendah|bontot)\b|\bjuru kunci\b",
    re.I,
)
_NONE_BEYOND = re.compile(
    r"\b(?:tidak|tak|belum) (?:ada|terdapat|satu ?pun)\b[^.;]{0,60}?\b"
    r"(?P<how>(?:rendah|kecil|buruk|tinggi|besar|baik|unggul)(?:nya)?(?= (?P<than>dari|daripada|"
    r"ketimbang|dibandingkan|dibanding)\b)|"
    r"(?P<verb>mengungguli|melampaui|menandingi|menyamai|melebihi|mengalahkan))\b",
    re.I,
)
_CATEGORY = sorted(
    {step.nama for one in SKALA for step in (*one.nilai.jenjang, one.nilai.terendah)},
    key=len,
    reverse=True,
)
_CATEGORIES = re.compile(
    r"\b(?:kategori|berkategori|predikat|berpredikat|kriteria|berkriteria|dinilai|tergolong|"
    rf"termasuk)\s+(?:kategori\s+)?[“\"(]?({'|'.join(_CATEGORY)})\b"
    r"(?!\s(?:me|ber|ter|di)\w{3})",
    re.I,
)
_WITH = re.compile(r"^(?:dengan|berkat|karena)\b[^,;]*\bcapaian(?:nya)?\b[^,;]*$", re.I)
"""A category before the name: "dengan capaian yang berkategori Tinggi, X …"."""
_IS_CATEGORY = re.compile(
    r"\b(?:kategori|predikat|kriteria)\b[^;]*?\b(?:adalah|yaitu|yakni|ialah|berupa)\s+[“\"(]?"
    rf"({'|'.join(_CATEGORY)})\b(?!\s(?:dan|atau)|,)",
    re.I,
)
"""The name between: "kategori capaian X adalah Tinggi"."""
_RATING = re.compile(r"(?<![\w.])(AA|A|BB|B|CC|C|D|WTP|WDP|TW|TMP)(?!\w|[.’'-]\w)")
_RATING_CUE = listed(
    "predikat memperoleh adalah target realisasi realisasinya meraih mendapat "
    "tercatat pada targetnya ditargetkan terealisasi opini nilai menjadi kategori diperoleh diraih"
)

_TARGET_CUES = listed("target targetnya ditargetkan diperjanjikan")
_ROLE_CUES = _TARGET_CUES | listed(
    "realisasi realisasinya terealisasi memperoleh meraih mendapat predikat diperoleh diraih"
)


def wrong_extremes(book: Book, read: Reading, home: str) -> Iterator[Said]:
    """ "Capaian tertinggi terdapat pada …": among all, or among those of the sasaran; "titik
    terendah sejak 2023": among the years."""
    mentions = read.mentions()
    if len(mentions) != 1 or read.has("unsur", "kedua", "ketiga", "triwulan", "bulan", "salah"):
        return
    mention = mentions[0].mention
    found = _placed(read) or _extreme(read)
    if found is None or mention is None or hopes([t.text for t in read.tokens]):
        return
    at, is_top = found
    before = _words_before(read, at)
    is_denied = not _NONE_BEYOND.search(read.text) and any(bare(w) in NOT for w in before)
    token = read.tokens[at]
    if _is_of_years(read):
        known = book.known[mention.ids[0]]
        years = _years_in(read, known)
        now = known.number(Peran.REALISASI, book.tahun)
        old = [n for y in years if (n := known.number(Peran.REALISASI, y)) is not None]
        if len(mention.ids) > 1 or now is None or not old:
            return
        is_edge = now >= max(old) if is_top else now <= min(old)
        if is_edge is is_denied:
            shown = ", ".join(f"{y} {known.text(Peran.REALISASI, y)}" for y in (*years, book.tahun))
            yield token, f"{token.text} pada {known.indikator.nama}", f"realisasi {shown}"
        return
    if any(y != book.tahun for t in read.tokens for y in t.years):
        return
    lead = [t.text for t in read.tokens if t.end <= mentions[0].start][-2:]
    is_placed = _placed(read) is not None and read.has(
        "capaian", "capaiannya", "kinerja", "indikator"
    )
    if not is_placed and not {*before, *lead} & {"capaian", "pencapaian", "dengan", "kinerja"}:
        return
    rows = [r for r in book.draft.counted if r.hasil.capaian is not None]
    mine_here = [r for r in rows if r.sasaran.id == home]
    is_of_all = read.has("seluruh", "semua", "keseluruhan")
    sets = [rows, mine_here if len(mine_here) > 1 and not is_of_all else []]
    best = [
        _edge([r.hasil.capaian for r in one if r.hasil.capaian is not None], is_top)
        for one in sets
        if one
    ]
    mine = [book.known[i].row.hasil.capaian for i in mention.ids]
    ends = [m == best[0] if is_denied else m in best for m in mine] if best else []
    if best and None not in mine and all(one is is_denied for one in ends):
        edge = best[0]
        names = [r.indikator.nama for r in rows if r.hasil.capaian == edge]
        no = "bukan " if is_denied else ""
        yield (
            token,
            f"capaian {no}{read.text[token.start : token.end]} pada {book.name_of(mention.ids)}",
            (f"capaian {token.text} {edge}% pada {names[0]}".replace(".", ",")),
        )


def _placed(read: Reading) -> tuple[int, bool] | None:
    """A place among all: "urutan terakhir", "juru kunci", "tidak ada yang lebih rendah daripada
    X"; and whether it is the first."""
    for pattern, is_top in ((_FIRST, True), (_LAST, False)):
        if match := pattern.search(read.text):
            return next(n for n, t in enumerate(read.tokens) if t.end > match.start()), is_top
    match = _NONE_BEYOND.search(read.text)
    mentions = read.mentions()
    if match is None or not mentions or mentions[0].start < match.start():
        return None
    behind = read.text[match.end() : mentions[0].start].split()
    if len(behind) > _BEFORE or not (match["verb"] or match["than"]):
        return None
    at = next(n for n, t in enumerate(read.tokens) if t.end > match.start("how"))
    return at, match["verb"] is not None or match["how"].casefold() in HIGHER | {"baik", "unggul"}


def _words_before(read: Reading, at: int) -> list[str]:
    """The few words before a place, back to the last name or comma."""
    found: list[str] = []
    for token in reversed(read.tokens[max(0, at - _BEFORE) : at]):
        if token.mention is not None or token.kind == "sign":
            break
        found.append(token.text)
    return found


def _extreme(read: Reading) -> tuple[int, bool] | None:
    """Where the sentence says highest or lowest, and whether it is the highest."""
    for at, token in enumerate(read.tokens):
        if token.text not in _EXTREME:
            continue
        if token.text in ("rendah", "tinggi") and [t.text for t in read.tokens[at - 1 : at]] != [
            "paling"
        ]:
            continue
        return at, token.text not in ("terendah", "terkecil", "rendah")
    return None


def _is_of_years(read: Reading) -> bool:
    return bool(read.words & _OVER_YEARS) and not read.has("capaian", "indikator")


def _years_in(read: Reading, known: Known) -> list[int]:
    """The earlier years that are spoken of, and known of the indicator."""
    said = {y for t in read.tokens for y in t.years}
    first = min((y for y in said if y < known.tahun), default=0)
    if not first and "tahun" in read.words:
        spans = [t.amount.value for t in read.tokens if t.amount and t.amount.value < _LONGEST_SPAN]
        first = known.tahun - int(spans[0]) + 1 if spans else 0
    return [y for y in sorted(known.indikator.riwayat) if first <= y < known.tahun]


def _edge(values: list[Decimal], is_top: bool) -> Decimal:
    return max(values) if is_top else min(values)


def wrong_categories(book: Book, read: Reading) -> Iterator[Said]:
    """ "Termasuk kategori Tinggi" where the scale says another."""
    mentions = read.mentions()
    match = _CATEGORIES.search(read.text) or _IS_CATEGORY.search(read.text)
    if len(mentions) != 1 or match is None:
        return
    if mentions[0].start > match.start(1) and not _WITH.search(read.text[: match.start()]):
        return
    if any(y != book.tahun for t in read.tokens for y in t.years):
        return
    if hopes([t.text for t in read.tokens if t.end <= match.start(1)]):
        return
    mention = mentions[0].mention
    if mention is None:
        return
    own = [book.known[one].row.hasil.kategori for one in mention.ids]
    before = read.text[: match.start()].split()[-3:]
    is_denied = any(bare(word.casefold()) in _ESCAPED for word in before)
    is_said = [one is not None and one.casefold() == match[1].casefold() for one in own]
    if all(own) and all(said is is_denied for said in is_said):
        token = next(t for t in read.tokens if t.end > match.start(1))
        yield token, f"{book.name_of(mention.ids)} {match[0]}", f"kategori {own[0]}"


def wrong_ratings(book: Book, read: Reading, carried: tuple[str, ...]) -> Iterator[Said]:
    """ "Memperoleh predikat A" where it was BB: by indicator, year and role."""
    mentions = read.mentions()
    if len(mentions) > 1 or read.has("triwulan"):
        return
    ids = mentions[0].mention.ids if mentions and mentions[0].mention else carried
    rated = [book.known[one] for one in ids if _is_rated(book.known[one])]
    if not rated or len(rated) != len(ids):
        return
    for match in _RATING.finditer(read.text):
        before = [t for t in read.tokens if t.end <= match.start()]
        if mentions and match.start() < mentions[0].end:
            continue
        cue = next((t.text for t in reversed(before) if t.text in _RATING_CUE | {"dari"}), "")
        if not cue:
            continue
        allowed = {v for one in rated for v in _allowed(one, read, match.start(), before)}
        if allowed and match[1] not in allowed:
            token = next(t for t in read.tokens if t.end > match.start())
            one = rated[0]
            known = ", ".join(
                f"{word} {figure.nilai}"
                for word, figure in (
                    ("target", one.indikator.target),
                    ("realisasi", one.indikator.realisasi),
                )
                if isinstance(figure.nilai, str)
            )
            yield token, f"{one.indikator.nama} {match[1]}", known


def _is_rated(one: Known) -> bool:
    i = one.indikator
    return isinstance(i.realisasi.nilai, str) or i.realisasi.jenis is Jenis.PREDIKAT


def _rating_of(figure: Terukur | None) -> str:
    if figure is None:
        return ""
    if isinstance(figure.nilai, str):
        return figure.nilai.strip().upper()
    return figure.tulisan.predikat.upper() if figure.tulisan else ""


def _allowed(one: Known, read: Reading, at: int, before: list[Token]) -> set[str]:
    i, tahun = one.indikator, one.tahun
    years = {y for t in read.tokens for y in t.years}
    words = {t.text for t in read.tokens}
    cue = next((t.text for t in reversed(before) if t.text in _ROLE_CUES), "")
    if cue in _TARGET_CUES:
        figures = [i.target, *i.renstra.values(), *i.riwayat_target.values()]
        if not years - {tahun} and "renstra" not in words:
            figures = [i.target]
    elif words & {"tetap", "bertahan"} and not years and not words & {"naik", "turun", "sama"}:
        figures = [i.realisasi]
    elif words & {
        "menjadi",
        "naik",
        "turun",
        "meningkat",
        "menurun",
        "dibandingkan",
        "sebelumnya",
        "lalu",
        "tetap",
    }:
        figures = [i.realisasi, i.target, *i.riwayat.values()]
    elif years:
        figures = [f for y in years if (f := one.at(y)) is not None]
        figures += [f for y in years if y > tahun and (f := i.renstra.get(y)) is not None]
    else:
        figures = [i.realisasi]
    return {said for figure in figures if (said := _rating_of(figure))}
