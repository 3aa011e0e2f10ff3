"""Figures as plans and reports really write them: ``≥ 95``, ``100 dari 110 organisasi``, a date.

The words are kept for printing, the value is what is computed with. Wording that is not known is
asked about, never dropped and never guessed.
"""

import re
from dataclasses import replace
from decimal import Decimal

from runut.core.kinerja.angka import (
    NUMBER,
    Baca,
    divide,
    is_plausible_size,
    read_angka,
    read_rentang,
)
from runut.core.kinerja.ejaan import in_digits
from runut.core.kinerja.model import Jenis, Nilai, Polaritas, Rentang, Sisi, Tulisan
from runut.core.kinerja.satuan import counts_things, is_persen, normal_satuan, scale_of
from runut.core.kinerja.sebutan import read_existence, read_rating
from runut.core.kinerja.terbaca import Pertanyaan, Terbaca
from runut.core.words.dates import parse_date

_LONGEST = 200
_SERATUS = Decimal(100)
_BEFORE = {
    Sisi.MIN: "≥|>=|=>|minimal|minimum|min\\.?|paling (?:sedikit|kurang|rendah)|"
    "sekurang-?kurangnya|sedikitnya|setidak(?:-tidak)?nya|serendah-rendahnya|tidak kurang dari|"
    "lebih (?:dari|besar) (?:atau )?sama dengan",
    Sisi.LEBIH: ">|lebih (?:dari|besar dari|tinggi dari)|di ?atas|melebihi",
    Sisi.MAKS: "≤|<=|=<|maksimal|maksimum|maks?\\.?|paling (?:banyak|lama|lambat|tinggi|besar)|"
    "setinggi-tingginya|selambat-lambatnya|sebanyak-banyaknya|selama-lamanya|"
    "tidak (?:lebih dari|melebihi)|kurang (?:dari )?(?:atau )?sama dengan",
    Sisi.KURANG: "<|kurang dari|lebih (?:kecil|rendah) dari|di ?bawah|sebelum",
}
_AFTER = {Sisi.MIN: "atau lebih|ke atas", Sisi.MAKS: "atau kurang|ke bawah"}
_SISI = tuple(
    (sisi, re.compile(rf"(?:{words})(?![a-z])\s*(?:tanggal |tgl\.? )?(.+)", re.I))
    for sisi in (Sisi.MIN, Sisi.MAKS, Sisi.LEBIH, Sisi.KURANG)
    for words in (_BEFORE[sisi],)
)
_SISI_AKHIR = tuple(
    (sisi, re.compile(rf"(.+?)\s+(?:{words})", re.I)) for sisi, words in _AFTER.items()
)
_PECAHAN = re.compile(
    rf"(?P<x>{NUMBER})\s*(?P<ux>[a-z][a-z .]*?)?\s*(?:dari(?: total| seluruh)?|/|÷)\s*"
    rf"(?P<y>{NUMBER})\s*(?P<uy>[a-z][a-z .]*)?",
    re.I,
)
_ANGKA = re.compile(
    rf"(?P<n>{NUMBER})\s*"
    r"(?P<satuan>%|per [0-9.]+ [a-z ]+|[a-z][a-z%/ .\-]*?(?: per [0-9.]+ [a-z ]+)?)?"
    r"\s*(?:\((?P<kurung>[^()]*)\))?",
    re.I,
)
_ANTARA = re.compile(rf"antara\s+({NUMBER}%?)\s+(?:dan|sampai|s\.?d\.?)\s+({NUMBER}%?)", re.I)
_RENTANG_SATUAN = re.compile(rf"(.*?{NUMBER}%?)\s*([a-z][a-z ./]*)", re.I)
_PENGHUBUNG = re.compile(r"s\.?\s?/?d\.?|sampai dengan|sampai", re.I)
_KATA_LAIN = re.compile(r"[a-z]", re.I)
_TINGKAT = re.compile(
    rf"(?:level|tingkat|peringkat|ranking|skor|nilai|indeks|skala|kategori|tipe|kelas)\s+({NUMBER})"
    r"\s*(?:\(([^()]*)\))?",
    re.I,
)
_TERSUSUN_ANGKA = re.compile(rf"ter[a-z]+nya\s+(?!(?:19|20)[0-9]{{2}}\b)({NUMBER}\s*[a-z].*)", re.I)
_KATA_BUKAN_SATUAN = """
lebih kurang atau dan sampai hingga sd s.d. sekitar naik turun meningkat menurun dari
besar terbaik teratas
"""
_BUKAN_SATUAN = frozenset(_KATA_BUKAN_SATUAN.split())


def read_tulisan(
    text: str,
    polaritas: Polaritas = Polaritas.NAIK,
    satuan: str = "",
    *,
    is_target: bool = True,
    read: Baca = read_angka,
) -> Terbaca | Pertanyaan:
    """The figure that ``text`` says, or what has to be asked about it.

    ``read`` reads its numbers: ``read_angka`` what people type, ``read_rupiah`` what is printed,
    where a dot is always of thousands.

    >>> read_tulisan("100 dari 110 Organisasi", satuan="organisasi").nilai
    Decimal('100')
    >>> read_tulisan("≥ 95").tulisan.sisi, read_tulisan("Level 3").nilai
    (<Sisi.MIN: '≥'>, Decimal('3'))
    >>> read_tulisan("sekitar 8").pesan
    "'sekitar 8' bukan angka."
    """
    words = " ".join(text.replace("\u00a0", " ").split())
    number = read(words)
    is_range_wanted = polaritas is Polaritas.RENTANG and is_target
    if number is not None and not is_range_wanted:
        return Terbaca(number)
    spelled = in_digits(words, satuan) if len(words) <= _LONGEST else words
    if spelled is None:
        return Pertanyaan(
            "angka_dan_kata_berbeda",
            f"{_shown(words)}: angka dan sebutannya berbeda.",
            "Betulkan salah satunya.",
        )
    found = _read(spelled, polaritas, satuan, is_target, read) if len(words) <= _LONGEST else None
    if isinstance(found, Pertanyaan):
        return found
    if isinstance(found, Terbaca) and found.tulisan is None and spelled != words:
        found = replace(found, tulisan=Tulisan(words))
    if found is None or not _is_plausible(found.nilai):
        return _unknown(words, polaritas, is_range_wanted)
    if is_range_wanted and not isinstance(found.nilai, Rentang):
        return _not_a_range(words)
    if found.tulisan is None:
        return found
    return replace(found, tulisan=replace(found.tulisan, teks=words))


def _read(
    words: str, polaritas: Polaritas, satuan: str, is_target: bool, read: Baca
) -> Terbaca | Pertanyaan | None:
    rentang = _rentang(words, read)
    if rentang is not None:
        return _range_asked(words, rentang, polaritas, is_target)
    for sisi, rest in _senses(words):
        if not is_target:
            return Pertanyaan(
                "realisasi_tidak_pasti",
                f"'{words}' bukan hasil ukur.",
                "Tulis angka yang dicapai, tanpa tanda atau kata batas.",
            )
        return _with_sisi(_plain(rest, polaritas, satuan, is_target, read), sisi, rest)
    return _plain(words, polaritas, satuan, is_target, read)


def _plain(
    words: str, polaritas: Polaritas, satuan: str, is_target: bool, read: Baca
) -> Terbaca | Pertanyaan | None:
    """The figure without the words that give its sense."""
    number = read(words)
    if number is not None:
        return Terbaca(number)
    day = parse_date(words)
    if day is not None:
        return Terbaca(Decimal(day.toordinal()), Tulisan(words, Jenis.TANGGAL))
    rating = read_rating(words, polaritas, read)
    if rating is not None:
        return rating
    tingkat = _TINGKAT.fullmatch(words)
    if tingkat:
        number = read(tingkat[1])
        return None if number is None else Terbaca(number, Tulisan(words, Jenis.TINGKAT))
    return (
        _quotient(words, satuan, read)
        or _number_with_unit(words, satuan, read)
        or _counted(words, satuan, read)
        or read_existence(words, is_target=is_target)
    )


def _senses(words: str) -> list[tuple[Sisi, str]]:
    """The sense of a target, with the words that remain; at most one."""
    for sisi, pattern in (*_SISI, *_SISI_AKHIR):
        match = pattern.fullmatch(words)
        if match:
            return [(sisi, match[1].strip())]
    return []


def _with_sisi(
    found: Terbaca | Pertanyaan | None, sisi: Sisi, words: str
) -> Terbaca | Pertanyaan | None:
    if not isinstance(found, Terbaca):
        return found
    tulisan = found.tulisan or Tulisan(words)
    return (
        None if tulisan.jenis is Jenis.ADA else replace(found, tulisan=replace(tulisan, sisi=sisi))
    )


def _rentang(words: str, read: Baca) -> Rentang | None:
    between = _ANTARA.fullmatch(words)
    bare = f"{between[1]} – {between[2]}" if between else words
    found = read_rentang(bare, read)
    if found is not None or not (unit := _RENTANG_SATUAN.fullmatch(bare)):
        return found
    return read_rentang(unit[1], read)


def _range_asked(
    words: str, rentang: Rentang, polaritas: Polaritas, is_target: bool
) -> Terbaca | Pertanyaan:
    if not is_target:
        return Pertanyaan(
            "realisasi_tidak_pasti",
            f"'{words}' adalah rentang, padahal realisasi adalah satu hasil ukur.",
            "Tulis satu angka yang dicapai.",
        )
    if polaritas is not Polaritas.RENTANG:
        return Pertanyaan(
            "rentang_ditanya",
            f"'{words}' adalah rentang, padahal polaritasnya {polaritas.value}.",
            "Pilih polaritas rentang, atau tulis satu angka.",
        )
    is_bare = not _KATA_LAIN.search(_PENGHUBUNG.sub("", words))
    return Terbaca(rentang, None if is_bare else Tulisan(words))


def _quotient(words: str, satuan: str, read: Baca) -> Terbaca | Pertanyaan | None:
    body, _, tail = words.partition("(")
    match = _PECAHAN.fullmatch(body.strip())
    if match is None:
        return None
    x, y = read(match["x"]), read(match["y"])
    unit = (match["uy"] or match["ux"] or "").strip()
    if x is None or y is None or y <= 0 or not _may_be_unit(unit):
        return None
    if x > y:
        return Pertanyaan(
            "pecahan_melebihi",
            f"'{words}': bagiannya lebih besar daripada seluruhnya.",
            "Periksa kedua angkanya.",
        )
    tulisan = Tulisan(words, Jenis.PECAHAN, x=x, y=y, satuan=unit)
    if not is_persen(satuan):
        return Terbaca(x, tulisan)
    share = divide(x * _SERATUS, y)
    said = read(tail.rstrip(") ")) if tail else None
    if said is not None and abs(said - share) >= 1:
        return Pertanyaan(
            "pecahan_tidak_cocok",
            f"'{words}': {match['x']} dari {match['y']} bukan {tail.rstrip(') ')}.",
            "Betulkan salah satunya.",
        )
    return Terbaca(share, tulisan)


def _number_with_unit(words: str, satuan: str, read: Baca) -> Terbaca | None:
    match = _ANGKA.fullmatch(words)
    if match is None or not _may_be_unit(match["satuan"] or ""):
        return None
    unit, kurung = (match["satuan"] or "").strip(), match["kurung"]
    aside = _ANGKA.fullmatch(kurung.strip()) if kurung else None
    if aside and _is_the_unit(aside["satuan"], satuan) and not _is_the_unit(unit, satuan):
        return _scaled(words, aside["n"], (aside["satuan"] or "").strip(), satuan, read)
    found = _scaled(words, match["n"], unit, satuan, read)
    inner = _PECAHAN.fullmatch(kurung.strip()) if kurung else None
    if found is None or inner is None:
        return found
    return _exact(found, read(inner["x"]), read(inner["y"]))


def _exact(found: Terbaca, x: Decimal | None, y: Decimal | None) -> Terbaca | None:
    """``90,91% (100 dari 110)``: the quotient beside a rounded figure says it exactly."""
    if x is None or y is None or y <= 0 or found.tulisan is None:
        return found
    if not isinstance(found.nilai, Decimal):
        return None
    ways = (divide(x * _SERATUS, y), divide(x, y))
    said = found.nilai
    exact = next((way for way in ways if abs(way - said) <= Decimal("0.5")), None)
    if exact is None:
        return None
    return replace(
        found, nilai=exact, tulisan=replace(found.tulisan, jenis=Jenis.PECAHAN, x=x, y=y)
    )


def _scaled(words: str, digits: str, unit: str, satuan: str, read: Baca) -> Terbaca | None:
    """The number in the unit of the indicator: ``1,5 miliar`` where rupiah are counted."""
    number = read(digits)
    if number is None:
        return None
    is_one_group = re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", digits) is not None
    if is_one_group and counts_things(unit or satuan):
        number, is_one_group = Decimal(digits.replace(".", "")), False
    factor = scale_of(unit)
    if factor != 1:
        number = divide(number * factor, scale_of(satuan))
    return Terbaca(number, Tulisan(words, satuan=unit), is_one_group)


def _counted(words: str, satuan: str, read: Baca) -> Terbaca | None:
    """``Tersusunnya 3 dokumen``: the number in it is the figure, unless it is a year."""
    counted = _TERSUSUN_ANGKA.fullmatch(words)
    return _number_with_unit(counted[1], satuan, read) if counted else None


def _may_be_unit(unit: str) -> bool:
    return not (set(unit.lower().split()) & _BUKAN_SATUAN)


def _is_the_unit(unit: str | None, satuan: str) -> bool:
    return bool(unit) and normal_satuan(unit or "") == normal_satuan(satuan)


def _is_plausible(nilai: Nilai) -> bool:
    if isinstance(nilai, Decimal):
        return is_plausible_size(
            nilai.quantize(Decimal("1e-9")) if nilai.adjusted() < 18 else nilai
        )
    return isinstance(nilai, str) or all(map(is_plausible_size, (nilai.low, nilai.high)))


def _unknown(words: str, polaritas: Polaritas, is_range_wanted: bool) -> Pertanyaan:
    if is_range_wanted:
        return _not_a_range(words)
    return Pertanyaan(
        "bukan_angka", f"{_shown(words)} bukan angka.", "Isi dengan angka, misalnya 93,75."
    )


def _not_a_range(words: str) -> Pertanyaan:
    return Pertanyaan(
        "bukan_rentang",
        f"{_shown(words)} bukan rentang.",
        "Isi batas bawah dan batas atas, misalnya 80 s.d. 90.",
    )


def _shown(words: str) -> str:
    return f"'{words[:40]}…'" if len(words) > 40 else f"'{words}'"
