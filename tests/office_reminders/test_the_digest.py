"""One digest: whom it goes to, what it says, how it leaves, and that two workers make but one."""

from datetime import date, time, timedelta
from smtplib import SMTPException

import pytest
from django.core import mail as outbox
from django.test import Client
from pytest_django import Settings

from runut.core.case.model import CaseState
from runut.office.acts.sending import Doer, Done
from runut.office.cases.acting import definition_for, load
from runut.office.example.office import ExampleOffice
from runut.office.people.models import Person
from runut.office.reminders import actions, tasks
from runut.office.reminders.due import superiors
from runut.office.reminders.models import Digest, Feed, Morning, Told
from runut.office.reminders.morning import make_digests, send_waiting, tick
from runut.office.reminders.words import text_of, whatsapp_text, whatsapp_url
from runut.office.trust.models import Entry
from runut.office.verification.verify import verify_all
from tests.databases import settled
from tests.kantor import MONDAY, kasus
from tests.office.berkas import kasus_berkas, sop_berkas
from tests.office_reminders.year import Year

TUESDAY = date(2026, 1, 13)
WARNING = "Bila telaah terlambat, rapat pimpinan tidak dapat dimulai."

pytestmark = pytest.mark.django_db


@pytest.fixture
def late(year: Year, django_capture_on_commit_callbacks: object) -> Year:
    """On Tuesday morning a step of two hours is late; its digests are made and queued."""
    year.case(date(2026, 1, 12), "2 jam")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        year.ticks(TUESDAY, TUESDAY)
    year.at(TUESDAY, time(8, 0))
    return year


def test_the_letter_says_what_is_late_and_warns_in_the_words_of_the_sop(late: Year) -> None:
    late.work_queue()
    assert len(outbox.outbox) == 2, "asked for at noon again while nobody worked, sent once"
    letter = next(one for one in outbox.outbox if one.to == ["dewi@kantor.contoh"])
    assert letter.subject == "Pengingat Selasa, 13 Januari 2026: 1 hal, 1 lewat batas"
    assert "Yth. Dewi Lestari" in letter.body
    assert "lewat 1 hari kerja (batas 12 Januari 2026 pukul 10.00 WIB)" in letter.body
    assert f"Peringatan SOP:\n- {WARNING}" in letter.body
    assert "http://127.0.0.1:8000/pelaksanaan/" in letter.body
    assert letter.extra_headers["Message-ID"].startswith("<pengingat-")


def test_the_same_letter_asked_for_again_is_not_sent_again(late: Year) -> None:
    late.work_queue()
    for digest in late.digests():
        tasks.email_digest.func(digest.pk)
    assert len(outbox.outbox) == 2
    assert send_waiting(late.office, late.now + timedelta(hours=2)) == 0


def test_a_letter_that_could_not_be_sent_goes_later(
    late: Year, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise SMTPException

    with monkeypatch.context() as away:
        away.setattr(tasks, "send_letter", refuse)
        for digest in late.digests():
            with pytest.raises(SMTPException):
                tasks.email_digest.func(digest.pk)
    assert {one.surel for one in late.digests()} == {Digest.Surel.WAITING}
    assert send_waiting(late.office, late.now) == 0, "not at once"
    assert send_waiting(late.office, late.at(TUESDAY, time(9, 0))) == 2
    late.work_queue()
    assert len(outbox.outbox) == 2


def test_a_letter_whose_worker_died_goes_again_under_its_own_name(late: Year) -> None:
    Digest.objects.update(surel=Digest.Surel.SENDING)
    assert send_waiting(late.office, late.at(TUESDAY, time(16, 0))) == 2
    late.work_queue()
    names = {one.extra_headers["Message-ID"] for one in outbox.outbox}
    assert len(names) == 2
    assert "-20260113@" in names.pop()


def test_yesterdays_letter_is_not_sent_today(late: Year) -> None:
    assert send_waiting(late.office, late.at(TUESDAY + timedelta(days=1), time(9, 0))) == 0


def test_who_wants_no_e_mail_or_has_no_address_gets_none(year: Year) -> None:
    dewi, joko = (year.example.people[name] for name in ("dewi", "joko"))
    actions.choose_email(Doer(dewi, MONDAY), False)
    Person.objects.filter(pk=joko.pk).update(email="")
    year.case(date(2026, 1, 12), "2 jam")
    year.ticks(TUESDAY, TUESDAY)
    assert {one.surel for one in year.digests()} == {Digest.Surel.NONE}
    actions.choose_email(Doer(dewi, MONDAY), True)
    year.ticks(date(2026, 1, 14), date(2026, 1, 14))
    assert year.digests("dewi")[-1].surel == Digest.Surel.WAITING


def test_without_a_mail_server_reminders_stay_in_the_pages(year: Year, settings: Settings) -> None:
    settings.EMAIL_HOST = ""
    year.case(date(2026, 1, 12), "2 jam")
    year.ticks(TUESDAY, TUESDAY)
    assert {one.surel for one in year.digests()} == {Digest.Surel.NONE}
    assert len(year.told("dewi")) == 1


def test_a_second_worker_makes_nothing_twice(year: Year) -> None:
    year.case(date(2026, 1, 12), "2 jam")
    assert tick(year.at(TUESDAY)) == 2
    assert tick(year.at(TUESDAY)) == tick(year.at(TUESDAY, time(9, 0))) == 0
    assert (Digest.objects.count(), Told.objects.count(), Morning.objects.count()) == (2, 2, 1)


def test_what_breaks_half_way_leaves_nothing_and_is_made_up_for(
    year: Year, monkeypatch: pytest.MonkeyPatch
) -> None:
    year.case(date(2026, 1, 12), "2 jam")
    with monkeypatch.context() as broken:
        broken.setattr("runut.office.reminders.morning.append", None)
        with pytest.raises(TypeError):
            make_digests(year.office, year.at(TUESDAY))
    assert (Digest.objects.count(), Morning.objects.count()) == (0, 0)
    assert make_digests(year.office, year.now) == 2


def test_the_chain_says_how_many_were_told(late: Year) -> None:
    line = Entry.objects.get(kind="pengingat.disusun")
    assert '"orang":2' in line.payload.replace(" ", "")
    settled()
    assert verify_all() == ()


def test_the_superior_is_who_checks_next_and_never_the_holder(office: ExampleOffice) -> None:
    case = load(kasus(office).pk, office.office.pk)
    people = {name: person.pk for name, person in office.people.items()}
    starter = case.row.mulai_oleh_id
    above = {no: superiors(case.definition, case.state, no, starter) for no in "16789"}
    assert above["6"] == [people["rina"]]
    assert above["7"] == [people["hendra"]]
    assert above["8"] == [people["andreas"]]
    assert above["9"] == [starter], "nobody checks after the head: who started it"
    assert above["1"] == [people["hendra"]], "the next checker who is not the holder himself"


def test_where_nobody_checks_the_starter_is_told(office: ExampleOffice) -> None:
    row = kasus_berkas(office, sop_berkas(office))
    definition = definition_for(row.sop_version)
    state: CaseState = load(row.pk, office.office.pk).state
    assert superiors(definition, state, "1", row.mulai_oleh_id) == [office.people["rina"].pk]


def _client(year: Year, who: str) -> Client:
    client = Client()
    client.force_login(year.example.people[who])
    return client


def test_the_inbox_says_in_one_notice_what_is_still_so(late: Year) -> None:
    client = _client(late, "dewi")
    text = client.get("/").content.decode()
    assert text.count("Pengingat pagi ini:") == 1
    late.case(TUESDAY, "2 jam")
    assert "Pengingat pagi ini:" not in _client(late, "rina").get("/").content.decode()
    Digest.objects.update(hari=TUESDAY - timedelta(days=1))
    assert "Pengingat pagi ini:" not in client.get("/").content.decode(), "of yesterday"


def test_what_was_done_since_the_morning_is_not_said(late: Year) -> None:
    digest = late.digests("dewi")[0]
    digest.isi[0]["round"] = 2
    digest.save()
    assert "Pengingat pagi ini:" not in _client(late, "dewi").get("/").content.decode()


def test_the_page_shows_the_lines_the_warning_and_the_text_to_send(late: Year) -> None:
    text = _client(late, "dewi").get("/pengingat/").content.decode()
    for words in ("lewat 1", WARNING, "https://wa.me/?text=%2APengingat", "Kirim juga lewat"):
        assert words in text
    nothing = _client(late, "maria").get("/pengingat/").content.decode()
    assert "Tidak ada pengingat untuk Saudara pagi ini" in nothing


def test_the_text_for_whatsapp_fits_into_an_address(late: Year) -> None:
    text = whatsapp_text(late.digests("dewi")[0])
    assert text.startswith("*Pengingat Selasa, 13 Januari 2026")
    assert " " not in whatsapp_url(text)
    assert "Yth. " in text_of(late.digests("dewi")[0])


def test_the_choice_and_the_address_are_acts_in_the_chain(late: Year) -> None:
    client = _client(late, "dewi")
    assert client.post("/pengingat/surel/", {"kunci": "a"}).status_code == 302
    for _ in range(2):
        assert client.post("/pengingat/kalender/", {"kunci": "b"}).status_code == 302
    assert client.post("/pengingat/kalender/", {"kunci": "c", "cabut": "on"}).status_code == 302
    kinds = Entry.objects.filter(actor=late.example.people["dewi"].ref).order_by("seq")
    assert [one.kind for one in kinds] == [
        "pengingat.surel_dipilih",
        "pengingat.alamat_dibuat",
        "pengingat.alamat_dicabut",
    ]
    assert not Feed.objects.exists()
    assert isinstance(actions.make_feed(Doer(late.example.people["dewi"], MONDAY)), Done)


def test_the_inbox_asks_the_database_little(
    late: Year, django_assert_max_num_queries: object
) -> None:
    client = _client(late, "dewi")
    client.get("/")
    # one for each kind of thing that may wait, whatever their number
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        client.get("/")
