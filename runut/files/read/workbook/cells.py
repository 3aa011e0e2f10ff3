"""One cell of the data workbook: where it stands, and what it says as text, figure or choice.

Every reader takes the list of problems and adds to it; a cell that cannot be read gives None or
an empty text beside its problem, never a guess.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from typing import TypeVar

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja import lembar
from runut.core.kinerja.angka import (
    format_plain,
    is_ambiguous,
    is_not_measured,
    is_plausible_size,
    read_angka,
    read_rupiah,
)
from runut.core.kinerja.model import Polaritas, Terukur
from runut.core.kinerja.terbaca import Pertanyaan
from runut.core.kinerja.tulisan import read_tulisan
from runut.core.words.dates import format_date

T = TypeVar("T")
Isi = str | float | bool | date | time | timedelta
_LONGEST_SHOWN = 40
_EXACT_FLOAT = 1e15
_SMALLEST = Decimal("1e-12")


@dataclass(frozen=True)
class Sel:
    """A cell: sheet, address such as ``H7``, the head of its column, and what is in it.

    ``is_absent``: the sheet has no such column, which was said once already.
    """

    lembar: str
    alamat: str
    judul: str
    isi: Isi
    is_absent: bool = False

    @property
    def place(self) -> str:
        return f"{self.lembar}!{self.alamat}"

    @property
    def is_empty(self) -> bool:
        return isinstance(self.isi, str) and not self.isi.strip()


def problem(sel: Sel, kode: str, pesan: str, usul: str, tingkat: Level = Level.BLOCKER) -> Finding:
    """A finding that names sheet and cell."""
    return Finding(
        kode,
        tingkat,
        f"Lembar {sel.lembar}, sel {sel.alamat}: {pesan}",
        usul,
        Place(sel=sel.place),
    )


def text_of(sel: Sel, problems: list[Finding]) -> str:
    """The words of a cell; a number or a date as it would be written."""
    isi = sel.isi
    if isinstance(isi, str):
        return isi.strip()
    if isinstance(isi, bool):
        return lembar.YA if isi else lembar.TIDAK
    if isinstance(isi, date):
        return format_date(isi)
    if isinstance(isi, int | float):
        if abs(isi) >= _EXACT_FLOAT:
            problems.append(
                problem(
                    sel,
                    "angka_terpotong",
                    "angka sepanjang ini kehilangan angka terakhirnya di Excel.",
                    "Ubah format sel menjadi Teks, lalu ketik ulang.",
                )
            )
        return str(int(isi)) if float(isi).is_integer() else repr(float(isi))
    return str(isi)


def required_text(sel: Sel, problems: list[Finding]) -> str:
    """As ``text_of``; an empty cell is a problem."""
    text = text_of(sel, problems)
    if not text and not sel.is_absent:
        problems.append(
            problem(sel, "wajib_kosong", f"{sel.judul} belum diisi.", f"Isi {sel.judul}.")
        )
    return text


def choice_of(sel: Sel, pilihan: Sequence[str], bawaan: T, problems: list[Finding]) -> str | T:
    """One of the allowed words, small or capital letters; ``bawaan`` when the cell is empty."""
    text = text_of(sel, problems).lower()
    if not text:
        return bawaan
    if text not in pilihan:
        problems.append(
            problem(
                sel,
                "pilihan_tidak_dikenal",
                f"{show(sel.isi)} bukan pilihan untuk {sel.judul}.",
                f"Pilih salah satu: {', '.join(pilihan)}.",
            )
        )
        return bawaan
    return text


def nilai_of(
    sel: Sel, polaritas: Polaritas, is_target: bool, problems: list[Finding], satuan: str = ""
) -> Terukur:
    """The figure of an indicator: a number, or words that say one, a range, a predicate, a day."""
    if sel.is_empty or (isinstance(sel.isi, str) and is_not_measured(sel.isi)):
        return Terukur(None, sel.place)
    is_range = polaritas is Polaritas.RENTANG and is_target
    text = _words(sel, satuan, is_range=is_range)
    if text is None:
        return number_of(sel, problems)
    found = read_tulisan(text, polaritas, satuan, is_target=is_target)
    if isinstance(found, Pertanyaan):
        problems.append(problem(sel, found.kode, found.pesan, found.usul))
        return Terukur(None, sel.place)
    if isinstance(found.nilai, Decimal) and found.tulisan is None:
        return number_of(sel, problems)
    if found.is_bermakna_ganda and isinstance(found.nilai, Decimal):
        problems.append(_two_readings(sel, found.nilai))
    return Terukur(found.nilai, sel.place, found.tulisan)


def _words(sel: Sel, satuan: str, *, is_range: bool) -> str | None:
    """What a cell says in words; None where it holds a number or what Excel made of one."""
    if isinstance(sel.isi, str):
        return sel.isi
    if isinstance(sel.isi, date) and "tanggal" in satuan.lower():
        return format_date(sel.isi)
    return _bare(sel) if is_range else None


def _bare(sel: Sel) -> str:
    number = _number(sel, read_angka)
    return str(sel.isi) if number is None else format_plain(number)


def number_of(
    sel: Sel, problems: list[Finding], read: Callable[[str], Decimal | None] = read_angka
) -> Terukur:
    """A number, typed as a number or as Indonesian text; empty is not measured."""
    if sel.is_empty or (isinstance(sel.isi, str) and is_not_measured(sel.isi)):
        return Terukur(None, sel.place)
    number = _number(sel, read)
    if number is None:
        problems.append(_not_a_number(sel))
    elif not is_plausible_size(number):
        problems.append(
            problem(
                sel,
                "angka_tidak_wajar",
                f"{show(sel.isi)} di luar ukuran yang wajar.",
                "Periksa angkanya.",
            )
        )
        number = None
    elif read is read_angka and isinstance(sel.isi, str) and is_ambiguous(sel.isi):
        problems.append(_two_readings(sel, number))
    return Terukur(number, sel.place)


def rupiah_of(sel: Sel, problems: list[Finding]) -> Terukur:
    """Money: a dot in a column of rupiah is always one of thousands. Never negative."""
    terukur = number_of(sel, problems, read_rupiah)
    if isinstance(terukur.nilai, Decimal) and terukur.nilai < 0:
        problems.append(
            problem(
                sel,
                "rupiah_negatif",
                f"{show(sel.isi)} negatif.",
                "Isi jumlah rupiah yang tidak negatif.",
            )
        )
    return terukur


def _number(sel: Sel, read: Callable[[str], Decimal | None]) -> Decimal | None:
    if isinstance(sel.isi, str):
        return read(sel.isi)
    if isinstance(sel.isi, bool) or not isinstance(sel.isi, int | float):
        return None
    return decimal_of(sel.isi)


def decimal_of(isi: float) -> Decimal:
    """The number of a cell with the digits that a sheet can show: a third is not endless.

    >>> decimal_of(0.978), decimal_of(5.0), decimal_of(0.1 + 0.2)
    (Decimal('0.978'), Decimal('5'), Decimal('0.3'))
    >>> decimal_of(880 / 9)
    Decimal('97.777777777778')
    """
    if float(isi).is_integer():
        return Decimal(int(isi))
    number = Decimal(f"{isi:.15g}")
    is_long = number.as_tuple().exponent < _SMALLEST.as_tuple().exponent  # type: ignore[operator]
    return number.quantize(_SMALLEST) if is_long and number.adjusted() < 10 else number


def _not_a_number(sel: Sel) -> Finding:
    if isinstance(sel.isi, date | time | timedelta):
        return problem(
            sel,
            "bukan_angka",
            "isinya tanggal atau jam; Excel mengubah ketikan angka menjadi tanggal.",
            "Ubah format sel menjadi Teks, lalu ketik ulang angkanya; bila memang tanggal, isi "
            "satuannya: tanggal.",
        )
    return problem(
        sel,
        "bukan_angka",
        f"{show(sel.isi)} bukan angka.",
        "Isi dengan angka, misalnya 93,75.",
    )


def _two_readings(sel: Sel, number: Decimal) -> Finding:
    thousands = str(number).replace(".", "")
    return problem(
        sel,
        "titik_bermakna_ganda",
        f"{show(sel.isi)} dibaca sebagai {str(number).replace('.', ',')} (titik desimal).",
        f"Bila maksudnya ribuan, ketik {thousands} tanpa titik.",
        Level.WARNING,
    )


def show(isi: Isi) -> str:
    """What stands in a cell, short enough for a sentence."""
    if isinstance(isi, date):
        return format_date(isi)
    text = str(isi).strip()
    short = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return f"'{short}'"
