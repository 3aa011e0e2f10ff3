"""Makes the example workbooks: a year of invented but plausible figures of one Biro.

Run it after a change of the template: ``python examples/kinerja/build.py``. The words people
wrote stand in ``naskah.txt``, the budget in ``anggaran.txt``.
"""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from runut.core.kinerja.model import (
    Agregasi,
    Analisis,
    Anggaran,
    DataKinerja,
    Indikator,
    Nilai,
    Pejabat,
    Pembanding,
    Polaritas,
    Profil,
    Rentang,
    Sasaran,
    Terukur,
)
from runut.core.kinerja.tindakan import Bidang, Pemanfaatan, Rekomendasi, RencanaAksi, Status
from runut.files.write.workbook.year import write_workbook

FOLDER = Path(__file__).parent
TAHUN = 2025
SAKIP = dict(
    zip(("AA", "A", "BB", "B", "CC", "C", "D"), map(Decimal, range(7, 0, -1)), strict=True)
)
MUTU = "PermenPANRB Nomor 14 Tahun 2017, batas bawah mutu pelayanan B (Baik)"
JP = "PP Nomor 11 Tahun 2017 Pasal 203 ayat (4): setiap PNS paling sedikit 20 jam pelajaran setahun"
PROTOKOL = "Bagian Protokol"
KOMUNIKASI = "Bagian Materi dan Komunikasi Pimpinan"
PERENCANAAN = "Bagian Perencanaan dan Kepegawaian"

PROFIL = Profil(
    instansi=(
        "PEMERINTAH PROVINSI KALIMANTAN BARAT",
        "SEKRETARIAT DAERAH",
        "BIRO ADMINISTRASI PIMPINAN",
    ),
    singkatan="Biro Administrasi Pimpinan",
    alamat="Jalan Jenderal Ahmad Yani, Pontianak 78124",
    kota="Pontianak",
    pimpinan=Pejabat(
        "Kepala Biro Administrasi Pimpinan",
        "Andreas Pramudya Lestari, S.STP., M.Si.",
        "Pembina Utama Muda",
        "197804122000121002",
    ),
    atasan=Pejabat(
        "Sekretaris Daerah Provinsi Kalimantan Barat",
        "Dr. Maria Fransiska Uliana, S.H., M.H.",
        "Pembina Utama Madya",
        "196905171994032004",
    ),
    tugas=(
        "Membantu Asisten Administrasi Umum dalam penyiapan perumusan kebijakan daerah, "
        "pengoordinasian pelaksanaan tugas perangkat daerah, serta pemantauan dan evaluasi di "
        "bidang perencanaan dan kepegawaian Sekretariat Daerah, materi dan komunikasi pimpinan, "
        "serta protokol."
    ),
    fungsi=(
        "penyusunan program kerja dan kegiatan Biro Administrasi Pimpinan;",
        "penyiapan perumusan kebijakan di bidang protokol, materi dan komunikasi pimpinan;",
        "penyelenggaraan keprotokolan acara, tamu, dan kunjungan kerja pimpinan;",
        "penyiapan naskah sambutan, bahan rapat, dokumentasi, dan publikasi kegiatan pimpinan;",
        "pengoordinasian perencanaan, pelaporan kinerja, dan kepegawaian Sekretariat Daerah;",
        "pemantauan, evaluasi, dan pelaporan pelaksanaan tugas Biro.",
    ),
    struktur=(
        (PROTOKOL, "Menyiapkan acara, tamu, dan hubungan keprotokolan pimpinan."),
        (f"{PROTOKOL} > Subbagian Acara", "Menyiapkan tata acara dan petugas."),
        (f"{PROTOKOL} > Subbagian Tamu", "Menyiapkan penerimaan tamu."),
        (KOMUNIKASI, "Menyiapkan materi, komunikasi, dokumentasi, dan publikasi pimpinan."),
        (PERENCANAAN, "Menyusun rencana dan laporan kinerja serta mengelola kepegawaian."),
    ),
    pegawai=(
        ("Doktor (S3)", 1),
        ("Magister (S2)", 14),
        ("Sarjana (S1/D-IV)", 32),
        ("Diploma (D-III)", 9),
        ("SLTA", 12),
    ),
    pegawai_jabatan=(
        ("Jabatan pimpinan tinggi", 1),
        ("Jabatan administrasi", 12),
        ("Jabatan fungsional", 21),
        ("Pelaksana", 34),
    ),
    pegawai_golongan=(("Golongan IV", 9), ("Golongan III", 45), ("Golongan II", 14)),
    isu_rincian=(
        "52 dari 446 acara diberitahukan kurang dari dua hari sebelumnya; S1",
        "1.386 publikasi pada empat saluran; S2",
        "1 dari 12 dokumen terlambat karena data; S3",
        "11 dari 68 pegawai belum mencapai 20 jam pelajaran; S4",
    ),
    isu_strategis=(
        "Padatnya agenda pimpinan dengan pemberitahuan yang sering kurang dari dua hari.",
        "Tuntutan publikasi yang cepat dan akurat pada berbagai saluran digital.",
        "Belum terpadunya data perencanaan, anggaran, dan kinerja antarbagian.",
        "Kebutuhan peningkatan kompetensi aparatur keprotokolan dan penulis naskah.",
    ),
    renstra_periode=(2025, 2029),
    visi="Terwujudnya Kalimantan Barat yang maju, adil, dan berkelanjutan.",
    misi=(
        "Mewujudkan tata kelola pemerintahan yang baik dan melayani.",
        "Meningkatkan kualitas sumber daya manusia yang berdaya saing.",
        "Memperkuat ekonomi daerah yang merata dan berkelanjutan.",
    ),
    is_contoh=True,
)

LAYANAN = "Meningkatnya kualitas layanan pimpinan Pemerintah Provinsi Kalimantan Barat"
TATA_KELOLA = "Meningkatnya tata kelola dan akuntabilitas Sekretariat Daerah"
SASARAN = (
    Sasaran("S1", "Meningkatnya kualitas layanan keprotokolan pimpinan", LAYANAN),
    Sasaran("S2", "Meningkatnya kualitas materi dan komunikasi pimpinan", LAYANAN),
    Sasaran("S3", "Meningkatnya akuntabilitas perencanaan dan pelaporan kinerja", TATA_KELOLA),
    Sasaran("S4", "Meningkatnya kompetensi dan layanan kepegawaian", TATA_KELOLA),
    Sasaran("S5", "Meningkatnya kualitas layanan administrasi dan sarana kerja Biro", TATA_KELOLA),
)


def nilai(text: str) -> Nilai:
    """``97.8`` is a number, ``7..10`` a range, ``BB`` a predicate."""
    low, dots, high = text.partition("..")
    if dots:
        return Rentang(Decimal(low), Decimal(high))
    return Decimal(text) if text[0].isdigit() else text


def deret(text: str) -> tuple[Terukur, ...]:
    return tuple(Terukur(nilai(part), "") for part in text.split())


def tahunan(mulai: int, text: str) -> dict[int, Terukur]:
    return dict(enumerate(deret(text), start=mulai))


def indikator(
    kode: str,
    sasaran: str,
    nama: str,
    satuan: str,
    polaritas: Polaritas,
    *,
    angka: str,
    riwayat: str,
    riwayat_target: str,
    renstra: str,
    triwulan: tuple[str, str] = ("", ""),
    agregasi: Agregasi | None = None,
    standar: tuple[str, str] | None = None,
    formula: str | None = None,
    nilai_predikat: dict[str, Decimal] | None = None,
    definisi: str,
    sumber: str,
    oleh: str,
) -> Indikator:
    """``angka`` is target and realisasi; both riwayat end last year, ``renstra`` starts now."""
    target, realisasi = deret(angka)
    targets = deret(riwayat_target)
    return Indikator(
        kode,
        sasaran,
        nama,
        satuan,
        polaritas,
        target,
        realisasi,
        is_iku=kode.startswith("IKU"),
        formula=formula,
        agregasi=agregasi,
        definisi=definisi,
        sumber_data=sumber,
        penanggung_jawab=oleh,
        target_triwulan=deret(triwulan[0]),
        realisasi_triwulan=deret(triwulan[1]),
        riwayat=tahunan(TAHUN - 4, riwayat),
        riwayat_target=dict(enumerate(targets, start=TAHUN - len(targets))),
        renstra=tahunan(TAHUN, renstra),
        standar_nasional=Terukur(nilai(standar[0]), "") if standar else None,
        standar_nasional_sumber=standar[1] if standar else "",
        tanpa_standar_nasional=standar is None,
        nilai_predikat=nilai_predikat or {},
    )


NAIK, TURUN = Polaritas.NAIK, Polaritas.TURUN
AKHIR, JUMLAH = Agregasi.AKHIR, Agregasi.JUMLAH
INDIKATOR = (
    indikator(
        "IKU-1", "S1", "Indeks kepuasan layanan keprotokolan", "indeks", NAIK,
        angka="88.5 89.74", riwayat="82.15 84.3 86.02 87.65", riwayat_target="82 84 85.5 87",
        renstra="88.5 89.25 90 90.75 91.5",
        standar=("76.61", MUTU),
        definisi="Nilai rata-rata tertimbang survei kepuasan penerima layanan keprotokolan.",
        sumber="Laporan survei kepuasan layanan keprotokolan 2025", oleh=PROTOKOL,
    ),
    indikator(
        "IKU-2", "S1", "Persentase acara pimpinan yang sesuai tata keprotokolan", "persen", NAIK,
        angka="97 97.8", riwayat="90.4 92.1 94.6 96.3", riwayat_target="90 92 94 96",
        renstra="97 97.5 98 98.5 99",
        triwulan=("94 95 96 97", "93.5 95.2 96.9 97.8"), agregasi=AKHIR,
        definisi="Acara tanpa catatan kesalahan tata tempat, tata upacara, dan tata penghormatan "
        "dibagi seluruh acara pimpinan.",
        sumber="Lembar evaluasi acara", oleh=PROTOKOL,
    ),
    indikator(
        "IK-3", "S1", "Rata-rata keterlambatan mulai acara pimpinan", "menit", TURUN,
        angka="8 9", riwayat="14 12.5 11 9.5", riwayat_target="15 13 11 9",
        renstra="8 7 6.5 6 5",
        triwulan=("10 9 8.5 8", "11 10.5 9.5 9"), agregasi=AKHIR, formula="lan",
        definisi="Selisih waktu mulai menurut jadwal dan waktu mulai sebenarnya, dirata-ratakan "
        "sampai akhir tahun.",
        sumber="Buku agenda dan lembar evaluasi acara", oleh=PROTOKOL,
    ),
    indikator(
        "IK-4", "S1", "Rata-rata petugas protokol pada setiap acara pimpinan", "orang",
        Polaritas.STABIL,
        angka="6 6", riwayat="4 5 5 7", riwayat_target="6 6 6 6",
        renstra="6 6 6 6 6",
        triwulan=("6 6 6 6", "5 6 7 6"), agregasi=AKHIR,
        definisi="Banyaknya petugas protokol yang bertugas dibagi banyaknya acara; kurang atau "
        "lebih sama-sama tidak diinginkan.",
        sumber="Surat tugas petugas protokol", oleh=PROTOKOL,
    ),
    indikator(
        "IKU-5", "S2", "Persentase naskah dan materi pimpinan yang selesai tepat waktu", "persen",
        NAIK,
        angka="95 96.4", riwayat="86.2 89.5 91.7 94", riwayat_target="85 88 91 94",
        renstra="95 95.5 96 97 98",
        triwulan=("92 93 94 95", "91.8 94.1 95.3 96.4"), agregasi=AKHIR,
        definisi="Naskah dan materi yang diserahkan paling lambat satu hari sebelum acara dibagi "
        "seluruh permintaan.",
        sumber="Register permintaan naskah", oleh=KOMUNIKASI,
    ),
    indikator(
        "IKU-6", "S2", "Jumlah publikasi kegiatan pimpinan", "publikasi", NAIK,
        angka="1200 1386", riwayat="842 956 1078 1142", riwayat_target="800 900 1050 1100",
        renstra="1200 1250 1300 1350 1400",
        triwulan=("300 300 300 300", "318 352 361 355"), agregasi=JUMLAH,
        definisi="Berita, siaran pers, foto, dan video kegiatan pimpinan yang diterbitkan.",
        sumber="Rekapitulasi publikasi bulanan", oleh=KOMUNIKASI,
    ),
    indikator(
        "IK-7", "S2", "Rata-rata lama baca naskah sambutan pimpinan", "menit", Polaritas.RENTANG,
        angka="7..10 9.2", riwayat="13.5 12.1 11.4 10.6", riwayat_target="7..10 7..10",
        renstra="7..10 7..10 7..10 7..10 7..10",
        triwulan=("7..10 7..10 7..10 7..10", "10.8 9.9 9.4 9.2"), agregasi=AKHIR, formula="lan",
        definisi="Lama baca naskah sambutan, dirata-ratakan sampai akhir tahun; terlalu singkat "
        "atau terlalu panjang tidak diinginkan.",
        sumber="Register naskah sambutan", oleh=KOMUNIKASI,
    ),
    indikator(
        "IKU-8", "S3", "Predikat evaluasi akuntabilitas kinerja Sekretariat Daerah", "predikat",
        Polaritas.PREDIKAT,
        angka="BB BB", riwayat="B B BB BB", riwayat_target="B BB BB BB",
        renstra="BB BB A A A",
        nilai_predikat=SAKIP,
        definisi="Predikat hasil evaluasi akuntabilitas kinerja internal oleh Inspektorat.",
        sumber="Laporan hasil evaluasi Inspektorat", oleh=PERENCANAAN,
    ),
    indikator(
        "IK-9", "S3", "Persentase dokumen perencanaan dan pelaporan yang tepat waktu", "persen",
        NAIK,
        angka="100 91.67", riwayat="75 83.33 83.33 91.67", riwayat_target="80 85 90 95",
        renstra="100 100 100 100 100",
        triwulan=("100 100 100 100", "100 100 88.89 91.67"), agregasi=AKHIR,
        definisi="Dokumen yang disampaikan sebelum batas waktu dibagi dua belas dokumen wajib.",
        sumber="Tanda terima penyampaian dokumen", oleh=PERENCANAAN,
    ),
    indikator(
        "IKU-10", "S4", "Persentase ASN yang mengikuti pengembangan kompetensi 20 JP", "persen",
        NAIK,
        angka="80 83.82", riwayat="52.31 61.54 70.15 77.61", riwayat_target="50 60 70 75",
        renstra="80 85 90 95 100",
        triwulan=("20 40 60 80", "19.12 44.12 63.24 83.82"), agregasi=AKHIR, standar=("100", JP),
        definisi="ASN yang mencapai 20 jam pelajaran setahun dibagi seluruh ASN Biro.",
        sumber="Rekapitulasi sertifikat pelatihan", oleh=PERENCANAAN,
    ),
    indikator(
        "IK-11", "S4", "Rata-rata waktu penyelesaian usul kepegawaian", "hari kerja", TURUN,
        angka="10 9", riwayat="17 15 13 11", riwayat_target="18 15 13 11",
        renstra="10 9 8 8 7",
        triwulan=("12 11 10.5 10", "12 11 9.5 9"), agregasi=AKHIR, formula="rasio",
        definisi="Lama usul kenaikan pangkat dan gaji berkala sejak berkas lengkap sampai dikirim.",
        sumber="Register usul kepegawaian", oleh=PERENCANAAN,
    ),
    indikator(
        "IKU-12", "S5", "Indeks Kepuasan Masyarakat atas layanan administrasi Biro", "indeks", NAIK,
        angka="85 86.12", riwayat="79.4 81.26 83.05 84.58", riwayat_target="78 80 82 84",
        renstra="85 86 87 88 89",
        standar=("76.61", MUTU),
        definisi="Nilai survei kepuasan pengguna layanan administrasi Biro.",
        sumber="Laporan survei kepuasan masyarakat 2025", oleh=PERENCANAAN,
    ),
)  # fmt: skip

PEMBANDING = (
    Pembanding(
        "P1", "IKU-12", "Biro Umum Setda Provinsi Kalimantan Barat", Terukur(Decimal("85.4"), ""),
        2025, "Laporan survei kepuasan masyarakat Biro Umum",
    ),
    Pembanding(
        "P2", "IK-9", "Rata-rata sembilan biro Sekretariat Daerah", Terukur(Decimal("94.44"), ""),
        2025, "Rekapitulasi penyampaian dokumen, Biro Organisasi",
    ),
)  # fmt: skip
RENCANA_AKSI = (
    RencanaAksi(
        "RA-1", "IK-3", "Memberlakukan rapat agenda mingguan bersama ajudan.", PROTOKOL,
        "30 Juni 2025", "Rapat agenda setiap Jumat", TAHUN,
        "Terlaksana sejak triwulan II; keterlambatan turun dari 11 menjadi 9 menit.",
        "Notula rapat agenda 2025",
    ),
    RencanaAksi(
        "RA-2", "IK-3", "Menetapkan batas waktu pemberitahuan acara dengan surat edaran.", PROTOKOL,
        "31 Maret 2026", "Keterlambatan paling lama 7 menit",
    ),
    RencanaAksi(
        "RA-3", "IK-9", "Menunjuk petugas pengumpul data di setiap bagian.", PERENCANAAN,
        "28 Februari 2026", "Dua belas dokumen tepat waktu",
    ),
)  # fmt: skip
REKOMENDASI = (
    Rekomendasi(
        "LHE-1", "Memperdalam analisis efisiensi penggunaan sumber daya.",
        "Laporan memuat biaya per satuan keluaran setiap sub kegiatan.", "Bab III.A, analisis 6",
        Status.SELESAI, "", "Laporan Kinerja 2025",
    ),
    Rekomendasi(
        "LHE-2", "Memanfaatkan hasil evaluasi untuk memperbaiki rencana.",
        "Indikator kegiatan pada rancangan Rencana Kerja 2026 disusun ulang.", "Bab IV.D",
        Status.BERJALAN, "Rencana Kerja 2026 ditetapkan sesudah tahun laporan.",
        "Rancangan Rencana Kerja 2026",
    ),
)  # fmt: skip
PEMANFAATAN = (
    Pemanfaatan(
        "M-1", "IK-3", Bidang.CARA_KERJA,
        "Rapat agenda mingguan diadakan karena keterlambatan tahun 2024 sebesar 9,5 menit.",
        "Notula rapat agenda 2025",
    ),
    Pemanfaatan(
        "M-2", "IKU-10", Bidang.ANGGARAN,
        "Pelatihan dipindahkan ke daring sehingga pesertanya bertambah tanpa tambahan pagu.",
        "DPA 2025",
    ),
)  # fmt: skip


def anggaran() -> tuple[Anggaran, ...]:
    """The budget, a line each: level, code, name; of a sub kegiatan also sasaran, pagu, realisasi,
    and its output with unit, target and result."""
    text = (FOLDER / "anggaran.txt").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines()]
    return tuple(_sub(row) if row[0] == "sub" else _induk(row, rows) for row in rows)


def _sub(row: list[str]) -> Anggaran:
    tingkat, kode, nama, sasaran, pagu, realisasi, keluaran, satuan, target, hasil = row
    return Anggaran(
        kode,
        nama,
        tingkat,
        tuple(part.partition("=")[0] for part in sasaran.split("; ")),
        *deret(f"{pagu} {realisasi}"),
        keluaran=keluaran,
        keluaran_satuan=satuan,
        keluaran_target=Terukur(nilai(target), ""),
        keluaran_realisasi=Terukur(nilai(hasil), ""),
        bagian=_bagian(sasaran),
    )


def _bagian(sasaran: str) -> dict[str, Decimal]:
    """``S1=60; S2=40`` as percent by sasaran; one sasaran alone has no shares."""
    pairs = [part.split("=") for part in sasaran.split("; ") if "=" in part]
    return {kode: Decimal(share) for kode, share in pairs}


def _induk(row: list[str], rows: list[list[str]]) -> Anggaran:
    tingkat, kode, nama = row
    subs = [r for r in rows if r[0] == "sub" and r[1].startswith(f"{kode}.")]
    pagu, realisasi = (sum(int(r[column]) for r in subs) for column in (4, 5))
    return Anggaran(kode, nama, tingkat, (), *deret(f"{pagu} {realisasi}"))


def naskah() -> dict[str, str]:
    """The words by section: ``[S1.penyebab]`` or ``[penutup]``, then a line per paragraph."""
    text = (FOLDER / "naskah.txt").read_text(encoding="utf-8")
    parts = (part.partition("]\n") for part in text.split("\n[")[1:])
    return {key: body.strip() for key, _, body in parts}


def data() -> DataKinerja:
    """The whole year."""
    words = naskah()
    fields = ("penyebab", "solusi", "program_penunjang", "rencana")
    return DataKinerja(
        tahun=TAHUN,
        profil=PROFIL,
        sasarans=SASARAN,
        indikators=INDIKATOR,
        anggaran=anggaran(),
        analisis=tuple(
            Analisis(s.id, **{f: words.pop(f"{s.id}.{f}") for f in fields}) for s in SASARAN
        ),
        narasi=words,
        pk_tanggal="13 Januari 2025",
        pembanding=PEMBANDING,
        rencana_aksi=RENCANA_AKSI,
        rekomendasi=REKOMENDASI,
        pemanfaatan=PEMANFAATAN,
    )


def build() -> dict[str, bytes]:
    """File name to workbook; in the second one nobody has written what was done about S3."""
    full = data()
    holed = tuple(replace(a, solusi="") if a.sasaran_id == "S3" else a for a in full.analisis)
    return {
        "lakip-2025.xlsx": write_workbook(full),
        "lakip-2025-berlubang.xlsx": write_workbook(replace(full, analisis=holed)),
    }


if __name__ == "__main__":
    for name, book in build().items():
        (FOLDER / name).write_bytes(book)
