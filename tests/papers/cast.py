"""Hard facts for papers: long names, Plt., a.n. and u.b., many guests, a word without a break."""

from datetime import date, datetime

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Letterhead
from runut.core.report.papers.letter import BuktiElektronik, Peserta

KOP = Letterhead(
    ("PEMERINTAH PROVINSI KALIMANTAN BARAT", "SEKRETARIAT DAERAH", "BIRO ADMINISTRASI PIMPINAN"),
    "Jalan Jenderal Ahmad Yani, Pontianak 78124",
    "Telepon (0561) 736541, Surel biro.adpim@kalbarprov.go.id, Laman adpim.kalbarprov.go.id",
)
KOTA = "Pontianak"
DAY = date(2026, 12, 29)
MULAI = datetime(2026, 12, 31, 9, 0)  # noqa: DTZ001 - local time, as the paper prints it
LONG = "Prof. Dr. Ir. H. Raden Mas Andreas Kristianto Wibisono Hadiningrat, S.E., M.Si., Ak., CA."
UB = Pejabat(
    "a.n. Sekretaris Daerah Provinsi Kalimantan Barat\nKepala Biro Administrasi Pimpinan,\nu.b.\n"
    "Plt. Kepala Bagian Perencanaan dan Kepegawaian Setda,",
    LONG,
    "Pembina Utama Muda",
    "197507302001121001",
)
PLT = Pejabat(
    "Plt. Kepala Subbagian Tata Usaha",
    "Rina Marlina, S.Sos., M.A.P.",
    "Penata Tingkat I",
    "198001012005012003",
)
STAF = Pejabat("Pengelola Kepegawaian", "Muhammad Dewantara Kusumawardhana Putra Bangsawan", "", "")
KARO = Pejabat("Kepala Biro Administrasi Pimpinan", LONG, "Pembina Utama Muda", UB.nip)
GUESTS = (
    Peserta("", "Kepala Biro Administrasi Pimpinan", "Sekretariat Daerah"),
    Peserta("", "Kepala Bagian Perencanaan dan Kepegawaian Sekretariat Daerah", "Biro Adpim"),
    Peserta("", "Plt. Kepala Bagian Materi dan Komunikasi Pimpinan", "Biro Adpim"),
    Peserta("Siti Nurhaliza Rahmawati", "Dosen", "Universitas Tanjungpura", sebut_nama=True),
)
TEAM = tuple(
    Peserta(
        f"Nama Pegawai Nomor {n} yang Cukup Panjang, S.Sos., M.A.P.",
        "Analis Perencanaan Ahli Muda",
        "Bagian Perencanaan dan Kepegawaian",
        "199001012015032001",
    )
    for n in range(1, 27)
)
UNBROKEN = "https://e-office.kalbarprov.go.id/" + "a" * 120
TTE = BuktiElektronik(
    f"Ditandatangani secara elektronik oleh\n{LONG}", "https://runut.example/v/ABCDEFGHJK", True
)
