"""What the SOP rules take from regulations or from convention: value, since when, reference."""

from datetime import date
from typing import Final

from runut.core.aturan import Aturan

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
