"""A large data workbook in the guarded child: 500 indicators, 4 quarters, 5,000 budget lines."""

import resource
import statistics
import sys
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from runut.core.kinerja.model import Anggaran, DataKinerja, Indikator, Terukur
from runut.files.guard.parent import read_guarded
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.year import write_workbook

RUNS = 5
INDIKATORS, PROGRAMS, KEGIATAN, SUBS = 500, 10, 10, 49
READER = "runut.files.read.workbook.year:read_workbook"
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "kinerja" / "lakip-2025.xlsx"


def main() -> int:
    """Print the median time of writing and reading, and the most memory that a child took."""
    example, _ = read_workbook(EXAMPLE.read_bytes(), EXAMPLE.name)
    if example is None:
        return 2
    data = large(example)
    started = time.perf_counter()
    book = write_workbook(data)
    print(
        f"tulis buku besar      {time.perf_counter() - started:6.2f} s  {len(book) / 2**20:.1f} MB"
    )
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        read, findings = read_guarded(READER, book, "besar.xlsx")
        taken.append(time.perf_counter() - started)
    if read is None:
        print(*[f.pesan for f in findings][:5], sep="\n")
        return 2
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    most, cpu = used.ru_maxrss / 1024, (used.ru_utime + used.ru_stime) / RUNS
    print(
        f"baca {len(read.indikators)} indikator, {len(read.anggaran)} baris anggaran: median "
        f"{statistics.median(taken):.2f} s ({cpu:.2f} s CPU), terbesar {most:.0f} MB, "
        f"{len(findings)} temuan"
    )
    return 0


def large(example: DataKinerja) -> DataKinerja:
    """The example many times over, every ID and name its own."""
    source = example.indikators
    new = {one.id: f"IK-{n}" for n, one in enumerate(source)}
    return replace(
        example,
        indikators=tuple(_indikator(source[n % len(source)], n) for n in range(INDIKATORS)),
        pembanding=tuple(
            replace(one, indikator_id=new.get(one.indikator_id, one.indikator_id))
            for one in example.pembanding
        ),
        anggaran=tuple(_lines(example.anggaran[2])),
    )


def _indikator(one: Indikator, n: int) -> Indikator:
    return replace(one, id=f"IK-{n}", nama=f"{one.nama} bidang {n}")


def _lines(sub: Anggaran) -> list[Anggaran]:
    """Programs, kegiatan and sub kegiatan whose sums agree."""
    found = []
    for p in range(PROGRAMS):
        kode = f"{p + 1:02}"
        found.append(_sum(sub, kode, "program", KEGIATAN * SUBS))
        for k in range(KEGIATAN):
            below = f"{kode}.{k + 1:02}"
            found.append(_sum(sub, below, "kegiatan", SUBS))
            for s in range(SUBS):
                found.append(replace(sub, kode=f"{below}.{s + 1:04}", nama=f"Sub {below} {s}"))
    return found


def _sum(sub: Anggaran, kode: str, tingkat: str, times: int) -> Anggaran:
    def money(one: Terukur) -> Terukur:
        return Terukur(one.nilai * times if isinstance(one.nilai, Decimal) else None, "")

    pagu, realisasi = money(sub.pagu), money(sub.realisasi)
    return Anggaran(kode, f"{tingkat} {kode}", tingkat, (), pagu, realisasi)


if __name__ == "__main__":
    sys.exit(main())
