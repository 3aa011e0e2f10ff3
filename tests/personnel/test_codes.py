"""A one-time code lets one person in once, with a password of his own at once."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from runut.office import clock
from runut.office.example.office import PASSWORD, ExampleOffice
from runut.office.people.models import Person
from runut.office.personnel.actions.codes import make_codes, use_code, valid_code
from runut.office.personnel.models import LoginCode
from tests.personnel.keeping import NOW, doer, told
from tests.security.walking import forms_of

pytestmark = pytest.mark.django_db
OWN = "sapi makan rumput"
URL = "/masuk/kode/"


def make(example: ExampleOffice, *names: str) -> list[str]:
    _, made = make_codes([example.people[one].pk for one in names], doer(example), "/")
    return [one.code for one in made]


def come_in(client: Client, code: str, nama: str = "dewi", **typed: str) -> Any:
    told_ = {"nama": nama, "kode": code, "sandi": OWN, "sandi_lagi": OWN, **typed}
    return client.post(URL, told_)


def who(client: Client) -> str:
    return str(client.session.get("_auth_user_id", ""))


def test_a_code_lets_in_and_the_password_is_ones_own(example: ExampleOffice) -> None:
    [code], client = make(example, "dewi"), Client()
    answer = come_in(client, code)
    dewi = Person.objects.get(username="dewi")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert who(client) == dewi.ref
    assert dewi.check_password(OWN) and not dewi.check_password(PASSWORD)
    assert [line.keys() for line in told("pegawai.kode_dipakai")] == [{"dibuat_pada"}]


def test_however_it_is_typed_it_is_the_code(example: ExampleOffice) -> None:
    [code] = make(example, "dewi")
    assert come_in(Client(), code.lower().replace("-", " "), nama=" DEWI ").status_code == 302


def test_it_lets_in_once(example: ExampleOffice) -> None:
    [code] = make(example, "dewi")
    come_in(Client(), code)
    again = Client()
    answer = come_in(again, code, sandi="kuda makan jagung", sandi_lagi="kuda makan jagung")
    assert answer.status_code == 422 and not who(again)
    assert Person.objects.get(username="dewi").check_password(OWN)


def test_it_lets_in_nobody_else(example: ExampleOffice) -> None:
    [code], client = make(example, "dewi"), Client()
    assert come_in(client, code, nama="rina").status_code == 422
    assert not who(client)


def test_another_code_ends_the_one_before(example: ExampleOffice) -> None:
    [first], [second] = make(example, "dewi"), make(example, "dewi")
    assert come_in(Client(), first).status_code == 422
    assert come_in(Client(), second).status_code == 302


def test_after_seventy_two_hours_it_is_too_late(
    example: ExampleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    [code], dewi = make(example, "dewi"), example.people["dewi"]
    assert valid_code(dewi, code, NOW + timedelta(hours=71, minutes=59))
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=72))
    assert come_in(Client(), code).status_code == 422


def test_a_weak_or_mistyped_password_does_not_use_the_code_up(example: ExampleOffice) -> None:
    [code] = make(example, "dewi")
    weak = come_in(Client(), code, sandi="pendek", sandi_lagi="pendek")
    assert "sedikitnya 10" in weak.content.decode()
    easy = come_in(Client(), code, sandi="1234567890", sandi_lagi="1234567890")
    assert "mudah ditebak" in easy.content.decode()
    other = come_in(Client(), code, sandi_lagi="sapi makan jagung")
    assert "tidak sama" in other.content.decode()
    assert come_in(Client(), code).status_code == 302


def test_whoever_was_in_under_the_name_is_out(example: ExampleOffice) -> None:
    old = Client()
    assert old.login(username="dewi", password=PASSWORD)
    assert old.get("/").status_code == 200
    [code] = make(example, "dewi")
    assert old.get("/").status_code == 200
    come_in(Client(), code)
    assert old.get("/").status_code == 302


def test_only_a_hash_is_kept(example: ExampleOffice) -> None:
    [code] = make(example, "dewi")
    row = LoginCode.objects.get()
    assert code not in str(vars(row)) and code.replace("-", "") not in str(vars(row))
    assert code not in str(told("pegawai.kode_dibuat"))


def test_wrong_codes_wait_like_wrong_passwords(example: ExampleOffice) -> None:
    [code], client = make(example, "dewi"), Client()
    for _ in range(8):
        come_in(client, "AAAA-BBBB-CCCC")
    answer = come_in(client, code)
    assert answer.status_code == 422
    assert "Terlalu banyak percobaan" in answer.content.decode()


def test_an_account_that_is_not_active_gets_no_code_and_is_not_let_in(
    example: ExampleOffice,
) -> None:
    [code], dewi = make(example, "dewi"), example.people["dewi"]
    Person.objects.filter(pk=dewi.pk).update(is_active=False)
    assert come_in(Client(), code).status_code == 422
    assert make(example, "dewi") == []
    assert not isinstance(use_code("dewi", code, OWN, NOW), Person)


def test_the_slip_shows_the_code_once_with_address_and_picture(
    example: ExampleOffice, rina: Client
) -> None:
    url = f"/kantor/pegawai/{example.people['dewi'].pk}/kode/"
    form = forms_of(rina, url)[0]
    page = form.send(rina).content.decode()
    # a signed field of the page may hold such signs too, within longer ones
    code = re.search(r"(?<![\w-])[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}(?![\w-])", page)
    assert code is not None
    assert "/masuk/kode/" in page and "data:image/svg+xml;base64," in page
    assert "15 Januari 2026" in page.replace("\xa0", " ")

    again = form.send(rina)
    assert again.status_code == 422
    assert "hanya ditampilkan sekali" in again.content.decode()
    assert code[0] not in again.content.decode()
    assert LoginCode.objects.count() == 1
    assert code[0] not in rina.get(url).content.decode()
    assert come_in(Client(), code[0]).status_code == 302


def test_a_sheet_for_many_has_a_slip_for_each(example: ExampleOffice, rina: Client) -> None:
    form = forms_of(rina, "/kantor/pegawai/kode/")[0]
    form.fields["pegawai"] = [str(example.people[one].pk) for one in ("dewi", "budi")]
    page = form.send(rina).content.decode()
    assert page.count('class="slip"') == 2


def test_the_login_shows_the_way_and_the_slip_fills_the_name_in(example: ExampleOffice) -> None:
    client = Client()
    assert 'href="/masuk/kode/"' in client.get("/masuk/").content.decode()
    assert 'value="dewi"' in client.get(URL, {"nama": "dewi"}).content.decode()
