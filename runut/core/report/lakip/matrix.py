"""What is filled and what is missing: the matrix sasaran × 7.

A cell is filled or lacks something; it earns no grade, for nothing here knows whether it is good.
Words such as "ya" fill nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from runut.core.kinerja.anggaran import supporting_lines
from runut.core.kinerja.model import DataKinerja, Sasaran
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.lakip.draft import Draft, prepare_draft
from runut.core.report.lakip.keys import (
    analisis_key,
    hambatan_key,
    pendorong_key,
    penunjang_key,
    penyebab_key,
    sasaran_key,
    solusi_key,
)
from runut.core.report.lakip.wording import denies, is_said, quoted, says_nothing


@dataclass(frozen=True)
class Sel:
    """One of the seven analyses of one sasaran. ``kurang`` says what is missing; none: filled.

    ``key`` is the section where the missing words are written.
    """

    sasaran_id: str
    nomor: int
    key: str
    kurang: tuple[str, ...]

    @property
    def is_filled(self) -> bool:
        return not self.kurang


@dataclass(frozen=True)
class Matriks:
    """All sasaran × 7, and how many of them are filled."""

    sels: tuple[Sel, ...]

    @property
    def terisi(self) -> int:
        return sum(sel.is_filled for sel in self.sels)

    @property
    def jumlah(self) -> int:
        return len(self.sels)

    def row(self, sasaran_id: str) -> tuple[Sel, ...]:
        return tuple(sel for sel in self.sels if sel.sasaran_id == sasaran_id)


def compose_matrix(data: DataKinerja, texts: Mapping[str, str]) -> Matriks:
    """Which analyses of which sasaran are filled, and what the others lack."""
    return matrix_of(prepare_draft(data, texts))


def matrix_of(draft: Draft) -> Matriks:
    return Matriks(
        tuple(_cell(draft, sasaran, nomor) for sasaran in draft.data.sasarans for nomor in _CHECKS)
    )


def _cell(draft: Draft, sasaran: Sasaran, nomor: int) -> Sel:
    rows = tuple(row for row in draft.rows_of(sasaran) if row.is_dihitung)
    if not rows:
        return Sel(sasaran.id, nomor, sasaran_key(sasaran.id), ("indikator kinerja",))
    missing = _CHECKS[nomor](draft, sasaran, rows)
    return Sel(sasaran.id, nomor, _key_of(sasaran, nomor, missing), tuple(missing))


def _key_of(sasaran: Sasaran, nomor: int, missing: list[str]) -> str:
    if nomor == 5:
        is_cause = not missing or missing[0].startswith(PENYEBAB)
        return penyebab_key(sasaran.id) if is_cause else solusi_key(sasaran.id)
    return penunjang_key(sasaran.id) if nomor == 7 else analisis_key(sasaran.id, nomor)


PENYEBAB = "uraian penyebab"
SOLUSI = "uraian solusi yang telah dilakukan"
PENUNJANG = "uraian program dan kegiatan penunjang"

Rows = tuple[BarisCapaian, ...]


def _target(_draft: Draft, _sasaran: Sasaran, rows: Rows) -> list[str]:
    missing = []
    for row in rows:
        if row.indikator.target.nilai is None:
            missing.append(f"target {row.indikator.nama}")
        elif row.indikator.realisasi.nilai is None:
            missing.append(f"realisasi {row.indikator.nama}")
        elif row.hasil.capaian is None:
            missing.append(f"capaian {row.indikator.nama} yang dapat dihitung")
    return missing


def _history(draft: Draft, sasaran: Sasaran, rows: Rows) -> list[str]:
    if is_said(draft.words, analisis_key(sasaran.id, 2)):
        return []
    last = draft.tahun - 1
    known = [row.indikator.riwayat.get(last) for row in rows]
    return [
        f"realisasi tahun {last} untuk {row.indikator.nama}"
        for row, figure in zip(rows, known, strict=True)
        if figure is None or figure.nilai is None
    ]


def _midterm(draft: Draft, sasaran: Sasaran, rows: Rows) -> list[str]:
    if is_said(draft.words, analisis_key(sasaran.id, 3)):
        return []
    end = draft.renstra_akhir
    known = [row.indikator.renstra.get(end) for row in rows]
    return [
        f"target akhir Renstra {end} untuk {row.indikator.nama}"
        for row, figure in zip(rows, known, strict=True)
        if figure is None or figure.nilai is None
    ]


def _benchmark(draft: Draft, sasaran: Sasaran, rows: Rows) -> list[str]:
    words = draft.words.get(analisis_key(sasaran.id, 4), "")
    if denies(words) or not says_nothing(words):
        return []
    peers = {one.indikator_id for one in draft.data.pembanding if one.nilai.nilai is not None}
    return [
        f"standar nasional atau pembanding lain untuk {row.indikator.nama}, atau pernyataan bahwa "
        "tidak ada"
        for row in rows
        if row.indikator.standar_nasional is None
        and not row.indikator.tanpa_standar_nasional
        and row.indikator.id not in peers
    ]


def _causes(draft: Draft, sasaran: Sasaran, _rows: Rows) -> list[str]:
    slots = (pendorong_key(sasaran.id), hambatan_key(sasaran.id))
    has_slots = any(is_said(draft.words, key) for key in slots)
    return [
        *(() if has_slots else _unsaid(draft, penyebab_key(sasaran.id), PENYEBAB)),
        *_unsaid(draft, solusi_key(sasaran.id), SOLUSI),
    ]


def _efficiency(draft: Draft, sasaran: Sasaran, _rows: Rows) -> list[str]:
    is_explained = is_said(draft.words, analisis_key(sasaran.id, 6))
    if draft.efisiensi_of(sasaran).is_lengkap or is_explained:
        return []
    return ["anggaran dan capaian sasaran ini, atau penjelasan efisiensi"]


def _supporting(draft: Draft, sasaran: Sasaran, _rows: Rows) -> list[str]:
    missing = []
    if not supporting_lines(draft.data, sasaran.id):
        missing.append("sub kegiatan yang menyebut sasaran ini")
    return [*missing, *_unsaid(draft, penunjang_key(sasaran.id), PENUNJANG)]


def _unsaid(draft: Draft, key: str, what: str) -> list[str]:
    """What is not told under ``key``; words that tell nothing are named."""
    if key not in draft.words:
        return [what]
    text = draft.words[key]
    return [f"{what} (hanya tertulis {quoted(text)})"] if says_nothing(text) else []


_CHECKS: dict[int, Callable[[Draft, Sasaran, Rows], list[str]]] = {
    1: _target,
    2: _history,
    3: _midterm,
    4: _benchmark,
    5: _causes,
    6: _efficiency,
    7: _supporting,
}
