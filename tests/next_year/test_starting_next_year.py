"""Next year in one step: the same people, the next dates, and what last year left open."""

import re
from datetime import timedelta

import pytest

from runut.core.findings import Refused
from runut.files.write.html import write_html
from runut.office.acts.sending import Doer
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.next_year.actions import start_next_year
from runut.office.next_year.handing_over import handover_paper
from runut.office.next_year.models import Continuation
from runut.office.next_year.queries import last_year, year_before
from runut.office.reports.models import SectionText
from runut.office.trust.models import Entry
from runut.office.works.rapat.models import Meeting, Resolution
from tests.kantor import MONDAY, kantor, kasus
from tests.works.running import browser, first_form, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> ExampleOffice:
    return kantor(figures=True)


@pytest.fixture
def ended(office: ExampleOffice) -> Case:
    """LAKIP 2025 as it looks when it has ended; how it ended is told elsewhere."""
    case = kasus(office)
    Case.objects.filter(pk=case.pk).update(status="selesai")
    case.refresh_from_db()
    return case


def url(case: Case, rest: str = "tahun-berikutnya/") -> str:
    return f"/pelaksanaan/{case.pk}/{rest}"


def test_the_next_report_starts_with_the_people_and_dates_of_the_next_year(
    office: ExampleOffice, ended: Case
) -> None:
    rina = browser(office, "rina")
    assert url(ended) in text(rina.get(url(ended, "")))
    answer = first_form(rina, url(ended)).send(rina)
    new = Case.objects.get(tahun=2026)
    assert answer.url == url(new, "")
    assert (new.judul, new.batas.isoformat(), new.laporan) == ("LAKIP 2026", "2027-02-28", "lakip")
    assert {m.person.username for m in new.members.all()} == {
        m.person.username for m in ended.members.all()
    }
    assert year_before(new) == ended
    assert Entry.objects.filter(kind="kasus.lanjutan", subject=f"kasus:{new.pk}").exists()
    assert "LAKIP 2026</a>" in text(rina.get(url(ended)))


def test_who_has_left_is_not_proposed_again(office: ExampleOffice, ended: Case) -> None:
    budi = office.people["budi"]
    budi.is_active = False
    budi.save()
    rina = browser(office, "rina")
    first_form(rina, url(ended)).send(rina)
    new = Case.objects.get(tahun=2026)
    assert "budi" not in {m.person.username for m in new.members.all()}


def test_it_is_started_once_however_often_it_is_asked(office: ExampleOffice, ended: Case) -> None:
    roles = office.roles()
    first, second = (
        start_next_year(
            ended,
            office.sop,
            roles,
            Doer(office.people["rina"], MONDAY),
            judul=f"LAKIP 2026 {number}",
            batas=None,
        )
        for number in (1, 2)
    )
    assert isinstance(first, Case)
    assert isinstance(second, Refused) and "sudah dimulai" in second.reason
    assert Continuation.objects.count() == 1 and Case.objects.filter(tahun=2026).count() == 1


def test_a_case_without_report_has_no_next_year(office: ExampleOffice, ended: Case) -> None:
    Case.objects.filter(pk=ended.pk).update(laporan="")
    ended.refresh_from_db()
    refused = start_next_year(
        ended,
        office.sop,
        office.roles(),
        Doer(office.people["rina"], MONDAY),
        judul="x",
        batas=None,
    )
    assert isinstance(refused, Refused)
    assert browser(office, "rina").get(url(ended)).status_code == 404


def test_who_may_not_start_sops_is_shown_no_way_to_it(office: ExampleOffice, ended: Case) -> None:
    dewi = browser(office, "dewi")
    assert "tahun-berikutnya" not in text(dewi.get(url(ended, "")))
    assert dewi.get(url(ended)).status_code == 404


def test_open_decisions_plans_and_words_of_last_year_can_be_read(
    office: ExampleOffice, ended: Case
) -> None:
    meeting = Meeting.objects.create(
        office=office.office,
        case=ended,
        occasion="1",
        acara="Rapat",
        tempat="Aula",
        mulai=MONDAY,
        selesai=MONDAY + timedelta(hours=1),
    )
    for number, (isi, status) in enumerate((("Lengkapi bukti", "terbuka"), ("Sudah", "selesai"))):
        Resolution.objects.create(
            office=office.office,
            meeting=meeting,
            urutan=number + 1,
            section_key="x",
            section_title="x",
            isi=isi,
            status=status,
        )
    SectionText.objects.create(
        office=office.office,
        case=ended,
        key="bab4.simpulan",
        versi=1,
        teks="Simpulan tahun lalu.",
        ditulis_oleh=office.people["budi"],
        ditulis_pada=MONDAY,
    )
    rina = browser(office, "rina")
    first_form(rina, url(ended)).send(rina)
    new = Case.objects.get(tahun=2026)
    found = last_year(new)
    assert found is not None
    isi = [one.isi for one in found.leftovers]
    assert "Lengkapi bukti" in isi and "Sudah" not in isi
    assert any(one.dari.startswith("Rencana: ") for one in found.leftovers)
    page = text(rina.get(url(new, "tahun-lalu/")))
    assert "Lengkapi bukti" in page
    assert SectionText.objects.filter(case=new).count() == 0


def test_the_book_of_the_next_year_comes_from_the_last(office: ExampleOffice, ended: Case) -> None:
    rina = browser(office, "rina")
    page = text(rina.get(url(ended)))
    link = re.search(r'href="(/kinerja/\d+/tahun-berikutnya/)"', page)
    assert link is not None
    answer = rina.get(link[1])
    assert answer.status_code == 200 and answer.content[:2] == b"PK"
    assert "data-kinerja-2026.xlsx" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(("query", "begins"), [("", b"%PDF"), ("?format=docx", b"PK")])
def test_whoever_leaves_takes_away_a_paper_of_all_that_is_handed_over(
    office: ExampleOffice, ended: Case, query: str, begins: bytes
) -> None:
    kasus(office)
    answer = browser(office, "rina").get(f"/pelaksanaan/serah-terima/{query}")
    assert answer.content.startswith(begins)
    assert browser(office, "dewi").get("/pelaksanaan/serah-terima/").status_code == 404


def test_the_paper_names_what_runs_who_plays_what_and_what_is_in_force(
    office: ExampleOffice, ended: Case
) -> None:
    kasus(office)
    words = write_html(handover_paper(office.people["rina"], MONDAY))
    for said in ("LAKIP 2025", "1. Menugaskan Staf", "28 Februari 2026", "Budi Santoso", "Tim"):
        assert said in words
