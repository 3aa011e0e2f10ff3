"""The 23 points of the review form (PermenPANRB 53/2014, anak lampiran III/2-2)."""

from dataclasses import dataclass

from runut.core.report.lakip.draft import Draft
from runut.core.report.lakip.keys import PERJANJIAN, RENSTRA
from runut.core.report.lakip.lacking import (
    missing_analyses,
    missing_budget,
    missing_of_indicators,
    missing_plans,
    missing_profile,
    missing_renstra,
)
from runut.core.report.lakip.matrix import Matriks
from runut.core.report.lakip.review.answers import (
    PERLU_ORANG,
    TIDAK,
    Jawaban,
    Point,
    compared,
    filled,
    for_person,
    not_asked,
)
from runut.core.report.lakip.review.sources import (
    Pembanding,
    different_sasaran,
    different_targets,
)
from runut.core.report.lakip.wording import is_said
from runut.core.words.items import join_words

BAB_III = "Bab III.A"


@dataclass(frozen=True)
class Bahan:
    """What the answers are drawn from."""

    draft: Draft
    matriks: Matriks
    pembanding: Pembanding


def answer_form(bahan: Bahan) -> tuple[Jawaban, ...]:
    """I.1 … III.10, in the order of the form."""
    return (*_format(bahan), *_mechanism(bahan), *_substance(bahan))


def with_targets(bahan: Bahan, point: Point, lacking: str, reason: str) -> Jawaban:
    """A point about the targets: yes only where they are those of the signed agreement."""
    pembanding = bahan.pembanding
    if lacking or not pembanding.is_pk_known or pembanding.sesuai is None:
        return filled(point, lacking, reason)
    return compared(
        point, _name_of(pembanding), different_targets(pembanding), pembanding.sesuai.kalimat
    )


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
        BAB_III,
        "Periksa notula, daftar hadir, dan paraf.",
    ),
    "II.7": (
        "Laporan Kinerja bukan merupakan gabungan laporan unit kerja di bawahnya.",
        BAB_III,
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


def _judge(nomor: str) -> Jawaban:
    """A point left to a person, with what to look at."""
    statement, letak, reason = _BY_PERSON[nomor]
    return for_person(Point(nomor, statement, letak), reason)


def _format(bahan: Bahan) -> tuple[Jawaban, ...]:
    draft = bahan.draft
    return (
        filled(
            Point("I.1", "Laporan Kinerja telah menampilkan data penting instansi.", "Bab I"),
            missing_profile(draft),
            "Tugas, struktur, pegawai, dan isu strategis terisi.",
        ),
        with_targets(
            bahan,
            Point("I.2", "Laporan Kinerja telah menyajikan informasi target kinerja.", "Bab II.C"),
            missing_of_indicators(draft, "target"),
            f"Target {draft.rekap.jumlah} indikator terisi.",
        ),
        filled(
            Point("I.3", "Laporan Kinerja telah menyajikan capaian kinerja yang memadai.", BAB_III),
            missing_analyses(bahan.matriks, 1),
            f"Capaian {draft.rekap.terukur} dari {draft.rekap.jumlah} indikator dihitung dari "
            "target dan realisasi yang tercetak.",
        ),
        filled(
            Point(
                "I.4",
                "Telah menyajikan lampiran yang mendukung informasi pada badan laporan.",
                "Lampiran 1–3",
            ),
            "" if draft.rows else "indikator kinerja",
            "Target, pengukuran kinerja, dan daftar sumber angka dilampirkan.",
        ),
        filled(
            Point("I.5", "Telah menyajikan upaya perbaikan ke depan.", "Bab IV.B"),
            missing_plans(draft),
            "Langkah perbaikan setiap sasaran terisi.",
        ),
        filled(
            Point("I.6", "Telah menyajikan akuntabilitas keuangan.", "Bab III.B"),
            missing_budget(draft),
            "Pagu dan realisasi terisi; serapan dihitung dari keduanya.",
        ),
    )


def _mechanism(bahan: Bahan) -> tuple[Jawaban, ...]:
    draft = bahan.draft
    return (
        _judge("II.1"),
        filled(
            Point(
                "II.2",
                "Informasi yang disampaikan telah didukung dengan data yang memadai.",
                "Lampiran 3",
            ),
            missing_of_indicators(draft, "sumber data"),
            "Sumber data setiap indikator terisi; sumbernya sendiri tidak dibuka.",
        ),
        _judge("II.3"),
        filled(
            Point(
                "II.4",
                "Telah ditetapkan penanggung jawab pengumpulan data di setiap unit kerja.",
                "Bab II.B",
            ),
            missing_of_indicators(draft, "penanggung jawab"),
            "Penanggung jawab setiap indikator terisi; penetapannya tidak diperiksa.",
        ),
        _judge("II.5"),
        _judge("II.6"),
        _judge("II.7"),
    )


def _substance(bahan: Bahan) -> tuple[Jawaban, ...]:
    draft = bahan.draft
    same = _same_sasaran(bahan)
    aligned = filled(
        Point("III.2", "Tujuan/sasaran telah selaras dengan rencana strategis.", "Bab II.A"),
        missing_renstra(draft),
        "Tujuan dan target Renstra setiap sasaran terisi; naskah Renstra tidak dibandingkan.",
    )
    targets = _same_targets(bahan)
    decreed, enough = _judge("III.5"), _judge("III.8")
    return (
        same,
        aligned,
        _if_no("III.3", (same, aligned), RENSTRA, draft, "Bab II.A"),
        targets,
        decreed,
        _if_no("III.6", (targets, decreed), PERJANJIAN, draft, "Bab II.C"),
        _comparisons(bahan),
        enough,
        _if_no("III.9", (enough,), "bab2.iku", draft, "Bab II.B"),
        _judge("III.10"),
    )


def _same_sasaran(bahan: Bahan) -> Jawaban:
    point = Point(
        "III.1",
        "Tujuan/sasaran telah sesuai dengan Perjanjian Kinerja.",
        "Bab II.C dan Lampiran 1",
    )
    signed = bahan.pembanding.perjanjian
    if signed is None:
        return for_person(point, bahan.pembanding.why_pk_unknown)
    return compared(
        point,
        _name_of(bahan.pembanding),
        different_sasaran(signed, bahan.draft.data),
        f"{len(bahan.draft.data.sasarans)} sasaran sama dengan yang diperjanjikan.",
    )


def _same_targets(bahan: Bahan) -> Jawaban:
    point = Point(
        "III.4",
        "Target indikator telah sesuai dengan target dalam Perjanjian Kinerja.",
        "Bab II.C dan Lampiran 1",
    )
    if not bahan.pembanding.is_pk_known:
        return for_person(point, bahan.pembanding.why_pk_unknown)
    return with_targets(bahan, point, "", "")


def _name_of(pembanding: Pembanding) -> str:
    signed = pembanding.perjanjian
    return f"Perjanjian Kinerja {signed.tahun}, {signed.nama}" if signed else "Perjanjian Kinerja"


def _if_no(nomor: str, before: tuple[Jawaban, ...], key: str, draft: Draft, letak: str) -> Jawaban:
    """A conditional point: it applies only when a point before it was answered no."""
    points = join_words([one.nomor.partition(".")[2] for one in before])
    point = Point(
        nomor, f"Jika butir {points} dijawab tidak, terdapat penjelasan yang memadai.", letak
    )
    if any(one.jawab == TIDAK for one in before):
        lacking = "" if is_said(draft.words, key) else "penjelasan atas butir yang dijawab tidak"
        return filled(point, lacking, "Penjelasan terisi; memadainya belum dinilai.")
    if any(one.jawab == PERLU_ORANG for one in before):
        return for_person(point, f"Berlaku hanya bila butir {points} dijawab tidak.")
    return not_asked(point, f"Tidak ada jawaban tidak pada butir {points}.")


def _comparisons(bahan: Bahan) -> Jawaban:
    lacking = [text for n in (2, 4) if (text := missing_analyses(bahan.matriks, n))]
    return filled(
        Point(
            "III.7",
            "Telah terdapat perbandingan data kinerja dengan tahun lalu, standar nasional, dan "
            "sebagainya yang bermanfaat.",
            f"{BAB_III}, analisis 2 dan 4",
        ),
        "; ".join(lacking),
        "Pembanding atau penjelasannya terisi untuk setiap sasaran.",
    )
