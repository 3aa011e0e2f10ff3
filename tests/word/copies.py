"""A report as it leaves for Word, and what word processors do to it without being asked."""

import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from runut.core.report.lakip.draft import prepare_draft
from runut.core.report.lakip.live import live_figures
from runut.core.report.lakip.sections import editable_sections
from runut.core.report.lakip.word_copy import compose_copy
from runut.core.report.lakip.words import gather_words
from runut.core.report.word.flow import WordFlow
from runut.core.report.word.spelled import values_of
from runut.files.read.docx.flow import read_flow
from runut.files.write.paper import write_docx
from tests.report.sample import DATA

KODE = "ABCDEFGHJK"
TEXTS = {
    "bab1.dasar_hukum": "Tiga dasar:\n1. Perda 1/2020\n2. Pergub 5/2021 tanggal 3 Januari 2022\n"
    "3. Kepgub 7/2023\nSelesai dirinci.",
    "penutup": "Kinerja tahun ini *cukup baik*, dan capaian {capaian IKU1} _layak_ dibaca.\n"
    "Dua sasaran tercapai, satu sasaran tertunda.\nRealisasi {realisasi IKU1} dari {target IKU1}.",
    "latar_belakang": "Tahun 2025 ditandai perubahan jadwal pimpinan.\n- rapat daring\n"
    "  a. pagi hari\n  b. sore hari\n- rapat luring\nKeduanya dicatat.",
    "bab4.langkah": "Langkah berikutnya:\n\nTabel: Jadwal perbaikan\n| Langkah | Bulan |\n"
    "| Survei *ulang* | Maret |\n| Capaian {capaian IKU1} | April |\n\nTabel itu mengikat.",
}


@dataclass(frozen=True)
class Copy:
    """The file, the words in it by the number of their section, and how it was read."""

    docx: bytes
    words: dict[int, str]
    values: dict[str, str]
    flow: WordFlow


@cache
def copy() -> Copy:
    sections = editable_sections(DATA)
    numbers = {one.key: n for n, one in enumerate(sections, 1)}
    paper = compose_copy(DATA, TEXTS, heading=f"SALINAN SUNTING {KODE}")
    docx = write_docx(paper, created=datetime(2026, 2, 27, tzinfo=UTC), sections=numbers)
    words = gather_words(DATA, TEXTS)
    values = values_of(live_figures(prepare_draft(DATA, TEXTS)))
    texts = {n: words.get(key, "") for key, n in numbers.items()}
    return Copy(docx, texts, values, read(docx))


def read(data: bytes) -> WordFlow:
    flow, problems = read_flow(data, "salinan.docx")
    assert flow is not None, problems
    return flow


def through_libreoffice(files: list[bytes], folder: Path, *ways: str) -> list[bytes]:
    """Each file opened by LibreOffice and saved again, in one run of the program for each way."""
    names = [f"berkas{n}" for n in range(len(files))]
    here, ending = folder / "0", "docx"
    here.mkdir()
    for name, data in zip(names, files, strict=True):
        (here / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    for n, way in enumerate(ways, 1):
        there = folder / str(n)
        subprocess.run(
            [shutil.which("soffice") or "soffice", profile, "--headless", "--convert-to", way,
             "--outdir", str(there), *(str(here / f"{name}.{ending}") for name in names)],
            check=True, capture_output=True, timeout=60 + 10 * len(files),
        )  # fmt: skip
        here, ending = there, way
    return [(here / f"{name}.{ending}").read_bytes() for name in names]
