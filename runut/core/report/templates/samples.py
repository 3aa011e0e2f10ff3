"""Papers of invented facts, one of each kind: to look at a template before it is used."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from runut.core.kinerja.model import Pejabat
from runut.core.report.blocks import Letterhead, Paper
from runut.core.report.papers.daftar_hadir import DaftarHadir, Kehadiran, compose_daftar_hadir
from runut.core.report.papers.disposisi import LembarDisposisi, compose_disposisi
from runut.core.report.papers.kesiapan import Butir, Kesiapan, compose_kesiapan
from runut.core.report.papers.letter import Peserta
from runut.core.report.papers.notula import Keputusan, Notula, Pembahasan, compose_notula
from runut.core.report.papers.pengantar import (
    Kiriman,
    SuratPengantar,
    TandaTerima,
    compose_pengantar,
    compose_tanda_terima,
)
from runut.core.report.papers.penugasan import Penugasan, compose_penugasan
from runut.core.report.papers.undangan import Undangan, compose_undangan

_SIGNER = Pejabat("Jabatan Penanda Tangan", "Nama Penanda Tangan, S.E.", "Penata Tingkat I", "")
_UNDER_A_LETTER = replace(_SIGNER, jabatan=f"{_SIGNER.jabatan},")
_OTHER = Pejabat("Jabatan Pegawai", "Nama Pegawai, S.Sos.", "Penata Muda", "")
_PEOPLE = (
    Peserta("Nama Pegawai Pertama, S.E.", "Jabatan Pertama", "Bagian Contoh"),
    Peserta("Nama Pegawai Kedua", "Jabatan Kedua", "Bagian Contoh Lain"),
    Peserta("Nama Tamu", "Jabatan di Luar", "Instansi Lain"),
)
_THING = Kiriman("Naskah contoh yang dikirimkan", "1 (satu) berkas", "Untuk diketahui")
_COPIES = ("Jabatan yang Menerima Tembusan", "Arsip")
_RAPAT = "Rapat Pembahasan Naskah Contoh"
_TEMPAT = "Ruang Rapat Contoh, Lantai 2"


def sample(jenis: str, kop: Letterhead, kota: str, day: date) -> Paper:
    """A paper of a kind with the kop of the office and nothing else that is true."""
    return _SAMPLES[jenis](kop, kota, day)


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9) + timedelta(days=3)  # noqa: DTZ001 - as printed


def _undangan(kop: Letterhead, kota: str, day: date) -> Paper:
    return compose_undangan(
        Undangan(
            kop=kop,
            kota=kota,
            hal="Undangan rapat contoh",
            undangan=_PEOPLE,
            rangka="melihat templat surat undangan",
            mulai=_at(day),
            tempat=_TEMPAT,
            acara="Pembahasan naskah contoh",
            tanggal=day,
            nomor="001/CONTOH/2026",
            penandatangan=_UNDER_A_LETTER,
            catatan="Mohon membawa bahan yang diperlukan.",
            tembusan=_COPIES,
        )
    )


def _nota_dinas(kop: Letterhead, kota: str, day: date) -> Paper:
    return compose_penugasan(
        Penugasan(
            kop=kop,
            kota=kota,
            tanggal=day,
            dari=_SIGNER,
            kepada=(_OTHER,),
            hal="Penyiapan rapat contoh",
            tugas=("menyiapkan undangan", "menyiapkan ruangan dan daftar hadir"),
            nomor="002/CONTOH/2026",
            dasar="SOP Contoh",
            batas=day + timedelta(days=2),
            rapat_mulai=_at(day),
            rapat_tempat=_TEMPAT,
            tembusan=_COPIES,
        )
    )


def _kesiapan(kop: Letterhead, kota: str, day: date) -> Paper:
    return compose_kesiapan(
        Kesiapan(
            kop=kop,
            kota=kota,
            tanggal=day,
            kepada=_SIGNER,
            pelapor=_OTHER,
            acara=_RAPAT,
            mulai=_at(day),
            tempat=_TEMPAT,
            butirs=(Butir("Ruangan", is_ready=True), Butir("Layar", is_ready=False)),
            undangan_terkirim=2,
            undangan_jumlah=3,
            nomor="003/CONTOH/2026",
            catatan="Layar dipinjam dari bagian lain.",
        )
    )


def _notula(kop: Letterhead, kota: str, day: date) -> Paper:
    start = _at(day)
    return compose_notula(
        Notula(
            kop=kop,
            kota=kota,
            tanggal=start.date(),
            judul=_RAPAT,
            mulai=start,
            selesai=start + timedelta(hours=2),
            tempat=_TEMPAT,
            pimpinan=_SIGNER,
            notulis=_OTHER,
            peserta=_PEOPLE,
            jumlah_undangan=4,
            acara=("Pembukaan", "Pembahasan naskah contoh"),
            pembukaan="",
            pembahasan=(
                Pembahasan("Jabatan Pertama", "Angkanya perlu dijelaskan.", "Bab III"),
                Pembahasan("Jabatan Kedua", "Setuju dengan pembicara sebelumnya."),
            ),
            keputusan=(
                Keputusan(1, "Menambah penjelasan", "bab3", "Bab III", "Jabatan Pertama", day),
            ),
            nomor="004/CONTOH/2026",
        )
    )


def _pengantar(kop: Letterhead, kota: str, day: date) -> Paper:
    return compose_pengantar(
        SuratPengantar(
            kop=kop,
            kota=kota,
            kepada="Jabatan yang Dituju",
            kiriman=(_THING, _THING),
            nomor="005/CONTOH/2026",
            tanggal=day,
            pengirim=_UNDER_A_LETTER,
            tembusan=_COPIES,
        )
    )


def _tanda_terima(kop: Letterhead, kota: str, day: date) -> Paper:
    letter = "Surat Pengantar Nomor 005/CONTOH/2026"
    return compose_tanda_terima(TandaTerima(kop, kota, _SIGNER, (_THING,), letter))


def _disposisi(kop: Letterhead, kota: str, day: date) -> Paper:
    return compose_disposisi(
        LembarDisposisi(
            kop=kop,
            surat_dari="Instansi Pengirim",
            nomor_surat="006/CONTOH/2026",
            hal="Permintaan bahan contoh",
            diteruskan=("Jabatan Pertama", "Jabatan Kedua"),
            tanggal_surat=day,
            diterima=day + timedelta(days=1),
            nomor_agenda="12",
        )
    )


def _daftar_hadir(kop: Letterhead, kota: str, day: date) -> Paper:
    present = Kehadiran(_PEOPLE[0], _at(day), "QR", sendiri=True)
    return compose_daftar_hadir(
        DaftarHadir(
            kop=kop,
            acara=_RAPAT,
            mulai=_at(day),
            tempat=_TEMPAT,
            kehadiran=(present, *map(Kehadiran, _PEOPLE[1:])),
            penanggung_jawab=_SIGNER,
        )
    )


_SAMPLES: Final[Mapping[str, Callable[[Letterhead, str, date], Paper]]] = {
    "undangan": _undangan,
    "nota_dinas": _nota_dinas,
    "kesiapan": _kesiapan,
    "notula": _notula,
    "surat_pengantar": _pengantar,
    "tanda_terima": _tanda_terima,
    "disposisi": _disposisi,
    "daftar_hadir": _daftar_hadir,
}
