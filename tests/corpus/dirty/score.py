"""Figures of reading over spoilt files: ``python -m tests.corpus.dirty.score 500 --write``.

Writes the tables of ``docs/korpus.md`` that stand below its own heading.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from statistics import median

from runut.core.sop.reading.asal import Reading
from tests.corpus.dirty.judge import Claim, questions
from tests.corpus.dirty.spoil import Case, case_of, read

DOCUMENT = Path(__file__).parents[3] / "docs" / "korpus.md"
HEADING = "## Berkas yang dikotori"
FORMATS = ("pdf", "docx", "xlsx")
WHAT_THEY_ARE_NOT = (
    "Angka ini bukan angka berkas kantor yang sebenarnya: kekotorannya kami karang sendiri dari "
    "daftar yang kami kenal, atas SOP yang kami tulis sendiri, sehingga kekeliruan yang belum "
    "terpikirkan oleh kami tidak ada di dalamnya."
)


@dataclass
class Result:
    """One file read: its claims, and how many questions it asks."""

    case: Case
    claims: list[Claim]
    asked: int
    seconds: float

    @property
    def faults(self) -> int:
        return sum(claim.is_fault for claim in self.claims)

    @property
    def is_refused(self) -> bool:
        return any(claim.field == "berkas" for claim in self.claims)


Reader = Callable[[Case], tuple[Reading, list[Claim]]]


@dataclass
class Row:
    """Figures over some files."""

    files: int = 0
    faulty: int = 0
    refused: int = 0
    sure: int = 0
    sure_right: int = 0
    said: int = 0
    right: int = 0
    asked: list[int] = field(default_factory=list)

    def add(self, result: Result) -> None:
        self.files += 1
        self.faulty += result.faults > 0
        self.refused += result.is_refused
        self.said += len(result.claims)
        self.right += sum(claim.right for claim in result.claims)
        sure = [claim for claim in result.claims if not claim.asked]
        self.sure += len(sure)
        self.sure_right += sum(claim.right for claim in sure)
        self.asked.append(result.asked)


def result_of(case: Case, reader: Reader = read) -> Result:
    start = time.process_time()
    reading, claims = reader(case)
    return Result(case, claims, questions(reading), time.process_time() - start)


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}".replace(".", ",") if whole else "–"


HEADS = (
    "Berkas",
    "Tanpa keliru yakin",
    "Ditolak",
    "Isian benar (%)",
    "Dikatakan yakin, benar (%)",
    "Pertanyaan (median)",
    "Pertanyaan (persentil 95)",
)


def cells(row: Row) -> list[str]:
    asked = sorted(row.asked)
    high = asked[min(len(asked) - 1, int(0.95 * len(asked)))]
    return [
        str(row.files),
        str(row.files - row.faulty),
        str(row.refused),
        share(row.right, row.said),
        share(row.sure_right, row.sure),
        f"{median(asked):g}".replace(".", ","),
        str(high),
    ]


def table(name: str, groups: dict[str, Row]) -> list[str]:
    lines = [f"| {name} | " + " | ".join(HEADS) + " |", "|---" * (len(HEADS) + 1) + "|"]
    return [*lines, *(f"| {key} | " + " | ".join(cells(row)) + " |" for key, row in groups.items())]


BINS = ((1.0, "1,0"), (0.9, "0,9 sampai di bawah 1,0"), (0.8, "0,8 sampai di bawah 0,9"),
        (0.6, "0,6 sampai di bawah 0,8"), (0.0, "di bawah 0,6"))  # fmt: skip


def calibration(results: list[Result]) -> list[str]:
    """How much of what is said at each confidence is right."""
    lines = ["| Keyakinan | Isian | Benar | Benar (%) |", "|---|---|---|---|"]
    claims = [claim for result in results for claim in result.claims]
    high = 2.0
    for low, name in BINS:
        own = [claim for claim in claims if low <= claim.keyakinan < high]
        right = sum(claim.right for claim in own)
        lines.append(f"| {name} | {len(own)} | {right} | {share(right, len(own))} |")
        high = low
    return lines


def grouped(results: list[Result]) -> tuple[dict[str, Row], dict[str, Row], Counter[str]]:
    by_format: dict[str, Row] = {}
    by_operator: dict[str, Row] = {}
    pairs: Counter[str] = Counter()
    for result in results:
        for name in (result.case.format, "semua"):
            by_format.setdefault(name, Row()).add(result)
        for name in result.case.operators:
            by_operator.setdefault(name, Row()).add(result)
        if result.faults:
            alone = len(result.case.operators) == 1
            both = [result.case.operators] if alone else combinations(result.case.operators, 2)
            pairs.update(" + ".join(pair) for pair in both)
    return by_format, dict(sorted(by_operator.items())), pairs


def tables(results: list[Result]) -> str:
    by_format, by_operator, pairs = grouped(results)
    by_format["semua"] = by_format.pop("semua")
    lines = [
        HEADING,
        "",
        "Setiap berkas dibuat dari satu SOP yang diketahui isinya dan dirusak oleh satu sampai "
        "tiga cara yang lazim di kantor. Setiap isian harus benar atau ditanyakan; *keliru yakin* "
        "adalah isian keliru yang tidak ditanyakan. *Dikatakan yakin* adalah isian yang tidak "
        "ditanyakan (keyakinan 0,8 ke atas). Hitung ulang dengan "
        "`python -m tests.corpus.dirty.score 500 --write`.",
        "",
        WHAT_THEY_ARE_NOT,
        "",
        f"Benih {results[0].case.seed} sampai {results[-1].case.seed}, yang tidak dipakai saat "
        "pembaca dibetulkan.",
        "",
        *table("Bentuk", by_format),
        "",
        *table("Cara rusak", by_operator),
        "",
        "### Keyakinan dan kebenaran",
        "",
        *calibration(results),
        "",
        "### Pasangan yang masih keliru yakin",
        "",
    ]
    lines += [f"- {name}: {count} berkas" for name, count in pairs.most_common(30)] or [
        "Tidak ada."
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=int, help="how many files of each format")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--write", action="store_true", help="into docs/korpus.md")
    asked = parser.parse_args()
    results = [
        result_of(case_of(seed, kind=kind))
        for kind in FORMATS
        for seed in range(asked.first, asked.first + asked.files)
    ]
    for result in results:
        for claim in result.claims:
            if claim.is_fault:
                print(f"{result.case} | {claim.field}: {claim.wanted[:70]} / {claim.got[:70]}")
    text = tables(results)
    if asked.write:
        write_section(HEADING, text)
    print(text)


def write_section(heading: str, text: str) -> None:
    """Put a section in the place of the one of the same heading, else at the end."""
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(f"\n{heading}\n")
    _, mark, after = rest.partition("\n## ")
    DOCUMENT.write_text(
        f"{before.rstrip()}\n\n{text.rstrip()}\n" + (f"{mark}{after}" if mark else ""),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
