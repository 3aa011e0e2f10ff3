"""The figures of a year as the start of the next: what stays, what moves, what is emptied.

Names of sasaran, indicators and budget lines stay; what was measured becomes history; targets come
from the Renstra where it has them. Words about the year are emptied: a book that says last year's
reasons is worse than one that says none. The plan of action goes along with
what was answered to it: the next report answers it.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from runut.core.kinerja.model import Anggaran, DataKinerja, Indikator, Terukur
from runut.core.kinerja.tindakan import Jawaban, RencanaAksi

_EMPTY = Terukur(None, "")
_NONE: Mapping[tuple[int, str], Jawaban] = MappingProxyType({})


def next_year(data: DataKinerja, jawaban: Mapping[tuple[int, str], Jawaban] = _NONE) -> DataKinerja:
    """The data of the year after, to be filled in by people. ``jawaban``: what was answered to
    lines of the plan of action, by the year of the work and the code of the line."""
    tahun = data.tahun + 1
    return replace(
        data,
        tahun=tahun,
        indikators=tuple(_indikator(one, data.tahun) for one in data.indikators),
        anggaran=tuple(map(_anggaran, data.anggaran)),
        analisis=(),
        narasi={},
        pk_tanggal="",
        pembanding=(),
        rencana_aksi=tuple(
            _answered(replace(one, tahun=one.tahun_kerja(data.tahun)), jawaban)
            for one in data.rencana_aksi
            if not one.hasil or one.tahun_kerja(data.tahun) > data.tahun
        ),
        rekomendasi=(),
        pemanfaatan=(),
    )


def _answered(one: RencanaAksi, jawaban: Mapping[tuple[int, str], Jawaban]) -> RencanaAksi:
    """With its answer, unless the book has a result of its own."""
    said = jawaban.get((one.tahun or 0, one.id))
    return one if said is None or one.hasil else replace(one, hasil=said.hasil, bukti=said.bukti)


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
        tenaga_rencana=None,
        tenaga_realisasi=None,
        hari_rencana=None,
        hari_realisasi=None,
        pagu_awal=None,
        pagu_pergeseran=None,
        pagu_perubahan=None,
        realisasi_triwulan=(),
    )
