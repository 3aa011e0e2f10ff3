"""The board, the reviewer's page, the checking panel and the command line say the same."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from runut.core.kinerja.perjanjian import janji_of
from runut.core.report.lakip.review.attest import Pernyataan
from runut.core.report.lakip.sections import editable_sections
from runut.office import clock
from runut.office.cases.models import Case, Document
from runut.office.example.office import ExampleOffice
from runut.office.kinerja.actions import latest_dataset
from runut.office.kinerja.stored import data_of
from runut.office.people.models import Grant, Office, Person, Right
from runut.office.plans.models import PerjanjianKinerja
from runut.office.reports.lakip.kind import findings_of
from runut.office.reports.lakip.sources import attested, evidence_of
from runut.office.reports.models import FrozenDraft, SectionText
from tests.figures.books import client_of
from tests.kantor import MONDAY, kantor, kasus

pytestmark = pytest.mark.django_db
Counting = Callable[[int], AbstractContextManager[CaptureQueriesContext]]


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: MONDAY + timedelta(hours=1))


@pytest.fixture
def example() -> ExampleOffice:
    return kantor(figures=True)


@pytest.fixture
def case(example: ExampleOffice) -> Case:
    return kasus(example)


def page(client: Client, case: Case, name: str = "") -> str:
    shown = client.get(f"/laporan/{case.pk}/{name}")
    assert shown.status_code == 200
    return unescape(shown.content.decode())


def said_of(case: Case) -> Pernyataan:
    said = attested(Case.objects.get(pk=case.pk))
    assert said is not None
    return said


def agreement(example: ExampleOffice, **changed: Any) -> PerjanjianKinerja:
    """A signed agreement whose targets are those of the figures, unless said otherwise."""
    dataset = latest_dataset(example.office.pk, 2025)
    assert dataset is not None
    data = data_of(dataset)
    party = {"jabatan": "Kepala", "nama": "Sari", "pangkat": "", "nip": ""}
    isi = {
        "tahun": 2025,
        "revisi": 0,
        "kota": "Pontianak",
        "tanggal": "2025-01-20",
        "pertama": party,
        "kedua": party,
        "janji": [vars(replace(one, **changed)) for one in janji_of(data)],
        "program": [],
        "dasar": "",
        "uraian": "",
    }
    return PerjanjianKinerja.objects.create(
        office=example.office,
        tahun=2025,
        isi=isi,
        keadaan=PerjanjianKinerja.Keadaan.DITANDATANGANI,
        dibuat_oleh=example.people["rina"],
        dibuat_pada=MONDAY,
    )


def test_board_and_reviewers_page_tell_the_same_sentence_and_no_grade(
    example: ExampleOffice, case: Case
) -> None:
    said = said_of(case)
    for name in ("", "reviu/"):
        shown = page(client_of(example, "rina"), case, name)
        assert said.sentence in shown
        assert "nilai LKE" not in shown
        assert all(fact.kalimat in shown for fact in said.fakta)


def test_the_reviewers_page_shows_every_point_with_its_answer_and_evidence(
    example: ExampleOffice, case: Case
) -> None:
    shown = page(client_of(example, "rina"), case, "reviu/")
    for one in said_of(case).jawaban:
        assert one.pernyataan in shown and one.alasan in shown
    assert "Data kinerja 2025 versi 1, dimuat" in shown
    assert f'href="/pelaksanaan/{case.pk}/riwayat/"' in shown


def test_the_targets_agree_only_by_the_signed_record(example: ExampleOffice, case: Case) -> None:
    before = {one.nomor: one.jawab for one in said_of(case).jawaban}
    assert before["III.1"] == before["III.4"] == "perlu orang"
    row = agreement(example)
    after = {one.nomor: one.jawab for one in said_of(case).jawaban}
    assert after["I.2"] == after["III.1"] == after["III.4"] == after["3.b.3"] == "ya"
    assert "Dibandingkan dengan: Perjanjian Kinerja 2025" in page(
        client_of(example, "rina"), case, "reviu/"
    )
    row.delete()
    agreement(example, target="1")
    found = {one.nomor: one for one in said_of(case).jawaban}
    assert found["III.4"].jawab == "tidak"
    told = {one.kode for one in findings_of(Case.objects.get(pk=case.pk))}
    assert "reviu.III.4" in told, "the checking panel says it too"


def test_all_sections_written_as_yes_stand_on_the_board_as_what_they_are(
    example: ExampleOffice, case: Case
) -> None:
    dataset = latest_dataset(example.office.pk, 2025)
    assert dataset is not None
    for section in editable_sections(data_of(dataset)):
        SectionText.objects.create(
            office=example.office,
            case=case,
            key=section.key,
            versi=1,
            teks="ya",
            ditulis_oleh=example.people["rina"],
            ditulis_pada=MONDAY,
        )
    shown = page(client_of(example, "rina"), case)
    assert "20 dari 20 uraian hanya berisi kata seperti “ya”" in shown
    assert "hanya tertulis “ya”" in shown
    assert "35 dari 35" not in shown and "Semua bagian wajib" not in shown
    assert "Tanpa uraian" in shown and ">Terisi<" not in shown.split("Bagian yang ditulis orang")[1]
    assert "0 ya, " in said_of(case).sentence


def document(case: Case, versi: int, signs: Document | None = None) -> Document:
    """A draft as it is left in a case, or the PDF that was signed over it."""
    return Document.objects.create(
        office_id=case.office_id,
        case=case,
        no="6",
        round=1,
        jenis="tertanda" if signs else "draft_akhir",
        nama="LAKIP",
        versi=versi,
        kode=f"K{case.pk}{versi}",
        sha256=f"{case.pk}{versi}" * 8,
        dibuat_oleh=case.mulai_oleh,
        dibuat_pada=MONDAY,
        signs=signs,
    )


def frozen_and_signed(case: Case) -> None:
    draft = document(case, 1)
    FrozenDraft.objects.create(
        office_id=case.office_id,
        case=case,
        document=draft,
        dibekukan_oleh=case.mulai_oleh,
        data_versi=1,
        dibekukan_pada=MONDAY,
    )
    document(case, 2, draft)


def test_what_the_case_holds_answers_that_the_report_exists(case: Case) -> None:
    existence = ("3.a.1", "3.a.2", "3.a.3")
    before = {one.nomor: one.jawab for one in said_of(case).jawaban}
    assert [before[n] for n in existence] == ["terisi", "perlu orang", "perlu orang"]
    Office.objects.update(is_contoh=False)
    frozen_and_signed(case)
    after = {one.nomor: one for one in said_of(case).jawaban}
    assert [after[n].jawab for n in existence] == ["ya", "perlu orang", "ya"]
    assert after["3.a.3"].dibandingkan == "LAKIP versi 2, ditandatangani 12 Januari 2026"
    last = Case.objects.get(pk=case.pk)
    last.pk, last.tahun, last.judul = None, 2024, "LAKIP 2024"
    last.save()
    frozen_and_signed(last)
    assert {one.nomor: one.jawab for one in said_of(case).jawaban}["3.a.2"] == "ya"


def test_a_test_certificate_formalises_nothing(example: ExampleOffice, case: Case) -> None:
    frozen_and_signed(case)
    found = {one.nomor: one.jawab for one in said_of(case).jawaban}
    assert (found["3.a.1"], found["3.a.3"]) == ("ya", "perlu orang")
    shown = page(client_of(example, "rina"), case, "reviu/")
    assert "sertifikat uji tanpa kekuatan hukum" in shown


def test_another_office_does_not_see_the_review(case: Case) -> None:
    other = Office.objects.create(nama="Kantor lain", kode="L")
    stranger = Person.objects.create(office=other, username="asing", nama="Orang Asing")
    client = Client()
    client.force_login(stranger)
    assert client.get(f"/laporan/{case.pk}/reviu/").status_code == 404


@pytest.mark.parametrize("name", ["", "reviu/"])
def test_the_pages_ask_little(
    example: ExampleOffice, case: Case, name: str, django_assert_max_num_queries: Counting
) -> None:
    agreement(example)
    client = client_of(example, "rina")
    page(client, case, name)
    with django_assert_max_num_queries(15):
        page(client, case, name)


def test_without_figures_the_review_says_what_is_missing() -> None:
    empty = kantor()
    shown = page(client_of(empty, "rina"), kasus(empty), "reviu/")
    assert "Data kinerja tahun 2025 belum dimuat" in shown


def test_who_looks_on_finds_the_review_from_his_own_pages(
    example: ExampleOffice, case: Case
) -> None:
    person = example.people["rina"]
    Grant.objects.get_or_create(office=example.office, person=person, right=Right.AUDIT)
    client = client_of(example, "rina")
    for path in ("/pengawasan/", f"/pelaksanaan/{case.pk}/catatan/"):
        assert f"/laporan/{case.pk}/reviu/" in client.get(path).content.decode(), path


def test_evidence_names_only_points_of_the_forms(case: Case) -> None:
    numbers = {one.nomor for one in said_of(case).jawaban}
    assert {*evidence_of(case)} <= numbers
