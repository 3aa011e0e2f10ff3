"""A unit data pack in a browser: sent, filled in on a telephone without a login, returned as a
workbook and refused row by row, and taken over by who keeps the figures."""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Browser, FilePayload

from tests.browser.hands import Hands
from tests.packs.paket import filled_book

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TW = "Realisasi TW III"
PAPER = FilePayload(name="survei.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7\nsurvei")


def _seen(hands: Hands, name: str) -> None:
    """Without faults, also on a telephone; kept as a picture where somebody wants to look at it."""
    hands.look()
    for width in dict.fromkeys((360, hands.width)):
        hands.page.set_viewport_size({"width": width, "height": 900})
        wide = hands.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{hands.page.url} scrolls sideways: {wide}"
        if folder := os.environ.get("RUNUT_GAMBAR"):
            hands.page.screenshot(path=Path(folder, f"{name}-{width}.png"), full_page=True)


def _send(dewi: Hands) -> str:
    """Open the window and make the link of a unit, by keyboard; what is to be copied."""
    dewi.log_in("dewi")
    dewi.open("/kinerja/paket/?tahun=2025&triwulan=3")
    _seen(dewi, "1-daftar")
    dewi.press("Tetapkan masa pengisian")
    until = datetime.now(UTC).date() + timedelta(days=7)
    dewi.page.fill("[name=ditutup]", until.isoformat())
    _seen(dewi, "2-masa")
    dewi.press("Simpan")
    dewi.page.get_by_role("link", name="Kirim paket kepada Bagian Protokol").click()
    _seen(dewi, "3-kirim")
    dewi.press("Buat tautan")
    _seen(dewi, "4-paket")
    words = dewi.page.input_value("#salin")
    found = re.search(r"http://\S+/isi/\S+/", words)
    assert found is not None, words
    return found[0]


def _fill_in(unit: Hands, link: str) -> None:
    """On a telephone, without a login and without a script."""
    answer = unit.page.goto(link)
    assert answer is not None and answer.status == 200
    assert link not in unit.page.url
    words = unit.page.inner_text("main")
    assert "Bagian Protokol" in words and "Bagian Materi" not in words
    assert "Tahun lalu" in words and "96,30%" in words and "TW III" in words
    _seen(unit, "5-isian")
    unit.type("angka_0", "97,5")
    unit.type("angka_1", "cepat sekali")
    unit.page.set_input_files("[name=bukti_0]", PAPER)
    unit.press("Kirim isian")
    words = unit.page.inner_text("main")
    assert "bukan angka" in words and "1 isian lain sudah diterima" in words
    assert unit.page.input_value("[name=angka_1]") == "cepat sekali"
    _seen(unit, "6-ditolak")
    unit.top()
    unit.type("angka_1", "9,25")
    unit.press("Kirim isian")
    assert "1 isian diterima" in unit.page.inner_text("main")
    assert "Bukti tersimpan: survei.pdf" in unit.page.inner_text("main")
    _seen(unit, "7-diterima")


def _return_the_workbook(unit: Hands) -> None:
    """The small workbook, with one row that is wrong."""
    with unit.page.expect_download() as taken:
        unit.page.get_by_role("link", name="Unduh buku kecil").click()
    data = Path(taken.value.path()).read_bytes()
    typed: dict[tuple[str, str], object] = {("IKU-2", TW): "98,1", ("IK-4", TW): "tujuh orang?"}
    book = FilePayload(name="paket.xlsx", mimeType=XLSX, buffer=filled_book(data, typed))
    unit.page.set_input_files("[name=berkas]", book)
    unit.page.get_by_role("button", name="Unggah buku").click()
    unit.page.wait_for_selector("text=Yang sudah benar tidak perlu diulang")
    words = unit.page.inner_text("main")
    assert f"IK-4 {TW}" in words and "tujuh orang?" in words and "1 isian diterima" in words
    assert f"IKU-2 {TW}" not in unit.page.inner_text("table")
    assert unit.page.input_value("[name=angka_2]") == "tujuh orang?"
    _seen(unit, "8-buku-ditolak")


def _take_over(dewi: Hands) -> None:
    dewi.open("/kinerja/paket/?tahun=2025&triwulan=3")
    _seen(dewi, "9-daftar-terisi")
    dewi.page.get_by_role("link", name="Lihat 2 usulan Bagian Protokol").click()
    words = dewi.page.inner_text("main")
    assert "98,1" in words and "9,25" in words and "survei.pdf" in words
    _seen(dewi, "10-usulan")
    dewi.press("Pakai yang dipilih")
    if "Saya tetap memuat" in dewi.page.inner_text("main"):
        dewi.page.check("[name=melepas]")
        dewi.press("Pakai yang dipilih")
    assert "dipakai dalam data versi baru" in dewi.page.inner_text("body")
    _seen(dewi, "11-dipakai")


def test_a_pack_is_sent_filled_in_and_refused_row_by_row_without_a_login(
    chromium: Browser, half_filled: str
) -> None:
    dewi = Hands(chromium, half_filled)
    telephone = Hands(chromium, half_filled, width=360, script=False)
    desk = Hands(chromium, half_filled)
    try:
        link = _send(dewi)
        _fill_in(telephone, link)
        desk.page.goto(link)
        _seen(desk, "5-isian")
        _return_the_workbook(desk)
        _take_over(dewi)
        telephone.page.goto(link)
        assert "Sudah dipakai" in telephone.page.inner_text("main")
        _seen(telephone, "12-selesai")
    finally:
        for hands in (dewi, telephone, desk):
            hands.close()
