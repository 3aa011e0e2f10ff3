"""A workbook with ten slips, in a browser without JavaScript at 360 px: every one is seen before it
counts, one is right with a reason, the board says so."""

import re
from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest
from playwright.sync_api import Browser, FilePayload

from tests.browser.hands import Hands
from tests.figures.books import REASON, TEN_SLIPS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def dewi(chromium: Browser, address: str) -> Iterator[Hands]:
    hands = Hands(chromium, address, width=360, script=False)
    hands.log_in("dewi")
    yield hands
    hands.context.close()


def _slipped(dewi: Hands) -> FilePayload:
    """The book that counts now, with ten cells typed over."""
    dewi.open("/kinerja/")
    link = dewi.page.locator("table a").first.get_attribute("href")
    answer = dewi.context.request.get(f"{dewi.address}{link}buku.xlsx")
    found = openpyxl.load_workbook(BytesIO(answer.body()))
    for place, value in TEN_SLIPS.items():
        sheet, _, cell = place.partition("!")
        found[sheet][cell] = value
    out = BytesIO()
    found.save(out)
    return FilePayload(name="buku.xlsx", mimeType=XLSX, buffer=out.getvalue())


def test_ten_slips_are_seen_before_they_count(dewi: Hands) -> None:
    slipped = _slipped(dewi)
    dewi.page.set_input_files("[name=berkas]", slipped)
    dewi.press("Periksa buku data")
    seen = dewi.page.inner_text("main")
    assert "Belum ada yang berubah" in seen
    for place in TEN_SLIPS:
        assert place in seen, place
    assert "10 kali" in seen and "89,74" in seen and "897,4" in seen
    dewi.look()
    waiting = dewi.page.url
    dewi.open("/kinerja/")
    assert "Belum diterapkan" in dewi.page.inner_text("main")
    dewi.page.goto(waiting)
    first = dewi.page.locator("[name^=benar_]").first.get_attribute("name")
    dewi.tab_to(text="Benar apa adanya")
    dewi.page.keyboard.press("Enter")
    dewi.type(str(first), REASON)
    dewi.type("alasan", REASON)
    dewi.press("Terapkan sebagai versi")
    told = dewi.page.inner_text("main")
    if dewi.page.url == waiting:  # what the office says otherwise, or a check that is lost
        for box in dewi.page.locator("input[type=checkbox]").all():
            dewi.tick(str(box.get_attribute("name")))
        dewi.press("Terapkan sebagai versi")
        told = dewi.page.inner_text("main")
    number = re.search(r"(\d+) temuan belum dijawab", told)
    assert number, told
    dewi.open("/laporan/")
    dewi.page.locator("main h2 a").first.click()
    board = dewi.page.inner_text("main")
    assert number[0] in board and "Pemilik: Dewi" in board
    dewi.page.locator("summary", has_text="dinyatakan benar").click()
    assert REASON in dewi.page.inner_text("main")
    dewi.look()
