"""How the Dinas is set up: first page, hub, people from Excel, SOP, codes, figures, certificate.

Told by what its people press; only the first address is typed.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

from tests.browser.dinas.figures import book
from tests.browser.dinas.people import FOUNDER, SECRET, filled_in
from tests.browser.dinas.stage import Person, Stage
from tests.signing.authority import PASSPHRASE, Ca

SOP = Path(__file__).parent / "sop.txt"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TELEPHONES = ("mariana", "budi")


def set_up(stage: Stage) -> Person:
    """The office as it stands before its SOP comes; Aisyah made it."""
    aisyah = stage.person("aisyah")
    aisyah.page.goto(f"{stage.address}/")
    aisyah.look("01-pertama").fill(**FOUNDER, sandi=SECRET, sandi_lagi=SECRET).press("Buat kantor")
    aisyah.sees("Saudara mempunyai semua hak", "0 dari 8 langkah penyiapan").look("02-kantor")
    aisyah.follow("Identitas, kop").fill(
        kode="DPK",
        kop="PEMERINTAH KABUPATEN BANJAR\nDINAS PERPUSTAKAAN DAN KEARSIPAN",
        alamat="Jalan Perwira Nomor 5, Martapura 70614",
        kota="Martapura",
    )
    aisyah.look("03-identitas").press("Simpan dan lanjut")
    _bring_people(aisyah)
    aisyah.follow("Kantor", "Zona waktu").tick("WITA")
    aisyah.fill(dasar_hukum="Perbup Banjar Nomor 3 Tahun 2024").press("Simpan jam kerja")
    aisyah.sees("Kalender kantor disimpan").follow("Kantor", "Tanda tangan")
    aisyah.tick("Sertifikat elektronik dalam berkas").press("Simpan cara").look("06-tanda-tangan")
    return aisyah


def _bring_people(aisyah: Person) -> None:
    """Fourteen of them from Excel; the first list is spoiled and nothing of it is taken."""
    aisyah.follow("Muat dari Excel")
    with aisyah.page.expect_download() as loading:
        aisyah.page.get_by_role("link", name="Unduh templat").click()
    template = Path(loading.value.path()).read_bytes()
    aisyah.hand_in("berkas", "pegawai.xlsx", filled_in(template, spoiled=True), XLSX)
    aisyah.press("Lihat pratinjau").sees("A17", "NIP harus 18 angka; tertulis 17 angka.")
    aisyah.look("04-daftar-salah").follow("Unggah lagi")
    aisyah.hand_in("berkas", "pegawai.xlsx", filled_in(template), XLSX).press("Lihat pratinjau")
    aisyah.press("Muat 13 baru, 1 berubah").sees("14 orang").look("05-pegawai")


def adopt(aisyah: Person) -> None:
    """The SOP of twelve steps as the office wrote it; what can be mended is mended."""
    aisyah.follow("SOP", "Masukkan SOP")
    aisyah.hand_in("berkas", SOP.name, SOP.read_bytes(), "text/plain").press("Baca SOP ini")
    aisyah.look("07-bacaan").press("Lanjutkan").sees("dapat diperbaiki dengan satu klik").look(
        "08-catatan"
    )
    aisyah.press("Ambil semua perbaikan").follow("Lanjut ke adopsi")
    aisyah.sees("12 langkah, 7 pelaksana", "Menelaah dan menandatangani · dapat kembali ke 7")
    aisyah.look("09-adopsi").press("Adopsi SOP ini").sees("berlaku dan dapat dijalankan")
    aisyah.follow("Kantor", "Siap dijalankan?")
    # somebody outside the office is no fault of the office
    aisyah.sees("peran Inspektorat", "Bila ia pihak luar, sebut siapa saat memulai.")
    aisyah.sees_not("Menghalangi").look("10-siap")


def give_rights_and_codes(stage: Stage, aisyah: Person, come_in: tuple[str, ...] = ()) -> None:
    """A second keeper, who may load figures, and how everybody comes in for the first time;
    ``come_in``: only they come now."""
    for name, right in (("Siti Fatimah", "Mengelola data kinerja"), ("Agus", "Mengelola kantor")):
        aisyah.follow("Kantor", "Pegawai dan jabatan", "Hak", f"Ubah hak {name}")
        aisyah.tick(right).press("Simpan")
    aisyah.follow("Kantor", "Siap dijalankan?", "Cetak kode masuk").press("Buat dan tampilkan")
    told = re.findall(r"Nama pengguna\n(\w+)\nKode\n([A-Z0-9-]+)", aisyah.look("11-kode").words)
    assert len(told) == 13
    for name, code in told:
        if come_in and name not in come_in:
            continue
        person = stage.person(name, width=360 if name in TELEPHONES else 1280)
        person.page.goto(f"{stage.address}/")
        person.follow("Punya kode masuk?")
        person.fill(nama=name, kode=code, sandi=SECRET, sandi_lagi=SECRET)
        person.press("Simpan kata sandi dan masuk").sees("Kata sandi Saudara tersimpan")


def bring_what_is_needed(stage: Stage) -> None:
    """Figures by who does not check them; the certificate by whose first screen asks for it."""
    fatimah = stage.at("fatimah").follow("Kinerja")
    fatimah.hand_in("berkas", "data-2026.xlsx", book(), XLSX).press("Periksa buku data")
    fatimah.press("Terapkan sebagai versi 1").sees("diterapkan").look("12-kinerja")
    mariana = stage.at("mariana").sees("Saudara akan diminta menandatangani.")
    mariana.look("13-kepala").follow("Siapkan sekarang")
    own = Ca().p12(
        "Dr. Hj. Mariana Ulfah", number="197008151996032004", last=datetime(2030, 1, 1, tzinfo=UTC)
    )
    mariana.hand_in("berkas", "mariana.p12", own, "application/x-pkcs12").fill(sandi="keliru")
    mariana.press("Unggah sertifikat").sees("tidak terbuka dengan frasa sandi itu")
    mariana.hand_in("berkas", "mariana.p12", own, "application/x-pkcs12").fill(sandi=PASSPHRASE)
    mariana.press("Unggah sertifikat").sees("diterima dan siap dipakai", "4 Januari 2027, 08.")
    aisyah = stage.at("aisyah").follow("Kantor", "Siap dijalankan?")
    aisyah.sees("Penerbit sertifikat menunggu keputusan").follow("Putuskan penerbitnya")
    aisyah.press("Percayai").sees("Dipercaya")


def start(stage: Stage) -> Person:
    """The year's LAKIP; the Inspektorat is named as outside, Lina writes for it."""
    aisyah = stage.at("aisyah").follow("Pelaksanaan", "Mulai")
    aisyah.sees("Inspektorat adalah pihak luar: siapa").look("14-mulai")
    outside = aisyah.page.get_by_role("group", name="Inspektorat", exact=True)
    outside.get_by_label("Lina Marlina").check()
    aisyah.fill(luar_5="Inspektorat Kabupaten Banjar").press("Mulai")
    return aisyah.sees(
        "Laporan kinerja 2026 dimulai.", "Kasubag Perencanaan Noor Aisyah", "26 Februari 2027"
    ).look("15-papan")
