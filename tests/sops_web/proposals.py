"""Proposals in the register, as the tests of this folder need them."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from runut.office.sops.models import SopVersion
from tests.office import berkas
from tests.security.walking import Form, forms_of

TEXT = berkas.TEXT.replace("BERKAS", "SURAT")
WAKTU = "langkah.2.waktu"


def rows_of_text() -> list[list[str]]:
    """The table of the text, cell by cell."""
    return [line.split("\t") for line in TEXT.splitlines()]


def as_workbook() -> bytes:
    """The text as a file of Excel."""
    book = Workbook()
    for row in rows_of_text():
        book.active.append(row)
    found = BytesIO()
    book.save(found)
    return found.getvalue()


def taken(client: Client, text: str = TEXT) -> SopVersion:
    """A proposal from pasted text."""
    return _newest(client, {"teks": text})


def uploaded(client: Client, data: bytes, name: str) -> SopVersion:
    """A proposal from a file."""
    return _newest(client, {"berkas": SimpleUploadedFile(name, data)})


def _newest(client: Client, sent: dict[str, object]) -> SopVersion:
    answer = client.post("/sop/baru/", {"kunci": f"ambil-{SopVersion.objects.count()}", **sent})
    version = SopVersion.objects.latest("pk")
    assert answer.status_code == 302, answer.content.decode()
    assert answer.headers["Location"] == f"/sop/{version.pk}/periksa/"
    return version


def doubt(version: SopVersion, key: str = WAKTU) -> None:
    """The reading of a field is unsure from now on."""
    version.asal[key] = {**version.asal.get(key, {}), "keyakinan": 0.5, "alasan": "Buram."}
    version.save()


def reading(client: Client, version: SopVersion) -> Form:
    """The form of the reading; unlike the forms of a browser each box is ticked."""
    (form,) = forms_of(client, f"/sop/{version.pk}/periksa/")
    return form
