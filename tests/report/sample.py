"""A small office with two sasaran: one indicator falls (good), one is missed, one has no standard.

The office is that of the seed SOP; its figures are invented, and the cover says so.
"""

from dataclasses import replace
from decimal import Decimal

from runut.core.kinerja.model import (
    Analisis,
    Anggaran,
    DataKinerja,
    Indikator,
    Nilai,
    Pejabat,
    Polaritas,
    Profil,
    Sasaran,
    Terukur,
)
from runut.core.kinerja.tindakan import RencanaAksi


def at(sel: str, nilai: str | int | None) -> Terukur:
    """A figure with its cell; text that is a number becomes one."""
    if nilai is None:
        return Terukur(None, sel)
    value: Nilai = Decimal(nilai) if str(nilai).replace(".", "").isdigit() else str(nilai)
    return Terukur(value, sel)


PROFIL = Profil(
    instansi=(
        "PEMERINTAH PROVINSI KALIMANTAN BARAT",
        "SEKRETARIAT DAERAH",
        "BIRO ADMINISTRASI PIMPINAN",
    ),
    singkatan="Biro Adpim",
    alamat="Jalan Ahmad Yani, Pontianak",
    kota="Pontianak",
    pimpinan=Pejabat(
        "Kepala Biro Administrasi Pimpinan",
        "Sari Wulandari, S.STP.",
        "Pembina Utama Muda",
        "197001011995031001",
    ),
    atasan=Pejabat("Sekretaris Daerah", "Hadi Pranoto, M.Si.", nip="196501011990031002"),
    tugas="Menyiapkan bahan pelaksanaan kebijakan di bidang administrasi pimpinan.",
    fungsi=("penyiapan bahan rapat pimpinan", "pengelolaan keprotokolan"),
    struktur=(("Bagian Perencanaan", "menyusun rencana dan laporan"), ("Bagian Protokol", "")),
    pegawai=(("S1", 20), ("SMA", 9)),
    isu_strategis=("Jadwal pimpinan sering berubah.",),
    renstra_periode=(2024, 2029),
    visi="Kalimantan Barat yang tertata.",
    misi=("Tata kelola yang baik.", "Tata kelola yang baik."),
    is_contoh=True,
)

KEPUASAN = Indikator(
    id="IKU-1",
    sasaran_id="S1",
    nama="Indeks kepuasan layanan pimpinan",
    satuan="indeks",
    polaritas=Polaritas.NAIK,
    target=at("Indikator!E5", "85"),
    realisasi=at("Indikator!F5", "87.55"),
    sumber_data="Survei layanan semester II",
    penanggung_jawab="Bagian Perencanaan",
    riwayat={2023: at("Riwayat!D5", "82"), 2024: at("Riwayat!E5", "84")},
    riwayat_target={2023: at("Riwayat!H5", "80"), 2024: at("Riwayat!I5", "83")},
    renstra={2025: at("Renstra!E5", "85"), 2029: at("Renstra!I5", "90")},
    standar_nasional=at("Indikator!L5", "88.3"),
    standar_nasional_sumber="Kementerian PANRB, 2025",
)

ADUAN = Indikator(
    id="IKU-2",
    sasaran_id="S1",
    nama="Jumlah aduan terlambat ditangani",
    satuan="aduan",
    polaritas=Polaritas.TURUN,
    target=at("Indikator!E6", "12"),
    realisasi=at("Indikator!F6", "9"),
    formula="lan",
    sumber_data="Buku aduan",
    penanggung_jawab="Bagian Protokol",
    riwayat={2024: at("Riwayat!E6", "15")},
    riwayat_target={2024: at("Riwayat!I6", "14")},
    renstra={2025: at("Renstra!E6", "12"), 2029: at("Renstra!I6", "5")},
    tanpa_standar_nasional=True,
)

DOKUMEN = Indikator(
    id="IKU-3",
    sasaran_id="S2",
    nama="Persentase dokumen perencanaan tepat waktu",
    satuan="%",
    polaritas=Polaritas.NAIK,
    target=at("Indikator!E7", "95"),
    realisasi=at("Indikator!F7", "90"),
    sumber_data="Rekap penyampaian dokumen",
    penanggung_jawab="Bagian Perencanaan",
    riwayat={2024: at("Riwayat!E7", "92")},
    riwayat_target={2024: at("Riwayat!I7", "90")},
    renstra={2025: at("Renstra!E7", "95"), 2029: at("Renstra!I7", "100")},
    tanpa_standar_nasional=True,
)


def sub(kode: str, nama: str, sasaran_id: str, uang: tuple[int, int], baris: int) -> Anggaran:
    """A sub kegiatan on row ``baris`` of the sheet; ``uang`` is pagu and realisasi."""
    pagu, realisasi = uang
    return Anggaran(
        kode=kode,
        nama=nama,
        tingkat="sub",
        sasaran_ids=(sasaran_id,) if sasaran_id else (),
        pagu=at(f"Anggaran!E{baris}", pagu),
        realisasi=at(f"Anggaran!F{baris}", realisasi),
        keluaran="Jumlah dokumen",
        keluaran_satuan="dokumen",
        keluaran_target=at(f"Anggaran!I{baris}", 10),
        keluaran_realisasi=at(f"Anggaran!J{baris}", 10),
    )


def level(kode: str, nama: str, tingkat: str) -> Anggaran:
    return Anggaran(kode, nama, tingkat, (), at("", None), at("", None))


ANGGARAN = (
    level("4.01.01", "Program Penunjang Urusan", "program"),
    level("4.01.01.2.01", "Perencanaan dan Evaluasi Kinerja", "kegiatan"),
    sub("4.01.01.2.01.01", "Penyusunan Dokumen Perencanaan", "S2", (400_000_000, 392_000_000), 7),
    level("4.01.02", "Program Pelayanan Pimpinan", "program"),
    level("4.01.02.2.01", "Fasilitasi Keprotokolan", "kegiatan"),
    sub("4.01.02.2.01.01", "Pelayanan Tamu Pimpinan", "S1", (600_000_000, 540_000_000), 10),
    level("4.01.09", "Program tanpa sub kegiatan", "program"),
)

ANALISIS = (
    Analisis(
        "S1",
        penyebab="Jadwal dibahas setiap pekan.",
        solusi="Dibuat papan jadwal bersama.",
        program_penunjang="Pelayanan tamu memakai jadwal yang sama.",
        rencana="Menambah petugas piket.",
    ),
    Analisis(
        "S2",
        penyebab="Bahan dari bagian datang terlambat.",
        solusi="Format isian dibagikan lebih awal.",
        program_penunjang="Penyusunan dokumen terhambat data.",
        rencana="Menetapkan penanggung jawab data.",
    ),
)

DATA = DataKinerja(
    tahun=2025,
    profil=PROFIL,
    sasarans=(
        Sasaran("S1", "Meningkatnya mutu layanan pimpinan", "Tata kelola yang baik"),
        Sasaran("S2", "Meningkatnya mutu perencanaan", "Tata kelola yang baik"),
    ),
    indikators=(KEPUASAN, ADUAN, DOKUMEN),
    anggaran=ANGGARAN,
    analisis=ANALISIS,
    pk_tanggal="20 Januari 2025",
    rencana_aksi=(
        RencanaAksi(
            "RA-1",
            "IKU-3",
            "Menunjuk petugas data",
            "Bagian Perencanaan",
            "28 Februari 2026",
            "Semua dokumen tepat waktu",
        ),
    ),
)

EMPTY_WORDS = replace(DATA, analisis=())
"""The same figures before anybody has written a word."""


def with_indikator(changed: Indikator) -> DataKinerja:
    """The sample with one indicator replaced by another of the same id."""
    kept = tuple(changed if one.id == changed.id else one for one in DATA.indikators)
    return replace(DATA, indikators=kept)
