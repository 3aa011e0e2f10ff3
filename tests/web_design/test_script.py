"""The small script: typed text survives, nothing is sent twice, and pages work without it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route

pytestmark = pytest.mark.browser

SCRIPT = Path("runut/office/web/static/web/runut.js").read_text()
FORM = """<!doctype html><html lang="id"><body data-pengguna="7"><main id="isi">
<form method="post" action="/kirim" data-simpan="notulensi"><textarea name="isi"></textarea>
<input type="password" name="sandi"><button>Simpan</button></form></main>
<script src="/runut.js" defer></script></body></html>"""
SAVED = """<!doctype html><body data-pengguna="7"><span data-tersimpan="notulensi"></span>
<script src="/runut.js" defer></script></body>"""


TAKEN = FORM.replace("<form", '<div role="status" data-berhasil>Tersimpan.</div><form')


class Office:
    """Answers the browser from memory; counts what is sent."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.warnings: list[str] = []

    def answer(self, route: Route, request: Request) -> None:
        if request.url.endswith("/runut.js"):
            route.fulfill(body=SCRIPT, content_type="text/javascript; charset=utf-8")
        elif request.method == "POST":
            self.sent.append(request.post_data or "")
            route.fulfill(status=204)
        else:
            page = request.url.rsplit("/", 1)[1]
            body = {"tersimpan": SAVED, "diterima": TAKEN}.get(page, FORM)
            route.fulfill(body=body, content_type="text/html")


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def page(chromium: Browser, office: Office) -> Iterator[Page]:
    context = chromium.new_context()
    context.route("**/*", office.answer)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.on("dialog", lambda dialog: office.warnings.append(dialog.type))
    page.goto("http://runut.test/isi")
    yield page
    context.close()


def type_and_lose_the_session(page: Page) -> None:
    page.fill("textarea", "Putusan rapat: target naik.")
    page.fill("input", "rahasia")
    page.wait_for_function("localStorage.length === 1")
    page.goto("http://runut.test/isi")


def test_typed_text_is_offered_after_a_lost_session(page: Page) -> None:
    type_and_lose_the_session(page)
    assert page.input_value("textarea") == "", "nothing is filled in unasked"
    page.click("text=Pakai lagi")
    assert page.input_value("textarea") == "Putusan rapat: target naik."
    assert page.input_value("input") == "", "a password is never kept"


def test_kept_text_goes_when_thrown_away_or_saved(page: Page) -> None:
    type_and_lose_the_session(page)
    page.click("text=Buang")
    assert page.evaluate("localStorage.length") == 0
    type_and_lose_the_session(page)
    page.goto("http://runut.test/tersimpan")
    assert page.evaluate("localStorage.length") == 0


def test_kept_text_is_not_shown_to_somebody_else_on_the_same_computer(page: Page) -> None:
    type_and_lose_the_session(page)
    page.context.unroute_all()
    office = Office()

    def other(route: Route, request: Request) -> None:
        if request.url.endswith("/isi"):
            body = FORM.replace('"7"', '"8"')
            route.fulfill(body=body, content_type="text/html")
        else:
            office.answer(route, request)

    page.context.route("**/*", other)
    page.goto("http://runut.test/isi")
    assert page.locator("text=Pakai lagi").count() == 0


def test_leaving_with_unsaved_text_is_warned_of(page: Page, office: Office) -> None:
    page.click("textarea")
    page.keyboard.type("Putusan")
    page.goto("http://runut.test/tersimpan")
    assert office.warnings == ["beforeunload"]
    page.goto("http://runut.test/isi")
    assert office.warnings == ["beforeunload"], "nothing typed, nothing to warn of"


def test_a_form_is_sent_once_however_often_the_button_is_pressed(
    page: Page, office: Office
) -> None:
    page.fill("textarea", "a")
    page.evaluate("() => { const b = document.querySelector('button'); b.click(); b.click(); }")
    page.wait_for_timeout(300)
    assert len(office.sent) == 1
    assert page.inner_text("button") == "Sedang diproses…"


def test_what_was_taken_is_not_offered_again_on_the_page_that_says_so(page: Page) -> None:
    page.fill("textarea", "Putusan rapat: target naik.")
    page.click("button")
    page.goto("http://runut.test/diterima")
    assert page.locator("text=belum terkirim").count() == 0


def test_what_was_sent_in_vain_is_offered_though_another_act_succeeded(page: Page) -> None:
    page.fill("textarea", "Putusan rapat: target naik.")
    page.click("button")
    page.goto("http://runut.test/isi")
    assert page.locator("text=belum terkirim").count() == 1
    page.goto("http://runut.test/diterima")
    assert page.locator("text=belum terkirim").count() == 1
