"""Figures many times others that should be near them: most often a slipped comma."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from runut.core.findings import Finding
from runut.core.kinerja.angka import divide, format_nilai
from runut.core.kinerja.aturan import LONJAKAN_WAJAR
from runut.core.kinerja.model import Indikator, Jenis, Terukur
from runut.core.kinerja.pemeriksaan.temuan import finding_at


def check_lonjakan(indikator: Indikator, tahun: int) -> Iterator[Finding]:
    """The year against the last one, the earlier years against each other, and the Renstra."""
    yield from _through_years(
        indikator, "realisasi", {**indikator.riwayat, tahun: indikator.realisasi}
    )
    yield from _through_years(
        indikator, "target", {**indikator.riwayat_target, tahun: indikator.target}
    )
    yield from _through_years(indikator, "target Renstra", indikator.renstra)
    planned = indikator.renstra.get(tahun)
    if planned is not None and is_jump(planned, indikator.target):
        yield _jump(indikator, "target", indikator.target, planned, "target Renstra tahun itu")
    standar = indikator.standar_nasional
    if standar is not None and is_jump(indikator.realisasi, standar):
        yield _jump(indikator, "standar nasional", standar, indikator.realisasi, "realisasi")


def is_jump(one: Terukur, other: Terukur) -> bool:
    """Whether two figures that should be near each other are many times apart."""
    if {one.jenis, other.jenis} & {Jenis.TANGGAL, Jenis.ADA, Jenis.TINGKAT}:
        return False
    lama, baru = one.nilai, other.nilai
    if not isinstance(lama, Decimal) or not isinstance(baru, Decimal) or lama <= 0 or baru <= 0:
        return False
    return divide(max(lama, baru), min(lama, baru)) >= LONJAKAN_WAJAR.nilai


def _through_years(
    indikator: Indikator, apa: str, figures: Mapping[int, Terukur]
) -> Iterator[Finding]:
    years = [y for y in sorted(figures) if figures[y].nilai is not None]
    for before, year in pairwise(years):
        if is_jump(figures[before], figures[year]):
            yield _jump(indikator, apa, figures[year], figures[before], f"tahun {before}")


def _jump(indikator: Indikator, apa: str, baru: Terukur, lama: Terukur, beside: str) -> Finding:
    return finding_at(
        "lonjakan",
        baru.sel,
        f"{apa} {format_nilai(baru.nilai)} berbeda berkali lipat dari {beside}, "
        f"{format_nilai(lama.nilai)}.",
        "Periksa letak koma, persen, dan satuannya.",
        tentang=f"{indikator.id} {apa} {baru.nilai} {lama.nilai}",
    )
