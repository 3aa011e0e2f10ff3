"""The invitation: facts, invitees, the letter and its number, the end of the step."""

from dataclasses import replace
from datetime import timedelta

import pytest

from runut.core.findings import Refused
from runut.core.report.blocks import Signatures, Table
from runut.core.report.text import line_text
from runut.office.acts.sending import Doer, Done
from runut.office.cases.documents import stored_paper
from runut.office.cases.models import Document
from runut.office.works.rapat import actions
from tests.kantor import MONDAY
from tests.meetings.rapat import FACTS, Rapat
from tests.report.reading import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(inviting: Rapat) -> Rapat:
    return inviting


ELSEWHERE = replace(FACTS, tempat="Aula Kantor Gubernur")


def save(rapat: Rapat, facts: object, versi: int | None = None) -> Done | Refused:
    version = rapat.meeting.version if versi is None else versi
    doer = Doer(rapat["dewi"], MONDAY)
    return actions.save_facts(rapat.ref("2"), doer, facts, versi=version)  # type: ignore[arg-type]


def letters(rapat: Rapat) -> list[Document]:
    return list(Document.objects.filter(case=rapat.row, jenis="undangan").order_by("versi"))


def test_the_letter_is_numbered_and_lists_everybody(rapat: Rapat) -> None:
    assert isinstance(rapat.compose(), Done)

    [letter] = letters(rapat)
    assert letter.nomor == "001/UND/ADPIM/2026"
    assert {file.format for file in letter.files.all()} == {"pdf", "docx", "json"}
    text = said(stored_paper(letter))
    assert "Ruang Rapat Biro, lantai 2" in text
    assert "09.00 s.d. 12.00 WIB" in text
    assert "Kepala Bagian Perencanaan dan Kepegawaian" in text
    assert rapat["hendra"].nama not in text


def test_the_highest_who_is_called_signs_and_does_not_call_himself(rapat: Rapat) -> None:
    """Rina leads, but does not sign a letter to the head of her Biro."""
    rapat.compose()

    paper = stored_paper(letters(rapat)[0])
    signers = {one.nama for b in paper.body if isinstance(b, Signatures) for one in b.blocks}
    assert signers == {rapat["andreas"].nama}
    annex = next(b for b in paper.body if isinstance(b, Table) and b.frame)
    called = [line_text(row[1].lines[0]) for row in annex.rows]
    assert called[0] == "Kepala Bagian Perencanaan dan Kepegawaian"
    assert "Kepala Biro Administrasi Pimpinan" not in called


def test_an_invitation_that_is_still_right_is_not_composed_twice(rapat: Rapat) -> None:
    rapat.compose()

    answer = rapat.compose()

    assert isinstance(answer, Refused)
    assert answer.kode == "tidak_berubah"
    assert len(letters(rapat)) == 1


def test_the_step_waits_until_the_invitation_has_reached_everybody(rapat: Rapat) -> None:
    rapat.compose()
    rapat.deliver("rina", "dewi", "joko", "budi")

    answer = rapat.complete_invitation()

    assert isinstance(answer, Refused)
    assert answer.kode == "belum_disampaikan"
    assert rapat["sari"].nama in answer.reason

    rapat.deliver()
    assert isinstance(rapat.complete_invitation(), Done)
    [out] = rapat.case.state.step("2").outputs
    assert (out.nama, out.sha256) == ("Agenda Rapat", letters(rapat)[0].sha256)


def test_a_letter_that_is_no_longer_right_does_not_end_the_step(rapat: Rapat) -> None:
    rapat.compose()
    rapat.deliver()
    save(rapat, ELSEWHERE)

    answer = rapat.complete_invitation()

    assert isinstance(answer, Refused)
    assert answer.kode == "undangan_usang"


def test_without_an_invitation_the_step_does_not_end(rapat: Rapat) -> None:
    answer = rapat.complete_invitation()

    assert isinstance(answer, Refused)
    assert answer.kode == "undangan_kosong"


def test_changed_facts_ask_for_a_new_letter_before_anything_goes_out(rapat: Rapat) -> None:
    rapat.compose()
    assert isinstance(save(rapat, ELSEWHERE), Done)

    refused = rapat.deliver()
    assert isinstance(refused, Refused)
    assert refused.kode == "undangan_usang"
    assert "tempat" in refused.reason

    assert isinstance(rapat.compose(), Done)
    assert [one.nomor for one in letters(rapat)] == ["001/UND/ADPIM/2026"] * 2
    assert isinstance(rapat.deliver(), Done)


def test_a_letter_that_went_out_is_replaced_by_one_with_a_new_number_for_everybody(
    rapat: Rapat,
) -> None:
    rapat.compose()
    rapat.deliver("hendra")
    save(rapat, ELSEWHERE)

    rapat.compose()

    first, second = letters(rapat)
    assert (first.nomor, second.nomor) == ("001/UND/ADPIM/2026", "002/UND/ADPIM/2026")
    text = said(stored_paper(second))
    assert "menggantikan undangan Nomor 001/UND/ADPIM/2026 tanggal 12 Januari 2026" in text
    assert not rapat.meeting.invitees.exclude(sent_at=None).exists()


def test_a_replacing_letter_still_says_so_when_it_is_composed_once_more(rapat: Rapat) -> None:
    rapat.compose()
    rapat.deliver("hendra")
    save(rapat, ELSEWHERE)
    rapat.compose()
    actions.invite_guest(rapat.ref("2"), Doer(rapat["dewi"], MONDAY), "Siti Aminah", "Biro Umum")

    rapat.compose()

    last = letters(rapat)[-1]
    assert last.nomor == "002/UND/ADPIM/2026"
    assert "menggantikan undangan Nomor 001/UND/ADPIM/2026" in said(stored_paper(last))


def test_a_guest_asks_for_a_new_list_but_what_was_delivered_stays_delivered(rapat: Rapat) -> None:
    rapat.compose()
    rapat.deliver("hendra")
    doer = Doer(rapat["dewi"], MONDAY)

    actions.invite_guest(rapat.ref("2"), doer, "Siti Aminah", "Biro Organisasi")
    assert isinstance(rapat.complete_invitation(), Refused)
    rapat.compose()

    assert "Siti Aminah" in said(stored_paper(letters(rapat)[1]))
    assert letters(rapat)[1].nomor == "001/UND/ADPIM/2026"
    assert rapat.meeting.invitees.exclude(sent_at=None).count() == 1


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(rapat: Rapat) -> None:
    seen = rapat.meeting.version
    save(rapat, ELSEWHERE, versi=seen)

    answer = save(rapat, replace(FACTS, tempat="Ruang lain"), versi=seen)

    assert isinstance(answer, Refused)
    assert answer.kode == "sudah_berubah"
    assert rapat.meeting.tempat == "Aula Kantor Gubernur"


def test_somebody_is_taken_off_the_list_only_as_long_as_he_was_not_invited(rapat: Rapat) -> None:
    rapat.compose()
    rapat.deliver("andreas")
    doer = Doer(rapat["dewi"], MONDAY)

    kept = actions.remove_invitee(rapat.ref("2"), doer, rapat.ids("andreas")[0])
    gone = actions.remove_invitee(rapat.ref("2"), doer, rapat.ids("hendra")[0])

    assert isinstance(kept, Refused)
    assert kept.kode == "sudah_disampaikan"
    assert isinstance(gone, Done)
    assert not rapat.meeting.invitees.filter(person=rapat["hendra"]).exists()


def test_only_the_one_who_was_ordered_works_on_the_invitation(rapat: Rapat) -> None:
    answer = actions.compose_invitation(rapat.ref("2"), Doer(rapat["joko"], MONDAY))

    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_pelaksana"
    assert not letters(rapat)


def test_a_step_without_a_called_meeting_calls_it_itself(rapat: Rapat) -> None:
    rapat.meeting.invitees.all().delete()
    rapat.meeting.delete()

    answer = save(rapat, FACTS, versi=0)

    assert isinstance(answer, Done)
    assert rapat.meeting.tempat == FACTS.tempat
    assert rapat.meeting.invitees.count() == 8


def test_work_on_the_step_notes_when_it_was_taken_up(rapat: Rapat) -> None:
    later = MONDAY + timedelta(minutes=20)

    rapat.compose(at=later)

    assert rapat.case.state.step("2").started_at == later
