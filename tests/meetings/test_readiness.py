"""The room and its papers."""

import pytest

from runut.core.findings import Refused
from runut.core.report.blocks import Picture
from runut.office.acts.sending import Doer, Done
from runut.office.cases.documents import stored_paper
from runut.office.cases.models import Document, Task
from runut.office.example.office import load_figures
from runut.office.works.rapat import actions
from tests.kantor import MONDAY
from tests.meetings.rapat import WEDNESDAY, Rapat
from tests.report.reading import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(preparing: Rapat) -> Rapat:
    return preparing


def test_what_is_not_ready_is_named_in_the_report(rapat: Rapat) -> None:
    doer = Doer(rapat["dewi"], MONDAY)
    answers = {n: (n != 3, "") for n in range(8)} | {3: (False, "dipinjam dari Bagian Umum")}

    actions.save_checklist(rapat.ref("3"), doer, answers, versi=rapat.meeting.version)
    assert isinstance(rapat.report_readiness(), Done)

    report = Document.objects.get(jenis="kesiapan")
    assert report.nomor == "001/LAP/ADPIM/2026"
    text = said(stored_paper(report))
    assert "1 dari 8 butir belum siap, yaitu Layar dan proyektor" in text
    assert "dipinjam dari Bagian Umum" in text
    assert "8 dari 8 undangan" in text
    [out] = rapat.case.state.step("3").outputs
    assert out.sha256 == report.sha256


def test_who_opens_the_meeting_is_not_late_before_its_hour(rapat: Rapat) -> None:
    assert isinstance(rapat.report_readiness(), Done)
    task = Task.objects.get(case=rapat.row, no="4")
    assert task.dibuka_pada < WEDNESDAY <= task.batas


def test_an_item_of_its_own_is_added_to_the_checklist(rapat: Rapat) -> None:
    doer, versi = Doer(rapat["dewi"], MONDAY), rapat.meeting.version
    more = "Juru bahasa isyarat"
    actions.save_checklist(rapat.ref("3"), doer, {}, versi=versi, butir_baru=more)

    assert rapat.meeting.checklist[-1]["nama"] == "Juru bahasa isyarat"


def test_two_who_tick_at_once_do_not_undo_each_other(rapat: Rapat) -> None:
    seen = rapat.meeting.version
    doer = Doer(rapat["dewi"], MONDAY)
    actions.save_checklist(rapat.ref("3"), doer, {0: (True, "")}, versi=seen)

    answer = actions.save_checklist(rapat.ref("3"), doer, {1: (True, "")}, versi=seen)

    assert isinstance(answer, Refused)
    assert answer.kode == "sudah_berubah"
    assert [one["siap"] for one in rapat.meeting.checklist[:2]] == [True, False]


def test_the_printed_list_carries_the_address_of_the_check_in(rapat: Rapat) -> None:
    actions.compose_attendance(rapat.ref("3"), Doer(rapat["dewi"], MONDAY))

    paper = stored_paper(Document.objects.get(jenis="daftar_hadir"))
    [qr] = [block for block in paper.body if isinstance(block, Picture)]
    assert f"/hadir/{rapat.meeting.token}/" in qr.alt
    assert rapat["budi"].nama in said(paper)


def test_without_figures_the_draft_cannot_be_shared_and_the_answer_says_what_to_do(
    rapat: Rapat,
) -> None:
    answer = actions.share_draft(rapat.ref("3"), Doer(rapat["dewi"], MONDAY))

    assert isinstance(answer, Refused)
    assert answer.kode == "data_kosong"
    assert "Muat dahulu" in answer.reason


def test_the_first_draft_is_shared_as_a_document_without_ending_the_step(rapat: Rapat) -> None:
    load_figures(rapat["dewi"], MONDAY)

    answer = actions.share_draft(rapat.ref("3"), Doer(rapat["dewi"], MONDAY))

    assert isinstance(answer, Done)
    assert Document.objects.get(jenis="draft_awal").nama == "Draf awal LAKIP 2025"
    assert rapat.case.state.open_steps == ("3",)


def test_who_does_not_hold_the_step_cannot_share_the_draft(rapat: Rapat) -> None:
    answer = actions.share_draft(rapat.ref("3"), Doer(rapat["budi"], MONDAY))

    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_pelaksana"
