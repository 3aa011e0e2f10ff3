"""The identity block of an SOP in Word, its cover and the words under the table."""

from typing import Any

from tests.corpus.definitions import Definition
from tests.corpus.make.docx_cells import (
    new_table,
    numbered,
    paragraph,
    set_height,
    write,
    write_plain,
)
from tests.corpus.make.page_plan import Form
from tests.corpus.make.variant import Variant
from tests.corpus.make.wording import PAIRS, TITLES, identity_rows, items, label


def identity(document: Any, sop: Definition, variant: Variant, form: Form) -> None:
    total = sum(form.widths)
    upper = identity_rows(sop, variant)
    lined = variant.identitas != "tanpa garis"
    colon = "kolom titik dua" in variant.pilihan
    parts = [0.5, 0.15, 0.02, 0.33] if colon else [0.5, 0.17, 0.33]
    table = new_table(document, len(form.identity), [total * part for part in parts], lined=lined)
    for row, height in zip(table.rows, form.identity, strict=True):
        set_height(row, height, exact=True)
    office = table.cell(0, 0).merge(table.cell(5, 0))
    write(office, "\n".join(sop.instansi))
    for i, (name, value) in enumerate(upper):
        if "label dan nilai satu sel" in variant.pilihan:
            write(table.cell(i, 1).merge(table.cell(i, 2)), f"{name} : {value}")
            continue
        if "tanggal satu sel" in variant.pilihan and i in (1, 2, 3):
            continue
        write(table.cell(i, 1), name)
        if colon:
            write(table.cell(i, 2), ":")
        write(
            table.cell(i, 3 if colon else 2),
            (": " if variant.pilihan.get("nilai titik dua") else "") + value,
        )
    if "tanggal satu sel" in variant.pilihan:
        dates = [row for row in upper if "anggal" in row[0]]
        for column, part in ((1, 0), (2, 1)):
            cell = table.cell(1, column).merge(table.cell(3, column))
            write(cell, "\n".join(row[part] for row in dates))
    for i, pair in enumerate(PAIRS):
        for side, key in enumerate(pair):
            list_cells(table, 6 + 2 * i, side, key, sop=sop, variant=variant)


def list_cells(
    table: Any, row: int, side: int, key: str, *, sop: Definition, variant: Variant
) -> None:
    head, body = table.cell(row, side), table.cell(row + 1, side)
    if side == 1:
        last = len(table.columns) - 1
        head, body = head.merge(table.cell(row, last)), body.merge(table.cell(row + 1, last))
    values = items(sop.lists[key], variant)
    name = label(TITLES[key], variant)
    if variant.identitas == "satu sel":
        write(head.merge(body), "\n".join([name, *values]))
        return
    write(head, name)
    write(body, "\n".join(values))
    if "penomoran otomatis" in variant.pilihan:
        write_plain(body, sop.lists[key])
        for paragraph_ in body.paragraphs:
            numbered(paragraph_, 10 + row // 2 - 3 + 3 * side)


def cover(document: Any, sop: Definition) -> None:
    """A cover, as bound SOPs have one, with words that belong to no field."""
    for text in ("STANDAR OPERASIONAL PROSEDUR", "(SOP)", "TAHUN 2024"):
        paragraph(document, text, 24)
    paragraph(document, sop.instansi[0], 18)
    document.add_page_break()


def closing(document: Any, sop: Definition) -> None:
    """Words under the table."""
    for text in ("Catatan: waktu dihitung dalam jam kerja.", "Mengetahui,", sop.jabatan):
        document.add_paragraph(text)


def history(document: Any) -> None:
    """What was changed when, and what the words mean: tables and words that are no steps."""
    paragraph(document, "RIWAYAT PERUBAHAN DOKUMEN", 18)
    table = new_table(document, 3, [30.0, 120.0, 400.0, 100.0])
    rows = (
        ("No", "Tanggal", "Uraian Perubahan", "Halaman"),
        ("1", "12 Maret 2021", "Penyesuaian nomenklatur perangkat daerah", "1"),
        ("2", "4 Juli 2022", "Penambahan langkah pemeriksaan berkas", "2"),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            write(cell, text)
    paragraph(document, "Pengertian: prosedur ini mengatur tata cara pelayanan di kantor.", 18)
    document.add_page_break()
