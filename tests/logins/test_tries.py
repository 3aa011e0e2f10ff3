"""Whoever guesses waits; nobody is kept from his own desk by what strangers try elsewhere."""

import pytest
from django.test import Client

from runut.office.example.office import ExampleOffice
from runut.office.logins import tries
from runut.office.logins.models import FailedLogin
from tests.logins.conftest import Turned, log_in

pytestmark = pytest.mark.django_db


def at(address: str) -> Client:
    return Client(REMOTE_ADDR=address)


def guess(name: str, address: str) -> str:
    answer = log_in(name, "salah sekali", client=at(address))[1]
    return str(answer.content.decode())


def test_one_name_guessed_from_many_machines_waits_but_not_at_its_own_desk(
    example: ExampleOffice, turned: Turned, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tries, "OF_A_NAME", 4)
    log_in("dewi", client=at("10.0.0.5"))
    for n in range(4):
        assert "salah" in guess("dewi", f"203.0.113.{n}")
    assert "Tunggu 15 menit" in guess("dewi", "203.0.113.9")
    assert log_in("dewi", client=at("203.0.113.9"))[1].status_code == 200
    assert log_in("dewi", client=at("10.0.0.5"))[1].status_code == 302
    assert log_in("rina", client=at("203.0.113.9"))[1].status_code == 302, "others are not affected"
    turned.later(minutes=16)
    assert log_in("dewi", client=at("203.0.113.9"))[1].status_code == 302


@pytest.mark.parametrize("limit", ["OF_AN_ADDRESS", "OF_ALL"])
def test_many_names_guessed_wait_too(
    example: ExampleOffice, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(tries, limit, 4)
    for n in range(4):
        assert "salah" in guess(f"nama{n}", "203.0.113.7")
    assert "Tunggu 15 menit" in guess("dewi", "203.0.113.7")


def test_who_waits_does_not_wait_longer_by_trying_and_who_is_right_counts_as_none(
    example: ExampleOffice, turned: Turned
) -> None:
    log_in("dewi")
    assert FailedLogin.objects.count() == 0
    for _ in range(12):
        guess("dewi", "127.0.0.1")
    assert FailedLogin.objects.count() == tries.TRIES
    turned.later(minutes=16)
    assert log_in("dewi")[1].status_code == 302


def test_a_name_that_is_not_known_is_kept_as_a_hash_and_all_for_two_days(
    example: ExampleOffice, turned: Turned, caplog: pytest.LogCaptureFixture
) -> None:
    guess("kata sandi saya di sini", "203.0.113.7")
    assert "kata sandi saya" not in str(vars(FailedLogin.objects.get()))
    assert caplog.text == "", "the log knows nothing of who tried"
    turned.later(hours=49)
    guess("dewi", "203.0.113.7")
    assert [row.person for row in FailedLogin.objects.all()] == [example.people["dewi"]]


def test_who_keeps_the_office_sees_wrong_tries_by_account_and_address(
    example: ExampleOffice, turned: Turned
) -> None:
    rina, _ = log_in("rina")
    assert "Tidak ada." in rina.get("/kantor/masuk/").content.decode()
    for _ in range(3):
        guess("dewi", "203.0.113.7")
    guess("rahasia dewi", "203.0.113.7")
    page = rina.get("/kantor/masuk/").content.decode()
    assert example.people["dewi"].nama in page and ">3</td>" in page
    assert "nama yang tidak dikenal" in page and "rahasia" not in page
    assert log_in("dewi")[0].get("/kantor/masuk/").status_code == 403
    turned.later(hours=49)
    rina, _ = log_in("rina")
    assert "Tidak ada." in rina.get("/kantor/masuk/").content.decode()
