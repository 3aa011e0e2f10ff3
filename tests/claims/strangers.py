"""Sentences as officials of other regions write them, about one year of one office: 60 that the
figures deny and 120 that they bear out, written before the checker had seen any of them; then 25
and 20 about the small office of the tests, written after it was mended by the first.

What was found of them at first and after mending stands in ``docs/known-issues.md``.
"""

from decimal import Decimal

from runut.core.kinerja.model import (
    Analisis,
    Anggaran,
    DataKinerja,
    Indikator,
    Pejabat,
    Polaritas,
    Profil,
    Sasaran,
    Terukur,
)
from runut.core.report.lakip.draft import Draft, prepare_draft
from runut.core.report.lakip.keys import SIMPULAN, penyebab_key


def _of(value: str) -> Terukur:
    return Terukur(Decimal(value) if value[0].isdigit() else value, "")


def _indikator(where: str, nama: str, satuan: str, polaritas: Polaritas, figures: str) -> Indikator:
    """``where``: code and sasaran; ``figures``: target, result, 2024, 2023; then target of 2024, of
    2029, the standard."""
    kode, sasaran = where.split()
    target, real, last, before, goal, end, standard = figures.split()
    return Indikator(
        kode, sasaran, nama, satuan, polaritas, _of(target), _of(real),
        riwayat={2024: _of(last)} | ({2023: _of(before)} if before != "-" else {}),
        riwayat_target={2024: _of(goal)} if goal != "-" else {},
        renstra={2025: _of(target), 2029: _of(end)} if end != "-" else {},
        standar_nasional=_of(standard) if standard != "-" else None,
    )  # fmt: skip


_N, _T, _P = Polaritas.NAIK, Polaritas.TURUN, Polaritas.PREDIKAT
_INDIKATORS = (
    _indikator("IKU-1 S1", "Prevalensi stunting balita", "%", _T, "16 14.2 17.8 20.1 18 10 18"),
    _indikator("IKU-2 S1", "Jumlah kematian ibu melahirkan", "kasus", _T, "10 12 8 15 11 5 -"),
    _indikator("IKU-3 S1", "Cakupan imunisasi dasar lengkap", "%", _N, "92 94.5 90.3 88 90 98 93"),
    _indikator("IKU-4 S2", "Indeks kepuasan pasien puskesmas", "indeks", _N,
               "84 82.65 81.2 79.4 80 90 -"),
    _indikator("IKU-5 S2", "Persentase puskesmas terakreditasi paripurna", "%", _N,
               "60 60 48 30 45 90 -"),
    _indikator("IKU-6 S2", "Predikat akuntabilitas kinerja", "predikat", _P, "A BB B - - AA -"),
    _indikator("IKU-7 S2", "Rata-rata waktu tunggu rawat jalan", "menit", _T,
               "45 38 52 60 50 30 -"),
)  # fmt: skip


def _line(kode: str, nama: str, tingkat: str, sasaran: str = "", uang: str = "") -> Anggaran:
    pagu, spent = (_of(one) for one in uang.split()) if uang else (Terukur(None, ""),) * 2
    return Anggaran(kode, nama, tingkat, (sasaran,) if sasaran else (), pagu, spent)


YEAR = DataKinerja(
    tahun=2025,
    profil=Profil(
        instansi=("PEMERINTAH KABUPATEN KAYONG UTARA", "DINAS KESEHATAN"),
        singkatan="Dinkes", alamat="Jalan Provinsi", kota="Sukadana",
        pimpinan=Pejabat("Kepala Dinas Kesehatan", "dr. Ratna Dewi Kusuma, M.Kes.",
                         "Pembina Tingkat I", "197504122003122004"),
        atasan=Pejabat("Bupati Kayong Utara", "Drs. Effendi Mahmud"),
        tugas="Urusan kesehatan.", fungsi=(), struktur=(), pegawai=(), isu_strategis=(),
        renstra_periode=(2025, 2029), visi="", misi=(),
    ),
    sasarans=(
        Sasaran("S1", "Meningkatnya derajat kesehatan ibu dan anak"),
        Sasaran("S2", "Meningkatnya mutu pelayanan kesehatan"),
    ),
    indikators=_INDIKATORS,
    anggaran=(
        _line("1.02.02", "Program Pemenuhan Upaya Kesehatan", "program"),
        _line("1.02.02.01", "Penyediaan Layanan Ibu dan Anak", "kegiatan"),
        _line("1.02.02.01.01", "Pengelolaan Gizi", "sub", "S1", "4000000000 3760000000"),
        _line("1.02.03", "Program Peningkatan Kapasitas Tenaga", "program"),
        _line("1.02.03.01", "Akreditasi Fasilitas", "kegiatan"),
        _line("1.02.03.01.01", "Pendampingan Akreditasi", "sub", "S2", "2500000000 2425000000"),
    ),
    analisis=(Analisis("S1"), Analisis("S2")),
    pk_tanggal="13 Januari 2025",
)  # fmt: skip
"""Four of seven targets were reached (two of three, two of four); Rp6.185 billion of Rp6.5 billion
were spent (94 % and 97 %)."""

FALSE_1 = """
Prevalensi stunting balita berhasil ditekan hingga 12,4 persen sepanjang tahun 2025.
Angka stunting balita justru merangkak naik jika disandingkan dengan kondisi tahun lalu.
Kematian ibu melahirkan dapat ditekan di bawah batas yang diperjanjikan.
Cakupan imunisasi dasar lengkap masih tertinggal dari target yang dipatok.
Imunisasi dasar lengkap baru menyentuh 89,5% dari 92% yang ditargetkan.
Prevalensi stunting balita turun separuhnya dibandingkan tahun 2023.
Jumlah kematian ibu melahirkan berkurang empat kasus dari tahun sebelumnya.
Jumlah kematian ibu melahirkan tahun ini tercatat sembilan kasus.
Prevalensi stunting balita telah berada di atas standar nasional.
Tidak satu pun indikator pada sasaran ini mencapai target.
Hampir seluruh target sasaran ini meleset.
Ketiga indikator sasaran ini seluruhnya memenuhi target.
Cakupan imunisasi dasar lengkap merosot 4,2 poin ketimbang tahun 2024.
Realisasi cakupan imunisasi dasar lengkap pada 2024 adalah 94,5%.
Dibanding tahun lalu, kematian ibu melahirkan membaik.
Prevalensi stunting balita dipatok 14,2% dan terealisasi 16%.
Anggaran sasaran ini terserap 97 persen.
Untuk sasaran ini dikucurkan dana Rp2,5 miliar.
Dari dana empat miliar rupiah, yang dibelanjakan Rp3,2 miliar.
Kasus kematian ibu melahirkan naik dua kali lipat dari tahun 2024.
Prevalensi stunting balita tahun 2025 sebesar 14,2 kasus.
Cakupan imunisasi dasar lengkap belum mampu menandingi standar nasional.
Target imunisasi dasar lengkap tidak terpenuhi karena rantai dingin terganggu.
Kematian ibu melahirkan terjaga di angka 10 sesuai target.
Prevalensi stunting balita pada akhir Renstra 2029 ditargetkan 12 persen.
Prevalensi stunting balita stagnan dalam dua tahun terakhir.
Penurunan cakupan imunisasi dasar lengkap terjadi karena penolakan orang tua.
Capaian kinerja prevalensi stunting balita sebesar 88,75%.
"""
FALSE_2 = """
Indeks kepuasan pasien puskesmas telah menembus target.
Indeks kepuasan pasien puskesmas melorot dari 81,20 menjadi 79,40 pada tahun 2025.
Puskesmas terakreditasi paripurna masih kurang dari target yang disepakati.
Persentase puskesmas terakreditasi paripurna sudah tiga kali lipat dibandingkan tahun 2023.
Predikat akuntabilitas kinerja yang diraih tahun ini adalah A.
Predikat akuntabilitas kinerja tetap bertahan pada B.
Predikat akuntabilitas kinerja sudah sesuai dengan target.
Rata-rata waktu tunggu rawat jalan memburuk dibandingkan tahun sebelumnya.
Rata-rata waktu tunggu rawat jalan 38 menit, masih di atas target 45 menit.
Rata-rata waktu tunggu rawat jalan melambat menjadi 52 menit pada tahun 2025.
Waktu tunggu rawat jalan berkurang 20 menit dari tahun 2024.
Hanya satu dari empat indikator sasaran ini yang memenuhi target.
Lebih dari separuh indikator sasaran ini mencapai target.
Dana sebesar Rp2.452.000.000 telah dibelanjakan untuk sasaran ini.
Serapan dana sasaran ini sebesar 79 persen.
Indeks kepuasan pasien puskesmas mencapai 82,56.
Persentase puskesmas terakreditasi paripurna mencapai enam puluh lima persen.
Indeks kepuasan pasien puskesmas berada antara 85 dan 90.
"""
FALSE_0 = """
Lima dari tujuh indikator kinerja mencapai target.
Separuh lebih indikator, yakni lima indikator, gagal mencapai target.
Seluruh indikator kinerja tahun 2025 tercapai.
Tingkat penyerapan anggaran dinas sebesar 91,5 persen.
Total belanja yang terealisasi Rp6,5 miliar dari pagu Rp6,85 miliar.
Capaian tertinggi diraih oleh cakupan imunisasi dasar lengkap.
Capaian paling rendah terdapat pada indeks kepuasan pasien puskesmas.
Laporan ini ditandatangani Kepala Dinas Kesehatan, dr. Hendra Saputra, M.Kes.
dr. Ratna Dewi Kusuma, M.M., selaku Kepala Dinas Kesehatan memimpin rapat evaluasi.
Laporan Kinerja Dinas Pendidikan Tahun 2025 memuat capaian selama satu tahun.
Renstra Dinas Kesehatan periode 2021-2026 menjadi acuan laporan ini.
Perjanjian Kinerja Tahun 2025 ditandatangani pada 31 Januari 2025.
Laporan kinerja tahun 2024 ini disusun sebagai pertanggungjawaban kepada Bupati Kayong Utara.
Dinas Kesehatan Kabupaten Ketapang berkomitmen memperbaiki kinerjanya.
"""
TRUE_1 = """
Prevalensi stunting balita berhasil ditekan hingga 14,2 persen sepanjang tahun 2025.
Angka stunting balita melandai jika disandingkan dengan kondisi tahun lalu.
Kematian ibu melahirkan belum dapat ditekan di bawah batas yang diperjanjikan.
Cakupan imunisasi dasar lengkap sudah melewati target yang dipatok.
Imunisasi dasar lengkap sudah menyentuh 94,5% dari 92% yang ditargetkan.
Prevalensi stunting balita turun hampir sepertiganya dibandingkan tahun 2023.
Jumlah kematian ibu melahirkan bertambah empat kasus dari tahun sebelumnya.
Jumlah kematian ibu melahirkan tahun ini tercatat dua belas kasus.
Prevalensi stunting balita telah berada di bawah standar nasional.
Dua dari tiga indikator pada sasaran ini mencapai target.
Hanya satu target sasaran ini yang meleset.
Tidak semua indikator sasaran ini memenuhi target.
Cakupan imunisasi dasar lengkap terdongkrak 4,2 poin ketimbang tahun 2024.
Realisasi cakupan imunisasi dasar lengkap pada 2024 adalah 90,3%.
Dibanding tahun lalu, kematian ibu melahirkan memburuk.
Prevalensi stunting balita dipatok 16% dan terealisasi 14,2%.
Anggaran sasaran ini terserap 94 persen.
Untuk sasaran ini dikucurkan dana Rp4 miliar.
Dari dana empat miliar rupiah, yang dibelanjakan Rp3,76 miliar.
Kasus kematian ibu melahirkan naik satu setengah kali lipat dari tahun 2024.
Jumlah balita yang ditimbang bertambah dua kali lipat sejak posyandu keliling dibuka.
Cakupan imunisasi dasar lengkap telah mampu menandingi standar nasional.
Target imunisasi dasar lengkap terpenuhi walaupun rantai dingin sempat terganggu.
Kematian ibu melahirkan tidak terjaga di angka 10 sesuai target.
Prevalensi stunting balita pada akhir Renstra 2029 ditargetkan 10 persen.
Prevalensi stunting balita tidak stagnan dalam dua tahun terakhir.
Capaian kinerja prevalensi stunting balita sebesar 111,25%.
Dari 25 posyandu yang dibina, separuhnya baru aktif pada bulan September.
Sebanyak 12 kasus kematian ibu melahirkan terjadi; tujuh di antaranya karena perdarahan.
Tujuh dari dua belas kasus terjadi di rumah tanpa pertolongan bidan.
Tidak satu pun puskesmas kehabisan vaksin sepanjang tahun.
Hampir seluruh desa telah memiliki kader terlatih.
Kader yang dilatih dua kali lipat dari tahun lalu, dari 120 menjadi 240 orang.
Penurunan stunting didukung pemberian makanan tambahan kepada 1.250 balita.
Kematian ibu melahirkan pada tahun 2023 mencapai 15 kasus, lalu turun menjadi 8 pada tahun 2024.
Setelah sempat turun pada tahun 2024, kematian ibu melahirkan kembali naik menjadi 12 kasus.
Prevalensi stunting balita tahun 2023 sebesar 20,1%, tahun 2024 sebesar 17,8%, dan kini 14,2%.
Selisih antara target dan realisasi prevalensi stunting balita sebesar 1,8 poin.
Cakupan imunisasi dasar lengkap melampaui target sebesar 2,5 poin.
Kelebihan dua kasus dari target kematian ibu melahirkan disebabkan rujukan terlambat.
Pemerintah pusat menargetkan prevalensi stunting 14 persen pada tahun 2024.
Dinas menganggarkan Rp350 juta untuk transportasi rujukan ibu hamil.
Kunjungan antenatal naik dari 71 persen menjadi 83 persen.
Angka kelahiran di kabupaten ini turun tipis.
Rumah tunggu kelahiran bertambah dari tiga menjadi lima unit.
Untuk tahun 2026 prevalensi stunting balita ditargetkan turun lagi.
Diperlukan upaya agar kematian ibu melahirkan dapat ditekan menjadi di bawah 10 kasus.
Apabila rujukan terlambat, kematian ibu melahirkan akan meningkat.
Prevalensi stunting balita masih perlu diturunkan 4,2 poin lagi menuju target tahun 2029.
Ibu hamil berisiko tinggi yang didampingi mencapai 92 persen.
"""
TRUE_2 = """
Indeks kepuasan pasien puskesmas belum menembus target.
Indeks kepuasan pasien puskesmas terkerek dari 81,20 menjadi 82,65 pada tahun 2025.
Puskesmas terakreditasi paripurna tepat pada target yang disepakati.
Persentase puskesmas terakreditasi paripurna sudah dua kali lipat dibandingkan tahun 2023.
Predikat akuntabilitas kinerja yang diraih tahun ini adalah BB.
Predikat akuntabilitas kinerja beranjak dari B menjadi BB.
Predikat akuntabilitas kinerja belum sesuai dengan target.
Rata-rata waktu tunggu rawat jalan membaik dibandingkan tahun sebelumnya.
Rata-rata waktu tunggu rawat jalan 38 menit, sudah di bawah target 45 menit.
Rata-rata waktu tunggu rawat jalan dipangkas menjadi 38 menit pada tahun 2025.
Waktu tunggu rawat jalan berkurang 14 menit dari tahun 2024.
Dua dari empat indikator sasaran ini memenuhi target.
Separuh indikator sasaran ini mencapai target.
Dana sebesar Rp2.425.000.000 telah dibelanjakan untuk sasaran ini.
Serapan dana sasaran ini sebesar 97 persen.
Indeks kepuasan pasien puskesmas mencapai 82,65.
Persentase puskesmas terakreditasi paripurna mencapai enam puluh persen.
Indeks kepuasan pasien puskesmas berada antara 80 dan 85.
Survei kepuasan diikuti 1.024 pasien; lebih dari separuhnya pengguna JKN.
Unsur waktu pelayanan memperoleh nilai terendah, yaitu 78,4.
Enam puskesmas baru memperoleh predikat paripurna pada triwulan III.
Pada triwulan II waktu tunggu rawat jalan sempat naik menjadi 55 menit.
Predikat pelayanan publik dari Ombudsman naik dari B menjadi A.
Opini atas laporan keuangan tetap WTP.
Antrean di loket berkurang setelah pendaftaran daring dibuka.
Pasien yang mendaftar secara daring naik tiga kali lipat.
Tidak satu pun puskesmas turun tingkat akreditasinya.
Sekitar 38 menit rata-rata waktu tunggu rawat jalan, tujuh menit lebih cepat daripada target.
Indeks kepuasan pasien puskesmas kurang 1,35 dari target.
Dibandingkan tahun 2023, indeks kepuasan pasien puskesmas naik 3,25 poin.
Peringkat kepuasan pasien Dinas Kesehatan berada pada urutan ketiga di provinsi.
Kepala Puskesmas Sukadana, dr. Ahmad Fauzi, menyampaikan kendala alat.
Puskesmas Teluk Batang dan Puskesmas Seponti menjadi yang kedua dan ketiga terakreditasi paripurna.
Dari lima belas puskesmas, sembilan sudah terakreditasi paripurna.
Predikat akuntabilitas kinerja tahun 2024 adalah B.
Target predikat akuntabilitas kinerja adalah A, tetapi yang diperoleh BB.
Dinas Kesehatan Kabupaten Ketapang menjadi tempat studi tiru akreditasi.
Rata-rata waktu tunggu rawat jalan pada tahun 2024 masih 52 menit.
Biaya pendampingan akreditasi per puskesmas sekitar Rp160 juta.
Waktu tunggu obat jadi rata-rata 25 menit.
"""
TRUE_0 = """
Empat dari tujuh indikator kinerja mencapai target.
Separuh lebih indikator, yakni empat indikator, mencapai target.
Belum seluruh indikator kinerja tahun 2025 tercapai.
Tiga indikator lainnya belum mencapai target.
Tingkat penyerapan anggaran dinas sebesar 95,15 persen.
Total belanja yang terealisasi Rp6,185 miliar dari pagu Rp6,5 miliar.
Capaian tertinggi diraih oleh rata-rata waktu tunggu rawat jalan.
Laporan ini ditandatangani Kepala Dinas Kesehatan, dr. Ratna Dewi Kusuma, M.Kes.
dr. Ratna Dewi Kusuma, M.Kes., selaku Kepala Dinas Kesehatan memimpin rapat evaluasi.
Laporan Kinerja Dinas Kesehatan Tahun 2025 memuat capaian selama satu tahun.
Renstra Dinas Kesehatan periode 2025-2029 menjadi acuan laporan ini.
Perjanjian Kinerja Tahun 2025 ditandatangani pada 13 Januari 2025.
Laporan kinerja tahun 2025 ini disusun sebagai pertanggungjawaban kepada Bupati Kayong Utara.
Dinas Kesehatan Kabupaten Kayong Utara berkomitmen memperbaiki kinerjanya.
Rekomendasi evaluasi tahun 2024 telah ditindaklanjuti seluruhnya.
Sisa anggaran Rp315 juta berasal dari efisiensi pengadaan.
RPJMD Kabupaten Kayong Utara Tahun 2025-2029 ditetapkan dengan Peraturan Daerah.
Sekretaris Dinas, Dra. Hj. Maryam, M.Si., mengoordinasikan penyusunan laporan.
Kementerian Kesehatan menaikkan target imunisasi pada tahun 2026.
Hasil reviu Inspektorat Kabupaten Kayong Utara menyatakan laporan ini andal.
Bupati Kayong Utara, Drs. Effendi Mahmud, meresmikan dua puskesmas.
Dua program mendukung dua sasaran strategis.
Sebagian besar indikator mencapai target, tetapi kematian ibu perlu perhatian.
Pagu anggaran meningkat dibandingkan tahun sebelumnya.
Jumlah pegawai dinas sebanyak 412 orang, separuhnya tenaga kesehatan.
Hampir semua pegawai mengikuti pelatihan pelayanan prima.
Kinerja dinas tahun ini lebih baik daripada kinerja daerah tetangga.
Penghargaan nasional diterima untuk kedua kalinya.
Evaluasi internal dilakukan empat kali dalam setahun.
Laporan ini terdiri atas empat bab.
"""


def _lines(words: str) -> list[str]:
    return [line for line in words.splitlines() if line]


_S1, _S2 = penyebab_key("S1"), penyebab_key("S2")
FALSE = [(key, line) for key, words in ((_S1, FALSE_1), (_S2, FALSE_2), (SIMPULAN, FALSE_0))
         for line in _lines(words)]  # fmt: skip
TRUE = [(key, line) for key, words in ((_S1, TRUE_1), (_S2, TRUE_2), (SIMPULAN, TRUE_0))
        for line in _lines(words)]  # fmt: skip

LATER_FALSE_1 = """
Aduan terlambat ditangani membengkak menjadi 15 aduan pada tahun 2025.
Indeks kepuasan layanan pimpinan masih terpaut dari target yang ditetapkan.
Indeks kepuasan layanan pimpinan anjlok 3,55 poin dari tahun sebelumnya.
Jumlah aduan terlambat ditangani melampaui ambang 12 aduan yang ditetapkan.
Indeks kepuasan layanan pimpinan sudah mengungguli standar nasional.
Jumlah aduan terlambat ditangani tinggal separuh dari tahun 2024.
Sasaran ini menyerap dana Rp392 juta.
Tak satu pun indikator sasaran ini gagal mencapai target, kecuali satu.
Realisasi indeks kepuasan layanan pimpinan 78,55.
Jumlah aduan terlambat ditangani meningkat tajam.
Target indeks kepuasan layanan pimpinan dinaikkan menjadi 87.
Indeks kepuasan layanan pimpinan tercatat 84, sama dengan tahun lalu.
Capaian indeks kepuasan layanan pimpinan hanya 97 persen.
Satu-satunya indikator yang tercapai pada sasaran ini adalah indeks kepuasan layanan pimpinan.
Indeks kepuasan layanan pimpinan jeblok pada tahun 2025.
"""
LATER_FALSE_2 = """
Dokumen perencanaan tepat waktu telah memenuhi target 95%.
Persentase dokumen perencanaan tepat waktu membaik dari 92% menjadi 90%.
Sembilan puluh dua persen dokumen perencanaan tepat waktu pada tahun 2025.
Semua indikator pada sasaran ini tercapai.
Persentase dokumen perencanaan tepat waktu unggul dua poin atas tahun 2024.
"""
LATER_FALSE_0 = """
Dari tiga indikator, hanya satu yang memenuhi target.
Anggaran biro terserap penuh.
Dari pagu Rp1 miliar terserap Rp923 juta.
Kepala Biro Administrasi Pimpinan, Sari Wulandari, S.Sos., menandatangani laporan ini.
Sekretaris Daerah, Hadi Pratomo, M.Si., membuka rapat.
"""
LATER_TRUE_1 = """
Aduan terlambat ditangani menyusut menjadi 9 aduan pada tahun 2025.
Indeks kepuasan layanan pimpinan masih terpaut 0,75 dari standar nasional.
Indeks kepuasan layanan pimpinan naik 3,55 poin dari tahun sebelumnya.
Jumlah aduan terlambat ditangani tidak melampaui ambang 12 aduan yang ditetapkan.
Indeks kepuasan layanan pimpinan belum mengungguli standar nasional.
Jumlah aduan terlambat ditangani tinggal tiga perlima dari tahun 2024.
Sasaran ini menyerap dana Rp540 juta.
Dua pegawai protokol mengikuti diklat; satu di antaranya lulus dengan predikat A.
Tamu yang dilayani dua kali lipat dari biasanya pada bulan Agustus.
Jadwal pimpinan berubah antara 10 dan 15 kali sebulan.
Dari tiga ruang tamu, separuhnya perlu perbaikan.
Target nasional kepuasan layanan ditetapkan Kementerian PANRB.
Pada semester II indeks kepuasan layanan pimpinan mencapai 89.
Aduan yang masuk seluruhnya 47, sembilan di antaranya terlambat ditangani.
Apabila petugas ditambah, aduan terlambat ditangani dapat ditekan di bawah lima.
Kenaikan indeks kepuasan layanan pimpinan didorong perbaikan jadwal.
Lima juta rupiah dihemat dari sewa kendaraan.
Unsur keramahan memperoleh nilai 92,10, tertinggi di antara sembilan unsur.
Kursi tamu bertambah 20 buah dari tahun 2024.
Biro Hukum dan Biro Organisasi menjadi mitra dalam penyusunan jadwal.
"""
LATER_FALSE = [(key, line) for key, words in
               ((_S1, LATER_FALSE_1), (_S2, LATER_FALSE_2), (SIMPULAN, LATER_FALSE_0))
               for line in _lines(words)]  # fmt: skip
LATER_TRUE = [(_S1, line) for line in _lines(LATER_TRUE_1)]


def draft_with(key: str, line: str, data: DataKinerja = YEAR) -> Draft:
    return prepare_draft(data, {key: line})
