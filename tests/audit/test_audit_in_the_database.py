"""T1 to T10 on the real database: what was done to the chain is found and named."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import models

from runut.office.people.models import Office
from runut.office.trust.append import Act, append
from runut.office.trust.checkpoints import checkpoint_now
from runut.office.trust.models import ChainHead, Entry
from tests.audit.chain import ALL_WELL, LATER, links, rewrite, verified
from tests.databases import POSTGRES_SOCKET, lift_guards, sql

pytestmark = pytest.mark.django_db


def test_an_untouched_office_passes(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    assert Entry.objects.filter(office=office).count() > 15
    assert verified(capsys) == (0, ALL_WELL)
    checkpoint_now(LATER)
    status, said = verified(capsys)
    assert (status, "Semua sesuai" in said) == (0, True)


OTHER_VALUES: dict[str, Any] = {
    "prev_hash": "f" * 64,
    "at": "2026-01-12T01:00:00.000001Z",
    "actor": "999",
    "on_behalf_of": "999",
    "kind": "lain.lagi",
    "subject": "kasus:999",
    "payload": '{"lain":1}',
    "document": "a" * 64,
    "states": '{"people_person":{}}',
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
    known = len(chain) - 1  # its last row tells of the checkpoint itself
    rewrite(office, chain[: known - cut])
    status, said = verified(capsys)
    assert status == 1
    assert "padahal titik periksa pada 2026-01-12 pukul 09:00 UTC mencatat" in said
    assert f"mencatat {known} baris" in said


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
    assert status == 0, "a clock that was set back once is told for ever, and is no fault"
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
