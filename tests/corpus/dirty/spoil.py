"""Seeds to files: which definition, painted how, spoilt by which operators."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from runut.core.sop.reading.asal import Reading
from runut.files.read.sop_here import read_with_canvas
from tests.corpus.definitions import load, names
from tests.corpus.dirty import block, drawn, head_words, lines
from tests.corpus.dirty.judge import Claim, judge
from tests.corpus.dirty.lay import fitted
from tests.corpus.dirty.office import OFFICE, made_by_office
from tests.corpus.dirty.paint import paint
from tests.corpus.dirty.paper import Paper

Operator = Callable[[Paper, Random], None]
PDF: dict[str, Operator] = {
    "garis hilang": lines.border_missing,
    "garis terlalu panjang": lines.border_too_long,
    "garis terlalu pendek": lines.border_too_short,
    "garis ganda": lines.border_doubled,
    "garis putus oleh cap": lines.broken_by_stamp,
    "cap di atas sel": lines.stamp_over_cells,
    "tanpa garis bawah": lines.no_bottom_line,
    "tanpa garis antara dua pelaksana": lines.no_line_between_actors,
    "kepala diarsir": lines.shaded_head,
    "sel diarsir": lines.shaded_cells,
    "kepala bertingkat dua": head_words.two_level_heads,
    "baris nomor keliru": head_words.misprinted_number_row,
    "kepala tegak": head_words.turned_heads,
    "tanda air": head_words.watermark,
    "kaki tanda tangan elektronik": head_words.signed_footer,
    "nomor halaman": head_words.page_numbers,
    "kode QR": head_words.qr_code,
    "spasi huruf aneh": head_words.odd_spaces,
    "nomor butir di kolom sendiri": block.numbers_in_a_column,
    "beberapa label satu sel": block.labels_in_one_cell,
    "isian turun sebaris": block.values_shifted,
    "isian turun satu sel": block.values_a_row_down,
    "blok kiri dan kanan beda tinggi": block.blocks_of_other_heights,
    "nama penanda tangan jauh": block.signer_far_below,
    "tanggal tanpa hari": block.month_only_dates,
    "panah satu jalur": drawn.heads_in_one_path,
    "panah tiga jalur": drawn.heads_in_three_paths,
    "kotak di atas dua kolom": drawn.box_over_two_columns,
    "beberapa simbol sebaris": drawn.several_symbols,
    "putaran dalam baris": drawn.loop_in_row,
    "penghubung bernomor": drawn.numbered_connectors,
    "gambar sebagai simbol": drawn.pictures_as_symbols,
    "label di antara dua jalan": drawn.label_between_exits,
    "simbol lain": drawn.other_symbols,
    "baris tanpa nomor": lambda paper, random: None,
}
WAYS = ("word", "garis", "excel")
ORDER = [*PDF, *(name for name in OFFICE if name not in PDF)]


@dataclass(frozen=True)
class Case:
    """One seed: everything about its file."""

    seed: int
    sop: str
    way: str
    operators: tuple[str, ...]
    format: str = "pdf"

    def __str__(self) -> str:
        return f"{self.format}-{self.way} {self.sop} seed {self.seed}: {', '.join(self.operators)}"


def case_of(seed: int, operators: tuple[str, ...] | None = None, kind: str = "pdf") -> Case:
    random = Random(seed)
    sop, way = random.choice(names()), random.choice(WAYS)
    known = list(PDF if kind == "pdf" else OFFICE)
    chosen = operators or tuple(random.sample(known, k=random.randint(1, 3)))
    return Case(
        seed, sop, way if kind == "pdf" else "", tuple(sorted(chosen, key=ORDER.index)), kind
    )


def made(case: Case) -> tuple[bytes, dict[str, Any]]:
    random = Random(case.seed * 31 + 7)
    sop = load(case.sop)
    bare: tuple[str, ...] = ()
    if "baris tanpa nomor" in case.operators and case.format == "pdf":
        numbers = [step.no for step in sop.langkah[1:]]
        bare = tuple(random.sample(numbers, k=min(2, len(numbers))))
    third_row = {"baris nomor keliru"}
    if case.format != "pdf":
        third_row.add("kepala bertingkat dua")
    variant, paper = fitted(
        sop,
        kertas=random.choice(("A3", "F4")),
        baris_nomor=bool(third_row & set(case.operators)),
        tanpa_nomor=bare,
        titik_dua=random.random() < 0.3,
        butir=random.choice(("1.", "a.", "-")),
        gaya_tanggal=random.choice(("panjang", "angka", "garis miring")),
    )
    if case.format != "pdf":
        return made_by_office(sop, variant, case.format, case.operators, random)
    paper.way = case.way
    for name in case.operators:
        PDF[name](paper, random)
    return paint(paper), paper.truth


def read(case: Case) -> tuple[Reading, list[Claim]]:
    return judged(case, *made(case))


def judged(case: Case, data: bytes, truth: dict[str, Any]) -> tuple[Reading, list[Claim]]:
    """A file read, and what of it is right."""
    reading, _, problems = read_with_canvas(data, f"kotor.{case.format}")
    whole = Reading(reading.sop, (*problems, *reading.findings), reading.asal, reading.lainnya)
    return whole, judge(whole, truth)


def faults(case: Case) -> list[Claim]:
    return [claim for claim in read(case)[1] if claim.is_fault]
