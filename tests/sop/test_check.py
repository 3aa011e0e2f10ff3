"""The checks find what rules.md says about the seed, and nothing on the repaired SOP."""

from dataclasses import replace

import pytest

from runut.core.findings import Finding, Level
from runut.core.sop.checks.all import CHECKS, check_sop
from runut.core.sop.checks.model import Check
from runut.core.sop.flow import back_edges
from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut, Waktu
from runut.core.words.spelling import find_slips
from tests.sop.lain import ALL
from tests.sop.test_read_and_print import EXAMPLES, SEED, read

REPAIRED = read((EXAMPLES / "penyusunan-lakip-diperbaiki.txt").read_text(encoding="utf-8"))

DEFECTS = {
    "D1": ("identitas.nomor-kosong", None),
    "D2": ("identitas.nip-kosong", None),
    "D3": ("identitas.nama-janggal", None),
    "D4": ("identitas.tanggal-revisi-kosong", None),
    "D5 missing": ("dasar-hukum.kurang", None),
    "D5 typos": ("dasar-hukum.judul-salah-tulis", None),
    "D5 spacing": ("ejaan.spasi", None),
    "D5 body": ("dasar-hukum.nama-lembaga", None),
    "D6": ("istilah.lama", None),
    "D6 garbled": ("ejaan.salah-ketik", None),
    "D7 unused": ("keterkaitan.tidak-dipakai", None),
    "D7 unlisted, step 2": ("keterkaitan.tidak-tercantum", "2"),
    "D7 unlisted, step 9": ("keterkaitan.tidak-tercantum", "9"),
    "D7 typo": ("ejaan.salah-ketik", "9"),
    "D8": ("peringatan.tanpa-tenggat", None),
    "D9": ("peralatan.hanya-dokumen", None),
    "D10": ("pencatatan.kurang", None),
    "D12": ("langkah.tanpa-pelaksana", None),
    "D13 capsules": ("simbol.kapsul-hilang", None),
    "D13, step 7": ("aliran.tanpa-jalan-kembali", "7"),
    "D13, step 8": ("aliran.tanpa-jalan-kembali", "8"),
    "D13, step 9": ("aliran.tanpa-jalan-kembali", "9"),
    "D14": ("kegiatan.kembar", "7"),
    "D15": ("data.masukan-belum-ada", "8"),
    "D16": ("data.masukan-versi-lama", "9"),
    "D17": ("output.kegiatan", "4"),
    "D18 activity": ("kegiatan.bukan-kata-kerja", "5"),
    "D18 input": ("kelengkapan.peristiwa", "5"),
    "D19": ("waktu.rapat-terhitung-ganda", "4"),
    "D20 draft": ("data.draft-tanpa-asal", "5"),
    "D20 data": ("laporan.tanpa-data", None),
    "D21 output": ("output.bukan-hasil-kegiatan", "2"),
    "D21 signature": ("undangan.tanpa-tanda-tangan", "2"),
    "D22": ("output.lisan", "1"),
    "D23": ("data.nama-berbeda", "3"),
    "D24": ("istilah.kantor-lain", "4"),
    "D26": ("laporan.tanpa-tindak-lanjut", "9"),
    "D27": ("waktu.hari-tidak-jelas", "4"),
}
"""Defect of rules.md section 13 -> code and step. D11, D25 and D28 need a person."""


def of(kode: str, sop: SOP) -> list[Finding]:
    return [finding for finding in check_sop(sop) if finding.kode == kode]


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_defect_of_the_seed_is_found_at_its_step(defect: str) -> None:
    kode, no = DEFECTS[defect]
    assert no in [finding.letak.langkah for finding in of(kode, read(SEED))]


def test_nothing_else_is_found_on_the_seed() -> None:
    found = {(finding.kode, finding.letak.langkah) for finding in check_sop(read(SEED))}
    assert found == set(DEFECTS.values())


def test_what_blocks_the_seed_is_only_what_no_case_can_run_with() -> None:
    blocking = {f.kode for f in check_sop(read(SEED)) if f.tingkat is Level.BLOCKER}
    assert blocking == {"langkah.tanpa-pelaksana"}


def test_the_words_of_some_findings() -> None:
    sop = read(SEED)
    (title,) = of("dasar-hukum.judul-salah-tulis", sop)
    for slip in ("“lapran”", "“instransi”", "“pemerintahan” seharusnya “pemerintah”"):
        assert slip in title.pesan
    (bases,) = of("dasar-hukum.kurang", sop)
    for name in ("Perpres 29/2014", "PermenPANRB 35/2012", "PermenPANRB 88/2021"):
        assert name in bases.pesan
    (times,) = of("waktu.hari-tidak-jelas", sop)
    assert "4, 5, dan 6" in times.pesan and "5,16 hari kerja (38 jam 40 menit)" in times.pesan
    (early,) = of("data.masukan-belum-ada", sop)
    assert "Ganti Kabag dengan Kasubag" in early.usul
    assert "3 Januari 2023" in of("identitas.tanggal-revisi-kosong", sop)[0].pesan
    assert "undangan, daftar hadir, paraf" in of("pencatatan.kurang", sop)[0].pesan
    assert all("cabang Tidak ke langkah 6" in f.usul for f in of("aliran.tanpa-jalan-kembali", sop))


def test_nothing_is_found_on_the_repaired_sop() -> None:
    assert [finding.pesan for finding in check_sop(REPAIRED)] == []


def test_the_repaired_sop_has_its_ways_back_and_a_whole_chain() -> None:
    assert back_edges(REPAIRED) == (("9", "8"), ("10", "8"), ("11", "8"))
    assert REPAIRED.langkah[0].bentuk is Bentuk.MULAI
    assert REPAIRED.langkah[-1].bentuk is Bentuk.SELESAI
    assert all(step.pelaksana for step in REPAIRED.langkah)
    assert "CONTOH" in (REPAIRED.nomor or "") and "CONTOH" in REPAIRED.disahkan_oleh.nama


@pytest.mark.parametrize("sop", ALL, ids=lambda sop: sop.judul)
def test_other_sops_get_no_finding_that_only_reports_deserve(sop: SOP) -> None:
    allowed = {"identitas", "simbol", "waktu", "kegiatan", "aliran"}
    assert {finding.kode.split(".")[0] for finding in check_sop(sop)} <= allowed


# ---- each planted fault in the repaired SOP is found, alone ---------------------------------


def change(no: str, **fields: object) -> SOP:
    steps = tuple(
        replace(step, **fields) if step.no == no else step  # type: ignore[arg-type]
        for step in REPAIRED.langkah
    )
    return replace(REPAIRED, langkah=steps)


PLANTED = {
    "identitas.nomor-kosong": replace(REPAIRED, nomor=None),
    "identitas.tanggal-kosong": replace(REPAIRED, tanggal_efektif=None),
    "identitas.tanggal-terbalik": replace(REPAIRED, tanggal_revisi=read(SEED).tanggal_efektif),
    "identitas.pengesah-kosong": replace(
        REPAIRED, disahkan_oleh=replace(REPAIRED.disahkan_oleh, jabatan="")
    ),
    "identitas.nip-keliru": replace(
        REPAIRED, disahkan_oleh=replace(REPAIRED.disahkan_oleh, nip="197513302001121001")
    ),
    "identitas.bagian-kosong": replace(REPAIRED, kualifikasi_pelaksana=()),
    "pelaksana.tanpa-langkah": replace(REPAIRED, pelaksana=(*REPAIRED.pelaksana, "Inspektur")),
    "langkah.tanpa-pelaksana": change("5", pelaksana=()),
    "langkah.nomor-melompat": replace(
        REPAIRED,
        langkah=tuple(
            replace(s, no="13")
            if s.no == "12"
            else replace(s, lanjut=(Lanjut("13", "Ya"), s.lanjut[1]))
            if s.no == "11"
            else s
            for s in REPAIRED.langkah
        ),
    ),
    "kegiatan.kosong": change("6", kegiatan=""),
    "kegiatan.ada-subjek": change("6", kegiatan="Kasubag membuka rapat dan menunjuk notulis."),
    "keterangan.pelaksana-lain": change("6", keterangan="Staf membagikan bahan"),
    "mutu-baku.kosong": change("6", waktu=Waktu("")),
    "waktu.tidak-dipahami": change("6", waktu=Waktu("secukupnya")),
    "waktu.hari-tidak-jelas": change("7", waktu=parse_waktu("1 hari")),
    "output.lisan": change("1", output=("Nota dinas penugasan", "Arahan lisan")),
    "aliran.keputusan-kurang-cabang": change("7", bentuk=Bentuk.KEPUTUSAN),
    "aliran.tujuan-tidak-ada": change("7", lanjut=(Lanjut("8"), Lanjut("99"))),
    "simbol.kapsul-hilang": change("12", bentuk=Bentuk.PROSES),
}


@pytest.mark.parametrize("kode", PLANTED)
def test_a_planted_fault_is_found_and_nothing_else(kode: str) -> None:
    found = check_sop(PLANTED[kode])
    assert {finding.kode for finding in found} == {kode}, [f.pesan for f in found]


def test_an_empty_title_is_found() -> None:
    assert "identitas.judul-kosong" in {f.kode for f in check_sop(replace(REPAIRED, judul=""))}


def test_a_doubled_number_is_found() -> None:
    steps = (*REPAIRED.langkah, REPAIRED.langkah[4])
    assert of("langkah.nomor-ganda", replace(REPAIRED, langkah=steps))[0].letak.langkah == "5"


# ---- the list itself ------------------------------------------------------------------------


def test_every_check_has_its_own_code_a_remedy_and_what_it_rests_on() -> None:
    codes = [check.kode for check in CHECKS]
    assert len(codes) == len(set(codes))
    for check in CHECKS:
        assert isinstance(check, Check) and check.usul and check.dasar, check.kode
    for finding in check_sop(read(SEED)):
        assert finding.pesan.endswith(".") and finding.usul and finding.dasar


def test_an_empty_sop_is_answered_too() -> None:
    assert check_sop(SOP(judul="", langkah=(), pelaksana=()))
    assert check_sop(SOP(judul="x", langkah=(Langkah("1", ""),), pelaksana=()))


def test_real_words_are_no_slips() -> None:
    text = (
        "Meningkatkan pelaporan dan melaporkan peningkatan capaian; klarifikasi data, penataan "
        "dokumentasi, pencapaian sasaran, pengawasan, persiapan, rapat, dapat, dicatat, surat, "
        "pemeriksa, penyusun, pelaksana tugas, Sekretaris, perencanaan, penetapan, ketetapan"
    )
    assert find_slips(text) == ()
