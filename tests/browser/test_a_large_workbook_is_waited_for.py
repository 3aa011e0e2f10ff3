"""A large workbook on a telephone without JavaScript: the page says how far it is, loads itself
again, and shows the figures once they are read."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload

from runut.core.kinerja.model import Anggaran, DataKinerja
from runut.files.read.workbook.year import read_workbook
from runut.files.write.workbook.year import write_workbook
from runut.office.kinerja.reading import LARGE
from tests.browser.hands import Hands
from tests.kinerja.buku import LENGKAP

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINES = 2_500


@pytest.fixture
def dewi(chromium: Browser, address: str) -> Iterator[Hands]:
    hands = Hands(chromium, address, width=360, script=False)
    hands.log_in("dewi")
    yield hands
    hands.close()


def _large() -> bytes:
    """The example with so many sub kegiatan that reading takes more than a moment."""
    data, _ = read_workbook(LENGKAP.read_bytes(), LENGKAP.name)
    assert data is not None
    return write_workbook(replace(data, anggaran=(*data.anggaran, *_more(data))))


def _more(data: DataKinerja) -> list[Anggaran]:
    line = data.anggaran[2]
    above = line.kode.rpartition(".")[0]
    return [replace(line, kode=f"{above}.9{n:04}", nama=f"Sub kegiatan {n}") for n in range(LINES)]


def test_a_large_workbook_is_waited_for_without_a_script(dewi: Hands) -> None:
    book = _large()
    assert len(book) > LARGE
    dewi.open("/kinerja/")
    dewi.page.set_input_files(
        "[name=berkas]", FilePayload(name="besar.xlsx", mimeType=XLSX, buffer=book)
    )
    dewi.press("Periksa buku data")
    seen = dewi.page.inner_text("main")
    assert "Membaca buku data" in seen or "Periksa sebelum diterapkan" in seen
    if "Membaca buku data" in seen:
        dewi.look()
        _keep(dewi, "membaca")
    dewi.page.wait_for_selector("text=Periksa sebelum diterapkan", timeout=120_000)
    assert "Belum ada yang berubah" in dewi.page.inner_text("main")
    _keep(dewi, "terbaca")


def _keep(hands: Hands, name: str) -> None:
    if folder := os.environ.get("RUNUT_GAMBAR"):
        hands.page.screenshot(path=Path(folder, f"{name}.png"), full_page=False)
