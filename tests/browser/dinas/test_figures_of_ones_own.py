"""An office that is not ours brings in its figures: ten slips seen on a telephone without a script,
a pack filled in by a unit without a login, and all of it in the report.

RUNUT_GAMBAR names a folder for the pictures, 1280 and 360 px wide.
"""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser

from tests.browser.dinas import founding
from tests.browser.dinas.figures import book
from tests.browser.dinas.founding import XLSX
from tests.browser.dinas.stage import Person, Stage, own_office
from tests.figures.books import REASON, TEN_SLIPS

YEAR = 2026


@pytest.mark.gate
def test_slips_and_a_pack_in_an_office_of_ones_own(chromium: Browser, tmp_path: Path) -> None:
    with own_office(chromium, tmp_path, "2027-01-04 08:00") as stage:
        founding.set_up(stage)
        _first_figures(stage)
        _ten_slips(stage)
        _a_pack(stage)


def _book(slips: Mapping[str, object]) -> bytes:
    """The book of the office with these cells typed over; the last quarter is not filled in yet."""
    found = openpyxl.load_workbook(BytesIO(book()))
    rows = list(found["Indikator"].iter_rows(min_row=3))
    head = {str(cell.value).rstrip(" *"): cell.column for cell in rows[0]}
    for row in rows[1:]:
        row[head["Realisasi TW IV"] - 1].value = None
    for place, value in slips.items():
        sheet, _, cell = place.partition("!")
        found[sheet][cell] = value
    out = BytesIO()
    found.save(out)
    return out.getvalue()


def _first_figures(stage: Stage) -> None:
    aisyah = stage.at("aisyah").follow("Kinerja")
    aisyah.hand_in("berkas", "data-2026.xlsx", _book({}), XLSX).press("Periksa buku data")
    aisyah.look("a-periksa").press("Terapkan sebagai versi 1").sees("diterapkan").look("b-angka")


def _ten_slips(stage: Stage) -> None:
    telephone = Person(stage, "aisyah", width=360, script=False).come_in().follow("Kinerja")
    telephone.hand_in("berkas", "keliru.xlsx", _book(TEN_SLIPS), XLSX).press("Periksa buku data")
    telephone.sees("Belum ada yang berubah", *TEN_SLIPS).look("c-sepuluh")
    telephone.page.locator("summary", has_text="Benar apa adanya").first.click()
    telephone.page.locator("[name^=benar_]").first.fill(REASON)
    telephone.press("Terapkan sebagai versi 2").sees("Angka yang sudah tercatat berubah").look("d")
    telephone.fill(alasan=REASON).press("Terapkan sebagai versi 2").sees("temuan belum dijawab")
    telephone.follow("Lihat temuan").sees(REASON, "Hj. Noor Aisyah").look("e-temuan")
    telephone.context.close()


def _a_pack(stage: Stage) -> None:
    aisyah = stage.at("aisyah").follow("Kinerja", "Paket data unit").look("f-paket")
    aisyah.page.goto(f"{stage.address}/kinerja/paket/?tahun={YEAR}&triwulan=4")
    aisyah.follow("Tetapkan masa pengisian").fill(ditutup="2027-01-20").press("Simpan")
    aisyah.page.get_by_role("link", name="Kirim paket kepada").first.click()
    aisyah.press("Buat tautan")
    link = re.search(r"http://\S+/isi/\S+/", aisyah.page.input_value("#salin"))
    assert link is not None
    unit = Person(stage, "unit", width=360, script=False)
    unit.page.goto(link[0])
    unit.look("g-unit")
    first = unit.page.locator("[name^=angka_]").first
    first.fill("banyak sekali")
    unit.press("Kirim isian").sees("bukan angka").look("h-ditolak")
    unit.page.locator("[name^=angka_]").first.fill("96,5")
    unit.press("Kirim isian").sees("isian diterima").look("i-diterima")
    unit.context.close()
