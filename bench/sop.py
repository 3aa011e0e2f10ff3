"""Reading and checking an SOP of nine pages from the command line, its start included.

Seconds on the clock, as an official waits for them, and of processor, of the command and of the
reader that it starts.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 7
FILES = Path(__file__).resolve().parents[1] / "tests" / "corpus" / "files"
NINE_PAGES = (
    "pdf-40-pemeriksaan-sembilan-halaman.pdf",
    "docx-42-pemeriksaan-sembilan-halaman.docx",
)


def main() -> int:
    """Print the median of each, after one warm-up."""
    for name in NINE_PAGES:
        for act in ("check", "read"):
            _run(act, name)
            spent = [_run(act, name) for _ in range(RUNS)]
            wall, processor = (statistics.median(one) for one in zip(*spent, strict=True))
            print(
                f"sop {act:<6} {name:<44}{wall:6.2f} s, prosesor {processor:5.2f} s   "
                f"(median dari {RUNS})",
                flush=True,
            )
    return 0


def _run(act: str, name: str) -> tuple[float, float]:
    """Seconds on the clock, and of processor."""
    before, begin = os.times(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "runut.cli", "sop", act, str(FILES / name)],
        check=False,
        capture_output=True,
    )
    wall, after = time.perf_counter() - begin, os.times()
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())
    user = after.children_user - before.children_user
    return wall, user + after.children_system - before.children_system


if __name__ == "__main__":
    sys.exit(main())
