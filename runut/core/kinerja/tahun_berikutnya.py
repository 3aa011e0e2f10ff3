"""The figures of a year as the start of the next: what stays, what moves, what is emptied.

Names of sasaran, indicators and budget lines stay; what was measured becomes history; targets come
from the Renstra where it has them. Words about the year are emptied: a book that says last year's
reasons is worse than one that says none.
"""

from dataclasses import replace

from runut.core.kinerja.model import Anggaran, DataKinerja, Indikator, Terukur

_EMPTY = Terukur(None, "")


def next_year(data: DataKinerja) -> DataKinerja:
    """The data of the year after, to be filled in by people."""
    tahun = data.tahun + 1
    return replace(
        data,
        tahun=tahun,
        indikators=tuple(_indikator(one, data.tahun) for one in data.indikators),
        anggaran=tuple(map(_anggaran, data.anggaran)),
        analisis=(),
        narasi={},
        pk_tanggal="",
    )


def _indikator(one: Indikator, tahun: int) -> Indikator:
    return replace(
        one,
        target=one.renstra.get(tahun + 1, _EMPTY),
        realisasi=_EMPTY,
        target_triwulan=(),
        realisasi_triwulan=(),
        riwayat=_with(one.riwayat, tahun, one.realisasi),
        riwayat_target=_with(one.riwayat_target, tahun, one.target),
        standar_nasional=None,
        standar_nasional_sumber="",
        tanpa_standar_nasional=False,
    )


def _with(history: dict[int, Terukur], tahun: int, measured: Terukur) -> dict[int, Terukur]:
    return {**history, tahun: measured} if measured.nilai is not None else dict(history)


def _anggaran(one: Anggaran) -> Anggaran:
    return replace(
        one,
        pagu=_EMPTY,
        realisasi=_EMPTY,
        keluaran_target=None,
        keluaran_realisasi=None,
    )
