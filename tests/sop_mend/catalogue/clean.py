"""The clean SOP that the examples of the catalogue spoil: no check has anything to say about it."""

from datetime import date
from typing import Final

from runut.core.sop.checks.peraturan import KATALOG, concerns
from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut, Pengesahan
from tests.sop_mend.catalogue.model import acted_by

_JUDUL: Final = "PENYUSUNAN LAPORAN KINERJA"
_LANGKAH: Final = (
    Langkah(
        "1",
        "Menugaskan Tim untuk menyusun Laporan Kinerja.",
        acted_by("Pimpinan"),
        Bentuk.MULAI,
        ("Rencana penyusunan Laporan Kinerja",),
        parse_waktu("15 menit"),
        ("Nota dinas penugasan",),
        lanjut=(Lanjut("2"),),
    ),
    Langkah(
        "2",
        "Mengumpulkan dan memvalidasi data kinerja.",
        acted_by("Tim"),
        kelengkapan=("Nota dinas penugasan", "Perjanjian Kinerja"),
        waktu=parse_waktu("5 hari kerja"),
        output=("Data kinerja tervalidasi",),
        keterangan="Terkait SOP Penyusunan Perjanjian Kinerja",
        lanjut=(Lanjut("3"),),
        rujukan_sop=("Penyusunan Perjanjian Kinerja",),
    ),
    Langkah(
        "3",
        "Menyusun draft Laporan Kinerja.",
        acted_by("Tim"),
        kelengkapan=("Data kinerja tervalidasi",),
        waktu=parse_waktu("3 hari kerja"),
        output=("Draft Laporan Kinerja",),
        lanjut=(Lanjut("4"),),
    ),
    Langkah(
        "4",
        "Menyiapkan undangan rapat, memintakan tanda tangan, dan mengirimkannya.",
        acted_by("Petugas"),
        kelengkapan=("Draft Laporan Kinerja",),
        waktu=parse_waktu("1 jam"),
        output=("Undangan rapat bertanda tangan",),
        lanjut=(Lanjut("5"),),
    ),
    Langkah(
        "5",
        "Membahas draft Laporan Kinerja.",
        acted_by("Tim", "Petugas"),
        kelengkapan=("Draft Laporan Kinerja", "Undangan rapat bertanda tangan"),
        waktu=parse_waktu("1 hari kerja"),
        output=("Notulen rapat",),
        keterangan="Petugas mencatat jalannya rapat",
        lanjut=(Lanjut("6"),),
    ),
    Langkah(
        "6",
        "Menyempurnakan draft Laporan Kinerja.",
        acted_by("Tim"),
        kelengkapan=("Draft Laporan Kinerja", "Notulen rapat"),
        waktu=parse_waktu("1 hari kerja"),
        output=("Draft akhir Laporan Kinerja",),
        lanjut=(Lanjut("7"),),
    ),
    Langkah(
        "7",
        "Memeriksa dan memaraf draft akhir Laporan Kinerja.",
        acted_by("Pemeriksa"),
        Bentuk.KEPUTUSAN,
        ("Draft akhir Laporan Kinerja",),
        parse_waktu("2 jam"),
        ("Draft akhir Laporan Kinerja berparaf Pemeriksa",),
        lanjut=(Lanjut("8", "Ya"), Lanjut("6", "Tidak")),
    ),
    Langkah(
        "8",
        "Menandatangani Laporan Kinerja.",
        acted_by("Pimpinan"),
        Bentuk.KEPUTUSAN,
        ("Draft akhir Laporan Kinerja berparaf Pemeriksa",),
        parse_waktu("1 jam"),
        ("Laporan Kinerja bertanda tangan",),
        lanjut=(Lanjut("9", "Ya"), Lanjut("6", "Tidak")),
    ),
    Langkah(
        "9",
        "Menyampaikan Laporan Kinerja, memublikasikan, dan mengarsipkannya.",
        acted_by("Petugas"),
        Bentuk.SELESAI,
        ("Laporan Kinerja bertanda tangan",),
        parse_waktu("2 jam"),
        ("Tanda terima", "Arsip Laporan Kinerja"),
    ),
)
CLEAN: Final = SOP(
    judul=_JUDUL,
    langkah=_LANGKAH,
    pelaksana=("Pimpinan", "Tim", "Petugas", "Pemeriksa"),
    nomor="CONTOH/001/2026",
    instansi=("PEMERINTAH KABUPATEN CONTOH", "UNIT KERJA CONTOH"),
    tanggal_pembuatan=date(2026, 2, 2),
    tanggal_revisi=date(2027, 2, 1),
    tanggal_efektif=date(2026, 2, 2),
    disahkan_oleh=Pengesahan("PIMPINAN UNIT KERJA", "NAMA CONTOH", "190001011920011999"),
    dasar_hukum=tuple(one.kutipan for one in KATALOG if concerns(_JUDUL, one)),
    keterkaitan=("SOP Penyusunan Perjanjian Kinerja",),
    peringatan=(
        "Apabila Laporan Kinerja tidak disampaikan paling lambat akhir Februari, maka evaluasi "
        "kinerja terhambat",
    ),
    kualifikasi_pelaksana=("Mampu mengolah data kinerja",),
    peralatan=("Komputer dan pencetak",),
    pencatatan=(
        "Nota dinas penugasan",
        "Undangan rapat",
        "Notulen rapat",
        "Lembar paraf",
        "Tanda terima",
    ),
    judul_prosedur="Prosedur Penyusunan Laporan Kinerja",
)
