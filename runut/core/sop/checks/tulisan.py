"""Checks of the text as it is typed: signs that nobody sees, and two titles of one procedure."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from runut.core.findings import Level
from runut.core.sop.checks.model import Check, Hit
from runut.core.sop.form.printed import KEYS, SECTIONS
from runut.core.sop.model import SOP
from runut.core.words.items import join_words
from runut.core.words.unseen import unseen_in
from runut.core.words.verbs import keys, words

_LONGEST_SHORT: Final = 8
"""Letters of a word that may be short for several."""
_GENERIC: Final = keys(
    "sop ap prosedur standar operasional administrasi pemerintahan penyusunan penanganan pembuatan "
    "pengelolaan pelaksanaan penerbitan persiapan pelayanan pengurusan penyelenggaraan proses "
    "kegiatan tata cara mekanisme alur bagan"
)
"""Words that say that something is done, not what it is done to."""


def texts_of(sop: SOP) -> Iterator[tuple[str, str, str | None]]:
    """Every text of an SOP with the place it stands in and its step."""
    for line in sop.instansi:
        yield line, "nama instansi", None
    yield sop.nomor or "", KEYS["nomor"][0], None
    yield sop.judul, KEYS["judul"][0], None
    yield sop.judul_prosedur, "judul di atas tabel", None
    official = sop.disahkan_oleh
    for text in (official.jabatan, official.nama, official.nip or ""):
        yield text, KEYS["disahkan_oleh"][0], None
    for field, (label, *_) in SECTIONS.items():
        for item in getattr(sop, field):
            yield item, label, None
    for name in sop.pelaksana:
        yield name, "kolom pelaksana", None
    for step in sop.langkah:
        where = f"langkah {step.no}"
        yield step.no, "nomor langkah", step.no
        yield step.kegiatan, f"Kegiatan {where}", step.no
        for item in step.kelengkapan:
            yield item, f"Kelengkapan {where}", step.no
        yield step.waktu.teks, f"Waktu {where}", step.no
        for item in step.output:
            yield item, f"Output {where}", step.no
        yield step.keterangan, f"Keterangan {where}", step.no
        for answer in (*(way.jika for way in step.lanjut), *(way.jika for way in step.dalam)):
            yield answer or "", f"cabang {where}", step.no
    for line in sop.catatan:
        yield line, "catatan", None


def _unseen(sop: SOP) -> Iterable[Hit]:
    """Told once, with every place: one click takes all of them away."""
    places: dict[str, str | None] = {}
    signs: dict[str, None] = {}
    for text, place, no in texts_of(sop):
        if found := unseen_in([text]):
            places.setdefault(place, no)
            signs |= dict.fromkeys(found)
    if places:
        steps = set(places.values())
        yield Hit(
            f"Ada tanda yang tidak terlihat di {join_words(list(places))}: "
            f"{join_words(list(signs))}.",
            next(iter(steps)) if len(steps) == 1 else None,
        )


def _two_titles(sop: SOP) -> Iterable[Hit]:
    one, other = keys(sop.judul) - _GENERIC, keys(sop.judul_prosedur) - _GENERIC
    if not (one - other) or not (other - one) or _is_short_for(sop.judul, sop.judul_prosedur):
        return
    yield Hit(
        f"Judul di atas tabel, “{sop.judul_prosedur}”, tidak sama dengan NAMA SOP, “{sop.judul}”.",
        tingkat=Level.INFO if one & other else Level.WARNING,
    )


def _is_short_for(one: str, other: str) -> bool:
    """Whether a word of one title is made of the first letters of the words of the other."""
    return _abbreviates(one, other) or _abbreviates(other, one)


def _abbreviates(short: str, long: str) -> bool:
    spelt = words(long)
    return any(
        1 < len(word) <= _LONGEST_SHORT and word not in spelt and _made_of(word, spelt[start:])
        for word in words(short)
        for start in range(len(spelt))
    )


def _made_of(word: str, spelt: Sequence[str]) -> bool:
    """Whether letters of at least two words, the first of them its first, make the word.

    >>> _made_of("renja", ["rencana", "kerja", "perangkat"]), _made_of("barang", ["surat", "masuk"])
    (True, False)
    """
    if not spelt or len(spelt) < 2 or spelt[0][0] != word[0]:
        return False
    letters = iter("".join(spelt))
    is_in_order = all(letter in letters for letter in word)
    return is_in_order and not _is_within(word, spelt[0])


def _is_within(word: str, one: str) -> bool:
    letters = iter(one)
    return all(letter in letters for letter in word)


CHECKS_TULISAN: Final = (
    Check(
        "tulisan.tanda-tersembunyi",
        "Tanda yang tidak terlihat",
        "Di dalam teks ada tanda arah atau tanda tanpa bentuk, yang dapat membalik atau memisahkan "
        "huruf tanpa terlihat.",
        Level.WARNING,
        "Hapus tandanya; huruf yang terlihat tetap.",
        "PermenPANRB 35/2012, prinsip kemudahan dan kejelasan",
        _unseen,
    ),
    Check(
        "identitas.judul-berbeda",
        "Judul prosedur lain daripada NAMA SOP",
        "Judul di atas tabel menyebut pokok lain daripada NAMA SOP; biasanya sisa salinan. Bila "
        "sebagian katanya sama, ini keterangan saja.",
        Level.WARNING,
        "Samakan keduanya.",
        "PermenPANRB 35/2012, bagian identitas: judul SOP adalah nama prosedurnya",
        _two_titles,
    ),
)
