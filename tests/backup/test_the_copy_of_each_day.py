"""The worker makes a copy each day by itself, and says to whom it concerns when it cannot."""

import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from runut.office.backup.last import LastCopies, ask, last_copies, remember
from runut.office.people.models import Office, OfficeProfile, Person
from runut.office.running import CannotRun, copying, lock
from tests.kantor import MONDAY
from tests.setting_up.offices import browser

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def usb(office: Office, tmp_path: Path) -> Path:
    folder = tmp_path / "usb"
    folder.mkdir()
    OfficeProfile.objects.update_or_create(office=office, defaults={"tempat_cadangan": str(folder)})
    return folder


def test_without_a_place_nothing_is_copied(office: Office) -> None:
    assert copying.tick(MONDAY) is None
    assert last_copies() == LastCopies()


def test_the_first_is_made_at_once_and_then_one_each_day(usb: Path) -> None:
    at = [hour for hour in range(0, 73, 6) if copying.tick(MONDAY + hour * HOUR)]
    assert at == [0, 24, 48, 72]
    assert last_copies().at == MONDAY + 3 * DAY


def test_one_that_was_asked_for_is_made_before_its_time(usb: Path) -> None:
    copying.tick(MONDAY)
    ask(MONDAY + HOUR)
    assert copying.tick(MONDAY + HOUR)
    assert copying.tick(MONDAY + 2 * HOUR) is None


def test_a_new_place_gets_its_copy_at_once(usb: Path, tmp_path: Path) -> None:
    copying.tick(MONDAY)
    (tmp_path / "lain").mkdir()
    OfficeProfile.objects.update(tempat_cadangan=str(tmp_path / "lain"))
    assert copying.tick(MONDAY + HOUR)


def test_a_clock_that_was_set_back_stops_no_copy(usb: Path) -> None:
    copying.tick(MONDAY)
    assert copying.tick(MONDAY - 30 * DAY)


def test_a_drive_that_was_pulled_out_is_not_replaced_by_its_empty_folder(usb: Path) -> None:
    copying.tick(MONDAY)
    shutil.move(usb, usb.with_name("dicabut"))
    usb.mkdir()
    with pytest.raises(CannotRun, match="tidak terpasang"):
        copying.tick(MONDAY + DAY)
    assert list(usb.iterdir()) == []
    assert copying.tick(MONDAY + DAY + HOUR / 2) is None  # it is tried again after an hour
    usb.rmdir()
    shutil.move(usb.with_name("dicabut"), usb)
    assert copying.tick(MONDAY + DAY + HOUR)
    assert last_copies().failed == ""


def test_a_folder_that_is_not_there_is_not_made_by_the_worker(usb: Path) -> None:
    """As after a restore on another computer."""
    usb.rmdir()
    with pytest.raises(CannotRun, match="tidak terpasang"):
        copying.tick(MONDAY)
    assert not usb.exists()


def test_why_it_failed_is_remembered_beside_the_last_good_one(usb: Path) -> None:
    copying.tick(MONDAY)
    marker = usb / "runut-cadangan.json"
    marker.write_text("{}")
    with pytest.raises(CannotRun, match="rusak"):
        copying.tick(MONDAY + DAY)
    known = last_copies()
    assert (known.at, known.tried) == (MONDAY, MONDAY + DAY)
    assert str(marker) in known.failed


HOLDER = """
import fcntl, os, sys
handle = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o600)
fcntl.lockf(handle, fcntl.LOCK_EX)
print("terkunci", flush=True)
sys.stdin.read()
"""


def test_a_second_one_at_the_same_time_is_refused_and_blames_nothing(
    usb: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_PATIENCE_S", 0)
    words = [sys.executable, "-c", HOLDER, str(data / lock.COPY_LOCK)]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None and other.stdout.readline()
        with pytest.raises(CannotRun, match="Cadangan lain sedang dibuat"):
            copying.tick(MONDAY)
        other.communicate()
    assert last_copies() == LastCopies()
    assert copying.tick(MONDAY)


def page() -> str:
    return browser(Person.objects.get(username="ratna")).get("/kantor/cadangan/").content.decode()


def inbox() -> str:
    return browser(Person.objects.get(username="ratna")).get("/").content.decode()


def test_the_page_says_how_the_last_one_went(usb: Path) -> None:
    assert "Belum ada cadangan" in page()
    copying.tick(MONDAY)
    words = page()
    assert "12 Januari 2026 pukul 08.00 WIB" in words and "tidak tersandi" in words
    # made on that Monday; today is long after
    assert "Cadangan terakhir sudah" in words
    remember(LastCopies(failed="Cakram penuh.", tried=MONDAY))
    assert "Cadangan terakhir gagal" in page() and "Cakram penuh." in page()


def test_who_keeps_the_office_finds_it_in_his_inbox_and_nobody_else(
    usb: Path, office: Office
) -> None:
    copying.tick(MONDAY)
    words = "Belum ada cadangan kantor yang baik sejak 12 Januari 2026"
    assert words in inbox()
    other = Person.objects.create(office=office, username="budi", nama="Budi")
    assert words not in browser(other).get("/").content.decode()
    remember(LastCopies(at=MONDAY + 365 * 10 * DAY, tried=MONDAY))
    assert words not in inbox()
