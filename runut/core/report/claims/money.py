"""Rupiah, absorption and means in a sentence, held against the budget of the year."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from runut.core.kinerja.anggaran import JumlahAnggaran, sub_lines, total_of
from runut.core.kinerja.angka import format_persen, format_rupiah
from runut.core.report.claims.amounts import Amount
from runut.core.report.claims.book import Book
from runut.core.report.claims.tokens import Reading, Token
from runut.core.report.claims.vocabulary import APPROX, NOT
from runut.core.words.items import listed

Said = tuple[Token, str, str]

OTHER_MONEY = listed(
    "awal semula pergeseran perubahan refocusing sebelum sesudah hibah pinjaman pendapatan pad "
    "perjalanan gaji modal pegawai operasi triwulan semester bulan nilai kontrak harga biaya unit "
    "dak dau dbhcht apbn swasta csr per rata-rata investasi retribusi pajak aset"
)
_LEFT = listed("sisa tersisa silpa sisanya bersisa dikembalikan menganggur mengendap")
_SAVED = listed("penghematan menghemat dihemat")
"""They leave something of the budget, where the budget is named beside them."""
_SPENT = listed(
    "digunakan diserap menghabiskan dihabiskan penyerapannya terpakai realisasi "
    "terealisasi realisasinya menyerap terserap direalisasikan dibelanjakan serapan dikeluarkan "
    "belanjanya terbelanjakan serap dipakai"
)
_ABSORBED = listed("penyerapannya diserap serapan penyerapan terserap menyerap serap serapannya")
_PLANNED = listed(
    "pagu anggaran anggarannya dianggarkan alokasi dialokasikan pagunya dana dikucurkan disiapkan"
)
FREE_WORDS = listed(
    "sebesar sejumlah senilai adalah dari atau dengan yang ini tersebut tahun total jumlah "
    "mencapai hanya untuk sasaran pada telah sudah keseluruhan seluruh sampai akhir digunakan "
    "mendukung didukung dialokasikan ( ) , : : sehingga dan terdapat secara program biro dinas "
    "badan tersedia disediakan unit kinerja oleh anggaran pagu realisasi terealisasi "
    "realisasinya menyerap terserap serapan sisa tersisa belanja dana alokasi sedangkan "
    "sementara efisiensi penyerapan sebanyak dapat persentase tingkat penyerapannya diserap "
    "dihabiskan menghabiskan mengelola kembali keuangan adalah murni anggarannya dianggarkan "
    "direalisasikan menyediakan dikucurkan disiapkan dibelanjakan dikeluarkan tidak belum masih "
    "terpakai digunakan berjumlah tercatat kas penghematan menghemat dibukukan cukup besar yakni "
    "yaitu daya serap di dikelola diterima disetujui ditetapkan diberikan dipercayakan diperoleh "
    "setara uang ke daerah rekening dimiliki diperuntukkan disalurkan dikembalikan antaranya "
    "berada tetap sisanya bersisa menyisakan ialah sampai hingga berhasil dapat dipakai ditekan "
    "dipangkas seluruh membiayai apbd bersumber dikelola pemanfaatan kantor perangkat kami "
    "tahunan untuk dikelolanya diperoleh diraih dimanfaatkan dipergunakan bersih utuh per "
    "desember ditutup berakhir tutup buku kami memperoleh menerima mengantongi mendapat "
    "mendapatkan dibebankan tertuang dpa dokumen pelaksanaan penuh mengalokasikan menganggarkan "
    "sisi segi aspek angka level posisi kisaran berhasil tercapai"
)
_TELLING, _NEAR = 4, 4
_LEADS = listed(
    "pelaksanaan melaksanakan mewujudkan mendukung pencapaian didukung capaian mencapai seluruh"
)
_AFORE = listed(
    "karena oleh mengingat berkat meskipun meski walaupun setelah sejak akibat seiring dengan "
    "walau sampai hingga selama sepanjang pada"
)
"""What begins so and ends at a comma tells only why or when; "untuk pelatihan, …" tells of what."""
_HERE = re.compile(r"\bsasaran (?:strategis )?(?:ini|tersebut)\b", re.I)


def wrong_money(book: Book, read: Reading, home: str) -> Iterator[Said]:
    """Rupiah and shares of it that are not those of what the sentence speaks of."""
    years = {y for t in read.tokens for y in t.years if len(t.years) == 1}
    if is_other_money(read) or years - {book.tahun, book.tahun - 1} or len(years) > 1:
        return
    is_past = years == {book.tahun - 1}
    if any(t.kind == "mask" and t.text[:3] in ("tri", "sem", "tw ") for t in read.tokens):
        return
    scopes = scopes_of_money(book, read, home)
    if not scopes:
        return
    for at, token in enumerate(read.tokens):
        amount = token.amount
        if amount is None:
            continue
        is_whole = any(
            t.amount and t.amount.unit == "rp" and t.amount.says(one.pagu)
            for t in read.tokens[:at]
            for one in scopes
        )
        if not is_whole and not _is_about_money(book, read, at):
            continue
        if _is_for_one_thing(read.tokens, at):
            continue
        if amount.unit == "rp":
            wanted = _rupiah_wanted(read.tokens, at)
            right = [n for one in scopes for n in wanted(one)]
            shown = "; ".join(money_words(one) for one in scopes)
        elif amount.unit == "%" and _is_share(read, at):
            right = [n for one in scopes for n in _shares(one, read, at)]
            shown = "; ".join(f"serapan {format_persen(s)}" for one in scopes if (s := one.serapan))
        else:
            continue
        is_right = any(_says(read.tokens, at, amount, n) for n in right)
        if (
            not is_right
            and not is_past
            and amount.unit == "rp"
            and not _is_plain_slip(read, at, scopes)
        ):
            continue
        if right and is_right is is_past and len(token.text) >= _TELLING:
            yield (
                token,
                f"tahun {book.tahun - 1}: {token.text}" if is_past else token.text,
                (f"tahun {book.tahun}: {shown}"),
            )


def is_other_money(read: Reading, end: int | None = None) -> bool:
    """Whether words speak of another sum than the budget of the year: "anggaran semula"; not
    "sejak awal tahun"."""
    words = [t.text for t in read.tokens if end is None or t.end <= end]
    return any(
        word in OTHER_MONEY
        and not (word == "awal" and words[max(0, n - 1) : n] in (["sejak"], ["dari"]))
        for n, word in enumerate(words)
    )


def _is_plain_slip(read: Reading, at: int, scopes: list[JumlahAnggaran]) -> bool:
    """Whether another figure of the same budget was named for what it is not, and plainly."""
    amount = read.tokens[at].amount
    every = [n for one in scopes for n in (one.pagu, one.realisasi, one.pagu - one.realisasi)]
    if amount is None or not any(amount.says(n) for n in every):
        return True
    near = [t.text for t in read.tokens[max(0, at - 3) : at]]
    cues = [w for w in near if w in ("pagu", "realisasi", "terealisasi", "sisa")]
    return len(cues) == 1 and "dari" not in near


def scopes_of_money(book: Book, read: Reading, home: str) -> list[JumlahAnggaran]:
    """Whose money: of the named line, of this sasaran, or of the whole unit."""
    data = book.draft.data
    lines = [t.mention.ids for t in read.mentions("anggaran") if t.mention]
    if lines:
        kodes = {kode for ids in lines for kode in ids}
        return [total_of(sub_lines(data, kode)) for kode in kodes] if len(lines) == 1 else []
    named = [t.mention.ids[0] for t in read.mentions("sasaran") if t.mention]
    here = named[0] if len(named) == 1 else home
    mine = next((one for one in book.draft.efisiensi if one.sasaran.id == here), None)
    if named or (_HERE.search(read.text) and home):
        if mine is None:
            return []
        both = JumlahAnggaran(
            mine.jumlah.pagu + mine.bersama.pagu,
            mine.jumlah.realisasi + mine.bersama.realisasi,
            mine.jumlah.belum_diisi + mine.bersama.belum_diisi,
        )
        return [mine.jumlah, both]
    return [book.draft.total, *([mine.jumlah] if mine else [])]


def _is_for_one_thing(tokens: Sequence[Token], at: int) -> bool:
    """ "Anggaran Rp75.000.000 untuk memperbaiki …": a part of the budget, for a purpose."""
    after = [t for t in tokens[at + 1 : at + 3] if t.kind == "word" or t.mention]
    if len(after) < 2 or after[0].text not in ("untuk", "guna", "bagi"):
        return False
    return after[1].text not in FREE_WORDS | _LEADS


def _is_about_money(book: Book, read: Reading, at: int) -> bool:
    """Whether every word before a number, back to the budget, is about the budget itself."""
    tokens = read.tokens
    unit = {w.casefold() for line in book.draft.data.profil.instansi for w in line.split()}
    unit |= {w.casefold() for w in book.draft.data.profil.singkatan.split()}
    has_word = False
    for n in range(at - 1, -1, -1):
        token = tokens[n]
        if token.mention is not None and token.mention.jenis == "indikator":
            return False
        if token.mention is not None and token.mention.jenis == "anggaran":
            return has_word
        if token.mention is not None or token.kind in ("amount", "year", "mask"):
            continue
        if token.text in _LEFT | _SPENT | _PLANNED | _SAVED or token.text == "belanja":
            has_word = True
        elif token.text == "," and has_word and tokens[0].text in _AFORE:
            return True
        elif token.kind == "word" and token.text not in FREE_WORDS and token.text not in unit:
            if has_word and token.clause != tokens[at].clause:
                return True
            is_all = token.text == "kegiatan" and tokens[n - 1].text in ("dan", "seluruh", "semua")
            if not has_word or not (is_all or token.text in _LEADS):
                return False
    return has_word


def _rupiah_wanted(tokens: Sequence[Token], at: int) -> Callable[[JumlahAnggaran], list[Decimal]]:
    """Which figures of a budget the words before a number ask for."""
    if tokens[at - 1].text == "dari" and any(t.amount for t in tokens[:at]):
        return lambda one: [one.pagu]
    before = [t.text for t in tokens[:at]]
    near = before[-_NEAR:]
    has_rest = bool(set(before) & _SAVED) and bool(set(before) & {"pagu", "anggaran"})
    if has_rest or any(
        word in _SPENT and set(before[max(0, n - 2) : n]) & NOT for n, word in enumerate(before)
    ):
        return lambda one: [one.pagu - one.realisasi]
    if set(before) & _SAVED:
        return lambda one: []
    for text in reversed(near):
        if text in _LEFT:
            return lambda one: [one.pagu - one.realisasi]
        if text in _SPENT:
            return lambda one: [one.realisasi]
        if text in _PLANNED:
            if set(before[-_NEAR - 2 :]) & (_SPENT | _LEFT):
                continue
            return lambda one: [one.pagu]
    if set(before) & _LEFT:
        return lambda one: [one.pagu - one.realisasi]
    return lambda one: [one.pagu, one.realisasi]


def _is_share(read: Reading, at: int) -> bool:
    """Whether a percentage speaks of absorption: it follows money, or the word."""
    tokens = read.tokens
    before = tokens[max(0, at - 8) : at]
    if any(t.mention is not None and t.mention.jenis == "indikator" for t in before):
        return False
    if any(
        t.text in ("efisiensi", "selisih") or (t.text == "capaian" and after.text not in _ABSORBED)
        for t, after in pairwise((*before, tokens[at]))
    ):
        return False
    has_word = (
        any(t.text in _ABSORBED for t in tokens[:at])
        or "realisasi anggaran" in read.text.casefold()
    )
    money = tokens[at - 2].amount if at >= 2 else None
    far = tokens[at - 3].amount if at > 2 else None
    link = tuple(t.text for t in tokens[max(0, at - 2) : at])
    is_beside = money is not None and money.unit == "rp" and link[-1:] in (("atau",), ("(",))
    is_beside = is_beside or (
        far is not None and far.unit == "rp" and link in (("setara", "dengan"), ("atau", "sebesar"))
    )
    return has_word or is_beside


def _shares(one: JumlahAnggaran, read: Reading, at: int) -> list[Decimal]:
    """The share that was spent, or the one that is left, as the words before it say."""
    serapan = one.serapan
    if serapan is None:
        return []
    before = {t.text for t in read.tokens[:at]}
    if before & _LEFT and not before & _SPENT:
        return [100 - serapan]
    is_denied = bool(before & (NOT | _SAVED | _LEFT))
    return [serapan, 100 - serapan] if is_denied else [serapan]


def _says(tokens: Sequence[Token], at: int, amount: Amount, number: Decimal) -> bool:
    if at and tokens[at - 1].text in APPROX:
        return abs(amount.value - number) <= max(amount.step, abs(number) / 20)
    return amount.says(number)


def money_words(one: JumlahAnggaran) -> str:
    return f"pagu {format_rupiah(one.pagu)}, realisasi {format_rupiah(one.realisasi)}"


def wrong_means(book: Book, read: Reading, home: str) -> Iterator[Said]:
    """ "Rata-rata capaian … sebesar 101,3%": of the unit or of this sasaran."""
    match = re.search(r"\brata-rata (?:capaian|kinerja)\b|\bcapaian rata-rata\b", read.text, re.I)
    if match is None or read.mentions() or read.mentions("anggaran"):
        return
    years = {y for t in read.tokens for y in t.years}
    if years - {book.tahun, book.tahun - 1} or len(years) > 1:
        return
    is_past = years == {book.tahun - 1}
    draft = book.draft
    named = [t.mention.ids[0] for t in read.mentions("sasaran") if t.mention]
    here = named[0] if named else home
    mine = [one.capaian.rata_rata for one in draft.efisiensi if one.sasaran.id == here]
    is_here = bool(named) or _HERE.search(read.text) is not None
    right = [n for n in (mine if is_here else [draft.rekap.rata_rata, *mine]) if n is not None]
    for token in read.tokens:
        if token.start < match.end() or token.amount is None or token.amount.unit != "%":
            continue
        if right and any(token.amount.says(n) for n in right) is is_past:
            shown = ", ".join(format_persen(n) for n in right)
            yield (
                token,
                f"rata-rata capaian {token.text}",
                f"rata-rata capaian tahun {book.tahun} {shown}",
            )
        return


def wrong_efficiency(book: Book, read: Reading, home: str) -> Iterator[Said]:
    """ "Penggunaan anggaran efisien" against what the two percentages say."""
    one = next((e for e in book.draft.efisiensi if e.sasaran.id == home), None)
    match = re.search(r"\b((?:tidak|belum|kurang) )?efisien\b", read.text, re.I)
    if one is None or match is None or one.hasil.simpulan is None:
        return
    about = re.search(
        r"\b(?:penggunaan|pemanfaatan) (?:anggaran|sumber daya|dana)\b", read.text, re.I
    )
    if (
        about is None
        or about.start() > match.start()
        or read.words & listed("akan agar lebih perlu harus")
    ):
        return
    is_efficient = not one.hasil.simpulan.casefold().startswith("tidak")
    if is_efficient is bool(match[1]):
        token = next(t for t in read.tokens if t.end > match.start())
        yield token, match[0], f"{one.hasil.simpulan} ({one.hasil.kerja})"
