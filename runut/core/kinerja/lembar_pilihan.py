"""The sheets that a workbook may hold besides the six it must: peers, plan of action, answers, use.

An older workbook lacks them and stays readable; what they would say is then empty.
"""

from runut.core.kinerja.kolom import Kolom
from runut.core.kinerja.tindakan import Bidang, Status

PEMBANDING = "Pembanding"
RENCANA_AKSI = "Rencana Aksi"
TINDAK_LANJUT = "Tindak Lanjut"
PEMANFAATAN = "Pemanfaatan"
PILIHAN = (PEMBANDING, RENCANA_AKSI, TINDAK_LANJUT, PEMANFAATAN)

_TAHUN = "Empat angka."
_BUKTI = "Dokumen yang menunjukkannya: nama, nomor, atau tautan."


def _id(contoh: str) -> Kolom:
    return Kolom("id", "ID", 10, f"Tanda pendek yang unik, misalnya {contoh}.", is_wajib=True)


KOLOM_PEMBANDING = (
    _id("P1"),
    Kolom("indikator", "ID indikator", 12, "ID dari lembar Indikator.", is_wajib=True),
    Kolom(
        "nama",
        "Pembanding",
        40,
        "Siapa yang dibandingkan: biro lain, provinsi lain, atau rata-rata yang jelas asalnya.",
        is_wajib=True,
    ),
    Kolom("nilai", "Nilai", 14, "Realisasinya, dengan satuan indikator itu.", is_angka=True),
    Kolom("tahun", "Tahun", 8, _TAHUN, is_angka=True),
    Kolom("sumber", "Sumber", 40, "Laporan atau halaman tempat angkanya tertulis."),
)

KOLOM_RENCANA_AKSI = (
    _id("RA-1"),
    Kolom("indikator", "ID indikator", 12, "Indikator yang hendak diperbaiki.", is_wajib=True),
    Kolom("rencana", "Rencana aksi", 60, "Apa yang akan dilakukan.", is_wajib=True),
    Kolom("penanggung_jawab", "Penanggung jawab", 28, "Bagian atau jabatan yang melakukannya."),
    Kolom("batas_waktu", "Batas waktu", 18, "Misalnya 30 Juni 2026."),
    Kolom("target", "Target rencana aksi", 24, "Hasil yang menandai selesainya."),
    Kolom(
        "tahun",
        "Tahun rencana aksi",
        10,
        "Tahun pelaksanaannya. Kosong berarti tahun sesudah tahun laporan.",
        is_angka=True,
    ),
    Kolom(
        "hasil",
        "Hasil",
        50,
        "Untuk rencana yang tahunnya sudah berjalan: apa yang terlaksana, atau sebabnya belum.",
    ),
    Kolom("bukti", "Bukti", 34, _BUKTI),
)

KOLOM_TINDAK_LANJUT = (
    _id("LHE-1"),
    Kolom("rekomendasi", "Rekomendasi", 60, "Seperti tertulis pada LHE terakhir.", is_wajib=True),
    Kolom("tindak_lanjut", "Tindak lanjut", 50, "Apa yang dilakukan."),
    Kolom(
        "bagian", "Bagian laporan", 24, "Di mana laporan ini menunjukkannya, misalnya Bab III.A."
    ),
    Kolom("status", "Status", 18, "Keadaannya pada akhir tahun.", tuple(Status)),
    Kolom("alasan", "Alasan", 40, "Bila belum selesai atau tidak ditindaklanjuti: mengapa."),
    Kolom("bukti", "Bukti", 34, _BUKTI),
)

KOLOM_PEMANFAATAN = (
    _id("M-1"),
    Kolom(
        "angka",
        "Angka yang dipakai",
        24,
        "ID indikator, atau angka laporan tahun lalu dengan kata.",
        is_wajib=True,
    ),
    Kolom("bidang", "Yang diubah", 14, "Apa yang diubah karena angka itu.", tuple(Bidang)),
    Kolom("perubahan", "Perubahan", 60, "Apa yang berubah, dari apa menjadi apa.", is_wajib=True),
    Kolom("bukti", "Bukti", 34, _BUKTI),
)

KOLOM_PILIHAN = {
    PEMBANDING: KOLOM_PEMBANDING,
    RENCANA_AKSI: KOLOM_RENCANA_AKSI,
    TINDAK_LANJUT: KOLOM_TINDAK_LANJUT,
    PEMANFAATAN: KOLOM_PEMANFAATAN,
}
