"""The heads of columns as offices write them: other names, split over lines, one letter wrong."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from runut.core.sop.form.printed import COLUMN_OF
from runut.core.words.items import normal

_OTHER_NAMES: Final = {
    "no": ("no urut", "nomor urut", "nmr"),
    "kegiatan": (
        "uraian",
        "kegiatan/aktivitas",
        "aktivitas/kegiatan",
        "aktifitas",
        "uraian aktivitas",
        "uraian aktifitas",
        "uraian prosedur/kegiatan",
        "uraian kegiatan/prosedur",
        "prosedur kegiatan",
        "prosedur/kegiatan",
        "kegiatan/prosedur",
        "tahapan",
        "tahapan kegiatan",
        "tahapan prosedur",
        "tahap kegiatan",
        "langkah",
        "langkah-langkah",
        "langkah langkah kegiatan",
        "uraian langkah",
        "uraian langkah kegiatan",
        "uraian tugas",
        "uraian pekerjaan",
        "urutan kegiatan",
        "rincian kegiatan",
        "nama kegiatan",
        "jenis kegiatan",
        "uraian proses",
        "proses",
        "activity",
    ),
    "pelaksana": (
        "pelaksana kegiatan",
        "unit pelaksana",
        "pelaksana/aktor",
        "pelaksana (aktor)",
        "aktor/pelaksana",
        "pelaku",
        "pihak terkait",
        "pihak pelaksana",
        "pelaksanaan",
    ),
    "mutu baku": ("baku mutu", "mutu buku", "standar mutu", "mutu"),
    "kelengkapan": (
        "sumber data",
        "persyaratan dan kelengkapan",
        "persyaratan/perlengkapan",
        "perlengkapan/persyaratan",
        "syarat/kelengkapan",
        "kelengkapan/syarat",
        "perlengkapan",
        "persyaratan perlengkapan",
        "syarat",
        "input",
        "masukan",
        "kelengkapan dokumen",
        "dokumen kelengkapan",
        "bahan",
    ),
    "waktu": ("waktu penyelesaian", "jangka waktu", "lama waktu", "durasi", "waktu baku", "waktu/"),
    "output": ("out put", "hasil/output", "output/hasil", "hasil kegiatan", "produk", "outputs"),
    "keterangan": ("keterangan/catatan", "catatan", "kete rangan"),
}
_UNIT: Final = re.compile(r"\((?P<unit>[^()]{1,20})\)")
_UNITS: Final = frozenset({"menit", "jam", "hari", "hari kerja", "detik", "mnt", "hr"})
_NOT_LETTERS: Final = re.compile(r"[^a-z0-9]+")
_HYPHEN: Final = re.compile(r"[-\u00ad]\s*\n\s*")
_TWOFOLD: Final = frozenset({"kelengkapan", "waktu", "output", "keterangan"})
_FORGIVEN: Final = ((10, 2), (6, 1))
"""From how many letters on, how many of them may be wrong."""


def letters(text: str) -> str:
    """The letters and digits alone: "Kelengka-\\npan" is the word it was meant as."""
    return _NOT_LETTERS.sub("", text.casefold())


def _kinds() -> dict[str, str]:
    named = {letters(name): kind for kind, names in _OTHER_NAMES.items() for name in names}
    return named | {letters(name): kind for name, kind in COLUMN_OF.items()}


_KIND_OF: Final = _kinds()


@lru_cache(maxsize=4_096)
def column_kind(text: str) -> str:
    """Which column of the form a head cell names; "" where it names none.

    >>> column_kind("Kelengka-\\npan"), column_kind("Mutu Buku"), column_kind("Camat")
    ('kelengkapan', 'mutu baku', '')
    """
    if len(text) > 60:
        return ""
    for key in (letters(text), letters(_UNIT.sub(" ", text))):
        if found := _KIND_OF.get(key) or _nearly(key):
            return found
    return next((kind for part in text.split("/")[:-1] if (kind := _part_kind(part))), "")


def _part_kind(part: str) -> str:
    """What the first of two names says: "Kelengkapan/Peralatan" is the column Kelengkapan."""
    kind = _KIND_OF.get(letters(part), "")
    return kind if kind in _TWOFOLD else ""


def unit_in(text: str) -> str:
    """The unit that the head of the time column states: "Waktu (menit)" says ``menit``."""
    found = _UNIT.search(normal(text).casefold())
    return found["unit"].strip() if found and found["unit"].strip() in _UNITS else ""


def head_name(texts: Sequence[str]) -> str:
    """The name in head cells split over lines: a hyphen at a line's end parts one word."""
    whole = "\n".join(text.strip() for text in texts)
    return normal(_HYPHEN.sub("", whole))


def _nearly(key: str) -> str:
    allowed = next((wrong for length, wrong in _FORGIVEN if len(key) >= length), 0)
    if not allowed:
        return ""
    close = (
        (_distance(key, name), kind)
        for name, kind in _KIND_OF.items()
        if len(name) >= 6 and abs(len(name) - len(key)) <= allowed
    )
    best = min(close, default=(allowed + 1, ""))
    return best[1] if best[0] <= allowed else ""


def _distance(one: str, other: str) -> int:
    """How many letters must be changed, put in or left out."""
    row = list(range(len(other) + 1))
    for count, letter in enumerate(one, start=1):
        before, row[0] = row[0], count
        for place, against in enumerate(other, start=1):
            cost = min(row[place] + 1, row[place - 1] + 1, before + (letter != against))
            before, row[place] = row[place], cost
    return row[-1]
