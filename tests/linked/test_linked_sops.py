"""A step names another SOP: it runs as a child, or is asked of somebody, and never hides."""

from datetime import timedelta

import pytest
from django.test import Client

from runut.core.case.model import Output
from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import StepRef, load
from runut.office.cases.actions import complete_step
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.linked.actions import ask_of, end_asked, start_child, tie_running
from runut.office.linked.models import LinkedWork
from runut.office.linked.queries import Reference, asked_of, reference, references_of, version_named
from runut.office.trust.models import Entry
from tests.kantor import MONDAY, adopted, kantor
from tests.works.running import browser, first_form, start, text

pytestmark = pytest.mark.django_db

PARENT = """BIRO UJI

NAMA SOP	PENERBITAN IZIN
KETERKAITAN :	PERALATAN/PERLENGKAPAN :
1. SOP Penyiapan Bahan	1. Komputer

No.	Kegiatan	Pelaksana		Mutu Baku			Keterangan
		Kasubag	Staf	Kelengkapan	Waktu	Output
1	Menugaskan Staf.	(mulai)		Permohonan	10 menit	Penugasan	Terkait SOP Penyiapan Bahan
2	Menyusun izin.		(selesai)	Penugasan	1 hari	Izin	Terkait SOP Pencetakan Blangko
"""
CHILD = """BIRO UJI

NAMA SOP	PENYIAPAN BAHAN

No.	Kegiatan	Pelaksana	Mutu Baku			Keterangan
		Staf	Kelengkapan	Waktu	Output
1	Mengumpulkan bahan.	(mulai)	Daftar	10 menit	Bahan
2	Menyerahkan bahan.	(selesai)	Bahan	10 menit	Tanda terima
"""
ROLES = {"Kasubag": ["rina"], "Staf": ["dewi"]}


@pytest.fixture
def office() -> ExampleOffice:
    return kantor()


@pytest.fixture
def parent(office: ExampleOffice) -> Case:
    return start(office, PARENT, ROLES)


def ref(parent: Case, no: str = "1") -> Reference:
    found = reference(load(parent.pk, parent.office_id), no, 1, MONDAY)
    assert found is not None
    return found


def child_of(office: ExampleOffice, parent: Case, username: str = "rina") -> Case | Refused:
    adopted(CHILD, office.people["rina"])
    version = version_named(parent.office_id, "SOP Penyiapan Bahan")
    assert version is not None
    case = load(parent.pk, parent.office_id)
    return start_child(
        case,
        ref(parent),
        version,
        {"Staf": [office.people["dewi"]]},
        Doer(office.people[username], MONDAY),
        judul="Bahan izin",
        batas=MONDAY.date() + timedelta(days=1),
    )


def test_a_case_lists_the_sops_that_its_steps_name(parent: Case) -> None:
    found = references_of(load(parent.pk, parent.office_id), MONDAY)
    assert [(one.no, one.nama, one.work) for one in found] == [
        ("1", "Penyiapan Bahan", None),
        ("2", "Pencetakan Blangko", None),
    ]


def test_the_named_sop_runs_as_a_child_and_the_parent_says_so(
    office: ExampleOffice, parent: Case
) -> None:
    child = child_of(office, parent)
    assert isinstance(child, Case)
    assert ref(parent).words == "Bahan izin: berjalan, batas 13 Januari 2026"
    assert not ref(parent).is_late
    line = Entry.objects.get(kind="kasus.terkait_dimulai")
    assert line.subject == f"kasus:{parent.pk}"
    assert "Penyiapan Bahan" in text(browser(office, "rina").get(f"/pelaksanaan/{parent.pk}/"))


def test_a_child_is_late_after_its_day_or_when_its_step_went_on_without_it(
    office: ExampleOffice, parent: Case
) -> None:
    child_of(office, parent)
    case = load(parent.pk, parent.office_id)
    tomorrow, after = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    assert [references_of(case, day)[0].is_late for day in (tomorrow, after)] == [False, True]
    done = complete_step(
        StepRef(parent.pk, "1", 1),
        Doer(office.people["rina"], MONDAY),
        outputs=[Output("Penugasan", pernyataan="lisan")],
        kelengkapan=["Permohonan"],
    )
    assert isinstance(done, Done), done
    assert ref(parent).is_late
    assert ref(parent).words.endswith("langkah ini sudah selesai tanpanya")
    page = text(browser(office, "dewi").get(f"/pelaksanaan/{parent.pk}/"))
    assert "Terlambat" in page


def test_a_child_is_started_once(office: ExampleOffice, parent: Case) -> None:
    child_of(office, parent)
    version = version_named(parent.office_id, "Penyiapan Bahan")
    assert version is not None
    again = start_child(
        load(parent.pk, parent.office_id),
        ref(parent),
        version,
        {"Staf": [office.people["dewi"]]},
        Doer(office.people["rina"], MONDAY),
        judul="Sekali lagi",
        batas=None,
    )
    assert isinstance(again, Refused) and "sudah ditangani" in again.reason
    assert not Case.objects.filter(judul="Sekali lagi").exists()


def test_who_may_not_start_sops_leaves_no_half_of_it(office: ExampleOffice, parent: Case) -> None:
    refused = child_of(office, parent, "dewi")
    assert isinstance(refused, Refused) and not LinkedWork.objects.exists()


def test_a_running_case_is_tied_to_the_step_but_never_to_itself(
    office: ExampleOffice, parent: Case
) -> None:
    running = start(office, CHILD, {"Staf": ["dewi"]})
    case, rina = load(parent.pk, parent.office_id), office.people["rina"]
    assert isinstance(tie_running(case, ref(parent), parent, Doer(rina, MONDAY)), Refused)
    assert isinstance(tie_running(case, ref(parent), running, Doer(rina, MONDAY)), Done)
    assert ref(parent).work and ref(parent).words == "Uji: berjalan"


def test_what_is_asked_of_somebody_lies_in_his_inbox_until_he_says_how_it_ended(
    office: ExampleOffice, parent: Case
) -> None:
    case, rina, joko = load(parent.pk, parent.office_id), office.people["rina"], "joko"
    day = MONDAY.date() + timedelta(days=3)
    ask_of(case, ref(parent, "2"), office.people[joko], day, Doer(rina, MONDAY))
    inbox = browser(office, joko)
    assert "Pencetakan Blangko diminta dari Saudara" in text(inbox.get("/"))
    work = LinkedWork.objects.get()
    stranger = end_asked(work, "palsu", Doer(office.people["budi"], MONDAY))
    assert isinstance(stranger, Refused)
    page = f"/terkait/{work.pk}/selesai/"
    first_form(inbox, page).send(inbox, bukti="Blangko nomor 7, di rak 2")
    assert ref(parent, "2").is_done and not asked_of(office.people[joko])
    again = end_asked(work, "kedua", Doer(office.people[joko], MONDAY))
    assert isinstance(again, Refused)
    assert LinkedWork.objects.get().bukti == "Blangko nomor 7, di rak 2"


def test_everything_goes_by_links_and_forms_alone(office: ExampleOffice, parent: Case) -> None:
    adopted(CHILD, office.people["rina"])
    rina = browser(office, "rina")
    assert f"/pelaksanaan/{parent.pk}/terkait/1/1/" in text(rina.get(f"/pelaksanaan/{parent.pk}/"))
    one = f"/pelaksanaan/{parent.pk}/terkait/1/1/"
    assert one + "mulai/" in text(rina.get(one))
    answer = first_form(rina, one + "mulai/").send(rina)
    child = LinkedWork.objects.get().child
    assert child is not None and answer.url == f"/pelaksanaan/{child.pk}/"


def test_an_sop_that_the_office_has_not_is_said_and_can_be_asked_for(
    office: ExampleOffice, parent: Case
) -> None:
    rina = browser(office, "rina")
    page = text(rina.get(f"/pelaksanaan/{parent.pk}/terkait/2/1/"))
    assert "SOP ini belum ada di kantor" in page and "/minta/" in page


@pytest.mark.parametrize("rest", ["9/1/", "1/9/", "1/1/"])
def test_what_is_not_there_or_not_his_is_not_found(parent: Case, rest: str) -> None:
    other = Client()
    stranger = parent.mulai_oleh
    stranger.pk, stranger.username = None, "orang-lain"
    stranger.save()
    other.force_login(stranger)
    assert other.get(f"/pelaksanaan/{parent.pk}/terkait/{rest}").status_code == 404


def test_an_sop_that_names_itself_has_no_child_of_itself(office: ExampleOffice) -> None:
    own = PARENT.replace("Terkait SOP Pencetakan Blangko", "Terkait SOP Penerbitan Izin")
    case = start(office, own, ROLES)
    named = [one.nama for one in references_of(load(case.pk, case.office_id), MONDAY)]
    assert named == ["Penyiapan Bahan"]


def test_the_page_of_a_result_is_for_the_two_it_concerns(
    office: ExampleOffice, parent: Case
) -> None:
    case, rina = load(parent.pk, parent.office_id), office.people["rina"]
    ask_of(case, ref(parent, "2"), office.people["joko"], MONDAY.date(), Doer(rina, MONDAY))
    page = f"/terkait/{LinkedWork.objects.get().pk}/selesai/"
    answers = {who: browser(office, who).get(page).status_code for who in ("rina", "joko", "budi")}
    assert answers == {"rina": 200, "joko": 200, "budi": 404}


def test_who_only_looks_on_arranges_nothing(office: ExampleOffice, parent: Case) -> None:
    case, maria = load(parent.pk, parent.office_id), office.people["maria"]
    refused = ask_of(case, ref(parent), maria, MONDAY.date(), Doer(maria, MONDAY))
    assert isinstance(refused, Refused) and refused.kode == "bukan_pelaksana"
    page = text(browser(office, "maria").get(f"/pelaksanaan/{parent.pk}/terkait/1/1/"))
    assert "/minta/" not in page
