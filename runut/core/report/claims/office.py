"""Where: the names of offices by which a report speaks of itself, and the government above it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from runut.core.kinerja.anggaran import JumlahAnggaran
from runut.core.report.claims.amounts import amounts_in
from runut.core.report.claims.book import Book
from runut.core.words.items import listed
from runut.core.words.names import in_running_text

Said = tuple[int, int, str, str]
"""From where to where in the sentence, what is said, what is known."""

KINDS = (
    "Dinas|Badan|Biro|Kecamatan|Bagian|Kantor|Inspektorat|Sekretariat Daerah|Sekretariat DPRD|"
    "Satuan Polisi Pamong Praja|Rumah Sakit Umum Daerah|RSUD|Bappeda|Kelurahan|Direktorat|Balai"
)
UNIT = (
    rf"((?:{KINDS})(?:(?:\s(?:dan|dan\s|serta))?,?\s(?!Tahun\b|Nomor\b|Provinsi\b|"
    rf"Kabupaten\b|Kota\b)[A-Z][\w-]*)*)"
)
PLACE = r"(?:Pemerintah )?(?:Provinsi|Kabupaten|Kota) (?:[A-Z][\w-]+)(?: [A-Z][\w-]+){0,2}"
_OWN_LEADS = (
    r"(?:Laporan Kinerja|LAKIP|LKjIP|LKIP|LKj|[Vv]isi|[Mm]isi|IKU|Perjanjian Kinerja|Renstra|"
    r"Rencana Strategis|Rencana Kerja|"
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
_LEAD = re.compile(rf"(?<!\w){_OWN_LEADS}\s(?:pada\s|di\s)?{UNIT}")
_SUBJECT = re.compile(
    rf"(?:^|, )(?:Pada (?:[Tt]ahun )?(?:[Aa]nggaran )?\d{{4}},?\s|Sampai dengan "
    rf"akhir tahun \d{{4}},?\s|Selama tahun "
    rf"\d{{4}},?\s)?{UNIT}(?:\s{PLACE})?(?:\s\([\w. ]+\))?\s{_OWN_VERBS}"
)
_HANDED = re.compile(
    rf"\b[Ll]aporan (?:[Kk]inerja )?(?:ini )?(?:disampaikan|disusun|ditandatangani|"
    rf"ditetapkan)(?: oleh)? Kepala {UNIT}"
)
_STAFF = (
    r"(?: (?:segenap|seluruh|jajaran|keluarga|besar|pimpinan|staf|pegawai|aparatur|ASN|dari|di|"
    r"pada|lingkungan|selaku|sebagai|unsur|atas|nama|mewakili|"
    r"dan (?:staf|pegawai|seluruh|segenap|jajaran|aparatur|ASN)))*"
)
_OURSELVES = re.compile(
    rf"\b[Kk]ami\b,?{_STAFF} {UNIT}|\b(?:jajaran|keluarga besar|"
    r"(?:[Ss]eluruh|[Ss]egenap) (?:aparatur|pegawai|ASN|staf|insan))"
    rf"{_STAFF} {UNIT}"
)
_REPORT = r"(?:[Ll]aporan(?: [Kk]inerja)?|LKjIP|LAKIP|LKIP|LKj|[Dd]okumen|[Kk]ata [Pp]engantar)"
_MADE_BY = re.compile(
    rf"\b{_REPORT} ini\b[^.;]*?\b(?:disusun|dibuat|disampaikan|diterbitkan|dikeluarkan|disiapkan|"
    rf"ditetapkan|diajukan|dipersembahkan|milik|pertanggungjawaban|akuntabilitas|gambaran|"
    rf"potret)(?: oleh| kinerja)*{_STAFF} {UNIT}"
)
_MONEY_OF = re.compile(rf"\b(?:oleh|pada|di|untuk|kepada|bagi|milik){_STAFF} {UNIT}")
"""With the very pagu of the office beside it, this is the office itself."""
_HANDS_IN = re.compile(
    rf"\bKepala {UNIT}[^.;]{{0,40}}?\b(?:menyampaikan|menyusun|menandatangani|mengesahkan|"
    rf"mengajukan|bertanggung jawab)\b[^.;]{{0,30}}?\b{_REPORT} ini\b"
)
_MODEL = re.compile(r"\b(?:contoh|rujukan|acuan|pembanding|referensi)\b", re.I)
_FOREIGN = listed(
    "dibandingkan dibanding koordinasi dengan kerja evaluasi rekomendasi studi banding lain antara "
    "inspektorat induk sejenis kepada bersama mitra dari"
)


def wrong_office(book: Book, text: str) -> Iterator[Said]:
    """The name of another office where the report speaks of its own."""
    profil = book.draft.data.profil
    own = [in_running_text(one) for one in profil.instansi]
    if not own:
        return
    known = {
        plain(one) for one in (*own, profil.singkatan, *(n for n, _ in profil.struktur)) if one
    }
    if _MODEL.search(text):
        return
    patterns = [_LEAD, _SUBJECT, _HANDED, _MADE_BY]
    if re.search(rf"\b[Kk]ami\b|\b{_REPORT} ini\b", text):
        patterns += [_OURSELVES, _HANDS_IN]
    total = book.draft.total
    if any(n.unit == "rp" and n.says(m) for n in amounts_in(text) for m in _sums(total)):
        patterns.append(_MONEY_OF)
    for pattern in patterns:
        for match in pattern.finditer(text):
            said = next(g for g in match.groups() if g).strip(" ,")
            bare = plain(said)
            at = text.find(said, match.start())
            start = at if pattern in (_MADE_BY, _OURSELVES) else match.start()
            before = set(plain(text[:start]).split()[-6:])
            is_we = match[0].casefold().startswith("kami")
            if (before & _FOREIGN and not is_we) or any(
                bare in one or one in bare for one in known
            ):
                continue
            yield at, at + len(said), said, own[-1]
    yield from _wrong_place(text, own)


def _sums(total: JumlahAnggaran) -> tuple[Decimal, ...]:
    return total.pagu, total.realisasi


_ELSEWHERE = listed(
    "dari kepada bersama koordinasi dibandingkan dibanding mitra sejenis seperti berbeda"
)
"""Before our own name with another place these speak of another government."""
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
            if set(plain(text[: match.start()]).split()[-8:]) & _ELSEWHERE:
                continue
            if not plain(place).startswith(plain(said)) and not plain(said).startswith(
                plain(place)
            ):
                yield (*match.span(1), f"{name} {said}", f"{name} {place}")


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
