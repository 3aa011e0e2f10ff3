"""Catalogue of findings: symbols, ways out, ways back, and whether every case can end."""

from typing import Final

from runut.core.sop.catalogue.model import Entry, both, step
from runut.core.sop.model import Bentuk, Lanjut

ENTRIES_ALIRAN: Final = (
    Entry(
        "simbol.kapsul-hilang",
        "Kapsul hilang",
        "Bagan alir tidak mempunyai kapsul mulai atau kapsul selesai.",
        "Kapsul langkah 9 menjadi kotak.",
        step("9", bentuk=Bentuk.PROSES),
    ),
    Entry(
        "aliran.tanpa-jalan-kembali",
        "Pemeriksaan tanpa jalan kembali",
        "Langkah memeriksa atau menandatangani, tetapi tidak ada jalan bila ditolak.",
        "Langkah 7 menjadi kotak yang hanya berlanjut ke langkah 8.",
        step("7", bentuk=Bentuk.PROSES, lanjut=(Lanjut("8"),)),
    ),
    Entry(
        "aliran.kotak-bercabang",
        "Kotak bercabang",
        "Langkah mempunyai cabang berlabel, tetapi simbolnya bukan belah ketupat.",
        "Belah ketupat langkah 7 menjadi kotak, cabangnya tetap.",
        step("7", bentuk=Bentuk.PROSES),
    ),
    Entry(
        "aliran.cabang-satu-tujuan",
        "Semua cabang ke satu tujuan",
        "Apa pun keputusannya, jalannya sama.",
        "Langkah 3 menjadi keputusan dengan Ya dan Tidak ke langkah 4.",
        step("3", bentuk=Bentuk.KEPUTUSAN, lanjut=(Lanjut("4", "Ya"), Lanjut("4", "Tidak"))),
    ),
    Entry(
        "aliran.ke-diri-sendiri",
        "Panah ke diri sendiri",
        "Langkah menunjuk dirinya sendiri, sehingga tidak ada yang memperbaiki.",
        "Cabang Tidak langkah 7 menuju langkah 7.",
        step("7", lanjut=(Lanjut("8", "Ya"), Lanjut("7", "Tidak"))),
    ),
    Entry(
        "aliran.mulai-didahului",
        "Kapsul mulai didahului langkah lain",
        "Simbol mulai berada di tengah alur.",
        "Langkah 3 diberi kapsul mulai.",
        step("3", bentuk=Bentuk.MULAI),
    ),
    Entry(
        "aliran.tujuan-tidak-ada",
        "Tujuan panah tidak ada",
        "Panah menuju nomor langkah yang tidak ada.",
        "Langkah 3 menuju langkah 4 dan 20.",
        step("3", lanjut=(Lanjut("4"), Lanjut("20"))),
    ),
    Entry(
        "aliran.keputusan-kurang-cabang",
        "Keputusan kurang cabang",
        "Belah ketupat harus mempunyai paling sedikit dua cabang yang berlabel berbeda.",
        "Label kedua cabang langkah 7 dihapus.",
        step("7", lanjut=(Lanjut("8"), Lanjut("6"))),
    ),
    Entry(
        "aliran.selesai-berlanjut",
        "Kapsul selesai berlanjut",
        "Kapsul selesai masih mempunyai panah keluar.",
        "Langkah 9 menunjuk kembali ke langkah 2.",
        step("9", lanjut=(Lanjut("2"),)),
    ),
    Entry(
        "aliran.tidak-terjangkau",
        "Langkah tidak terjangkau",
        "Tidak ada jalan dari awal ke langkah itu.",
        "Langkah 3 langsung menuju langkah 5.",
        step("3", lanjut=(Lanjut("5"),)),
    ),
    Entry(
        "aliran.buntu",
        "Langkah buntu",
        "Langkah bukan akhir prosedur, tetapi tidak ada panah keluar.",
        "Langkah 3 menuju langkah 4 dan 5; panah keluar langkah 4 dihapus.",
        both(step("3", lanjut=(Lanjut("4"), Lanjut("5"))), step("4", lanjut=())),
    ),
    Entry(
        "aliran.tak-berujung",
        "Lingkaran tanpa jalan keluar",
        "Dari langkah itu akhir prosedur tidak dapat dicapai.",
        "Langkah 3 menuju langkah 4 dan 6; langkah 5 hanya kembali ke langkah 4.",
        both(step("3", lanjut=(Lanjut("4"), Lanjut("6"))), step("5", lanjut=(Lanjut("4"),))),
    ),
)
