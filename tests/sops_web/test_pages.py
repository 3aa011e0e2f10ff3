"""The pages of the register: light on the database, and with what there is to take away."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from runut.core.sop.text.parse import read_sop_text
from runut.office.example.office import ExampleOffice
from runut.office.sops.draft import sop_of
from runut.office.sops.models import SopVersion
from tests.sops_web.proposals import taken

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15
Counting = Callable[[int], AbstractContextManager[CaptureQueriesContext]]


def test_no_page_asks_the_database_often(
    rina: Client, django_assert_max_num_queries: Counting
) -> None:
    version = taken(rina)
    rina.post(f"/sop/{version.pk}/catatan/", {"kunci": "k", "versi": 1, "perbaikan": "*"})
    pk = SopVersion.objects.latest("pk").pk
    pages = ("", "baru/", *(f"{pk}/{page}" for page in ("", "periksa/", "catatan/", "beda/")))
    for page in (*pages, f"{pk}/adopsi/", "?semua=1"):
        with django_assert_max_num_queries(MOST_QUERIES):
            assert rina.get(f"/sop/{page}").status_code == 200, page


def test_old_texts_are_out_of_the_way_until_they_are_asked_for(rina: Client) -> None:
    version = taken(rina)
    rina.post(f"/sop/{version.pk}/catatan/", {"kunci": "k", "versi": 1, "perbaikan": "*"})
    link = f"/sop/{version.pk}/"
    assert link not in rina.get("/sop/").content.decode()
    assert link in rina.get("/sop/?semua=1").content.decode()


@pytest.mark.parametrize(
    ("name", "head"),
    [("pdf", b"%PDF-"), ("docx", b"PK"), ("xlsx", b"PK"), ("svg", b"<"), ("bpmn", b"<?xml")],
)
def test_the_drawn_form_can_be_taken_away(
    rina: Client, example: ExampleOffice, name: str, head: bytes
) -> None:
    answer = rina.get(f"/sop/{example.sop.pk}/unduh/{name}/")
    assert answer.content.startswith(head)
    filename = (
        f'filename="penyusunan-laporan-akuntabilitas-kinerja-instansi-pemerintah-revisi-1.{name}"'
    )
    assert filename in answer.headers["Content-Disposition"]


def test_the_file_as_handed_in_and_the_text_can_be_taken_away(
    rina: Client, example: ExampleOffice
) -> None:
    text = rina.get(f"/sop/{example.sop.pk}/unduh/txt/").content.decode()
    assert read_sop_text(text)[0] == sop_of(example.sop)
    original = rina.get(f"/sop/{example.sop.pk}/unduh/asli/")
    assert b"SEFPR" in original.content
    assert original.headers["Content-Type"] == "application/octet-stream"
    assert rina.get(f"/sop/{example.sop.pk}/unduh/exe/").status_code == 404


def test_a_draft_is_worked_on_and_an_adopted_text_is_not(
    rina: Client, example: ExampleOffice
) -> None:
    url = f"/sop/{example.sop.pk}/periksa/"
    assert rina.get(url).headers["Location"] == f"/sop/{example.sop.pk}/"
    assert rina.get("/sop/987654/periksa/").status_code == 404
