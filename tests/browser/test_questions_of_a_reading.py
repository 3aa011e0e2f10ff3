"""An officer before the questions of a reading: telephone and desk, with scripts and without."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload

from tests.browser.hands import Hands

FILES = Path(__file__).parent.parent / "sop_cases" / "files"
PICTURES = os.environ.get("RUNUT_GAMBAR", "")
"""A folder for pictures of the pages, for whoever wants to look at them."""


def _scan() -> FilePayload:
    made = BytesIO()
    Image.new("RGB", (1200, 800), "white").save(made, "PDF")
    return FilePayload(name="pindai.pdf", mimeType="application/pdf", buffer=made.getvalue())


def _hand_in(rina: Hands, file: object, name: str) -> str:
    rina.open("/sop/baru/")
    rina.page.set_input_files("[name=berkas]", file)  # type: ignore[arg-type]
    rina.press("Baca SOP ini")
    return _seen(rina, name)


def _seen(rina: Hands, name: str) -> str:
    rina.look()
    if PICTURES:
        path = Path(PICTURES) / f"{name}-{rina.width}.png"
        rina.page.screenshot(path=path, full_page=True)
    return rina.page.inner_text("main")


@pytest.mark.parametrize(("width", "script"), [(1280, True), (360, False)])
def test_what_a_file_leaves_open_is_asked(
    chromium: Browser, address: str, width: int, script: bool
) -> None:
    rina = Hands(chromium, address, width=width, script=script)
    rina.log_in("rina")

    words = _hand_in(rina, FILES / "dua_sop.txt", "pilih")
    assert "memuat 2 SOP" in words and "PENGELOLAAN SURAT KELUAR" in words
    rina.press("Ambil semuanya")
    assert "2 SOP dimasukkan" in _seen(rina, "pilih-semua")

    words = _hand_in(rina, FILES / "10_decision_loops_within_row.pdf", "putaran")
    assert "Semua isian terbaca dengan yakin" in words
    rina.page.locator("summary", has_text="2. ").first.click()
    assert rina.page.locator("[name=l1_dalam]").input_value() == "Kasi Tidak ke Staf"
    _seen(rina, "putaran-terbuka")

    words = _hand_in(rina, FILES / "08_box_over_two_columns.pdf", "dua-kolom")
    assert "terbentang di atas kolom" in words
    words = _hand_in(rina, FILES / "gdocs_pic.docx", "gambar")
    assert "Simbolnya berupa gambar" in words
    words = _hand_in(rina, FILES / "h_tracked.docx", "perubahan")
    assert "Tentang berkas ini" in words and "perubahan yang belum diterima" in words
    words = _hand_in(rina, FILES / "sub.docx", "rincian")
    assert "rinciannya" in words

    words = _hand_in(rina, _scan(), "pindai")
    assert "hanya berisi gambar" in words and "perlu diperbaiki" not in words
    rina.press("Ketik langkahnya")
    _seen(rina, "ketik")
    rina.close()
