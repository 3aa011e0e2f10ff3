"""Coming in by the office's provider of logins, and every answer of it that lets nobody in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from pytest_django import Settings

from runut.office.example.office import ExampleOffice
from runut.office.logins import provider as logins_provider
from runut.office.people.models import OfficeProfile, Person
from runut.oidc import oidc_of
from tests.logins.conftest import Turned, log_in
from tests.logins.fake_provider import CLIENT, SECRET, FakeProvider, listening, new_key
from tests.logins.test_second_step import is_in, set_up

pytestmark = pytest.mark.django_db
START, STEP = "/masuk/penyedia/", "/masuk/langkah-kedua/"
MAIL = "andreas@kantor.example"


@pytest.fixture(scope="module")
def served() -> Iterator[FakeProvider]:
    with listening(FakeProvider()) as provider:
        yield provider


@pytest.fixture
def sso(  # noqa: PLR0917 - fixtures
    served: FakeProvider,
    example: ExampleOffice,
    turned: Turned,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> FakeProvider:
    """The provider, set for the example office; it knows Andreas."""
    fresh = FakeProvider(issuer=served.issuer, key=served.key, now=turned.at.timestamp())
    vars(served).update(vars(fresh))
    served.person = {"email": MAIL, "email_verified": True}
    told = {
        "RUNUT_OIDC": served.issuer,
        "RUNUT_OIDC_KLIEN": CLIENT,
        "RUNUT_OIDC_NAMA": "SSO Kalbar",
    }
    settings.OIDC = oidc_of(told)
    settings.KEYS_DIR = tmp_path
    (tmp_path / "oidc").write_text(f"{SECRET}\n")
    monkeypatch.setattr(logins_provider, "_known", None)
    Person.objects.filter(username="andreas").update(email=MAIL)
    return served


def come_back(provider: FakeProvider, client: Client | None = None, **query: str) -> Any:
    """A browser that goes to the provider and comes back; answers it and the last page."""
    client = client or Client()
    back = provider.log_in(client.get(START, query).headers["Location"])
    return client, client.get(back.removeprefix("http://127.0.0.1:8000"), follow=True)


def said(answer: Any) -> str:
    return str(answer.content.decode())


def test_whom_the_provider_vouches_for_is_in_and_is_led_on(sso: FakeProvider) -> None:
    page = said(Client().get("/masuk/?next=/sop/"))
    assert "Masuk dengan SSO Kalbar" in page and f"{START}?next=/sop/" in page
    client, answer = come_back(sso, next="/sop/")
    assert is_in(client) and answer.request["PATH_INFO"] == "/sop/"
    assert said(client.get("/akun/")).count("masuk sebagai andreas") == 1
    left = client.post("/keluar/", follow=True)
    assert "keluar juga dari SSO Kalbar" in said(left) and not is_in(client)
    away = client.get("/masuk/penyedia/keluar/").headers["Location"]
    assert away.startswith(f"{sso.issuer}/keluar?tema=polos&client_id=runut")
    assert "keluar juga" not in said(log_in("dewi")[0].post("/keluar/", follow=True))


def test_an_address_outside_is_never_led_on_to(sso: FakeProvider) -> None:
    _, answer = come_back(sso, next="https://penipu.id/")
    assert answer.request["PATH_INFO"] == "/"


@pytest.mark.parametrize(
    "spoil",
    [
        {"nonce": "lain"},
        {"nonce": None},
        {"aud": "program lain"},
        {"aud": [CLIENT, "program lain"]},
        {"azp": "program lain"},
        {"iss": "https://penyedia.lain"},
        {"sub": None},
        {"exp": 1},
        {"exp": "nanti"},
        {"exp": None},
        {"iat": 1},
        {"iat": 9_999_999_999},
        {"nbf": 9_999_999_999},
    ],
    ids=str,
)
def test_a_token_that_was_not_made_for_this_login_lets_nobody_in(
    sso: FakeProvider, spoil: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    sso.spoil = spoil
    client, answer = come_back(sso)
    assert not is_in(client)
    assert "Jawaban SSO Kalbar tidak dapat diterima" in said(answer)
    assert "ditolak" in caplog.text
    assert MAIL not in caplog.text and SECRET not in caplog.text


def test_a_token_with_other_receivers_is_taken_where_it_was_made_for_us(sso: FakeProvider) -> None:
    sso.spoil = {"aud": [CLIENT, "program lain"], "azp": CLIENT}
    assert is_in(come_back(sso)[0])


@pytest.mark.parametrize("how", ["none", "HS256", "another key", "a key of its own"])
def test_a_token_that_the_provider_did_not_sign_lets_nobody_in(sso: FakeProvider, how: str) -> None:
    if how == "none":
        sso.head, sso.signs_with = {"alg": "none"}, ""
    elif how == "HS256":
        sso.head, sso.signs_with = {"alg": "HS256"}, SECRET * 3
    else:
        sso.signs_with = new_key()
        sso.head = {"kid": "milik saya"} if how == "a key of its own" else {}
    client, answer = come_back(sso)
    assert not is_in(client) and "tidak dapat diterima" in said(answer)


def test_keys_of_the_provider_that_changed_are_asked_once_more(sso: FakeProvider) -> None:
    assert is_in(come_back(sso)[0])
    old, sso.key, sso.kid = sso.key, new_key(), "dua"
    assert is_in(come_back(sso)[0])
    assert sso.asked.count("/kunci") == 2
    assert sso.asked.count("/.well-known/openid-configuration") == 1, "it is asked once an hour"
    sso.signs_with, sso.head = old, {"kid": "satu"}
    assert not is_in(come_back(sso)[0]), "a key that was taken away signs no more"


def test_only_the_browser_that_began_is_let_in_once_and_within_ten_minutes(
    sso: FakeProvider, turned: Turned
) -> None:
    client = Client()
    address = client.get(START).headers["Location"]
    back = sso.log_in(address).removeprefix("http://127.0.0.1:8000")
    stranger = Client()
    assert "tidak dimulai di peramban ini" in said(stranger.get(back, follow=True))
    stranger.get(START)
    assert not is_in(stranger) and "tidak dimulai" in said(stranger.get(back, follow=True))
    assert "/token" not in sso.asked, "with a wrong state nothing is asked"
    assert client.get(back).headers["Location"] == "/" and is_in(client)
    client.post("/keluar/")
    assert "sudah dipakai" in said(client.get(back, follow=True)) and not is_in(client)
    client.get(START)
    state = parse_qs(urlsplit(client.get(START).headers["Location"]).query)["state"][0]
    again = client.get(f"/masuk/penyedia/kembali/?code=kode-0&state={state}", follow=True)
    assert "tidak dapat diterima" in said(again), "the provider takes no code twice"
    late = sso.log_in(client.get(START).headers["Location"])
    turned.later(minutes=11)
    client.get(late.removeprefix("http://127.0.0.1:8000"))
    assert not is_in(client)


def test_another_provider_that_answers_is_refused(sso: FakeProvider) -> None:
    client = Client()
    back = sso.log_in(client.get(START).headers["Location"])
    client.get(f"{back}&iss=https://penipu.id".removeprefix("http://127.0.0.1:8000"))
    assert not is_in(client)
    sso.about = {"issuer": "https://penyedia.lain"}
    logins_provider._known = None
    assert "tidak dapat diterima" in said(Client().get(START, follow=True))
    sso.about = {"token_endpoint": "http://10.0.0.7/token"}
    assert not is_in(come_back(sso)[0]), "a secret goes over no open line"


def test_who_breaks_off_at_the_provider_is_told_so(sso: FakeProvider) -> None:
    client = Client()
    state = parse_qs(urlsplit(client.get(START).headers["Location"]).query)["state"][0]
    url = f"/masuk/penyedia/kembali/?error=access_denied&state={state}"
    assert "dibatalkan" in said(client.get(url, follow=True))


@pytest.mark.parametrize(
    ("person", "words"),
    [
        ({"email": "asing@kantor.example", "email_verified": True}, "belum dikenal di kantor ini"),
        ({"email": MAIL}, "belum dipastikan"),
        ({"email": MAIL, "email_verified": "true"}, "belum dipastikan"),
        ({}, "tidak menyebutkan surel"),
        ({"email": ["x"], "email_verified": True}, "tidak menyebutkan surel"),
    ],
)
def test_who_is_not_known_for_sure_is_told_what_to_do_and_nobody_is_made(
    sso: FakeProvider, person: dict[str, Any], words: str
) -> None:
    before = Person.objects.count()
    sso.person = person
    client, answer = come_back(sso)
    assert not is_in(client) and words in said(answer)
    assert Person.objects.count() == before


def test_two_of_one_mail_and_one_who_is_not_active_are_refused(sso: FakeProvider) -> None:
    Person.objects.filter(username="dewi").update(email=MAIL.upper())
    client, answer = come_back(sso)
    assert not is_in(client) and "lebih dari satu pegawai" in said(answer)
    Person.objects.filter(username="andreas").update(is_active=False)
    client, _ = come_back(sso)
    assert "masuk sebagai dewi" in said(client.get("/akun/"))


def test_the_nip_can_find_the_person_also_from_the_page_of_the_provider(
    sso: FakeProvider, settings: Settings
) -> None:
    settings.OIDC = {**settings.OIDC, "claim": "nip"}
    nip = Person.objects.get(username="andreas").nip
    sso.on_page = {"nip": f"{nip[:8]} {nip[8:]}"}
    assert is_in(come_back(sso)[0])
    sso.on_page["sub"] = "orang lain"
    assert not is_in(come_back(sso)[0])


def test_the_second_step_is_asked_unless_the_provider_did(
    sso: FakeProvider, turned: Turned
) -> None:
    _, codes = set_up(log_in("andreas")[0], turned)
    client, answer = come_back(sso, next="/sop/")
    assert answer.request["PATH_INFO"] == STEP and not is_in(client)
    client.post(STEP, {"kode": codes[0], "next": "/sop/"})
    assert is_in(client)
    for methods, lets_in in ((["pwd"], False), ("mfa", False), (["pwd", "mfa"], True)):
        sso.person["amr"] = methods
        assert is_in(come_back(sso)[0]) is lets_in


def test_a_demand_is_met_where_the_provider_asked_for_it(sso: FakeProvider) -> None:
    office = Person.objects.get(username="andreas").office
    OfficeProfile.objects.update_or_create(office=office, defaults={"wajib_langkah_kedua": True})
    assert come_back(sso)[1].request["PATH_INFO"] == "/akun/langkah-kedua/"
    sso.person["amr"] = ["mfa"]
    assert is_in(come_back(sso)[0])


def test_a_provider_that_is_away_is_said_and_passwords_go_on(
    sso: FakeProvider, settings: Settings
) -> None:
    settings.OIDC = {**settings.OIDC, "issuer": "http://127.0.0.1:9"}
    page = Client().get(START, follow=True)
    assert "SSO Kalbar tidak menjawab" in said(page)
    assert log_in("andreas")[1].status_code == 302


def test_without_a_provider_there_is_no_such_page() -> None:
    assert all(Client().get(f"{START}{one}").status_code == 404 for one in ("", "kembali/"))


def test_a_setting_that_cannot_be_asked_safely_stops_the_start() -> None:
    assert oidc_of({}) is None
    for told in (
        {"RUNUT_OIDC": "http://sso.instansi.go.id", "RUNUT_OIDC_KLIEN": "runut"},
        {"RUNUT_OIDC": "sso.instansi.go.id", "RUNUT_OIDC_KLIEN": "runut"},
        {"RUNUT_OIDC": "https://sso.instansi.go.id"},
    ):
        with pytest.raises(ImproperlyConfigured, match="RUNUT_OIDC"):
            oidc_of(told)
