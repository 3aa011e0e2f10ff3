"""The empty list of people that an office fills in with Excel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter

_CREATED = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_ROWS_OFFERED = 200
_HEAD = 3


@dataclass(frozen=True)
class Column:
    """A column of the list: its title, what to write in it, an example, its width in signs."""

    title: str
    note: str
    example: str
    width: int = 20
    choices: tuple[str, ...] = ()


def write_people_template(
    sheet: str, columns: Sequence[Column], rows: Sequence[Sequence[str]] = ()
) -> bytes:
    """A workbook with a sheet to fill in, and a sheet that says how. Every cell to be filled in
    is text: a NIP stays as it is typed."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": "Daftar pegawai", "created": _CREATED})
    bold = book.add_format({"bold": True, "font_size": 14})
    mute = book.add_format({"font_color": "#55636f"})
    head = book.add_format(
        {"bold": True, "bg_color": "#14253a", "font_color": "#ffffff", "border": 1}
    )
    text = book.add_format({"num_format": "@", "border": 1, "border_color": "#d5dce4"})
    page = book.add_worksheet(sheet)
    page.write_string(0, 0, "Daftar pegawai", bold)
    page.write_string(1, 0, "Satu baris satu orang. Petunjuk setiap kolom ada pada lembar Cara.")
    page.freeze_panes(_HEAD, 0)
    for place, column in enumerate(columns):
        page.set_column(place, place, column.width)
        page.write_string(_HEAD - 1, place, column.title, head)
        for row in range(_HEAD, _HEAD + max(_ROWS_OFFERED, len(rows))):
            page.write_blank(row, place, None, text)
        if column.choices:
            page.data_validation(
                _HEAD,
                place,
                _HEAD + _ROWS_OFFERED,
                place,
                {
                    "validate": "list",
                    "source": list(column.choices),
                    "error_type": "warning",
                    "error_title": "Periksa lagi",
                    "error_message": "Isian ini tidak ada dalam daftar.",
                },
            )
    for number, words in enumerate(rows, start=_HEAD):
        for place, word in enumerate(words):
            page.write_string(number, place, word, text)
    _explain(book, columns, bold, head, mute)
    book.close()
    return out.getvalue()


def _explain(
    book: xlsxwriter.Workbook, columns: Sequence[Column], bold: object, head: object, mute: object
) -> None:
    page = book.add_worksheet("Cara")
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 80)
    page.set_column(2, 2, 32)
    page.write_string(0, 0, "Cara mengisi", bold)
    page.write_string(1, 0, "Yang kosong pada pegawai yang sudah tercatat tidak mengubah apa pun.")
    for place, title in enumerate(("Kolom", "Isinya", "Contoh")):
        page.write_string(_HEAD - 1, place, title, head)
    for row, column in enumerate(columns, start=_HEAD):
        page.write_string(row, 0, column.title)
        page.write_string(row, 1, column.note)
        page.write_string(row, 2, column.example, mute)
