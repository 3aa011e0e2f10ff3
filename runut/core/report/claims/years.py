"""The years a report speaks of itself: its own, those of the Renstra, the day of its agreement."""

import re
from collections.abc import Iterator

from runut.core.report.claims.book import Book
from runut.core.report.claims.tokens import Reading
from runut.core.words.dates import BULAN, format_date, parse_date

Said = tuple[int, int, str, str]
"""From where to where in the sentence, what is said, what is known."""

_PERIOD = re.compile(
    r"\b(?:Renstra|Rencana Strategis)\b(?:[^.;,]{0,60}?)\b((?:19|20)\d{2})\s?(?:–|-|"
    r"—|s\.d\.|sampai dengan|sampai|hingga)\s?((?:19|20)\d{2})"
)
_END = re.compile(
    r"\bakhir (?:periode )?(?:Renstra|Rencana Strategis)(?: (?:pada )?tahun)? "
    r"?\(?((?:20)\d{2})\b(?!\s?[–-])",
    re.I,
)
_ORDER = re.compile(
    r"\btahun (?:ke-?\s?(\w+)|(pertama|kedua|ketiga|keempat|kelima|terakhir)) "
    r"(?:dari )?(?:pelaksanaan |periode |implementasi )*(?:Renstra|Rencana "
    r"Strategis)",
    re.I,
)
_NOW = re.compile(r"\b(?:merupakan|adalah|memasuki|menjadi|sebagai|ialah|ini)\b[^,;]*$", re.I)
_PLANS = re.compile(r"\b(?:di|me)(?:rencanakan|targetkan|harapkan|proyeksikan)\b|\bakan\b|\?", re.I)
_COUNTED_FROM = re.compile(r"\b(?:sejak|dari|mulai|hingga|sampai|agar|untuk|target)\b[^,;]*$", re.I)
"""Before "tahun pertama Renstra" these speak of that year, not of the one at hand."""
_ORDERS = {
    w: n for n, w in enumerate(["satu", "dua", "tiga", "empat", "lima", "enam"], start=1)
} | {
    w: n
    for n, w in enumerate(["pertama", "kedua", "ketiga", "keempat", "kelima", "keenam"], start=1)
}
_THE_YEAR = r"(?:[Tt]ahun(?: [Aa]nggaran)?|TA|T\.A\.|T\.A)"
_REPORT_YEAR = re.compile(
    r"\b(Laporan Kinerja|LAKIP|LKjIP|LKIP|LKj|Perjanjian Kinerja|"
    rf"PK)\b((?:\s(?!Tahun\b|tahun\b|TA\b)[\w().,-]+){{0,12}}?)\s{_THE_YEAR} "
    r"((?:19|20)\d{2})"
)
_PAST = re.compile(
    r"\b(?:evaluasi|rekomendasi|tindak lanjut|ditindaklanjuti|atas|sebelumnya|lalu|"
    r"dibanding\w*|daripada|reviu|hasil penilaian|mendatang|berikutnya|akan|"
    r"perubahan|penyusunan|menyusun|rancangan|sejak|mulai|terhadap)\b",
    re.I,
)
_HERE = re.compile(r"\b(?:laporan|LKjIP|LAKIP|LKIP|dokumen) ini\b", re.I)
_OLD_REPORT = re.compile(
    r"\b(?:telah|sudah|memperoleh|mendapat\w*|menerima|dinilai|catatan|digunakan|mencatat|menurut|"
    r"berdasarkan|sebagaimana|merujuk|mengacu|melanjutkan|dalam|tercantum|tertuang|diserahkan|"
    r"dipublikasikan|meraih|menjadi|pembanding|sama|serupa|masih|lama|disandingkan)\b",
    re.I,
)
"""Words by which a sentence speaks of a report that was made before, not of the one at hand."""
_THIS_REPORT = re.compile(
    r"\b(?:[Ll]aporan [Kk]inerja|LAKIP|LKjIP|LKIP|LKj)(?: [Tt]ahun)? ((?:19|20)\d{2}) ini\b"
)
_OF_THIS_REPORT = re.compile(
    r"\b[Ll]aporan(?: [Kk]inerja)?(?: ini)? (?:ini|memuat|menyajikan|menggambarkan|menguraikan|"
    r"mempertanggungjawabkan|melaporkan)\b[^.;]*?\b[Tt]ahun (?:[Aa]nggaran )?((?:19|20)\d{2})\b"
)
_BESIDE = re.compile(r"\b(?:perbandingan|target|Nomor|pedoman|berdasarkan|Renstra|kelanjutan)\b")
_AHEAD = re.compile(r"\bakan (?:di|me)\w+[^.;,]{0,60}?\bpada tahun ((?:20)\d{2})\b")
_THEN = re.compile(r"\b(?:masih|belum|baru|waktu itu|saat itu|ketika itu)\b", re.I)
_DURING = re.compile(
    r"\b(?:[Ss]elama|[Ss]epanjang) (?:kurun waktu )?tahun (?:anggaran )?((?:19|"
    r"20)\d{2})\b(?!\s?(?:–|-|s\.d|sampai|hingga|dan))"
)
_WHOLE_YEAR = re.compile(
    r"\b(?:selama|sepanjang|kurun waktu|periode|masa|rentang|sejak)\b[^.;]{0,30}?\bJanuari\b"
    r"[^;]{0,25}?\bDesember ((?:19|20)\d{2})\b",
    re.I,
)
_PK_DATE = re.compile(
    rf"\bPerjanjian Kinerja\b[^;]{{0,120}}?\b(?:tanggal|"
    rf"pada)\s(\d{{1,2}}\s(?:{'|'.join(BULAN)})\s\d{{4}})"
)


def wrong_years(book: Book, read: Reading) -> Iterator[Said]:
    """Years that the report claims for itself and that are another year's."""
    text, tahun = read.text, book.tahun
    first, last = book.draft.data.profil.renstra_periode
    if first and not re.search(
        r"\b(?:sebelumnya|lalu|berakhir|berikutnya|baru|mendatang|RPJMD|lama)\b", text
    ):
        for match in _PERIOD.finditer(text):
            if (int(match[1]), int(match[2])) != (first, last):
                yield (
                    match.start(1),
                    match.end(2),
                    f"Renstra {match[1]}–{match[2]}",
                    f"Renstra {first}–{last}",
                )
        for match in _END.finditer(text):
            if int(match[1]) != last:
                yield *match.span(1), match[0], f"akhir Renstra {last}"
        for match in _ORDER.finditer(text):
            yield from _wrong_order(match, tahun, first, last, text)
    yield from _wrong_report_year(text, tahun)
    for match in (*_DURING.finditer(text), *_WHOLE_YEAR.finditer(text)):
        year = int(match[1])
        is_compared = any(y == tahun for t in read.tokens for y in t.years) or read.mentions()
        is_past = _PAST.search(text) or _THEN.search(text)
        if year == tahun - 1 and not is_compared and not is_past:
            yield *match.span(1), match[0], f"tahun {tahun}"
    for match in _AHEAD.finditer(text):
        if int(match[1]) <= tahun and "yang akan" not in text:
            yield (
                *match.span(1),
                match[0],
                f"laporan ini tentang tahun {tahun}; rencana untuk {tahun + 1}",
            )
    yield from _wrong_agreement(book, text)


def _wrong_report_year(text: str, tahun: int) -> Iterator[Said]:
    """The year that the report or its agreement gives itself."""
    for match in _REPORT_YEAR.finditer(text):
        year = int(match[3])
        allowed = (
            {tahun} if "Perjanjian" not in match[1] and match[1] != "PK" else {tahun, tahun + 1}
        )
        is_next = re.match(r"\s(?:ini|dapat)\b", text[match.end() :]) is not None
        is_this = _HERE.search(text) is not None
        told = text.replace(" atas ", " ") if match[1] in ("Perjanjian Kinerja", "PK") else text
        is_old = _OLD_REPORT.search(text) and not is_this
        if year not in allowed and (is_next or not (_PAST.search(told) or is_old)):
            yield *match.span(3), f"{match[1]} Tahun {year}", f"tahun {tahun}"
    every = set(re.findall(r"\b(?:19|20)\d{2}\b", text))
    for match in _OF_THIS_REPORT.finditer(text):
        is_other = _BESIDE.search(text) or len(re.findall(r"(?i)\blaporan\b", text)) > 1
        if len(every) == 1 and int(match[1]) != tahun and not is_other and not _PAST.search(text):
            yield *match.span(1), f"laporan tahun {match[1]}", f"tahun {tahun}"
    for match in _THIS_REPORT.finditer(text):
        if int(match[1]) != tahun:
            yield *match.span(1), f"laporan tahun {match[1]}", f"tahun {tahun}"


def _wrong_order(
    match: re.Match[str], tahun: int, first: int, last: int, text: str
) -> Iterator[Said]:
    said = (match[1] or match[2]).casefold()
    before = text[: match.start()]
    is_said_of_now = said != "terakhir" or _NOW.search(before)
    if _COUNTED_FROM.search(before) or _PLANS.search(text) or not is_said_of_now:
        return
    number = (
        int(said)
        if said.isdigit()
        else _ORDERS.get(said, last - first + 1 if said == "terakhir" else 0)
    )
    years = {int(y) for y in re.findall(r"\b20\d{2}\b", text)} - {first, last}
    if number and number != tahun - first + 1 and years <= {tahun}:
        yield *match.span(), match[0], f"tahun ke-{tahun - first + 1} dari Renstra {first}–{last}"


def _wrong_agreement(book: Book, text: str) -> Iterator[Said]:
    known = parse_date(book.draft.data.pk_tanggal)
    if known is None or re.search(r"\b(?:perubahan|revisi|rapat|dievaluasi)\b", text, re.I):
        return
    for match in _PK_DATE.finditer(text):
        said = parse_date(match[1])
        if said is not None and said != known:
            yield *match.span(1), f"Perjanjian Kinerja tanggal {match[1]}", format_date(known)
