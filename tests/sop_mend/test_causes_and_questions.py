"""One finding for one cause; a question where the reading is not sure; blockers only where no case
could run."""

from dataclasses import replace

from runut.core.findings import Level
from runut.core.sop.checks.all import CHECKS, check_sop
from runut.core.sop.mending.repairs import apply_all, findings_with_repairs, repair_of
from runut.core.sop.model import SOP, Bentuk, Lanjut
from tests.sop_mend.catalogue.clean import CLEAN
from tests.sop_mend.catalogue.model import both, field, step
from tests.sop_mend.corpus import SURAT_MASUK


def kodes(sop: SOP, unsure: tuple[str, ...] = ()) -> list[str]:
    return [finding.kode for finding in check_sop(sop, unsure=unsure)]


# ---- one cause ------------------------------------------------------------------------------


def test_a_missing_exit_is_one_finding_though_steps_are_cut_off_and_nothing_ends() -> None:
    only_back = step("7", lanjut=(Lanjut("6", "Tidak"),))(CLEAN)
    (found,) = check_sop(only_back)
    assert found.kode == "aliran.keputusan-kurang-cabang" and found.letak.langkah == "7"
    assert found.tingkat is Level.BLOCKER, "no case can end"


def test_a_decision_with_one_way_on_can_still_be_run() -> None:
    (found,) = check_sop(step("7", lanjut=(Lanjut("8", "Ya"),))(CLEAN))
    assert found.kode == "aliran.keputusan-kurang-cabang" and found.tingkat is Level.WARNING


def test_a_run_of_steps_that_nothing_leads_to_is_one_finding() -> None:
    (found,) = check_sop(step("2", lanjut=(Lanjut("6"),))(CLEAN))
    assert found.kode == "aliran.tidak-terjangkau" and "3, 4, dan 5" in found.pesan


def test_all_empty_sections_are_one_finding() -> None:
    bare = field(peringatan=(), peralatan=(), pencatatan=())(CLEAN)
    (found,) = check_sop(bare)
    assert found.kode == "identitas.bagian-kosong"
    for label in ("PERINGATAN", "PERALATAN/PERLENGKAPAN", "PENCATATAN DAN PENDATAAN"):
        assert label in found.pesan


def test_an_official_of_whom_only_the_post_is_known_is_one_finding() -> None:
    official = replace(CLEAN.disahkan_oleh, nama="", nip=None)
    (found,) = check_sop(replace(CLEAN, disahkan_oleh=official))
    assert found.kode == "identitas.pengesah-kosong" and "nama dan NIP" in found.pesan


def test_times_left_empty_in_many_steps_are_one_finding() -> None:
    empty = replace(CLEAN.step("2").waktu, teks="", menit_kerja=None)
    bare = both(*(step(no, waktu=empty) for no in ("2", "3", "6")))(CLEAN)
    (found,) = check_sop(bare)
    assert "Waktu langkah 2, 3, dan 6 kosong" in found.pesan


def test_a_word_misspelt_in_three_places_is_told_once() -> None:
    wrong = both(
        field(peringatan=("Jika Lapran tidak dikirim paling lambat akhir Februari, maka gagal",)),
        step("3", kegiatan="Menyusun draft Lapran Kinerja."),
        step("6", keterangan="Lapran dijilid"),
    )(CLEAN)
    assert kodes(wrong).count("ejaan.salah-ketik") == 1


# ---- questions ------------------------------------------------------------------------------

LOOSE = step("7", lanjut=(Lanjut("8"), Lanjut("6")))(CLEAN)


def test_what_rests_on_an_unsure_arrow_is_asked_and_blocks_nothing() -> None:
    (sure,) = check_sop(LOOSE)
    assert sure.tingkat is Level.BLOCKER
    (asked,) = check_sop(LOOSE, unsure=("langkah.7.lanjut",))
    assert asked.tingkat is Level.INFO
    assert asked.pesan.endswith("?") and asked.usul.startswith("Pastikan dahulu")


def test_the_unsure_field_of_another_step_changes_nothing() -> None:
    assert check_sop(LOOSE, unsure=("langkah.6.lanjut", "judul")) == check_sop(LOOSE)


def test_a_step_that_cannot_be_reached_is_asked_where_any_arrow_is_unsure() -> None:
    cut = step("2", lanjut=(Lanjut("6"),))(CLEAN)
    (asked,) = check_sop(cut, unsure=("langkah.4.lanjut",))
    assert asked.tingkat is Level.INFO


def test_what_the_identity_block_lacks_is_asked_where_it_was_read_unsurely() -> None:
    bare = replace(CLEAN, nomor=None, pencatatan=())
    levels = {f.kode: f.tingkat for f in check_sop(bare, unsure=("nomor",))}
    assert levels == {
        "identitas.nomor-kosong": Level.INFO,
        "identitas.bagian-kosong": Level.WARNING,
    }


# ---- weight ---------------------------------------------------------------------------------


def test_only_what_keeps_a_case_from_running_is_a_blocker() -> None:
    assert {check.kode for check in CHECKS if check.tingkat is Level.BLOCKER} == {
        "identitas.judul-kosong",
        "langkah.tidak-ada",
        "langkah.tanpa-pelaksana",
        "langkah.nomor-ganda",
        "kegiatan.kosong",
        "aliran.tujuan-tidak-ada",
        "aliran.keputusan-kurang-cabang",
        "aliran.tak-berujung",
    }


def test_what_every_office_does_and_no_rule_forbids_is_a_hint() -> None:
    """The SOP as most offices write it: no decision, no deadline, links that no step names."""
    usual = replace(
        SURAT_MASUK,
        tanggal_revisi=None,
        dasar_hukum=("Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",),
        keterkaitan=("SOP Pengelolaan Kepegawaian", "SOP Pengelolaan Keuangan"),
        peringatan=("Jika SOP tidak dijalankan, maka surat terlambat",),
        pencatatan=("Disimpan sebagai data elektronik dan manual",),
        langkah=tuple(
            replace(one, bentuk=Bentuk.PROSES, lanjut=(Lanjut("9"),))
            if one.no == "8"
            else replace(one, rujukan_sop=())
            for one in SURAT_MASUK.langkah
        ),
    )
    found = check_sop(usual)
    assert len(found) > 4
    assert [finding.pesan for finding in found if finding.tingkat is not Level.INFO] == []


def test_every_hint_of_ours_says_that_it_is_one() -> None:
    for kode in ("keterkaitan.tidak-dipakai", "aliran.tanpa-jalan-kembali"):
        (check,) = [one for one in CHECKS if one.kode == kode]
        assert check.tingkat is Level.INFO and "hanya saran" in check.dasar


# ---- repairs --------------------------------------------------------------------------------


def test_a_question_has_no_repair_before_it_is_answered() -> None:
    (asked,) = check_sop(LOOSE, unsure=("langkah.7.lanjut",))
    assert repair_of(LOOSE, asked) is not None, "the repair itself is there"
    assert [repair for _, repair in findings_with_repairs(LOOSE, unsure=("langkah.7.lanjut",))] == [
        None
    ]
    assert apply_all(LOOSE, unsure=("langkah.7.lanjut",)) == LOOSE
    assert apply_all(LOOSE) == CLEAN
