"""Data workbooks as people bring them: the example with some cells typed over."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from runut.office.example.office import ExampleOffice
from runut.office.kinerja.models import Upload
from tests.kinerja.buku import LENGKAP

REASON = "Hasil survei semester dua baru diterima"
TEN_SLIPS: dict[str, object] = {
    "Indikator!H4": 897.4,  # ten times
    "Indikator!H5": 9.78,  # a tenth
    "Indikator!G5": 9700,  # percent as a whole
    "Indikator!H6": 964,
    "Indikator!H7": 1.5,
    "Indikator!G8": 9999,
    "Indikator!H9": 99999,
    "Indikator!H10": 0.7,
    "Anggaran!E6": 1,
    "Anggaran!F6": 99_000_000_000,
}
"""Ten cells as they slip from tired hands."""


def book(changes: Mapping[str, object] = {}) -> bytes:
    """The example workbook with these cells typed over."""
    found = openpyxl.load_workbook(LENGKAP)
    for place, value in changes.items():
        sheet, _, cell = place.partition("!")
        found[sheet][cell] = value
    out = BytesIO()
    found.save(out)
    return out.getvalue()


def client_of(example: ExampleOffice, username: str) -> Client:
    client = Client()
    client.force_login(example.people[username])
    return client


def send(client: Client, data: bytes, key: str = "kirim", name: str = "buku.xlsx") -> Any:
    """Bring a workbook in by the page."""
    file = SimpleUploadedFile(name, data)
    return client.post("/kinerja/", {"kunci": key, "berkas": file})


def apply(client: Client, upload: Upload, key: str = "terapkan", **more: object) -> Any:
    """Apply what waits, as it was shown."""
    url = f"/kinerja/unggahan/{upload.pk}/"
    page = client.get(url)
    fields: dict[str, object] = {
        "kunci": key,
        "versi": page.context["shown"].seen,
        "alasan": REASON,
        "fakta": "on",
        "melepas": "on",
        "pemilik": page.context["user"].pk,
        **more,
    }
    return client.post(url, fields)
