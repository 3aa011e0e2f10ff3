"""What is complete and what is missing: the matrix sasaran × 7 and the board "siap terbit?".

The regional evaluation grades exactly this share (rules: aturan.BAGIAN_LKE).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja.anggaran import supporting_lines
from runut.core.kinerja.angka import divide, round_half_up
from runut.core.kinerja.model import DataKinerja, Sasaran
from runut.core.kinerja.predikat import grade_share
from runut.core.kinerja.rekap import BarisCapaian
from runut.core.report.lakip.draft import Draft, prepare_draft
from runut.core.report.lakip.keys import (
    ANALISIS,
    KATA_PENGANTAR,
    analisis_key,
    penunjang_key,
    penyebab_key,
    sasaran_key,
    solusi_key,
)
from runut.core.report.lakip.sections import Section, editable_sections

_RULE = "PermenPANRB Nomor 53 Tahun 2014, anak lampiran II/1, Bab III.A butir"


@dataclass(frozen=True)
class Sel:
    """One of the seven analyses of one sasaran. ``kurang`` says what is missing; none: complete.

    ``key`` is the section where the missing words are written.
    """

    sasaran_id: str
    nomor: int
    key: str
    kurang: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        return not self.kurang


@dataclass(frozen=True)
class Matriks:
    """All sasaran × 7, the share that is complete in percent, and its LKE grade."""

    sels: tuple[Sel, ...]
    lengkap: int
    bagian: Decimal
    nilai: str

    @property
    def jumlah(self) -> int:
        return len(self.sels)

    def row(self, sasaran_id: str) -> tuple[Sel, ...]:
        return tuple(sel for sel in self.sels if sel.sasaran_id == sasaran_id)

    def is_complete(self, nomor: int) -> bool:
        """Whether analysis ``nomor`` is complete for every sasaran (and there is one)."""
        column = [sel for sel in self.sels if sel.nomor == nomor]
        return bool(column) and all(sel.is_complete for sel in column)


def compose_matrix(data: DataKinerja, texts: Mapping[str, str]) -> Matriks:
    """Which analyses of which sasaran are complete, and what the others lack."""
    return matrix_of(prepare_draft(data, texts))


def matrix_of(draft: Draft) -> Matriks:
    sels = tuple(
        _cell(draft, sasaran, nomor) for sasaran in draft.data.sasarans for nomor in _CHECKS
    )
    done = sum(sel.is_complete for sel in sels)
    share = round_half_up(divide(Decimal(100 * done), Decimal(len(sels)))) if sels else Decimal(0)
    return Matriks(sels, done, share, grade_share(share).nama)


def siap_terbit(data: DataKinerja, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Everything that is missing before publication, with its section and chapter."""
    draft = prepare_draft(data, texts)
    return (
        *_profile_findings(draft),
        *_agreement_findings(draft),
        *_section_findings(draft),
        *(_cell_finding(draft, sel) for sel in matrix_of(draft).sels if not sel.is_complete),
        *_budget_findings(draft),
    )


def _cell(draft: Draft, sasaran: Sasaran, nomor: int) -> Sel:
    rows = draft.rows_of(sasaran)
    if not rows:
        return Sel(sasaran.id, nomor, sasaran_key(sasaran.id), ("indikator kinerja",))
    missing = _CHECKS[nomor](draft, sasaran, rows)
    return Sel(sasaran.id, nomor, _key_of(sasaran, nomor, missing), tuple(missing))


def _key_of(sasaran: Sasaran, nomor: int, missing: list[str]) -> str:
    if nomor == 5:
        is_cause = not missing or missing[0] == _PENYEBAB
        return penyebab_key(sasaran.id) if is_cause else solusi_key(sasaran.id)
    return penunjang_key(sasaran.id) if nomor == 7 else analisis_key(sasaran.id, nomor)


_PENYEBAB = "uraian penyebab"
_SOLUSI = "uraian solusi yang telah dilakukan"
_PENUNJANG = "uraian program dan kegiatan penunjang"
_WORDS = (_PENYEBAB, _SOLUSI, _PENUNJANG)

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
    if analisis_key(sasaran.id, 2) in draft.words:
        return []
    last = draft.tahun - 1
    known = [row.indikator.riwayat.get(last) for row in rows]
    return [
        f"realisasi tahun {last} untuk {row.indikator.nama}"
        for row, figure in zip(rows, known, strict=True)
        if figure is None or figure.nilai is None
    ]


def _midterm(draft: Draft, sasaran: Sasaran, rows: Rows) -> list[str]:
    if analisis_key(sasaran.id, 3) in draft.words:
        return []
    end = draft.renstra_akhir
    known = [row.indikator.renstra.get(end) for row in rows]
    return [
        f"target akhir Renstra {end} untuk {row.indikator.nama}"
        for row, figure in zip(rows, known, strict=True)
        if figure is None or figure.nilai is None
    ]


def _benchmark(draft: Draft, sasaran: Sasaran, rows: Rows) -> list[str]:
    if analisis_key(sasaran.id, 4) in draft.words:
        return []
    return [
        f"standar nasional untuk {row.indikator.nama}, atau pernyataan bahwa tidak ada"
        for row in rows
        if row.indikator.standar_nasional is None and not row.indikator.tanpa_standar_nasional
    ]


def _causes(draft: Draft, sasaran: Sasaran, _rows: Rows) -> list[str]:
    missing = []
    if penyebab_key(sasaran.id) not in draft.words:
        missing.append(_PENYEBAB)
    if solusi_key(sasaran.id) not in draft.words:
        missing.append(_SOLUSI)
    return missing


def _efficiency(draft: Draft, sasaran: Sasaran, _rows: Rows) -> list[str]:
    is_explained = analisis_key(sasaran.id, 6) in draft.words
    if draft.efisiensi_of(sasaran).hasil.simpulan or is_explained:
        return []
    return ["anggaran dan capaian sasaran ini, atau penjelasan efisiensi"]


def _supporting(draft: Draft, sasaran: Sasaran, _rows: Rows) -> list[str]:
    missing = []
    if not supporting_lines(draft.data, sasaran.id):
        missing.append("sub kegiatan yang menyebut sasaran ini")
    if penunjang_key(sasaran.id) not in draft.words:
        missing.append(_PENUNJANG)
    return missing


_CHECKS: dict[int, Callable[[Draft, Sasaran, Rows], list[str]]] = {
    1: _target,
    2: _history,
    3: _midterm,
    4: _benchmark,
    5: _causes,
    6: _efficiency,
    7: _supporting,
}


def _cell_finding(draft: Draft, sel: Sel) -> Finding:
    sasaran = next(one for one in draft.data.sasarans if one.id == sel.sasaran_id)
    label = draft.label_of(sasaran)
    return Finding(
        f"lakip.analisis{sel.nomor}",
        Level.WARNING,
        f"Bab III.A, {label}, analisis {sel.nomor} ({ANALISIS[sel.nomor - 1].lower()}) belum "
        f"lengkap: {'; '.join(sel.kurang)}.",
        _advice(draft, sel),
        Place(sel=sasaran.sel or None, bagian=sel.key),
        f"{_RULE} {sel.nomor}",
    )


def _advice(draft: Draft, sel: Sel) -> str:
    """Words are asked of who usually writes them; figures belong in the workbook."""
    section = next(one for one in editable_sections(draft.data) if one.key == sel.key)
    if any(lack in _WORDS for lack in sel.kurang):
        return f"Tulis {section.ask}. Biasanya diisi oleh {section.writer}."
    if not draft.data.indikators_of(sel.sasaran_id):
        return "Isi lembar Indikator pada buku data."
    return f"Lengkapi buku data, atau jelaskan pada bagian {section.title}."


def _section_findings(draft: Draft) -> list[Finding]:
    """Required words outside the seven analyses; those inside belong to their cell."""
    inside = {
        key
        for sasaran in draft.data.sasarans
        for key in (penyebab_key(sasaran.id), solusi_key(sasaran.id), penunjang_key(sasaran.id))
    }
    return [
        _section_finding(section)
        for section in editable_sections(draft.data)
        if section.is_required and section.key not in draft.words and section.key not in inside
    ]


def _section_finding(section: Section) -> Finding:
    return Finding(
        "lakip.bagian_kosong",
        Level.WARNING,
        f"{section.bab}, bagian {section.title} belum diisi.",
        f"Tulis {section.ask}. Biasanya diisi oleh {section.writer}.",
        Place(bagian=section.key),
        "PermenPANRB Nomor 53 Tahun 2014, anak lampiran II/1",
    )


def _profile_findings(draft: Draft) -> list[Finding]:
    profil = draft.data.profil
    found = []
    if not draft.data.sasarans:
        found.append(
            Finding(
                "lakip.tanpa_sasaran",
                Level.BLOCKER,
                "Bab III tidak dapat disusun karena belum ada sasaran.",
                "Isi lembar Sasaran dan Indikator pada buku data.",
            )
        )
    found += [
        Finding(
            "lakip.profil_kosong",
            Level.WARNING,
            f"Kata Pengantar: {name} belum diisi.",
            f"Isi {name} pada lembar Profil.",
            Place(bagian=KATA_PENGANTAR),
        )
        for name, value in (
            ("nama pimpinan", profil.pimpinan.nama),
            ("NIP pimpinan", profil.pimpinan.nip),
            ("kota", profil.kota),
        )
        if not value
    ]
    if profil.is_contoh:
        found.append(
            Finding(
                "lakip.data_contoh",
                Level.INFO,
                "Laporan dibuat dari data contoh dan menyatakannya pada setiap halaman.",
                "Ganti dengan data sebenarnya sebelum diterbitkan.",
            )
        )
    return found


def _agreement_findings(draft: Draft) -> list[Finding]:
    if draft.data.pk_tanggal:
        return []
    return [
        Finding(
            "lakip.pk_tanpa_tanggal",
            Level.WARNING,
            "Lampiran 1: tanggal Perjanjian Kinerja belum diisi.",
            "Isi tanggal sesuai naskah yang ditandatangani.",
            Place(bagian="lampiran1"),
        )
    ]


def _budget_findings(draft: Draft) -> list[Finding]:
    if draft.total.pagu and not draft.total.belum_diisi:
        return []
    number = draft.total.belum_diisi
    lacking = f"{number} angka pagu atau realisasi kosong" if number else "anggaran belum diisi"
    return [
        Finding(
            "lakip.anggaran",
            Level.WARNING,
            f"Bab III.B, realisasi anggaran: {lacking}.",
            "Lengkapi lembar Anggaran pada buku data.",
            Place(bagian="bab3.anggaran"),
            "PermenPANRB Nomor 53 Tahun 2014, anak lampiran II/1, Bab III.B",
        )
    ]
