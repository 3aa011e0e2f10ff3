"""The data workbook: its sheets, columns and what they ask for. Reader and writer share it."""

import re
from dataclasses import dataclass

from runut.core.kinerja.aturan import SKALA
from runut.core.kinerja.kolom import Kolom
from runut.core.kinerja.kolom_anggaran import KOLOM_ANGGARAN
from runut.core.kinerja.lembar_pilihan import KOLOM_PILIHAN, PILIHAN
from runut.core.kinerja.model import Agregasi, Polaritas
from runut.core.kinerja.rumus import FORMULA

YA, TIDAK = "ya", "tidak"
KERTAS = ("a4", "f4")
TIDAK_ADA = "tidak ada"
SASARAN_JENIS, TUJUAN_JENIS = "sasaran", "tujuan"
BANYAK_RIWAYAT = 4
"""Earlier years in an empty workbook; with the year itself they make the five of the report."""

PROFIL, SASARAN, INDIKATOR = "Profil", "Sasaran", "Indikator"
ANGGARAN, ANALISIS, NARASI = "Anggaran", "Analisis", "Narasi"
PETUNJUK = "Petunjuk"
HITUNGAN = "Hitungan"
"""The sheet of the formulas that show the capaian; it is never read."""

CAPAIAN = "capaian"
"""The key of the column that shows the capaian while somebody types; it is never read."""

LEMBAR_WAJIB = (PROFIL, SASARAN, INDIKATOR, ANGGARAN, ANALISIS, NARASI)
"""The sheets without which there is no data."""
LEMBAR = (*LEMBAR_WAJIB, *PILIHAN)
"""The sheets that hold data, in their order; ``Petunjuk`` stands before them and is not read."""


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
    Isian("kertas", "Kertas", "A4 atau F4. Kosong berarti A4."),
    Isian("tugas", "Tugas", "Tugas unit menurut peraturan tentang organisasinya."),
    Isian("fungsi", "Fungsi", "Satu baris satu fungsi.", 5),
    Isian(
        "struktur",
        "Struktur",
        "Nilai: nama bagian; yang di bawahnya ditulis Bagian Umum > Subbagian Rapat. Rincian: apa "
        "yang dikerjakannya.",
        5,
    ),
    Isian("pegawai", "Pegawai", "Nilai: golongan pendidikan atau jabatan. Rincian: jumlah.", 6),
    Isian(
        "pegawai_jabatan",
        "Pegawai menurut jabatan",
        "Nilai: jenis jabatan, misalnya Jabatan Fungsional. Rincian: jumlah.",
        3,
    ),
    Isian(
        "pegawai_golongan",
        "Pegawai menurut golongan",
        "Nilai: golongan ruang, misalnya III. Rincian: jumlah.",
        3,
    ),
    Isian(
        "isu_strategis",
        "Isu strategis",
        "Satu baris satu isu. Rincian: data yang menunjukkannya dan ID sasaran yang menjawabnya.",
        4,
    ),
)

CATATAN_LAMA = (
    "Nilai: nama bagian. Rincian: apa yang dikerjakannya.",
    "Satu baris satu isu.",
    "Hanya untuk Struktur dan Pegawai.",
)
"""Notes of ours in workbooks made before: still no words of the office."""

KOLOM_PROFIL = (
    Kolom(
        "isian", "Isian", 28, "Jangan diubah. Baris boleh diulang untuk isian yang berupa daftar."
    ),
    Kolom("nilai", "Nilai", 60, "Diisi."),
    Kolom("rincian", "Rincian", 48, "Hanya untuk Struktur, Pegawai, dan Isu strategis."),
    Kolom("petunjuk", "Petunjuk", 52, "Penjelasan; tidak dibaca."),
)

_ROMAWI = ("I", "II", "III", "IV")


KOLOM_SASARAN = (
    Kolom("id", "ID", 10, "Tanda pendek yang unik, misalnya S1.", is_wajib=True),
    Kolom("nama", "Sasaran strategis", 70, "Rumusan pada Renstra dan PK.", is_wajib=True),
    Kolom("tujuan", "Tujuan", 60, "Tujuan Renstra yang didukung sasaran ini."),
    Kolom(
        "jenis",
        "Jenis",
        10,
        "Kosong berarti sasaran. tujuan: baris ini tujuan, dan boleh punya indikator sendiri.",
        (SASARAN_JENIS, TUJUAN_JENIS),
    ),
    Kolom("induk", "ID induk", 10, "ID tujuan atau sasaran di atasnya, bila ada."),
    Kolom("misi", "Misi", 40, "Misi yang didukung."),
)

KOLOM_ANALISIS = (
    Kolom(
        "sasaran",
        "ID sasaran",
        12,
        "Satu baris satu sasaran. Boleh juga ID indikator, untuk menjelaskan indikator itu saja.",
        is_wajib=True,
    ),
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
    Kolom("pendorong", "Faktor pendorong", 50, "Apa yang membantu, bila ditulis tersendiri."),
    Kolom("hambatan", "Faktor penghambat", 50, "Apa yang menghambat, bila ditulis tersendiri."),
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
        "Untuk polaritas turun: lan (2T − R) ÷ T, bawaan; rasio T ÷ R. Untuk rentang, di luar "
        "batas: lan bila makin kecil makin baik, rasio bila makin besar makin baik, jarak bila "
        "keduanya buruk.",
        FORMULA,
    ),
    Kolom(
        "agregasi",
        "Agregasi",
        11,
        "Cara triwulan menjadi tahun: jumlah; akhir (triwulan terakhir yang terisi); rata-rata; "
        "rasio (x dan y masing-masing dijumlahkan, sel ditulis 25 dari 30).",
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
    Kolom("induk", "ID indikator induk", 12, "Hanya untuk sub-indikator: ID indikatornya."),
    Kolom("cara_hitung", "Cara hitung", 30, "Dengan kata atau huruf, misalnya x ÷ y × 100."),
    Kolom("pembilang", "Pembilang (x)", 30, "Yang dihitung sebagai x."),
    Kolom("penyebut", "Penyebut (y)", 30, "Yang dihitung sebagai y."),
    Kolom("frekuensi", "Frekuensi", 14, "Misalnya bulanan, triwulanan, tahunan."),
    Kolom("tahun_dasar", "Tahun dasar", 10, "Empat angka.", is_angka=True),
    Kolom("dasar", "Nilai tahun dasar", 14, "Realisasi pada tahun dasar.", is_angka=True),
    Kolom(
        "berubah_tahun",
        "Definisi berlaku sejak",
        12,
        "Bila definisi atau cara ukurnya pernah berubah: tahun pertama yang memakai definisi ini.",
        is_angka=True,
    ),
    Kolom("perubahan_definisi", "Perubahan definisi", 40, "Apa yang berubah saat itu."),
)

_STANDAR = (
    Kolom("standar", "Standar nasional", 14, "Angka; atau tulis: tidak ada.", is_angka=True),
    Kolom("standar_sumber", "Sumber standar nasional", 34, "Peraturan atau laporan asalnya."),
)

_CAPAIAN = Kolom(
    CAPAIAN,
    "Capaian (%)",
    12,
    "Dihitung sendiri dari target, realisasi, dan rumus; tidak dibaca. Target dengan kata dihitung "
    "Runut pada laporan.",
    is_angka=True,
)

_TARGET, _REALISASI, _RENSTRA = "target", "realisasi", "renstra"
_BERTAHUN = re.compile(r"(target|realisasi|renstra) (\d{4})")


def kolom_indikator(
    tahun: int, riwayat: tuple[int, ...], renstra: tuple[int, ...]
) -> tuple[Kolom, ...]:
    """The columns of the sheet Indikator for a year, its earlier years and its Renstra years."""
    return (
        *_IDENTITAS,
        _figure(
            _TARGET,
            tahun,
            "Seperti pada PK: 95; ≥ 95; 100 dari 110; 80 s.d. 90; 31 Maret 2025; BB (75,48).",
        ),
        _figure(_REALISASI, tahun, "Kosong berarti belum diukur; 0 adalah hasil ukur."),
        _CAPAIAN,
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
            _CAPAIAN,
            *_quarters(_TARGET),
            *_quarters(_REALISASI),
            *_STANDAR,
            *_CARA,
        ),
        ANGGARAN: KOLOM_ANGGARAN,
        ANALISIS: KOLOM_ANALISIS,
        NARASI: KOLOM_NARASI,
        **KOLOM_PILIHAN,
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
