"""Who and when: names of officials, of the office, and the years a report speaks of itself."""

import re
from collections.abc import Iterator

from runut.core.kinerja.model import Pejabat
from runut.core.report.claims.book import Book
from runut.core.report.claims.tokens import Reading
from runut.core.report.lakip.draft import unit_name
from runut.core.words.dates import BULAN, format_date, parse_date
from runut.core.words.items import listed
from runut.core.words.names import in_running_text

Said = tuple[int, int, str, str]
"""From where to where in the sentence, what is said, what is known."""

_TITLE_BEFORE = r"(?:(?:Prof|Dr|dr|drg|Ir|Drs|Dra|H|Hj|KH|R|Ns|Tgk|Pdt|apt)\.?\s?)"
_LONGEST_TITLE = 6
_CAPITAL = r"(?:[A-Z][\w’'-]*\.?|bin|binti)"
_TITLES_AFTER = r"(?:,\s(?:[A-Z][A-Za-z]{0,4}\.)+(?:[A-Za-z]{1,5}\.?)*(?:\s?\([A-Za-z]+\))?)"
_PERSON = rf"{_TITLE_BEFORE}*{_CAPITAL}(?:\s{_CAPITAL}){{0,5}}{_TITLES_AFTER}*"
_NOW = r"(?: saat ini| kini| sekarang| yang)?"
_ACTING = r"(?:Plt\.?|Plh\.?|Pj\.?|Pjs\.?|[Pp]elaksana [Tt]ugas|[Pp]elaksana [Hh]arian|[Pp]enjabat)"
_KINDS = (
    "Dinas|Badan|Biro|Kecamatan|Bagian|Kantor|Inspektorat|Sekretariat Daerah|Sekretariat DPRD|"
    "Satuan Polisi Pamong Praja|Rumah Sakit Umum Daerah|RSUD|Bappeda|Kelurahan|Direktorat|Balai"
)
_UNIT = (
    rf"((?:{_KINDS})(?:(?:\s(?:dan|dan\s|serta))?,?\s(?!Tahun\b|Nomor\b|Provinsi\b|"
    rf"Kabupaten\b|Kota\b)[A-Z][\w-]*)*)"
)
_PLACE = r"(?:Pemerintah )?(?:Provinsi|Kabupaten|Kota) (?:[A-Z][\w-]+)(?: [A-Z][\w-]+){0,2}"
_OWN_LEADS = (
    r"(?:Laporan Kinerja|LAKIP|LKjIP|LKIP|LKj|Perjanjian Kinerja|Renstra|Rencana "
    r"Strategis|Rencana Kerja|"
    r"[Pp]agu anggaran|[Tt]otal anggaran|^Anggaran|^Kinerja|[Cc]apaian kinerja|"
    r"[Kk]inerja|[Ss]asaran strategis|"
    r"[Ii]ndikator kinerja(?: utama)?|[Pp]egawai|[Tt]ugas(?: dan fungsi| pokok)?|"
    r"[Jj]umlah pegawai|[Ss]umber [Dd]aya [Mm]anusia|[Aa]nggaran|ASN)"
)
_OWN_VERBS = (
    r"(?:mengukur|memiliki|merealisasikan|didukung|mengelola|berjumlah|menetapkan|mempunyai "
    r"tugas|memiliki tugas|mempunyai|berhasil|telah menetapkan|diukur|dipimpin oleh|"
    r"menjabarkan|menyajikan|mempertanggungjawabkan|menyampaikan [Ll]aporan|"
    r"melaporkan capaian|menjalankan|"
    r"menargetkan|mencapai|berkomitmen|menyelenggarakan|mewujudkan|merealisasikan|menyerap|"
    r"menyusun laporan|melaksanakan tugas|menyusun Laporan|pada tahun \d{4} menetapkan|"
    r"terdiri atas)"
)
_LEAD = re.compile(rf"{_OWN_LEADS}\s(?:pada\s|di\s)?{_UNIT}")
_SUBJECT = re.compile(
    rf"(?:^|, )(?:Pada (?:[Tt]ahun )?(?:[Aa]nggaran )?\d{{4}},?\s|Sampai dengan "
    rf"akhir tahun \d{{4}},?\s|Selama tahun "
    rf"\d{{4}},?\s)?{_UNIT}(?:\s{_PLACE})?(?:\s\([\w. ]+\))?\s{_OWN_VERBS}"
)
_HANDED = re.compile(
    rf"\b[Ll]aporan (?:[Kk]inerja )?(?:ini )?(?:disampaikan|disusun|ditandatangani|"
    rf"ditetapkan)(?: oleh)? Kepala {_UNIT}"
)
_FOREIGN = listed(
    "dibandingkan dibanding koordinasi dengan kerja evaluasi rekomendasi studi banding lain antara "
    "inspektorat induk sejenis"
)
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
_THIS_REPORT = re.compile(r"\b[Ll]aporan kinerja [Tt]ahun ((?:19|20)\d{2}) ini\b")
_OF_THIS_REPORT = re.compile(
    r"\b[Ll]aporan(?: [Kk]inerja)?(?: ini)? (?:ini|memuat|menyajikan|menggambarkan|menguraikan|"
    r"mempertanggungjawabkan|melaporkan)\b[^.;]*?\btahun (?:anggaran )?((?:19|20)\d{2})\b"
)
_BESIDE = re.compile(r"\b(?:perbandingan|target|Nomor|pedoman|berdasarkan|Renstra|kelanjutan)\b")
_AHEAD = re.compile(r"\bakan (?:di|me)\w+[^.;,]{0,60}?\bpada tahun ((?:20)\d{2})\b")
_DURING = re.compile(
    r"\b(?:[Ss]elama|[Ss]epanjang) (?:kurun waktu )?tahun (?:anggaran )?((?:19|"
    r"20)\d{2})\b(?!\s?(?:–|-|s\.d|sampai|hingga|dan))"
)
_PK_DATE = re.compile(
    rf"\bPerjanjian Kinerja\b[^;]{{0,120}}?\b(?:tanggal|"
    rf"pada)\s(\d{{1,2}}\s(?:{'|'.join(BULAN)})\s\d{{4}})"
)


def wrong_people(book: Book, text: str) -> Iterator[Said]:
    """Another person in the post of the head, or the head with other titles or another NIP."""
    profil = book.draft.data.profil
    unit = unit_name(profil)
    is_past = _FORMER.search(text) is not None
    for number, post in enumerate(book.posts):
        if not post.nama.strip() or not post.jabatan.strip() or (number > 1 and is_past):
            continue
        yield from _in_post(text, post, unit)
    head = profil.pimpinan
    yield from _other_post(text, head, unit)
    yield from _acting(text, head)
    if head.nip:
        bare = _plain_name(head.nama)
        for match in re.finditer(r"\b(\d{8}\s?\d{6}\s?\d\s?\d{3})\b", text):
            digits = re.sub(r"\s", "", match[1])
            if digits != head.nip.replace(" ", "") and bare and bare in text.casefold():
                yield (*match.span(), f"NIP {match[1]}", f"NIP {head.nip}")


def _acting(text: str, head: Pejabat) -> Iterator[Said]:
    """The head as one who only acts for a head: "Plt. Kepala …"."""
    if not head.nama or not head.jabatan or re.match(_ACTING, head.jabatan):
        return
    jabatan, nama = re.escape(head.jabatan), re.escape(head.nama.split(",")[0])
    before = rf"(?P<act>{_ACTING}) {jabatan}[^.;]{{0,40}}?{nama}"
    pattern = rf"{before}|{nama}[^;]{{0,60}}?(?P<act2>{_ACTING}) {jabatan}"
    for match in re.finditer(pattern, text):
        group = "act" if match["act"] else "act2"
        said = f"{match[group]} {head.jabatan}: {head.nama}"
        yield *match.span(group), said, f"{head.jabatan}: {head.nama}"


def _other_post(text: str, head: Pejabat, unit: str) -> Iterator[Said]:
    """The head of this office as head of another one."""
    if not head.nama or not head.jabatan.casefold().startswith("kepala"):
        return
    bare = re.escape(head.nama)
    for pattern in (
        rf"\bKepala {_UNIT}(?: {_PLACE})?(?:,| yaitu)? (?:Bapak |Ibu )?{bare}",
        rf"\bKepala {_UNIT} (?:\w+ )?(?:dijabat|diemban|diisi|dipegang|dipimpin) (?:oleh )?{bare}",
        rf"{bare}(?:,? (?:selaku|sebagai) |, | \()Kepala {_UNIT}",
    ):
        for match in re.finditer(pattern, text):
            said = match[1].strip(" ,")
            if _plain(said) not in _plain(head.jabatan) and _plain(unit) not in _plain(said):
                yield (
                    *match.span(1),
                    f"{head.nama}: Kepala {said}",
                    f"{head.nama}: {head.jabatan}",
                )


def _in_post(text: str, post: Pejabat, unit: str) -> Iterator[Said]:
    jabatan = re.escape(post.jabatan)
    is_head = post.jabatan.casefold().startswith("kepala")
    places = [
        rf"\b{jabatan}(?: {_PLACE})?{_NOW}(?:,| \(|:| yaitu| yakni| ialah| adalah| dijabat oleh| "
        r"yang dijabat oleh| diemban oleh| Sdr\.| Saudara)? ?(?:Bapak |Ibu |Sdr\. ?|Saudara "
        rf")?(?P<who>{_PERSON})",
        rf"(?P<who>{_PERSON})(?:,| \() ?{jabatan}\b",
        rf"(?P<who>{_PERSON})(?:,)? (?:selaku|sebagai|yang menjabat(?: sebagai)?|menjabat(?: "
        rf"sebagai)?|yang memangku jabatan|adalah) (?:Plt\. |Plh\. )?{jabatan}\b",
    ]
    if is_head and unit:
        places.append(
            rf"\bPerjanjian Kinerja (?:Tahun \d{{4}} )?(?:telah )?ditandatangani oleh "
            rf"(?P<who>{_PERSON}) pada"
        )
        places.append(
            rf"\b[Jj]abatan {jabatan} (?:\w+ )?(?:dijabat|diemban|diisi|dipegang|dipimpin) (?:oleh "
            rf")?(?P<who>{_PERSON})"
        )
        places.append(
            rf"\b{re.escape(unit)}(?: {_PLACE})? dipimpin oleh (?:seorang Kepala(?: \w+)?, "
            rf"(?:yaitu )?|Bapak |Ibu |Sdr\. )?(?P<who>{_PERSON})"
        )
    for pattern in places:
        for match in re.finditer(pattern, text):
            who = _trimmed(match["who"])
            if not _is_person(who, post, unit):
                continue
            if not _same_person(who, post.nama):
                yield (*match.span("who"), f"{post.jabatan}: {who}", f"{post.jabatan}: {post.nama}")
                return


def _is_person(who: str, post: Pejabat, unit: str) -> bool:
    """Whether capitalised words are a person: they carry a title and name no office."""
    words = who.replace(",", " ").split()
    if re.match(
        rf"(?:{_KINDS}|Provinsi|Kabupaten|Kota|Pemerintah|Tahun|Sekretaris|Kepala|Rencana|Laporan|"
        r"Perjanjian)\b",
        who,
    ):
        return False
    has_title = (re.match(_TITLE_BEFORE, who) is not None and "." in words[0]) or re.search(
        _TITLES_AFTER, who
    )
    return bool(has_title) or _plain_name(who) == _plain_name(post.nama)


def _trimmed(who: str) -> str:
    """A name without the stop of its sentence; the stop of a title stays."""
    bare = who.strip(" ,")
    last = bare.rsplit(" ", 1)[-1]
    return bare[:-1] if last.endswith(".") and len(last) > _LONGEST_TITLE else bare


def _plain_name(name: str) -> str:
    """A name without titles, in small letters."""
    bare = name.split(",", maxsplit=1)[0]
    words = [
        w
        for w in bare.split()
        if not (w.endswith(".") and len(w) <= 5) and w not in ("H", "Hj", "Ir", "Drs", "Dr", "dr")
    ]
    return " ".join(words).casefold()


def _titles(name: str) -> frozenset[str]:
    return frozenset(
        re.sub(r"[^a-z]", "", w.casefold())
        for w in re.findall(r"[A-Za-z]+\.(?:[A-Za-z]+\.?)*", name)
    )


def _same_person(said: str, known: str) -> bool:
    one, other = _plain_name(said), _plain_name(known)
    if other in one:
        return not (_titles(said[said.casefold().find(other.split()[0]) :]) - _titles(known))
    if one != other and not (other.startswith(one + " ") or one.startswith(other + " ")):
        return False
    return not (_titles(said) - _titles(known))


def wrong_office(book: Book, text: str) -> Iterator[Said]:
    """The name of another office where the report speaks of its own."""
    profil = book.draft.data.profil
    own = [in_running_text(one) for one in profil.instansi]
    if not own:
        return
    known = {
        _plain(one) for one in (*own, profil.singkatan, *(n for n, _ in profil.struktur)) if one
    }
    for pattern in (_LEAD, _SUBJECT, _HANDED):
        for match in pattern.finditer(text):
            said = match[1].strip(" ,")
            bare = _plain(said)
            before = set(_plain(text[: match.start()]).split()[-6:])
            if before & _FOREIGN or any(bare in one or one in bare for one in known):
                continue
            yield (*match.span(1), said, own[-1])
    yield from _wrong_place(text, own)


_FORMER = re.compile(r"\b(?:mantan|sebelumnya|terdahulu|lama|pejabat lama|dahulu)\b", re.I)
_VISITED = re.compile(r"\b(?:studi (?:tiru|banding)|tempat|kunjungan|magang|mencontoh)\b", re.I)


def _wrong_place(text: str, own: list[str]) -> Iterator[Said]:
    """Our own office under another government: "Dinas Sosial Kota Madiun"."""
    top = next(
        (one for one in own if re.match(r"Pemerintah (?:Provinsi|Kabupaten|Kota|Daerah)", one)), ""
    )
    place = top.removeprefix("Pemerintah ")
    if not place or place.startswith("Daerah") or _VISITED.search(text):
        return
    for name in own[1:]:
        for match in re.finditer(
            rf"\b{re.escape(name)} ((?:Provinsi|Kabupaten|Kota) [A-Z][\w-]+(?: "
            rf"(?!Tahun\b)[A-Z][\w-]+)*)",
            text,
        ):
            said = match[1]
            if not _plain(place).startswith(_plain(said)) and not _plain(said).startswith(
                _plain(place)
            ):
                yield (*match.span(1), f"{name} {said}", f"{name} {place}")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


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
    for match in _DURING.finditer(text):
        year = int(match[1])
        is_compared = any(y == tahun for t in read.tokens for y in t.years) or read.mentions()
        if year == tahun - 1 and not is_compared and not _PAST.search(text):
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
        if year not in allowed and not _PAST.search(text):
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
