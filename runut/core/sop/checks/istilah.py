"""Checks of words: spelling slips, terms that a regulation has replaced, names of other offices."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from runut.core.findings import Level
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.checks.peraturan import KATALOG, find_cited
from runut.core.sop.model import SOP
from runut.core.words.spelling import find_slips
from runut.core.words.verbs import words

_OLD_TERMS: Final = (
    (
        re.compile(r"\bLAKIP\b|laporan akuntabilitas kinerja instansi pemerintah", re.IGNORECASE),
        re.compile(r"\bLKj(?:IP)?\b", re.IGNORECASE),
        "LAKIP",
        "Laporan Kinerja (LKj atau LKjIP)",
    ),
    (
        re.compile(r"penetapan kinerja|\bta[pk{]{1,2}kin\b", re.IGNORECASE),
        None,
        "Penetapan Kinerja",
        "Perjanjian Kinerja",
    ),
)
"""Old term; the new one that, used beside it, makes it clear; both as shown to the reader."""

ODD_SPACE: Final = re.compile(r"\w+ +[,.](?=\s|$)|[^\W\d_]{2,},[^\W\d_]{2,}|\( +\w+|\w+ +\)")
"""A space before a comma or inside brackets, or none after a comma."""

_UNITS: Final = "kantor|dinas|badan|balai|kecamatan|kelurahan|puskesmas|inspektorat|sekretariat"


def _fields(sop: SOP) -> Iterator[tuple[str, str, str | None]]:
    """Every text with the place it stands in and its step; known regulations are left out."""
    yield sop.judul, "NAMA SOP", None
    yield sop.judul_prosedur, "judul prosedur", None
    for item in sop.dasar_hukum:
        if find_cited(item, KATALOG) is None:
            yield item, "DASAR HUKUM", None
    for label, items in (
        ("KETERKAITAN", sop.keterkaitan),
        ("PERINGATAN", sop.peringatan),
        ("KUALIFIKASI PELAKSANA", sop.kualifikasi_pelaksana),
        ("PERALATAN/PERLENGKAPAN", sop.peralatan),
        ("PENCATATAN DAN PENDATAAN", sop.pencatatan),
    ):
        for item in items:
            yield item, label, None
    for step in sop.langkah:
        yield step.kegiatan, f"Kegiatan langkah {step.no}", step.no
        yield " ; ".join(step.kelengkapan), f"Kelengkapan langkah {step.no}", step.no
        yield " ; ".join(step.output), f"Output langkah {step.no}", step.no
        yield step.keterangan, f"Keterangan langkah {step.no}", step.no


def _slips(sop: SOP) -> Iterable[Hit]:
    """A word that is misspelt is told once, however often it stands."""
    found: dict[tuple[str, str], list[tuple[str, str | None]]] = {}
    for text, place, no in _fields(sop):
        for slip in find_slips(text):
            found.setdefault(slip, []).append((place, no))
    for (written, meant), places in found.items():
        remedy = f", mungkin maksudnya “{meant}”" if meant.strip("?") else ""
        place, no = places[0]
        more = f" (juga di {len(places) - 1} tempat lain)" if len(places) > 1 else ""
        yield Hit(f"{place}: “{written}” tampaknya salah ketik{remedy}{more}.", no, tentang=written)


def _spacing(sop: SOP) -> Iterable[Hit]:
    """Told once: one click mends all of them."""
    found = [
        (m[0], place, no)
        for text, place, no in (*_fields(sop), *_known_bases(sop))
        for m in ODD_SPACE.finditer(text)
    ]
    if found:
        words_, place, no = found[0]
        more = f" (juga di {len(found) - 1} tempat lain)" if len(found) > 1 else ""
        yield Hit(f"{place}: spasi keliru pada “{words_}”{more}.", no, tentang=words_)


def _known_bases(sop: SOP) -> Iterator[tuple[str, str, str | None]]:
    for item in sop.dasar_hukum:
        if find_cited(item, KATALOG) is not None:
            yield item, "DASAR HUKUM", None


def _old_terms(sop: SOP) -> Iterable[Hit]:
    texts = " ; ".join(text for text, _, _ in _fields(sop))
    for old, new, name, better in _OLD_TERMS:
        if old.search(texts) and not (new and new.search(texts)):
            yield Hit(
                f"SOP ini memakai istilah lama {name}.",
                tentang=name,
                usul=f"Sejak PermenPANRB 53/2014 istilahnya {better}; sebutkan keduanya bila "
                "istilah lama masih dikenal di kantor.",
            )


def _other_office(sop: SOP) -> Iterable[Hit]:
    """ "LAKIP Kantor" in an SOP of an office that is no Kantor: left from another office's SOP."""
    own = set(words(" ".join(sop.instansi)))
    object_ = _object_of(sop)
    if not object_ or not own:
        return
    pattern = re.compile(rf"\b{re.escape(object_)} ({_UNITS})\b", re.IGNORECASE)
    for text, place, no in _fields(sop):
        for found in pattern.finditer(text):
            if found[1].casefold() not in own:
                yield Hit(
                    f"{place} menyebut “{found[0]}”, padahal kantor ini bukan {found[1]}.",
                    no,
                    tentang=found[0],
                )


def _object_of(sop: SOP) -> str:
    """What the SOP is about, by its short name in the title: "… (LAKIP)"."""
    found = re.search(r"\(([A-Za-z]{2,12})\)", sop.judul) or re.search(
        r"\b([A-Z][A-Za-z]*[A-Z])\b", sop.judul_prosedur
    )
    return found[1] if found else ""


CHECKS_ISTILAH: Final = (
    Check(
        "ejaan.salah-ketik",
        "Salah ketik",
        "Sebuah kata hampir sama dengan istilah yang lazim dalam SOP.",
        Level.WARNING,
        "Perbaiki ejaannya.",
        "Ejaan Bahasa Indonesia",
        _slips,
    ),
    Check(
        "ejaan.spasi",
        "Spasi keliru",
        "Ada spasi sebelum tanda baca atau di dalam kurung, atau tidak ada spasi sesudah koma.",
        Level.INFO,
        "Hapus spasi sebelum tanda baca, dan beri spasi sesudah koma.",
        "Ejaan Bahasa Indonesia",
        _spacing,
    ),
    Check(
        "istilah.lama",
        "Istilah lama",
        "Istilah yang sudah diganti peraturan dipakai tanpa istilah barunya.",
        Level.INFO,
        "Gunakan istilah yang berlaku.",
        "PermenPANRB 53/2014",
        _old_terms,
    ),
    Check(
        "istilah.kantor-lain",
        "Nama kantor lain",
        "Nama dokumen menyebut jenis kantor yang bukan kantor ini, biasanya sisa salinan.",
        Level.INFO,
        "Pakai satu sebutan yang sama untuk dokumen ini di seluruh SOP.",
        "PermenPANRB 35/2012, prinsip kemudahan dan kejelasan",
        _other_office,
    ),
)
