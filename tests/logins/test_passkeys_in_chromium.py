"""A passkey in a real browser, with a device that it makes up (CDP's virtual authenticator)."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from runut.office.example.office import PASSWORD
from tests.browser.conftest import named_address
from tests.chromium import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not Path(CHROMIUM).exists() and os.environ.get("CI") != "true",
        reason="Chromium tidak terpasang di mesin ini",
    ),
]
__all__ = ["named_address"]
KEYS = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def device_of(page: Page) -> tuple[CDPSession, str]:
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    told = tools.send("WebAuthn.addVirtualAuthenticator", {"options": KEYS})
    return tools, told["authenticatorId"]


def leave(page: Page, home: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{home}/masuk/")


def log_in(page: Page, name: str = "andreas") -> None:
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("main button")


def test_a_passkey_is_made_asked_for_used_alone_and_taken_off(
    page: Page, named_address: str
) -> None:
    tools, device = device_of(page)
    page.goto(f"{named_address}/masuk/")
    log_in(page)
    expect(page).to_have_url(f"{named_address}/")
    page.goto(f"{named_address}/akun/kunci-sandi/")
    page.fill("[name=sandi]", PASSWORD)
    page.click("text=Lanjut")
    page.click("text=Buat kunci sandi >> nth=-1")
    expect(page.locator("li.code")).to_have_count(10)
    made = tools.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]
    assert [one["rpId"] for one in made] == ["localhost"]

    leave(page, named_address)
    log_in(page)
    expect(page).to_have_url(re.compile("langkah-kedua"))
    page.click("text=Pakai kunci sandi")
    expect(page).to_have_url(f"{named_address}/")

    leave(page, named_address)
    page.click("text=Masuk dengan kunci sandi")  # asked as soon as the page is there
    expect(page).to_have_url(f"{named_address}/")

    page.goto(f"{named_address}/akun/")
    page.click("a:has-text('Lepas')")
    page.click("text=Lepas dengan kunci sandi")
    expect(page).to_have_url(f"{named_address}/akun/")
    leave(page, named_address)
    expect(page.locator("text=Masuk dengan kunci sandi")).to_have_count(0)


def test_what_the_browser_refuses_is_said_beside_the_button(page: Page, named_address: str) -> None:
    page.goto(f"{named_address}/masuk/")
    log_in(page, "dewi")
    expect(page).to_have_url(f"{named_address}/")
    page.goto(f"{named_address}/akun/kunci-sandi/")
    page.fill("[name=sandi]", PASSWORD)
    page.click("text=Lanjut")
    told = page.locator(".passkey-told")
    form = page.locator("form[data-passkey]")
    form.evaluate("form => { form.dataset.origin = 'https://runut.kantor.id'; }")
    page.click("text=Buat kunci sandi >> nth=-1")
    expect(told).to_contain_text("Kunci sandi hanya berlaku di https://runut.kantor.id")
    page.reload()
    for error, words in (
        ("NotAllowedError", "dibatalkan"),
        ("InvalidStateError", "sudah mempunyai"),
    ):
        refuse = f"navigator.credentials.create = () => Promise.reject({{name: '{error}'}})"
        page.evaluate(f"() => {{ {refuse}; }}")
        page.click("text=Buat kunci sandi >> nth=-1")
        expect(told).to_contain_text(words)
