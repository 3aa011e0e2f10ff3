"""Figures of several quarters made into one: last, sum, mean, or x and y each added up."""

from decimal import Decimal

from runut.core.kinerja.angka import divide, format_angka, format_exact
from runut.core.kinerja.model import (
    Agregasi,
    Indikator,
    Jenis,
    Nilai,
    Polaritas,
    Rentang,
    Terukur,
    Tulisan,
)
from runut.core.kinerja.satuan import is_persen

KOSONG = Terukur(None, "")
_SMALLEST_EXPONENT = -12


def target_of(indikator: Indikator, q: int) -> Terukur:
    return indikator.target_triwulan[q] if q < len(indikator.target_triwulan) else KOSONG


def realisasi_of(indikator: Indikator, q: int) -> Terukur:
    return indikator.realisasi_triwulan[q] if q < len(indikator.realisasi_triwulan) else KOSONG


def put_together(
    indikator: Indikator, agregasi: Agregasi, quarters: tuple[int, ...], *, is_target: bool
) -> tuple[Terukur, str] | str:
    """(the figure, how it was made), or why it cannot be made."""
    of = target_of if is_target else realisasi_of
    figures = [of(indikator, q) for q in quarters]
    if not figures:
        return KOSONG, ""
    if agregasi is Agregasi.AKHIR:
        return figures[-1], format_cell(figures[-1])
    if indikator.polaritas is Polaritas.PREDIKAT:
        return "Predikat tidak dapat dijumlahkan; pakai agregasi akhir."
    if any(f.jenis is Jenis.TANGGAL for f in figures):
        return "Tanggal tidak dapat dijumlahkan; pakai agregasi akhir."
    if agregasi is Agregasi.RASIO:
        return _ratio(indikator, figures, is_target)
    total = _total([f.nilai for f in figures])
    if total is None:
        return "Angka triwulan tidak dapat dijumlahkan."
    if agregasi is Agregasi.RATA_RATA:
        return _mean(total[0], len(figures), total[1])
    return Terukur(total[0], _cells(figures)), total[1]


def _mean(total: Nilai, count: int, how: str) -> tuple[Terukur, str] | str:
    if isinstance(total, Rentang):
        n = Decimal(count)
        mean = Rentang(divide(total.low, n), divide(total.high, n))
        return Terukur(mean, ""), f"({how}) ÷ {count}"
    if not isinstance(total, Decimal):
        return "Angka triwulan tidak dapat dirata-ratakan."
    nilai = divide(total, Decimal(count))
    said = f"({how.partition(' = ')[0]}) ÷ {count}"
    exponent = nilai.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= _SMALLEST_EXPONENT:
        return Terukur(nilai, ""), f"{said} = {format_exact(nilai)}"
    shown = f"{format_angka(nilai)} ({format_exact(total)} ÷ {count})"
    tulisan = Tulisan(shown, Jenis.PECAHAN, x=total, y=Decimal(count))
    return Terukur(nilai, "", tulisan), said


def _ratio(
    indikator: Indikator, figures: list[Terukur], is_target: bool
) -> tuple[Terukur, str] | str:
    pairs = [(f.tulisan.x, f.tulisan.y) for f in figures if f.tulisan]
    known = [(x, y) for x, y in pairs if x is not None and y is not None]
    if len(known) < len(figures):
        if is_target:  # a share is planned as a level, not as x of y
            return figures[-1], format_cell(figures[-1])
        return "Agregasi rasio memerlukan x dan y pada setiap triwulan, misalnya 25 dari 30."
    x = sum((one for one, _ in known), Decimal(0))
    y = sum((one for _, one in known), Decimal(0))
    teks = f"{format_exact(x)} dari {format_exact(y)}"
    nilai = divide(x * 100, y) if is_persen(indikator.satuan) else x
    how = " + ".join(f"{format_exact(a)}/{format_exact(b)}" for a, b in known)
    return Terukur(
        nilai, _cells(figures), Tulisan(teks, Jenis.PECAHAN, x=x, y=y)
    ), f"{how} = {teks}"


def format_cell(terukur: Terukur) -> str:
    """A figure of a quarter inside a working."""
    if terukur.tulisan:
        return terukur.tulisan.teks
    nilai = terukur.nilai
    if isinstance(nilai, Rentang):
        return f"{format_exact(nilai.low)}–{format_exact(nilai.high)}"
    return format_exact(nilai) if isinstance(nilai, Decimal) else str(nilai)


def _total(values: list[Nilai | None]) -> tuple[Nilai, str] | None:
    numbers = [v for v in values if isinstance(v, Decimal)]
    if len(numbers) == len(values):
        total = sum(numbers, Decimal(0))
        return total, _sum_text(numbers, total)
    ranges = [v for v in values if isinstance(v, Rentang)]
    if len(ranges) != len(values):
        return None
    low = sum((v.low for v in ranges), Decimal(0))
    high = sum((v.high for v in ranges), Decimal(0))
    return Rentang(low, high), f"{format_exact(low)}–{format_exact(high)}"


def _sum_text(numbers: list[Decimal], total: Decimal) -> str:
    if len(numbers) == 1:
        return format_exact(total)
    return f"{' + '.join(format_exact(n) for n in numbers)} = {format_exact(total)}"


def _cells(figures: list[Terukur]) -> str:
    return figures[0].sel if len(figures) == 1 else ""
