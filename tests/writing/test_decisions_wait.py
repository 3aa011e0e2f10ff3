"""A decision of the meeting on a section lies in the inbox of who is to do it."""

import pytest

from runut.office.works.laporan.notices import notices_of
from runut.office.works.rapat.models import Meeting, Resolution
from tests.kantor import MONDAY
from tests.textlife.living import Living

pytestmark = pytest.mark.django_db


def test_a_decision_waits_for_who_is_to_do_it_once_the_meeting_is_closed() -> None:
    living = Living()
    sari = living.example.people["sari"]
    meeting = Meeting.objects.create(
        office=living.example.office, case=living.row, occasion="1", mulai=MONDAY, selesai=MONDAY,
        acara="Rapat tim", tempat="Ruang rapat",
    )  # fmt: skip
    decision = Resolution.objects.create(
        office=living.example.office, meeting=meeting, urutan=1, section_key="penutup",
        section_title="Simpulan", isi="Sebut dua sasaran yang tertunda.", pic=sari,
        tenggat=MONDAY.date(),
    )  # fmt: skip
    assert notices_of(sari) == [], "the meeting is still going on"
    Meeting.objects.update(ditutup_pada=MONDAY)
    [told] = notices_of(sari)
    assert "Sebut dua sasaran yang tertunda." in told.words and "paling lambat" in told.words
    assert told.url == f"/laporan/{living.row.pk}/bagian/penutup/"
    assert notices_of(living.example.people["budi"]) == []
    Resolution.objects.filter(pk=decision.pk).update(status="selesai")
    assert notices_of(sari) == []
