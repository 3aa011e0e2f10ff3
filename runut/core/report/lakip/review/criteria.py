"""The criteria of reporting of PermenPANRB 88/2021: that it exists (3.a) and its quality (3.b)."""

from runut.core.report.lakip.lacking import missing_analyses, missing_plans
from runut.core.report.lakip.review.answers import Jawaban, Point, compared, filled, for_person
from runut.core.report.lakip.review.form import BAB_III, Bahan, with_targets
from runut.core.report.lakip.review.sources import different_history


def answer_criteria(bahan: Bahan) -> tuple[Jawaban, ...]:
    """3.a.1 … 3.b.9."""
    return (*_existence(bahan), *_quality(bahan))


def _existence(bahan: Bahan) -> tuple[Jawaban, ...]:
    """What the case and the register hold is a source of its own; the rest people know."""
    sources = bahan.pembanding
    made = Point("3.a.1", "Dokumen Laporan Kinerja telah disusun.")
    regular = Point("3.a.2", "Laporan Kinerja telah disusun secara berkala.")
    signed = Point("3.a.3", "Laporan Kinerja telah diformalkan.")
    lacking = "" if bahan.draft.rows else "sasaran dan indikator"
    return (
        compared(made, sources.naskah, "", "Naskahnya tersimpan.")
        if sources.naskah
        else filled(made, lacking, "Data laporan terisi; naskahnya belum dibekukan."),
        compared(regular, sources.laporan_lalu, "", "Laporan tahun sebelumnya ditandatangani.")
        if sources.laporan_lalu
        else for_person(regular, "Periksa laporan tahun-tahun sebelumnya."),
        compared(signed, sources.tanda_tangan, "", "Naskah yang dibekukan ditandatangani.")
        if sources.tanda_tangan
        else for_person(signed, "Periksa tanda tangan pimpinan."),
        for_person(
            Point("3.a.4", "Laporan Kinerja telah direviu."),
            "Periksa kertas kerja dan pernyataan reviu.",
        ),
        for_person(
            Point("3.a.5", "Laporan Kinerja telah dipublikasikan."), "Periksa tautan publikasi."
        ),
        for_person(
            Point("3.a.6", "Laporan Kinerja telah disampaikan tepat waktu."),
            "Periksa tanda terima penyampaian.",
        ),
    )


_COMPARED = (
    (4, "perbandingan realisasi dengan target jangka menengah", 3),
    (5, "perbandingan realisasi dengan tahun-tahun sebelumnya", 2),
    (6, "perbandingan realisasi dengan standar nasional", 4),
    (7, "kualitas keberhasilan atau kegagalan beserta upaya dan hambatannya", 5),
    (8, "efisiensi penggunaan sumber daya", 6),
)
"""(number in 3.b, what is presented, which of the seven analyses shows it)."""


def _quality(bahan: Bahan) -> tuple[Jawaban, ...]:
    matriks = bahan.matriks
    share = f"{matriks.terisi} dari {matriks.jumlah} analisis terisi"
    empty = matriks.jumlah - matriks.terisi
    lacking = f"{empty} dari {matriks.jumlah} analisis" if empty else ""
    return (
        filled(
            Point("3.b.1", "Laporan Kinerja disusun sesuai standar.", "Seluruh laporan"),
            "" if bahan.draft.rows else "sasaran dan indikator",
            "Susunan bab mengikuti PermenPANRB Nomor 53 Tahun 2014; isinya belum dinilai.",
        ),
        filled(
            Point(
                "3.b.2",
                "Laporan Kinerja mengungkap seluruh informasi tentang pencapaian kinerja.",
                BAB_III,
            ),
            lacking if matriks.jumlah else "sasaran",
            f"{share}.",
        ),
        with_targets(
            bahan,
            _presents(3, "perbandingan realisasi dengan target tahunan", 1),
            missing_analyses(matriks, 1),
            "Target dan realisasi terisi untuk setiap sasaran.",
        ),
        *(_presented(bahan, *one) for one in _COMPARED),
        filled(
            Point(
                "3.b.9",
                "Laporan Kinerja menyajikan upaya perbaikan dan penyempurnaan ke depan.",
                "Bab IV.B",
            ),
            missing_plans(bahan.draft),
            "Langkah perbaikan setiap sasaran terisi.",
        ),
    )


def _presents(n: int, what: str, analisis: int) -> Point:
    return Point(
        f"3.b.{n}", f"Laporan Kinerja menyajikan {what}.", f"{BAB_III}, analisis {analisis}"
    )


def _presented(bahan: Bahan, n: int, what: str, analisis: int) -> Jawaban:
    point, lacking = _presents(n, what, analisis), missing_analyses(bahan.matriks, analisis)
    before = bahan.pembanding.tahun_lalu
    if analisis == 2 and before is not None and not lacking:
        return _with_last_year(bahan, point)
    return filled(point, lacking, "Terisi untuk setiap sasaran.")


def _with_last_year(bahan: Bahan, point: Point) -> Jawaban:
    """Yes where every figure of last year is the one that was reported then."""
    before = bahan.pembanding.tahun_lalu
    if before is None:
        return filled(point, "", "Terisi untuk setiap sasaran.")
    known, odd = different_history(bahan.draft, before)
    number = len(bahan.draft.counted)
    if not odd and known < number:
        return filled(
            point,
            "",
            f"Terisi untuk setiap sasaran; {known} dari {number} angka tahun lalu ada dalam data "
            f"{before.tahun} dan sama.",
        )
    return compared(
        point,
        f"data kinerja {before.tahun}",
        odd,
        f"{known} angka tahun lalu sama dengan data kinerja {before.tahun}.",
    )
