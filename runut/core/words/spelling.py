"""Spelling slips in the vocabulary of SOPs: few words, compared letter by letter.

Only words that come close to a word of this domain, and are no form of it, are called slips.
"""

import re
from functools import lru_cache
from typing import Final

from runut.core.words.items import listed
from runut.core.words.verbs import act_key

VOCABULARY: Final = listed(
    "laporan instansi pemerintah pemerintahan akuntabilitas kinerja lakip lkjip tapkin renstra "
    "perjanjian penetapan pelaporan petunjuk teknis peraturan presiden menteri gubernur undangan "
    "notulensi notulen agenda pelaksana pelaksanaan kelengkapan keterangan penyusunan penugasan "
    "pemeriksaan pengesahan pembahasan kesiapan ruangan peralatan perlengkapan pencatatan "
    "pendataan kualifikasi peringatan keterkaitan sekretariat administrasi pimpinan organisasi "
    "evaluasi dokumen koordinasi disposisi mempersiapkan menyempurnakan menandatangani memeriksa "
    "menyampaikan mendistribusikan menugaskan melaporkan mengarsipkan rancangan lampiran"
)
_TRUE_WORDS: Final = listed(
    "peningkatan laporkan laporannya penataan pengawasan penyusun penyusutan pencapaian pencatat "
    "ketetapan pelaksanaannya pemerintahkan penetapkan pemeriksa persiapan kesigapan ruangannya "
    "peralihan dokumentasi agendakan lampirkan rancangkan "
    "percaturan peringkatan kesilapan revaluasi devaluasi keterbangan"
)
"""Words that are no slips though one letter makes them one of the vocabulary."""

_WORD: Final = re.compile(r"[^\W\d_]{5,}")
_BROKEN: Final = re.compile(r"\b\w*[^\W\d_][{}\[\]|~^<>\\][^\W\d_]\w*")
_SHORTEST: Final = 6
_LONG: Final = 11
_SAME_START: Final = 2


def find_slips(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs (as written, as meant) of the words of a text that look misspelt.

    >>> find_slips("Lapran Kinerja Instransi (TA{KIN)")
    (('Lapran', 'Laporan'), ('Instransi', 'Instansi'), ('TA{KIN', 'TAPKIN'))
    """
    whole = [(word, _slip_of(word)) for word in dict.fromkeys(_WORD.findall(text))]
    broken = [(word, _mended(word)) for word in dict.fromkeys(_BROKEN.findall(text))]
    return tuple(
        dict.fromkeys((word, in_case_of(word, meant)) for word, meant in [*whole, *broken] if meant)
    )


@lru_cache(maxsize=4096)
def _slip_of(word: str) -> str | None:
    """The word of the vocabulary with a letter left out, put in, or two letters changed over.

    Another letter in place of one makes another word too often: *penerapan*, *penetapan*.
    """
    plain = word.casefold()
    if plain in VOCABULARY or plain in _TRUE_WORDS or len(plain) < _SHORTEST:
        return None
    near = (other for other in sorted(VOCABULARY) if other[:_SAME_START] == plain[:_SAME_START])
    meant = next((other for other in near if _differs_by_a_slip(plain, other)), None)
    return None if meant is None or _is_form_of(plain, meant) else meant


def _differs_by_a_slip(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        is_pair = len(apart) == 2 and apart[1] == apart[0] + 1
        return is_pair and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
    is_next = len(long) == len(short) + 1
    return is_next and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


@lru_cache(maxsize=4096)
def nearest(word: str, vocabulary: frozenset[str]) -> str | None:
    """The word of a known text that this one misspells, or ``None``."""
    plain = word.casefold()
    if plain in vocabulary or plain in _TRUE_WORDS or len(plain) < _SHORTEST:
        return None
    allowed = 2 if len(plain) >= _LONG else 1
    alike = [other for other in vocabulary if other[:_SAME_START] == plain[:_SAME_START]]
    close = sorted((distance(plain, other, allowed), other) for other in alike)
    best, meant = close[0] if close else (allowed + 1, "")
    return meant if best <= allowed and not _is_form_of(plain, meant) else None


def distance(one: str, other: str, limit: int) -> int:
    """How many letters have to be put in, taken out or changed; above ``limit``: limit + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, row = row, [i]
        for j, sign in enumerate(other, start=1):
            change = before[j - 1] + (letter != sign)
            row.append(min(before[j] + 1, row[-1] + 1, change))
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _is_form_of(word: str, other: str) -> bool:
    """Two forms of one root, such as *pelaporan* and *melaporkan*, are no slips of each other."""
    return act_key(word) == act_key(other)


def _mended(broken: str) -> str | None:
    plain = broken.casefold()
    return next((word for word in sorted(VOCABULARY) if distance(plain, word, 1) <= 1), "?")


def in_case_of(word: str, meant: str) -> str:
    """A word with the capital letters that another one has."""
    if word.isupper():
        return meant.upper()
    return meant.capitalize() if word[0].isupper() else meant
