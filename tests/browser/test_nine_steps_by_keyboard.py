"""The seed SOP from its first step to the signed report, in a browser, by keyboard alone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from runut.office.example.office import PASSWORD
from tests.browser.hands import Hands

CASE = "/pelaksanaan/1/"


def _step(no: str) -> str:
    return f"{CASE}langkah/{no}/"


def _assign(rina: Hands) -> None:
    rina.open("/")
    rina.look()
    rina.press("Kerjakan")
    rina.look()
    rina.choose("penerima")
    rina.type("tempat", "Ruang Rapat Biro")
    rina.tick_all("kelengkapan")
    rina.press("Tugaskan")


def _invite(dewi: Hands) -> None:
    dewi.open(_step("2"))
    dewi.look()
    dewi.press("Susun undangan")
    dewi.look()
    dewi.tick_all("kepada")
    dewi.press("Catat penyampaian")
    dewi.tick_all("kelengkapan")
    dewi.press("Selesaikan langkah 2")


def _prepare(dewi: Hands) -> None:
    dewi.open(_step("3"))
    dewi.look()
    dewi.press("Susun daftar hadir")
    dewi.top()
    dewi.press("Susun dan bagikan draf awal")
    dewi.look()
    dewi.top()
    for number in range(8):
        dewi.tick(f"siap_{number}")
    dewi.tick_all("kelengkapan")
    dewi.press("Laporkan kesiapan")


def _open_meeting(rina: Hands) -> None:
    rina.open(_step("4"))
    rina.look()
    rina.tick_all("hadir")
    rina.pick("notulis")
    rina.tick_all("kelengkapan")
    rina.press("Buka rapat")
    rina.look()
    rina.type("alasan_waktu", "Semua peserta sudah berkumpul; rapat diadakan lebih awal.")
    rina.press("Buka rapat")


def _discuss(budi: Hands) -> None:
    budi.open(_step("5"))
    budi.look()
    budi.type("pembahasan", "Tim membahas naskah bagian demi bagian.")
    budi.type("isi", "Simpulan menyebut indikator yang belum mencapai target.")
    budi.press("Simpan")
    budi.look()
    budi.top()
    budi.press("Simpan dan tutup rapat")
    budi.look()
    budi.tick_all("kelengkapan")
    budi.press("Tutup rapat dan susun notula")


def _resolve(budi: Hands) -> None:
    budi.open(_step("6"))
    budi.look()
    budi.unfold("Tangani keputusan ini")
    budi.choose("hasil")
    budi.type("tindak_lanjut", "Simpulan sudah dilengkapi.")
    budi.press("Simpan tindak lanjut")


def _hand_on(budi: Hands) -> None:
    budi.open(_step("6"))
    budi.look()
    budi.tick_all("kelengkapan")
    budi.tick_all("pakai_usulan")
    budi.press("Susun draf akhir dan teruskan")


def _paraf(hands: Hands, no: str) -> None:
    hands.open(_step(no))
    hands.look()
    hands.tick_all("kelengkapan")
    hands.choose("putusan")
    hands.press("Kirim putusan")


def _send_back(hendra: Hands) -> None:
    hendra.open(_step("8"))
    hendra.choose_last("putusan")
    hendra.type("catatan", "Tambahkan tindak lanjut pada simpulan.")
    hendra.press("Kirim putusan")


def _write(budi: Hands) -> None:
    budi.open("/laporan/1/bagian/penutup/")
    budi.look()
    words = "Kinerja tahun ini baik. Tindak lanjut masuk dalam rencana kerja."
    if budi.script:  # the sheet over the plain field
        budi.tab_to(text="Secara umum")
        budi.page.keyboard.press("Control+A")
        budi.page.keyboard.type(words)
    else:
        budi.type("teks", words)
    budi.press("Simpan teks")


def _sign(andreas: Hands) -> None:
    andreas.open(_step("9"))
    andreas.look()
    andreas.tick_all("kelengkapan")
    andreas.type("sandi", PASSWORD)
    andreas.press("Tandatangani")


_WALK: tuple[tuple[str, Callable[[Hands], None]], ...] = (
    ("rina", _assign),
    ("dewi", _invite),
    ("dewi", _prepare),
    ("rina", _open_meeting),
    ("budi", _discuss),
    ("budi", _resolve),
    ("budi", _hand_on),
    ("rina", lambda hands: _paraf(hands, "7")),
    ("hendra", _send_back),
    ("budi", _write),
    ("budi", _hand_on),
    ("rina", lambda hands: _paraf(hands, "7")),
    ("hendra", lambda hands: _paraf(hands, "8")),
    ("andreas", _sign),
)


@pytest.mark.parametrize(
    ("width", "script"), [(1280, True), (360, False)], ids=["1280", "360-tanpa-skrip"]
)
def test_the_nine_steps_and_one_return_by_keyboard_alone(
    chromium: Browser, address: str, width: int, script: bool
) -> None:
    people: dict[str, Hands] = {}
    for name, do in _WALK:
        if name not in people:
            people[name] = Hands(chromium, address, width=width, script=script)
            people[name].log_in(name)
        do(people[name])
    andreas = people["andreas"]
    andreas.open(CASE)
    andreas.look()
    words = andreas.page.inner_text("main")
    assert re.search(r"Keadaan\s+Selesai", words), words[:400]
    andreas.press("Halaman verifikasi")
    assert "sertifikat uji" in andreas.page.inner_text("main").lower()
    andreas.look()
    for hands in people.values():
        hands.close()
