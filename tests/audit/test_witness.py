"""A checkpoint kept outside of the machine: a file or a printed code tells what was done since."""

import argparse
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core import mail

from runut.core.trust.checkpoint import read_code
from runut.office.people.models import Office, OfficeProfile, Person, Right
from runut.office.running import CannotRun
from runut.office.running.verify import run
from runut.office.trust.append import Act, append
from runut.office.trust.checkpoints import checkpoint_now, code_now, is_due
from runut.office.trust.mailed import mail_checkpoints
from runut.office.trust.models import Entry
from tests.audit.chain import LATER, links, rewrite, verified
from tests.databases import lift_guards, sql

pytestmark = pytest.mark.django_db


def compared(capsys: pytest.CaptureFixture[str], titik: str, **more: bool) -> tuple[int, str]:
    """``runut verify --titik …``."""
    capsys.readouterr()
    status = run(argparse.Namespace(titik=titik, **more))
    return status, capsys.readouterr().out


def test_a_printed_code_fits_the_chain_it_was_printed_from(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    code = code_now(office.pk)
    append(office.pk, [Act("lain.lagi", "kantor:1", {})], actor="", at=LATER)
    status, said = compared(capsys, code.lower())
    assert (status, "cocok dengan baris" in said, "2026-01-12" in said) == (0, True, True)


def test_everything_written_anew_is_told_by_the_printed_code_alone(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    """Chain, hashes, head, the folder of checkpoints: all of it was made anew."""
    code = code_now(office.pk)
    lift_guards()
    chain = links(office)
    rewrite(office, [replace(chain[0], row=replace(chain[0].row, actor="999")), *chain[1:]])
    assert verified(capsys)[0] == 0, "within the machine nothing is left to tell it"
    status, said = compared(capsys, code)
    assert status == 1
    assert f"Titik periksa {code} tidak cocok" in said


def test_an_older_copy_of_the_whole_folder_is_told_and_dated(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    before = links(office)
    append(office.pk, [Act("lain.lagi", "kantor:1", {})], actor="", at=LATER + timedelta(days=3))
    code = code_now(office.pk)
    lift_guards()
    rewrite(office, before)
    status, said = compared(capsys, code)
    assert status == 1
    assert f"berakhir di baris {len(before)}, 2026-01-12" in said


def test_a_kept_file_tells_the_same_where_the_folder_of_checkpoints_was_emptied(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    kept = tmp_path / "usb.txt"
    checkpoint_now(LATER).rename(kept)
    lift_guards()
    rewrite(office, links(office)[:-3])
    status, said = compared(capsys, str(kept))
    assert status == 1
    assert "padahal titik periksa pada 2026-01-12 pukul 09:00 UTC mencatat" in said


def test_a_checkpoint_that_was_taken_away_or_exchanged_is_named_with_its_time(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    first = checkpoint_now(LATER)
    second = checkpoint_now(LATER + timedelta(hours=1))
    assert verified(capsys)[0] == 0
    first.unlink()
    second.write_text(second.read_text() + "\n")
    status, said = verified(capsys)
    assert status == 1
    assert f"Titik periksa {first.name} (2026-01-12T09:00:00.000000Z) tidak ada lagi" in said
    assert f"Titik periksa {second.name}" in said and "bukan lagi berkas" in said


def test_a_checkpoint_is_due_only_after_something_else_was_done(office: Office) -> None:
    checkpoint_now(LATER)
    assert not is_due()
    append(office.pk, [Act("lain.lagi", "kantor:1", {})], actor="", at=LATER)
    assert is_due()


@pytest.mark.parametrize("given", ["12-34", "tidak-ada.txt", "123-ABCD-ABCD-ABCD"])
def test_what_is_no_checkpoint_is_refused_in_a_sentence(office: Office, given: str) -> None:
    assert read_code(given) is None
    with pytest.raises(CannotRun, match="bukan kode titik periksa"):
        run(argparse.Namespace(titik=given))


def test_only_what_is_recent_is_looked_at_when_that_is_asked(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoint_now(LATER)
    sql("UPDATE people_person SET nama = 'Lain' WHERE username = 'budi'")
    status, said = compared(capsys, "", baru=True)
    assert (status, "sejak titik periksa terakhir" in said) == (0, True)
    fresh = Act("lain.lagi", "kantor:1", {})
    append(office.pk, [fresh], actor="", at=LATER)
    lift_guards()
    sql("UPDATE trust_entry SET actor = '9' WHERE kind = 'lain.lagi'")
    assert compared(capsys, "", baru=True)[0] == 1


def test_it_is_mailed_once_a_day_to_those_who_watch(office: Office) -> None:
    server = {"host": "surat.contoh.go.id", "pengirim": "kantor@contoh.go.id"}
    OfficeProfile.objects.update_or_create(office=office, defaults={"surat_elektronik": server})
    watcher = Person.objects.filter(office=office, grants__right=Right.AUDIT)[:1]
    Person.objects.filter(pk__in=watcher).update(email="pengawas@contoh.go.id")
    assert mail_checkpoints(LATER) == 0, "there is none yet"
    checkpoint_now(LATER)
    watching = mail_checkpoints(LATER)
    assert watching == 1
    assert mail.outbox[0].bcc == ["pengawas@contoh.go.id"]
    assert mail_checkpoints(LATER + timedelta(minutes=5)) == 0
    assert mail_checkpoints(LATER + timedelta(days=1)) == watching
    letter = mail.outbox[0]
    assert "runut verify --titik" in letter.body
    assert letter.attachments[0][0].endswith(".txt")
    assert Entry.objects.filter(office=office, kind="titik_periksa.dikirim").count() == 2
    assert Path(django_settings.DATA_DIR, "titik-periksa").is_dir()
