"""Who had a hand in a paper gives no paraf on it: not by the page, not by hand, not by an old form.

Dewi sits in the Tim and holds the role that checks; Joko holds the checking role only.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoDbBlocker

from runut.office import clock
from runut.office.acts.sending import Doer
from runut.office.cases.actions import start_case
from runut.office.cases.models import Case, Document
from runut.office.example.office import ExampleOffice
from runut.office.sops.actions import Confirmation, adopt, take_in
from runut.office.sops.models import SopVersion
from runut.office.trust.models import Entry
from tests.kantor import MONDAY, kantor

pytestmark = pytest.mark.django_db

TEXT = """NAMA SOP	PEMERIKSAAN SURAT
No.	Kegiatan	Pelaksana			Mutu Baku			Keterangan
		Tim	Staf	Kabag	Kelengkapan	Waktu	Output
1	Menyusun surat	√			Bahan	1 jam	Surat
2	Memeriksa surat		√		Surat	1 jam	Surat diparaf
3	Memeriksa kembali surat			√	Surat diparaf	1 jam	Surat disetujui
4	Menyimpan surat		√		Surat disetujui	1 jam	Arsip
"""


@pytest.fixture(scope="module")
def example(
    data_folder: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[ExampleOffice]:
    with django_db_blocker.unblock(), transaction.atomic():
        example = kantor()
        owner = example.people["rina"]
        taken = take_in(TEXT, "surat.txt", owner, MONDAY)
        assert isinstance(taken, SopVersion)
        confirmed = Confirmation(
            {"1": ("Tim",), "2": ("Staf",), "3": ("Kabag",), "4": ("Staf",)},
            {"2": "1", "3": "1"},
            {"1": "umum", "2": "periksa", "3": "periksa", "4": "umum"},
            {"2": "paraf", "3": "paraf"},
        )
        adopted = adopt(taken, confirmed, owner, MONDAY)
        assert isinstance(adopted, SopVersion)
        yield replace(example, sop=adopted)
        transaction.set_rollback(True)


@pytest.fixture
def case(example: ExampleOffice, monkeypatch: pytest.MonkeyPatch) -> Case:
    """The letter waits for its first check; Dewi wrote it."""
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(minutes=5))
    people = example.people
    roles = {
        "Tim": [people["budi"], people["dewi"]],
        "Staf": [people["dewi"], people["joko"]],
        "Kabag": [people["hendra"]],
    }
    started = start_case(example.sop, "Surat", roles, Doer(people["rina"], MONDAY))
    assert isinstance(started, Case)
    assert send(example, started, "dewi", "1", **letter("satu")).status_code == 302
    return started


def letter(words: str) -> dict[str, Any]:
    data = b"%PDF-1.7\n" + words.encode()
    return {"kelengkapan": ["Bahan"], "berkas_0": SimpleUploadedFile("surat.pdf", data)}


def browser(example: ExampleOffice, username: str) -> Client:
    client = Client()
    client.force_login(example.people[username])
    return client


def read_now(case: Case) -> str:
    return Document.objects.filter(case=case).latest("pk").sha256


def send(
    example: ExampleOffice, case: Case, username: str, path: str, **fields: Any
) -> HttpResponse:
    sent = {"kunci": uuid4().hex, "putaran": "1", **fields}
    return browser(example, username).post(f"/pelaksanaan/{case.pk}/langkah/{path}/", sent)


def paraf(example: ExampleOffice, case: Case, username: str, **fields: Any) -> HttpResponse:
    sent = {"kelengkapan": ["Surat"], "dibaca": read_now(case), **fields}
    return send(example, case, username, "2", **sent)


def marks(case: Case) -> int:
    kind, subject = "kasus.langkah_selesai", f"kasus:{case.pk}"
    return Entry.objects.filter(kind=kind, subject=subject, payload__contains="paraf").count()


def test_her_inbox_and_her_page_do_not_offer_it(example: ExampleOffice, case: Case) -> None:
    inbox = browser(example, "dewi").get("/").content.decode()
    assert f"/pelaksanaan/{case.pk}/langkah/2/" not in inbox
    page = browser(example, "dewi").get(f"/pelaksanaan/{case.pk}/langkah/2/").content.decode()
    assert "Paraf naskah ini" not in page
    assert "tidak dapat memeriksanya sendiri" in page


def test_a_form_made_by_hand_is_refused(example: ExampleOffice, case: Case) -> None:
    answer = paraf(example, case, "dewi")
    assert answer.status_code == 403
    assert "tidak dapat memeriksanya sendiri" in answer.content.decode()
    assert marks(case) == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"on_behalf_of": "joko"},
        {"atas_nama": "joko", "by": "joko", "person": "joko"},
        {"paper": "joko", "siapa": "joko"},
        {"putaran": "2"},
        {"putaran": "0"},
        {"putaran": "-1"},
        {"dibaca": "f" * 64},
        {"dibaca": ""},
    ],
)
def test_no_field_that_is_added_or_forged_opens_a_way(
    example: ExampleOffice, case: Case, fields: dict[str, str]
) -> None:
    joko = example.people["joko"].ref
    told = {name: joko if value == "joko" else value for name, value in fields.items()}
    assert paraf(example, case, "dewi", **told).status_code in (403, 409, 422)
    assert marks(case) == 0


def test_returning_it_is_a_check_as_well(example: ExampleOffice, case: Case) -> None:
    fields = {"dibaca": read_now(case), "ke": "1", "catatan": "Perbaiki."}
    assert send(example, case, "dewi", "2/kembalikan", **fields).status_code == 403


def test_the_page_of_another_kind_does_not_complete_the_check(
    example: ExampleOffice, case: Case
) -> None:
    """The form of a general step, with a file of one's own, sent to the checking step."""
    answer = send(example, case, "dewi", "2", **letter("dua"), hasil_0="Sudah diperiksa.")
    assert answer.status_code in (403, 409, 422)
    assert marks(case) == 0 and Document.objects.filter(case=case).count() == 1


def test_a_form_that_was_opened_before_the_letter_became_hers(
    example: ExampleOffice, case: Case
) -> None:
    """Joko returns Budi's letter, Dewi writes the next; her old form of the check is worthless."""
    page = browser(example, "joko").get(f"/pelaksanaan/{case.pk}/langkah/2/").content.decode()
    read = re.search(r'name="dibaca" value="(\w+)"', page)
    assert read and read[1] == read_now(case)
    notes = {"dibaca": read[1], "ke": "1", "catatan": "Perbaiki."}
    assert send(example, case, "joko", "2/kembalikan", **notes).status_code == 302
    again = {**letter("dua"), "putaran": "2"}
    assert send(example, case, "dewi", "1", **again).status_code == 302
    for putaran in ("1", "2"):
        for dibaca in (read[1], read_now(case)):
            answer = paraf(example, case, "dewi", putaran=putaran, dibaca=dibaca)
            assert answer.status_code in (403, 409)
    assert marks(case) == 0


def test_a_paraf_on_bytes_that_were_not_read_is_refused(example: ExampleOffice, case: Case) -> None:
    """Also for Joko, who may check: what he read must be what he puts his paraf on."""
    answer = paraf(example, case, "joko", dibaca="f" * 64)
    assert answer.status_code == 409
    assert "Naskah sudah berubah" in answer.content.decode()
    assert marks(case) == 0


def test_whoever_had_no_hand_in_it_gives_the_paraf(example: ExampleOffice, case: Case) -> None:
    """Without this the refusals above would prove nothing."""
    assert paraf(example, case, "joko").status_code == 302
    assert marks(case) == 1


def test_the_check_of_an_uploaded_paper_can_be_read_again_after_it_changed(
    example: ExampleOffice, case: Case
) -> None:
    """Joko's paraf falls with a new file; his page shows the new one, whatever kind it is."""
    paraf(example, case, "joko")
    notes = {"dibaca": read_now(case), "ke": "1", "catatan": "Perbaiki."}
    assert send(example, case, "hendra", "3/kembalikan", **notes).status_code == 302
    again = {**letter("dua"), "putaran": "2"}
    assert send(example, case, "budi", "1", **again).status_code == 302
    page = browser(example, "joko").get(f"/pelaksanaan/{case.pk}/langkah/2/")
    assert page.status_code == 200
    document = Document.objects.filter(case=case).latest("pk")
    assert f"/dokumen/{document.pk}/pdf/" in page.content.decode()
    assert f'/dokumen/{document.pk}/"' not in page.content.decode()  # nothing to read on screen
