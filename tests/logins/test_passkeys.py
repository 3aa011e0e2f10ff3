"""Passkeys: beside the app after the password, or alone; set up and taken off by their owner."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from runut.office.example.office import PASSWORD, ExampleOffice
from runut.office.logins import tries
from runut.office.logins.models import FailedLogin, Passkey, RecoveryCode
from runut.office.people.models import OfficeProfile
from runut.office.trust.models import Entry
from tests.logins.conftest import Turned, log_in
from tests.logins.device import HOME, Device
from tests.logins.test_second_step import is_in, key_on
from tests.logins.test_second_step import set_up as set_up_app

pytestmark = pytest.mark.django_db
NAME, MAKE, STEP = "/akun/kunci-sandi/", "/akun/kunci-sandi/buat/", "/masuk/langkah-kedua/"
ALONE = "/masuk/kunci-sandi/"


@pytest.fixture
def https(example: ExampleOffice) -> ExampleOffice:
    """The example office at an address that lets passkeys be used."""
    OfficeProfile.objects.update_or_create(office=example.office, defaults={"alamat_publik": HOME})
    return example


def asked(page: str) -> dict[str, Any]:
    found = re.search(r'data-asked="([^"]+)"', page)
    assert found, page[:3000]
    return dict(json.loads(unescape(found[1])))


def at(client: Client, url: str) -> tuple[str, dict[str, Any]]:
    page = client.get(url).content.decode()
    return page, asked(page)


def set_up(client: Client, device: Device, name: str = "Telepon") -> list[str]:
    """As a browser does it; answers the codes of recovery that are shown."""
    named = client.post(NAME, {"nama": name, "sandi": PASSWORD})
    assert named.headers["Location"] == MAKE
    page, told = at(client, MAKE)
    sent = {"kunci": key_on(page), "kunci_sandi": device.make(told)}
    answer = client.post(MAKE, sent)
    return re.findall(r'<li class="code">([A-Z0-9-]+)</li>', answer.content.decode())


def after_password(device: Device, name: str = "andreas") -> Client:
    client, answer = log_in(name)
    assert answer.headers["Location"] == STEP and not is_in(client)
    client.post(STEP, {"kunci_sandi": device.use(at(client, STEP)[1])})
    return client


def alone(device: Device) -> Client:
    client = Client()
    client.post(ALONE, {"kunci_sandi": device.use(at(client, ALONE)[1])})
    return client


def lines() -> list[tuple[str, str]]:
    found = Entry.objects.filter(kind__contains="kunci_sandi").order_by("seq")
    return list(found.values_list("kind", "payload"))


def test_a_passkey_is_set_up_asked_for_after_the_password_and_taken_off(
    https: ExampleOffice, turned: Turned
) -> None:
    first, device = log_in("andreas")[0], Device()
    assert len(set_up(first, device, "Telepon Andreas")) == 10
    page = first.get("/akun/").content.decode()
    assert "Kunci sandi “Telepon Andreas”" in page and "belum pernah dipakai" in page
    client = after_password(device)
    assert is_in(client)

    off = f"/akun/kunci-sandi/{Passkey.objects.get().pk}/lepas/"
    page, told = at(client, off)
    assert "langkah kedua Saudara yang terakhir" in page
    assert client.post(off, {"kunci": key_on(page)}).status_code == 422
    page, told = at(client, off)
    sent = {"kunci": key_on(page), "kunci_sandi": device.use(told)}
    assert client.post(off, sent).headers["Location"] == "/akun/"
    assert not Passkey.objects.exists() and not RecoveryCode.objects.exists()
    assert log_in("andreas")[1].headers["Location"] == "/"
    told_name = '{"nama":"Telepon Andreas"}'
    assert lines() == [
        ("pegawai.kunci_sandi_dipasang", told_name),
        ("pegawai.kunci_sandi_dilepas", told_name),
    ]


def test_a_passkey_alone_lets_in_whom_it_belongs_to(https: ExampleOffice) -> None:
    device, other = Device(), Device()
    assert "kunci sandi" not in Client().get("/masuk/").content.decode(), "nobody has one"
    set_up(log_in("andreas")[0], device)
    set_up(log_in("dewi")[0], other)
    page = Client().get("/masuk/?next=/sop/").content.decode()
    assert f"{ALONE}?next=/sop/" in page
    client = alone(device)
    assert is_in(client)
    assert https.people["andreas"].nama in client.get("/akun/").content.decode()
    assert is_in(alone(other))


@pytest.mark.parametrize(
    "spoil",
    [
        {"origin": "https://penipu.id", "host": "penipu.id"},
        {"origin": "http://runut.kantor.id"},
        {"verifies": False},
        {"handle": ""},
        {"handle": "AAAA"},
        {"key": Device().key},
    ],
)
def test_a_passkey_that_proves_too_little_lets_nobody_in_alone(
    https: ExampleOffice, spoil: dict[str, object]
) -> None:
    device = Device()
    set_up(log_in("andreas")[0], device)
    vars(device).update(spoil)
    client = alone(device)
    assert not is_in(client)
    assert FailedLogin.objects.get().person == https.people["andreas"]
    if "verifies" in spoil:
        assert is_in(after_password(device)), "after the password a touch is enough"


def test_an_answer_is_good_once_and_for_the_browser_that_was_asked(
    https: ExampleOffice, turned: Turned
) -> None:
    device = Device(step=0)
    set_up(log_in("andreas")[0], device)
    client = Client()
    heard = device.use(at(client, ALONE)[1])
    client.post(ALONE, {"kunci_sandi": heard})
    assert is_in(client)
    client.post("/keluar/")
    for again in (client, Client()):
        again.get(ALONE)
        refused = again.post(ALONE, {"kunci_sandi": heard})
        assert refused.status_code == 200 and not is_in(again)
        assert "tidak dapat diterima" in refused.content.decode()
    late = Client()
    answer = device.use(at(late, ALONE)[1])
    turned.later(minutes=11)
    late.post(ALONE, {"kunci_sandi": answer})
    assert not is_in(late)


def test_a_challenge_for_one_purpose_is_none_for_another(https: ExampleOffice) -> None:
    device = Device()
    set_up(log_in("andreas")[0], device)
    client, _ = log_in("andreas")
    for_alone = device.use(at(client, ALONE)[1])
    client.post(STEP, {"kunci_sandi": for_alone})
    assert not is_in(client)


def test_a_counter_that_falls_is_a_copy(https: ExampleOffice) -> None:
    device = Device()
    set_up(log_in("andreas")[0], device)
    assert is_in(after_password(device)) and is_in(alone(device))
    device.counter -= 1
    assert not is_in(after_password(device)), "the same number again"
    device.counter = -1
    assert not is_in(after_password(device)), "a copy that counts nothing"
    device.counter = 7
    assert is_in(after_password(device))


def test_the_passkey_of_another_person_is_no_second_step_and_takes_nothing_off(
    https: ExampleOffice,
) -> None:
    device, other = Device(), Device()
    set_up(log_in("andreas")[0], device)
    dewi = log_in("dewi")[0]
    set_up(dewi, other)
    assert not is_in(after_password(other))
    off = f"/akun/kunci-sandi/{Passkey.objects.get(person__username='andreas').pk}/lepas/"
    assert dewi.get(off).status_code == 404
    assert dewi.post(off, {"kunci": "k", "kode": "000000"}).status_code == 404
    assert Passkey.objects.count() == 2


def test_nothing_is_set_up_without_the_password_or_twice(
    https: ExampleOffice, turned: Turned
) -> None:
    client, device = log_in("andreas")[0], Device()
    assert client.post(NAME, {"nama": "x", "sandi": "salah sekali"}).status_code == 422
    assert client.get(MAKE).headers["Location"] == NAME
    assert client.post(MAKE, {"kunci": "k", "kunci_sandi": "{}"}).headers["Location"] == NAME
    client.post(NAME, {"nama": "x", "sandi": PASSWORD})
    page, told = at(client, MAKE)
    empty = client.post(MAKE, {"kunci": key_on(page)})
    assert empty.status_code == 422 and "belum dibuat" in empty.content.decode()
    sent = {"kunci": key_on(page), "kunci_sandi": device.make(told)}
    assert client.post(MAKE, sent).status_code == 422, "its challenge is used up"
    set_up(client, device)
    assert set_up(client, device) == [], "the same key again"
    assert Passkey.objects.count() == 1
    client.post(NAME, {"nama": "x", "sandi": PASSWORD})
    turned.later(minutes=11)
    assert client.get(MAKE).headers["Location"] == NAME


def test_with_an_app_too_either_is_enough_and_the_codes_stay_until_the_last_is_gone(
    https: ExampleOffice, turned: Turned
) -> None:
    client, device = log_in("andreas")[0], Device()
    _, codes = set_up_app(client, turned)
    assert len(codes) == 10 and set_up(client, device) == []
    assert is_in(after_password(device))
    waiting, _ = log_in("andreas")
    waiting.post(STEP, {"kode": codes[0]})
    assert is_in(waiting)
    page, told = at(client, "/akun/langkah-kedua/lepas/")
    sent = {"kunci": key_on(page), "kunci_sandi": device.use(told)}
    assert client.post("/akun/langkah-kedua/lepas/", sent).status_code == 302
    assert RecoveryCode.objects.count() == 10
    assert log_in("andreas")[1].headers["Location"] == STEP


def test_new_codes_of_recovery_void_the_old_ones(https: ExampleOffice) -> None:
    client, device = log_in("andreas")[0], Device()
    old = set_up(client, device)
    page = client.get("/akun/kode-pemulihan/").content.decode()
    wrong = {"kunci": key_on(page), "kode": "ABCDE-FGHJK"}
    assert client.post("/akun/kode-pemulihan/", wrong).status_code == 422
    sent = {"kunci": "baru", "kode": old[0]}
    shown = client.post("/akun/kode-pemulihan/", sent).content.decode()
    new = re.findall(r'<li class="code">([A-Z0-9-]+)</li>', shown)
    assert len(set(new) - set(old)) == 10
    for code, lets_in in ((old[1], False), (new[1], True)):
        waiting, _ = log_in("andreas")
        waiting.post(STEP, {"kode": code})
        assert is_in(waiting) is lets_in


def test_a_demand_is_met_by_a_passkey_and_its_keeper_takes_it_off(https: ExampleOffice) -> None:
    OfficeProfile.objects.update(wajib_langkah_kedua=True)
    client, device = log_in("andreas")[0], Device()
    assert client.get("/").headers["Location"] == "/akun/langkah-kedua/"
    set_up(client, device)
    assert is_in(client)
    page = log_in("rina")[0].get("/akun/langkah-kedua/")
    assert NAME in page.content.decode()
    OfficeProfile.objects.update(wajib_langkah_kedua=False)
    rina = log_in("rina")[0]
    off = f"/kantor/pegawai/{https.people['andreas'].pk}/langkah-kedua/"
    assert rina.post(off, {"kunci": "k", "alasan": "Telepon hilang"}).status_code == 302
    assert not Passkey.objects.exists() and not RecoveryCode.objects.exists()


def test_without_https_the_page_says_why_and_codes_go_on(https: ExampleOffice) -> None:
    client, device = log_in("andreas")[0], Device()
    codes = set_up(client, device)
    OfficeProfile.objects.update(alamat_publik="http://10.0.0.7:8000")
    for url in ("/akun/", NAME):
        page = client.get(url).content.decode()
        assert "HTTPS" in page and "http://10.0.0.7:8000" in page
    waiting, _ = log_in("andreas")
    page = waiting.get(STEP).content.decode()
    assert "data-passkey" not in page and "tidak dapat dipakai di sini" in page
    waiting.post(STEP, {"kode": codes[0]})
    assert is_in(waiting)


def test_strangers_who_guess_keep_nobody_from_his_passkey(
    https: ExampleOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tries, "OF_A_NAME", 3)
    device = Device()
    set_up(log_in("andreas")[0], device)
    for n in range(4):
        stranger = Client(REMOTE_ADDR=f"203.0.113.{n}")
        stranger.get(ALONE)
        stranger.post(ALONE, {"kunci_sandi": Device().use({"challenge": "AAAA"})})
    assert is_in(alone(device))
