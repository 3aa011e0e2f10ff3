"""Kelola pelaksanaan: who does what, name, due day, pauses and end, each with its reason."""

import json
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from runut.office.cases.acting import load
from runut.office.cases.manage import warnings
from runut.office.cases.models import Case, CaseMember, TaskHolder
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Right
from runut.office.verification.verify import verify_all
from tests.substitutes.recording import go_on

pytestmark = pytest.mark.django_db
Browser = Callable[[str], Client]


@pytest.fixture
def url(case: Case) -> str:
    return f"/pelaksanaan/{case.pk}/kelola/"


def send(client: Client, url: str, **fields: object) -> int:
    key = client.get(url).context["form"]["kunci"].value()
    return client.post(url, {"kunci": key, "alasan": "Sesuai arahan.", **fields}).status_code


def state(case: Case):  # type: ignore[no-untyped-def]
    return load(case.pk, case.office_id).state


def told(browser: Browser, case: Case) -> str:
    page = browser("rina").get(f"/pelaksanaan/{case.pk}/riwayat/").content.decode()
    return page.replace("\N{NO-BREAK SPACE}", " ")


def test_the_live_form_leads_to_it(case: Case, url: str, browser: Browser) -> None:
    assert url in browser("rina").get(f"/pelaksanaan/{case.pk}/").content.decode()
    page = browser("rina").get(url).content.decode()
    for word in ("Langkah yang terbuka", "Pemegang peran", "Tunda", "Batalkan", "Serahkan"):
        assert word in page
    others = browser("budi").get(url).content.decode()
    assert "Batalkan" not in others
    assert "Rina Astuti" in others


def test_a_new_holder_has_the_open_step_in_his_inbox(
    example: ExampleOffice, case: Case, url: str, browser: Browser
) -> None:
    """Seen: the inboxes kept the old holders of a step that was open already."""
    go_on(case, "2")
    actors = list(state(case).roles)
    role = f"{url}peran/{actors.index('Staf') + 1}/"
    maria = example.people["maria"]
    assert send(browser("rina"), role, pemegang=[maria.pk]) == 302
    assert state(case).roles["Staf"] == (maria.ref,)
    holders = TaskHolder.objects.filter(task__case=case, task__no="2")
    assert list(holders.values_list("person_id", flat=True)) == [maria.pk]
    assert CaseMember.objects.filter(case=case, person=maria).exists()
    assert "mengganti pemegang peran Staf; sekarang Maria Goreti" in told(browser, case)
    assert not verify_all()


def test_an_open_step_is_handed_to_another_holder(
    example: ExampleOffice, case: Case, url: str, browser: Browser
) -> None:
    go_on(case, "2")
    joko = example.people["joko"]
    assert send(browser("rina"), f"{url}langkah/2/", orang=joko.pk, putaran=1) == 302
    assert state(case).step("2").assignee == joko.ref
    assert "menugaskan langkah 2 kepada Joko" in told(browser, case)
    assert browser("rina").get(f"{url}langkah/9/").status_code == 404, "not open"
    # who has it may hand it on himself; somebody else may not
    dewi = example.people["dewi"]
    assert send(browser("joko"), f"{url}langkah/2/", orang=dewi.pk, putaran=1) == 302
    assert browser("hendra").get(f"{url}langkah/2/").status_code == 403


def test_a_lack_of_qualification_is_said_before_a_step_is_handed_on(
    example: ExampleOffice, case: Case, url: str, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on(case, "2")
    monkeypatch.setattr(warnings, "UNQUALIFIED", f"{__name__}.lacks_training")
    page = browser("rina").get(f"{url}langkah/2/").content.decode()
    assert "Joko Prasetyo, S.Kom. belum mengikuti pelatihan" in page


def lacks_training(person, version):  # type: ignore[no-untyped-def]
    return f"{person.nama} belum mengikuti pelatihan SAKIP."


def test_name_and_due_day_change_with_their_lines(case: Case, url: str, browser: Browser) -> None:
    rina = browser("rina")
    assert send(rina, f"{url}nama/", judul="LAKIP 2025 perbaikan") == 302
    assert send(rina, f"{url}batas/", batas="2026-03-10") == 302
    row = Case.objects.get(pk=case.pk)
    assert (row.judul, row.batas) == ("LAKIP 2025 perbaikan", date(2026, 3, 10))
    history = told(browser, case)
    assert "mengganti nama pelaksanaan menjadi “LAKIP 2025 perbaikan”" in history
    assert "mengubah batas waktu menjadi 10 Maret 2026" in history
    assert "Sesuai arahan." in history
    assert send(rina, f"{url}batas/", batas="2025-03-10") == 422
    assert not verify_all()


def test_a_row_that_says_another_name_than_its_events_is_found(
    case: Case, url: str, browser: Browser
) -> None:
    send(browser("rina"), f"{url}nama/", judul="LAKIP 2025 perbaikan")
    Case.objects.filter(pk=case.pk).update(judul="LAKIP lain")
    assert [found.kode for found in verify_all()] == ["baris.diubah", "kasus.berbeda"]


def test_it_is_paused_and_resumed(case: Case, url: str, browser: Browser) -> None:
    rina = browser("rina")
    assert send(rina, f"{url}tunda/") == 302
    assert Case.objects.get(pk=case.pk).status == "ditunda"
    assert "Lanjutkan" in rina.get(url).content.decode()
    assert send(rina, f"{url}lanjut/") == 302
    assert Case.objects.get(pk=case.pk).status == "berjalan"
    assert send(rina, f"{url}tunda/", alasan=" ") == 422


def test_it_is_cancelled_only_after_a_yes(case: Case, url: str, browser: Browser) -> None:
    rina = browser("rina")
    assert send(rina, f"{url}batal/") == 422
    assert Case.objects.get(pk=case.pk).status == "berjalan"
    assert send(rina, f"{url}batal/", yakin="on") == 302
    assert Case.objects.get(pk=case.pk).status == "dibatalkan"
    assert rina.get(f"{url}nama/").status_code == 302, "nothing is left to change"


def test_the_management_is_handed_on_with_all_its_powers(
    example: ExampleOffice, case: Case, url: str, browser: Browser
) -> None:
    assert browser("joko").get(f"{url}tunda/").status_code == 403
    joko = example.people["joko"]
    assert send(browser("rina"), f"{url}pengelola/", orang=joko.pk) == 302
    assert Case.objects.get(pk=case.pk).pengelola_id == joko.pk
    assert send(browser("joko"), f"{url}tunda/") == 302
    assert not verify_all()


def test_who_may_start_or_keeps_the_office_manages_what_others_started(
    example: ExampleOffice, case: Case, url: str, browser: Browser
) -> None:
    for right in (Right.START, Right.KANTOR):
        example.people["maria"].grants.all().delete()
        example.people["maria"].grants.create(office=example.office, right=right)
        assert send(browser("maria"), f"{url}nama/", judul=f"LAKIP {right}") == 302
    example.people["maria"].grants.all().delete()
    example.people["maria"].grants.create(office=example.office, right=Right.AUDIT)
    assert browser("maria").get(f"{url}nama/").status_code == 403


def test_a_case_of_another_office_does_not_exist(url: str) -> None:
    from tests.security.offices import make_office  # noqa: PLC0415 - slow to make

    client = Client()
    client.force_login(make_office("b").people["rina"])
    for path in ("", "nama/", "peran/1/", "langkah/1/"):
        assert client.get(url + path).status_code == 404


def test_a_case_stored_before_it_could_be_kept_so_is_still_sound(case: Case) -> None:
    row = Case.objects.get(pk=case.pk)
    snapshot = json.loads(row.snapshot)
    for name in ("manager", "judul", "due"):
        del snapshot[name]
    Case.objects.filter(pk=case.pk).update(snapshot=json.dumps(snapshot))
    assert not verify_all()
    snapshot["started_by"] = "0"
    Case.objects.filter(pk=case.pk).update(snapshot=json.dumps(snapshot))
    assert [found.kode for found in verify_all()] == ["kasus.berbeda"]
