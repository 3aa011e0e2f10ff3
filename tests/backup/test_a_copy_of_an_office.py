"""What a copy holds of an office, on SQLite and on PostgreSQL."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction

from runut.files.backup.place import CopyFault, copies_in, find_place
from runut.files.backup.reading import read_contents
from runut.files.store import put
from runut.office.backup import making
from runut.office.backup.making import make_copy
from runut.office.backup.secret import keep_passphrase
from runut.office.backup.snapshot import take_snapshot
from runut.office.people.models import Office
from runut.office.trust.checkpoints import checkpoint_now
from runut.office.trust.models import ChainHead, Entry
from tests.databases import lift_guards, on_sqlite, set_guards, sql
from tests.kantor import MONDAY

PASSPHRASE = "kuda besi naik bukit"


def past_the_guards(statement: str, value: str) -> None:
    """As somebody does who owns the machine."""
    lift_guards()
    sql(statement, value)
    set_guards()


def names_in(tmp_path: Path, passphrase: str = "") -> set[str]:
    made = make_copy(tmp_path / "usb", MONDAY, passphrase)
    return {entry.name for entry in made.written.contents.files}


def test_an_open_copy_holds_no_password_of_another_service_and_no_nik(
    office: Office, data: Path, tmp_path: Path
) -> None:
    digest = put(data / "berkas", b"naskah")
    names = names_in(tmp_path)
    assert {"kunci/django", "kunci/kantor-1/3.p12", f"berkas/{digest[:2]}/{digest[2:]}"} <= names
    assert not {"kunci/kantor-1/surel", "kunci/kantor-1/nik-3", "kunci/kode-pertama"} & names


def test_a_sealed_copy_holds_them_but_never_the_passphrase_itself(
    office: Office, tmp_path: Path
) -> None:
    keep_passphrase(PASSPHRASE)
    names = names_in(tmp_path, PASSPHRASE)
    assert {"kunci/kantor-1/surel", "kunci/kantor-1/nik-3"} <= names
    assert "kunci/cadangan.sandi" not in names


def test_a_copy_says_where_the_chain_stood_and_whose_it_is(office: Office, tmp_path: Path) -> None:
    told = make_copy(tmp_path / "usb", MONDAY, "").written.contents.told
    head = ChainHead.objects.get()
    assert told["rantai"] == [[str(office.pk), head.seq, head.hash]]
    assert told["kantor"] == [office.nama] and ["people", "0001_initial"] in told["migrasi"]


def test_what_is_written_while_the_copy_is_made_is_in_it_whole_or_not_at_all(
    office: Office, tmp_path: Path
) -> None:
    with transaction.atomic():
        Office.objects.filter(pk=office.pk).update(nama="Setengah jadi")
        told = make_copy(tmp_path / "usb", MONDAY, "").written.contents.told
    assert told["kantor"] == ["Biro Umum"]


def test_no_checkpoint_of_a_copy_is_younger_than_its_database(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a restored office would look as if its chain had been cut."""

    def late(folder: Path) -> object:
        snapshot = take_snapshot(folder)
        checkpoint_now(MONDAY)
        return snapshot

    monkeypatch.setattr(making, "take_snapshot", late)
    assert not any(name.startswith("titik-periksa") for name in names_in(tmp_path))
    monkeypatch.undo()
    later = make_copy(tmp_path / "usb", MONDAY + timedelta(days=1), "").written.contents.files
    assert any(entry.name.startswith("titik-periksa") for entry in later)


def test_an_office_whose_chain_was_altered_is_copied_and_that_is_said(
    office: Office, tmp_path: Path
) -> None:
    past_the_guards("UPDATE trust_entry SET actor = %s WHERE seq = 1", "99")
    made = make_copy(tmp_path / "usb", MONDAY, "")
    assert made.faults == ("Isi baris 1 telah diubah setelah dicatat.",)


def test_copies_of_two_offices_do_not_mix(office: Office, tmp_path: Path) -> None:
    make_copy(tmp_path / "usb", MONDAY, "")
    # its first line as another office has it
    past_the_guards("UPDATE trust_entry SET hash = %s WHERE seq = 1", "c" * 64)
    with pytest.raises(CopyFault, match="kantor lain"):
        make_copy(tmp_path / "usb", MONDAY, "")


def test_the_plan_lets_old_copies_go(office: Office, tmp_path: Path) -> None:
    for day in range(12):
        make_copy(tmp_path / "usb", MONDAY + timedelta(days=day), "")
    place = find_place(tmp_path / "usb")
    assert place is not None
    kept = sorted(copy.made.astimezone(MONDAY.tzinfo).day for copy in copies_in(place))
    assert kept == [17, 18, 19, 20, 21, 22, 23]


@on_sqlite
def test_a_damaged_database_gives_no_copy_and_leaves_the_last_good_one(
    office: Office, tmp_path: Path
) -> None:
    make_copy(tmp_path / "usb", MONDAY, "")
    broken = tmp_path / "rusak.sqlite3"
    with closing(sqlite3.connect(str(connection.settings_dict["NAME"]))) as database:
        database.execute("VACUUM INTO ?", (str(broken),))
    whole = broken.read_bytes()
    broken.write_bytes(whole[:8192] + bytes(len(whole) - 8192))
    told = connection.settings_dict
    before, told["NAME"] = told["NAME"], broken
    try:
        with pytest.raises(CopyFault, match=r"rusak .* Cadangan yang lalu tetap ada"):
            make_copy(tmp_path / "usb", MONDAY + timedelta(days=1), "")
    finally:
        told["NAME"] = before
    place = find_place(tmp_path / "usb")
    assert place is not None and len(copies_in(place)) == 1


@on_sqlite
def test_a_copy_that_lacks_a_line_has_the_database_of_that_moment(
    office: Office, data: Path, tmp_path: Path
) -> None:
    made = make_copy(tmp_path / "usb", MONDAY, "")
    with closing(sqlite3.connect(made.written.copy.folder / "runut.sqlite3")) as database:
        (lines,) = database.execute("SELECT count(*) FROM trust_entry").fetchone()
    assert lines == Entry.objects.count()
    assert read_contents(made.written.copy, None) == made.written.contents
    assert list((data / "sementara").iterdir()) == []
