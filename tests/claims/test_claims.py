"""A claim is right only for its own indicator, its own year and its own role."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from runut.core.findings import Level
from runut.core.report.claims.check import contradictions
from runut.core.report.claims.findings import MEANINGS, claim_findings, claim_key
from runut.core.report.claims.model import Contradiction
from runut.core.report.lakip.draft import prepare_draft
from runut.core.report.lakip.keys import IKHTISAR, penyebab_key, rencana_key, solusi_key
from tests.report.sample import DATA, DOKUMEN, KEPUASAN, at, with_indikator

HERE = penyebab_key("S1")


def found(text: str, key: str = HERE) -> list[Contradiction]:
    return list(contradictions(prepare_draft(DATA, {key: text})))


def kinds(text: str, key: str = HERE) -> list[str]:
    return [one.kode for one in found(text, key)]


@pytest.mark.parametrize(
    "text",
    [
        "Indeks kepuasan layanan pimpinan mencapai 87,55 dari target 85 atau 103%.",
        "Indeks kepuasan naik dari 84 menjadi 87,55 karena jadwal dibahas setiap pekan.",
        "Dibandingkan tahun 2023 (82), indeks kepuasan layanan pimpinan naik 5,55 poin.",
        "Jumlah aduan terlambat turun dari 15 menjadi 9 aduan, sehingga kinerja membaik.",
        "Realisasi indeks kepuasan layanan pimpinan hampir 88. Angka ini melampaui target 85.",
        "Persentase dokumen perencanaan tepat waktu 90 persen, masih di bawah target 95 persen.",
        "Dua dari tiga indikator mencapai target; satu indikator belum.",
        "Seluruh indikator sasaran ini mencapai target.",
        "Target akhir Renstra 2029 untuk indeks kepuasan layanan pimpinan adalah 90.",
        "Dari pagu Rp1 miliar terealisasi Rp932 juta atau 93,2 persen.",
        "Kepala Biro Administrasi Pimpinan, Sari Wulandari, S.STP., memimpin rapat bulanan.",
        "Pada triwulan I indeks kepuasan layanan pimpinan baru 70.",
        "Diharapkan indeks kepuasan layanan pimpinan mencapai 95.",
        "Rapat diadakan 12 kali dengan 45 peserta dan menghasilkan 3 kesepakatan.",
        "Seluruh bagian menyampaikan data tepat waktu; tidak ada keluhan.",
        "Koordinasi dengan Dinas Komunikasi dan Informatika Provinsi Kalimantan Barat diperkuat.",
    ],
)
def test_what_agrees_with_the_data_or_speaks_of_other_things_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # the figure of another indicator, of another year, of another role
        ("Indeks kepuasan layanan pimpinan mencapai 90 persen.", "angka"),
        ("Indeks kepuasan layanan pimpinan mencapai 84.", "angka"),
        ("Target indeks kepuasan layanan pimpinan sebesar 87,55.", "angka"),
        ("Realisasi indeks kepuasan layanan pimpinan tahun 2024 sebesar 87,55.", "angka"),
        ("Indeks kepuasan naik 4,55 poin dibandingkan tahun 2024.", "angka"),
        ("Jumlah aduan terlambat ditangani menjadi tujuh aduan.", "angka"),
        # directions, by the sense of the indicator
        ("Indeks kepuasan layanan pimpinan menurun dibandingkan tahun lalu.", "arah"),
        ("Kinerja jumlah aduan terlambat ditangani memburuk dibandingkan tahun 2024.", "arah"),
        ("Jumlah aduan terlambat ditangani meningkat.", "arah"),
        ("Persentase dokumen perencanaan tepat waktu telah mencapai target.", "arah"),
        ("Indeks kepuasan layanan pimpinan belum mencapai target.", "arah"),
        ("Indeks kepuasan layanan pimpinan berada di atas standar nasional.", "arah"),
        # counts
        ("Tiga dari tiga indikator mencapai target.", "jumlah"),
        ("Seluruh indikator kinerja Biro mencapai target.", None),
        ("Tidak ada indikator sasaran ini yang mencapai target.", "jumlah"),
        ("Separuh indikator sasaran ini mencapai target.", "jumlah"),
        ("Biro menetapkan lima sasaran strategis.", "jumlah"),
        # money, means, ranks, categories
        ("Dari pagu Rp1,2 miliar terealisasi Rp932 juta.", "uang"),
        ("Serapan anggaran tahun 2025 mencapai 89,5 persen.", "uang"),
        ("Rata-rata capaian kinerja tahun 2025 adalah 99,5%.", "rata_rata"),
        ("Capaian terendah terdapat pada indeks kepuasan layanan pimpinan.", None),
        ("Capaian tertinggi diperoleh persentase dokumen perencanaan tepat waktu.", "urutan"),
        ("Indeks kepuasan layanan pimpinan berkategori Sedang.", "kategori"),
        # who, whose, when
        ("Kepala Biro Administrasi Pimpinan, Drs. Budi Santoso, M.Si., memimpin rapat.", "pejabat"),
        ("Sari Wulandari, S.H. selaku Kepala Biro Administrasi Pimpinan hadir.", "pejabat"),
        ("Laporan Kinerja Dinas Kesehatan Tahun 2025 memuat capaian kinerja.", "instansi"),
        ("Biro Administrasi Pimpinan Provinsi Kalimantan Timur menyusun laporan ini.", "instansi"),
        ("Laporan Kinerja Biro Administrasi Pimpinan Tahun 2024 ini memuat capaian.", "tahun"),
        ("Sasaran ini tercantum dalam Renstra 2019–2023.", "tahun"),
        ("Perjanjian Kinerja ditetapkan tanggal 21 Januari 2025.", "tahun"),
        ("Tahun 2025 merupakan tahun ketiga pelaksanaan Renstra.", "tahun"),
    ],
)
def test_what_the_data_deny_is_named(text: str, kind: str | None) -> None:
    assert kinds(text)[:1] == ([kind] if kind else [])


def test_in_a_section_of_the_whole_report_all_means_all() -> None:
    assert kinds("Seluruh indikator mencapai target.", IKHTISAR) == ["jumlah"]
    assert kinds("Capaian terendah terdapat pada indeks kepuasan layanan pimpinan.", IKHTISAR) == [
        "urutan"
    ]


def test_a_sentence_that_goes_on_speaks_of_the_one_before() -> None:
    text = "Indeks kepuasan layanan pimpinan naik. Realisasinya 86,11 dari target 85."
    one = found(text)[0]
    assert (text[one.start : one.end], one.bagian) == ("86,11", HERE)
    assert "realisasi 87,55" in one.known and one.kalimat.startswith("Realisasinya")


def test_a_plan_may_name_next_years_target_and_a_copy_is_named() -> None:
    assert (
        kinds("Target indeks kepuasan layanan pimpinan dinaikkan menjadi 90.", rencana_key("S1"))
        == []
    )
    copy = (
        "Hambatan utama adalah data dari bagian yang datang terlambat dan belum terpadu, sehingga "
        "penyusunan laporan mundur beberapa hari."
    )
    texts = {solusi_key("S1"): copy, solusi_key("S2"): copy.replace("beberapa", "lima")}
    assert [one.kode for one in contradictions(prepare_draft(DATA, texts))] == ["salinan"]


def test_a_finding_says_where_and_its_key_follows_the_sentence_and_the_figure() -> None:
    text = "Indeks kepuasan layanan pimpinan mencapai 86,11."
    finding = claim_findings(prepare_draft(DATA, {HERE: text}))[0]
    assert finding.tingkat is Level.BLOCKER and finding.letak.bagian == HERE
    assert "Bab III.A, sasaran 1" in finding.pesan and "realisasi 87,55" in finding.pesan
    assert finding.kode in {one.kode for one in MEANINGS} and len(finding.tentang) == 20
    keys = {claim_key(found(text)[0]), claim_key(found(text.replace("86,11", "86,12"))[0])}
    other = replace(KEPUASAN, realisasi=at("Indikator!F5", "88.4"))
    changed = contradictions(prepare_draft(with_indikator(other), {HERE: text}))
    assert len(keys | {claim_key(changed[0])}) == 3


def test_two_indicators_of_one_shortened_name_are_asked_of_neither() -> None:
    twin = replace(
        DOKUMEN, id="IKU-4", nama="Persentase dokumen pelaporan tepat waktu", realisasi=at("", "80")
    )
    data = replace(DATA, indikators=(*DATA.indikators, twin))
    said: Mapping[str, int] = {
        "Persentase dokumen tepat waktu mencapai 80 persen.": 0,
        "Persentase dokumen tepat waktu mencapai 90 persen.": 0,
        "Persentase dokumen tepat waktu mencapai 85 persen.": 1,
        "Persentase dokumen pelaporan tepat waktu mencapai 90 persen.": 1,
    }
    for text, number in said.items():
        assert len(contradictions(prepare_draft(data, {penyebab_key("S2"): text}))) == number, text


def test_rounding_is_no_contradiction() -> None:
    exact = with_indikator(replace(KEPUASAN, realisasi=at("", None), id="IKU-1"))
    assert exact.indikators[0].realisasi.nilai is None
    odd = with_indikator(
        replace(KEPUASAN, realisasi=replace(KEPUASAN.realisasi, nilai=Decimal("87.5512")))
    )
    for said, number in (("87,55", 0), ("87,6", 0), ("88", 0), ("87,5", 1), ("87", 1)):
        text = f"Indeks kepuasan layanan pimpinan mencapai {said}."
        assert len(contradictions(prepare_draft(odd, {HERE: text}))) == number, said


def test_words_around_a_live_figure_are_held_against_its_value() -> None:
    live = f"{{realisasi {KEPUASAN.id}}}"
    assert kinds(f"Indeks kepuasan layanan pimpinan naik menjadi *{live}*.") == []
    (one,) = found(f"Indeks kepuasan layanan pimpinan _turun_ menjadi {live}.")
    assert (one.kode, "turun menjadi 87,55" in one.kalimat) == ("arah", True)
