"""The link of a pack: nobody guesses it, it ends, it can be withdrawn, it shows one unit only."""

import logging
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from runut.core.findings import Refused
from runut.office import clock
from runut.office.acts.sending import Done
from runut.office.packs import actions
from runut.office.packs.links import LONGEST, token_of
from runut.office.packs.models import Pack
from runut.office.packs.queries import why_closed
from runut.office.packs.tasks import letter_of
from runut.office.web.log import WithoutKeys
from tests.packs.paket import KEEPER, MATERI, OTHER, PROTOKOL, Kantor, page, path_of, visitor

pytestmark = pytest.mark.django_db


def test_whoever_has_the_link_sees_the_figures_of_this_unit_and_of_no_other(kantor: Kantor) -> None:
    kantor.open()
    client, url = visitor(kantor.send())
    assert token_of(Pack.objects.get()) not in url
    html = page(client, url)
    for cell in kantor.quarter.cells_of(PROTOKOL):
        assert cell.nama in html
    for cell in kantor.quarter.cells_of(MATERI):
        assert cell.nama not in html
    assert MATERI not in html and "Keluar" not in html


@pytest.mark.parametrize("change", ["1-x", "", "1", "2-abc.sig", "é" * 40, "9" * 400])
def test_a_link_that_is_not_ours_opens_nothing(kantor: Kantor, change: str) -> None:
    kantor.open()
    pack = kantor.send()
    token = token_of(pack)
    for bad in (change or "x", f"{token}x", token[:-1], token.replace(str(pack.pk), "7", 1)):
        answer = Client().get(f"/isi/{bad}/")
        assert answer.status_code == 404
        assert PROTOKOL not in answer.content.decode()


def test_nobody_opens_the_page_of_a_pack_by_its_number(kantor: Kantor) -> None:
    kantor.open()
    mine, other = kantor.send(), kantor.send(MATERI)
    client, _ = visitor(mine)
    for url in (f"/isian/{other.pk}/", f"/isian/{other.pk}/buku/"):
        assert client.get(url).status_code == 404
        assert Client().get(url).status_code == 404
    assert client.post(f"/isian/{other.pk}/unggah/").status_code == 404
    kept = Client()
    kept.force_login(kantor.example.people[KEEPER])
    assert kept.get(f"/isian/{mine.pk}/").status_code == 404


def test_a_withdrawn_link_says_whom_to_ask(kantor: Kantor) -> None:
    kantor.open()
    pack = kantor.send()
    client, url = visitor(pack)
    assert isinstance(actions.withdraw_pack(pack, "Salah alamat", kantor.doer()), Done)
    answer = client.get(url)
    assert answer.status_code == 410
    assert "sudah ditarik" in answer.content.decode()
    assert kantor.example.people[KEEPER].nama in answer.content.decode()
    assert client.get(f"{url}buku/").status_code == 404
    again = actions.withdraw_pack(pack, "Lagi", kantor.doer())
    assert isinstance(again, Refused)


def test_sending_again_ends_the_link_before(kantor: Kantor) -> None:
    kantor.open()
    first = kantor.send()
    second = kantor.send()
    assert first.kunci != second.kunci
    assert Client().get(path_of(second)).status_code == 302
    first.refresh_from_db()
    assert "sudah ditarik" in why_closed(first, kantor.now)


def test_a_link_lives_while_the_window_is_open_and_again_when_it_is_reopened(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor.open(days=2)
    pack = kantor.send()
    client, url = visitor(pack)
    later = kantor.now + timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    closed = client.get(url)
    assert closed.status_code == 410 and "ditutup" in closed.content.decode()
    assert client.post(url, {"angka_0": "99"}).status_code == 410
    kantor.now = later
    refused = kantor.open(days=2)
    assert isinstance(refused, Refused) and "alasan" in refused.reason
    assert isinstance(kantor.open(days=2, alasan="Data susulan"), Done)
    assert client.get(url).status_code == 200
    assert "terlalu lama" in why_closed(pack, pack.dibuat_pada + LONGEST + timedelta(days=1))


def test_only_the_keeper_of_the_figures_sends(kantor: Kantor) -> None:
    kantor.open()
    for answer in (
        actions.open_window(kantor.quarter, kantor.today, kantor.today, "x", kantor.doer(OTHER)),
        actions.send_pack(kantor.quarter, PROTOKOL, "", kantor.doer(OTHER)),
        actions.withdraw_pack(kantor.send(), "x", kantor.doer(OTHER)),
    ):
        assert isinstance(answer, Refused) and answer.kode == "bukan_pelaksana"


def test_without_a_window_or_a_mail_server_it_is_said(kantor: Kantor) -> None:
    early = actions.send_pack(kantor.quarter, PROTOKOL, "", kantor.doer())
    assert isinstance(early, Refused) and "masa pengisian" in early.reason
    kantor.open()
    mail = actions.send_pack(kantor.quarter, PROTOKOL, "unit@contoh.id", kantor.doer())
    assert isinstance(mail, Refused) and "surel" in mail.reason
    nobody = actions.send_pack(kantor.quarter, "Bagian Lain", "", kantor.doer())
    assert isinstance(nobody, Refused)


def test_the_letter_carries_the_link_and_the_small_workbook(kantor: Kantor) -> None:
    kantor.open()
    pack = kantor.send()
    pack.surel = "unit@contoh.id"
    letter = letter_of(pack)
    assert isinstance(letter, EmailMessage)
    assert token_of(pack) in letter.body and "17 Januari 2026" in letter.body
    [(name, data, _)] = letter.attachments
    assert name == "data-kinerja-2025-tw3.xlsx" and data.startswith(b"PK")


def test_the_log_does_not_know_the_link(kantor: Kantor) -> None:
    kantor.open()
    pack = kantor.send()
    record = logging.LogRecord("x", 30, "x", 1, "%s: %s", ("Not Found", path_of(pack)), None)
    WithoutKeys().filter(record)
    assert token_of(pack) not in record.getMessage()


def test_who_guesses_has_to_wait(kantor: Kantor) -> None:
    answers = [Client().get(f"/isi/{n}-aaaa.bbbb/").status_code for n in range(31)]
    assert answers == [404] * 30 + [429]
