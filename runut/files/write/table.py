"""A table as CSV that a spreadsheet shows as it is: nothing in it becomes a formula."""

import csv
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import StringIO

from runut.core.kinerja.angka import format_plain

_FORMULA = re.compile(r"^\s*[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_LOSES_DIGITS = re.compile(r"0\d+|\d{16,}")
"""A telephone number and an NIP: a spreadsheet takes zeros, and all after the fifteenth digit."""

BOM = "\ufeff"
"""Excel takes a file without it for another encoding."""


def guarded(text: str) -> str:
    """Text that a spreadsheet leaves as it is: what begins like a formula gets an apostrophe, and
    what would lose digits as a number.

    >>> guarded('=HYPERLINK("http://…")'), guarded("-5,2"), guarded("- belum ada")
    ('\\'=HYPERLINK("http://…")', '-5,2', "'- belum ada")
    >>> guarded("198203142005012007"), guarded("0561 736541"), guarded("081234567890")
    ("'198203142005012007", '0561 736541', "'081234567890")
    """
    is_formula = _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    if is_formula or _LOSES_DIGITS.fullmatch(text):
        return f"'{text}"
    return text


def write_csv(rows: Sequence[Mapping[str, str | Decimal | None]]) -> bytes:
    """The rows under the names of the first: semicolons and a decimal comma, as a spreadsheet set
    to Indonesian expects."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(list(rows[0]) if rows else [])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return (BOM + out.getvalue()).encode()


def _cell(value: str | Decimal | None) -> str:
    return format_plain(value) if isinstance(value, Decimal) else guarded(value or "")
