"""Other SOPs than the seed, with their marks: the truth that the reconstruction has to find again.

``without_marks`` loses the marks as a text copy of the form does.
"""

from dataclasses import replace
from pathlib import Path

from runut.core.sop.model import SOP
from runut.core.sop.text.parse import read_sop_text


def _read(name: str) -> SOP:
    path = Path(__file__).parent / "lain_teks" / name
    sop, findings = read_sop_text(path.read_text(encoding="utf-8"))
    assert sop is not None and not findings, findings
    return sop


def without_marks(sop: SOP) -> SOP:
    return replace(sop, langkah=tuple(replace(s, pelaksana=()) for s in sop.langkah))


def truth(sop: SOP) -> dict[str, str]:
    return {step.no: step.pelaksana[0].nama for step in sop.langkah}


SURAT_MASUK = _read("surat-masuk.txt")
CUTI = _read("cuti-pegawai.txt")
RENJA = _read("penyusunan-renja.txt")
PENGADAAN = _read("pengadaan-barang.txt")
PENGADUAN = _read("pengaduan-pasien.txt")
ALL = (SURAT_MASUK, CUTI, RENJA, PENGADAAN, PENGADUAN)
