"""The keys of the sections: what links, decisions of a meeting and people's texts point at.

They are stable from year to year; a text written under a key stays where it belongs. The short
ones are also the keys of the sheet of words in the data workbook.
"""

KATA_PENGANTAR = "kata_pengantar"
IKHTISAR = "ikhtisar"
LATAR_BELAKANG = "latar_belakang"
TUGAS = "bab1.tugas"
STRUKTUR = "bab1.struktur"
PEGAWAI = "bab1.pegawai"
ISU = "bab1.isu_strategis"
RENSTRA = "bab2.renstra"
PERJANJIAN = "bab2.perjanjian"
METODE = "bab3.metode"
RINGKASAN = "bab3.ringkasan"
ANGGARAN = "bab3.anggaran"
PENGHARGAAN = "bab3.penghargaan"
SIMPULAN = "penutup"
LANGKAH = "bab4.langkah"
RENCANA_LALU = "bab4.rencana_lalu"
LHE = "bab4.lhe"
PEMANFAATAN = "bab4.pemanfaatan"

ANALISIS = (
    "Target dan realisasi tahun ini",
    "Perbandingan dengan tahun-tahun sebelumnya",
    "Perbandingan dengan target jangka menengah",
    "Perbandingan dengan standar nasional",
    "Penyebab keberhasilan atau kegagalan dan solusi",
    "Efisiensi penggunaan sumber daya",
    "Program dan kegiatan penunjang",
)
"""The seven analyses of each sasaran (PermenPANRB 53/2014, anak lampiran II/1, Bab III.A)."""


def sasaran_key(sasaran_id: str) -> str:
    return f"bab3.sasaran.{sasaran_id}"


def analisis_key(sasaran_id: str, nomor: int) -> str:
    """The key of analysis 1 to 7 of a sasaran.

    >>> analisis_key("S1", 5)
    'bab3.sasaran.S1.analisis.5'
    """
    return f"{sasaran_key(sasaran_id)}.analisis.{nomor}"


def penyebab_key(sasaran_id: str) -> str:
    return f"{analisis_key(sasaran_id, 5)}.penyebab"


def pendorong_key(sasaran_id: str) -> str:
    return f"{analisis_key(sasaran_id, 5)}.pendorong"


def hambatan_key(sasaran_id: str) -> str:
    return f"{analisis_key(sasaran_id, 5)}.hambatan"


def faktor_key(indikator_id: str, faktor: str) -> str:
    """The key of ``pendorong``, ``hambatan`` or ``solusi`` of one indicator."""
    return f"bab3.indikator.{indikator_id}.{faktor}"


def solusi_key(sasaran_id: str) -> str:
    return f"{analisis_key(sasaran_id, 5)}.solusi"


def penunjang_key(sasaran_id: str) -> str:
    return f"{analisis_key(sasaran_id, 7)}.penunjang"


def rencana_key(sasaran_id: str) -> str:
    return f"{LANGKAH}.{sasaran_id}"
