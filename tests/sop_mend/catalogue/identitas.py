"""Examples that raise a finding: the identity block, legal bases, links, spelling."""

from datetime import date
from typing import Final

from runut.core.sop.model import Pengesahan
from tests.sop_mend.catalogue.clean import CLEAN
from tests.sop_mend.catalogue.model import Example, both, field, step

_OFFICIAL: Final = CLEAN.disahkan_oleh
_BASES: Final = CLEAN.dasar_hukum
_P53: Final = next(line for line in _BASES if "Nomor 53" in line)


def _with_base(old: str, new: str) -> tuple[str, ...]:
    return tuple(line.replace(old, new) if line == _P53 else line for line in _BASES)


def _official(jabatan: str, nama: str, nip: str | None) -> Pengesahan:
    return Pengesahan(jabatan, nama, nip)


EXAMPLES_IDENTITAS: Final = (
    Example(
        "identitas.nomor-kosong",
        "NOMOR SOP dikosongkan.",
        field(nomor=None),
    ),
    Example(
        "identitas.instansi-kosong",
        "Nama instansi dihapus.",
        field(instansi=()),
    ),
    Example(
        "identitas.belum-lengkap",
        "NOMOR SOP berisi “…/…./2026”.",
        field(nomor="000/..../2026"),
    ),
    Example(
        "identitas.judul-kosong",
        "NAMA SOP dikosongkan; dasar hukum yang bergantung pada judulnya tetap.",
        field(judul=""),
    ),
    Example(
        "identitas.tanggal-kosong",
        "TANGGAL PEMBUATAN dikosongkan.",
        field(tanggal_pembuatan=None),
    ),
    Example(
        "identitas.tanggal-revisi-kosong",
        "TANGGAL REVISI dikosongkan.",
        field(tanggal_revisi=None),
    ),
    Example(
        "identitas.peninjauan-terlambat",
        "TANGGAL REVISI menjadi 2 Februari 2029.",
        field(tanggal_revisi=date(2029, 2, 2)),
    ),
    Example(
        "identitas.tanggal-terbalik",
        "TANGGAL EFEKTIF menjadi 1 Desember 2025.",
        both(field(tanggal_efektif=date(2025, 12, 1)), field(tanggal_revisi=date(2026, 11, 30))),
    ),
    Example(
        "identitas.pengesah-kosong",
        "Jabatan pada DISAHKAN OLEH dikosongkan.",
        field(disahkan_oleh=_official("", _OFFICIAL.nama, _OFFICIAL.nip)),
    ),
    Example(
        "identitas.nip-kosong",
        "NIP pada DISAHKAN OLEH dihapus.",
        field(disahkan_oleh=_official(_OFFICIAL.jabatan, _OFFICIAL.nama, None)),
    ),
    Example(
        "identitas.nip-keliru",
        "NIP menjadi 197513302001121001 (bulan lahir 13).",
        field(disahkan_oleh=_official(_OFFICIAL.jabatan, _OFFICIAL.nama, "197513302001121001")),
    ),
    Example(
        "identitas.nama-janggal",
        "Nama pejabat menjadi “BUDZR CONTOH”.",
        field(disahkan_oleh=_official(_OFFICIAL.jabatan, "BUDZR CONTOH", _OFFICIAL.nip)),
    ),
    Example(
        "identitas.bagian-kosong",
        "KUALIFIKASI PELAKSANA dikosongkan.",
        field(kualifikasi_pelaksana=()),
    ),
    Example(
        "kualifikasi.sebagian-pelaksana",
        "KUALIFIKASI PELAKSANA menjadi “Tim: mampu mengolah data kinerja”.",
        field(kualifikasi_pelaksana=("Tim: mampu mengolah data kinerja",)),
    ),
    Example(
        "peringatan.tanpa-tenggat",
        "PERINGATAN menjadi “Apabila SOP tidak dilaksanakan, maka laporan tertunda”.",
        field(peringatan=("Apabila SOP tidak dilaksanakan, maka laporan tertunda",)),
    ),
    Example(
        "peringatan.bukan-jika-maka",
        "Ditambahkan PERINGATAN “Dikerjakan dengan teliti”.",
        field(peringatan=(*CLEAN.peringatan, "Dikerjakan dengan teliti")),
    ),
    Example(
        "peralatan.hanya-dokumen",
        "PERALATAN/PERLENGKAPAN menjadi “Draft laporan”.",
        field(peralatan=("Draft laporan",)),
    ),
    Example(
        "pencatatan.kurang",
        "“Notulen rapat” dihapus dari PENCATATAN DAN PENDATAAN.",
        field(pencatatan=tuple(item for item in CLEAN.pencatatan if item != "Notulen rapat")),
    ),
    Example(
        "identitas.judul-berbeda",
        "Judul di atas tabel menjadi “Prosedur Pengadaan Barang Inventaris”.",
        field(judul_prosedur="Prosedur Pengadaan Barang Inventaris"),
    ),
    Example(
        "tulisan.tanda-tersembunyi",
        "Di NAMA SOP disisipkan pembalik arah (U+202E).",
        field(judul=CLEAN.judul.replace(" ", " \u202e", 1)),
    ),
    Example(
        "dasar-hukum.tidak-diperiksa",
        "Ditambahkan “Peraturan Daerah Nomor 3 Tahun 2019 tentang Arsip”.",
        field(dasar_hukum=(*_BASES, "Peraturan Daerah Nomor 3 Tahun 2019 tentang Arsip")),
    ),
    Example(
        "dasar-hukum.kurang",
        "Hanya PermenPANRB 53/2014 yang tercantum.",
        field(dasar_hukum=(_P53,)),
    ),
    Example(
        "dasar-hukum.judul-salah-tulis",
        "“Laporan Kinerja Instansi” ditulis “Lapran Kinerja Instransi”.",
        field(dasar_hukum=_with_base("Laporan Kinerja Instansi", "Lapran Kinerja Instransi")),
    ),
    Example(
        "dasar-hukum.judul-lain",
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
    Example(
        "dasar-hukum.nama-lembaga",
        "“PermenPANRB Nomor 53” ditulis “PERMENPAN Nomor 53”.",
        field(dasar_hukum=_with_base("PermenPANRB", "PERMENPAN")),
    ),
    Example(
        "dasar-hukum.dicabut",
        "Ditambahkan PermenPANRB Nomor 29 Tahun 2010.",
        field(
            dasar_hukum=(
                *_BASES,
                "PermenPANRB Nomor 29 Tahun 2010 tentang Pedoman Penyusunan Penetapan Kinerja dan "
                "Pelaporan Akuntabilitas Kinerja Instansi Pemerintah",
            )
        ),
    ),
    Example(
        "dasar-hukum.nomor-tahun",
        "Ditambahkan “Peraturan Pemerintah Nomor 8 tentang Pelaporan Keuangan”.",
        field(dasar_hukum=(*_BASES, "Peraturan Pemerintah Nomor 8 tentang Pelaporan Keuangan")),
    ),
    Example(
        "dasar-hukum.lebih-baru",
        "Ditambahkan Peraturan Daerah Nomor 3 Tahun 2062.",
        field(dasar_hukum=(*_BASES, "Peraturan Daerah Nomor 3 Tahun 2062 tentang Kearsipan")),
    ),
    Example(
        "dasar-hukum.ganda",
        "Peraturan pertama dicantumkan sekali lagi dalam bentuk singkat.",
        field(dasar_hukum=(*_BASES, "Permenpan RB Nomor 53 Tahun 2014")),
    ),
    Example(
        "keterkaitan.tidak-dipakai",
        "Ditambahkan “SOP Perawatan Kendaraan” di KETERKAITAN.",
        field(keterkaitan=(*CLEAN.keterkaitan, "SOP Perawatan Kendaraan")),
    ),
    Example(
        "keterkaitan.tidak-tercantum",
        "Langkah 4 merujuk SOP Penerbitan Undangan.",
        step(
            "4",
            keterangan="Terkait SOP Penerbitan Undangan",
            rujukan_sop=("Penerbitan Undangan",),
        ),
    ),
    Example(
        "keterkaitan.diri-sendiri",
        "Ditambahkan “SOP Penyusunan Laporan Kinerja” di KETERKAITAN.",
        field(keterkaitan=(*CLEAN.keterkaitan, "SOP Penyusunan Laporan Kinerja")),
    ),
    Example(
        "ejaan.salah-ketik",
        "Kegiatan langkah 3 menjadi “Menyusun draft Lapran Kinerja.”.",
        step("3", kegiatan="Menyusun draft Lapran Kinerja."),
    ),
    Example(
        "ejaan.spasi",
        "Kegiatan langkah 2 menjadi “Mengumpulkan , lalu memvalidasi data kinerja.”.",
        step("2", kegiatan="Mengumpulkan , lalu memvalidasi data kinerja."),
    ),
    Example(
        "istilah.lama",
        "“Perjanjian Kinerja” pada Kelengkapan langkah 2 menjadi “Penetapan Kinerja”.",
        step("2", kelengkapan=("Nota dinas penugasan", "Penetapan Kinerja")),
    ),
    Example(
        "istilah.kantor-lain",
        "Langkah 9 menyebut “LKJ Dinas”, padahal kantor ini bukan dinas.",
        both(
            field(judul_prosedur="Prosedur Penyusunan LKJ"),
            step("9", kegiatan="Menyampaikan LKJ Dinas, memublikasikan, dan mengarsipkannya."),
        ),
    ),
)
