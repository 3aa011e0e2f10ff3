"""A report in many hands: two people write, one of them in Word; a figure changes; it is signed."""

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pypdfium2
from playwright.sync_api import Browser, Page

from runut.office.example.office import PASSWORD
from tests.browser.hands import Hands
from tests.browser.waiting import until_read

STEP = "/pelaksanaan/1/langkah/{}/"
BOOK = Path("examples/kinerja/lakip-2025.xlsx")
IN_WORD = "Ketiga, perluasan pelatihan keprotokolan dan penulisan naskah"
BY_SARI = "Ketiga, pelatihan petugas acara di tiap kabupaten"


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()
    until_read(page)


def edited(docx: bytes, old: str, new: str) -> bytes:
    """The file as it comes back from Word, with other words in one paragraph."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as had, zipfile.ZipFile(out, "w") as made:
        for name in had.namelist():
            made.writestr(name, had.read(name).replace(old.encode(), new.encode()))
    return out.getvalue()


def with_a_better_fourth_quarter() -> bytes:
    book, out = openpyxl.load_workbook(BOOK), io.BytesIO()
    for cell in ("H6", "Q6"):
        assert book["Indikator"][cell].value == 9
        book["Indikator"][cell] = 8.5
    book.save(out)
    return out.getvalue()


def write_in_word(sari: Hands, folder: Path) -> None:
    sari.open(STEP.format(6))
    sari.page.get_by_role("link", name="Sunting di Word").click()
    press(sari.page, "Siapkan salinan baru")
    with sari.page.expect_download() as download:
        sari.page.get_by_role("link", name=re.compile("Unduh salinan")).click()
    docx = folder / "draf.docx"
    docx.write_bytes(edited(Path(download.value.path()).read_bytes(), IN_WORD, BY_SARI))
    sari.page.set_input_files("input[type=file]", docx)
    press(sari.page, "Unggah dan bandingkan")
    sari.page.locator("ins", has_text="pelatihan petugas acara").wait_for()
    press(sari.page, "Terima")
    assert "1 usul masuk ke naskah" in sari.page.locator("main").inner_text()


def write_in_the_browser(budi: Hands) -> None:
    budi.open(STEP.format(6))
    budi.page.get_by_role("link", name="Ikhtisar eksekutif").click()
    replace_with(budi.page, "Capaian IK-3 sebesar 87,50%, belum mencapai target.")
    press(budi.page, "Simpan teks")


def replace_with(page: Page, words: str) -> None:
    page.locator(".sheet").click()
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def change_a_figure(dewi: Hands, folder: Path) -> None:
    book = folder / "buku.xlsx"
    book.write_bytes(with_a_better_fourth_quarter())
    dewi.open("/kinerja/")
    dewi.page.set_input_files("input[type=file]", book)
    press(dewi.page, "Periksa buku data")
    dewi.page.get_by_label("Mengapa angka berubah").fill("Data triwulan IV diperbarui.")
    press(dewi.page, "Terapkan sebagai versi 2")


def mend_the_flagged_sentence(budi: Hands) -> None:
    budi.open("/laporan/1/bagian/ikhtisar/")
    said = budi.page.locator("main").inner_text()
    assert "Menurut data: target 8 menit, realisasi 8,50 menit, capaian 93,75%" in said
    assert "datanya berubah sesudah kalimat ditulis" in said
    replace_with(budi.page, "Capaian IK-3 sebesar 93,75%, belum mencapai target.")
    press(budi.page, "Simpan teks")
    budi.open("/laporan/1/bagian/ikhtisar/")
    assert "tidak sesuai data" not in budi.page.locator("main").inner_text()


def carry_out_the_decisions(budi: Hands) -> None:
    for _ in range(2):
        budi.open(STEP.format(6))
        budi.unfold("Tangani keputusan ini")
        budi.choose("hasil")
        budi.type("tindak_lanjut", "Sudah ditulis pada bagiannya.")
        budi.press("Simpan tindak lanjut")


def decide(hands: Hands, no: int, button: str) -> None:
    hands.open(STEP.format(no))
    for name in ("kelengkapan", "pakai_usulan"):
        for box in hands.page.locator(f"input[type=checkbox][name$={name}]").all():
            box.check()
    if (verdict := hands.page.locator("input[name$=putusan]")).count():
        verdict.first.check()
    if (secret := hands.page.locator("input[name$=sandi]")).count():
        secret.first.fill(PASSWORD)
    hands.look()
    press(hands.page, button)


def test_two_people_write_one_in_word_a_figure_changes_and_the_karo_signs(
    chromium: Browser, improving_office: str, tmp_path: Path
) -> None:
    people: dict[str, Hands] = {}
    for name in ("sari", "budi", "dewi", "rina", "hendra", "andreas"):
        people[name] = Hands(chromium, improving_office)
        people[name].log_in(name)
    write_in_the_browser(people["budi"])
    write_in_word(people["sari"], tmp_path)
    change_a_figure(people["dewi"], tmp_path)
    mend_the_flagged_sentence(people["budi"])
    carry_out_the_decisions(people["budi"])
    decide(people["budi"], 6, "Susun draf akhir dan teruskan")
    decide(people["rina"], 7, "Kirim putusan")
    decide(people["hendra"], 8, "Kirim putusan")
    decide(people["andreas"], 9, "Tandatangani")

    people["budi"].open("/pelaksanaan/1/")
    with people["budi"].page.expect_download() as download:
        people["budi"].page.get_by_role("link", name="Unduh PDF bertanda tangan").click()
    text = words_of(Path(download.value.path()))
    assert BY_SARI in text
    assert "Capaian IK-3 sebesar 93,75%, belum mencapai target." in text
    assert "87,50%" not in text


def words_of(pdf: Path) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages).split())
