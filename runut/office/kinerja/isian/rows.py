"""The rows that can be typed in a form: which columns each form offers, and what stands in them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from runut.core.kinerja import lembar
from runut.core.kinerja.angka import format_plain
from runut.core.kinerja.kolom import Kolom
from runut.core.kinerja.lembar import kolom_of
from runut.core.kinerja.lembar_pilihan import (
    PEMANFAATAN,
    PEMBANDING,
    RENCANA_AKSI,
    TINDAK_LANJUT,
)
from runut.core.kinerja.model import DataKinerja
from runut.files.write.workbook.choices import FIRST_ROW
from runut.files.write.workbook.edits import KEYS
from runut.files.write.workbook.profil import (
    profil_columns,
    profil_places,
    profil_texts,
    retyped,
)
from runut.files.write.workbook.rows import Baris, sheet_rows
from runut.files.write.workbook.year import columns_of_year

ANGKA = "angka"
"""The form of one indicator's figures alone: its quarters and its year."""
PROFIL = "profil"
"""The form of the office itself: all lines of its sheet."""
SHEETS = {
    PROFIL: lembar.PROFIL,
    "sasaran": lembar.SASARAN,
    "indikator": lembar.INDIKATOR,
    ANGKA: lembar.INDIKATOR,
    "anggaran": lembar.ANGGARAN,
    "analisis": lembar.ANALISIS,
    "narasi": lembar.NARASI,
    "pembanding": PEMBANDING,
    "rencana-aksi": RENCANA_AKSI,
    "tindak-lanjut": TINDAK_LANJUT,
    "pemanfaatan": PEMANFAATAN,
}
"""By the word in the address: the sheet whose row is typed."""
_NOT_TYPED = {("narasi", "judul"), ("indikator", lembar.CAPAIAN)}
"""Columns that explain or compute."""
_LONG = 45
"""From this width on a column is typed in several lines."""


@dataclass(frozen=True)
class TypedRow:
    """One row as a form shows it: its columns, and what stands in each now.

    ``baris`` is its key, "" for a new one; ``nomor`` its row in the sheet.
    """

    jenis: str
    sheet: str
    baris: str
    columns: tuple[Kolom, ...]
    isi: Mapping[str, str]
    nomor: int
    places: Mapping[str, str]
    """By cell (``Indikator!H7``): the column of the form that stands in it."""

    @property
    def is_new(self) -> bool:
        return not self.baris

    @property
    def nama(self) -> str:
        return self.isi.get("nama") or self.isi.get("judul") or self.baris


def typed_row(data: DataKinerja, jenis: str, baris: str) -> TypedRow | None:
    """The row of this key; a new one for ""; None where there is no such row."""
    if jenis == PROFIL:
        return _profil_row(data)
    sheet = SHEETS.get(jenis)
    if sheet is None or (jenis == ANGKA and not baris):
        return None
    rows, every = sheet_rows(data)[sheet], _columns(data, sheet)
    place = next((n for n, row in enumerate(rows) if _key(row, sheet) == baris), None)
    if baris and place is None:
        return None
    row: Baris = rows[place] if baris and place is not None else {}
    number = FIRST_ROW + (place if baris and place is not None else len(rows))
    return TypedRow(
        jenis,
        sheet,
        baris,
        _offered(every, jenis, data.tahun),
        {column.kunci: _shown(row, column.kunci) for column in every},
        number,
        {f"{sheet}!{_letters(n)}{number}": one.kunci for n, one in enumerate(every)},
    )


def places_typed(data: DataKinerja, row: TypedRow, typed: Mapping[str, str]) -> TypedRow:
    """The row with its cells where they stand with what was typed: lists push what is below."""
    if row.jenis != PROFIL:
        return row
    return replace(row, places=profil_places(retyped(sheet_rows(data)[lembar.PROFIL], typed)))


def _profil_row(data: DataKinerja) -> TypedRow:
    rows = sheet_rows(data)[lembar.PROFIL]
    return TypedRow(
        PROFIL,
        lembar.PROFIL,
        str(data.tahun),
        profil_columns(),
        profil_texts(rows),
        FIRST_ROW,
        profil_places(rows),
    )


def is_long(column: Kolom) -> bool:
    return column.lebar >= _LONG


def _columns(data: DataKinerja, sheet: str) -> tuple[Kolom, ...]:
    return columns_of_year(data) if sheet == lembar.INDIKATOR else kolom_of(sheet)


def _offered(columns: tuple[Kolom, ...], jenis: str, tahun: int) -> tuple[Kolom, ...]:
    if jenis == ANGKA:
        wanted = [f"realisasi_tw{q}" for q in range(4)] + [f"realisasi_{tahun}"]
        return tuple(one for name in wanted for one in columns if one.kunci == name)
    return tuple(one for one in columns if (jenis, one.kunci) not in _NOT_TYPED)


def _key(row: Baris, sheet: str) -> str:
    return str(row.get(KEYS[sheet]) or "")


def _shown(row: Baris, column: str) -> str:
    value = row.get(column)
    return format_plain(value) if isinstance(value, Decimal) else (value or "")


def _letters(position: int) -> str:
    """
    >>> _letters(0), _letters(25), _letters(26)
    ('A', 'Z', 'AA')
    """
    rest, last = divmod(position, 26)
    return (_letters(rest - 1) if rest else "") + chr(ord("A") + last)
