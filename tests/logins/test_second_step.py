"""The second step of coming in: the code of an app after the password."""

import json
import re

import pytest
from django.contrib.auth import get_user
from django.test import Client

from runut.core.trust import totp
from runut.office.example.office import PASSWORD, ExampleOffice
from runut.office.logins.factor import secret_of
from runut.office.logins.models import RecoveryCode, SecondFactor
from runut.office.people.models import OfficeProfile, Person
from runut.office.trust.models import Entry
from tests.logins.conftest import Turned, log_in

pytestmark = pytest.mark.django_db
SET_UP, OFF, STEP = "/akun/langkah-kedua/", "/akun/langkah-kedua/lepas/", "/masuk/langkah-kedua/"


def key_on(page: str) -> str:
    found = re.search(r'name="kunci" value="([^"]+)"', page)
    assert found, page[:500]
    return found[1]


def set_up(client: Client, turned: Turned) -> tuple[bytes, list[str]]:
    """Set up with what the page shows, as an app would; answers the secret and the codes."""
    page = client.get(SET_UP).content.decode()
    person = get_user(client)
    secret = secret_of(person, client.session["benih_langkah_kedua"])
    assert totp.in_text(secret) in page
    code = totp.code_at(secret, totp.counter_at(turned.at))
    sent = {"kunci": key_on(page), "kode": code, "sandi": PASSWORD}
    shown = client.post(SET_UP, sent).content.decode()
    return secret, re.findall(r'<li class="code">([A-Z0-9-]+)</li>', shown)


def code_now(secret: bytes, turned: Turned) -> str:
    return totp.code_at(secret, totp.counter_at(turned.at))


def is_in(client: Client) -> bool:
    return client.get("/").status_code == 200


def kinds() -> list[str]:
    lines = Entry.objects.filter(kind__contains="langkah_kedua").order_by("seq")
    return list(lines.values_list("kind", flat=True))


def test_the_codes_are_those_of_the_standard() -> None:
    """RFC 6238, appendix B, SHA-1; its eight digits end with our six."""
    for second, code in (
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ):
        assert totp.code_at(b"12345678901234567890", second // 30) == code[-6:]


def test_after_the_password_comes_the_code_and_then_the_page_that_was_asked_for(
    example: ExampleOffice, turned: Turned
) -> None:
    first, _ = log_in("andreas")
    secret, codes = set_up(first, turned)
    assert len(codes) == len(set(codes)) == 10
    turned.later(minutes=1)

    client = Client()
    sent = {"username": "andreas", "password": PASSWORD, "next": "/sop/"}
    asked = client.post("/masuk/", sent)
    assert asked.headers["Location"] == f"{STEP}?next=%2Fsop%2F"
    assert not is_in(client), "the password alone lets nobody in"
    wrong = client.post(STEP, {"kode": "000000", "next": "/sop/"})
    assert "Kode itu salah atau sudah lewat" in wrong.content.decode() and not is_in(client)
    right = client.post(STEP, {"kode": code_now(secret, turned), "next": "/sop/"})
    assert right.headers["Location"] == "/sop/" and is_in(client)
    assert kinds() == ["pegawai.langkah_kedua_dipasang"]


def test_a_code_is_good_once_and_for_a_minute_and_a_half_at_most(
    example: ExampleOffice, turned: Turned
) -> None:
    secret, _ = set_up(log_in("andreas")[0], turned)
    used = code_now(secret, turned)
    assert not _comes_in("andreas", used), "the code it was set up with is used up"
    turned.later(seconds=30)
    code = code_now(secret, turned)
    assert _comes_in("andreas", code)
    assert not _comes_in("andreas", code), "seen over the shoulder it is worth nothing"
    turned.later(seconds=30)
    old = code_now(secret, turned)
    turned.later(seconds=61)
    assert not _comes_in("andreas", old)
    ahead = totp.code_at(secret, totp.counter_at(turned.at) + 1)
    assert _comes_in("andreas", f"{ahead[:3]} {ahead[3:]}"), "a telephone half a minute ahead"


def _comes_in(name: str, code: str) -> bool:
    client, _ = log_in(name)
    return bool(client.post(STEP, {"kode": code}).status_code == 302) and is_in(client)


def test_a_code_of_recovery_lets_in_once_and_is_kept_as_a_hash_only(
    example: ExampleOffice, turned: Turned
) -> None:
    _, codes = set_up(log_in("andreas")[0], turned)
    rows = [str(vars(row)) for row in RecoveryCode.objects.all()]
    assert len(rows) == 10
    assert not any(code in row or code.replace("-", "") in row for code in codes for row in rows)
    assert _comes_in("andreas", codes[3].lower().replace("-", " "))
    assert not _comes_in("andreas", codes[3])
    line = Entry.objects.get(kind="pegawai.kode_pemulihan_dipakai")
    assert json.loads(line.payload) == {"sisa": 9}


def test_the_database_alone_gives_no_code(
    example: ExampleOffice, turned: Turned, settings: object
) -> None:
    secret, _ = set_up(log_in("andreas")[0], turned)
    row = SecondFactor.objects.get()
    assert totp.in_base32(secret) not in str(vars(row)) and secret.hex() not in str(vars(row))
    settings.SECRET_KEY = "kunci kantor lain"  # type: ignore[attr-defined]
    assert secret_of(row.person, row.benih) != secret


def test_guessing_codes_waits_like_guessing_passwords(
    example: ExampleOffice, turned: Turned
) -> None:
    secret, _ = set_up(log_in("andreas")[0], turned)
    turned.later(minutes=1)
    client, _ = log_in("andreas")
    for _ in range(8):
        client.post(STEP, {"kode": "000000"})
    waits = client.post(STEP, {"kode": code_now(secret, turned)}).content.decode()
    assert "Tunggu 15 menit" in waits and not is_in(client)
    turned.later(minutes=16)
    assert _comes_in("andreas", code_now(secret, turned))


def test_who_waits_at_the_second_step_starts_again_after_ten_minutes_or_another_password(
    example: ExampleOffice, turned: Turned
) -> None:
    secret, _ = set_up(log_in("andreas")[0], turned)
    client, _ = log_in("andreas")
    turned.later(minutes=11)
    late = client.post(STEP, {"kode": code_now(secret, turned)})
    assert late.headers["Location"] == "/masuk/" and not is_in(client)
    client, _ = log_in("andreas")
    andreas = Person.objects.get(username="andreas")
    andreas.set_password("kata sandi lain sekali")
    andreas.save()
    assert client.get(STEP).headers["Location"] == "/masuk/"


def test_nothing_is_set_up_without_the_password_or_the_code(
    example: ExampleOffice, turned: Turned
) -> None:
    client, _ = log_in("andreas")
    page = client.get(SET_UP).content.decode()
    secret = secret_of(get_user(client), client.session["benih_langkah_kedua"])
    code = code_now(secret, turned)
    for kode, sandi in ((code, "salah sekali"), ("123456", PASSWORD), ("", "")):
        sent = {"kunci": key_on(page), "kode": kode, "sandi": sandi}
        assert client.post(SET_UP, sent).status_code == 422
    assert not SecondFactor.objects.exists()


def test_its_owner_takes_it_off_by_a_code(example: ExampleOffice, turned: Turned) -> None:
    client, _ = log_in("andreas")
    secret, _ = set_up(client, turned)
    turned.later(minutes=1)
    key = key_on(client.get(OFF).content.decode())
    assert client.post(OFF, {"kunci": key, "kode": "000000"}).status_code == 422
    assert client.post(OFF, {"kunci": key, "kode": code_now(secret, turned)}).status_code == 302
    assert not SecondFactor.objects.exists() and not RecoveryCode.objects.exists()
    assert log_in("andreas")[1].headers["Location"] == "/"
    assert kinds()[-1] == "pegawai.langkah_kedua_dilepas"


def test_who_keeps_the_office_takes_it_off_others_and_not_himself(
    example: ExampleOffice, turned: Turned
) -> None:
    set_up(log_in("andreas")[0], turned)
    rina, _ = log_in("rina")
    set_up(rina, turned)
    for name, status in (("andreas", 302), ("rina", 422)):
        page = f"/kantor/pegawai/{example.people[name].pk}/langkah-kedua/"
        sent = {"kunci": name, "alasan": "Telepon hilang"}
        assert rina.post(page, sent).status_code == status
    assert SecondFactor.objects.get().person.username == "rina"
    line = Entry.objects.get(kind="pegawai.langkah_kedua_dilepaskan")
    assert json.loads(line.payload) == {"reason": "Telepon hilang"}
    page = f"/kantor/pegawai/{example.people['andreas'].pk}/"
    assert "melepas langkah kedua pegawai ini" in rina.get(page).content.decode()


def test_a_code_of_the_keeper_does_not_go_around_the_second_step(
    example: ExampleOffice, turned: Turned
) -> None:
    set_up(log_in("andreas")[0], turned)
    rina, _ = log_in("rina")
    page = f"/kantor/pegawai/{example.people['andreas'].pk}/kode/"
    sent = {"kunci": "k", "pegawai": [example.people["andreas"].pk]}
    slip = rina.post(page, sent).content.decode()
    code = re.search(r'class="slip-code">([^<]+)<', slip)
    assert code
    new = "sapi makan rumput hijau"
    client = Client()
    sent = {"nama": "andreas", "kode": code[1], "sandi": new, "sandi_lagi": new}
    assert client.post("/masuk/kode/", sent).headers["Location"] == STEP
    assert not is_in(client)


def test_an_office_may_demand_it_of_who_signs_or_keeps(
    example: ExampleOffice, turned: Turned
) -> None:
    rina, _ = log_in("rina")
    page = rina.get("/kantor/masuk/").content.decode()
    assert example.people["andreas"].nama in page and example.people["dewi"].nama not in page
    versi = re.search(r'name="versi" value="([^"]+)"', page)
    assert versi
    sent = {"kunci": key_on(page), "versi": versi[1], "wajib_langkah_kedua": "on"}
    assert rina.post("/kantor/masuk/", sent).status_code == 302
    assert OfficeProfile.objects.get().wajib_langkah_kedua
    assert is_in(rina), "who is in already goes on working"

    andreas, answer = log_in("andreas")
    assert answer.headers["Location"] == SET_UP
    for url in ("/", "/sop/", "/akun/", "/kata-sandi/"):
        assert andreas.get(url).headers["Location"] == SET_UP
    assert andreas.post("/kantor/lewati/", {}).headers["Location"] == SET_UP
    assert "mewajibkan langkah kedua" in andreas.get(SET_UP).content.decode()
    set_up(andreas, turned)
    assert is_in(andreas)
    assert log_in("dewi")[1].headers["Location"] == "/", "others are asked for nothing"


def test_siap_dijalankan_asks_for_it(example: ExampleOffice, turned: Turned) -> None:
    rina, _ = log_in("rina")
    told = rina.get("/kantor/siap/").content.decode()
    assert "Belum memasang langkah kedua" in told and "/kantor/masuk/" in told
