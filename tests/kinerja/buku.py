"""The example workbook, and single cells of it changed as a user would change them."""

from io import BytesIO
from pathlib import Path

import openpyxl

from runut.core.findings import Finding
from runut.core.kinerja.model import DataKinerja
from runut.files.read.workbook.year import read_workbook

EXAMPLES = Path(__file__).parents[2] / "examples" / "kinerja"
LENGKAP = EXAMPLES / "lakip-2025.xlsx"
BERLUBANG = EXAMPLES / "lakip-2025-berlubang.xlsx"


def example() -> DataKinerja:
    data, findings = read_workbook(LENGKAP.read_bytes(), LENGKAP.name)
    assert data is not None, findings
    return data


def open_book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(LENGKAP)


def read_book(book: openpyxl.Workbook) -> tuple[DataKinerja | None, tuple[Finding, ...]]:
    buffer = BytesIO()
    book.save(buffer)
    return read_workbook(buffer.getvalue(), "buku.xlsx")


def read_changed(
    changes: dict[str, object],
) -> tuple[DataKinerja | None, tuple[Finding, ...]]:
    """The example with some cells changed: ``{"Indikator!H7": "sembilan"}``."""
    book = open_book()
    for place, value in changes.items():
        lembar, _, alamat = place.partition("!")
        book[lembar][alamat] = value
    return read_book(book)
