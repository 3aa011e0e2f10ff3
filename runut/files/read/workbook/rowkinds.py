"""Rows below the heads that hold no data of their own: totals, numbers of columns, heads again."""

import re
from collections.abc import Mapping
from enum import Enum

from runut.core.findings import Finding, Level
from runut.core.kinerja import lembar as buku
from runut.core.kinerja.lembar import normalize_judul
from runut.files.read.workbook.as_seen import IDENTITY, Sheet
from runut.files.read.workbook.cells import Sel, problem, show
from runut.files.read.workbook.heads import is_figure, key_of

_TOTAL = re.compile(
    r"(?:grand |sub[ -]?)?(?:jumlah|total|rata[ -]rata|rerata)"
    r"(?: (?:total|umum|besar|seluruh(?:nya)?|keseluruhan|semua|anggaran|pagu|belanja|realisasi"
    r"|indikator|sasaran|program|kegiatan|sub kegiatan|pegawai|dan|[ivx]{1,4}|[0-9]{1,2}|[a-z]"
    r"|\([^)]*\)))*\s*[:.=]?"
)
_NUMBER = re.compile(r"\(?([0-9]{1,2})\)?")
_LEAST_NUMBERS = 3


class Kind(Enum):
    """What a filled row below the heads is."""

    DATA = "data"
    TOTAL = "jumlah"
    NUMBERS = "nomor kolom"
    HEADS = "judul lagi"
    STRUCK = "dicoret"
    LOOSE = "lepas"


def kind_of(lembar: str, nomor: int, cells: Mapping[str, Sel], sheet: Sheet) -> Kind:
    """What this row is. In doubt it is data, and what it lacks is said."""
    filled = {kunci: sel for kunci, sel in cells.items() if not sel.is_empty}
    if nomor - 1 in sheet.struck_rows:
        return Kind.STRUCK
    if len(filled) > 1 and all(key_of(lembar, str(s.isi)) == k for k, s in filled.items()):
        return Kind.HEADS
    if _counts_columns(filled):
        return Kind.NUMBERS
    if _is_total(lembar, filled):
        return Kind.TOTAL
    return Kind.LOOSE if _is_loose(lembar, filled) else Kind.DATA


def say_kind(
    kind: Kind,
    nomor: int,
    cells: Mapping[str, Sel],
    sheet: Sheet,
    problems: list[Finding],
) -> None:
    """Name what is not read as data; loose cells are named with all that is unread."""
    if kind is Kind.LOOSE:
        return
    sheet.name_row(nomor - 1)
    first = next(sel for sel in cells.values() if not sel.is_empty)
    if kind is Kind.TOTAL:
        pesan = f"baris {nomor} ({show(first.isi)}) baris jumlah, jadi tidak dibaca sebagai data."
        problems.append(problem(first, "baris_jumlah", pesan, "", Level.INFO))
    elif kind is Kind.STRUCK:
        pesan = f"baris {nomor} ({show(first.isi)}) dicoret, jadi tidak dihitung."
        usul = "Hapus barisnya; bila masih berlaku, hilangkan coretannya."
        problems.append(problem(first, "baris_dicoret", pesan, usul, Level.WARNING))


def _counts_columns(filled: Mapping[str, Sel]) -> bool:
    """(1) (2) (3) … under the heads."""
    if len(filled) < _LEAST_NUMBERS:
        return False
    texts = (str(s.isi).strip().removesuffix(".0") for s in filled.values())
    numbers = [int(m[1]) for t in texts if (m := _NUMBER.fullmatch(t))]
    return len(numbers) == len(filled) and numbers == list(range(1, len(filled) + 1))


def _is_total(lembar: str, filled: Mapping[str, Sel]) -> bool:
    if lembar == buku.PROFIL:
        label, nilai = filled.get("isian"), filled.get("nilai")
        is_staff = label is not None and normalize_judul(str(label.isi)).startswith("pegawai")
        return is_staff and nilai is not None and _says_total(nilai)
    words = {k: s for k, s in filled.items() if not is_figure(lembar, k)}
    return any(map(_says_total, words.values())) and all(
        _says_total(s) or k not in ("id", "kode", "polaritas", "tingkat") for k, s in words.items()
    )


def _says_total(sel: Sel) -> bool:
    return isinstance(sel.isi, str) and _TOTAL.fullmatch(normalize_judul(sel.isi)) is not None


def _is_loose(lembar: str, filled: Mapping[str, Sel]) -> bool:
    """Words beside the table: a place and date, a title over a group, a remark."""
    if lembar not in (buku.INDIKATOR, buku.ANGGARAN):
        return False
    has_figure = any(is_figure(lembar, kunci) for kunci in filled)
    is_known = any(kunci in filled for kunci in IDENTITY[lembar])
    return len(filled) == 1 or not (has_figure or is_known)
