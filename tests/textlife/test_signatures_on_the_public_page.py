"""The public page names every signature of a file that somebody holds against it."""

from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from runut.office.acts.sending import Done
from runut.office.cases.documents import stored_bytes
from runut.office.cases.models import Document
from tests.textlife.stations import living_at

pytestmark = pytest.mark.django_db
CASES = Path(__file__).parents[1] / "data" / "tanda-tangan"


@pytest.fixture
def kode() -> str:
    cache.clear()
    living = living_at("tandatangan")
    assert isinstance(living.sign(), Done)
    return living.signed.kode


def held_against(kode: str, data: bytes) -> str:
    upload = SimpleUploadedFile("x.pdf", data, "application/pdf")
    answer = Client().post(f"/v/{kode}/", {"berkas": upload})
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_which_signature_fell_and_why_is_said_to_everybody(kode: str) -> None:
    page = held_against(kode, (CASES / "p1tb.pdf").read_bytes())
    assert "<strong>Pejabat a</strong>" in page and "<strong>tidak sah</strong>" in page
    assert "<strong>Pejabat b</strong>" in page and "<strong>penerbit lain</strong>" in page
    assert "ditambah setelah ditandatangani" in page
    assert "PDF ini berkata sandi" in held_against(kode, (CASES / "enc.pdf").read_bytes())
    assert "Tanda tangan di dalam berkas itu" not in held_against(kode, b"bukan pdf")


def test_what_was_put_behind_our_own_paper_is_named(kode: str) -> None:
    signed = Document.objects.get(kode=kode)
    page = held_against(kode, stored_bytes(signed, "pdf") + b"%%EOF\n")
    assert "ditambah setelah ditandatangani" in page
    assert "Sama. Berkas itu" in held_against(kode, stored_bytes(signed, "pdf"))


def test_one_address_cannot_keep_the_office_judging(kode: str) -> None:
    pdf = (CASES / "p1tb.pdf").read_bytes()
    for number in range(20):
        cache.add(f"keaslian:127.0.0.1:{number}", True, 60)
    assert "Pejabat a" not in held_against(kode, pdf)
