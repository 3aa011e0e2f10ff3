"""Files from outside, at every door: answered with our sentence, and nothing of them is kept."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from pytest_django import Settings

from runut.office.cases.models import DocumentFile
from runut.office.kinerja import reading
from runut.office.web.middleware import LARGEST_REQUEST
from tests.guard import files
from tests.office.berkas import isian
from tests.security.conftest import World
from tests.security.rows import changed, rows

pytestmark = pytest.mark.django_db

XLSX, DOCX = ".xlsx", ".docx"


def polyglot() -> bytes:
    """A PDF with an archive behind it: two files in one."""
    return b"%PDF-1.7\n%%EOF\n" + files.docx("<w:p/>")


def with_a_macro() -> bytes:
    output = BytesIO(files.xlsx())
    with ZipFile(output, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"makro")
    return output.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "F1 far cells": (files.far_cells, XLSX),
    "F2 three million cells": (files.three_million_cells, XLSX),
    "F3 a bomb of strings": (files.bomb_of_strings, XLSX),
    "F4 a bomb of words": (files.bomb_of_words, DOCX),
    "F5 a thousand million laughs": (files.billion_laughs, DOCX),
    "F5 laughs in a workbook": (files.billion_laughs_in_a_workbook, XLSX),
    "F5 quadratic": (files.quadratic, DOCX),
    "F6 a file of the server": (files.stranger_in_the_house, DOCX),
    "F7 tables in tables": (files.tables_in_tables, DOCX),
    "F8 a part outside": (lambda: files.xlsx(**{"../../jahat.xml": "<a/>"}), XLSX),
    "F9 a macro": (with_a_macro, XLSX),
    "F13 two files in one": (polyglot, ".pdf"),
    "nothing but zeros": (lambda: b"\0" * 5_000, XLSX),
    "a page that calls itself a PDF": (lambda: b"<script>alert(1)</script>", ".pdf"),
    "a drawing with a script": (lambda: b"<svg onload='alert(1)'/>", ".svg"),
    "a program": (lambda: b"MZ\x90\0" * 100, ".exe"),
    "half a workbook": (lambda: files.xlsx(files.cells(20, 5))[:300], XLSX),
}


def _file(data: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def to_kinerja(world: World, data: bytes, name: str) -> HttpResponse:
    """A large file is read behind its page, by a thread: here at once."""
    client, sent = world.client("kasubag"), {"kunci": "unggah", "berkas": _file(data, name)}
    with patch.object(reading, "begin_beside", reading.finish_reading):
        response = client.post("/kinerja/", sent)
    return client.get(response.url) if response.status_code == 302 else response


def to_sop(world: World, data: bytes, name: str) -> HttpResponse:
    sent = {"kunci": "unggah", "teks": "", "berkas": _file(data, name)}
    return world.client("kasubag").post("/sop/baru/", sent)


def to_step(world: World, data: bytes, name: str) -> HttpResponse:
    case = world.a.plain_case
    fields = isian(case, "unggah", berkas_0=_file(data, name))
    return world.client("staf").post(f"/pelaksanaan/{case.pk}/langkah/1/", fields)


DOORS: dict[str, Callable[[World, bytes, str], HttpResponse]] = {
    "kinerja": to_kinerja,
    "sop": to_sop,
    "langkah": to_step,
}


TOLD = {"kinerja_upload", "cases_idempotencykey"}
"""What is kept of a large file that cannot be used: that it came, and what is wrong with it."""


def _stored() -> list[Path]:
    return sorted(path for path in Path(settings.FILES_DIR).rglob("*") if path.is_file())


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("door", DOORS)
def test_a_hostile_file_is_answered_and_not_kept(world: World, door: str, name: str) -> None:
    make, ending = HOSTILE[name]
    before, kept = rows(), _stored()
    response = DOORS[door](world, make(), f"berkas{ending}")
    assert response.status_code == 422, response.status_code
    page = response.content.decode()
    assert 'role="alert"' in page or "notice bad" in page
    assert "Traceback" not in page and "Error" not in page
    assert set(changed(before)) <= (TOLD if door == "kinerja" else set())
    assert _stored() == kept


def test_an_honest_file_passes_each_door(world: World) -> None:
    """Without this the refusals above would prove nothing."""
    kept = len(_stored())
    assert to_step(world, b"%PDF-1.7\n" + b"a" * 500, "hasil rapat.PDF").status_code == 302
    text = "NAMA SOP\tSURAT\nNo.\tKegiatan\tPelaksana\tMutu Baku\t\t\tKeterangan\n" + (
        "\t\tStaf\tKelengkapan\tWaktu\tOutput\n1\tMencatat surat\t√\tSurat\t5 menit\tCatatan\n"
    )
    assert to_sop(world, text.encode(), "sop.txt").status_code == 302
    assert len(_stored()) == kept + 2


@pytest.mark.parametrize("door", DOORS)
def test_a_file_over_the_limit_is_refused_plainly(world: World, door: str) -> None:
    before, kept = rows(), _stored()
    response = DOORS[door](world, b"%PDF-1.7\n" + b"a" * (25 << 20), "besar.pdf")
    assert response.status_code == 422
    assert "lebih besar dari" in response.content.decode()
    assert (changed(before), _stored()) == ([], kept)


@pytest.mark.parametrize("door", DOORS)
def test_what_is_larger_than_any_upload_is_not_even_read(
    world: World, door: str, settings: Settings
) -> None:
    read: list[Any] = []
    settings.FILE_UPLOAD_HANDLERS = ["tests.security.test_uploads.Watching"]
    Watching.read = read
    response = DOORS[door](world, b"a" * (LARGEST_REQUEST + 1), "besar.pdf")
    assert response.status_code == 413
    assert "terlalu besar" in response.content.decode()
    assert read == []


class Watching:
    """An upload handler that notes that somebody began to read."""

    read: list[Any]

    def __init__(self, request: object = None) -> None:
        self.read.append(request)


def test_words_beyond_five_megabytes_are_refused_plainly(world: World) -> None:
    sent = {"kunci": "x", "teks": "a" * (6 << 20)}
    response = world.client("kasubag").post("/sop/baru/", sent)
    assert response.status_code == 413
    assert "terlalu besar" in response.content.decode()


NAMES = [
    "../../../etc/passwd.pdf",
    "..\\..\\windows\\system.pdf",
    'x"; filename="jahat.exe.pdf',
    "nama\u202egpj.exe.pdf",
    "é ünï 名.pdf",
    "a" * 300 + ".pdf",
    "CON.pdf",
    "<i>x</i>.pdf",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_file_does_no_harm(world: World, name: str) -> None:
    kept, data = _stored(), b"%PDF-1.7\n" + name.encode()
    assert to_step(world, data, name).status_code == 302
    [new] = [path for path in _stored() if path not in kept]
    assert new.parent.parent == Path(settings.FILES_DIR)
    file = DocumentFile.objects.latest("pk")
    assert file.format == "pdf"
    response = world.client("staf").get(f"/dokumen/{file.document_id}/pdf/")
    assert response.content == data
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    kode = file.document.kode
    assert (
        response.headers["Content-Disposition"] == f'attachment; filename="unggahan-1-{kode}.pdf"'
    )
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "name",
    ["laporan", "laporan.", ".pdf.", "laporan.svg", "a.html", "a.docm", "x\r\nSet-Cookie: a=b.pdf"],
)
def test_a_file_of_no_kind_we_take_is_refused(world: World, name: str) -> None:
    before = rows()
    response = to_step(world, b"%PDF-1.7\nisi", name)
    assert response.status_code == 422
    assert changed(before) == []


PICTURE = b"\x89PNG\r\n\x1a\n" + b"isi"


@pytest.mark.parametrize(
    ("data", "name"), [(PICTURE, "foto.png"), (files.docx("<w:p/>"), "surat.docx")]
)
def test_every_stored_file_is_an_attachment(world: World, data: bytes, name: str) -> None:
    assert to_step(world, data, name).status_code == 302
    file = DocumentFile.objects.latest("pk")
    response = world.client("staf").get(f"/dokumen/{file.document_id}/{file.format}/")
    assert response.headers["Content-Disposition"].startswith("attachment; ")
    assert "html" not in response.headers["Content-Type"]
    assert "svg" not in response.headers["Content-Type"]


def test_a_page_lists_a_document_with_any_file_it_may_hold(world: World) -> None:
    """The list of documents is drawn for each kind that can be handed in."""
    to_step(world, PICTURE, "foto.PNG")
    for address in ("", "riwayat/", "langkah/1/"):
        page = world.client("staf").get(f"/pelaksanaan/{world.a.plain_case.pk}/{address}")
        assert page.status_code == 200
