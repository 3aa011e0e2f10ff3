"""A year's book: one line after the other, in the order of their numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from runut.core.report.blocks import Cell, Letterhead, Paper, Table
from runut.core.report.cells import cell, center, column_numbers, head_row, paragraph
from runut.core.report.papers.letter import title_of


@dataclass(frozen=True)
class Kolom:
    """A column of the book; ``lebar`` is its share of the width."""

    judul: str
    lebar: float


@dataclass(frozen=True)
class Buku:
    """A book of an office. The first cell of each line is its number; ``catatan`` stands below."""

    kop: Letterhead
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[tuple[str, ...], ...]
    catatan: str = ""


def compose_buku(buku: Buku) -> Paper:
    """The book on wide paper, the head again on every page."""
    whole = sum(one.lebar for one in buku.kolom)
    table = Table(
        head=(
            head_row(*(one.judul for one in buku.kolom)),
            column_numbers(len(buku.kolom)),
        ),
        rows=tuple(_row(line) for line in buku.baris),
        widths=tuple(one.lebar / whole for one in buku.kolom),
        key="buku.tabel",
    )
    return Paper(
        title=buku.judul,
        subject=buku.judul,
        body=(
            buku.kop,
            *title_of(buku.judul.upper(), "buku"),
            table if buku.baris else paragraph("Belum ada yang dicatat."),
            *((paragraph(buku.catatan),) if buku.catatan else ()),
        ),
        paper="f4",
        landscape=True,
    )


def _row(line: Sequence[str]) -> tuple[Cell, ...]:
    number, *rest = line
    return (center(number), *(cell(*(text.split("\n") if text else ("–",))) for text in rest))
