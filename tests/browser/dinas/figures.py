"""The data book of the Dinas: its own profile and names; what it measured is the example's, a
year on."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from runut.core.kinerja.model import Pejabat
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.year import write_workbook
from runut.office.example.years import moved_to

EXAMPLE = Path(__file__).parents[3] / "examples" / "kinerja" / "lakip-2025.xlsx"
YEAR = 2026
NAMES = (
    ("Biro Administrasi Pimpinan Sekretariat Daerah Provinsi Kalimantan Barat",
     "Dinas Perpustakaan dan Kearsipan Kabupaten Banjar"),
    ("Biro Administrasi Pimpinan", "Dinas Perpustakaan dan Kearsipan"),
    ("Biro", "Dinas"),
)  # fmt: skip


def book() -> bytes:
    """The workbook as the office hands it in."""
    data, problems = read_workbook(EXAMPLE.read_bytes(), EXAMPLE.name)
    assert data is not None, problems
    data = moved_to(data, YEAR)
    profil = replace(
        data.profil,
        instansi=("PEMERINTAH KABUPATEN BANJAR", "DINAS PERPUSTAKAAN DAN KEARSIPAN"),
        singkatan="Dinas Perpustakaan dan Kearsipan",
        alamat="Jalan Perwira Nomor 5, Martapura 70614",
        kota="Martapura",
        pimpinan=Pejabat(
            "Kepala Dinas Perpustakaan dan Kearsipan",
            "Dr. Hj. Mariana Ulfah, S.Sos., M.Si.",
            "Pembina Utama Muda",
            "197008151996032004",
        ),
        atasan=Pejabat("Bupati Banjar", "H. Saidi Mansyur, S.I.Kom.", "", ""),
        struktur=(
            ("Bidang Perpustakaan", "Melayani pembaca dan membina perpustakaan."),
            ("Bidang Kearsipan", "Mengelola arsip daerah dan membina kearsipan."),
            ("Sekretariat", "Menyusun rencana dan laporan serta mengelola kepegawaian."),
        ),
        is_contoh=False,
    )
    return _renamed(write_workbook(replace(data, profil=profil)))


def _renamed(book: bytes) -> bytes:
    """No name of the example's own office is left in the words."""
    opened = load_workbook(BytesIO(book))
    for sheet in opened:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and "Biro" in cell.value:
                    for old, new in NAMES:
                        cell.value = cell.value.replace(old, new)
    made = BytesIO()
    opened.save(made)
    return made.getvalue()
