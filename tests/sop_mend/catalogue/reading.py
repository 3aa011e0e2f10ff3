"""Texts that make the reading of a file say something: one for each code that a text can raise."""

from typing import Final

from tests.sop_mend.catalogue.model import Garbled


def _table_only_head(text: str) -> str:
    return text[: text.index("1\tMenugaskan")]


def _line_without_number(text: str) -> str:
    return text.replace("3\tMenyusun draft", "\tMenyusun draft")


def _many_steps(text: str) -> str:
    rows = "".join(f"{no}\tMencatat.\t√\n" for no in range(10, 520))
    return f"{text}{rows}"


EXAMPLES_READING: Final = (
    Garbled("baca.kosong", "Teks kosong.", lambda text: ""),
    Garbled("baca.bukan-teks", "Di dalam teks ada bait nol.", lambda text: f"{text}\0"),
    Garbled("baca.terlalu-besar", "Teks lebih dari 2 juta huruf.", lambda text: "a" * 2_000_001),
    Garbled("baca.terlalu-luas", "Satu baris berisi 600 sel.", lambda text: text + "\t" * 600),
    Garbled(
        "baca.bukan-tabel-sop",
        "Hanya uraian: “Rapat dipimpin oleh pimpinan.”",
        lambda text: "Rapat dipimpin oleh pimpinan.",
    ),
    Garbled("baca.tanpa-langkah", "Semua baris langkah dihapus.", _table_only_head),
    Garbled("baca.terlalu-banyak-langkah", "Lebih dari 500 langkah ditambahkan.", _many_steps),
    Garbled(
        "baca.tanggal-tidak-dipahami",
        "TANGGAL PEMBUATAN berisi “Februari 2026”.",
        lambda text: text.replace("TANGGAL PEMBUATAN\t2 Februari", "TANGGAL PEMBUATAN\tFebruari"),
    ),
    Garbled("baca.langkah-tanpa-nomor", "Nomor langkah 3 dihapus.", _line_without_number),
    Garbled(
        "baca.baris-disambung",
        "Di bawah langkah 9 ada baris tanpa nomor dengan dua sel.",
        lambda text: f"{text}Arsip digital\tdan salinan\n",
    ),
    Garbled(
        "baca.sel-di-luar-kolom",
        "Langkah 2 mempunyai satu sel lebih: “lihat juga”.",
        lambda text: text.replace(
            "SOP Penyusunan Perjanjian Kinerja\n3", "SOP Lain\tlihat juga\n3"
        ),
    ),
    Garbled(
        "baca.kolom-tanpa-nama",
        "Nama kolom Pemeriksa dihapus dari kepala tabel.",
        lambda text: text.replace("Petugas\tPemeriksa\tKelengkapan", "Petugas\t\tKelengkapan"),
    ),
    Garbled(
        "baca.label-cabang-lepas",
        "Kolom Petugas langkah 3 berisi “Tidak”.",
        lambda text: text.replace(
            "3\tMenyusun draft Laporan Kinerja.\t\t√\t", "3\tMenyusun draft.\t\t√\tTidak"
        ),
    ),
)
