"""Papers that call, order and send, with hard facts."""

from datetime import date, timedelta

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Paper
from runut.core.report.papers.daftar_hadir import DaftarHadir, Kehadiran, compose_daftar_hadir
from runut.core.report.papers.disposisi import LembarDisposisi, compose_disposisi
from runut.core.report.papers.kesiapan import Butir, Kesiapan, compose_kesiapan
from runut.core.report.papers.letter import Peserta, acted
from runut.core.report.papers.pengantar import (
    Kiriman,
    SuratPengantar,
    TandaTerima,
    compose_pengantar,
    compose_tanda_terima,
)
from runut.core.report.papers.penugasan import Penugasan, compose_penugasan
from runut.core.report.papers.undangan import Undangan, compose_undangan
from tests.papers.cast import DAY, GUESTS, KARO, KOP, KOTA, MULAI, PLT, STAF, TEAM, UB, UNBROKEN


def undangan(guests: tuple[Peserta, ...] = GUESTS, **more: object) -> Paper:
    given: dict[str, object] = {
        "kop": KOP,
        "kota": KOTA,
        "tanggal": DAY,
        "nomor": "000.1.5/127/UND/ADPIM/XII/2026",
        "hal": "Undangan rapat pembahasan draf akhir Laporan Kinerja Instansi Pemerintah 2026",
        "undangan": guests,
        "rangka": "penyusunan Laporan Kinerja Instansi Pemerintah Biro Administrasi Pimpinan 2026",
        "mulai": MULAI,
        "tempat": "Ruang Rapat Praja I, Gedung Sekretariat Daerah, Lantai 3",
        "acara": "Pembahasan draf akhir LAKIP bagian demi bagian",
        "penandatangan": UB,
        "catatan": "Mohon membawa data realisasi kinerja dan anggaran triwulan IV.",
        "tembusan": ("Sekretaris Daerah Provinsi Kalimantan Barat (sebagai laporan)", "Arsip"),
    }
    return compose_undangan(Undangan(**(given | more)))  # type: ignore[arg-type]


def nota_dinas(tugas: int, dari: Pejabat = PLT, **more: object) -> Paper:
    given: dict[str, object] = {
        "kop": KOP,
        "kota": KOTA,
        "tanggal": DAY,
        "dari": dari,
        "kepada": (STAF,),
        "hal": "Penyiapan rapat pembahasan draf akhir LAKIP tahun 2026",
        "tugas": tuple(
            f"menyiapkan bahan rapat ke-{n}: undangan, ruangan, daftar hadir, dan draf yang "
            "dibagikan kepada peserta paling lambat sehari sebelum rapat"
            for n in range(1, tugas + 1)
        ),
        "nomor": "000.1.5/88/ND/ADPIM/XII/2026",
        "dasar": "SOP Penyusunan Laporan Akuntabilitas Kinerja Instansi Pemerintah (LAKIP)",
        "batas": date(2026, 12, 30),
        "rapat_mulai": MULAI,
        "rapat_tempat": "Ruang Rapat Praja I",
        "tembusan": ("Kepala Bagian Perencanaan dan Kepegawaian", "Arsip"),
    }
    return compose_penugasan(Penugasan(**(given | more)))  # type: ignore[arg-type]


def daftar_hadir(count: int, *, is_over: bool = False) -> Paper:
    present = [
        Kehadiran(one, MULAI + timedelta(minutes=n) if is_over else None, "QR", sendiri=is_over)
        for n, one in enumerate(TEAM[:count])
    ]
    return compose_daftar_hadir(
        DaftarHadir(
            KOP,
            "Pembahasan draf akhir LAKIP bagian demi bagian",
            MULAI,
            "Ruang Rapat Praja I",
            tuple(present),
            baris_kosong=0 if is_over else 4,
            penanggung_jawab=PLT,
        )
    )


def kesiapan() -> Paper:
    return compose_kesiapan(
        Kesiapan(
            KOP,
            KOTA,
            DAY,
            PLT,
            STAF,
            "Pembahasan draf akhir LAKIP",
            MULAI,
            "Ruang Rapat Praja I",
            tuple(
                Butir(one, is_ready=one != "Layar dan proyektor", keterangan=note)
                for one, note in (
                    ("Ruangan, meja, dan kursi untuk 26 peserta", ""),
                    ("Layar dan proyektor", "dipinjam dari Biro Umum, datang pukul 08.00"),
                    ("Daftar hadir", "dicetak"),
                    ("Draf dibagikan kepada peserta", UNBROKEN),
                )
            ),
            24,
            26,
            nomor="000.1.5/15/LAP/ADPIM/XII/2026",
            catatan="Konsumsi dipesan untuk 30 orang.",
            bukti=acted(MULAI, "WIB"),
        )
    )


def pengantar() -> Paper:
    things = (
        Kiriman(
            "Laporan Kinerja Instansi Pemerintah (LAKIP) Biro Administrasi Pimpinan tahun 2026",
            "1 (satu) berkas",
            "Nomor 000.8.6.3/1/LKJ/ADPIM/2026",
        ),
        Kiriman("Salinan elektronik", "1 (satu) keping", ""),
    )
    return compose_pengantar(
        SuratPengantar(
            KOP,
            KOTA,
            "Kepala Biro Organisasi Sekretariat Daerah Provinsi Kalimantan Barat",
            things,
            nomor="000.8.6.3/3/SP/ADPIM/XII/2026",
            tanggal=DAY,
            pengirim=UB,
            tembusan=("Inspektur Provinsi Kalimantan Barat", "Arsip"),
        )
    )


def tanda_terima() -> Paper:
    return compose_tanda_terima(
        TandaTerima(
            KOP,
            KOTA,
            KARO,
            (Kiriman("LAKIP Biro Administrasi Pimpinan tahun 2026", "1 (satu) berkas"),),
            "Surat Pengantar Nomor 000.8.6.3/3/SP/ADPIM/XII/2026",
        )
    )


def disposisi() -> Paper:
    posts = (*(one.jabatan for one in GUESTS[:3]), PLT.jabatan)
    return compose_disposisi(
        LembarDisposisi(
            KOP,
            "Inspektorat Provinsi Kalimantan Barat",
            "700/1201/ITPROV/2026",
            "Reviu atas Laporan Kinerja Instansi Pemerintah tahun 2026",
            posts,
            tanggal_surat=DAY,
            diterima=date(2026, 12, 30),
            nomor_agenda="412",
        )
    )
