"""The catalogue of legal bases as it is delivered: which stand, which were revoked, and by what.

Facts only, each with its source and how sure it is; an office adds what it knows itself.
"""

from datetime import date
from typing import Final

from runut.core.sop.aturan import LAPORAN_KINERJA
from runut.core.sop.checks.peraturan_model import (
    ALWAYS,
    KEPPRES,
    PERMENPANRB,
    PERPRES,
    PP,
    UU,
    Katalog,
    Kepastian,
    Peraturan,
)

_P53: Final = "PermenPANRB 53/2014"
_WITH_SOURCE: Final[Katalog] = (
    Peraturan(
        PERPRES,
        "29",
        2014,
        "Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        LAPORAN_KINERJA,
        sumber=f"{_P53}, Mengingat angka 4",
        kepastian=Kepastian.MUNGKIN,
    ),
    Peraturan(
        PERMENPANRB,
        "53",
        2014,
        "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu "
        "atas Laporan Kinerja Instansi Pemerintah",
        LAPORAN_KINERJA,
        date(2014, 12, 1),
        sumber=f"{_P53}, judul dan Pasal 7 (diundangkan 1 Desember 2014)",
    ),
    Peraturan(
        PERMENPANRB,
        "88",
        2021,
        "Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
        LAPORAN_KINERJA,
        sumber="Rujukan evaluasi AKIP",
    ),
    Peraturan(
        PERMENPANRB,
        "35",
        2012,
        "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
        ALWAYS,
        sumber="Rujukan bentuk SOP AP",
    ),
    Peraturan(
        PERMENPANRB,
        "29",
        2010,
        "Pedoman Penyusunan Penetapan Kinerja dan Pelaporan Akuntabilitas Kinerja Instansi "
        "Pemerintah",
        dicabut_oleh=_P53,
        tanggal=date(2014, 12, 1),
        sumber=f"{_P53}, Pasal 6",
    ),
    Peraturan(
        PP,
        "8",
        2006,
        "Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
        sumber=f"{_P53}, Mengingat angka 2",
        kepastian=Kepastian.MUNGKIN,
    ),
    Peraturan(UU, "1", 2004, "Perbendaharaan Negara", sumber=f"{_P53}, Mengingat angka 1"),
    Peraturan(
        PERPRES,
        "24",
        2010,
        "Kedudukan, Tugas, dan Fungsi Kementerian Negara serta Susunan Organisasi, Tugas, dan "
        "Fungsi Eselon I Kementerian Negara",
        sumber=f"{_P53}, Mengingat angka 3",
    ),
    Peraturan(
        PERPRES,
        "165",
        2014,
        "Penataan Tugas dan Fungsi Kabinet Kerja",
        sumber=f"{_P53}, Mengingat angka 5",
    ),
    Peraturan(
        KEPPRES,
        "68",
        1995,
        "",
        dicabut_oleh="Perpres 21/2023",
        tanggal=date(2023, 4, 12),
        sumber="Perpres 21/2023 tentang hari dan jam kerja",
    ),
)

_NOTES: Final = "Catatan Runut, November 2026"
_CERTAINTY: Final = {
    "C": Kepastian.PASTI,
    "L": Kepastian.MUNGKIN,
    "?": Kepastian.BELUM,
}
_ROWS: Final = """
UU|23|2014|Pemerintahan Daerah|C|||UU 2/2015, UU 9/2015, dan UU 6/2023
UU|32|2004|Pemerintahan Daerah|C|UU 23/2014|2014-10-02|
UU|8|1974|Pokok-Pokok Kepegawaian|C|UU 5/2014||
UU|43|1999||C|UU 5/2014||
UU|5|2014|Aparatur Sipil Negara|C|UU 20/2023|2023-10-31|
UU|20|2023|Aparatur Sipil Negara|C|||
UU|25|1956||L|UU 9/2022||
UU|9|2022|Provinsi Kalimantan Barat|L|||
UU|28|1999|Penyelenggara Negara yang Bersih dan Bebas dari Korupsi, Kolusi, dan Nepotisme|C|||
UU|17|2003|Keuangan Negara|C|||
UU|15|2004|Pemeriksaan Pengelolaan dan Tanggung Jawab Keuangan Negara|C|||
UU|14|2008|Keterbukaan Informasi Publik|C|||
UU|25|2009|Pelayanan Publik|C|||
UU|43|2009|Kearsipan|C|||
UU|30|2014|Administrasi Pemerintahan|C|||
UU|12|2011|Pembentukan Peraturan Perundang-undangan|C|||UU 15/2019 dan UU 13/2022
UU|11|2008|Informasi dan Transaksi Elektronik|C|||UU 19/2016 dan UU 1/2024
PP|12|2019|Pengelolaan Keuangan Daerah|C|||
PP|58|2005|Pengelolaan Keuangan Daerah|C|PP 12/2019||
PP|18|2016|Perangkat Daerah|C|||PP 72/2019
PP|41|2007|Organisasi Perangkat Daerah|C|PP 18/2016||
PP|38|2007||L|UU 23/2014||
PP|71|2010|Standar Akuntansi Pemerintahan|C|||
PP|24|2005|Standar Akuntansi Pemerintahan|C|PP 71/2010||
PP|94|2021|Disiplin Pegawai Negeri Sipil|C|||
PP|53|2010|Disiplin Pegawai Negeri Sipil|C|PP 94/2021||
PP|30|2019|Penilaian Kinerja Pegawai Negeri Sipil|C|||
PP|46|2011|Penilaian Prestasi Kerja Pegawai Negeri Sipil|C|PP 30/2019||
PP|71|2019|Penyelenggaraan Sistem dan Transaksi Elektronik|C|||
PP|82|2012|Penyelenggaraan Sistem dan Transaksi Elektronik|C|PP 71/2019||
PP|27|2014|Pengelolaan Barang Milik Negara/Daerah|C|||PP 28/2020
PP|6|2006|Pengelolaan Barang Milik Negara/Daerah|C|PP 27/2014||
PP|96|2012||C|||
PP|28|2012||C|||
PP|61|2010||C|||
PP|60|2008|Sistem Pengendalian Intern Pemerintah|C|||
PP|11|2017|Manajemen Pegawai Negeri Sipil|C|||PP 17/2020
PP|17|2020||C|||
Perpres|16|2018|Pengadaan Barang/Jasa Pemerintah|C|||Perpres 12/2021 dan Perpres 46/2025
Perpres|12|2021||C|||Perpres 46/2025
Perpres|46|2025||C|||
Perpres|54|2010|Pengadaan Barang/Jasa Pemerintah|C|Perpres 16/2018||
Perpres|95|2018|Sistem Pemerintahan Berbasis Elektronik|L|||
Perpres|86|2007|Badan Pusat Statistik|L|||
Inpres|7|1999|Akuntabilitas Kinerja Instansi Pemerintah|L|Perpres 29/2014||
Permendagri|77|2020|Pedoman Teknis Pengelolaan Keuangan Daerah|C|||
Permendagri|13|2006|Pedoman Pengelolaan Keuangan Daerah|C|Permendagri 77/2020||
Permendagri|59|2007||C|Permendagri 77/2020||
Permendagri|21|2011||C|Permendagri 77/2020||
Permendagri|86|2017||C|||
Permendagri|54|2010||C|Permendagri 86/2017||
Permendagri|1|2023|Tata Naskah Dinas di Lingkungan Pemerintah Daerah|C|||
Permendagri|54|2009|Tata Naskah Dinas di Lingkungan Pemerintah Daerah|C|Permendagri 1/2023||
Permendagri|19|2016|Pedoman Pengelolaan Barang Milik Daerah|C|||Permendagri 7/2024
Permendagri|17|2007|Pedoman Teknis Pengelolaan Barang Milik Daerah|C|Permendagri 19/2016||
Permendagri|52|2011||L|||
Permendagri|80|2015|Pembentukan Produk Hukum Daerah|C|||Permendagri 120/2018
Permendagri|120|2018||C|||
Permendagri|90|2019||L|||
PermenPANRB|PER/21/M.PAN/11|2008||C|PermenPANRB 35/2012||
PermenPANRB|PER/09/M.PAN/5|2007||L|||
PermenPANRB|PER/20/M.PAN/11|2008||L|||
PermenPANRB|25|2012||L|PermenPANRB 88/2021||
PermenPANRB|20|2013||L|PermenPANRB 88/2021||
PermenPANRB|12|2015||C|PermenPANRB 88/2021||
PermenPANRB|15|2014|Pedoman Standar Pelayanan|C|||
PermenPANRB|36|2012||C|PermenPANRB 15/2014||
PermenPANRB|14|2017|Pedoman Penyusunan Survei Kepuasan Masyarakat \
Unit Penyelenggara Pelayanan Publik|C|||
PermenPANRB|16|2014||C|PermenPANRB 14/2017||
PermenPANRB|90|2021||C|||PermenPANRB 5/2024
PermenPANRB|52|2014||C|PermenPANRB 90/2021||
PermenPANRB|10|2019||C|PermenPANRB 90/2021||
PermenPANRB|80|2012|Pedoman Tata Naskah Dinas Instansi Pemerintah|?|Peraturan ANRI 5/2021||
Peraturan ANRI|5|2021|Pedoman Umum Tata Naskah Dinas|?|||
Peraturan BPS|7|2008||L|Peraturan BPS 7/2020||
Peraturan BPS|7|2020||L|||Peraturan BPS 5/2023
"""
"""Kind, number, year, title, certainty, revoked by, on which day, changed by. A title that is not
known for certain is left out: it is then neither compared nor put in."""


def _of_row(row: str) -> Peraturan:
    jenis, nomor, tahun, tentang, certainty, by, day, changed = row.split("|")
    return Peraturan(
        jenis,
        nomor,
        int(tahun),
        tentang,
        dicabut_oleh=by,
        tanggal=date.fromisoformat(day) if day else None,
        sumber=_NOTES,
        diubah_oleh=changed,
        kepastian=_CERTAINTY[certainty],
    )


KATALOG: Final[Katalog] = (*_WITH_SOURCE, *map(_of_row, _ROWS.strip().splitlines()))
