"""The data workbook: its sheets, columns and what they ask for. Reader and writer share it."""

import re
from dataclasses import dataclass

from runut.core.kinerja.anggaran import TINGKAT
from runut.core.kinerja.aturan import SKALA
from runut.core.kinerja.model import Agregasi, Polaritas
from runut.core.kinerja.rumus import FORMULA

YA, TIDAK = "ya", "tidak"
TIDAK_ADA = "tidak ada"
BANYAK_RIWAYAT = 4
"""Earlier years in an empty workbook; with the year itself they make the five of the report."""

PROFIL, SASARAN, INDIKATOR = "Profil", "Sasaran", "Indikator"
ANGGARAN, ANALISIS, NARASI = "Anggaran", "Analisis", "Narasi"
PETUNJUK = "Petunjuk"
LEMBAR = (PROFIL, SASARAN, INDIKATOR, ANGGARAN, ANALISIS, NARASI)
"""The sheets that hold data, in their order; ``Petunjuk`` stands before them and is not read."""


@dataclass(frozen=True)
class Kolom:
    """A column: key, head, width in characters, the note on its head, and a choice if limited."""

    kunci: str
    judul: str
    lebar: int
    catatan: str
    pilihan: tuple[str, ...] = ()
    is_wajib: bool = False
    is_angka: bool = False


@dataclass(frozen=True)
class Isian:
    """A line of the sheet Profil. ``baris`` is how many lines an empty workbook offers for it."""

    kunci: str
    label: str
    catatan: str
    baris: int = 1
    is_wajib: bool = False


ISIAN_PROFIL = (
    Isian("tahun", "Tahun laporan", "Empat angka, misalnya 2025.", is_wajib=True),
    Isian(
        "contoh", "Data contoh", "ya bila angka dan nama hanya contoh; laporan akan menyebutnya."
    ),
    Isian("instansi", "Instansi", "Dari pemerintah ke bawah, satu baris satu tingkat.", 3, True),
    Isian("singkatan", "Singkatan", "Nama pendek unit, dipakai di dalam kalimat."),
    Isian("alamat", "Alamat", "Alamat kantor untuk kop naskah."),
    Isian("kota", "Kota", "Tempat penandatanganan.", is_wajib=True),
    Isian("pimpinan_jabatan", "Jabatan pimpinan", "Yang menandatangani laporan.", is_wajib=True),
    Isian("pimpinan_nama", "Nama pimpinan", "Lengkap dengan gelar.", is_wajib=True),
    Isian("pimpinan_pangkat", "Pangkat pimpinan", "Misalnya Pembina Utama Muda."),
    Isian("pimpinan_nip", "NIP pimpinan", "18 angka, diketik sebagai teks."),
    Isian("atasan_jabatan", "Jabatan atasan", "Pihak kedua pada Perjanjian Kinerja."),
    Isian("atasan_nama", "Nama atasan", "Lengkap dengan gelar."),
    Isian("atasan_pangkat", "Pangkat atasan", "Misalnya Pembina Utama Madya."),
    Isian("atasan_nip", "NIP atasan", "18 angka, diketik sebagai teks."),
    Isian("pk_tanggal", "Tanggal Perjanjian Kinerja", "Misalnya 10 Januari 2025."),
    Isian("renstra_awal", "Renstra mulai tahun", "Tahun pertama Renstra.", is_wajib=True),
    Isian("renstra_akhir", "Renstra sampai tahun", "Tahun terakhir Renstra.", is_wajib=True),
    Isian("visi", "Visi", "Visi daerah yang didukung unit."),
    Isian("misi", "Misi", "Satu baris satu misi.", 3),
    Isian("tugas", "Tugas", "Tugas unit menurut peraturan tentang organisasinya."),
    Isian("fungsi", "Fungsi", "Satu baris satu fungsi.", 5),
    Isian("struktur", "Struktur", "Nilai: nama bagian. Rincian: apa yang dikerjakannya.", 5),
    Isian("pegawai", "Pegawai", "Nilai: golongan pendidikan atau jabatan. Rincian: jumlah.", 6),
    Isian("isu_strategis", "Isu strategis", "Satu baris satu isu.", 4),
)

KOLOM_PROFIL = (
    Kolom(
        "isian", "Isian", 28, "Jangan diubah. Baris boleh diulang untuk isian yang berupa daftar."
    ),
    Kolom("nilai", "Nilai", 60, "Diisi."),
    Kolom("rincian", "Rincian", 48, "Hanya untuk Struktur dan Pegawai."),
    Kolom("petunjuk", "Petunjuk", 52, "Penjelasan; tidak dibaca."),
)

KOLOM_SASARAN = (
    Kolom("id", "ID", 10, "Tanda pendek yang unik, misalnya S1.", is_wajib=True),
    Kolom("nama", "Sasaran strategis", 70, "Rumusan pada Renstra dan PK.", is_wajib=True),
    Kolom("tujuan", "Tujuan", 60, "Tujuan Renstra yang didukung sasaran ini."),
)

KOLOM_ANGGARAN = (
    Kolom("kode", "Kode", 22, "Kode rekening, diketik sebagai teks: 4.01.01.", is_wajib=True),
    Kolom("nama", "Uraian", 60, "Nama program, kegiatan, atau sub kegiatan.", is_wajib=True),
    Kolom("tingkat", "Tingkat", 12, "Uang dijumlahkan dari tingkat sub.", TINGKAT, is_wajib=True),
    Kolom(
        "sasaran",
        "ID sasaran",
        16,
        "Sasaran yang didukung, dipisah titik koma; uangnya dihitung "
        "pada yang pertama. Boleh kosong bila tingkat di atasnya sudah menyebut.",
    ),
    Kolom("pagu", "Pagu (Rp)", 20, "Pagu menurut DPA terakhir.", is_wajib=True, is_angka=True),
    Kolom(
        "realisasi",
        "Realisasi (Rp)",
        20,
        "Realisasi menurut SP2D sampai akhir tahun.",
        is_wajib=True,
        is_angka=True,
    ),
    Kolom("sumber_dana", "Sumber dana", 14, "Kosong berarti APBD."),
    Kolom("keluaran", "Indikator keluaran", 48, "Hanya untuk tingkat sub."),
    Kolom("keluaran_satuan", "Satuan keluaran", 16, "Misalnya dokumen, orang, laporan."),
    Kolom("keluaran_target", "Target keluaran", 16, "Angka.", is_angka=True),
    Kolom("keluaran_realisasi", "Realisasi keluaran", 18, "Angka.", is_angka=True),
)

KOLOM_ANALISIS = (
    Kolom("sasaran", "ID sasaran", 12, "Satu baris satu sasaran.", is_wajib=True),
    Kolom(
        "penyebab",
        "Penyebab keberhasilan atau kegagalan",
        70,
        "Faktor pendukung dan penghambat. Alinea dipisah baris baru (Alt+Enter).",
    ),
    Kolom("solusi", "Upaya dan alternatif solusi", 70, "Apa yang sudah dilakukan."),
    Kolom(
        "program_penunjang",
        "Program dan kegiatan penunjang",
        70,
        "Program mana yang menunjang atau menghambat, dan bagaimana.",
    ),
    Kolom("rencana", "Rencana tindak lanjut", 70, "Apa yang akan dilakukan tahun depan."),
)

KOLOM_NARASI = (
    Kolom(
        "kunci", "Kunci bagian", 20, "Jangan diubah: menentukan letak di laporan.", is_wajib=True
    ),
    Kolom("judul", "Judul", 28, "Hanya untuk dibaca."),
    Kolom(
        "isi", "Isi", 110, "Alinea dipisah baris baru (Alt+Enter). Kosong berarti belum ditulis."
    ),
)

BAGIAN_NARASI = (
    ("kata_pengantar", "Kata Pengantar"),
    ("ikhtisar", "Ikhtisar Eksekutif"),
    ("latar_belakang", "Latar Belakang"),
    ("penutup", "Penutup"),
)
"""The sections that wait for words of the office; a workbook may hold others too."""

_IDENTITAS = (
    Kolom("id", "ID", 10, "Tanda pendek yang unik, misalnya IKU-1.", is_wajib=True),
    Kolom("sasaran", "ID sasaran", 11, "ID dari lembar Sasaran.", is_wajib=True),
    Kolom("nama", "Indikator kinerja", 46, "Rumusan pada PK.", is_wajib=True),
    Kolom("satuan", "Satuan", 12, "Misalnya persen, dokumen, indeks, hari."),
    Kolom("iku", "IKU", 8, "ya bila Indikator Kinerja Utama.", (YA, TIDAK)),
    Kolom(
        "polaritas",
        "Polaritas",
        12,
        "naik: makin besar makin baik. turun: makin kecil makin "
        "baik. rentang: baik di dalam rentang. stabil: makin dekat target makin baik. "
        "predikat: peringkat seperti BB atau WTP.",
        tuple(Polaritas),
        is_wajib=True,
    ),
)

_CARA = (
    Kolom(
        "formula",
        "Rumus",
        10,
        "Untuk polaritas turun: lan (2T − R) ÷ T, bawaan; rasio T ÷ R. "
        "Untuk rentang: lan bila makin kecil makin baik.",
        FORMULA,
    ),
    Kolom(
        "agregasi",
        "Agregasi",
        11,
        "Cara triwulan menjadi tahun: jumlah, atau akhir (triwulan terakhir yang terisi).",
        tuple(Agregasi),
    ),
    Kolom(
        "batas",
        "Batas capaian (%)",
        11,
        "Kosong berarti tidak dibatasi; lazim 100 atau 120.",
        is_angka=True,
    ),
    Kolom(
        "skala",
        "Skala kategori",
        24,
        "Kosong berarti permendagri-86-2017.",
        tuple(s.kode for s in SKALA),
    ),
    Kolom(
        "nilai_predikat",
        "Nilai predikat",
        24,
        "Hanya untuk predikat: WTP=4; WDP=3; TW=2; TMP=1. Kosong berarti urutan yang lazim.",
    ),
    Kolom("definisi", "Definisi operasional", 46, "Apa yang diukur dan bagaimana."),
    Kolom("sumber_data", "Sumber data", 30, "Dokumen tempat angka berasal."),
    Kolom("penanggung_jawab", "Penanggung jawab", 24, "Bagian yang mengumpulkan angka."),
)

_STANDAR = (
    Kolom("standar", "Standar nasional", 14, "Angka; atau tulis: tidak ada.", is_angka=True),
    Kolom("standar_sumber", "Sumber standar nasional", 34, "Peraturan atau laporan asalnya."),
)

_ROMAWI = ("I", "II", "III", "IV")
_TARGET, _REALISASI, _RENSTRA = "target", "realisasi", "renstra"
_BERTAHUN = re.compile(r"(target|realisasi|renstra) (\d{4})")


def kolom_indikator(
    tahun: int, riwayat: tuple[int, ...], renstra: tuple[int, ...]
) -> tuple[Kolom, ...]:
    """The columns of the sheet Indikator for a year, its earlier years and its Renstra years."""
    return (
        *_IDENTITAS,
        _figure(_TARGET, tahun, "Target pada PK. Rentang ditulis 80 s.d. 90."),
        _figure(_REALISASI, tahun, "Kosong berarti belum diukur; 0 adalah hasil ukur."),
        *_quarters(_TARGET),
        *_quarters(_REALISASI),
        *(_figure(_REALISASI, y, "Realisasi tahun sebelumnya.") for y in riwayat),
        *(_figure(_TARGET, y, "Target tahun sebelumnya.") for y in riwayat),
        *(_figure(_RENSTRA, y, "Target Renstra pada tahun itu.") for y in renstra),
        *_STANDAR,
        *_CARA,
    )


def kolom_of(lembar: str) -> tuple[Kolom, ...]:
    """The fixed columns of a sheet; of Indikator those that do not depend on the year."""
    return {
        PROFIL: KOLOM_PROFIL,
        SASARAN: KOLOM_SASARAN,
        INDIKATOR: (
            *_IDENTITAS,
            *_quarters(_TARGET),
            *_quarters(_REALISASI),
            *_STANDAR,
            *_CARA,
        ),
        ANGGARAN: KOLOM_ANGGARAN,
        ANALISIS: KOLOM_ANALISIS,
        NARASI: KOLOM_NARASI,
    }[lembar]


def normalize_judul(judul: str) -> str:
    """A head as it is compared: small letters, single blanks, no mark of obligation.

    >>> normalize_judul("  Indikator\\nKinerja *")
    'indikator kinerja'
    """
    return " ".join(judul.replace("*", " ").lower().split())


def year_of_judul(judul: str) -> tuple[str, int] | None:
    """(``target``, ``realisasi`` or ``renstra``; year) of a head that names a year.

    >>> year_of_judul("Realisasi 2024"), year_of_judul("Realisasi TW I")
    (('realisasi', 2024), None)
    """
    match = _BERTAHUN.fullmatch(normalize_judul(judul))
    return (match[1], int(match[2])) if match else None


def _figure(jenis: str, tahun: int, catatan: str) -> Kolom:
    return Kolom(f"{jenis}_{tahun}", f"{jenis.capitalize()} {tahun}", 14, catatan, is_angka=True)


def _quarters(jenis: str) -> tuple[Kolom, ...]:
    return tuple(
        Kolom(
            f"{jenis}_tw{q}",
            f"{jenis.capitalize()} TW {romawi}",
            11,
            "Kosong bila tidak diukur triwulanan.",
            is_angka=True,
        )
        for q, romawi in enumerate(_ROMAWI)
    )
