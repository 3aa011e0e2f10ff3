"""The arithmetic of performance: from figures in a workbook to capaian, predikat and budget.

``aturan`` holds the numbers and formulas of the regulations, ``model`` the figures; ``tulisan``
reads figures as they are written and ``cetak`` prints them, with the law of a printed row;
``lembar`` and ``pemeriksaan`` are the workbook and its faults, ``permintaan`` the JSON contract;
the others compute.
"""

PUBLIC = (
    "anggaran",
    "angka",
    "aturan",
    "biaya",
    "bukti",
    "capaian",
    "cetak",
    "deret",
    "efisiensi",
    "isi",
    "jawaban",
    "kolom",
    "lembar",
    "lembar_pilihan",
    "model",
    "paket",
    "pemeriksaan",
    "perjanjian",
    "permintaan",
    "perubahan",
    "perubahan_pk",
    "predikat",
    "rekap",
    "rumus",
    "satuan",
    "tahun_berikutnya",
    "terbaca",
    "tindakan",
    "tinjauan",
    "triwulan",
    "tulisan",
    "uang",
)
