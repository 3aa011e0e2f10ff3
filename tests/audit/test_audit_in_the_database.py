"""T1 to T12 on the real database: what was done cannot be changed, or it is found and named."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import IntegrityError, connection, models, transaction
from django.test import Client
from pytest_django import DjangoDbBlocker, Settings

from runut.core.report.lakip.keys import SIMPULAN
from runut.core.trust.chain import Link, hash_row
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import StepRef
from runut.office.cases.actions import complete_step
from runut.office.cases.documents import keep_upload
from runut.office.cases.models import Case, Document, DocumentFile
from runut.office.kinerja.models import Dataset
from runut.office.people.models import Office, Person
from runut.office.reports.models import SectionText
from runut.office.running.verify import run
from runut.office.sops.models import SopVersion
from runut.office.trust.append import Act, append
from runut.office.trust.checkpoints import checkpoint_now
from runut.office.trust.models import ChainHead, Entry
from runut.office.works.laporan.writing import save_text
from tests.databases import POSTGRES_SOCKET, lift_guards, sql
from tests.kantor import MONDAY, kantor, kasus
from tests.office.berkas import kasus_berkas, sop_berkas

pytestmark = pytest.mark.django_db

LATER = MONDAY + timedelta(hours=8)
ALL_WELL = "Semua sesuai: rantai catatan utuh; setiap kasus dan dokumen sama dengan catatannya.\n"


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder of its own: files of other tests are not in it."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(django_settings, "FILES_DIR", folder / "berkas")
        yield folder


@pytest.fixture(scope="module")
def office(
    data_folder: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Office]:
    """An office in which something of each kind was done; its chain has some thirty rows."""
    with django_db_blocker.unblock(), transaction.atomic():
        example = kantor(figures=True)
        lakip, plain = kasus(example), kasus_berkas(example, sop_berkas(example))
        budi, dewi = (Doer(example.people[name], MONDAY) for name in ("budi", "dewi"))
        assert isinstance(save_text(lakip.pk, SIMPULAN, "Baik.", 0, budi), Done)
        paper = keep_upload(b"%PDF-1.7 isi", jenis="unggahan", nama="Berkas tercatat", ending="pdf")
        done = complete_step(
            StepRef(plain.pk, "1", 1),
            dewi,
            kelengkapan=["Berkas masuk"],
            papers={"Berkas tercatat": paper},
        )
        assert isinstance(done, Done)
        last = Act("kantor.diperiksa", f"kantor:{example.office.pk}", {})
        append(example.office.pk, [last], actor="", at=MONDAY)
        yield example.office
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def checkpoints_of_this_test_only(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    settings.KEYS_DIR = tmp_path / "kunci"


def verified(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit status of ``runut verify``, and what it says."""
    capsys.readouterr()
    status = run(argparse.Namespace())
    return status, capsys.readouterr().out


def links(office: Office) -> list[Link]:
    return [entry.as_link() for entry in Entry.objects.filter(office=office).order_by("seq")]


def rewrite(office: Office, chain: list[Link]) -> None:
    """Put ``chain`` in the place of the office's chain, every hash and the head made anew."""
    sql("DELETE FROM trust_entry WHERE office_id = %s", office.pk)
    previous, seq = "0" * 64, 0
    for seq, link in enumerate(chain, start=1):
        row = replace(link.row, seq=seq, prev_hash=previous)
        previous = hash_row(row)
        values = {**vars(row), "office_id": office.pk, "hash": previous}
        del values["office"]
        marks = ", ".join(["%s"] * len(values))
        insert = f"INSERT INTO trust_entry ({', '.join(values)}) VALUES ({marks})"  # noqa: S608
        sql(insert, *values.values())
    head = "UPDATE trust_chainhead SET seq = %s, hash = %s WHERE office_id = %s"
    sql(head, seq, previous, office.pk)


# --- nothing was done: nothing is found -------------------------------------------------------


def test_an_untouched_office_passes(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert Entry.objects.filter(office=office).count() > 15
    assert verified(capsys) == (0, ALL_WELL)
    checkpoint_now(LATER)
    status, said = verified(capsys)
    assert (status, "Semua sesuai" in said) == (0, True)


# --- T12: the database refuses ----------------------------------------------------------------


def _by_the_orm_update(entry: Entry) -> None:
    Entry.objects.filter(pk=entry.pk).update(actor="lain")


def _by_the_orm_delete(entry: Entry) -> None:
    Entry.objects.filter(pk=entry.pk).delete()


def _by_bulk_update(entry: Entry) -> None:
    entry.actor = "lain"
    Entry.objects.bulk_update([entry], ["actor"])


def _by_saving(entry: Entry) -> None:
    entry.payload = "{}"
    entry.save()


def _by_upsert(entry: Entry) -> None:
    Entry.objects.bulk_create(
        [entry], update_conflicts=True, unique_fields=["office", "seq"], update_fields=["hash"]
    )


def _by_sql(statement: str) -> Callable[[Entry], None]:
    return lambda entry: sql(statement, entry.pk)


def _by_emptying(what: str) -> Callable[[Entry], None]:
    def empty(entry: Entry) -> None:
        sql("SET CONSTRAINTS ALL IMMEDIATE")  # else the keys still to be checked refuse it
        sql(f"TRUNCATE {what}")

    return empty


COLUMNS = "office_id, seq, prev_hash, at, actor, on_behalf_of, kind, subject, payload, document"
WAYS: dict[str, Callable[[Entry], None]] = {
    "orm update": _by_the_orm_update,
    "orm delete": _by_the_orm_delete,
    "bulk_update": _by_bulk_update,
    "save": _by_saving,
    "upsert": _by_upsert,
    "sql update": _by_sql("UPDATE trust_entry SET actor = 'lain' WHERE id = %s"),
    "sql delete": _by_sql("DELETE FROM trust_entry WHERE id = %s"),
}
SQLITE_WAYS = {
    "sql update or replace": _by_sql("UPDATE OR REPLACE trust_entry SET seq = 2 WHERE id = %s"),
    "sql replace the row": _by_sql(
        f"INSERT OR REPLACE INTO trust_entry (id, {COLUMNS}, hash)"  # noqa: S608
        f" SELECT id, {COLUMNS}, 'x' FROM trust_entry WHERE id = %s"
    ),
    "sql replace by number": _by_sql(
        f"REPLACE INTO trust_entry ({COLUMNS}, hash)"  # noqa: S608
        f" SELECT {COLUMNS}, 'x' FROM trust_entry WHERE id = %s"
    ),
}
POSTGRES_WAYS: dict[str, Callable[[Entry], None]] = {
    "sql upsert": _by_sql(
        f"INSERT INTO trust_entry (id, {COLUMNS}, hash)"  # noqa: S608
        f" SELECT id, {COLUMNS}, 'x' FROM trust_entry WHERE id = %s"
        " ON CONFLICT (id) DO UPDATE SET hash = 'x'"
    ),
    "sql merge": _by_sql(
        "MERGE INTO trust_entry USING (SELECT %s::bigint AS id) AS other"
        " ON trust_entry.id = other.id WHEN MATCHED THEN DELETE"
    ),
    "sql truncate": _by_emptying("trust_entry"),
    "sql truncate of what it hangs on": _by_emptying("people_office CASCADE"),
}
WAYS |= POSTGRES_WAYS if POSTGRES_SOCKET else SQLITE_WAYS


@pytest.mark.parametrize("way", WAYS)
def test_t12_the_database_refuses_to_change_the_chain(office: Office, way: str) -> None:
    before = links(office)
    entry = Entry.objects.get(office=office, seq=5)
    refused = (IntegrityError, connection.Database.IntegrityError)
    with pytest.raises(refused, match="jejak audit"), transaction.atomic():
        WAYS[way](entry)
    assert links(office) == before


# --- T1 to T8: the chain ----------------------------------------------------------------------

OTHER_VALUES: dict[str, Any] = {
    "prev_hash": "f" * 64,
    "at": "2026-01-12T01:00:00.000001Z",
    "actor": "999",
    "on_behalf_of": "999",
    "kind": "lain.lagi",
    "subject": "kasus:999",
    "payload": '{"lain":1}',
    "document": "a" * 64,
    "hash": "b" * 64,
}


@pytest.mark.parametrize("column", [*OTHER_VALUES, "seq", "office_id"])
@pytest.mark.parametrize("kind", ["kasus.langkah_selesai", "dokumen.disimpan", "kinerja.dimuat"])
def test_t1_an_edited_column_is_found(
    office: Office, capsys: pytest.CaptureFixture[str], kind: str, column: str
) -> None:
    lift_guards()
    entry = Entry.objects.filter(office=office, kind=kind).latest("seq")
    other = Office.objects.create(nama="Lain", kode="L")
    value = {**OTHER_VALUES, "seq": 999, "office_id": other.pk}[column]
    sql(f"UPDATE trust_entry SET {column} = %s WHERE id = %s", value, entry.pk)  # noqa: S608
    status, said = verified(capsys)
    assert status == 1
    assert f"aris {entry.seq} " in said, said


def test_t1_no_column_is_left_out() -> None:
    columns = {field.attname for field in Entry._meta.fields if isinstance(field, models.Field)}
    assert columns == {*OTHER_VALUES, "id", "seq", "office_id"}


UNREADABLE = ["", "bukan json", "[]", "null", '"x"', '{"kode":[]}']
UNREADABLE += [] if POSTGRES_SOCKET else ["\x00"]  # PostgreSQL stores no NUL, whoever asks it


@pytest.mark.parametrize("payload", UNREADABLE)
def test_t1_a_line_that_cannot_be_read_stops_nothing(
    office: Office, capsys: pytest.CaptureFixture[str], payload: str
) -> None:
    lift_guards()
    for entry in Entry.objects.filter(office=office):
        sql("UPDATE trust_entry SET payload = %s WHERE id = %s", payload, entry.pk)
    status, said = verified(capsys)
    assert status == 1
    assert "Isi baris 1 telah diubah" in said


def test_t2_an_edit_with_every_later_hash_made_anew_is_found_by_the_checkpoint(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoint_now(LATER)
    lift_guards()
    chain = links(office)
    place = next(n for n, link in enumerate(chain) if link.row.kind == "pegawai.ditambah")
    chain[place] = replace(chain[place], row=replace(chain[place].row, actor="999"))
    rewrite(office, chain)
    status, said = verified(capsys)
    assert status == 1
    assert "ditulis ulang" in said and "titik periksa" in said


def test_t2_without_a_checkpoint_this_is_the_stated_limit(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    """The checkpoint, and nothing else, finds the rewriting above."""
    lift_guards()
    chain = links(office)
    chain[3] = replace(chain[3], row=replace(chain[3].row, actor="999"))
    rewrite(office, chain)
    assert verified(capsys) == (0, ALL_WELL)


@pytest.mark.parametrize("seq", [1, 2, 7])
def test_t3_a_row_taken_out_is_found(
    office: Office, capsys: pytest.CaptureFixture[str], seq: int
) -> None:
    lift_guards()
    sql("DELETE FROM trust_entry WHERE office_id = %s AND seq = %s", office.pk, seq)
    status, said = verified(capsys)
    assert (status, f"Baris {seq} tidak ada lagi" in said) == (1, True)


@pytest.mark.parametrize("cut", [1, 10])
def test_t4_an_end_cut_off_is_found_even_without_a_checkpoint(
    office: Office, capsys: pytest.CaptureFixture[str], cut: int
) -> None:
    lift_guards()
    last = links(office)[-1].row.seq
    sql("DELETE FROM trust_entry WHERE office_id = %s AND seq > %s", office.pk, last - cut)
    status, said = verified(capsys)
    assert status == 1
    assert f"berakhir di baris {last - cut}" in said


@pytest.mark.parametrize("cut", [1, 10])
def test_t4_an_end_cut_off_with_the_head_put_back_is_found_by_the_checkpoint(
    office: Office, capsys: pytest.CaptureFixture[str], cut: int
) -> None:
    checkpoint_now(LATER)
    lift_guards()
    chain = links(office)
    rewrite(office, chain[:-cut])
    status, said = verified(capsys)
    assert status == 1
    assert f"titik periksa mencatat {len(chain)} baris" in said


def test_t5_two_rows_that_changed_places_are_found(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    lift_guards()
    for seq, to in ((4, 999), (6, 4), (999, 6)):
        sql("UPDATE trust_entry SET seq = %s WHERE office_id = %s AND seq = %s", to, office.pk, seq)
    status, said = verified(capsys)
    assert status == 1
    assert "aris 4 " in said


def test_t6_a_row_put_into_the_past_is_found(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoint_now(LATER)
    lift_guards()
    chain = links(office)
    rewrite(office, [*chain[:4], chain[-1], *chain[4:]])
    status, said = verified(capsys)
    assert status == 1
    assert "ditulis ulang" in said


def test_t6_a_forged_time_is_told(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    lift_guards()
    chain = links(office)
    late = replace(chain[-1].row, at="2025-01-01T00:00:00.000000Z")
    rewrite(office, [*chain[:-1], replace(chain[-1], row=late)])
    status, said = verified(capsys)
    assert status == 1
    assert (
        f"Jam mundur: waktu pada 1 baris lebih awal daripada baris sebelumnya (baris {len(chain)})"
        in said
    )


def test_t7_an_older_copy_that_went_on_is_found(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoint_now(LATER)
    lift_guards()
    chain = links(office)
    rewrite(office, chain[:-5])
    for number in range(8):
        act = Act("lain.lagi", "kantor:1", {"nomor": number})
        append(office.pk, [act], actor="", at=LATER)
    status, said = verified(capsys)
    assert status == 1
    assert "ditulis ulang" in said


def test_t8_a_row_of_another_office_is_found(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    lift_guards()
    other = Office.objects.create(nama="Lain", kode="L")
    ChainHead.objects.create(office=other, seq=0, hash="0" * 64)
    sql("UPDATE trust_entry SET office_id = %s WHERE office_id = %s", other.pk, office.pk)
    status, said = verified(capsys)
    assert status == 1
    assert "aris 1 " in said


def test_t10_a_checkpoint_of_another_key_is_told(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    path = checkpoint_now(LATER)
    for key in Path(django_settings.KEYS_DIR).iterdir():
        key.unlink()
    status, said = verified(capsys)
    assert status == 1
    assert path.name in said and "tidak ditandatangani kunci kita" in said


# --- T9: what lies beside the chain -----------------------------------------------------------


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
