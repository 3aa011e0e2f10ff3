"""The year's LAKIP through what holds one up in real life, leg by leg.

A holiday decreed late, a meeting led by the Plh. with half the room offline, somebody who leaves,
a draft that comes back and parafs that fall, a leg without scripts, an outside reviewer.
"""

from tests.browser.dinas.stage import Stage
from tests.signing.authority import PASSPHRASE

REVIEW = "Pernyataan telah direviu Nomor 700/{}/INSP/2027, asli di map LAKIP"


def order_and_collect(stage: Stage) -> None:
    """Steps 1 and 2. The meeting is proposed after the five days that step 2 takes."""
    stage.it_is("2027-01-04 08:10")
    aisyah = stage.at("aisyah").do().tick("Siti Fatimah").look("20-penugasan")
    proposed = aisyah.page.input_value("main [name=tanggal]")
    assert proposed >= "2027-01-13", proposed
    aisyah.fill(
        tugas="Siapkan undangan dan ruang rapat.", tempat="Aula lantai 2", tanggal="2027-01-14"
    )
    aisyah.tick_all().press("Tugaskan").sees("Tugas diberikan.")
    stage.it_is("2027-01-06 09:00")
    fatimah = (
        stage.at("fatimah")
        .do()
        .tick_all()
        .fill(
            hasil_0="Rekap lima sasaran, map Perencanaan 2026",
            hasil_1="Disusun dari buku data 2026",
        )
    )
    # the joint actor has not said that his part is done; what was typed stays
    fatimah.press("Selesaikan langkah 2").sees("masih menunggu Tim Penyusun")
    assert fatimah.page.input_value("[name=hasil_0]").startswith("Rekap lima")
    stage.at("budi").look("21-tugas-tim").do().press("Bagian saya selesai")
    _decree_a_holiday(stage)
    stage.it_is("2027-01-11 08:00")
    fatimah = stage.at("fatimah").sees("bergeser dari 12 Januari 2027", "Hari Jadi Kabupaten")
    fatimah.look("22-batas-bergeser").do().tick_all()
    fatimah.fill(hasil_0="Rekap lima sasaran, map Perencanaan 2026", hasil_1="Dari buku data 2026")
    fatimah.press("Selesaikan langkah 2").sees("Langkah 2 selesai.")


def _decree_a_holiday(stage: Stage) -> None:
    """On the sixth the eighth becomes a holiday: limits of open steps move with it."""
    aisyah = (
        stage.at("aisyah")
        .follow("Kantor", "Kalender", "Tambah hari libur")
        .fill(
            tanggal="2027-01-08",
            nama="Hari Jadi Kabupaten Banjar",
            dasar_hukum="Kepbup Nomor 5/2027",
        )
    )
    aisyah.tick("Libur daerah").press("Simpan hari ini").sees("1 langkah yang terbuka ikut")
    aisyah.look("23-kalender")


def invite(stage: Stage) -> None:
    """Step 3. The Sekretaris leads by the SOP, so the letter is his to check, and goes to the
    Kepala, above whom nobody is invited. Who writes for the Inspektorat is not invited."""
    stage.it_is("2027-01-11 09:00")
    fatimah = stage.at("fatimah").do().sees("Pimpinan rapat Drs. H. Gusti Abdurrahman, M.AP.")
    fatimah.sees("Yang diundang: 11 orang").sees_not("Lina Marlina").look("24-undangan")
    fatimah.press("Susun undangan").sees("Pemeriksa: Drs. H. Gusti Abdurrahman")
    stage.at("gusti").follow("Buka surat").look("25-surat").press("Sudah benar, teruskan")
    mariana = stage.at("mariana").sees("menunggu tanda tangan Saudara").follow("Buka surat")
    mariana.fill(sandi="keliru").press("Tanda tangani").sees("Frasa sandi sertifikat salah")
    mariana.fill(sandi=PASSPHRASE).press("Tanda tangani").sees("ditandatangani secara elektronik")
    mariana.look("26-surat-bertanda-tangan")
    fatimah = stage.at("fatimah").do().sees("belum mempunyai alamat publik")
    fatimah.tick("Semua yang belum").press("Catat penyampaian").sees("lalu kirim lagi")
    aisyah = stage.at("aisyah").follow("Kantor", "Alamat publik")
    aisyah.fill(alamat_publik="http://perpus.banjar.example").press("Simpan")
    fatimah = stage.at("fatimah").do().tick("Semua yang belum").press("Catat penyampaian")
    fatimah.look("27-penyampaian").press("Selesaikan langkah 3").sees("Langkah 3 selesai")


def leave(stage: Stage) -> None:
    """The Sekretaris is away for two days; Fauzi stands in as Plh. by a letter."""
    stage.it_is("2027-01-12 09:00")
    aisyah = stage.at("aisyah").follow("Kantor", "Cuti dan pengganti")
    aisyah.pick("pemegang", "Drs. H. Gusti Abdurrahman, M.AP.").tick("Cuti")
    aisyah.pick("pengganti", "H. Ahmad Fauzi, S.Sos., M.AP.").tick("Pelaksana harian")
    aisyah.fill(mulai="2027-01-14", selesai="2027-01-15", sk="800/12/DPK/2027")
    aisyah.press("Catat pengganti").sees("Tandai peran yang digantikan")
    aisyah.tick("Sekretaris Dinas").press("Catat pengganti").sees("Plh. Sekretaris Dinas")
    aisyah.sees_not("Ada ketikan yang belum terkirim", "M.AP..").look("28-pengganti")


def meet(stage: Stage) -> None:
    """Steps 4 to 6. The net of the hall is down: half the room signs on paper."""
    stage.it_is("2027-01-13 08:30")
    fatimah = stage.at("fatimah").do().press("Susun dan bagikan draf awal")
    fatimah.press("Susun daftar hadir").look("29-kesiapan")
    for number in range(8):
        fatimah.page.check(f"main [name=siap_{number}]")
    fatimah.press("Laporkan kesiapan").sees("Langkah 4 selesai")
    stage.it_is("2027-01-14 09:05")
    fauzi = stage.at("fauzi").sees("Sebagai pengganti Drs. H. Gusti Abdurrahman, M.AP.").do()
    stage.at("gusti").sees("Dialihkan kepada Plh. Sekretaris Dinas H. Ahmad Fauzi")
    for present in ("Hj. Noor Aisyah", "Siti Fatimah", "H. Ahmad Fauzi"):
        fauzi.tick(present)
    fauzi.pick("notulis", "Norhasanah, S.Hum.").look("30-pembukaan").press("Buka rapat")
    stage.it_is("2027-01-14 09:40")
    norhasanah = stage.at("norhasanah").sees("ditunjuk sebagai notulis").do()
    norhasanah.fill(pembahasan="Ahmad Fauzi: angka kunjungan sudah dicocokkan.")
    for words, part, who in (
        ("Simpulan menyebut indikator yang belum tercapai.", "Bab IV · Simpulan", "Budi Santoso"),
        ("Tambahkan isu arsip vital.", "Bab I · Isu strategis", "Yohanes Lim"),
    ):
        norhasanah.fill(isi=words).pick("bagian", part)
        titles = {"Budi Santoso": "S.IP.", "Yohanes Lim": "S.E."}
        norhasanah.pick("pic", f"{who}, {titles[who]}").press("Simpan")
    norhasanah.look("31-pembahasan").follow("Catat dari daftar kertas")
    for late in ("Muhammad Ridwan", "Norhasanah", "Rusdi Hartono", "Yohanes Lim", "Dra. Rusdiana"):
        norhasanah.tick(late)
    norhasanah.fill(
        tamu="H. Kamaruddin, S.E., M.M., Bagian Organisasi Setda",
        alasan="Jaringan di aula putus; peserta menandatangani kertas.",
    )
    stage.it_is("2027-01-14 12:30")
    norhasanah.look("32-daftar-kertas").press("Catat kehadiran").press("Simpan dan tutup rapat")
    norhasanah.fill(pukul="12:00").look("33-tutup").press("Tutup rapat dan susun notula")
    norhasanah.follow("Notula rapat").sees(
        "H. Ahmad Fauzi, S.Sos., M.AP. (Plh. Sekretaris Dinas)",
        "8 hadir dari 11 undangan, dan 1 di luar undangan",
        "H. Kamaruddin, S.E., M.M. Bagian Organisasi Setda",
    ).look("34-notula")
    fauzi = stage.at("fauzi").follow("Baca dan nyatakan").press("Saya menyatakan notula ini sesuai")
    fauzi.sees("Pernyataan Saudara tercatat.")


def somebody_leaves(stage: Stage) -> None:
    """Yohanes goes to another office; what he holds is shown and goes to Wati."""
    stage.it_is("2027-01-15 08:30")
    aisyah = stage.at("aisyah").follow("Kantor", "Cuti dan pengganti", "Yohanes Lim, S.E.")
    aisyah.sees("Peran Tim Penyusun", "langkah 7").tick("Pindah tugas")
    aisyah.pick("peran_0", "Wati Susilowati, S.Kom.").fill(
        sk="824/31/BKPSDM/2027", alasan="Pindah ke Bappedalitbang"
    )
    aisyah.tick("Ya, serahkan").look("35-serah-terima").press("Serahkan dan tutup akun")
    stage.at("wati").sees("Menyempurnakan draf LAKIP sesuai notula")


def improve_and_check(stage: Stage) -> None:
    """Steps 7 to 9 on a telephone and at desks; step 10 is done by the Inspektorat."""
    stage.it_is("2027-01-18 09:00")
    budi = stage.at("budi").do().look("36-penyempurnaan").follow("Bab IV · Simpulan")
    budi.add("Dua indikator belum mencapai target.").press("Simpan teks")
    budi.follow("Bab I · Isu strategis").add("Penyelamatan arsip vital.").press("Simpan teks")
    for number in (1, 2):
        part = budi.page.locator("details", has_text=f"nomor {number}").first
        part.locator("summary").first.click()
        part.locator("[type=radio]").first.check()
        part.locator("textarea").first.fill("Sudah ditulis pada bagiannya.")
        budi.press(f"Simpan tindak lanjut keputusan {number}")
        budi.sees(f"Keputusan {number} ditangani.").sees_not("Ada ketikan yang belum terkirim")
    budi.tick_all().tick_all("pakai_usulan").press("Susun draf akhir").sees(
        "diteruskan untuk diperiksa"
    )
    _paraf(stage, "aisyah", "2027-01-18 13:30")
    _paraf(stage, "fauzi", "2027-01-19 09:00")
    _review(stage, "2027-01-22 09:00", 11)


def come_back(stage: Stage) -> None:
    """The Sekretaris returns the draft; without scripts Norhasanah answers; the parafs fell."""
    stage.it_is("2027-01-25 09:00")
    gusti = stage.at("gusti").do().tick("Tidak").press("Kirim putusan")
    gusti.sees("Tuliskan catatan perbaikan")
    gusti.page.select_option("[name=bagian]", "Ikhtisar eksekutif")
    gusti.fill(catatan="Belum menyebut kunjungan perpustakaan.").press("Kirim putusan")
    gusti.sees("Naskah dikembalikan")
    stage.it_is("2027-01-25 13:30")
    plain = stage.person("norhasanah-tanpa-skrip", script=False)
    plain.name = "norhasanah"
    plain.come_in().sees("putaran 2, karena dikembalikan").do()
    plain.sees("Pada bagian Ikhtisar eksekutif: Belum menyebut kunjungan perpustakaan.")
    plain.look("37-dikembalikan").follow("Buka bagiannya").add(
        "Kunjungan perpustakaan naik."
    ).press("Simpan teks")
    plain.page.locator("main [name^=jawaban]").first.fill("Alinea terakhir ikhtisar memuatnya.")
    plain.tick_all().tick_all("pakai_usulan").press("Susun draf akhir").sees(
        "diteruskan untuk diperiksa"
    )
    stage.it_is("2027-01-26 09:00")
    aisyah = stage.at("aisyah").do().sees("1 perubahan terhadap versi 1", "Gugur karena naskah")
    aisyah.look("38-paraf-gugur").tick("Ya").press("Kirim putusan")
    _paraf(stage, "fauzi", "2027-01-26 10:00")
    _review(stage, "2027-01-28 09:00", 15)
    _paraf(stage, "gusti", "2027-01-28 10:00")


def sign(stage: Stage) -> None:
    """Step 12, on the telephone, by the certificate that she brought weeks ago."""
    mariana = stage.at("mariana").look("39-kepala").do().sees("Sekretaris Dinas", "Berlaku")
    mariana.look("40-tanda-tangan").fill(sandi=PASSPHRASE).press("Tandatangani")
    mariana.sees("telah ditandatangani.", "12 dari 12").look("41-selesai")
    mariana.follow("Halaman verifikasi").sees("28 Januari 2027, 10.00 WITA")
    mariana.sees_not("Tidak dapat diperiksa")
    mariana.look("42-keaslian")


def correct_by_hand(stage: Stage) -> None:
    """The Kepala's post is empty: her Plt. signs the ralat by hand, and is named under it."""
    stage.it_is("2027-02-01 08:30")
    aisyah = stage.at("aisyah").follow("Kantor", "Cuti dan pengganti")
    aisyah.pick("pemegang", "Dr. Hj. Mariana Ulfah, S.Sos., M.Si.").tick("Jabatan kosong")
    aisyah.pick("pengganti", "Drs. H. Gusti Abdurrahman, M.AP.").tick("Pelaksana tugas")
    aisyah.tick("Kepala Dinas").fill(
        mulai="2027-02-01", selesai="2027-04-30", sk="821/77/BKPSDM/2027", sk_tanggal="2027-01-29"
    )
    aisyah.press("Catat pengganti").sees("Plt. Kepala Dinas").look("43-plt")
    aisyah.follow("Laporan", "Laporan kinerja 2026", "Mulai ralat")
    aisyah.fill(alasan="Kata pengantar menyebut bulan yang keliru.").press("Mulai ralat")
    budi = stage.at("budi").do().follow("Kata pengantar").add("Martapura, Januari 2027.")
    budi.press("Simpan teks").tick_all().tick_all("pakai_usulan").press("Susun draf akhir")
    _paraf(stage, "aisyah", "2027-02-02 09:00")
    _paraf(stage, "fauzi", "2027-02-02 09:30")
    _review(stage, "2027-02-02 10:00", 21)
    _paraf(stage, "gusti", "2027-02-03 09:00")
    gusti = stage.at("gusti").sees("Sebagai pengganti Dr. Hj. Mariana Ulfah").do()
    gusti.look("44-plt-menandatangani").follow("Tanda tangan basah")
    gusti.sees("Drs. H. Gusti Abdurrahman, M.AP. (Plt. Kepala Dinas)").look("45-basah")
    gusti.fill(tanggal="2027-02-03", tempat_asli="Lemari arsip 2, map LAKIP 2026")
    gusti.hand_in("pindaian", "pindaian.pdf", stage.scan, "application/pdf")
    gusti.press("Catat tanda tangan basah").sees("tercatat.", "6 dari 6").look("46-ralat-selesai")
    gusti.follow("Halaman verifikasi").sees("Ditandatangani basah oleh Drs. H. Gusti Abdurrahman")
    gusti.look("47-keaslian-basah")
    aisyah = stage.at("aisyah").follow("Pelaksanaan", "Laporan kinerja 2026", "Halaman verifikasi")
    aisyah.sees("Sudah diganti dengan ralat").look("48-keaslian-lama")


def _paraf(stage: Stage, name: str, moment: str) -> None:
    stage.it_is(moment)
    stage.at(name).do().tick("Ya").press("Kirim putusan").sees("Paraf Saudara tercatat")


def _review(stage: Stage, moment: str, number: int) -> None:
    """The auditor has no login: Lina writes what he brought, and says that he brought it."""
    stage.it_is(moment)
    lina = stage.at("lina").do().sees("pihak luar: Inspektorat Kabupaten Banjar")
    lina.fill(luar_oleh="Drs. Zainal Abidin, Auditor Madya", hasil_0=REVIEW.format(number))
    lina.look(f"49-reviu-{number}").press("Selesaikan langkah 10").sees("Langkah 10 selesai.")
