"""Papers that record what happened, with hard facts."""

from dataclasses import replace
from datetime import date, timedelta

from runut.core.report.blocks import Paper
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.papers.buku import Buku, Kolom, compose_buku
from runut.core.report.papers.catatan_hasil import CatatanHasil, compose_catatan_hasil
from runut.core.report.papers.lembar_paraf import LembarParaf, TandaPeriksa, compose_lembar_paraf
from runut.core.report.papers.letter import acted
from runut.core.report.papers.notula import Keputusan, Notula, Pembahasan, compose_notula
from runut.core.report.papers.pembukaan import Pembukaan, compose_pembukaan
from runut.core.report.papers.serah_terima import Berjalan, SerahTerima, compose_serah_terima
from runut.core.report.papers.timeline import Kejadian, Riwayat, compose_riwayat
from tests.papers.cast import DAY, KARO, KOP, KOTA, LONG, MULAI, PLT, STAF, TEAM, UB, UNBROKEN
from tests.report.sample import DATA


def notula() -> Paper:
    return compose_notula(
        Notula(
            KOP,
            KOTA,
            MULAI.date(),
            "Pembahasan draf akhir LAKIP tahun 2026",
            MULAI,
            MULAI + timedelta(hours=3),
            "Ruang Rapat Praja I",
            KARO,
            STAF,
            TEAM[:12],
            14,
            ("Pembukaan", "Pembahasan draf bagian demi bagian", "Keputusan dan tindak lanjut"),
            "",
            tuple(
                Pembahasan(
                    f"{TEAM[n].nama} (Analis Perencanaan Ahli Muda)",
                    "Realisasi indikator ini perlu dijelaskan dengan perbandingan tahun lalu, "
                    "capaian nasional, dan sebab keterlambatan pada triwulan ketiga.",
                    "Bab III.A, sasaran 1",
                )
                for n in range(6)
            ),
            tuple(
                Keputusan(
                    n,
                    "Menambah penjelasan sebab dan upaya perbaikan, dengan data dari bagian",
                    f"bab3.s{n}",
                    "Bab III.A, sasaran 1",
                    "Kepala Bagian Perencanaan dan Kepegawaian",
                    date(2026, 12, 31),
                )
                for n in range(1, 7)
            ),
            nomor="000.1.5/9/NOT/ADPIM/XII/2026",
            bukti_notulis=acted(MULAI, "WIB"),
        )
    )


def lembar_paraf() -> Paper:
    return compose_lembar_paraf(
        LembarParaf(
            KOP,
            "Draf akhir LAKIP 2026",
            "3",
            "ab" * 32,
            (
                TandaPeriksa(
                    PLT.nama, PLT.jabatan, "Paraf", MULAI, "cd" * 32, PLT.nip, is_valid=False
                ),
                TandaPeriksa(
                    LONG,
                    KARO.jabatan,
                    "Dikembalikan",
                    MULAI,
                    "cd" * 32,
                    catatan="Perjelas Bab III",
                    is_return=True,
                ),
                TandaPeriksa(PLT.nama, PLT.jabatan, "Paraf", MULAI, "ab" * 32, PLT.nip),
                TandaPeriksa(LONG, KARO.jabatan, "Tanda tangan", MULAI, "ab" * 32, UB.nip),
            ),
            MULAI,
        )
    )


def garis_waktu() -> Paper:
    return compose_riwayat(
        Riwayat(
            KOP,
            "LAKIP 2026",
            "Penyusunan Laporan Akuntabilitas Kinerja Instansi Pemerintah",
            tuple(
                Kejadian(
                    str(n),
                    "Memeriksa draf akhir LAKIP dan memberi paraf atau mengembalikannya",
                    f"{LONG} (Kepala Biro Administrasi Pimpinan)",
                    MULAI,
                    MULAI + timedelta(hours=2) if n < 9 else None,
                    60,
                    120 if n < 9 else None,
                    keluaran="Draf akhir LAKIP yang diparaf",
                )
                for n in range(1, 10)
            ),
            "065/12/ADPIM/2022",
            "ab" * 32,
            date(2027, 2, 26),
            MULAI,
        )
    )


def catatan_hasil() -> Paper:
    return compose_catatan_hasil(
        CatatanHasil(
            KOP,
            MULAI,
            "Penyusunan LAKIP",
            "LAKIP 2026",
            "6. Menyempurnakan draf",
            "Draf yang disempurnakan",
            ("Semua keputusan rapat dikerjakan.", UNBROKEN),
            STAF,
        )
    )


def pembukaan(count: int = 14) -> Paper:
    return compose_pembukaan(
        Pembukaan(
            KOP,
            KOTA,
            MULAI.date(),
            "Pembahasan draf akhir LAKIP",
            "Ruang Rapat Praja I",
            MULAI,
            KARO,
            STAF,
            TEAM[:count],
            26,
            acted(MULAI, "WIB"),
        )
    )


def serah_terima() -> Paper:
    running = Berjalan(
        "LAKIP 2026",
        "7. Memeriksa draf akhir",
        LONG,
        date(2027, 2, 26),
        ("Keputusan 3 belum dikerjakan", "Undangan belum ditandatangani"),
    )
    return compose_serah_terima(
        SerahTerima(
            KOP,
            KOTA,
            DAY,
            PLT,
            STAF.nama,
            (running, running),
            (("LAKIP 2025", "2025"),),
            (("Penyusunan LAKIP", "3 Januari 2022"), ("Penerbitan Undangan Rapat Tim", "2022")),
            tuple((f"Peran {n}", LONG) for n in range(1, 7)),
            (("Draf akhir LAKIP 2026", "ABCDEFGHJK"), ("Notula rapat", "KJHGFEDCBA")),
        )
    )


def buku_agenda() -> Paper:
    columns = (
        Kolom("No", 0.06),
        Kolom("Nomor naskah", 0.2),
        Kolom("Tanggal", 0.12),
        Kolom("Hal", 0.34),
        Kolom("Penanda tangan", 0.28),
    )
    rows = tuple(
        (
            str(n),
            f"000.1.5/{n:03}/UND/ADPIM/XII/2026",
            "29 Desember 2026",
            "Undangan rapat pembahasan draf akhir LAKIP",
            LONG,
        )
        for n in range(1, 22)
    )
    return compose_buku(Buku(KOP, "Buku Agenda Rapat Tahun 2026", columns, rows, "21 naskah."))


def lakip(*, electronic: bool = False) -> Paper:
    where = "https://runut.example/v/ABCDEFGHJK" if electronic else ""
    profil = replace(DATA.profil, pimpinan=KARO)
    return compose_lakip(replace(DATA, profil=profil), {}, tanggal=DAY, verification=where)
