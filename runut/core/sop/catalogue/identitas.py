"""Catalogue of findings: the identity block, legal bases, links, spelling."""

from datetime import date
from typing import Final

from runut.core.sop.catalogue.contoh import CLEAN
from runut.core.sop.catalogue.model import Entry, both, field, step
from runut.core.sop.model import Pengesahan

_OFFICIAL: Final = CLEAN.disahkan_oleh
_BASES: Final = CLEAN.dasar_hukum
_P53: Final = next(line for line in _BASES if "Nomor 53" in line)


def _with_base(old: str, new: str) -> tuple[str, ...]:
    return tuple(line.replace(old, new) if line == _P53 else line for line in _BASES)


def _official(jabatan: str, nama: str, nip: str | None) -> Pengesahan:
    return Pengesahan(jabatan, nama, nip)


ENTRIES_IDENTITAS: Final = (
    Entry(
        "identitas.nomor-kosong",
        "Nomor SOP kosong",
        "SOP belum diberi nomor menurut tata naskah dinas kantor.",
        "NOMOR SOP dikosongkan.",
        field(nomor=None),
    ),
    Entry(
        "identitas.instansi-kosong",
        "Nama instansi tidak ada",
        "Di atas formulir tidak tertulis instansi dan unit yang membuat SOP.",
        "Nama instansi dihapus.",
        field(instansi=()),
    ),
    Entry(
        "identitas.belum-lengkap",
        "Isian belum lengkap",
        "Masih ada titik-titik atau contoh isian dari formulir kosong.",
        "NOMOR SOP berisi “…/…./2026”.",
        field(nomor="000/..../2026"),
    ),
    Entry(
        "identitas.judul-kosong",
        "Nama SOP kosong",
        "SOP tidak mempunyai nama, sehingga tidak dapat dipakai.",
        "NAMA SOP dikosongkan; dasar hukum yang bergantung pada judulnya tetap.",
        field(judul=""),
    ),
    Entry(
        "identitas.tanggal-kosong",
        "Tanggal kosong",
        "Tanggal pembuatan atau tanggal efektif belum diisi.",
        "TANGGAL PEMBUATAN dikosongkan.",
        field(tanggal_pembuatan=None),
    ),
    Entry(
        "identitas.tanggal-revisi-kosong",
        "Tanggal revisi kosong",
        "Tidak ada tanggal revisi dan tidak ada rencana peninjauan ulang.",
        "TANGGAL REVISI dikosongkan.",
        field(tanggal_revisi=None),
    ),
    Entry(
        "identitas.peninjauan-terlambat",
        "Peninjauan terlambat",
        "Antara berlaku dan peninjauan lebih dari setahun.",
        "TANGGAL REVISI menjadi 2 Februari 2029.",
        field(tanggal_revisi=date(2029, 2, 2)),
    ),
    Entry(
        "identitas.tanggal-terbalik",
        "Urutan tanggal terbalik",
        "Tanggal efektif atau revisi mendahului tanggal pembuatan.",
        "TANGGAL EFEKTIF menjadi 1 Desember 2025.",
        both(field(tanggal_efektif=date(2025, 12, 1)), field(tanggal_revisi=date(2026, 11, 30))),
    ),
    Entry(
        "identitas.pengesah-kosong",
        "Pejabat pengesah tidak lengkap",
        "Jabatan atau nama pejabat yang mengesahkan belum diisi.",
        "Jabatan pada DISAHKAN OLEH dikosongkan.",
        field(disahkan_oleh=_official("", _OFFICIAL.nama, _OFFICIAL.nip)),
    ),
    Entry(
        "identitas.nip-kosong",
        "NIP kosong",
        "NIP pejabat yang mengesahkan belum ditulis.",
        "NIP pada DISAHKAN OLEH dihapus.",
        field(disahkan_oleh=_official(_OFFICIAL.jabatan, _OFFICIAL.nama, None)),
    ),
    Entry(
        "identitas.nip-keliru",
        "NIP keliru",
        "NIP bukan 18 angka dengan tanggal lahir dan bulan pengangkatan yang mungkin.",
        "NIP menjadi 197513302001121001 (bulan lahir 13).",
        field(disahkan_oleh=_official(_OFFICIAL.jabatan, _OFFICIAL.nama, "197513302001121001")),
    ),
    Entry(
        "identitas.nama-janggal",
        "Nama mungkin salah ketik",
        "Ejaan nama pejabat tampak janggal; nama orang tidak pernah diperbaiki otomatis.",
        "Nama pejabat menjadi “BUDZR CONTOH”.",
        field(disahkan_oleh=_official(_OFFICIAL.jabatan, "BUDZR CONTOH", _OFFICIAL.nip)),
    ),
    Entry(
        "identitas.bagian-kosong",
        "Bagian identitas kosong",
        "Salah satu dari enam bagian identitas belum diisi.",
        "KUALIFIKASI PELAKSANA dikosongkan.",
        field(kualifikasi_pelaksana=()),
    ),
    Entry(
        "kualifikasi.sebagian-pelaksana",
        "Kualifikasi hanya untuk sebagian pelaksana",
        "Kualifikasi ditulis menurut nama pelaksana, dan ada pelaksana yang tidak disebut.",
        "KUALIFIKASI PELAKSANA menjadi “Tim: mampu mengolah data kinerja”.",
        field(kualifikasi_pelaksana=("Tim: mampu mengolah data kinerja",)),
    ),
    Entry(
        "peringatan.tanpa-tenggat",
        "Peringatan tanpa batas waktu",
        "PERINGATAN berbentuk jika-maka, tetapi tidak menyebut kapan.",
        "PERINGATAN menjadi “Apabila SOP tidak dilaksanakan, maka laporan tertunda”.",
        field(peringatan=("Apabila SOP tidak dilaksanakan, maka laporan tertunda",)),
    ),
    Entry(
        "peringatan.bukan-jika-maka",
        "Peringatan bukan jika-maka",
        "PERINGATAN tidak mengatakan akibat bila prosedur tidak dijalankan, dan tidak menyebut "
        "batas waktu.",
        "Ditambahkan PERINGATAN “Dikerjakan dengan teliti”.",
        field(peringatan=(*CLEAN.peringatan, "Dikerjakan dengan teliti")),
    ),
    Entry(
        "peralatan.hanya-dokumen",
        "Peralatan hanya memuat dokumen",
        "PERALATAN/PERLENGKAPAN berisi dokumen, bukan alat.",
        "PERALATAN/PERLENGKAPAN menjadi “Draft laporan”.",
        field(peralatan=("Draft laporan",)),
    ),
    Entry(
        "pencatatan.kurang",
        "Pencatatan kurang",
        "Catatan yang dibuat langkah-langkah tidak tercantum di PENCATATAN DAN PENDATAAN.",
        "“Notulen rapat” dihapus dari PENCATATAN DAN PENDATAAN.",
        field(pencatatan=tuple(item for item in CLEAN.pencatatan if item != "Notulen rapat")),
    ),
    Entry(
        "dasar-hukum.kurang",
        "Dasar hukum kurang",
        "Peraturan dalam katalog yang mengatur pokok SOP ini tidak tercantum.",
        "Hanya PermenPANRB 53/2014 yang tercantum.",
        field(dasar_hukum=(_P53,)),
    ),
    Entry(
        "dasar-hukum.judul-salah-tulis",
        "Judul peraturan salah tulis",
        "Kata dalam judul peraturan yang dikenal katalog salah ketik.",
        "“Laporan Kinerja Instansi” ditulis “Lapran Kinerja Instransi”.",
        field(dasar_hukum=_with_base("Laporan Kinerja Instansi", "Lapran Kinerja Instransi")),
    ),
    Entry(
        "dasar-hukum.judul-lain",
        "Judul bukan judul peraturan itu",
        "Nomor dan tahun peraturan tidak cocok dengan judul yang ditulis.",
        "PermenPANRB 53/2014 ditulis “tentang Tata Kearsipan Daerah”.",
        field(
            dasar_hukum=tuple(
                f"{line.partition(' tentang ')[0]} tentang Tata Kearsipan Daerah"
                if line == _P53
                else line
                for line in _BASES
            )
        ),
    ),
    Entry(
        "dasar-hukum.nama-lembaga",
        "Nama lembaga penerbit lama",
        "Sebutan lembaga penerbit peraturan bukan nama lembaga itu.",
        "“PermenPANRB Nomor 53” ditulis “PERMENPAN Nomor 53”.",
        field(dasar_hukum=_with_base("PermenPANRB", "PERMENPAN")),
    ),
    Entry(
        "dasar-hukum.dicabut",
        "Dasar hukum sudah dicabut",
        "Menurut katalog, peraturan itu sudah dicabut atau diganti.",
        "Ditambahkan PermenPANRB Nomor 29 Tahun 2010.",
        field(
            dasar_hukum=(
                *_BASES,
                "PermenPANRB Nomor 29 Tahun 2010 tentang Pedoman Penyusunan Penetapan Kinerja dan "
                "Pelaporan Akuntabilitas Kinerja Instansi Pemerintah",
            )
        ),
    ),
    Entry(
        "dasar-hukum.nomor-tahun",
        "Nomor atau tahun peraturan tidak lengkap",
        "Peraturan disebut tanpa nomor, tanpa tahun, atau dengan tahun yang bukan empat angka.",
        "Ditambahkan “Peraturan Pemerintah Nomor 8 tentang Pelaporan Keuangan”.",
        field(dasar_hukum=(*_BASES, "Peraturan Pemerintah Nomor 8 tentang Pelaporan Keuangan")),
    ),
    Entry(
        "dasar-hukum.lebih-baru",
        "Dasar hukum lebih baru daripada SOP",
        "Tahun peraturan sesudah semua tanggal SOP; salah satunya tentu keliru.",
        "Ditambahkan Peraturan Daerah Nomor 3 Tahun 2062.",
        field(dasar_hukum=(*_BASES, "Peraturan Daerah Nomor 3 Tahun 2062 tentang Kearsipan")),
    ),
    Entry(
        "dasar-hukum.ganda",
        "Dasar hukum ganda",
        "Peraturan yang sama tercantum dua kali.",
        "Peraturan pertama dicantumkan sekali lagi dalam bentuk singkat.",
        field(dasar_hukum=(*_BASES, "Permenpan RB Nomor 53 Tahun 2014")),
    ),
    Entry(
        "keterkaitan.tidak-dipakai",
        "Keterkaitan tidak dipakai",
        "SOP di KETERKAITAN tidak dirujuk langkah mana pun dan hasilnya tidak dipakai.",
        "Ditambahkan “SOP Perawatan Kendaraan” di KETERKAITAN.",
        field(keterkaitan=(*CLEAN.keterkaitan, "SOP Perawatan Kendaraan")),
    ),
    Entry(
        "keterkaitan.tidak-tercantum",
        "SOP yang dirujuk tidak tercantum",
        "Sebuah langkah merujuk SOP lain yang tidak ada di KETERKAITAN.",
        "Langkah 4 merujuk SOP Penerbitan Undangan.",
        step(
            "4",
            keterangan="Terkait SOP Penerbitan Undangan",
            rujukan_sop=("Penerbitan Undangan",),
        ),
    ),
    Entry(
        "keterkaitan.diri-sendiri",
        "Keterkaitan dengan diri sendiri",
        "KETERKAITAN menyebut SOP ini sendiri.",
        "Ditambahkan “SOP Penyusunan Laporan Kinerja” di KETERKAITAN.",
        field(keterkaitan=(*CLEAN.keterkaitan, "SOP Penyusunan Laporan Kinerja")),
    ),
    Entry(
        "ejaan.salah-ketik",
        "Salah ketik",
        "Sebuah kata hampir sama dengan istilah yang lazim dalam SOP.",
        "Kegiatan langkah 3 menjadi “Menyusun draft Lapran Kinerja.”.",
        step("3", kegiatan="Menyusun draft Lapran Kinerja."),
    ),
    Entry(
        "ejaan.spasi",
        "Spasi keliru",
        "Ada spasi sebelum tanda baca atau di dalam kurung, atau tidak ada spasi sesudah koma.",
        "Kegiatan langkah 2 menjadi “Mengumpulkan , lalu memvalidasi data kinerja.”.",
        step("2", kegiatan="Mengumpulkan , lalu memvalidasi data kinerja."),
    ),
    Entry(
        "istilah.lama",
        "Istilah lama",
        "Istilah yang sudah diganti peraturan dipakai tanpa istilah barunya.",
        "“Perjanjian Kinerja” pada Kelengkapan langkah 2 menjadi “Penetapan Kinerja”.",
        step("2", kelengkapan=("Nota dinas penugasan", "Penetapan Kinerja")),
    ),
    Entry(
        "istilah.kantor-lain",
        "Nama kantor lain",
        "Nama dokumen menyebut jenis kantor yang bukan kantor ini, biasanya sisa salinan.",
        "Langkah 9 menyebut “LKJ Dinas”, padahal kantor ini bukan dinas.",
        both(
            field(judul_prosedur="Prosedur Penyusunan LKJ"),
            step("9", kegiatan="Menyampaikan LKJ Dinas, memublikasikan, dan mengarsipkannya."),
        ),
    ),
)
