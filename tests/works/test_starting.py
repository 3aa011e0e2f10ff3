"""A case that would come to a check which nobody may do is not started."""

import pytest

from runut.core.findings import Refused
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.sops.models import SopVersion
from tests.kantor import adopted
from tests.works.running import browser, first_form, text, try_start
from tests.works.sops import sop_text

SOP = sop_text(
    "PENERBITAN SURAT",
    ("Konseptor", "Pemeriksa"),
    ("Mengonsep surat", "Konseptor", "Bahan", "Konsep surat"),
    ("Memeriksa surat", "Pemeriksa", "Konsep surat", "Surat diparaf"),
)


@pytest.fixture
def version(example: ExampleOffice) -> SopVersion:
    return adopted(SOP, example.people["rina"])


def test_the_only_checker_who_is_the_only_maker_is_named_with_his_step(
    example: ExampleOffice, version: SopVersion
) -> None:
    answer = try_start(example, version, {"Konseptor": ["dewi"], "Pemeriksa": ["dewi"]})

    assert isinstance(answer, Refused)
    assert answer.kode == "tanpa_pemeriksa"
    assert "Langkah 2 memeriksa hasil langkah 1" in answer.reason
    assert "peran Pemeriksa" in answer.reason
    assert not Case.objects.exists()


def test_the_page_says_it_and_keeps_what_was_chosen(
    example: ExampleOffice, version: SopVersion
) -> None:
    rina, dewi = browser(example, "rina"), example.people["dewi"].pk
    form = first_form(rina, f"/pelaksanaan/mulai/{version.pk}/")

    answer = form.send(rina, judul="Surat ini", peran_0=str(dewi), peran_1=str(dewi))

    assert answer.status_code == 422
    assert "Langkah 2 memeriksa hasil langkah 1" in text(answer)
    assert "Surat ini" in text(answer)
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    "roles",
    [
        {"Konseptor": ["dewi", "joko"], "Pemeriksa": ["dewi"]},
        {"Konseptor": ["dewi"], "Pemeriksa": ["dewi", "hendra"]},
    ],
)
def test_a_second_maker_or_a_second_checker_is_enough(
    example: ExampleOffice, version: SopVersion, roles: dict[str, list[str]]
) -> None:
    assert isinstance(try_start(example, version, roles), Case)


def test_a_form_sent_again_leads_to_its_case_whatever_was_started_since(
    example: ExampleOffice, version: SopVersion
) -> None:
    rina = browser(example, "rina")
    people = {"peran_0": str(example.people["dewi"].pk), "peran_1": str(example.people["joko"].pk)}
    form = first_form(rina, f"/pelaksanaan/mulai/{version.pk}/")
    other = first_form(rina, f"/pelaksanaan/mulai/{version.pk}/")

    begun = form.send(rina, judul="Surat ini", **people)
    asked = other.send(rina, judul="Surat itu", **people)
    assert (begun.status_code, asked.status_code) == (302, 422)
    assert "sudah berjalan: Surat ini" in text(asked)
    assert other.send(rina, judul="Surat itu", lagi="on", **people).status_code == 302

    again = form.send(rina, judul="Surat ini", **people)
    assert (again.status_code, again.headers.get("Location")) == (302, begun.headers["Location"])
    assert Case.objects.count() == 2
