"""Notes, decisions, presence, and the minutes that end the meeting."""

from datetime import date, timedelta

import pytest

from runut.core.findings import Refused
from runut.office.acts.sending import Doer, Done
from runut.office.cases.documents import stored_paper
from runut.office.cases.models import Document
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.deciding import Decided
from runut.office.works.rapat.actions.writing import Written
from runut.office.works.rapat.models import Resolution
from runut.office.works.rapat.queries import notices_of
from tests.meetings.rapat import NOON, WEDNESDAY, Rapat
from tests.report.reading import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(discussing: Rapat) -> Rapat:
    return discussing


def decide(rapat: Rapat, isi: str, by: str = "dewi", bagian: str = "umum") -> Done | Refused:
    decided = Decided(bagian, isi, rapat["budi"].ref, date(2026, 1, 16))
    return actions.add_resolution(rapat.ref("5"), Doer(rapat[by], NOON), decided)


def test_the_minutes_hold_what_was_said_decided_and_who_was_there(rapat: Rapat) -> None:
    rapat.note("Budi: angka triwulan IV belum masuk.\nBab I dibaca bersama.")
    decide(rapat, "Lengkapi angka triwulan IV.")

    assert isinstance(rapat.close(), Done)

    minutes = Document.objects.get(jenis="notulensi")
    assert minutes.nomor == "001/NOT/ADPIM/2026"
    text = said(stored_paper(minutes))
    assert "angka triwulan IV belum masuk." in text
    assert "Lengkapi angka triwulan IV." in text
    assert "16 Januari 2026" in text
    assert "2 hadir dari 8 undangan" in text
    assert "12.00 WIB" in text
    [out] = rapat.case.state.step("5").outputs
    assert (out.nama, out.sha256) == ("Notulensi hasil rapat", minutes.sha256)
    assert Document.objects.filter(jenis="daftar_hadir", no="5").count() == 1
    assert rapat.meeting.ditutup_pada == NOON


def test_the_note_taker_writes_but_does_not_end_the_step(rapat: Rapat) -> None:
    assert isinstance(rapat.note("Dibahas Bab I.", by="dewi"), Done)
    assert isinstance(decide(rapat, "Perbaiki Bab I.", by="dewi"), Done)
    answer = rapat.close(by="dewi")

    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_pelaksana"
    [notice] = notices_of(rapat["dewi"])
    assert notice.url == f"/pelaksanaan/{rapat.row.pk}/langkah/5/notulensi/"
    assert rapat.meeting.acara in notice.words
    assert notices_of(rapat["budi"]) == []


def test_others_than_note_taker_and_team_write_nothing(rapat: Rapat) -> None:
    for username in ("joko", "hendra", "andreas"):
        note = rapat.note("Sisipan", by=username)
        decision = decide(rapat, "Sisipan", by=username)
        present = actions.write_minutes(
            rapat.ref("5"), Doer(rapat[username], NOON), Written(hadir=tuple(rapat.ids("sari")))
        )
        for answer in (note, decision, present):
            assert isinstance(answer, Refused)
            assert answer.kode == "bukan_pelaksana"
    assert rapat.meeting.pembahasan == ""


def test_the_note_taker_writes_no_more_once_the_step_is_done(rapat: Rapat) -> None:
    rapat.note("Dibahas Bab I.")
    ref = rapat.ref("5")
    rapat.close()

    late = actions.save_notes(
        ref, Doer(rapat["dewi"], NOON), "Diubah belakangan.", versi=rapat.meeting.version
    )

    assert isinstance(late, Refused)
    assert rapat.meeting.pembahasan == "Dibahas Bab I."


def test_of_two_who_save_notes_the_second_is_told_and_nothing_is_lost(rapat: Rapat) -> None:
    seen = rapat.meeting.version
    doer = Doer(rapat["dewi"], NOON)
    actions.save_notes(rapat.ref("5"), doer, "Tulisan Dewi", versi=seen)

    answer = actions.save_notes(
        rapat.ref("5"), Doer(rapat["budi"], NOON), "Tulisan Budi", versi=seen
    )

    assert isinstance(answer, Refused)
    assert answer.kode == "sudah_berubah"
    assert rapat.meeting.pembahasan == "Tulisan Dewi"


def test_a_decision_is_worded_anew_by_the_first_of_two_editors_only(rapat: Rapat) -> None:
    decide(rapat, "Semula")
    row = Resolution.objects.get()
    change = actions.change_resolution
    ref, doer = rapat.ref("5"), Doer(rapat["budi"], NOON)

    first = change(ref, doer, row.pk, Decided("umum", "Menjadi ini"), versi=row.version)
    second = change(ref, doer, row.pk, Decided("umum", "Menjadi itu"), versi=row.version)

    assert isinstance(first, Done)
    assert isinstance(second, Refused)
    assert second.kode == "sudah_berubah"
    row.refresh_from_db()
    assert (row.isi, row.pic) == ("Menjadi ini", None)


def test_a_decision_taken_out_stays_in_the_chain(rapat: Rapat) -> None:
    decide(rapat, "Keliru")

    actions.remove_resolution(
        rapat.ref("5"), Doer(rapat["dewi"], NOON), Resolution.objects.get().pk
    )

    assert not Resolution.objects.exists()
    assert rapat.chain()[-2:] == ["rapat.keputusan_dicatat", "rapat.keputusan_dihapus"]


def test_a_decision_is_about_a_section_that_exists(rapat: Rapat) -> None:
    answer = decide(rapat, "Perbaiki", bagian="bab9.tidak_ada")

    assert isinstance(answer, Refused)
    assert answer.kode == "tidak_ada"


def test_who_came_without_invitation_is_added_as_present(rapat: Rapat) -> None:
    came = Written(hadir=tuple(rapat.ids("sari")), tamu=("Siti Aminah", "Biro Organisasi"))
    actions.write_minutes(rapat.ref("5"), Doer(rapat["dewi"], NOON), came)

    present = rapat.meeting.invitees.exclude(attended_at=None).order_by("urutan")
    assert [one.nama for one in present][-2:] == [rapat["sari"].nama, "Siti Aminah"]


@pytest.mark.parametrize(
    ("at", "text", "kode"),
    [
        (NOON, "", "notulensi_kosong"),
        (WEDNESDAY - timedelta(minutes=1), "Dibahas.", "waktu_terbalik"),
    ],
)
def test_minutes_without_content_or_with_a_wrong_hour_are_refused(
    at: object, text: str, kode: str, rapat: Rapat
) -> None:
    if text:
        rapat.note(text)

    answer = rapat.close(at=at)  # type: ignore[arg-type]

    assert isinstance(answer, Refused)
    assert answer.kode == kode
    assert not Document.objects.filter(jenis="notulensi").exists()


def test_a_meeting_with_nobody_there_has_no_minutes(rapat: Rapat) -> None:
    rapat.note("Dibahas.")
    rapat.meeting.invitees.update(attended_at=None)

    answer = rapat.close()

    assert isinstance(answer, Refused)
    assert answer.kode == "tanpa_peserta"


def test_a_meeting_does_not_close_in_the_future(rapat: Rapat) -> None:
    rapat.note("Dibahas.")

    answer = actions.complete_minutes(
        rapat.ref("5"),
        Doer(rapat["budi"], NOON),
        ditutup=NOON + timedelta(minutes=1),
        penutup="",
        kelengkapan=rapat.needs("5"),
    )

    assert isinstance(answer, Refused)
    assert answer.kode == "waktu_mendatang"
