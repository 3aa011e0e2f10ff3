"""What the tests of the register share: who does, what the chain says, a list as Excel has it."""

import json
from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO
from typing import Any

import openpyxl

from runut.office.acts.sending import Doer
from runut.office.example.office import ExampleOffice
from runut.office.trust.models import Entry
from tests.kantor import MONDAY

NOW = MONDAY + timedelta(minutes=1)
HEAD = (
    "NIP",
    "Nama tanpa gelar",
    "Gelar belakang",
    "Pangkat/golongan",
    "Jabatan",
    "Unit",
    "Peran dalam SOP",
    "Mulai menjabat",
    "Telepon",
)
SITI = (
    "19900101 201501 2 001",
    "Siti Aminah",
    "S.E.",
    "III/c",
    "Analis Anggaran",
    "Subbagian Keuangan",
    "Tim",
    "1 Januari 2024",
    "0812-3456-7890",
)


def doer(example: ExampleOffice, username: str = "rina") -> Doer:
    return Doer(example.people[username], NOW)


def told(kind: str) -> list[dict[str, Any]]:
    """The facts of all lines of a kind in the chain, oldest first."""
    lines = Entry.objects.filter(kind=kind).order_by("seq")
    return [json.loads(line.payload) for line in lines]


def excel(*rows: Sequence[object], head: Sequence[str] = HEAD, hidden: Sequence[int] = ()) -> bytes:
    """A workbook of one sheet; ``hidden``: numbers of rows that Excel does not show."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Pegawai"
    for row in (head, *rows):
        sheet.append(list(row))
    for number in hidden:
        sheet.row_dimensions[number].hidden = True
    out = BytesIO()
    book.save(out)
    return out.getvalue()
