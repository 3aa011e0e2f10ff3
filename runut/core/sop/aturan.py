"""What the SOP rules take from regulations or from convention: value, since when, reference."""

from datetime import date
from typing import Final

from runut.core.kinerja.aturan import Aturan

_KONVENSI: Final = (
    "Konvensi Runut: PermenPANRB 35/2012 mewajibkan waktu pada setiap langkah "
    "tanpa menyebut konversi satuannya"
)

MENIT_HARI_KERJA: Final = Aturan(
    "menit-hari-kerja",
    450,
    date(2023, 4, 12),
    f"Perpres 21/2023: 37 jam 30 menit dalam 5 hari kerja. {_KONVENSI}",
)
HARI_KERJA_SEMINGGU: Final = Aturan(
    "hari-kerja-seminggu", 5, date(2023, 4, 12), f"Perpres 21/2023. {_KONVENSI}"
)
HARI_KERJA_SEBULAN: Final = Aturan(
    "hari-kerja-sebulan",
    21,
    date(2012, 1, 1),
    f"Praktik: 20 sampai 22 hari kerja. {_KONVENSI}",
)
TAHUN_ANTAREVALUASI: Final = Aturan(
    "tahun-antarevaluasi",
    1,
    date(2012, 1, 1),
    "PermenPANRB 35/2012: SOP dimonitor setiap 6 bulan, dievaluasi paling sedikit setahun sekali",
)

LAPORAN_KINERJA: Final = (
    "lakip",
    "lkjip",
    "lkj",
    "laporan kinerja",
    "laporan akuntabilitas kinerja",
)
"""Words in a title which say that the SOP is about the yearly performance report."""
