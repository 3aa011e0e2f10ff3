"""The whole example LAKIP as PDF and DOCX, and a report of about a hundred pages."""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from runut.core.report.blocks import Paper
from runut.core.report.lakip.compose import compose_lakip
from runut.files.read.workbook.year import read_workbook
from runut.files.write.html import write_html
from runut.files.write.paper import write_docx
from runut.files.write.pdf.paper import pages_of, write_pdf

RUNS = 5
CREATED = datetime(2026, 1, 14, tzinfo=UTC)
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "kinerja" / "lakip-2025.xlsx"


def main() -> int:
    """Print the median of each, after one warm-up."""
    workbook = EXAMPLE.read_bytes()
    data, _ = read_workbook(workbook, EXAMPLE.name)
    if data is None:
        return 2
    lakip = compose_lakip(data, {})
    _tell("baca buku kerja", lambda: read_workbook(workbook, EXAMPLE.name))
    _tell("susun LAKIP", lambda: compose_lakip(data, {}))
    _measure("LAKIP contoh", lakip)
    # chapters again and again, anchors told apart, until about a hundred pages
    _measure("±100 halaman", _longer(lakip, 3))
    return 0


def _measure(name: str, paper: Paper) -> None:
    write_pdf(paper, created=CREATED)
    count = len(set(pages_of(paper, created=CREATED).numbers.values()))
    print(f"{name}: sekitar {count} halaman berjudul")
    numbers = iter(range(10_000))

    def fresh() -> Paper:
        # another title each time: nothing may come out of a cache
        return replace(paper, title=f"{paper.title} {next(numbers)}")

    _tell("  PDF", lambda: write_pdf(fresh(), created=CREATED))
    _tell("  DOCX (dengan nomor halaman)", lambda: write_docx(fresh(), created=CREATED))
    _tell("  HTML", lambda: write_html(fresh()))


def _longer(paper: Paper, times: int) -> Paper:
    body = [
        replace(block, key=f"{block.key}.{n}") if getattr(block, "key", "") else block
        for n in range(times)
        for block in paper.body
    ]
    return replace(paper, body=tuple(body))


def _tell(name: str, work: Callable[[], object]) -> None:
    work()
    spent = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        work()
        spent.append(time.perf_counter() - begin)
    print(f"{name:<32}{statistics.median(spent):7.2f} s   (median dari {RUNS})", flush=True)


if __name__ == "__main__":
    sys.exit(main())
