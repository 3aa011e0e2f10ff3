"""Whose report it is: the office, its head and its year are named for themselves, in any wording;
other offices, their people and earlier reports may be spoken of freely."""

import pytest

from tests.claims.templates import judged


def _outcomes(text: str, truth: str) -> set[str]:
    template = {"id": text, "kind": "laporan", "truth": truth, "text": text, "needs": "any"}
    return {one.outcome for one in judged([template], seed=3, times=3)}


@pytest.mark.parametrize(
    "text",
    [
        "Kami segenap jajaran Dinas Perhubungan Kota Kediri menyampaikan laporan ini.",
        "Laporan ini merupakan pertanggungjawaban Dinas Kehutanan Provinsi Riau.",
        "Adapun anggaran Rp{pagu} dikelola oleh Kecamatan Sukajadi Kota Bandung.",
        "Kepala Dinas Kebudayaan dan Pariwisata menyampaikan laporan ini kepada pimpinan.",
    ],
)
def test_another_office_is_not_the_one_that_reports(text: str) -> None:
    assert _outcomes(text, "false") == {"found"}


@pytest.mark.parametrize(
    "text",
    [
        "Kami menyampaikan terima kasih kepada seluruh jajaran Dinas Kesehatan Kota Padang.",
        "Kami dan Dinas Sosial Kabupaten Agam melaksanakan kegiatan bersama.",
        "Laporan Kinerja Dinas Kehutanan Provinsi Riau dijadikan contoh dalam bimbingan teknis.",
    ],
)
def test_other_offices_may_be_spoken_of(text: str) -> None:
    assert _outcomes(text, "none") == {"left alone"}


@pytest.mark.parametrize(
    "text",
    [
        "{kepala} selaku Wali Kota Tegal memimpin penyusunan laporan ini.",
        "Sebagai Bupati Agam, {kepala} menetapkan laporan ini.",
        "Kata pengantar ini disampaikan oleh {jabatan}, Prof. {kepala}",
        "{jabatan} saat ini dijabat oleh drg. Bambang Sutrisno, M.Kes.",
        "Laporan ini disahkan oleh Dr. Sutan Mahmud, M.Si.",
    ],
)
def test_the_head_has_one_name_one_post_and_his_titles(text: str) -> None:
    assert _outcomes(text, "false") == {"found"}


@pytest.mark.parametrize(
    "text",
    [
        "{kepala} sebelumnya menjabat sebagai Camat Bukit Raya.",
        "Laporan evaluasi ditandatangani oleh Inspektur Daerah, Drs. Rahmat Hidayat, M.M.",
        "{jabatan} menugaskan Drs. Hadi Prayitno sebagai ketua tim penyusun.",
    ],
)
def test_other_people_and_earlier_posts_may_be_named(text: str) -> None:
    assert _outcomes(text, "none") == {"left alone"}


@pytest.mark.parametrize(
    "text",
    [
        "Demikian Laporan Kinerja {kantor} Tahun {tahunlalu} ini kami susun.",
        "Kinerja yang dilaporkan mencakup periode 1 Januari s.d. 31 Desember {tahunlalu}.",
        "Laporan ini menyajikan kinerja Tahun Anggaran {tahunlalu}.",
    ],
)
def test_last_years_words_are_left_over(text: str) -> None:
    assert _outcomes(text, "false") == {"found"}


@pytest.mark.parametrize(
    "text",
    [
        "LKjIP tahun {tahunlalu} memperoleh catatan agar analisis efisiensi diperdalam.",
        "Selama tahun {tahunlalu} pelayanan masih dilakukan secara tatap muka.",
        "Sejak tahun pertama Renstra, pembinaan dilaksanakan rutin.",
    ],
)
def test_earlier_reports_and_years_may_be_told_of(text: str) -> None:
    assert _outcomes(text, "none") == {"left alone"}
