"""Checks of what an SOP refers to: legal bases and other SOPs, both ways."""

import re
from collections.abc import Iterable
from typing import Final

from runut.core.findings import Level
from runut.core.sop.aturan import KATALOG, PERMENPANRB, PERPRES, Peraturan
from runut.core.sop.bahasa import keys, words
from runut.core.sop.check_model import Check, Hit
from runut.core.sop.ejaan import nearest
from runut.core.sop.items import listed
from runut.core.sop.model import SOP, Langkah

_KINDS: Final = {
    PERPRES: re.compile(r"perpres|peraturan presiden", re.IGNORECASE),
    PERMENPANRB: re.compile(r"permen ?pan|menteri (?:negara )?pendayagunaan", re.IGNORECASE),
}
OLD_BODY: Final = re.compile(r"\bpermen ?pan\b(?!\s*(?:&|dan)?\s*-?rb)", re.IGNORECASE)
_PROCEDURE: Final = keys(
    "sop penyusunan penanganan pembuatan pengelolaan pelaksanaan penerbitan persiapan pelayanan"
)
_SMALL: Final = listed("dan atas serta tentang tata cara yang di ke dari untuk pada dalam")


def concerns(sop: SOP, peraturan: Peraturan) -> bool:
    """Whether a regulation of the catalogue belongs under an SOP with this title."""
    title = f"{sop.judul} {sop.judul_prosedur}".casefold()
    return not peraturan.pokok or any(word in title for word in peraturan.pokok)


def cites(item: str, peraturan: Peraturan) -> bool:
    """Whether a line of DASAR HUKUM names this regulation by kind, number and year."""
    number = rf"\b{peraturan.nomor}\b(?: tahun |/| / ){peraturan.tahun}\b"
    is_kind = _KINDS[peraturan.jenis].search(item) is not None
    return is_kind and re.search(number, item, re.IGNORECASE) is not None


def bases_missing(sop: SOP) -> tuple[Peraturan, ...]:
    """Regulations of the catalogue that concern the SOP but are not among its legal bases."""
    return tuple(
        peraturan
        for peraturan in KATALOG
        if concerns(sop, peraturan) and not any(cites(item, peraturan) for item in sop.dasar_hukum)
    )


def _bases_missing(sop: SOP) -> Iterable[Hit]:
    missing = bases_missing(sop)
    if sop.dasar_hukum and missing:
        names = ", ".join(peraturan.sebutan for peraturan in missing)
        yield Hit(f"DASAR HUKUM belum memuat {names}.")


def _wrong_titles(sop: SOP) -> Iterable[Hit]:
    for item in sop.dasar_hukum:
        for peraturan in KATALOG:
            slips = title_slips(item, peraturan) if cites(item, peraturan) else ()
            if slips:
                told = ", ".join(f"“{word}” seharusnya “{meant}”" for word, meant in slips)
                yield Hit(
                    f"Judul {peraturan.sebutan} di DASAR HUKUM salah tulis: {told}.",
                    usul=f"Tuliskan: {peraturan.tentang}.",
                    tentang=item,
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


def _meant(word: str, right: list[str]) -> str | None:
    """The word of the title meant: near in letters, or the same root with another ending."""
    same_root = [other for other in right if keys(other) == keys(word)]
    return next(iter(same_root), None) or nearest(word, frozenset(right))


def _old_body(sop: SOP) -> Iterable[Hit]:
    for item in sop.dasar_hukum:
        if (found := OLD_BODY.search(item)) and any(
            cites(item, p) for p in KATALOG if p.jenis == PERMENPANRB
        ):
            yield Hit(
                f"Sebutan “{found[0]}” di DASAR HUKUM bukan nama lembaga penerbitnya.",
                tentang=item,
            )


def _never_used(sop: SOP) -> Iterable[Hit]:
    for item in sop.keterkaitan:
        if not any(_uses(step, item) for step in sop.langkah):
            yield Hit(
                f"KETERKAITAN menyebut “{_bare(item)}”, tetapi tidak ada langkah yang merujuk atau "
                "memakai hasilnya.",
                tentang=item,
            )


def _uses(step: Langkah, item: str) -> bool:
    if any(keys(name) == keys(_bare(item)) for name in step.rujukan_sop):
        return True
    product = keys(re.sub(r"\([^)]*\)", " ", _bare(item))) - _PROCEDURE
    texts = (step.kegiatan, *step.kelengkapan, *step.output, step.keterangan)
    return bool(product) and product <= keys(" ; ".join(texts))


def _bare(item: str) -> str:
    return re.sub(r"^SOP (?:AP )?", "", item).strip(" .;")


def _not_listed(sop: SOP) -> Iterable[Hit]:
    known = [keys(_bare(item)) for item in sop.keterkaitan]
    for step in sop.langkah:
        for name in step.rujukan_sop:
            if keys(name) not in known:
                yield Hit(
                    f"Langkah {step.no} merujuk SOP “{name}” yang tidak tercantum di KETERKAITAN.",
                    step.no,
                    tentang=name,
                )


CHECKS_RUJUKAN: Final = (
    Check(
        "dasar-hukum.kurang",
        Level.WARNING,
        "Tambahkan peraturan itu, atau pastikan bahwa memang tidak menjadi dasar SOP ini.",
        "PermenPANRB 35/2012, bagian identitas: dasar hukum",
        _bases_missing,
    ),
    Check(
        "dasar-hukum.judul-salah-tulis",
        Level.WARNING,
        "Samakan dengan judul resminya.",
        "Judul resmi peraturan itu",
        _wrong_titles,
    ),
    Check(
        "dasar-hukum.nama-lembaga",
        Level.INFO,
        "Gunakan sebutan PermenPANRB (Pendayagunaan Aparatur Negara dan Reformasi Birokrasi).",
        "Nama kementerian penerbit peraturan itu",
        _old_body,
    ),
    Check(
        "keterkaitan.tidak-dipakai",
        Level.WARNING,
        "Sebutkan hasil SOP itu pada Kelengkapan langkah yang memakainya, atau hapus dari "
        "KETERKAITAN.",
        "PermenPANRB 35/2012, bagian identitas: keterkaitan",
        _never_used,
    ),
    Check(
        "keterkaitan.tidak-tercantum",
        Level.WARNING,
        "Cantumkan SOP itu di KETERKAITAN.",
        "PermenPANRB 35/2012, bagian identitas: keterkaitan",
        _not_listed,
    ),
)
