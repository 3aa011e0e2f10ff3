"""Examples that raise a finding: symbols, ways out, ways back, and whether every case can end."""

from typing import Final

from runut.core.sop.model import Bentuk, Dalam, Lanjut, Pelaksana
from tests.sop_mend.catalogue.model import Example, both, step

EXAMPLES_ALIRAN: Final = (
    Example(
        "simbol.kapsul-hilang",
        "Kapsul langkah 9 menjadi kotak.",
        step("9", bentuk=Bentuk.PROSES),
    ),
    Example(
        "aliran.tanpa-jalan-kembali",
        "Langkah 7 menjadi kotak yang hanya berlanjut ke langkah 8.",
        step("7", bentuk=Bentuk.PROSES, lanjut=(Lanjut("8"),)),
    ),
    Example(
        "aliran.kotak-bercabang",
        "Belah ketupat langkah 7 menjadi kotak, cabangnya tetap.",
        step("7", bentuk=Bentuk.PROSES),
    ),
    Example(
        "aliran.cabang-satu-tujuan",
        "Langkah 3 menjadi keputusan dengan Ya dan Tidak ke langkah 4.",
        step("3", bentuk=Bentuk.KEPUTUSAN, lanjut=(Lanjut("4", "Ya"), Lanjut("4", "Tidak"))),
    ),
    Example(
        "aliran.ke-diri-sendiri",
        "Cabang Tidak langkah 7 menuju langkah 7.",
        step("7", lanjut=(Lanjut("8", "Ya"), Lanjut("7", "Tidak"))),
    ),
    Example(
        "aliran.simbol-buntu",
        "Cabang Tidak langkah 7 menuju kotak Tim di baris yang sama, yang tidak berlanjut.",
        step(
            "7",
            pelaksana=(Pelaksana("Pemeriksa"), Pelaksana("Tim", bentuk=Bentuk.PROSES)),
            lanjut=(Lanjut("8", "Ya"),),
            dalam=(Dalam("Pemeriksa", "Tim", "Tidak"),),
        ),
    ),
    Example(
        "aliran.mulai-didahului",
        "Langkah 3 diberi kapsul mulai.",
        step("3", bentuk=Bentuk.MULAI),
    ),
    Example(
        "aliran.tujuan-tidak-ada",
        "Langkah 3 menuju langkah 4 dan 20.",
        step("3", lanjut=(Lanjut("4"), Lanjut("20"))),
    ),
    Example(
        "aliran.keputusan-kurang-cabang",
        "Label kedua cabang langkah 7 dihapus.",
        step("7", lanjut=(Lanjut("8"), Lanjut("6"))),
    ),
    Example(
        "aliran.selesai-berlanjut",
        "Langkah 9 menunjuk kembali ke langkah 2.",
        step("9", lanjut=(Lanjut("2"),)),
    ),
    Example(
        "aliran.tidak-terjangkau",
        "Langkah 3 langsung menuju langkah 5.",
        step("3", lanjut=(Lanjut("5"),)),
    ),
    Example(
        "aliran.buntu",
        "Langkah 3 menuju langkah 4 dan 5; panah keluar langkah 4 dihapus.",
        both(step("3", lanjut=(Lanjut("4"), Lanjut("5"))), step("4", lanjut=())),
    ),
    Example(
        "aliran.tak-berujung",
        "Langkah 3 menuju langkah 4 dan 6; langkah 5 hanya kembali ke langkah 4.",
        both(step("3", lanjut=(Lanjut("4"), Lanjut("6"))), step("5", lanjut=(Lanjut("4"),))),
    ),
)
