"""What a case can print at any time, and the surat pengantar that goes with what it made."""

from datetime import timedelta

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import load
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.letters import actions
from runut.office.letters.models import Letter
from tests.kantor import MONDAY, kantor, kasus
from tests.security.walking import forms_of

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=1)


@pytest.fixture(autouse=True)
def clock_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: LATER)


@pytest.fixture
def example() -> ExampleOffice:
    return kantor()


@pytest.fixture
def case(example: ExampleOffice) -> Case:
    return kasus(example)


def browser(example: ExampleOffice, name: str) -> Client:
    client = Client()
    client.force_login(example.people[name])
    return client


def draft(example: ExampleOffice, case: Case, by: str = "dewi") -> Done | Refused:
    opened = load(case.pk, case.office_id)
    doer = Doer(example.people[by], LATER)
    return actions.draft_covering(
        opened, doer, kepada="Kepala Biro Organisasi", di="Pontianak", tembusan=()
    )


@pytest.mark.parametrize("name", ["pdf", "docx"])
@pytest.mark.parametrize("slug", ["garis-waktu", "lembar-disposisi", "tanda-terima"])
def test_a_paper_is_drawn_when_it_is_asked_for(
    example: ExampleOffice, case: Case, slug: str, name: str
) -> None:
    answer = browser(example, "dewi").get(f"/pelaksanaan/{case.pk}/naskah/{slug}.{name}")
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF" if name == "pdf" else b"PK")


@pytest.mark.parametrize("rest", ["rahasia.pdf", "garis-waktu.exe", "lembar-kendali-paraf.pdf"])
def test_a_paper_that_there_is_not_is_not_there(
    example: ExampleOffice, case: Case, rest: str
) -> None:
    answer = browser(example, "dewi").get(f"/pelaksanaan/{case.pk}/naskah/{rest}")
    assert answer.status_code == 404


def test_the_page_of_the_case_leads_to_its_papers(example: ExampleOffice, case: Case) -> None:
    client, url = browser(example, "dewi"), f"/pelaksanaan/{case.pk}/"
    assert f"{url}naskah/" in client.get(url).content.decode()
    assert "Susun draf surat pengantar" in client.get(f"{url}naskah/").content.decode()


def test_a_surat_pengantar_waits_for_the_highest_of_the_case(
    example: ExampleOffice, case: Case
) -> None:
    assert isinstance(draft(example, case), Done)
    letter = Letter.objects.get()
    assert letter.penanda == example.people["andreas"]
    page = browser(example, "andreas").get("/").content.decode()
    assert "Surat pengantar menunggu tanda tangan Saudara" in page


def test_it_is_numbered_by_its_own_book_and_sent(example: ExampleOffice, case: Case) -> None:
    draft(example, case)
    doer = Doer(example.people["dewi"], LATER)
    assert isinstance(actions.number_letter(Letter.objects.get(), doer, nomor=""), Done)
    assert Letter.objects.get().nomor == "001/SP/ADPIM/2026"
    early = actions.send_letter(Letter.objects.get(), doer, kepada="Biro Organisasi", at=LATER)
    assert isinstance(early, Refused)


def test_who_has_no_part_in_the_case_drafts_none(example: ExampleOffice, case: Case) -> None:
    assert isinstance(draft(example, case, by="maria"), Refused)


def test_somebody_of_no_part_sees_no_letter(example: ExampleOffice, case: Case) -> None:
    draft(example, case)
    letter = Letter.objects.get()
    stranger = browser(example, "joko")
    assert stranger.get(f"/naskah-keluar/{letter.pk}/").status_code == 200
    assert stranger.get("/naskah-keluar/999999/").status_code == 404
    assert stranger.post(f"/naskah-keluar/{letter.pk}/tandatangan/", {}).status_code == 422


def test_a_numbered_letter_is_called_off_and_its_number_stays_used(
    example: ExampleOffice, case: Case
) -> None:
    draft(example, case)
    dewi, budi = example.people["dewi"], example.people["budi"]
    first = Letter.objects.get()
    assert isinstance(actions.cancel_letter(first, Doer(dewi, LATER), alasan="x"), Refused)
    actions.number_letter(first, Doer(dewi, LATER), nomor="")
    first.refresh_from_db()
    assert isinstance(actions.cancel_letter(first, Doer(budi, LATER), alasan="x"), Refused)
    client, url = browser(example, "dewi"), f"/naskah-keluar/{first.pk}/"
    form = next(form for form in forms_of(client, url) if form.url.endswith("/batalkan/"))
    assert form.send(client, alasan="").status_code == 422
    assert form.send(client, alasan="Alamatnya keliru.").status_code == 302

    books = client.get(f"/pelaksanaan/{case.pk}/naskah/").content.decode()
    assert "001/SP/ADPIM/2026" in books and "Alamatnya keliru." in books
    history = client.get(f"/pelaksanaan/{case.pk}/riwayat/").content.decode()
    assert "membatalkan Surat pengantar nomor 001/SP/ADPIM/2026" in history

    assert isinstance(draft(example, case), Done)
    second = Letter.objects.latest("pk")
    assert isinstance(actions.number_letter(second, Doer(dewi, LATER), nomor=""), Done)
    second.refresh_from_db()
    assert second.nomor == "002/SP/ADPIM/2026"
