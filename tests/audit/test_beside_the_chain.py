"""T9 on the real database: files and rows that are not as the chain recorded them are named."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import models
from django.test import Client

from runut.core.report.lakip.keys import SIMPULAN
from runut.office.cases.documents import keep_upload
from runut.office.cases.models import Case, Document, DocumentFile
from runut.office.kinerja.models import Dataset
from runut.office.people.models import Office, Person
from runut.office.reports.models import SectionText
from runut.office.sops.models import SopVersion
from tests.audit.chain import verified

pytestmark = pytest.mark.django_db


def _path(digest: str) -> Path:
    return Path(django_settings.FILES_DIR) / digest[:2] / digest[2:]


@pytest.fixture
def restored() -> Iterator[Callable[[str, bytes | None], None]]:
    """Changes a stored file, or takes it away; after the test it is as it was."""
    saved: dict[Path, bytes] = {}

    def change(digest: str, data: bytes | None) -> None:
        path = _path(digest)
        saved[path] = path.read_bytes()
        path.unlink()
        if data is not None:
            path.write_bytes(data)

    yield change
    for path, data in saved.items():
        path.write_bytes(data)


@pytest.mark.parametrize("data", [b"%PDF-1.7 lain", b"", None])
def test_t9_a_stored_file_with_other_bytes_is_named(
    office: Office,
    capsys: pytest.CaptureFixture[str],
    restored: Callable[[str, bytes | None], None],
    data: bytes | None,
) -> None:
    file = DocumentFile.objects.get(office=office)
    restored(file.sha256, data)
    status, said = verified(capsys)
    assert status == 1
    assert file.document.nama in said and file.document.kode in said
    assert ("tidak ditemukan" if data is None else "telah berubah") in said


def test_t9_the_workbook_behind_the_figures_is_watched_too(
    office: Office,
    capsys: pytest.CaptureFixture[str],
    restored: Callable[[str, bytes | None], None],
) -> None:
    restored(Dataset.objects.get(office=office).sha256, b"angka lain")
    status, said = verified(capsys)
    assert (status, "Data kinerja 2025 versi 1" in said) == (1, True)


@pytest.mark.parametrize("data", [b"%PDF-1.7 lain", None])
def test_t9_such_a_file_is_never_handed_out(
    office: Office, restored: Callable[[str, bytes | None], None], data: bytes | None
) -> None:
    file = DocumentFile.objects.get(office=office)
    Document.objects.update(is_published=True, signs=file.document_id)
    restored(file.sha256, data)
    client = Client()
    client.force_login(Person.objects.get(username="dewi"))
    kode = file.document.kode
    for url in (f"/dokumen/{file.document_id}/pdf/", f"/terbitan/{kode}/"):
        answer = client.get(url)
        assert answer.status_code == 500
        assert "Berkas dokumen ini rusak" in answer.content.decode()
    page = client.get(f"/v/{kode}/")
    assert page.status_code == 200
    assert "Tidak dapat diperiksa" in page.content.decode()


def _another_file() -> str:
    return keep_upload(b"%PDF-1.7 palsu", jenis="x", nama="x", ending="pdf").sha256


Change = Callable[[Office], object]
ROWS_CHANGED: dict[str, tuple[Change, str]] = {
    "the hash of a file": (
        lambda o: DocumentFile.objects.filter(office=o).update(sha256=_another_file()),
        "Berkas tercatat (pdf",
    ),
    "a file taken out": (lambda o: DocumentFile.objects.filter(office=o).delete(), "Berkas pdf"),
    "the hash of a document": (
        lambda o: Document.objects.filter(office=o).update(sha256=_another_file()),
        "Berkas tercatat (kode",
    ),
    "the name of a document": (
        lambda o: Document.objects.filter(office=o).update(nama="Lain"),
        "Lain (kode",
    ),
    "a document published by hand": (
        lambda o: Document.objects.filter(office=o).update(is_published=True),
        "Berkas tercatat (kode",
    ),
    "the snapshot of a case": (
        lambda o: _edit_snapshot(o, "LAKIP 2025"),
        "Keadaan “LAKIP 2025”",
    ),
    "a snapshot that is none": (
        lambda o: Case.objects.filter(office=o, judul="LAKIP 2025").update(snapshot="?"),
        "Keadaan “LAKIP 2025”",
    ),
    "the status of a case": (
        lambda o: Case.objects.filter(office=o).update(status="selesai"),
        "Keadaan “LAKIP 2025”",
    ),
    "the text of an SOP": (
        lambda o: _edit_sop(o, hashed=False),
        "Teks SOP",
    ),
    "the text of an SOP and its hash": (lambda o: _edit_sop(o, hashed=True), "Teks SOP"),
    "what was adopted of an SOP": (
        lambda o: SopVersion.objects.filter(office=o).update(adopsi={}),
        "Teks SOP",
    ),
    "the figures": (
        lambda o: Dataset.objects.filter(office=o).update(sha256=_another_file()),
        "Data kinerja 2025 versi 1",
    ),
    "figures taken out": (
        lambda o: Dataset.objects.filter(office=o).delete(),
        "Data kinerja 2025 versi 1",
    ),
    "the words of a section": (
        lambda o: SectionText.objects.filter(office=o).update(teks="Sangat baik."),
        f"Teks bagian {SIMPULAN} versi 1",
    ),
    "words taken out": (
        lambda o: SectionText.objects.filter(office=o).delete(),
        f"Teks bagian {SIMPULAN} versi 1",
    ),
    "words put in": (
        lambda o: _copy(SectionText.objects.get(office=o), versi=2),
        f"Teks bagian {SIMPULAN} versi 2",
    ),
    "a document put in": (
        lambda o: _copy(Document.objects.get(office=o), kode="PALSU", versi=9),
        "kode PALSU",
    ),
}


def _edit_snapshot(office: Office, judul: str) -> None:
    case = Case.objects.get(office=office, judul=judul, sop_version__sop__judul__contains="LAPORAN")
    edited = case.snapshot.replace('"terbuka"', '"selesai"', 1)
    assert edited != case.snapshot
    Case.objects.filter(pk=case.pk).update(snapshot=edited)


def _edit_sop(office: Office, *, hashed: bool) -> None:
    version = SopVersion.objects.filter(office=office).earliest("pk")
    text = version.teks.replace("2 jam", "9 jam")
    fields = {"teks": text}
    if hashed:
        fields["sha256"] = sha256(text.encode()).hexdigest()
    SopVersion.objects.filter(pk=version.pk).update(**fields)


def _copy(row: models.Model, **changes: object) -> None:
    row.pk = None
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(force_insert=True)


@pytest.mark.parametrize("what", ROWS_CHANGED)
def test_a_row_that_is_not_as_it_was_recorded_is_named(
    office: Office, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    change, told = ROWS_CHANGED[what]
    change(office)
    status, said = verified(capsys)
    assert status == 1
    assert told in said, said
