"""From where on a figure is asked about: values chosen by us, each with the reason for it."""

from datetime import date
from decimal import Decimal

from runut.core.aturan import Aturan

CAPAIAN_RENDAH = Aturan(
    "capaian-rendah",
    Decimal(20),
    date(2025, 1, 1),
    "praktik: capaian di bawah 20% lebih sering salah letak koma daripada kinerja; ditanyakan",
)

PAGU_TERKECIL = Aturan(
    "pagu-terkecil",
    Decimal(1_000_000),
    date(2025, 1, 1),
    "praktik: pagu sebuah baris DPA di bawah satu juta rupiah menandakan angka dalam ribu/juta",
)

PAGU_TERBESAR_DALAM_JUTA = Aturan(
    "pagu-terbesar-dalam-juta",
    Decimal(10_000_000),
    date(2025, 1, 1),
    "praktik: bila baris terbesar pun di bawah sepuluh juta rupiah, lembarnya diketik dalam juta",
)

SERAPAN_RENDAH = Aturan(
    "serapan-rendah",
    Decimal(20),
    date(2025, 1, 1),
    "praktik: serapan sebuah baris di bawah 20%, padahal keseluruhan di atas separuh, ditanyakan",
)

SERAPAN_TAHUN_USAI = Aturan(
    "serapan-tahun-usai",
    Decimal(50),
    date(2025, 1, 1),
    "praktik: di bawah serapan ini tahun dianggap masih berjalan dan baris tidak ditanyakan",
)
