"""The review of a LAKIP: the 23 points of Lampiran III of 53/2014 and the criteria of 88/2021.

The machine answers only where the data can answer; the rest is left to a person. The statement
of the reviewer is never filled in by us.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from runut.core.kinerja.model import DataKinerja
from runut.core.report.lakip.draft import Draft, prepare_draft
from runut.core.report.lakip.keys import (
    PERJANJIAN,
    RENSTRA,
)
from runut.core.report.lakip.lacking import (
    missing_analyses,
    missing_budget,
    missing_of_indicators,
    missing_plans,
    missing_profile,
    missing_renstra,
)
from runut.core.report.lakip.matrix import Matriks, matrix_of
from runut.core.words.items import join_words

Jawab = Literal["ya", "tidak", "perlu orang", "tidak berlaku"]
YA: Jawab = "ya"
TIDAK: Jawab = "tidak"
PERLU_ORANG: Jawab = "perlu orang"
TIDAK_BERLAKU: Jawab = "tidak berlaku"

_BAB_III = "Bab III.A"


@dataclass(frozen=True)
class Jawaban:
    """The answer to one point: ``letak`` is the place in the report, ``alasan`` why so."""

    nomor: str
    pernyataan: str
    jawab: Jawab
    letak: str
    alasan: str


@dataclass(frozen=True)
class _Bahan:
    """What the answers are drawn from."""

    draft: Draft
    matriks: Matriks


def review_report(data: DataKinerja, texts: Mapping[str, str]) -> tuple[Jawaban, ...]:
    """All points in the order of the forms: I.1 … III.10, then 3.a.1 … 3.b.9."""
    draft = prepare_draft(data, texts)
    facts = _Bahan(draft, matrix_of(draft))
    return (
        *_format(facts),
        *_accountability(facts),
        *_mechanism(facts),
        *_substance(facts),
        *_existence(),
        *_quality(facts),
    )


def _answer(nomor: str, pernyataan: str, letak: str, lacking: str, reason: str) -> Jawaban:
    """Yes when nothing is lacking; otherwise no, with what is lacking."""
    jawab = TIDAK if lacking else YA
    return Jawaban(nomor, pernyataan, jawab, letak, f"Kurang: {lacking}." if lacking else reason)


def _person(nomor: str, pernyataan: str, letak: str, reason: str) -> Jawaban:
    return Jawaban(nomor, pernyataan, PERLU_ORANG, letak, reason)


def _judge(nomor: str) -> Jawaban:
    """A point left to a person, with what to look at."""
    return _person(nomor, *_BY_PERSON[nomor])


_BY_PERSON = {
    "II.1": (
        "Laporan Kinerja disusun oleh unit kerja yang memiliki tugas fungsi untuk itu.",
        "Bab I.C",
        "Cocokkan penyusun dengan peraturan tentang tugas dan fungsi.",
    ),
    "II.3": (
        "Telah terdapat mekanisme penyampaian data dari unit kerja ke unit penyusun.",
        "",
        "Periksa SOP dan bukti penyampaian data.",
    ),
    "II.5": (
        "Data kinerja yang disampaikan telah diyakini keandalannya.",
        "Lampiran 3",
        "Uji angka pada Lampiran 3 terhadap bukti sumbernya.",
    ),
    "II.6": (
        "Analisis dalam Laporan Kinerja telah diketahui oleh unit kerja terkait.",
        _BAB_III,
        "Periksa notula dan daftar hadir rapat pembahasan.",
    ),
    "II.7": (
        "Laporan Kinerja bukan merupakan gabungan laporan unit kerja di bawahnya.",
        _BAB_III,
        "Nilai apakah analisis ditulis untuk sasaran unit ini sendiri.",
    ),
    "III.5": (
        "IKU telah sesuai dengan dokumen IKU yang ditetapkan.",
        "Bab II.B",
        "Cocokkan Bab II.B dengan keputusan penetapan IKU.",
    ),
    "III.8": (
        "IKU dan IK telah cukup mengukur tujuan/sasaran.",
        "Bab II",
        "Nilai kecukupan indikator bagi setiap sasaran.",
    ),
    "III.10": (
        "IKU dan IK telah SMART.",
        "Bab II.B",
        "Nilai tiap indikator: spesifik, terukur, dapat dicapai, relevan, berjangka waktu.",
    ),
}
"""The points that only a person can judge: (statement, place, what to look at)."""


def _format(facts: _Bahan) -> tuple[Jawaban, ...]:
    draft, matriks = facts.draft, facts.matriks
    return (
        _answer(
            "I.1",
            "Laporan Kinerja telah menampilkan data penting instansi.",
            "Bab I",
            missing_profile(draft),
            "Tugas, fungsi, struktur, pegawai, dan isu strategis disajikan.",
        ),
        _answer(
            "I.2",
            "Laporan Kinerja telah menyajikan informasi target kinerja.",
            "Bab II.C",
            missing_of_indicators(draft, "target"),
            f"Target {draft.rekap.jumlah} indikator disajikan.",
        ),
        _answer(
            "I.3",
            "Laporan Kinerja telah menyajikan capaian kinerja yang memadai.",
            _BAB_III,
            missing_analyses(matriks, 1),
            f"Capaian {draft.rekap.terukur} indikator disajikan dengan perhitungannya.",
        ),
    )


def _accountability(facts: _Bahan) -> tuple[Jawaban, ...]:
    draft = facts.draft
    return (
        _answer(
            "I.4",
            "Telah menyajikan lampiran yang mendukung informasi pada badan laporan.",
            "Lampiran 1–3",
            "" if draft.rows else "indikator kinerja",
            "Perjanjian Kinerja, pengukuran kinerja, dan daftar sumber angka dilampirkan.",
        ),
        _answer(
            "I.5",
            "Telah menyajikan upaya perbaikan ke depan.",
            "Bab IV.B",
            missing_plans(draft),
            "Setiap sasaran memuat langkah perbaikan.",
        ),
        _answer(
            "I.6",
            "Telah menyajikan akuntabilitas keuangan.",
            "Bab III.B",
            missing_budget(draft),
            "Pagu, realisasi, dan serapan disajikan per program dan per sasaran.",
        ),
    )


def _mechanism(facts: _Bahan) -> tuple[Jawaban, ...]:
    draft = facts.draft
    return (
        _judge("II.1"),
        _answer(
            "II.2",
            "Informasi yang disampaikan telah didukung dengan data yang memadai.",
            "Lampiran 3",
            missing_of_indicators(draft, "sumber data"),
            "Setiap indikator menyebut sumber datanya.",
        ),
        _judge("II.3"),
        _answer(
            "II.4",
            "Telah ditetapkan penanggung jawab pengumpulan data di setiap unit kerja.",
            "Bab II.B",
            missing_of_indicators(draft, "penanggung jawab"),
            "Setiap indikator menyebut penanggung jawabnya.",
        ),
        _judge("II.5"),
        _judge("II.6"),
        _judge("II.7"),
    )


def _substance(facts: _Bahan) -> tuple[Jawaban, ...]:
    draft = facts.draft
    same = _with_agreement("III.1", draft, "Tujuan/sasaran telah sesuai dengan Perjanjian Kinerja.")
    aligned = _answer(
        "III.2",
        "Tujuan/sasaran telah selaras dengan rencana strategis.",
        "Bab II.A",
        missing_renstra(draft),
        "Setiap sasaran memiliki tujuan dan target Renstra.",
    )
    targets = _with_agreement(
        "III.4", draft, "Target indikator telah sesuai dengan target dalam Perjanjian Kinerja."
    )
    decreed = _judge("III.5")
    enough = _judge("III.8")
    return (
        same,
        aligned,
        _if_no("III.3", (same, aligned), RENSTRA, draft, "Bab II.A"),
        targets,
        decreed,
        _if_no("III.6", (targets, decreed), PERJANJIAN, draft, "Bab II.C"),
        _comparisons(facts),
        enough,
        _if_no("III.9", (enough,), "bab2.iku", draft, "Bab II.B"),
        _judge("III.10"),
    )


def _with_agreement(nomor: str, draft: Draft, pernyataan: str) -> Jawaban:
    """Report and annex are drawn from the same rows; a date names the signed paper."""
    if not draft.data.pk_tanggal:
        return _person(
            nomor, pernyataan, "Lampiran 1", "Tanggal Perjanjian Kinerja belum diisi; cocokkan."
        )
    return Jawaban(
        nomor,
        pernyataan,
        YA,
        "Bab II.C dan Lampiran 1",
        "Laporan dan lampirannya memakai data Perjanjian Kinerja tanggal "
        f"{draft.data.pk_tanggal} yang sama.",
    )


def _if_no(nomor: str, before: tuple[Jawaban, ...], key: str, draft: Draft, letak: str) -> Jawaban:
    """A conditional point: it applies only when a point before it was answered no."""
    points = join_words([one.nomor.partition(".")[2] for one in before])
    statement = f"Jika butir {points} dijawab tidak, terdapat penjelasan yang memadai."
    if any(one.jawab == TIDAK for one in before):
        lacking = "" if key in draft.words else "penjelasan atas butir yang dijawab tidak"
        return _answer(nomor, statement, letak, lacking, "Penjelasan telah ditulis.")
    if any(one.jawab == PERLU_ORANG for one in before):
        return _person(nomor, statement, letak, f"Berlaku hanya bila butir {points} dijawab tidak.")
    return Jawaban(nomor, statement, TIDAK_BERLAKU, letak, f"Butir {points} dijawab ya.")


def _comparisons(facts: _Bahan) -> Jawaban:
    lacking = [
        text
        for text in (missing_analyses(facts.matriks, 2), missing_analyses(facts.matriks, 4))
        if text
    ]
    return _answer(
        "III.7",
        "Telah terdapat perbandingan data kinerja dengan tahun lalu, standar nasional, dan "
        "sebagainya yang bermanfaat.",
        f"{_BAB_III}, analisis 2 dan 4",
        "; ".join(lacking),
        "Perbandingan tersedia untuk setiap sasaran.",
    )


_EXISTENCE = (
    ("Dokumen Laporan Kinerja telah disusun.", "Laporan ini disusun dari data kinerja."),
    ("Laporan Kinerja telah disusun secara berkala.", "Periksa laporan tahun-tahun sebelumnya."),
    ("Laporan Kinerja telah diformalkan.", "Periksa tanda tangan pimpinan."),
    ("Laporan Kinerja telah direviu.", "Periksa kertas kerja dan pernyataan reviu."),
    ("Laporan Kinerja telah dipublikasikan.", "Periksa tautan publikasi."),
    ("Laporan Kinerja telah disampaikan tepat waktu.", "Periksa tanda terima penyampaian."),
)


def _existence() -> tuple[Jawaban, ...]:
    """88/2021, 3.a: that it was drafted the machine knows; what happens after, people know."""
    return tuple(
        Jawaban(f"3.a.{n}", statement, YA if n == 1 else PERLU_ORANG, "", reason)
        for n, (statement, reason) in enumerate(_EXISTENCE, start=1)
    )


_COMPARED = (
    (3, "perbandingan realisasi dengan target tahunan", 1),
    (4, "perbandingan realisasi dengan target jangka menengah", 3),
    (5, "perbandingan realisasi dengan tahun-tahun sebelumnya", 2),
    (6, "perbandingan realisasi dengan standar nasional", 4),
    (7, "kualitas keberhasilan atau kegagalan beserta upaya dan hambatannya", 5),
    (8, "efisiensi penggunaan sumber daya", 6),
)
"""(number in 3.b, what is presented, which of the seven analyses shows it)."""


def _quality(facts: _Bahan) -> tuple[Jawaban, ...]:
    """88/2021, 3.b: the quality of the report, read off the matrix."""
    matriks = facts.matriks
    share = f"{matriks.lengkap} dari {matriks.jumlah} analisis lengkap"
    lacking = f"{matriks.jumlah - matriks.lengkap} dari {matriks.jumlah} analisis"
    if matriks.jumlah and matriks.lengkap == matriks.jumlah:
        lacking = ""
    return (
        _answer(
            "3.b.1",
            "Laporan Kinerja disusun sesuai standar.",
            "Seluruh laporan",
            "" if facts.draft.rows else "sasaran dan indikator",
            "Susunan mengikuti PermenPANRB Nomor 53 Tahun 2014.",
        ),
        _answer(
            "3.b.2",
            "Laporan Kinerja mengungkap seluruh informasi tentang pencapaian kinerja.",
            _BAB_III,
            lacking,
            f"{share[0].upper()}{share[1:]}.",
        ),
        *(
            _answer(
                f"3.b.{n}",
                f"Laporan Kinerja menyajikan {what}.",
                f"{_BAB_III}, analisis {analisis}",
                missing_analyses(matriks, analisis),
                "Disajikan untuk setiap sasaran.",
            )
            for n, what, analisis in _COMPARED
        ),
        _answer(
            "3.b.9",
            "Laporan Kinerja menyajikan upaya perbaikan dan penyempurnaan ke depan.",
            "Bab IV.B",
            missing_plans(facts.draft),
            "Setiap sasaran memuat langkah perbaikan.",
        ),
    )
