"""The words of an indicator against its direction: more delay is not better."""

import re
from collections.abc import Iterator

from runut.core.findings import Finding
from runut.core.kinerja.model import Indikator, Polaritas
from runut.core.kinerja.pemeriksaan.temuan import finding_at

_LESS_IS_BETTER = re.compile(
    r"keterlambatan|terlambat|kesalahan|kekeliruan|kemiskinan|penduduk miskin|pengangguran"
    r"|stunting|gizi buruk|kematian|kesakitan|pelanggaran|kecelakaan|waktu tunggu|lama menunggu"
    r"|keluhan|pengaduan|kebocoran|kerusakan|putus sekolah|kejahatan|kriminalitas|korupsi"
    r"|kebakaran|banjir|genangan|ketimpangan|rasio gini|indeks gini|inflasi|tunggakan|perceraian"
    r"|kekerasan|prevalensi|konflik|pencemaran|emisi|kemacetan|kekumuhan|kawasan kumuh"
    r"|ketidakhadiran|ketidakpatuhan|ketidaktepatan|penyimpangan|jumlah temuan"
    r"|ranking|rangking|peringkat (?:nasional|provinsi|kabupaten)"
)
_TURNED_ROUND = re.compile(
    r"penurunan|menurun|berkurang|pengurangan|penangan|tertangani|ditangani|penyelesaian|selesai"
    r"|tindak ?lanjut|pencegah|penanggulang|pengendali|bebas|tanpa|tidak|tanggap|respon|ketahanan"
    r"|kesiapsiagaan|layani|korban|bantuan|memperoleh|mendapat|pemulihan|dipulihkan|rehabilitasi"
    r"|penghapusan|pengentasan|diperbaiki|perbaikan|bukan|deteksi|dideteksi|pemantauan"
)
_MORE_IS_BETTER = re.compile(
    r"kepuasan|kepatuhan|ketepatan|tepat waktu|cakupan|harapan hidup|partisipasi|literasi"
    r"|kelulusan|pertumbuhan|pembangunan manusia|akuntabilitas|reformasi birokrasi|kemandirian"
    r"|keberhasilan|kesejahteraan|kehadiran|ketercapaian|terlaksananya|tersusunnya"
)
_NEGATED = re.compile(r"\btidak|ketidak|\bbelum|penurunan|kegagalan|keterlambatan|ketimpangan")


def check_arah(indikator: Indikator) -> Iterator[Finding]:
    """Asks where the name speaks of one direction and the polarity of the other."""
    nama = " ".join(indikator.nama.lower().split())
    if indikator.polaritas is Polaritas.NAIK and not _TURNED_ROUND.search(nama):
        word, better = _LESS_IS_BETTER.search(nama), "makin kecil"
    elif indikator.polaritas is Polaritas.TURUN and not _NEGATED.search(nama):
        word, better = _MORE_IS_BETTER.search(nama), "makin besar"
    else:
        return
    if word is not None:
        yield finding_at(
            "arah_berlawanan",
            indikator.sel,
            f"polaritas '{indikator.nama}' {indikator.polaritas.value}, padahal '{word[0]}' "
            f"lazimnya {better} makin baik.",
            "Periksa polaritasnya.",
            tentang=f"{indikator.id} {indikator.polaritas.value} {nama}",
        )
