"""The capaian that stands in the sheet against the one that we compute: never read, compared."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from runut.core.findings import Finding, Level
from runut.core.kinerja.angka import format_exact, read_angka
from runut.core.kinerja.capaian import HasilCapaian, compute_capaian
from runut.core.kinerja.lembar import CAPAIAN
from runut.core.kinerja.model import Indikator
from runut.files.read.workbook.cells import Sel, decimal_of, problem
from runut.files.read.workbook.grid import Baris

_NEAR = Decimal("0.06")
"""Two roundings apart, and no more."""


def compare_capaian(rows: Iterable[Baris], indikators: Iterable[Indikator]) -> Iterator[Finding]:
    """Asks where the sheet says another capaian: another rule, or a figure typed over ours."""
    for row, indikator in zip(rows, indikators, strict=True):
        sel = row[CAPAIAN]
        said = _number(sel)
        if said is None:
            continue
        hasil = compute_capaian(indikator)
        if any(_is_near(said, one) for one in (hasil, hasil.bagian) if one is not None):
            continue
        ours = (
            f"kami menghitung {hasil.capaian_teks}"
            if hasil.capaian is not None
            else f"kami tidak menghitungnya: {hasil.alasan}"
        )
        yield problem(
            sel,
            "capaian_berbeda",
            f"capaian '{indikator.nama}' tertulis {format_exact(said)}, padahal "
            f"{ours.rstrip('.')}.",
            "Periksa target, realisasi, dan rumusnya; laporan memakai hitungan Runut.",
            Level.WARNING,
        )


def _number(sel: Sel) -> Decimal | None:
    if isinstance(sel.isi, str):
        return read_angka(sel.isi) if sel.isi.strip() else None
    if isinstance(sel.isi, bool) or not isinstance(sel.isi, int | float):
        return None
    return decimal_of(sel.isi)


def _is_near(said: Decimal, hasil: HasilCapaian) -> bool:
    """As a percentage, or as a part of one."""
    ours = hasil.capaian
    return ours is not None and any(abs(way - ours) < _NEAR for way in (said, said * 100))
