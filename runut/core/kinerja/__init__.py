"""The arithmetic of performance: from figures in a workbook to capaian, predikat and budget.

``aturan`` holds the numbers and formulas of the regulations, ``model`` the figures, ``lembar`` and
``pemeriksaan`` the workbook and its faults, ``permintaan`` the JSON contract; the others compute.
"""

PUBLIC = (
    "anggaran",
    "angka",
    "aturan",
    "capaian",
    "deret",
    "efisiensi",
    "lembar",
    "model",
    "pemeriksaan",
    "permintaan",
    "predikat",
    "rekap",
    "rumus",
    "tahun_berikutnya",
)
