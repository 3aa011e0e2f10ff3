"""Rows of the table understood as steps: cells to fields, marks to actors, symbols to flow."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.flow import with_next_rows
from runut.core.sop.form.marks import Mark, arrows_between, read_mark
from runut.core.sop.form.rujukan import read_keterangan
from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.model import Bentuk, Dalam, Langkah, Pelaksana, Sumber
from runut.core.sop.text.columns import Columns
from runut.core.sop.text.rows import Row
from runut.core.words.items import normal, split_items

_ONLY_LINES: Final = re.compile(r"[↓↑→←↔↕⇒⇓│┃|┌┐└┘─━\-–—. ]+")
_EXIT_LABEL: Final = re.compile(r"(?:ya|tidak|y|t)[.:]?", re.IGNORECASE)
_WORDS_IN_CELL: Final = 0.8
"""How sure an actor is whose cell holds words instead of a mark."""


def read_steps(
    rows: Sequence[Row], columns: Columns
) -> tuple[tuple[Langkah, ...], tuple[Finding, ...]]:
    """The steps of the rows, in their order, with whatever could not be placed said."""
    findings: list[Finding] = []
    steps: list[Langkah] = []
    written: list[bool] = []
    for place, row in enumerate(rows):
        marks = _marks(row, columns, findings)
        symbol = _leading(marks)
        step = _step(row, columns, findings)
        bentuk = _bentuk(symbol, place)
        steps.append(
            replace(
                step,
                bentuk=bentuk,
                lanjut=symbol.lanjut or (),
                pelaksana=_in_order(marks, symbol, bentuk),
                dalam=_inner(marks, columns),
            )
        )
        written.append(symbol.lanjut is not None)
    return with_next_rows(steps, written), tuple(findings)


def _step(
    row: Row,
    columns: Columns,
    findings: list[Finding],
) -> Langkah:
    stray = _stray_words(row, columns, findings)
    keterangan, rujukan = read_keterangan(normal(f"{_cell(row, columns, 'keterangan')} {stray}"))
    return Langkah(
        no=row.no,
        kegiatan=_cell(row, columns, "kegiatan"),
        kelengkapan=split_items(_cell(row, columns, "kelengkapan"), at_semicolons=True),
        waktu=parse_waktu(_cell(row, columns, "waktu")),
        output=split_items(_cell(row, columns, "output"), at_semicolons=True),
        keterangan=keterangan,
        rujukan_sop=rujukan,
    )


def _cell(row: Row, columns: Columns, kind: str) -> str:
    place = columns.places.get(kind, -1)
    return row.cells[place] if 0 <= place < len(row.cells) else ""


def _bentuk(symbol: Mark, place: int) -> Bentuk:
    if symbol.is_capsule_open:
        return Bentuk.MULAI if place == 0 else Bentuk.SELESAI
    return symbol.bentuk or Bentuk.PROSES


def _marks(
    row: Row, columns: Columns, findings: list[Finding]
) -> list[tuple[Pelaksana | None, Mark]]:
    """The filled actor cells in column order; without an actor where only a symbol stands."""
    marks: list[tuple[Pelaksana | None, Mark]] = []
    for count, (column, name) in enumerate(columns.actors, start=1):
        cell = row.cells[column] if column < len(row.cells) else ""
        if not cell or _ONLY_LINES.fullmatch(cell):
            continue
        mark = read_mark(cell)
        if mark is None and _EXIT_LABEL.fullmatch(cell):
            findings.append(_finding_label(row, cell))
        elif mark is not None and not mark.is_actor:
            marks.append((None, mark))
        elif not name:
            findings.append(_finding_nameless(row, count, cell))
        elif mark is not None:
            marks.append((Pelaksana(name), mark))
        else:
            alasan = f"Sel kolom {name} berisi tulisan “{cell}”."
            marks.append((Pelaksana(name, Sumber.TEKS, _WORDS_IN_CELL, alasan), Mark()))
    return marks


def _leading(marks: Sequence[tuple[Pelaksana | None, Mark]]) -> Mark:
    """The symbol of the step: the one without a rank, else the first."""
    drawn = [mark for _, mark in marks if mark.bentuk]
    return next((mark for mark in drawn if not mark.rank), next(iter(drawn), Mark()))


def _in_order(
    marks: Sequence[tuple[Pelaksana | None, Mark]], symbol: Mark, bentuk: Bentuk
) -> tuple[Pelaksana, ...]:
    """Lead first: the one with the symbol, then by written rank, then by column."""
    ranked = sorted(marks, key=lambda pair: (pair[1] is not symbol, pair[1].rank or 0))
    return tuple(
        replace(one, bentuk=mark.bentuk if mark.bentuk is not bentuk else None)
        if mark is not symbol
        else one
        for one, mark in ranked
        if one
    )


def _inner(marks: Sequence[tuple[Pelaksana | None, Mark]], columns: Columns) -> tuple[Dalam, ...]:
    own = [(one.nama, mark) for one, mark in marks if one]
    return arrows_between(own, [name for _, name in columns.actors])


def _stray_words(row: Row, columns: Columns, findings: list[Finding]) -> str:
    """Words in cells that belong to no column: kept in Keterangan, and said."""
    used = {*columns.places.values(), *(column for column, _ in columns.actors)}
    words = normal(" ".join(cell for at, cell in enumerate(row.cells) if at not in used))
    if words:
        findings.append(
            Finding(
                "baca.sel-di-luar-kolom",
                Level.WARNING,
                f"Langkah {row.no} (baris {row.baris}) mempunyai isi di luar kolom formulir: "
                f"“{words}”. Isi itu ditaruh di Keterangan.",
                "Periksa apakah kolom langkah itu bergeser.",
                Place(baris=row.baris, langkah=row.no),
            )
        )
    return words


def _finding_label(row: Row, cell: str) -> Finding:
    return Finding(
        "baca.label-cabang-lepas",
        Level.WARNING,
        f"Langkah {row.no} (baris {row.baris}) mempunyai tulisan “{cell}” di kolom pelaksana tanpa "
        "simbol keputusan; arah cabangnya tidak dapat dibaca.",
        "Tuliskan cabangnya pada pelaksana langkah itu, misalnya <Ya→8; Tidak→6>.",
        Place(baris=row.baris, langkah=row.no),
    )


def _finding_nameless(row: Row, count: int, cell: str) -> Finding:
    return Finding(
        "baca.kolom-tanpa-nama",
        Level.BLOCKER,
        f"Langkah {row.no} (baris {row.baris}) bertanda “{cell}” di kolom pelaksana ke-{count}, "
        "tetapi kolom itu tidak bernama.",
        "Tuliskan nama pelaksana di kepala kolom itu.",
        Place(baris=row.baris, langkah=row.no),
    )
