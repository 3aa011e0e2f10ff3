"""Checks of DASAR HUKUM: missing, misspelt, malformed, named twice, no longer in force."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from runut.core.findings import Level
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.checks.peraturan import (
    PERMENPANRB,
    Katalog,
    Kepastian,
    Peraturan,
    cites,
    concerns,
    find_cited,
    successor,
)
from runut.core.sop.model import SOP
from runut.core.words.dates import format_date
from runut.core.words.items import listed
from runut.core.words.spelling import nearest
from runut.core.words.verbs import keys, words

_DASAR: Final = "PermenPANRB 35/2012, bagian identitas: dasar hukum"
OLD_BODY: Final = re.compile(r"\bpermen ?pan\b(?!\s*(?:&|dan)?\s*-?rb)", re.IGNORECASE)
_SMALL: Final = listed("dan atas serta tentang tata cara yang di ke dari untuk pada dalam")
_REGULATION: Final = re.compile(
    r"^(?:undang|uu\b|peraturan|pp\b|perpres|permen|perda\b|pergub|perbup|perwal|keputusan|kep(?:pres|"
    r"men|gub|bup|wal)|instruksi|inpres|surat edaran|perka\b|perban\b|qanun)",
    re.IGNORECASE,
)
_NO_NUMBER: Final = re.compile(
    r"undang ?-? ?undang dasar|\buud\b|internal|tata tertib", re.IGNORECASE
)
_NUMBER: Final = re.compile(
    r"\b(?:nomor|no\b\.?|nmr\.?)\s*:?\s*[^\s]*\d|\d+\s*/\s*\d{4}|\b\d+\s*tahun", re.IGNORECASE
)
_YEAR: Final = re.compile(r"\b(?:tahun|thn?\.?)\s*:?\s*(\w+)|/\s*(\d{4})\b", re.IGNORECASE)
_GOOD_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_SINCE_PANRB: Final = 2010
"""The year since which the ministry of PAN is that of PAN and RB."""
_LONGEST: Final = 80
"""Letters of a legal basis that are named in a list of several."""
_UUD: Final = re.compile(r"undang ?-? ?undang dasar|\buud\b", re.IGNORECASE)
_SAME_TITLE: Final = 0.34
"""Share of common words below which a title does not go with its number."""


def _title(sop: SOP) -> str:
    return f"{sop.judul} {sop.judul_prosedur}"


def bases_missing(sop: SOP, katalog: Katalog) -> tuple[Peraturan, ...]:
    """Regulations of the catalogue that concern the SOP but are not among its legal bases."""
    return tuple(
        one
        for one in katalog
        if concerns(_title(sop), one) and not any(cites(item, one) for item in sop.dasar_hukum)
    )


def title_slips(item: str, peraturan: Peraturan) -> tuple[tuple[str, str], ...]:
    """Pairs (as written, as meant) of the words of a regulation's title that are misspelt."""
    right = [word for word in words(peraturan.tentang) if word not in _SMALL]
    written = item.casefold().partition("tentang")[2]
    return tuple(
        (word, meant)
        for word in dict.fromkeys(words(written))
        if word not in right and word not in _SMALL and (meant := _meant(word, right))
    )


def number_and_year(item: str) -> str:
    """What is wrong with number or year of a cited regulation, as the end of a sentence."""
    if not _REGULATION.search(item) or _NO_NUMBER.search(item):
        return ""
    head = item.casefold().partition(" tentang ")[0]
    years = [found[1] or found[2] for found in _YEAR.finditer(head)]
    if not _NUMBER.search(head):
        return "belum menyebut nomornya"
    if not years and not _GOOD_YEAR.search(head):
        return "belum menyebut tahunnya"
    odd = [year for year in years if not _GOOD_YEAR.fullmatch(year)]
    return f"menyebut tahun “{odd[0]}”, yang bukan empat angka" if odd else ""


def _meant(word: str, right: list[str]) -> str | None:
    """The word of the title meant: near in letters, or the same root with another ending."""
    same_root = [other for other in right if keys(other) == keys(word)]
    return next(iter(same_root), None) or nearest(word, frozenset(right))


def _missing(katalog: Katalog, sop: SOP) -> Iterable[Hit]:
    missing = bases_missing(sop, katalog)
    if sop.dasar_hukum and missing:
        names = ", ".join(peraturan.sebutan for peraturan in missing)
        is_about_it = any(peraturan.pokok for peraturan in missing)
        level = Level.WARNING if is_about_it else Level.INFO
        yield Hit(f"DASAR HUKUM belum memuat {names}.", tingkat=level)


def _wrong_titles(katalog: Katalog, sop: SOP) -> Iterable[Hit]:
    for item in sop.dasar_hukum:
        cited = find_cited(item, katalog)
        slips = title_slips(item, cited) if cited and _is_title_of(item, cited) else ()
        if cited and slips:
            told = ", ".join(f"“{word}” seharusnya “{meant}”" for word, meant in slips)
            yield Hit(
                f"Judul {cited.sebutan} di DASAR HUKUM salah tulis: {told}.",
                usul=f"Tuliskan: {cited.tentang}.",
                tentang=item,
            )


def _other_titles(katalog: Katalog, sop: SOP) -> Iterable[Hit]:
    for item in sop.dasar_hukum:
        cited = find_cited(item, katalog)
        if cited and not _is_title_of(item, cited):
            yield Hit(
                f"Judul yang tertulis untuk {cited.sebutan} di DASAR HUKUM bukan judul peraturan "
                "itu.",
                usul=f"{cited.sebutan} adalah tentang {cited.tentang}. Periksa nomor, tahun, dan "
                "judulnya.",
                tentang=item,
            )


def _is_title_of(item: str, cited: Peraturan) -> bool:
    """Whether the title written after *tentang* may be that of the regulation; none is right."""
    written = keys(item.casefold().partition("tentang")[2])
    right = keys(cited.tentang)
    if not written or not right:
        return True
    return len(written & right) / min(len(written), len(right)) >= _SAME_TITLE


def _old_body(katalog: Katalog, sop: SOP) -> Iterable[Hit]:
    for item in sop.dasar_hukum:
        cited = find_cited(item, katalog)
        found = OLD_BODY.search(item)
        is_since = cited is not None and cited.tahun >= _SINCE_PANRB
        if found and cited and cited.jenis == PERMENPANRB and is_since:
            yield Hit(
                f"Sebutan “{found[0]}” di DASAR HUKUM bukan nama lembaga penerbitnya.",
                tentang=item,
            )


def _no_longer_in_force(katalog: Katalog, sop: SOP) -> Iterable[Hit]:
    for item in sop.dasar_hukum:
        cited = find_cited(item, katalog)
        if cited is None or not cited.dicabut_oleh:
            continue
        since = f" sejak {format_date(cited.tanggal)}" if cited.tanggal else ""
        new = successor(cited, katalog)
        again = (
            f", yang sudah diganti {new.sebutan}"
            if new and new.sebutan != cited.dicabut_oleh
            else ""
        )
        line = _line_of(new) if new else cited.dicabut_oleh
        if cited.kepastian is Kepastian.PASTI:
            yield Hit(
                f"{cited.sebutan} di DASAR HUKUM sudah dicabut{since} oleh {cited.dicabut_oleh}"
                f"{again} ({cited.sumber}).",
                usul=f"Ganti dengan {line}.",
                tentang=item,
            )
            continue
        yield Hit(
            f"Menurut catatan kami {cited.sebutan} di DASAR HUKUM sudah diganti "
            f"{cited.dicabut_oleh}{again}; ini belum pasti ({cited.sumber}).",
            usul=f"Pastikan dahulu; bila benar, ganti dengan {line}.",
            tentang=item,
            tingkat=Level.WARNING if cited.kepastian is Kepastian.MUNGKIN else Level.INFO,
        )


def _line_of(peraturan: Peraturan) -> str:
    return peraturan.kutipan if peraturan.tentang else peraturan.sebutan


def bases_unknown(sop: SOP, katalog: Katalog) -> tuple[str, ...]:
    """Lines of DASAR HUKUM of which the catalogue says nothing; of those without a number or a
    year that is said already."""
    return tuple(
        item
        for item in sop.dasar_hukum
        if not _UUD.search(item) and not number_and_year(item) and find_cited(item, katalog) is None
    )


def _not_checked(katalog: Katalog, sop: SOP) -> Iterable[Hit]:
    unknown = bases_unknown(sop, katalog)
    if unknown:
        count = len(sop.dasar_hukum)
        which = (
            "Satu-satunya dasar hukum" if count == 1 else f"{len(unknown)} dari {count} dasar hukum"
        )
        yield Hit(
            f"{which} tidak ada dalam katalog, jadi tidak diperiksa apakah masih berlaku: "
            f"{'; '.join(map(_short, unknown))}."
        )


def _short(item: str) -> str:
    head = re.split(r"(?i)\s+tentang\s", item, maxsplit=1)[0].strip(" .;,")
    return head if len(head) <= _LONGEST else f"{head[:_LONGEST].rstrip()}…"


def _malformed(katalog: Katalog, sop: SOP) -> Iterable[Hit]:
    for item in sop.dasar_hukum:
        if wrong := number_and_year(item):
            yield Hit(f"DASAR HUKUM “{item}” {wrong}.", tentang=item)


def _newer_than_sop(katalog: Katalog, sop: SOP) -> Iterable[Hit]:
    days = (sop.tanggal_pembuatan, sop.tanggal_revisi, sop.tanggal_efektif)
    last = max((day.year for day in days if day), default=0)
    for item in sop.dasar_hukum if last else ():
        head = item.casefold().partition(" tentang ")[0]
        years = [found[1] or found[2] for found in _YEAR.finditer(head)]
        late = [year for year in years if _GOOD_YEAR.fullmatch(year) and int(year) > last]
        if late and _REGULATION.search(item):
            yield Hit(
                f"DASAR HUKUM “{item}” bertahun {late[0]}, lebih baru daripada SOP ini sendiri.",
                tentang=item,
            )


def _twice(katalog: Katalog, sop: SOP) -> Iterable[Hit]:
    seen: list[tuple[str, Peraturan | None]] = []
    for item in sop.dasar_hukum:
        cited = find_cited(item, katalog)
        plain = " ".join(words(item)) + "".join(re.findall(r"\d", item))
        if any(plain == other or (cited and cited == named) for other, named in seen):
            yield Hit(f"DASAR HUKUM memuat “{item}” dua kali.", tentang=item)
        seen.append((plain, cited))


def checks_dasar_hukum(katalog: Katalog) -> tuple[Check, ...]:
    """The checks of legal bases by a catalogue."""

    def by(find: Callable[[Katalog, SOP], Iterable[Hit]]) -> Callable[[SOP], Iterable[Hit]]:
        return partial(find, katalog)

    return (
        Check(
            "dasar-hukum.kurang",
            "Dasar hukum kurang",
            "Peraturan dalam katalog yang mengatur pokok SOP ini tidak tercantum; keterangan saja "
            "bila yang kurang hanya pedoman umum.",
            Level.WARNING,
            "Tambahkan peraturan itu, atau pastikan bahwa memang tidak menjadi dasar SOP ini.",
            _DASAR,
            by(_missing),
        ),
        Check(
            "dasar-hukum.judul-salah-tulis",
            "Judul peraturan salah tulis",
            "Kata dalam judul peraturan yang dikenal katalog salah ketik.",
            Level.WARNING,
            "Samakan dengan judul resminya.",
            "Judul resmi peraturan itu",
            by(_wrong_titles),
        ),
        Check(
            "dasar-hukum.judul-lain",
            "Judul bukan judul peraturan itu",
            "Nomor dan tahun peraturan tidak cocok dengan judul yang ditulis.",
            Level.WARNING,
            "Periksa nomor, tahun, dan judulnya.",
            "Judul resmi peraturan itu",
            by(_other_titles),
        ),
        Check(
            "dasar-hukum.nama-lembaga",
            "Nama lembaga penerbit lama",
            "Sebutan lembaga penerbit peraturan bukan nama lembaga itu.",
            Level.INFO,
            "Gunakan sebutan PermenPANRB (Pendayagunaan Aparatur Negara dan Reformasi Birokrasi).",
            "Nama kementerian penerbit peraturan itu",
            by(_old_body),
        ),
        Check(
            "dasar-hukum.dicabut",
            "Dasar hukum sudah dicabut",
            "Menurut katalog, peraturan itu sudah dicabut atau diganti.",
            Level.WARNING,
            "Ganti dengan peraturan yang berlaku.",
            "Peraturan yang mencabutnya; PermenPANRB 35/2012, prinsip kepatuhan hukum",
            by(_no_longer_in_force),
        ),
        Check(
            "dasar-hukum.tidak-diperiksa",
            "Dasar hukum tidak diperiksa",
            "Katalog tidak memuat peraturan itu, jadi tidak diketahui apakah masih berlaku.",
            Level.INFO,
            "Pastikan sendiri bahwa peraturan itu berlaku, lalu tambahkan ke katalog hukum kantor.",
            "Katalog dasar hukum; yang tidak tercantum tidak diperiksa",
            by(_not_checked),
        ),
        Check(
            "dasar-hukum.nomor-tahun",
            "Nomor atau tahun peraturan tidak lengkap",
            "Peraturan disebut tanpa nomor, tanpa tahun, atau dengan tahun yang bukan empat angka.",
            Level.WARNING,
            "Tuliskan jenis, nomor, tahun, dan judul peraturannya.",
            _DASAR,
            by(_malformed),
        ),
        Check(
            "dasar-hukum.lebih-baru",
            "Dasar hukum lebih baru daripada SOP",
            "Tahun peraturan sesudah semua tanggal SOP; salah satunya tentu keliru.",
            Level.WARNING,
            "Periksa tahunnya, atau perbarui tanggal SOP bila dasar hukumnya memang baru.",
            _DASAR,
            by(_newer_than_sop),
        ),
        Check(
            "dasar-hukum.ganda",
            "Dasar hukum ganda",
            "Peraturan yang sama tercantum dua kali.",
            Level.INFO,
            "Cukup cantumkan satu kali.",
            _DASAR,
            by(_twice),
        ),
    )
