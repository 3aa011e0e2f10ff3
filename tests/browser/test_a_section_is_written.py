"""A section is written in a browser: as it looks, by two people, and without a script."""

from playwright.sync_api import Browser, Page

from tests.browser.hands import Hands

SECTION = "/laporan/1/bagian/ikhtisar/"
FROM_WORD = """<p class=MsoNormal style='color:red'>Dari <b>Word</b>
<span style='font-style:italic'>
miring</span><o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>
<span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>Satu</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>
<span style='mso-list:Ignore'>a.<span>&nbsp;</span></span>Anak</p><h2>Judul</h2>
<table><tr><td>A</td><td>B</td></tr><tr><td><p>1</p></td><td>2</td></tr></table>
<script>alert(1)</script>"""
PASTE = """words => {
  const data = new DataTransfer();
  data.setData("text/html", words);
  document.querySelector(".sheet").dispatchEvent(
    new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def text_of(page: Page) -> str:
    return page.locator("textarea[name=teks]").input_value()


def emptied(hands: Hands) -> Page:
    hands.open(SECTION)
    hands.page.locator(".sheet").click()
    hands.page.keyboard.press("Control+A")
    hands.page.keyboard.press("Delete")
    return hands.page


def test_what_is_seen_while_writing_is_what_is_stored(
    chromium: Browser, improving_office: str
) -> None:
    budi = Hands(chromium, improving_office)
    budi.log_in("budi")
    page = emptied(budi)
    keys = page.keyboard
    keys.type("Kinerja ")
    keys.press("Control+b")
    keys.type("sangat baik")
    keys.press("Control+b")
    keys.type(" yaitu ")
    page.get_by_label("Sisipkan angka laporan").click()
    page.locator("dialog input").fill("capaian ik-3")
    page.locator("dialog li b").first.wait_for()
    keys.press("Enter")
    page.locator(".sheet .angka-hidup").wait_for()
    keys.type(" tahun ini.")
    keys.press("Enter")
    page.get_by_role("button", name="Nomor", exact=True).click()
    keys.type("Pertama")
    keys.press("Enter")
    keys.press("Control+]")
    keys.type("anak")
    assert text_of(page) == (
        "Kinerja *sangat baik* yaitu {capaian IK-3} tahun ini.\n\n1. Pertama\n  1. anak"
    )
    assert "87,50%" in page.locator(".sheet").inner_text()
    budi.look()

    keys.press("Control+A")
    keys.press("Delete")
    page.evaluate(PASTE, FROM_WORD)
    assert text_of(page) == (
        "Dari *Word* _miring_\n\n1. Satu\n  a. Anak\n\n*Judul*\n\n| A | B |\n| 1 | 2 |"
    )
    page.get_by_role("button", name="Lihat hasil").click()
    page.locator("[data-hasil] table").wait_for()

    sari = Hands(chromium, improving_office, width=360)
    sari.log_in("sari")
    other = emptied(sari)
    other.keyboard.type("Teks Sari.")
    other.get_by_role("button", name="Simpan teks").click()
    other.wait_for_url("**/langkah/**")
    page.get_by_role("button", name="Simpan teks").click()
    page.get_by_text("Sari Wulandari, S.I.Kom. baru saja menyimpan").wait_for()
    assert "Dari *Word*" in text_of(page), "nothing typed is lost"


def test_without_a_script_the_plain_text_is_looked_at_and_saved(
    chromium: Browser, improving_office: str
) -> None:
    budi = Hands(chromium, improving_office, width=360, script=False)
    budi.log_in("budi")
    budi.open(SECTION)
    budi.page.locator("textarea[name=teks]").fill("Kinerja *baik*: {capaian IK-3}")
    budi.page.get_by_role("button", name="Lihat hasil").click()
    shown = budi.page.locator("#hasil").inner_text()
    assert "Kinerja baik: 87,50%" in shown
    assert budi.page.locator("textarea[name=teks]").input_value().startswith("Kinerja *baik*")
    budi.page.get_by_role("button", name="Simpan teks").click()
    assert "tersimpan" in budi.page.locator("main").inner_text()
