"""The sheet Profil typed in a form: a field for each line, several lines where it makes a list."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from runut.core.kinerja.angka import format_plain
from runut.core.kinerja.kolom import Kolom
from runut.core.kinerja.lembar import ISIAN_PROFIL, PROFIL, TIDAK, YA, Isian
from runut.files.write.workbook.choices import FIRST_ROW
from runut.files.write.workbook.rows import Baris, Isi

PARTED = "|"
"""Between the two parts of a line: what the sheet keeps as value and *rincian*."""
_LONG_TEXTS = ("alamat", "visi", "tugas")
_OFFERED = tuple(one for one in ISIAN_PROFIL if one.kunci != "tahun")
_WIDE, _NARROW = 60, 30
_NOTES = {
    "struktur": "Satu baris satu bagian: nama bagian | apa yang dikerjakannya.",
    "pegawai": "Satu baris satu golongan: pendidikan atau jabatan | jumlah orang.",
    "pegawai_jabatan": "Satu baris satu jenis jabatan, misalnya Jabatan Fungsional | jumlah orang.",
    "pegawai_golongan": "Satu baris satu golongan ruang, misalnya III | jumlah orang.",
    "isu_strategis": "Satu baris satu isu: isu | data yang menunjukkannya; ID sasaran.",
}
_TWO_PARTS = tuple(_NOTES)


def profil_columns() -> tuple[Kolom, ...]:
    """The lines of the sheet as the fields of a form."""
    return tuple(
        Kolom(
            one.kunci,
            one.label,
            _WIDE if one.baris > 1 or one.kunci in _LONG_TEXTS else _NARROW,
            _NOTES.get(one.kunci, one.catatan),
            (YA, TIDAK) if one.kunci == "contoh" else (),
            is_wajib=one.is_wajib,
        )
        for one in _OFFERED
    )


def profil_texts(rows: Sequence[Baris]) -> dict[str, str]:
    """What stands in each field now."""
    return {one.kunci: "\n".join(_said(row) for row in _lines(rows, one)) for one in _OFFERED}


def retyped(rows: Sequence[Baris], isi: Mapping[str, str]) -> list[Baris]:
    """The rows of the sheet with these fields typed over; what no field holds stays."""
    found: list[Baris] = []
    for one in ISIAN_PROFIL:
        kept = [row for row in rows if _is_of(row, one)]
        found += _typed(one, isi[one.kunci], kept) if one.kunci in isi else kept
    return found


def profil_places(rows: Sequence[Baris]) -> dict[str, str]:
    """By cell (``Profil!B7``): the field whose line stands there."""
    names = {_label(one): one.kunci for one in _OFFERED}
    return {
        f"{PROFIL}!{letter}{number}": names[str(row["isian"])]
        for number, row in enumerate(rows, start=FIRST_ROW)
        if row["isian"] in names
        for letter in "BC"
    }


def _typed(one: Isian, text: str, kept: Sequence[Baris]) -> list[Baris]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if one.baris == 1:
        lines = ["\n".join(lines)]
    rows: list[Baris] = []
    for line in lines or [""]:
        first, _, second = line.partition(PARTED) if one.kunci in _TWO_PARTS else (line, "", "")
        note = one.catatan if not rows else None
        rows.append(
            {
                "isian": kept[0]["isian"] if kept else _label(one),
                "nilai": first.strip(),
                "rincian": second.strip(),
                "petunjuk": note,
            }
        )
    return rows


def _lines(rows: Sequence[Baris], one: Isian) -> list[Baris]:
    return [row for row in rows if _is_of(row, one) and (row.get("nilai") or row.get("rincian"))]


def _is_of(row: Baris, one: Isian) -> bool:
    return row.get("isian") == _label(one)


def _label(one: Isian) -> str:
    return f"{one.label} *" if one.is_wajib else one.label


def _said(row: Baris) -> str:
    first, second = _shown(row.get("nilai")), _shown(row.get("rincian"))
    return f"{first} {PARTED} {second}" if second else first


def _shown(value: Isi) -> str:
    return format_plain(value) if isinstance(value, Decimal) else (value or "")
