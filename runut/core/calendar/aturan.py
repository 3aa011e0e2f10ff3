"""Numbers of time fixed by regulation: value, valid from, reference. Nowhere else."""

from datetime import date
from typing import Final

from runut.core.aturan import Aturan
from runut.core.calendar.hours import OfficeHours, five_days

JAM_KERJA: Final = Aturan(
    "jam-kerja",
    OfficeHours(
        biasa=five_days("07.30-12.00 13.00-16.00", "07.30-11.30 13.00-16.30"),
        ramadan=five_days("08.00-12.00 12.30-15.00", "08.00-11.30 12.30-15.30"),
    ),
    date(2023, 4, 12),
    "Perpres Nomor 21 Tahun 2023: lima hari kerja, 37 jam 30 menit seminggu mulai pukul 07.30, "
    "istirahat 60 menit (Jumat 90 menit); Ramadan 32 jam 30 menit mulai pukul 08.00, istirahat "
    "30 menit (Jumat 60 menit). Letak istirahat dan jam pulang: praktik sejak Keppres Nomor 68 "
    "Tahun 1995; pemerintah daerah dapat menetapkan yang lain",
)

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
BULAN_PENYAMPAIAN: Final = Aturan(
    "bulan-penyampaian-laporan",
    2,
    date(2014, 12, 1),
    "PermenPANRB Nomor 53 Tahun 2014 Lampiran II huruf D: paling lambat 2 (dua) bulan setelah "
    "tahun anggaran berakhir",
)
"""The report of an SKPD: within so many months after the year reported on has ended."""
