"""Every paper beside the parts that tata naskah dinas asks of it, in the order in which they stand.

Permendagri 1/2023; a part is a pattern in the words of the printed paper.
"""

from collections.abc import Callable
from dataclasses import dataclass

from runut.core.report.blocks import Paper
from runut.core.report.papers.letter import acted
from tests.papers.cast import GUESTS, MULAI, TTE
from tests.papers.letters import (
    daftar_hadir,
    disposisi,
    kesiapan,
    nota_dinas,
    pengantar,
    tanda_terima,
    undangan,
)
from tests.papers.records import (
    buku_agenda,
    catatan_hasil,
    garis_waktu,
    lakip,
    lembar_paraf,
    notula,
    pembukaan,
    serah_terima,
)

KOP_PARTS = ("PEMERINTAH PROVINSI", "BIRO ADMINISTRASI PIMPINAN", "Jalan Jenderal", "Telepon")
BOX = r"(\[ \]|☐)"


@dataclass(frozen=True)
class Scene:
    """A paper and its parts. ``pages``: on how many pages it comes to stand; () is not asked.

    ``shown``: the pages that are drawn as pictures, all where it is ().
    """

    name: str
    title: str
    make: Callable[[], Paper]
    parts: tuple[str, ...]
    pages: tuple[int, ...] = (1,)
    shown: tuple[int, ...] = ()


_HEAD = (r"Nomor\s*:", r"Sifat\s*:", r"Lampiran\s*:", r"Hal\s*:")
_MEETING = (r"Hari, tanggal\s*:", r"Waktu\s*:", r"Tempat\s*:", r"Acara\s*:")
_UNDER = ("a.n. Sekretaris Daerah", "u.b.", "Plt. Kepala Bagian", "Prof. Dr.", "Pembina", "NIP ")
SCENES = (
    Scene(
        "undangan",
        "Surat undangan, a.n. dan u.b., daftar terlampir",
        undangan,
        (
            *KOP_PARTS,
            "Pontianak, 29 Desember 2026",
            *_HEAD,
            "Yth.",
            "di tempat",
            "Dalam rangka",
            *_MEETING,
            "Mohon membawa",
            "Demikian",
            *_UNDER,
            "Tembusan:",
            "Arsip",
            r"Lampiran\s*:",
            "DAFTAR UNDANGAN",
            "Kepala Biro",
            "Kepala Bagian Perencanaan",
            "Plt. Kepala Bagian Materi",
            "Siti Nurhaliza",
            *_UNDER,
        ),
        (2,),
    ),
    Scene(
        "undangan-tte",
        "Surat undangan kepada satu, ditandatangani elektronik",
        lambda: undangan(GUESTS[:1], bukti=TTE),
        (
            *KOP_PARTS,
            "Pontianak, 29 Desember 2026",
            *_HEAD,
            "Yth. Kepala Biro",
            *_MEETING,
            "a.n. Sekretaris",
            "Ditandatangani secara elektronik",
            "NIP ",
            "Tembusan:",
        ),
    ),
    Scene(
        "nota-dinas-plt",
        "Nota dinas satu halaman oleh Plt.",
        lambda: nota_dinas(4),
        (
            *KOP_PARTS,
            "NOTA DINAS",
            "Nomor 000.1.5/88/ND",
            r"Yth\.\s*:",
            r"Dari\s*:\s*Plt\.",
            r"Hal\s*:",
            r"Lampiran\s*:",
            r"Tanggal\s*:",
            r"Sifat\s*:",
            "ditugaskan",
            r"1\.",
            "Rapat yang disiapkan",
            "Batas waktu",
            "Demikian",
            "Plt. Kepala Subbagian",
            "Rina",
            "Penata",
            "NIP ",
            "Tembusan:",
            "Arsip",
        ),
    ),
    Scene(
        "nota-dinas-panjang",
        "Nota dinas dua halaman",
        lambda: nota_dinas(22),
        ("NOTA DINAS", r"Yth\.\s*:", "Demikian", "Plt. Kepala Subbagian", "NIP ", "Tembusan:"),
        (2,),
    ),
    Scene(
        "catatan-penugasan",
        "Catatan penugasan lisan",
        lambda: nota_dinas(3, lisan_pada=MULAI, bukti=acted(MULAI, "WIB")),
        ("CATATAN PENUGASAN", r"Yth\.\s*:", "secara lisan", "Dilakukan sendiri", "Rina", "NIP "),
    ),
    Scene(
        "daftar-hadir",
        "Daftar hadir kosong, dua halaman",
        lambda: daftar_hadir(22),
        (
            *KOP_PARTS,
            "DAFTAR HADIR",
            *_MEETING,
            "No",
            "Nama",
            "NIP",
            "Jabatan/Instansi",
            "Paraf",
            "Jumlah undangan",
            "Plt. Kepala Subbagian",
            "Rina",
            "NIP ",
        ),
        (2, 3),
    ),
    Scene(
        "daftar-hadir-terisi",
        "Daftar hadir yang terisi",
        lambda: daftar_hadir(9, is_over=True),
        ("DAFTAR HADIR", "hadir 09.00 WIB", "tercatat hadir 9 orang", "Rina"),
        (1, 2),
    ),
    Scene(
        "kesiapan",
        "Laporan kesiapan",
        kesiapan,
        (
            *KOP_PARTS,
            "LAPORAN TENTANG KESIAPAN RAPAT",
            "Nomor ",
            "A. +Pendahuluan",
            "B. +Kegiatan",
            "C. +Hasil",
            "D. +Simpulan",
            "E. +Penutup",
            "Pontianak, 29 Desember 2026",
            "Pengelola Kepegawaian",
            "Dewantara",
        ),
        (1, 2),
    ),
    Scene(
        "notula",
        "Notula, dua halaman",
        notula,
        (
            *KOP_PARTS,
            "NOTULA",
            "Nomor ",
            r"Rapat\s*:",
            r"Hari, tanggal\s*:",
            r"Pukul dibuka\s*:",
            r"Tempat\s*:",
            r"Pimpinan rapat\s*:",
            r"Notulis\s*:",
            r"Kehadiran\s*:",
            "A. +Acara",
            "B. +Pembukaan",
            "C. +Pembahasan",
            "D. +Keputusan",
            "E. +Penutup",
            "Rapat ditutup",
            "Pontianak, 31 Desember 2026",
            "Peserta yang hadir",
        ),
        (2, 3),
    ),
    Scene(
        "pembukaan",
        "Catatan pembukaan rapat",
        pembukaan,
        (
            *KOP_PARTS,
            "CATATAN PEMBUKAAN RAPAT",
            r"Acara\s*:",
            r"Pukul dibuka\s*:",
            r"Pimpinan rapat\s*:",
            "Rapat dibuka",
            "Pontianak, 31 Desember 2026",
            "Kepala Biro",
        ),
        (1, 2),
    ),
    Scene(
        "disposisi",
        "Lembar disposisi",
        disposisi,
        (
            *KOP_PARTS,
            "LEMBAR DISPOSISI",
            "Surat dari",
            "Diterima",
            "Nomor surat",
            "Nomor agenda",
            "Tanggal surat",
            "Sifat",
            "Hal",
            "Diteruskan kepada",
            "Isi disposisi",
            BOX,
            "Catatan",
            "Paraf dan tanggal",
            "tidak menggantikan naskah dinas",
        ),
    ),
    Scene(
        "surat-pengantar",
        "Surat pengantar LAKIP",
        pengantar,
        (
            *KOP_PARTS,
            "Pontianak, 29 Desember 2026",
            "Yth. Kepala Biro Organisasi",
            "di tempat",
            "SURAT PENGANTAR",
            "Nomor 000.8.6.3/3/SP",
            "Naskah dinas yang",
            "Banyaknya",
            "Keterangan",
            "Diterima tanggal",
            "Penerima,",
            "Tembusan:",
            "Inspektur",
        ),
    ),
    Scene(
        "tanda-terima",
        "Tanda terima",
        tanda_terima,
        (*KOP_PARTS, "TANDA TERIMA", "Telah diterima dari Kepala Biro", "Penerima,", "NIP"),
    ),
    Scene(
        "lembar-paraf",
        "Lembar kendali paraf",
        lembar_paraf,
        (
            *KOP_PARTS,
            "LEMBAR KENDALI PARAF",
            r"Dokumen\s*:",
            r"Versi\s*:",
            r"SHA-256\s*:",
            "Gugur",
            "Dikembalikan",
            "Tanda tangan",
            "Yang berlaku",
        ),
    ),
    Scene(
        "garis-waktu",
        "Garis waktu",
        garis_waktu,
        (*KOP_PARTS, "RIWAYAT PELAKSANAAN", "Batas waktu", "Waktu baku", "nyata", "Selesai 8"),
        (2, 3),
    ),
    Scene(
        "catatan-hasil",
        "Catatan hasil",
        catatan_hasil,
        (*KOP_PARTS, "CATATAN HASIL", r"SOP\s*:", r"Langkah\s*:", r"Hasil\s*:", "Semua keputusan"),
    ),
    Scene(
        "serah-terima",
        "Memori serah terima",
        serah_terima,
        (
            *KOP_PARTS,
            "MEMORI SERAH TERIMA",
            r"Dari\s*:",
            r"Kepada\s*:",
            "Yang sedang berjalan",
            "Yang sudah selesai",
            "SOP yang berlaku",
            "Pemegang peran",
            "Naskah bertanda tangan",
            "Yang menerima",
        ),
        (2, 3),
    ),
    Scene(
        "buku-agenda",
        "Buku agenda rapat setahun",
        buku_agenda,
        (*KOP_PARTS, "BUKU AGENDA RAPAT TAHUN 2026", "Nomor naskah", "Tanggal", "Hal", "21 naskah"),
        (2, 3),
    ),
    Scene(
        "lakip",
        "LAKIP: sampul dan halaman tanda tangan, basah",
        lakip,
        (
            "LAPORAN",
            "2025",
            "KATA PENGANTAR",
            "29 Desember 2026",
            "Kepala Biro",
            "Prof. Dr.",
            "NIP ",
        ),
        (),
        (1, 2, 3),
    ),
    Scene(
        "lakip-tte",
        "LAKIP: halaman tanda tangan, elektronik",
        lambda: lakip(electronic=True),
        ("KATA PENGANTAR", "Kepala Biro", "Prof. Dr.", "NIP "),
        (),
        (2, 3),
    ),
)
