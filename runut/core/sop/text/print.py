"""The canonical text of an SOP, which parse.py reads back to the same SOP."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from runut.core.sop.flow import next_row
from runut.core.sop.form.marks import Mark, name_in_arrow, print_mark
from runut.core.sop.form.pengesahan import print_pengesahan
from runut.core.sop.form.printed import KEYS, SECTION_PAIRS, SECTIONS
from runut.core.sop.form.rujukan import print_keterangan
from runut.core.sop.model import SOP, Bentuk, Langkah
from runut.core.sop.text.identity import is_label
from runut.core.words.dates import format_date
from runut.core.words.items import join_items, normal, number_items

_HEAD: Final = ("No.", "Kegiatan")
_MUTU_BAKU: Final = ("Kelengkapan", "Waktu", "Output")


def print_sop_text(sop: SOP) -> str:
    """The SOP as tab-separated text, one line a row, ending with a line break.

    Text fields are taken as one line with single spaces; a column is added for an actor of a step
    who has none.
    """
    lines = [
        *map(normal, sop.instansi),
        "",
        *_identity_lines(sop),
        *_section_lines(sop),
        "",
        *([normal(sop.judul_prosedur), ""] if sop.judul_prosedur else []),
        *_table_lines(sop),
    ]
    notes = ["", *map(normal, sop.catatan)] if sop.catatan else []
    return "\n".join([*lines, *notes]) + "\n"


def _identity_lines(sop: SOP) -> Iterable[str]:
    yield _row("nomor", normal(sop.nomor or ""))
    yield _row("tanggal_pembuatan", _date(sop.tanggal_pembuatan))
    yield _row("tanggal_revisi", _date(sop.tanggal_revisi))
    yield _row("tanggal_efektif", _date(sop.tanggal_efektif))
    yield _row("disahkan_oleh", print_pengesahan(sop.disahkan_oleh))
    yield _row("judul", normal(sop.judul))


def _row(key: str, text: str) -> str:
    return f"{KEYS[key][0]}\t{text}"


def _date(day: date | None) -> str:
    return format_date(day) if day else ""


def _section_lines(sop: SOP) -> Iterable[str]:
    for left, right in SECTION_PAIRS:
        yield f"{SECTIONS[left][0]} :\t{SECTIONS[right][0]} :"
        yield f"{_section_cell(getattr(sop, left))}\t{_section_cell(getattr(sop, right))}"


def _section_cell(items: tuple[str, ...]) -> str:
    text = join_items(items)
    return number_items(items) if is_label(text) else text


def _table_lines(sop: SOP) -> Iterable[str]:
    named = dict.fromkeys([*sop.pelaksana, *(p.nama for s in sop.langkah for p in s.pelaksana)])
    names = [normal(name) for name in named] or [""]
    gap = [""] * (len(names) - 1)
    yield "\t".join([*_HEAD, "Pelaksana", *gap, "Mutu Baku", "", "", "Keterangan"])
    yield "\t".join(["", "", *names, *_MUTU_BAKU, ""])
    nos = [step.no for step in sop.langkah]
    for place, step in enumerate(sop.langkah):
        is_next_row = step.lanjut == next_row(nos, place, step.bentuk)
        cells = [
            step.no,
            normal(step.kegiatan),
            *_actor_cells(step, names, is_next_row=is_next_row),
            join_items(step.kelengkapan, at_semicolons=True),
            normal(step.waktu.teks),
            join_items(step.output, at_semicolons=True),
            print_keterangan(step.keterangan, step.rujukan_sop),
        ]
        yield "\t".join(cells[:2]) + ("\t" + "\t".join(cells[2:])).rstrip("\t")


def _actor_cells(step: Langkah, names: Sequence[str], *, is_next_row: bool) -> list[str]:
    """One cell a column: the lead's symbol, or a bare mark if that says it all; others marked."""
    actors = [normal(pelaksana.nama) for pelaksana in step.pelaksana]
    columns = [names.index(name) for name in actors]
    inner = {
        name: tuple(
            (name_in_arrow(normal(one.ke), names.index(normal(one.ke))), one.jika)
            for one in step.dalam
            if normal(one.dari) == name and normal(one.ke) in names
        )
        for name in actors
    }
    symbol = Mark(
        step.bentuk,
        None if is_next_row else step.lanjut,
        is_actor=bool(actors),
        dalam=inner[actors[0]] if actors else (),
    )
    has_own = any(one.bentuk for one in step.pelaksana) or any(inner.values())
    is_plain = step.bentuk is Bentuk.PROSES and is_next_row and not has_own
    cells = [""] * len(names)
    if not actors:
        cells[0] = "" if is_plain else print_mark(symbol)
        return cells
    is_in_order = columns[1:] == sorted(columns[1:]) and not has_own
    for count, one in enumerate(step.pelaksana[1:], start=2):
        name = actors[count - 1]
        own = one.bentuk or (step.bentuk if inner[name] else None)
        mark = Mark(own, rank=None if is_in_order else count, dalam=inner[name])
        cells[columns[count - 1]] = print_mark(mark)
    cells[columns[0]] = print_mark(Mark() if is_plain and columns[0] == min(columns) else symbol)
    return cells
