"""Another kind of work for a step that has not begun: by who started the case, with a reason."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from runut.core.case.model import StartStep, WorkOfStep
from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import act, load
from runut.office.cases.actions import change_work
from runut.office.cases.models import Case
from runut.office.example.office import ExampleOffice
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.works.running import browser, do, first_form, pdf, start, step_url, text, try_start
from tests.works.sops import sop_text

SOP = sop_text(
    "PENERBITAN SURAT",
    ("Staf", "Kabag"),
    ("Mengonsep surat", "Staf", "Bahan", "Konsep surat"),
    ("Memeriksa surat", "Kabag", "Konsep surat", "Surat diparaf"),
    ("Menyimpan surat", "Staf", "Surat diparaf", "Arsip"),
)
REASON = "Surat ini kini ditandatangani sendiri."


@pytest.fixture
def case(example: ExampleOffice) -> Case:
    return start(example, SOP, {"Staf": ["dewi"], "Kabag": ["hendra"]})


def change(example: ExampleOffice, username: str, case: Case, no: str, **typed: Any) -> Any:
    sent = {"kunci": f"{username}-{no}", "jenis": "tandatangan", "alasan": REASON, **typed}
    return browser(example, username).post(step_url(case, no, "jenis/"), sent)


def work_of(case: Case, no: str) -> tuple[str, bool, str]:
    step = load(case.pk, case.office_id).definition.step(no)
    assert step is not None
    return step.work, step.signs, step.checks


def test_the_starter_gives_a_waiting_step_another_kind_and_history_says_why(
    example: ExampleOffice, case: Case
) -> None:
    rina = browser(example, "rina")
    assert work_of(case, "2") == ("periksa", False, "1")
    assert step_url(case, "2", "jenis/") in text(rina.get(step_url(case, "2")))
    form = first_form(rina, step_url(case, "2", "jenis/"))

    done = form.send(rina, jenis="tandatangan", alasan=REASON)

    assert done.headers["Location"] == f"/pelaksanaan/{case.pk}/"
    assert work_of(case, "2") == ("tandatangan", True, "1")
    assert REASON in text(rina.get(f"/pelaksanaan/{case.pk}/riwayat/"))
    assert verify_all() == ()
    assert do(example, "dewi", case, "1", berkas_0=pdf()).status_code == 302
    assert "Tanda tangan basah" in text(browser(example, "hendra").get(step_url(case, "2")))


def test_another_case_of_the_same_sop_keeps_the_kind_that_was_adopted(
    example: ExampleOffice, case: Case
) -> None:
    other = try_start(example, case.sop_version, {"Staf": ["joko"], "Kabag": ["hendra"]})
    assert isinstance(other, Case)

    assert change(example, "rina", case, "2").status_code == 302

    assert work_of(other, "2") == ("periksa", False, "1")


def begin(example: ExampleOffice, case: Case) -> None:
    dewi = Doer(example.people["dewi"], clock.now())
    asked = StartStep(by=dewi.person.ref, at=dewi.at, no="1", round=1)
    assert isinstance(act(case.pk, dewi, [asked]), Done)


def complete(example: ExampleOffice, case: Case) -> None:
    assert do(example, "dewi", case, "1", berkas_0=pdf()).status_code == 302


@pytest.mark.parametrize("far", [begin, complete])
def test_a_step_that_has_begun_keeps_its_kind(
    example: ExampleOffice, case: Case, far: Callable[[ExampleOffice, Case], None]
) -> None:
    far(example, case)

    answer = change(example, "rina", case, "1", jenis="penugasan")

    assert answer.status_code == 422
    assert "Langkah 1 sudah dikerjakan" in text(answer)
    assert work_of(case, "1") == ("umum", False, "")
    page = text(browser(example, "rina").get(step_url(case, "1")))
    assert step_url(case, "1", "jenis/") not in page


def test_a_step_of_which_one_actor_has_done_his_part_keeps_its_kind(
    example: ExampleOffice,
) -> None:
    sop = SOP.replace("Mengonsep surat\t√\t\t", "Mengonsep surat\t√\t√\t")
    case = start(example, sop, {"Staf": ["dewi", "joko"], "Kabag": ["hendra", "budi"]})
    page = text(browser(example, "rina").get(step_url(case, "1")))
    assert step_url(case, "1", "jenis/") in page
    assert do(example, "hendra", case, "1").status_code == 302

    answer = change(example, "rina", case, "1", jenis="penugasan")

    assert answer.status_code == 422
    assert "Langkah 1 sudah dikerjakan" in text(answer)


@pytest.mark.parametrize("alasan", ["", "   "])
def test_without_a_reason_nothing_is_changed(
    example: ExampleOffice, case: Case, alasan: str
) -> None:
    before = Entry.objects.count()

    answer = change(example, "rina", case, "2", alasan=alasan)

    assert answer.status_code == 422
    assert "Tuliskan alasannya." in text(answer)
    assert (work_of(case, "2")[0], Entry.objects.count()) == ("periksa", before)


def test_a_kind_that_cannot_serve_the_step_is_not_taken(example: ExampleOffice, case: Case) -> None:
    assert change(example, "rina", case, "2", jenis="buka_rapat").status_code == 422
    assert work_of(case, "2")[0] == "periksa"


@pytest.mark.parametrize("username", ["dewi", "hendra", "andreas", "maria"])
def test_nobody_else_is_offered_it_or_can_do_it(
    example: ExampleOffice, case: Case, username: str
) -> None:
    client = browser(example, username)

    assert "jenis/" not in client.get(step_url(case, "2")).content.decode()
    assert client.get(reverse("langkah_jenis", args=(case.pk, "2"))).status_code == 404
    assert change(example, username, case, "2").status_code == 404
    assert work_of(case, "2")[0] == "periksa"


@pytest.mark.parametrize(
    ("username", "reason", "kode"),
    [("dewi", REASON, "bukan_pelaksana"), ("rina", "  ", "tanpa_alasan")],
)
def test_the_act_itself_is_refused_whichever_page_asks_for_it(
    example: ExampleOffice, case: Case, username: str, reason: str, kode: str
) -> None:
    doer = Doer(example.people[username], clock.now())

    answer = change_work(case.pk, doer, "2", WorkOfStep("umum", ""), reason)

    assert isinstance(answer, Refused)
    assert answer.kode == kode
    assert work_of(case, "2")[0] == "periksa"


def test_a_check_that_becomes_a_general_step_examines_no_document_any_more(
    example: ExampleOffice, case: Case
) -> None:
    assert change(example, "rina", case, "2", jenis="umum").status_code == 302
    assert work_of(case, "2") == ("umum", False, "")
