"""The order to prepare the meeting."""

from dataclasses import replace

import pytest

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done, Sending
from runut.office.cases.documents import stored_paper
from runut.office.cases.models import AgendaNumber, Document, TaskHolder
from runut.office.works.penugasan.order import Order
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.assigning import call_meeting
from runut.office.works.rapat.facts import MeetingFacts
from runut.office.works.rapat.models import Meeting
from tests.kantor import MONDAY
from tests.meetings.rapat import FACTS, NOON, WEDNESDAY, Rapat
from tests.report.reading import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(just_started: Rapat) -> Rapat:
    return just_started


def test_the_order_leaves_a_numbered_paper_and_hands_the_next_step_to_the_one_who_got_it(
    rapat: Rapat,
) -> None:
    assert isinstance(rapat.assign(), Done)

    document = Document.objects.get(case=rapat.row, jenis="penugasan")
    assert document.nomor == "001/ND/ADPIM/2026"
    text = said(stored_paper(document))
    assert "CATATAN PENUGASAN" in text
    assert f"{rapat['dewi'].nama} (Pengelola Laporan Kinerja)" in text
    assert "Siapkan ruangan." in text
    assert "14 Januari 2026" in text
    step = rapat.case.state.step("1")
    assert [(out.nama, out.sha256) for out in step.outputs] == [
        ("Penugasan lisan", document.sha256)
    ]
    assert rapat.case.state.step("2").assignee == rapat["dewi"].ref
    holders = TaskHolder.objects.filter(task__case=rapat.row, task__no="2")
    assert [one.person.username for one in holders] == ["dewi"]
    assert rapat.chain()[-4:] == [
        "kasus.langkah_selesai",
        "kasus.langkah_ditugaskan",
        "dokumen.disimpan",
        "rapat.dipanggil",
    ]


def test_the_meeting_is_called_with_everybody_of_the_case_once(rapat: Rapat) -> None:
    assert isinstance(rapat.assign(), Done)

    people = {ref for people in rapat.case.state.roles.values() for ref in people}
    invited = [one.person.ref for one in rapat.meeting.invitees.order_by("urutan") if one.person]
    assert len(invited) == len(set(invited))
    assert set(invited) == people
    assert rapat.meeting.pimpinan == rapat["rina"]
    assert rapat.meeting.perintah == "Siapkan undangan.\nSiapkan ruangan."
    assert not any(one["siap"] for one in rapat.meeting.checklist)


def test_a_written_order_is_a_nota_dinas(rapat: Rapat) -> None:
    order = Order(rapat["dewi"].ref, ("Siapkan undangan.",))
    doer = Doer(rapat["rina"], MONDAY)

    actions.assign(rapat.ref("1"), doer, FACTS, order, kelengkapan=rapat.needs("1"))

    text = said(stored_paper(Document.objects.get(jenis="penugasan")))
    assert "NOTA DINAS" in text
    assert "secara lisan" not in text


def test_the_same_form_twice_gives_one_order_and_one_number(rapat: Rapat) -> None:
    order = Order(rapat["dewi"].ref, ("Siapkan undangan.",))
    doer = Doer(rapat["rina"], MONDAY, Sending.of("k1", {}), "/di-sini")
    ref, needs = rapat.ref("1"), rapat.needs("1")

    first = actions.assign(ref, doer, FACTS, order, kelengkapan=needs)
    again = actions.assign(ref, doer, FACTS, order, kelengkapan=needs)

    assert first == Done("/di-sini")
    assert again == Done("/di-sini", is_repeat=True)
    assert Document.objects.filter(jenis="penugasan").count() == 1
    assert AgendaNumber.objects.get(jenis="ND").terakhir == 1


def test_only_a_holder_of_the_following_role_can_be_ordered(rapat: Rapat) -> None:
    answer = rapat.assign(penerima="budi")

    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_anggota"
    assert not Meeting.objects.exists()


def test_who_does_not_hold_the_step_cannot_order_and_no_number_is_spent(rapat: Rapat) -> None:
    order = Order(rapat["dewi"].ref, ("Siapkan undangan.",))
    doer = Doer(rapat["joko"], MONDAY)

    answer = actions.assign(rapat.ref("1"), doer, FACTS, order, kelengkapan=rapat.needs("1"))

    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_pelaksana"
    assert not AgendaNumber.objects.exists()
    assert not Meeting.objects.exists()


def test_a_missing_kelengkapan_is_named_before_a_number_is_spent(rapat: Rapat) -> None:
    order = Order(rapat["dewi"].ref, ("Siapkan undangan.",))

    answer = actions.assign(
        rapat.ref("1"), Doer(rapat["rina"], MONDAY), FACTS, order, kelengkapan=()
    )

    assert isinstance(answer, Refused)
    assert "Agenda rapat penyusunan LAKIP" in answer.reason
    assert not AgendaNumber.objects.exists()


@pytest.mark.parametrize(
    ("facts", "kode"),
    [
        (MeetingFacts("Rapat", "x", "Ruang", NOON, WEDNESDAY), "waktu_terbalik"),
        (
            MeetingFacts("Rapat", "x", "Ruang", MONDAY.replace(hour=7), MONDAY.replace(hour=9)),
            "waktu_lewat",
        ),
    ],
)
def test_a_meeting_lies_ahead_and_ends_after_it_begins(
    facts: MeetingFacts, kode: str, rapat: Rapat
) -> None:
    order = Order(rapat["dewi"].ref, ("Siapkan undangan.",))
    doer = Doer(rapat["rina"], MONDAY)

    answer = actions.assign(rapat.ref("1"), doer, facts, order, kelengkapan=rapat.needs("1"))

    assert isinstance(answer, Refused)
    assert answer.kode == kode


def test_a_second_meeting_begins_anew_and_the_first_stays_as_it_was(rapat: Rapat) -> None:
    rapat.assign()
    first = rapat.meeting
    held = {"dibuka_pada": WEDNESDAY, "ditutup_pada": NOON}
    Meeting.objects.update(**held, nomor="001/UND/ADPIM/2026", pembahasan="Lama")
    first.invitees.update(sent_at=MONDAY, attended_at=WEDNESDAY)

    call_meeting(rapat.case, "1", Doer(rapat["rina"], MONDAY), FACTS)

    second = rapat.meeting
    assert (second.occasion, second.ke, second.pk == first.pk) == ("1", 2, False)
    assert (second.ditutup_pada, second.nomor, second.pembahasan) == (None, "", "")
    assert second.invitees.count() == first.invitees.count()
    assert not second.invitees.exclude(sent_at=None, attended_at=None).exists()
    first.refresh_from_db()
    assert (first.ditutup_pada, first.nomor, first.pembahasan) == (
        NOON,
        "001/UND/ADPIM/2026",
        "Lama",
    )
    assert not first.invitees.filter(sent_at=None).exists()
    assert Document.objects.filter(jenis="penugasan").exists()


def test_a_meeting_that_was_not_held_yet_is_called_again_and_stays_one(rapat: Rapat) -> None:
    rapat.assign()

    call_meeting(rapat.case, "1", Doer(rapat["rina"], MONDAY), replace(FACTS, tempat="Aula"))

    assert Meeting.objects.count() == 1
    assert rapat.meeting.tempat == "Aula"
