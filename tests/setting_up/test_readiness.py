"""*Siap dijalankan?* says before step 1 what will be missing, at which step, and who mends it."""

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import Settings

from runut.office import clock
from runut.office import lacks as register
from runut.office.cases.acting import definition_for
from runut.office.example.office import ExampleOffice
from runut.office.lacks import Lack, gather
from runut.office.people.address import public_url
from runut.office.people.models import Appointment, Grant, Office, OfficeProfile, Person, Right
from tests.kantor import MONDAY, kantor
from tests.setting_up.offices import browser, founded

pytestmark = pytest.mark.django_db
DAY = MONDAY.date()


@pytest.fixture
def example() -> ExampleOffice:
    return kantor()


@pytest.fixture
def rina(example: ExampleOffice) -> Client:
    return browser(example.people["rina"])


def lacks_of(example: ExampleOffice, day: date = DAY) -> list[Lack]:
    return gather(Office.objects.get(), day, definition_for(example.sop))


def blocking(example: ExampleOffice, day: date = DAY) -> list[Lack]:
    return [lack for lack in lacks_of(example, day) if lack.is_blocking]


def free(example: ExampleOffice, peran: str) -> None:
    Appointment.objects.filter(office=example.office, peran=peran).delete()


def test_an_example_office_has_what_its_sop_needs(example: ExampleOffice) -> None:
    assert blocking(example) == []


def test_a_role_without_holder_is_named_with_its_steps(example: ExampleOffice) -> None:
    free(example, "Karo")
    (lack,) = blocking(example)
    assert "Belum ada pegawai untuk peran Karo." in lack.what
    assert lack.later.startswith("Langkah 9 tidak dapat dikerjakan")


def test_a_role_that_was_held_only_until_yesterday_is_missing_today(
    example: ExampleOffice,
) -> None:
    Appointment.objects.filter(peran="Karo").update(selesai=date(2026, 1, 11))
    assert len(blocking(example)) == 1
    assert blocking(example, date(2026, 1, 11)) == []


def test_a_role_written_otherwise_is_recognised(example: ExampleOffice) -> None:
    Appointment.objects.filter(peran="Kasubag").update(peran="Kasubbag")
    found = " ".join(lack.what for lack in blocking(example))
    assert "Yang mirip: “Kasubbag” (Rina Astuti" in found


def test_one_who_would_write_and_check_alone_is_told(example: ExampleOffice) -> None:
    rina = example.people["rina"]
    free(example, "Tim")
    Appointment.objects.create(
        office=example.office, person=rina, jabatan="Tim", peran="Tim", mulai=DAY
    )
    (lack,) = blocking(example)
    assert "menyusun dan memeriksa" in lack.what
    assert "Langkah 7 memeriksa hasil langkah" in lack.later


def test_a_signer_without_nip_or_post_is_told_at_his_step(example: ExampleOffice) -> None:
    Person.objects.filter(username="andreas").update(nip="")
    Appointment.objects.filter(peran="Karo").update(jabatan="")
    (lack,) = [one for one in lacks_of(example) if "penanda tangan" in one.what]
    assert "NIP dan nama jabatan" in lack.what and "langkah 9" in lack.later


def test_an_office_without_kop_code_and_town_is_told(example: ExampleOffice) -> None:
    Office.objects.update(kop=[], kode="", kota="")
    what = [lack.what for lack in lacks_of(example)]
    assert {"Belum ada baris kop.", "Belum ada kode kantor.", "Belum ada kota."} <= set(what)


@pytest.mark.parametrize(
    ("url", "is_missing"),
    [
        ("http://127.0.0.1:8000", True),
        ("http://localhost", True),
        ("http://[::1]:8000", True),
        ("http://192.168.1.10:8000", False),
        ("https://runut.kantor.go.id", False),
    ],
)
def test_an_address_that_telephones_cannot_open_is_told(
    example: ExampleOffice, url: str, is_missing: bool
) -> None:
    OfficeProfile.objects.create(office=example.office, alamat_publik=url)
    assert any("Alamat publik" in lack.what for lack in lacks_of(example)) is is_missing


def test_papers_name_the_address_that_the_office_set(
    example: ExampleOffice, settings: Settings
) -> None:
    from runut.office.people.address import verification_of  # noqa: PLC0415

    settings.PUBLIC_URL = "http://10.0.0.1:8000"
    assert verification_of("ABC") == "http://10.0.0.1:8000/v/ABC"
    OfficeProfile.objects.create(office=example.office, alamat_publik="http://10.0.0.7:8000")
    assert verification_of("ABC") == "http://10.0.0.7:8000/v/ABC"
    assert public_url() == "http://10.0.0.7:8000"


def test_nobody_who_may_load_figures_is_told(example: ExampleOffice) -> None:
    Grant.objects.filter(right=Right.KINERJA).delete()
    assert any("Mengelola data kinerja" in lack.what for lack in lacks_of(example))


def test_mail_that_was_put_off_on_purpose_is_not_told_again(example: ExampleOffice) -> None:
    from runut.office.kantor.actions import mark  # noqa: PLC0415
    from runut.office.kantor.models import SetupStep  # noqa: PLC0415
    from runut.office.kantor.sections import MAIL  # noqa: PLC0415

    assert any("surel" in lack.what for lack in lacks_of(example))
    mark(example.office, MAIL, SetupStep.State.DILEWATI)
    assert not any("surel" in lack.what for lack in lacks_of(example))


def test_the_page_of_a_start_tells_in_short_and_leads_to_the_whole(
    example: ExampleOffice, rina: Client
) -> None:
    free(example, "Karo")
    page = rina.get(f"/pelaksanaan/mulai/{example.sop.pk}/").content.decode()
    assert "Ada yang menghalangi" in page and "Langkah 9" in page
    link = f"/kantor/siap/{example.sop.pk}/"
    assert f'href="{link}"' in page
    whole = rina.get(link).content.decode()
    assert "Belum ada pegawai untuk peran Karo" in whole
    for url in re.findall(r'class="btn[^"]*" href="([^"]+)"', whole):
        assert rina.get(url).status_code == 200, url


def test_who_may_start_and_not_mend_is_told_whom_to_ask(example: ExampleOffice) -> None:
    budi = example.people["budi"]
    Grant.objects.create(office=example.office, person=budi, right=Right.START)
    page = browser(budi).get(f"/kantor/siap/{example.sop.pk}/").content.decode()
    assert "dilengkapi oleh Rina Astuti" in page
    assert "/kantor/alamat/" not in page
    sari = browser(example.people["sari"])
    assert sari.get(f"/kantor/siap/{example.sop.pk}/").status_code == 403


def test_the_office_alone_is_asked_too(
    example: ExampleOffice, rina: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    page = rina.get("/kantor/siap/").content.decode()
    assert "Alamat publik" in page and f"/kantor/siap/{example.sop.pk}/" in page
    asked = len(gather(example.office, DAY, None))
    assert asked > 1 and f"{asked} hal masih kurang" in rina.get("/kantor/").content.decode()


def test_a_new_office_is_told_all_it_lacks() -> None:
    office = founded().office
    what = " ".join(lack.what for lack in gather(office, DAY, None))
    for word in ("baris kop", "kode kantor", "kota", "Alamat publik", "surel"):
        assert word in what


def test_every_room_is_asked_and_what_it_says_is_told_in_sentences(
    example: ExampleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = ("tests.setting_up.a_room",)
    monkeypatch.setattr(register, "SOURCES", told)
    found = gather(example.office, DAY, None)
    assert [lack.what for lack in found] == ["Yang berat.", "Yang ringan."]
