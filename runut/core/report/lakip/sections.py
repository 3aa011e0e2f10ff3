"""The sections that people may write: key, title, what is asked, and who usually knows.

The web editor shows exactly this list; the report prints each text at its place.
"""

from dataclasses import dataclass

from runut.core.kinerja.model import DataKinerja, Sasaran
from runut.core.report.lakip.keys import (
    ANALISIS,
    ANGGARAN,
    IKHTISAR,
    ISU,
    KATA_PENGANTAR,
    LANGKAH,
    LATAR_BELAKANG,
    LHE,
    METODE,
    PEGAWAI,
    PEMANFAATAN,
    PENGHARGAAN,
    PERJANJIAN,
    RENCANA_LALU,
    RENSTRA,
    RINGKASAN,
    SIMPULAN,
    STRUKTUR,
    TUGAS,
    analisis_key,
    hambatan_key,
    pendorong_key,
    penunjang_key,
    penyebab_key,
    rencana_key,
    sasaran_key,
    solusi_key,
)

_DRAFTERS = "tim penyusun"


@dataclass(frozen=True)
class Section:
    """A place for people's words. ``is_required``: the report shows a gap while it is empty.

    ``ask`` says what is to be written, ``writer`` who usually can; ``bab`` is the chapter. Words
    under one of ``instead`` say the same.
    """

    key: str
    title: str
    ask: str
    writer: str
    bab: str
    is_required: bool = False
    instead: tuple[str, ...] = ()


def editable_sections(data: DataKinerja) -> tuple[Section, ...]:
    """Every section of this year's report that takes words, in the order of the report."""
    return (
        *_front(),
        *_bab1(data),
        *_bab2(),
        *(
            section
            for number, sasaran in enumerate(data.sasarans, start=1)
            for section in _of_sasaran(data, number, sasaran)
        ),
        _section(ANGGARAN, "Realisasi anggaran", "penjelasan serapan anggaran", "Bab III.B"),
        _section(
            PENGHARGAAN,
            "Penghargaan",
            "penghargaan tahun ini: tabel nama penghargaan, pemberi, dan tanggal beserta tahun, "
            "lalu fotonya; "
            "bagian ini tidak dicetak bila kosong",
            "Bab III.C",
        ),
        _section(SIMPULAN, "Simpulan", "simpulan umum atas capaian kinerja", "Bab IV"),
        *(_steps(data, number, one) for number, one in enumerate(data.sasarans, start=1)),
        _section(LANGKAH, "Langkah perbaikan", "langkah perbaikan unit secara umum", "Bab IV"),
        _section(
            RENCANA_LALU,
            "Hasil rencana aksi sebelumnya",
            "apa yang terlaksana dari rencana aksi laporan sebelumnya",
            "Bab IV",
        ),
        _section(
            LHE,
            "Tindak lanjut hasil evaluasi",
            "apa yang dilakukan atas setiap rekomendasi LHE terakhir, atau alasannya",
            "Bab IV",
        ),
        _section(
            PEMANFAATAN,
            "Pemanfaatan informasi kinerja",
            "apa yang diubah dalam rencana, anggaran, atau cara kerja karena angka tahun lalu",
            "Bab IV",
        ),
    )


def _section(key: str, title: str, ask: str, bab: str, *, is_required: bool = False) -> Section:
    return Section(key, title, ask, _DRAFTERS, bab, is_required)


def _front() -> tuple[Section, ...]:
    return (
        _section(
            KATA_PENGANTAR,
            "Kata pengantar",
            "kata pengantar pimpinan; bila kosong dipakai kalimat baku",
            "Bagian depan",
        ),
        _section(
            IKHTISAR,
            "Ikhtisar eksekutif",
            "hal penting bagi pimpinan di luar angka",
            "Bagian depan",
        ),
    )


def _bab1(data: DataKinerja) -> tuple[Section, ...]:
    profil = data.profil
    return (
        _section(LATAR_BELAKANG, "Latar belakang", "keadaan khusus tahun ini", "Bab I"),
        _section("bab1.dasar_hukum", "Dasar hukum", "peraturan daerah yang mendasari", "Bab I"),
        _section(
            TUGAS,
            "Tugas dan fungsi",
            "tugas dan fungsi unit menurut peraturannya",
            "Bab I",
            is_required=not profil.tugas,
        ),
        _section(
            STRUKTUR,
            "Struktur organisasi",
            "susunan organisasi unit",
            "Bab I",
            is_required=not profil.struktur,
        ),
        _section(
            PEGAWAI,
            "Sumber daya manusia",
            "jumlah pegawai menurut pendidikan atau jabatan",
            "Bab I",
            is_required=not profil.pegawai,
        ),
        _section(
            ISU,
            "Isu strategis",
            "permasalahan utama dan isu strategis yang dihadapi unit",
            "Bab I",
            is_required=not profil.isu_strategis,
        ),
    )


def _bab2() -> tuple[Section, ...]:
    return (
        _section(RENSTRA, "Rencana Strategis", "perubahan Renstra dan alasannya", "Bab II"),
        _section("bab2.iku", "Indikator Kinerja Utama", "dasar penetapan IKU", "Bab II"),
        _section(
            PERJANJIAN, "Perjanjian Kinerja", "perubahan Perjanjian Kinerja dan alasannya", "Bab II"
        ),
        _section(
            "bab2.anggaran", "Program dan anggaran", "perubahan anggaran dan alasannya", "Bab II"
        ),
        _section(METODE, "Metode pengukuran", "cara pengumpulan data kinerja", "Bab III.A"),
        _section(RINGKASAN, "Ringkasan capaian", "penjelasan umum capaian", "Bab III.A"),
    )


def _of_sasaran(data: DataKinerja, number: int, sasaran: Sasaran) -> tuple[Section, ...]:
    """The seven analyses; the figures of 1 to 4 may be explained, 5 and 7 must be written."""
    writer = _writer(data, sasaran)
    rows = (
        (sasaran_key(sasaran.id), "Pengantar", "uraian singkat sasaran ini", False),
        *(_explained(sasaran, n) for n in (1, 2, 3, 4)),
        (
            penyebab_key(sasaran.id),
            "5) Penyebab",
            "penyebab keberhasilan atau kegagalan, naik atau turunnya kinerja",
            True,
        ),
        (
            pendorong_key(sasaran.id),
            "5) Faktor pendorong",
            "yang membantu tercapainya target, bila ditulis tersendiri",
            False,
        ),
        (
            hambatan_key(sasaran.id),
            "5) Faktor penghambat",
            "yang menghambat tercapainya target, bila ditulis tersendiri",
            False,
        ),
        (
            solusi_key(sasaran.id),
            "5) Solusi",
            "alternatif solusi yang telah dilakukan beserta hambatannya",
            True,
        ),
        (
            analisis_key(sasaran.id, 6),
            f"6) {ANALISIS[5]}",
            "penjelasan efisiensi: anggaran, tenaga, waktu",
            False,
        ),
        (
            penunjang_key(sasaran.id),
            "7) Program dan kegiatan penunjang",
            "program dan kegiatan yang menunjang keberhasilan atau menyebabkan kegagalan",
            True,
        ),
    )
    bab = f"Bab III.A, sasaran {number}"
    slots = (pendorong_key(sasaran.id), hambatan_key(sasaran.id))
    return tuple(
        Section(
            key,
            f"Sasaran {number}: {title}",
            ask,
            writer,
            bab,
            is_required,
            slots if key == penyebab_key(sasaran.id) else (),
        )
        for key, title, ask, is_required in rows
    )


def _explained(sasaran: Sasaran, nomor: int) -> tuple[str, str, str, bool]:
    return (
        analisis_key(sasaran.id, nomor),
        f"{nomor}) {ANALISIS[nomor - 1]}",
        "penjelasan tambahan, atau alasan bila angka pembandingnya tidak ada",
        False,
    )


def _steps(data: DataKinerja, number: int, sasaran: Sasaran) -> Section:
    return Section(
        rencana_key(sasaran.id),
        f"Langkah perbaikan sasaran {number}",
        f"langkah perbaikan tahun {data.tahun + 1} untuk sasaran {number}",
        _writer(data, sasaran),
        "Bab IV",
        is_required=True,
    )


def _writer(data: DataKinerja, sasaran: Sasaran) -> str:
    """Those who answer for the indicators of the sasaran, as the workbook names them."""
    names = (one.penanggung_jawab for one in data.indikators_of(sasaran.id))
    return "; ".join(dict.fromkeys(name for name in names if name)) or _DRAFTERS
