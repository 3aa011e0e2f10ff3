"""Write docs/temuan-sop.md: every finding with its meaning, its rule, an example, its repair.

From the root of the project: ``python -m scripts.write_findings_page``.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from runut.core.findings import Level, Meaning
from runut.core.sop.checks.all import CHECKS
from runut.core.sop.checks.model import Check
from runut.core.sop.reading.meanings import MEANINGS, MEANINGS_BPMN
from tests.sop_mend.catalogue.examples import EXAMPLES, Example, show
from tests.sop_mend.catalogue.reading import EXAMPLES_READING

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
    "tulisan": "Ejaan dan istilah",
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


PAGE: Final = Path(__file__).parents[1] / "docs" / "temuan-sop.md"


def print_findings_page() -> str:
    """The page as Markdown; the same every time."""
    meant = {check.kode: check for check in CHECKS}
    parts = [_HEAD]
    for subject in dict.fromkeys(_SUBJECTS.values()):
        parts.append(f"\n## {subject}\n")
        parts += [_entry(meant[one.kode], one) for one in EXAMPLES if _subject(one.kode) == subject]
    parts.append("\n## Membaca berkas\n\n")
    parts.append("".join(_read_rows(MEANINGS)))
    parts.append("\n## Membaca model BPMN\n\n")
    parts.append("".join(_read_rows(MEANINGS_BPMN)))
    return "".join(parts)


def _subject(kode: str) -> str:
    return _SUBJECTS[kode.partition(".")[0]]


def _entry(check: Check, example: Example) -> str:
    shown = show(example)
    finding = shown.findings[0]
    repair = shown.repair.pesan if shown.repair else "tidak ada; perlu pengetahuan pemilik SOP."
    lines = (
        f"### {check.nama}",
        "",
        f"`{check.kode}`, {_LEVELS[finding.tingkat]}. {check.arti}",
        "",
        f"- Aturan: {finding.dasar}",
        f"- Contoh: {example.contoh}",
        f"- Temuan: {finding.pesan}",
        f"- Saran: {finding.usul}",
        f"- Perbaikan: {repair}",
    )
    return "\n" + "\n".join(lines) + "\n"


def _read_rows(meanings: Iterable[Meaning]) -> Iterator[str]:
    shown = {one.kode: one.contoh for one in EXAMPLES_READING}
    yield "| Kode | Tingkat | Nama | Arti | Contoh |\n|---|---|---|---|---|\n"
    for one in meanings:
        level, example = _LEVELS[one.tingkat], shown.get(one.kode, "–")
        yield f"| `{one.kode}` | {level} | {one.nama} | {one.arti} | {example} |\n"


if __name__ == "__main__":
    PAGE.write_text(print_findings_page(), encoding="utf-8")
