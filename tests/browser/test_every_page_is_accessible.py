"""Every page, full, empty and refused, on a desk and on a telephone: axe A/AA, width, CSP."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, ConsoleMessage, FilePayload
from pypdf import PdfReader

from runut.office.example.office import PASSWORD, examples
from tests.browser.hands import Hands
from tests.browser.waiting import until_read
from tests.depth import WHOLE

SEED = (examples() / "sop" / "penyusunan-lakip.txt").read_text(encoding="utf-8")
RUBBISH = FilePayload(name="rusak.xlsx", mimeType="application/zip", buffer=b"PK\x03\x04x" * 99)
DAILY, OTHERS = ("budi", "maria"), ("rina", "dewi", "hendra", "andreas")
"""Who looks at the live form: each day one who acts and one who only reads."""
DESK, PHONE = 1280, 360
WIDTHS = pytest.mark.parametrize("width", [pytest.param(DESK, marks=pytest.mark.gate), PHONE])
"""What hinders on a desk hinders on a telephone, where the same page has less room."""

PUBLIC = (
    "/masuk/",
    "/masuk/kode/",
    "/terbitan/",
    "/v/{kode_sah}/",
    "/v/{kode_draf}/",
    "/v/{kode_surat}/",
    "/hadir/{hadir}/",
    "/hadir/{hadir_tutup}/",
)
OF_MANY = (
    "/",
    "/kata-sandi/",
    "/pelaksanaan/",
    "/sop/",
    "/sop/1/",
    "/kinerja/",
    "/kinerja/{data}/",
)
OF_RINA = (
    "/kantor/pegawai/",
    "/kantor/pegawai/baru/",
    "/kantor/pegawai/2/",
    "/kantor/pegawai/2/kualifikasi/",
    "/kantor/pegawai/kode/",
    "/kantor/pegawai/impor/",
    "/sop/baru/",
    "/pelaksanaan/mulai/2/",
    "/pelaksanaan/{perubahan}/langkah/7/",
    "/pelaksanaan/{perubahan}/langkah/7/kembalikan/",
    "/pelaksanaan/{undangan}/langkah/9/",
    "/pelaksanaan/{selesai}/riwayat/",
)
OF_BUDI = (
    "/laporan/",
    "/laporan/{sempurnakan}/",
    "/laporan/{sempurnakan}/reviu/",
    "/laporan/{sempurnakan}/bagian/penutup/",
    "/laporan/{sempurnakan}/bagian/penutup/komentar/",
    "/laporan/{sempurnakan}/bagian/penutup/gambar/",
    "/laporan/{sempurnakan}/bagian/penutup/versi/",
    "/pelaksanaan/{dikembalikan}/langkah/6/",
    "/pelaksanaan/{bahas}/langkah/5/notulensi/tutup/",
    "/pelaksanaan/{selesai}/langkah/2/",
    "/dokumen/{surat}/",
)
WHOLE_REPORT = {DESK: "/dokumen/{naskah}/", PHONE: "/laporan/{sempurnakan}/pratinjau/"}
"""The same report drawn by the same template, some seconds of looking: each once by axe."""
FORMS = ("undangan", "dikembalikan", "selesai")


class Eyes(Hands):
    """Hands that also hear what the browser complains of while a page loads."""

    def __init__(self, browser: Browser, address: str, width: int, name: str = "") -> None:
        super().__init__(browser, address, width=width)
        self.complaints: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        if name:
            self.log_in(name)

    def _hear(self, message: ConsoleMessage) -> None:
        # The browser reports the status of a page that says no; that is what we asked for.
        if message.type in ("error", "warning") and "status of" not in message.text:
            self.complaints.append(message.text)

    def send(self, button: str = "main form .btn-main") -> None:
        with self.page.expect_navigation():
            self.page.click(button)
        until_read(self.page)

    def unfold_all(self) -> None:
        self.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")

    def look_at(self, status: int, words: str) -> None:
        """The page says ``words`` and answered with ``status``; nothing is wrong with it."""
        answered = self.page.evaluate(
            "performance.getEntriesByType('navigation')[0].responseStatus"
        )
        assert answered == status, (self.page.url, answered)
        assert words in self.page.inner_text("main"), (self.page.url, words)
        self.look()


@pytest.fixture
def eyes(chromium: Browser, stations: tuple[str, dict[str, str]]) -> Iterator[Callable[..., Eyes]]:
    """Open the browser of somebody; it must not have complained of anything in the end."""
    opened: list[Eyes] = []

    def make(width: int, name: str = "") -> Eyes:
        opened.append(Eyes(chromium, stations[0], width, name))
        return opened[-1]

    yield make
    for one in opened:
        one.close()
        assert one.complaints == []


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("", PUBLIC),
        *((role, OF_MANY) for role in ("rina", "maria")),
        ("rina", OF_RINA),
        ("budi", OF_BUDI),
    ],
    ids=["umum", "rina", "maria", "rina-lain", "budi-lain"],
)
def test_pages_that_are_read(
    eyes: Callable[..., Eyes],
    stations: tuple[str, dict[str, str]],
    width: int,
    name: str,
    paths: tuple[str, ...],
) -> None:
    """Each day on a desk: that it fits, and that the browser complains of nothing."""
    reader = eyes(width, name)
    for path in paths:
        reader.open(path.format(**stations[1]))
        if WHOLE or width == PHONE:
            reader.look()
        else:
            reader.fits()


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_whole_report(
    eyes: Callable[..., Eyes], stations: tuple[str, dict[str, str]], width: int
) -> None:
    budi = eyes(width, "budi")
    for looked_at, path in WHOLE_REPORT.items():
        budi.open(path.format(**stations[1]))
        budi.fits()
        if looked_at == width:
            budi.look()


@pytest.mark.parametrize(
    ("role", "width"),
    [
        *((role, PHONE) for role in DAILY),
        *((role, DESK) for role in DAILY),
        *(pytest.param(role, DESK, marks=pytest.mark.gate) for role in OTHERS),
    ],
)
def test_the_live_form_as_everybody_sees_it(
    eyes: Callable[..., Eyes], stations: tuple[str, dict[str, str]], role: str, width: int
) -> None:
    reader = eyes(width, role)
    for case in FORMS:
        reader.open(f"/pelaksanaan/{stations[1][case]}/")
        reader.look()


def test_the_live_form_prints_on_one_page(
    eyes: Callable[..., Eyes], stations: tuple[str, dict[str, str]]
) -> None:
    reader = eyes(DESK, "rina")
    for case in FORMS:
        reader.open(f"/pelaksanaan/{stations[1][case]}/")
        printed = PdfReader(BytesIO(reader.page.pdf(prefer_css_page_size=True)))
        assert len(printed.pages) == 1, case


@WIDTHS
def test_a_wrong_password(eyes: Callable[..., Eyes], width: int) -> None:
    someone = eyes(width)
    someone.open("/masuk/")
    someone.page.fill("[name=username]", "rina")
    someone.page.fill("[name=password]", "salah")
    someone.send()
    someone.look_at(200, "Belum dapat dikerjakan")


@WIDTHS
def test_a_new_password_that_is_refused(eyes: Callable[..., Eyes], width: int) -> None:
    maria = eyes(width, "maria")
    maria.open("/kata-sandi/")
    maria.page.fill("[name=old_password]", "salah")
    maria.page.fill("[name=new_password1]", "a")
    maria.page.fill("[name=new_password2]", "b")
    maria.send()
    maria.look_at(200, "perlu diperbaiki")


@WIDTHS
def test_an_inbox_without_tasks(eyes: Callable[..., Eyes], width: int) -> None:
    maria = eyes(width, "maria")
    maria.open("/")
    maria.look_at(200, "Tidak ada tugas untuk Saudara sekarang")


@WIDTHS
def test_a_case_that_cannot_be_started(eyes: Callable[..., Eyes], width: int) -> None:
    rina = eyes(width, "rina")
    rina.open("/pelaksanaan/mulai/2/")
    assert rina.page.input_value("[name=judul]").startswith("LAKIP 20")
    rina.page.fill("[name=judul]", " ")
    for box in rina.page.locator("[name=peran_2]").all():
        box.uncheck()
    rina.send()
    rina.look_at(422, "Pilih setidaknya satu pegawai untuk Tim.")


@WIDTHS
def test_a_text_that_is_no_sop(eyes: Callable[..., Eyes], width: int) -> None:
    rina = eyes(width, "rina")
    rina.open("/sop/baru/")
    rina.send()
    rina.look_at(422, "Pilih berkas SOP atau tempel isinya.")
    rina.page.fill("[name=teks]", "Ini bukan SOP sama sekali.")
    rina.send()
    rina.look_at(422, "belum dapat dibaca sebagai SOP")


@WIDTHS
def test_the_seed_sop_pasted_in_and_taken_up(eyes: Callable[..., Eyes], width: int) -> None:
    rina = eyes(width, "rina")
    rina.open("/sop/baru/")
    rina.page.fill("[name=teks]", SEED.replace("PENYUSUNAN", f"SALINAN {width}"))
    rina.send()
    rina.look_at(200, "Pastikan 2 isian")
    rina.unfold_all()
    rina.page.fill("[name=l0_lanjut]", "entah")
    rina.send()
    rina.look_at(422, "tidak dipahami")
    rina.page.fill("[name=l0_lanjut]", "")
    rina.send()
    rina.look_at(200, "dapat diperbaiki dengan satu klik")
    rina.send("[value='*']")
    rina.look_at(200, "dibandingkan dengan")
    rina.page.goto(rina.page.url.replace("beda", "adopsi"))
    assert rina.page.locator("main details[id^=l]").count() == 9
    rina.look_at(200, "Adopsi SOP ini")
    rina.unfold_all()
    rina.look()
    for box in rina.page.locator("[name=pelaksana_0]").all():
        box.uncheck()
    rina.send()
    rina.look_at(422, "Pilih pelaksana langkah 1.")


@WIDTHS
def test_a_workbook_that_is_none(eyes: Callable[..., Eyes], width: int) -> None:
    rina = eyes(width, "rina")
    rina.open("/kinerja/")
    rina.page.evaluate("document.querySelector('[name=berkas]').required = false")
    rina.send()
    rina.look_at(422, "perlu diperbaiki")
    rina.page.set_input_files("[name=berkas]", RUBBISH)
    rina.send()
    rina.look_at(422, "bukan berkas Excel atau rusak")


@WIDTHS
def test_acts_that_are_refused(
    eyes: Callable[..., Eyes], stations: tuple[str, dict[str, str]], width: int
) -> None:
    rina, andreas = eyes(width, "rina"), eyes(width, "andreas")
    rina.open(f"/pelaksanaan/{stations[1]['perubahan']}/langkah/7/kembalikan/")
    rina.page.evaluate("document.querySelector('[name=catatan]').required = false")
    rina.send()
    rina.look_at(422, "Tuliskan catatan perbaikan.")
    andreas.open(f"/pelaksanaan/{stations[1]['tandatangan']}/langkah/9/")
    andreas.page.fill("[name=sandi]", f"bukan {PASSWORD}")
    andreas.send()
    andreas.look_at(422, "Belum dapat dikerjakan")


@WIDTHS
def test_papers_that_are_not_the_one(
    eyes: Callable[..., Eyes], stations: tuple[str, dict[str, str]], width: int
) -> None:
    somebody = eyes(width)
    somebody.page.goto(f"{stations[0]}/v/TIDAKADA99/")
    somebody.look_at(404, "Kode tidak dikenal")
    somebody.open(f"/v/{stations[1]['kode_sah']}/")
    somebody.page.set_input_files("[name=berkas]", RUBBISH)
    somebody.send("main form .btn")
    somebody.look_at(200, "Tidak sama.")


@WIDTHS
def test_coming_to_a_meeting(
    eyes: Callable[..., Eyes], stations: tuple[str, dict[str, str]], width: int
) -> None:
    guest = eyes(width)
    guest.open(f"/hadir/{stations[1]['hadir']}/")
    guest.look()
    choice = guest.page.locator("[name=siapa]")
    assert choice.count() > 0
    guest.page.evaluate(
        "document.querySelectorAll('[name=siapa]').forEach(e => e.required = false)"
    )
    guest.send()
    guest.look_at(422, "perlu diperbaiki")


@WIDTHS
def test_pages_that_are_not_there(
    eyes: Callable[..., Eyes], stations: tuple[str, dict[str, str]], width: int
) -> None:
    joko = eyes(width, "joko")
    for path in ("/tidak-ada/", "/pelaksanaan/999/", "/hadir/salah/"):
        joko.page.goto(stations[0] + path)
        joko.look_at(404, "Halaman tidak ditemukan")


@WIDTHS
def test_a_form_without_its_cookie(
    eyes: Callable[..., Eyes], stations: tuple[str, dict[str, str]], width: int
) -> None:
    rina = eyes(width, "rina")
    rina.open("/kata-sandi/")
    rina.context.clear_cookies(name="csrftoken")
    rina.page.evaluate("document.querySelector('main [name=csrfmiddlewaretoken]').value = 'x'")
    for name in ("old_password", "new_password1", "new_password2"):
        rina.page.fill(f"[name={name}]", "x")
    rina.send()
    rina.look_at(200, "belum terkirim")
    nobody = eyes(width)
    nobody.open("/masuk/")
    nobody.page.fill("[name=username]", "x")
    nobody.page.fill("[name=password]", "x")
    nobody.context.clear_cookies()
    nobody.send()
    nobody.look_at(403, "kedaluwarsa")
