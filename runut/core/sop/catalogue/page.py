"""The page that lists every finding with its meaning, its rule, an example, and its repair."""

from collections.abc import Iterable, Iterator
from typing import Final

from runut.core.findings import Level
from runut.core.sop.catalogue.baca import ENTRIES_BACA, ENTRIES_BPMN
from runut.core.sop.catalogue.entries import ENTRIES, Shown, show
from runut.core.sop.catalogue.model import ReadEntry

_LEVELS: Final = {
    Level.BLOCKER: "penghalang",
    Level.WARNING: "peringatan",
    Level.INFO: "keterangan",
}
_SUBJECTS: Final = {
    "identitas": "Identitas",
    "kualifikasi": "Identitas",
    "peringatan": "Identitas",
    "peralatan": "Identitas",
    "pencatatan": "Identitas",
    "dasar-hukum": "Dasar hukum dan keterkaitan",
    "keterkaitan": "Dasar hukum dan keterkaitan",
    "ejaan": "Ejaan dan istilah",
    "istilah": "Ejaan dan istilah",
    "langkah": "Langkah",
    "pelaksana": "Langkah",
    "kegiatan": "Langkah",
    "keterangan": "Langkah",
    "output": "Langkah",
    "kelengkapan": "Langkah",
    "mutu-baku": "Langkah",
    "waktu": "Waktu",
    "data": "Dokumen dari langkah ke langkah",
    "undangan": "Dokumen dari langkah ke langkah",
    "laporan": "SOP laporan kinerja",
    "simbol": "Simbol dan alur",
    "aliran": "Simbol dan alur",
}
_HEAD: Final = """# Temuan pemeriksaan SOP

Halaman ini memuat setiap temuan yang dapat muncul saat SOP dibaca dan diperiksa: artinya, aturan di
baliknya, sebuah contoh, dan perbaikan yang ditawarkan. Contoh dibuat dengan merusak satu SOP yang
bersih; setiap contoh dijalankan saat program diuji dan memunculkan temuan itu, tidak yang lain.

Tingkat: **penghalang** berarti SOP belum dapat dijalankan seperti adanya; **peringatan** berarti
ada yang menyalahi aturan; **keterangan** berarti ada yang sebaiknya diperjelas. Perbaikan selalu
berupa usul: isinya ditunjukkan dahulu, dan tidak pernah menambah fakta yang tidak ada di SOP atau
di katalog dasar hukum. Tanpa perbaikan berarti diperlukan pengetahuan orang yang memiliki SOP.
"""


def print_catalogue_page() -> str:
    """The page as Markdown; the same every time."""
    parts = [_HEAD]
    for subject in dict.fromkeys(_SUBJECTS.values()):
        parts.append(f"\n## {subject}\n")
        parts += [_entry(show(entry)) for entry in ENTRIES if _subject(entry.kode) == subject]
    parts.append("\n## Membaca berkas\n\n")
    parts.append("".join(_read_rows(ENTRIES_BACA)))
    parts.append("\n## Membaca model BPMN\n\n")
    parts.append("".join(_read_rows(ENTRIES_BPMN)))
    return "".join(parts)


def _subject(kode: str) -> str:
    return _SUBJECTS[kode.partition(".")[0]]


def _entry(shown: Shown) -> str:
    entry, finding = shown.entry, shown.findings[0]
    repair = shown.repair.pesan if shown.repair else "tidak ada; perlu pengetahuan pemilik SOP."
    lines = (
        f"### {entry.nama}",
        "",
        f"`{entry.kode}`, {_LEVELS[finding.tingkat]}. {entry.arti}",
        "",
        f"- Aturan: {finding.dasar}",
        f"- Contoh: {entry.contoh}",
        f"- Temuan: {finding.pesan}",
        f"- Saran: {finding.usul}",
        f"- Perbaikan: {repair}",
    )
    return "\n" + "\n".join(lines) + "\n"


def _read_rows(entries: Iterable[ReadEntry]) -> Iterator[str]:
    yield "| Kode | Tingkat | Nama | Arti | Contoh |\n|---|---|---|---|---|\n"
    for one in entries:
        level = _LEVELS[one.tingkat]
        yield f"| `{one.kode}` | {level} | {one.nama} | {one.arti} | {one.contoh or '–'} |\n"
