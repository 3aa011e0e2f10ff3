"""The text of an SOP form, cells parted by tabs, read without losing a word.

Actor cells hold marks (√, v, x, ●) or the symbols of marks.py, which also carry the flow:
``(mulai)`` ``[ ]`` ``<Ya→8; Tidak→6>`` ``(selesai)``. Where no flow is written a step leads to the
row below. print.py writes what this module reads: ``parse(print(sop)) == sop``.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from runut.core.findings import Finding, Level, Place
from runut.core.sop.form.pengesahan import read_pengesahan
from runut.core.sop.model import SOP, Langkah
from runut.core.sop.reading.asal import (
    STEP_FIELDS,
    Asal,
    Lain,
    Reading,
    field_key,
    no_such,
    several,
)
from runut.core.sop.text.columns import Columns, find_columns
from runut.core.sop.text.identity import Identity, Row, read_identity
from runut.core.sop.text.parts import Part, parts_of
from runut.core.sop.text.rows import Table, read_rows
from runut.core.sop.text.steps import read_steps
from runut.core.words.dates import parse_date
from runut.core.words.items import normal, split_items

MAX_BYTES: Final = 2_000_000
MAX_STEPS: Final = 500
MAX_LINES: Final = 10_000
MAX_CELLS: Final = 500
"""Cells in one line; the form has some fifteen."""

_QUOTED: Final = re.compile(r'(?:(?<=\t)|(?<=\n)|\A)"(?P<cell>(?:[^"]|""){1,4000})"(?=\t|\n|\Z)')
_DATES: Final = {
    "tanggal_pembuatan": "TANGGAL PEMBUATAN",
    "tanggal_revisi": "TANGGAL REVISI",
    "tanggal_efektif": "TANGGAL EFEKTIF",
}
_NOTHING: Final = "-–—. "


def read_sop_text(text: str, source: str = "") -> tuple[SOP | None, tuple[Finding, ...]]:
    """The SOP in a text, or ``None`` with one blocker that says why there is none.

    ``source`` is the name of the file, for the messages.
    """
    reading = read_sop(text, source)
    return reading.sop, reading.findings


def read_sop(text: str, source: str = "", pilih: int | None = None) -> Reading:
    """As ``read_sop_text``, and on which line of the text each field stood.

    Of several SOPs the ``pilih``-th (from 1) is read, else the first; the others are named.
    """
    name = f"Berkas {source}" if source else "Teks ini"
    if problem := _unreadable(text, name):
        return Reading(None, (problem,))
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    lines = _QUOTED.sub(_without_quotes, plain).split("\n")
    if len(lines) > MAX_LINES or any(line.count("\t") >= MAX_CELLS for line in lines):
        return Reading(None, (_out_of_shape(name),))
    parts = parts_of(lines)
    if not 1 <= (pilih or 1) <= len(parts):
        return Reading(None, (no_such(len(parts), pilih or 1, name),))
    chosen = (pilih or 1) - 1
    above = [""] * parts[chosen].above
    reading = _read_part([*above, *parts[chosen].lines], name)
    if reading.sop is None or len(parts) == 1:
        return reading
    others = tuple(
        _other(count, part) for count, part in enumerate(parts, start=1) if count != chosen + 1
    )
    said = several(reading.sop.judul, others)
    return replace(reading, findings=(said, *reading.findings), lainnya=others)


def _other(count: int, part: Part) -> Lain:
    sop = _read_part(part.lines, "").sop
    place = Place(baris=part.above + 1)
    return Lain(count, sop.judul if sop else "", len(sop.langkah) if sop else 0, place)


def _read_part(lines: Sequence[str], name: str) -> Reading:
    columns = find_columns(lines)
    if columns is None:
        return Reading(None, (_no_table(name),))
    table = read_rows(lines, columns)
    identity = read_identity(lines[: columns.first_line])
    if not table.rows:
        return Reading(None, (_no_steps(name, columns),), sisa=_alone(identity, columns))
    if len(table.rows) > MAX_STEPS:
        return Reading(None, (_too_many_steps(name, len(table.rows)),))
    return _read(identity, table, columns)


def _alone(identity: Identity, columns: Columns) -> SOP | None:
    """The identity of a form without steps; None where nothing stands in it."""
    dates, notes, _ = _dates(identity)
    sop = _sop(identity, (), columns, dates, tuple(notes))
    return sop if sop.judul or sop.nomor else None


def _without_quotes(found: re.Match[str]) -> str:
    """A cell as spreadsheets copy it when it holds a line break: one line, without its quotes."""
    return found["cell"].replace('""', '"').replace("\n", " ")


def _read(identity: Identity, table: Table, columns: Columns) -> Reading:
    langkah, odd = read_steps(table.rows, columns)
    dates, notes, undated = _dates(identity)
    sop = _sop(identity, langkah, columns, dates, (*notes, *table.catatan))
    return Reading(sop, (*undated, *table.findings, *odd), _asal(identity, table, langkah))


def _asal(identity: Identity, table: Table, langkah: Sequence[Langkah]) -> dict[str, Asal]:
    """The line of each labelled row, and for all fields of a step the line on which it begins."""
    found = {name: Asal(Place(baris=row.baris)) for name, row in identity.rows.items()}
    for row, step in zip(table.rows, langkah, strict=True):
        place = Place(baris=row.baris, langkah=row.no)
        for name in STEP_FIELDS:
            found.setdefault(field_key(name, row.no), Asal(place))
        least = min(step.pelaksana, key=lambda one: one.keyakinan, default=None)
        if least and least.keyakinan < 1.0:
            found[field_key("pelaksana", row.no)] = Asal(
                place, keyakinan=least.keyakinan, alasan=least.alasan
            )
    return found


def _sop(
    identity: Identity,
    langkah: tuple[Langkah, ...],
    columns: Columns,
    dates: dict[str, date],
    catatan: tuple[str, ...],
) -> SOP:
    nomor = _text(identity, "nomor")

    def items(section: str) -> tuple[str, ...]:
        return split_items(identity.sections.get(section, ""))

    return SOP(
        judul=_text(identity, "judul"),
        langkah=langkah,
        pelaksana=tuple(name for _, name in columns.actors if name),
        nomor=nomor if nomor.strip(_NOTHING) else None,
        instansi=tuple(line for line in identity.instansi if line),
        disahkan_oleh=read_pengesahan(
            identity.rows["disahkan_oleh"].cells if "disahkan_oleh" in identity.rows else (),
            identity.instansi,
        ),
        tanggal_pembuatan=dates.get("tanggal_pembuatan"),
        tanggal_revisi=dates.get("tanggal_revisi"),
        tanggal_efektif=dates.get("tanggal_efektif"),
        dasar_hukum=items("dasar_hukum"),
        keterkaitan=items("keterkaitan"),
        peringatan=items("peringatan"),
        kualifikasi_pelaksana=items("kualifikasi_pelaksana"),
        peralatan=items("peralatan"),
        pencatatan=items("pencatatan"),
        judul_prosedur=identity.judul_prosedur,
        catatan=catatan,
    )


def _text(identity: Identity, key: str) -> str:
    return identity.rows[key].text if key in identity.rows else ""


def _dates(identity: Identity) -> tuple[dict[str, date], list[str], list[Finding]]:
    """The dates; a date that cannot be read is kept as a note, so that no word is lost."""
    dates: dict[str, date] = {}
    notes: list[str] = []
    findings: list[Finding] = []
    for key, label in _DATES.items():
        row = identity.rows.get(key, Row(0, ()))
        if day := parse_date(row.text):
            dates[key] = day
        elif row.text.strip(_NOTHING):
            notes.append(f"{label}: {row.text}")
            findings.append(_undated(label, row))
    return dates, notes, findings


def _unreadable(text: str, name: str) -> Finding | None:
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "replace")) > MAX_BYTES:
        return _blocker(
            "baca.terlalu-besar",
            f"{name} lebih besar dari 2 MB; sebuah SOP tidak sebesar itu.",
            "Periksa apakah berkas yang dipilih benar.",
        )
    if not text.strip():
        return _blocker("baca.kosong", f"{name} kosong.", "Pilih berkas yang berisi SOP.")
    odd = sum(unicodedata.category(sign) == "Cc" and sign not in "\t\n\r\f\v" for sign in text)
    if "\0" in text and odd * 100 <= len(text):
        return _blocker(
            "baca.bukan-teks",
            f"{name} memuat tanda kosong (NUL) di antara tulisannya, jadi bukan teks yang utuh.",
            "Buka di program asalnya, simpan ulang sebagai teks UTF-8, lalu coba lagi.",
        )
    if "\0" in text or odd * 100 > len(text):
        return _blocker(
            "baca.bukan-teks",
            f"{name} bukan berkas teks.",
            "Simpan tabel SOP sebagai teks dengan pemisah tab, lalu coba lagi.",
        )
    return None


def _out_of_shape(name: str) -> Finding:
    return _blocker(
        "baca.terlalu-luas",
        f"{name} mempunyai lebih dari {MAX_LINES} baris atau lebih dari {MAX_CELLS} sel dalam satu "
        "baris; formulir SOP tidak seluas itu.",
        "Simpan hanya formulir SOP ke berkas teks itu.",
    )


def _no_table(name: str) -> Finding:
    return _blocker(
        "baca.bukan-tabel-sop",
        f"{name} tidak memuat tabel SOP: baris kepala dengan kolom Kegiatan, Pelaksana, dan Mutu "
        "Baku tidak ditemukan.",
        "Gunakan formulir SOP AP menurut PermenPANRB 35/2012 dengan pemisah kolom tab.",
    )


def _no_steps(name: str, columns: Columns) -> Finding:
    return _blocker(
        "baca.tanpa-langkah",
        f"{name} memuat kepala tabel SOP pada baris {columns.first_line + 1}, tetapi tidak ada "
        "langkah bernomor di bawahnya.",
        "Isi tabel itu: satu baris bernomor untuk setiap langkah.",
    )


def _too_many_steps(name: str, count: int) -> Finding:
    return _blocker(
        "baca.terlalu-banyak-langkah",
        f"{name} memuat {count} langkah; yang dapat dibaca paling banyak {MAX_STEPS}.",
        "Pecah menjadi beberapa SOP yang saling terkait.",
    )


def _undated(label: str, row: Row) -> Finding:
    return Finding(
        "baca.tanggal-tidak-dipahami",
        Level.WARNING,
        f"{label} pada baris {row.baris} bukan tanggal yang lengkap: “{normal(row.text)}”.",
        "Tuliskan seperti 3 Januari 2022.",
        Place(baris=row.baris),
    )


def _blocker(kode: str, pesan: str, usul: str) -> Finding:
    return Finding(kode, Level.BLOCKER, pesan, usul)
