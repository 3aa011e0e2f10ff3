"""The figures of a year as a flat list: every field under a key that stays the same next time.

Walks the records field by field, so that a field which is new in the model is compared, kept and
shown like the others.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

from runut.core.kinerja import lembar, lembar_pilihan
from runut.core.kinerja.angka import format_exact
from runut.core.kinerja.model import DataKinerja, Rentang, Terukur

_IDENTITIES = ("id", "kode", "sasaran_id")
_UNTOLD = frozenset(("sel", *_IDENTITIES))
_SHEETS = {
    "sasarans": lembar.SASARAN,
    "tujuans": lembar.SASARAN,
    "indikators": lembar.INDIKATOR,
    "anggaran": lembar.ANGGARAN,
    "analisis": lembar.ANALISIS,
    "narasi": lembar.NARASI,
    "pembanding": lembar_pilihan.PEMBANDING,
    "rencana_aksi": lembar_pilihan.RENCANA_AKSI,
    "rekomendasi": lembar_pilihan.TINDAK_LANJUT,
    "pemanfaatan": lembar_pilihan.PEMANFAATAN,
    "profil": lembar.PROFIL,
}
_BY_YEAR = {"riwayat": "Realisasi", "riwayat_target": "Target", "renstra": "Renstra"}
_ROMAWI = ("I", "II", "III", "IV")
_WORDS = {
    "sasaran_id": "ID sasaran",
    "sasaran_ids": "ID sasaran",
    "is_iku": "IKU",
    "is_contoh": "Data contoh",
    "target": "Target",
    "realisasi": "Realisasi",
    "standar_nasional": "Standar nasional",
    "standar_nasional_sumber": "Sumber standar nasional",
    "tanpa_standar_nasional": "Tanpa standar nasional",
    "pk_tanggal": "Tanggal Perjanjian Kinerja",
}


@dataclass(frozen=True)
class Butir:
    """One field: its key, the row it belongs to, what it is called, what stands in it.

    ``angka`` is its number, None where it is words. ``sel`` is its place in the workbook.
    """

    kunci: str
    milik: str
    apa: str
    teks: str
    angka: Decimal | None = None
    sel: str = ""

    @property
    def judul(self) -> str:
        return f"{self.milik}: {self.apa}" if self.milik else self.apa


@dataclass(frozen=True)
class _Row:
    kunci: str
    milik: str
    sheet: str


def butir_of(data: DataKinerja) -> dict[str, Butir]:
    """Every field that is filled, by its key, in the order of the data."""
    return {one.kunci: one for one in _fields_of(data, _Row("", "", "")) if one.teks}


def _fields_of(record: Any, row: _Row) -> Iterator[Butir]:
    for field in fields(record):
        if field.name not in _UNTOLD or not row.kunci:
            yield from _walk(getattr(record, field.name), field.name, row)


def _walk(value: Any, name: str, row: _Row, apa: str = "", sel: str = "") -> Iterator[Butir]:
    apa = apa or _called(name, row.sheet)
    if isinstance(value, Terukur):
        one = _butir(name, row, apa, value.nilai, value.sel)
        yield replace(one, teks=value.tulisan.teks if value.tulisan else one.teks)
    elif isinstance(value, Rentang) or not is_dataclass(value):
        yield from _walk_plain(value, name, row, apa, sel)
    elif identity := _identity(value):
        yield from _fields_of(value, _row(name, identity, row))
    else:
        inner = _Row(f"{row.kunci}{name}/", row.milik or apa, _SHEETS.get(name, row.sheet))
        for one in _fields_of(value, inner):
            shown = one.apa if not row.kunci else f"{apa}, {one.apa.lower()}"
            yield Butir(one.kunci, inner.milik, shown, one.teks, one.angka, one.sel)


def _walk_plain(value: Any, name: str, row: _Row, apa: str, sel: str) -> Iterator[Butir]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            called = f"{_BY_YEAR[name]} {key}" if name in _BY_YEAR else f"{apa} {key}"
            yield from _walk(inner, f"{name}_{key}", row, called, sel)
    elif isinstance(value, tuple) and any(_is_record(one) for one in value):
        for place, inner in enumerate(value):
            key = name if _identity(inner) else f"{name}_{place + 1}"
            yield from _walk(inner, key, row, _quarter(name, place))
    else:
        yield _butir(name, row, apa, value, sel)


def _butir(name: str, row: _Row, apa: str, value: Any, sel: str = "") -> Butir:
    angka = value if isinstance(value, Decimal) else None
    return Butir(f"{row.kunci}{name}", row.milik, apa, _said(value), angka, sel)


def _row(name: str, identity: str, above: _Row) -> _Row:
    sheet = _SHEETS.get(name, above.sheet or name.replace("_", " ").capitalize())
    return _Row(f"{above.kunci}{sheet.lower()}/{identity}/", f"{sheet} {identity}", sheet)


def _quarter(name: str, place: int) -> str:
    if not name.endswith("_triwulan") or place >= len(_ROMAWI):
        return ""
    return f"{_called(name.removesuffix('_triwulan'), '')} TW {_ROMAWI[place]}"


def _is_record(value: Any) -> bool:
    return is_dataclass(value) and not isinstance(value, Rentang)


def _identity(value: Any) -> str:
    if not is_dataclass(value):
        return ""
    return next((str(getattr(value, n)) for n in _IDENTITIES if getattr(value, n, "")), "")


@lru_cache(maxsize=2_000)
def _called(name: str, sheet: str) -> str:
    if name in _WORDS:
        return _WORDS[name]
    heads = {k.kunci: k.judul for k in lembar.kolom_of(sheet)} if sheet in lembar.LEMBAR else {}
    heads |= {one.kunci: one.label for one in lembar.ISIAN_PROFIL}
    return heads.get(name) or re.sub("_+", " ", name).strip().capitalize()


def _said(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return lembar.YA if value else lembar.TIDAK
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return format_exact(value)
    if isinstance(value, Rentang):
        return f"{format_exact(value.low)}–{format_exact(value.high)}"
    if isinstance(value, tuple):
        return "; ".join(_said(one) for one in value)
    return str(value)
