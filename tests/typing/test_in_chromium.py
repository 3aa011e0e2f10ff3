"""The same in a real browser, with and without its script; sessions end as rows of the database."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from runut.office.example.office import PASSWORD
from tests.browser.conftest import address, stations
from tests.chromium import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not Path(CHROMIUM).exists() and os.environ.get("CI") != "true",
        reason="Chromium tidak terpasang di mesin ini",
    ),
]
__all__ = ["address", "stations"]
WORDS = "Catatan sebelum rapat: kursi kurang dua."


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(
    request: pytest.FixtureRequest, chromium: Browser, stations: tuple[str, dict[str, str]]
) -> Iterator[Page]:
    context = chromium.new_context(
        viewport={"width": 360, "height": 800}, java_script_enabled=request.param
    )
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    yield page
    context.close()


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory, stations: tuple[str, object]) -> Path:
    """The data folder of the office that ``stations`` serves: the one made last."""
    made = tmp_path_factory.getbasetemp().glob("stasiun[0-9]*/data")
    return max(made, key=lambda one: int(one.parent.name.removeprefix("stasiun")))


def log_in(page: Page, home: str, name: str) -> None:
    page.goto(f"{home}/masuk/")
    login_here(page, name)


def login_here(page: Page, name: str) -> None:
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("main button")


def lose_the_sessions(folder: Path) -> None:
    with sqlite3.connect(folder / "runut.sqlite3", timeout=20) as database:
        database.execute("DELETE FROM django_session")


def invitation(stations: tuple[str, dict[str, str]]) -> str:
    return f"{stations[0]}/pelaksanaan/{stations[1]['undangan']}/langkah/2/"


def test_the_text_comes_back_after_the_session_ended(
    page: Page, stations: tuple[str, dict[str, str]], folder: Path
) -> None:
    log_in(page, stations[0], "dewi")
    page.goto(invitation(stations))
    page.locator("summary", has_text="Ubah data rapat").click()
    page.fill("[name=catatan]", WORDS)
    lose_the_sessions(folder)
    page.click("text=Simpan data rapat")
    assert "/masuk/?next=/pelaksanaan/" in page.url
    login_here(page, "dewi")

    assert page.url == invitation(stations)
    assert page.locator("h2", has_text="Ketikan Saudara dari").count() == 1
    assert page.locator("text=Pakai lagi").count() == 0, "it is not offered twice"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("a", has_text="Isikan kembali").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/?isikan=1")
    assert page.input_value("[name=catatan]") == WORDS
    page.click("text=Buang")
    page.wait_for_url(invitation(stations))
    assert page.locator("[data-ketikan]").count() == 0
    assert page.locator("text=Pakai lagi").count() == 0, "thrown away is thrown away"


def test_the_back_button_and_a_reload_after_sending_show_a_page(
    page: Page, stations: tuple[str, dict[str, str]]
) -> None:
    log_in(page, stations[0], "dewi")
    step = f"{stations[0]}/pelaksanaan/{stations[1]['undangan']}/langkah/2/"
    page.goto(step)
    page.locator("summary", has_text="Tambah tamu").click()
    page.fill("[name=jabatan]", "Tanpa nama")
    page.locator("button", has_text="Tambahkan").click()
    assert "/undangan/tamu" in page.url, "the form failed and stands at its own address"
    assert page.input_value("[name=jabatan]") == "Tanpa nama"
    page.goto(page.url)  # the address bar, Enter
    assert page.url == step
    page.go_back()
    assert page.locator("h1").count() == 1
    assert "tidak dibuka langsung" not in page.content()


def test_enter_sends_the_part_it_was_pressed_in_or_nothing(
    page: Page, stations: tuple[str, dict[str, str]], request: pytest.FixtureRequest
) -> None:
    has_script = "no-script" not in request.node.name
    log_in(page, stations[0], "dewi")
    page.goto(f"{stations[0]}/pelaksanaan/{stations[1]['undangan']}/langkah/2/")
    page.locator("summary", has_text="Tambah tamu").click()
    page.fill("[name=nama]", f"Siti {has_script}")
    page.fill("[name=jabatan]", "Notaris")
    page.press("[name=nama]", "Enter")
    page.wait_for_load_state()
    if has_script:
        page.wait_for_selector("text=Tamu ditambahkan")
    else:
        page.wait_for_selector("text=Belum ada yang dikirim")
        assert page.input_value("[name=nama]") == "Siti False"
