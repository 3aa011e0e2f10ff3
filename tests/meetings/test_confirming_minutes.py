"""The minutes carry under each name what its bearer acted; else there is room for wet ink."""

import pytest
from django.test import Client

from runut.core.findings import Refused
from runut.core.report.blocks import Signature, Signatures
from runut.files.write.layout.signature import claim
from runut.office import clock
from runut.office.acts.sending import Doer, Done
from runut.office.cases.documents import stored_paper
from runut.office.cases.models import Document
from runut.office.works.rapat import actions
from runut.office.works.rapat.actions.confirming import to_read
from runut.office.works.rapat.queries import notices_of
from tests.meetings.rapat import NOON, Rapat

pytestmark = pytest.mark.django_db


@pytest.fixture
def rapat(discussing: Rapat) -> Rapat:
    discussing.note("Dibahas Bab I.")
    return discussing


def confirm(rapat: Rapat, username: str, read: str = "") -> Done | Refused:
    doer = Doer(rapat[username], NOON)
    return actions.confirm_minutes(rapat.row.pk, "5", doer, read=read or to_read(rapat.meeting))


def blocks(rapat: Rapat) -> dict[str, Signature]:
    paper = stored_paper(Document.objects.filter(jenis="notulensi").latest("pk"))
    [signatures] = [one for one in paper.body if isinstance(one, Signatures)]
    return {one.nama: one for one in signatures.blocks}


def test_nobody_confirmed_so_both_blocks_leave_room_for_ink(rapat: Rapat) -> None:
    rapat.close()
    states = {nama: one.state for nama, one in blocks(rapat).items()}
    assert states == {rapat["rina"].nama: "kosong", rapat["dewi"].nama: "kosong"}


def test_who_confirmed_is_printed_and_the_other_is_not(rapat: Rapat) -> None:
    assert isinstance(confirm(rapat, "dewi"), Done)
    rapat.close()

    found = blocks(rapat)
    assert found[rapat["rina"].nama].state == "kosong"
    written = claim(found[rapat["dewi"].nama])
    assert "Dinyatakan sesuai dalam aplikasi" in written
    assert "14 Januari 2026 pukul 12.00 WIB" in written
    assert "tanda tangan" not in written.lower()
    assert "ditandatangani" not in written.lower()


def test_a_confirmation_falls_when_the_minutes_change_after_it(rapat: Rapat) -> None:
    confirm(rapat, "dewi")
    confirm(rapat, "rina")
    rapat.note("Dibahas Bab I. Ternyata belum.")
    rapat.close()
    assert {one.state for one in blocks(rapat).values()} == {"kosong"}


def test_who_read_other_words_confirms_nothing(rapat: Rapat) -> None:
    read = to_read(rapat.meeting)
    rapat.note("Isi lain.")
    answer = confirm(rapat, "rina", read)
    assert isinstance(answer, Refused)
    assert answer.kode == "sudah_berubah"
    assert not rapat.meeting.sign_offs.exists()


@pytest.mark.parametrize("username", ["budi", "sari", "hendra", "andreas"])
def test_nobody_else_confirms_in_their_place(rapat: Rapat, username: str) -> None:
    answer = confirm(rapat, username)
    assert isinstance(answer, Refused)
    assert answer.kode == "bukan_pelaksana"


def test_empty_minutes_cannot_be_confirmed(discussing: Rapat) -> None:
    discussing.note("")
    answer = confirm(discussing, "dewi")
    assert isinstance(answer, Refused)
    assert answer.kode == "notulensi_kosong"


def test_after_the_closing_the_leader_confirms_the_paper_itself(rapat: Rapat) -> None:
    confirm(rapat, "dewi")
    rapat.close()
    [notice] = notices_of(rapat["rina"])
    assert "Notula menunggu pernyataan Saudara" in notice.words
    paper = Document.objects.get(jenis="notulensi")
    assert to_read(rapat.meeting) == paper.sha256

    assert isinstance(confirm(rapat, "rina"), Done)

    assert rapat.meeting.sign_offs.get(role="pimpinan").sha256 == paper.sha256
    assert notices_of(rapat["rina"]) == []
    assert blocks(rapat)[rapat["rina"].nama].state == "kosong"


def test_the_page_shows_the_button_only_to_who_may(
    monkeypatch: pytest.MonkeyPatch, rapat: Rapat
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOON)
    address = f"/pelaksanaan/{rapat.row.pk}/langkah/5/notulensi/pernyataan/"
    words = "Saya menyatakan notula ini sesuai"
    for username, may in (("rina", True), ("dewi", True), ("budi", False)):
        client = Client()
        client.force_login(rapat[username])
        assert (words in client.get(address).content.decode()) == may
    client = Client()
    client.force_login(rapat["rina"])
    form = client.get(address).context["form"]
    told = {name: form[name].value() for name in ("kunci", "dibaca")}
    answer = client.post(address, told, follow=True)
    assert "Pernyataan Saudara tercatat." in answer.content.decode()
    assert client.post(address, told, follow=True).status_code == 200
    assert rapat.chain().count("rapat.notula_dinyatakan") == 1
