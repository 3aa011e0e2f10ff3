"""The printed words of the form of PermenPANRB 35/2012: labels of the identity block and columns.

One place for both directions: the first word of each list is the one we print.
"""

import re
from typing import Final

KEYS: Final = {
    "nomor": (
        "NOMOR SOP",
        "NOMOR SOP AP",
        "NO. SOP",
        "NO SOP",
        "NOMOR",
        "NOMOR DOKUMEN",
        "NO. DOKUMEN",
    ),
    "tanggal_pembuatan": (
        "TANGGAL PEMBUATAN",
        "TANGGAL DIBUAT",
        "TANGGAL PENYUSUNAN",
    ),
    "tanggal_revisi": ("TANGGAL REVISI", "TANGGAL DIREVISI", "TANGGAL PERUBAHAN"),
    "tanggal_efektif": (
        "TANGGAL EFEKTIF",
        "TANGGAL PENGESAHAN",
        "TANGGAL BERLAKU",
        "TANGGAL DIBERLAKUKAN",
        "TANGGAL MULAI BERLAKU",
        "TANGGAL DITETAPKAN",
        "TANGGAL DISAHKAN",
        "TANGGAL PENETAPAN",
        "TMT BERLAKU",
    ),
    "disahkan_oleh": (
        "DISAHKAN OLEH",
        "DITETAPKAN OLEH",
        "DISAHKAN",
        "DISETUJUI OLEH",
        "PENGESAHAN",
    ),
    "judul": (
        "NAMA SOP",
        "NAMA SOP AP",
        "JUDUL SOP",
        "JUDUL SOP AP",
        "JUDUL",
        "NAMA PROSEDUR",
        "JUDUL PROSEDUR",
        "NAMA/JUDUL SOP",
    ),
}
SECTIONS: Final = {
    "dasar_hukum": ("DASAR HUKUM", "LANDASAN HUKUM", "DASAR HUKUM/REFERENSI", "REFERENSI"),
    "kualifikasi_pelaksana": (
        "KUALIFIKASI PELAKSANA",
        "KUALIFIKASI PELAKSANAAN",
        "KUALIFIKASI PELAKSANA SOP",
        "KUALIFIKASI",
    ),
    "keterkaitan": (
        "KETERKAITAN",
        "KETERKAITAN SOP",
        "KETERKAITAN DENGAN SOP LAIN",
        "KETERKAITAN DENGAN SOP LAINNYA",
        "KETERKAITAN SOP LAIN",
        "SOP TERKAIT",
    ),
    "peralatan": (
        "PERALATAN/PERLENGKAPAN",
        "PERALATAN DAN PERLENGKAPAN",
        "PERALATAN PERLENGKAPAN",
        "PERALATAN & PERLENGKAPAN",
        "PERLENGKAPAN/PERALATAN",
        "PERLENGKAPAN DAN PERALATAN",
        "PERALATAN/KELENGKAPAN",
        "PERALATAN YANG DIGUNAKAN",
        "PERLENGKAPAN",
        "PERALATAN",
    ),
    "peringatan": ("PERINGATAN", "PERINGATAN/RISIKO"),
    "pencatatan": (
        "PENCATATAN DAN PENDATAAN",
        "PENCATATAN & PENDATAAN",
        "PENCATATAN/PENDATAAN",
        "PENCATATAN",
        "PENDATAAN DAN PENCATATAN",
    ),
}
SECTION_PAIRS: Final = (
    ("dasar_hukum", "kualifikasi_pelaksana"),
    ("keterkaitan", "peralatan"),
    ("peringatan", "pencatatan"),
)
COLUMNS: Final = {
    "no": ("No.", "No", "Nomor"),
    "kegiatan": (
        "Kegiatan",
        "Uraian Kegiatan",
        "Uraian Prosedur",
        "Aktivitas",
        "Prosedur",
        "Langkah Kegiatan",
    ),
    "pelaksana": ("Pelaksana", "Aktor"),
    "mutu baku": ("Mutu Baku",),
    "kelengkapan": (
        "Kelengkapan",
        "Persyaratan/Kelengkapan",
        "Kelengkapan/Persyaratan",
        "Persyaratan",
    ),
    "waktu": ("Waktu",),
    "output": ("Output", "Keluaran", "Hasil"),
    "keterangan": ("Keterangan", "Ket.", "Ket"),
}


_SHORT_DATE: Final = re.compile(r"^tgl\b\.? *")


def canonical_label(text: str) -> str:
    """A label as it is compared: no case, no colon, no space around a slash, Tgl written out."""
    plain = re.sub(r"\s*/\s*", "/", " ".join(text.split()))
    return _SHORT_DATE.sub("tanggal ", plain.rstrip(" :").casefold())


def _lookup(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {canonical_label(label): field for field, labels in table.items() for label in labels}


KEY_OF: Final = _lookup(KEYS)
SECTION_OF: Final = _lookup(SECTIONS)
COLUMN_OF: Final = _lookup(COLUMNS)
