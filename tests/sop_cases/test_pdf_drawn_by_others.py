"""PDF pages as offices print them: open tables, undivided columns, boxes across, loops in a row."""

from datetime import date

import pytest

from tests.sop_cases.reading import FILES, codes_of, line_of, reading_of, sop_of

TRUTH = [
    "1 Staf mulai: >2",
    "2 Kasi keputusan: Tidak>3 Ya>4",
    "3 Staf proses: >4",
    "4 Kasi selesai:",
]
OTHERWISE = {"08_box_over_two_columns.pdf", "10_decision_loops_within_row.pdf",
             "11_start_then_process_same_row.pdf"}  # fmt: skip
PAGES = sorted(path.name for path in FILES.glob("*.pdf"))


@pytest.mark.parametrize("name", PAGES)
def test_the_identity_is_read_whatever_the_lines_are(name: str) -> None:
    sop = sop_of(name)
    assert (sop.nomor, sop.judul) == ("SOP-01/CONTOH/2030", "Contoh")
    assert sop.tanggal_pembuatan == date(2030, 1, 2)
    assert sop.tanggal_revisi == date(2030, 2, 3)
    assert sop.tanggal_efektif == date(2030, 3, 4)
    assert sop.disahkan_oleh.jabatan == "Kepala Dinas Contoh"
    signer = "Nama Pejabat" if "with_signer" in name else ""
    assert (sop.disahkan_oleh.nama, sop.disahkan_oleh.nip) == (signer, None)
    assert sop.pelaksana == ("Staf", "Kasi", "Kepala")


@pytest.mark.parametrize("name", [name for name in PAGES if name not in OTHERWISE])
def test_the_steps_are_the_truth_and_sure(name: str) -> None:
    sop = sop_of(name)
    assert [line_of(step) for step in sop.langkah] == TRUTH
    assert all(one.keyakinan >= 0.8 for step in sop.langkah for one in step.pelaksana)


def test_a_box_over_two_columns_is_both_actors_and_asked() -> None:
    name = "08_box_over_two_columns.pdf"
    steps = sop_of(name).langkah
    assert line_of(steps[2]) == "3 Staf+Kasi proses: >4"
    assert all(one.keyakinan < 0.8 for one in steps[2].pelaksana)
    assert "baca.pelaksana-kurang-pasti" in codes_of(name)


def test_an_answer_whose_line_lies_behind_a_box_is_kept_and_asked() -> None:
    name = "08_box_over_two_columns.pdf"
    assert line_of(sop_of(name).langkah[1]) == TRUTH[1]
    assert "baca.cabang-disimpulkan" in codes_of(name)
    assert reading_of(name).asal["langkah.2.lanjut"].keyakinan < 0.8


def test_a_decision_may_lead_to_a_box_of_its_own_row() -> None:
    steps = sop_of("10_decision_loops_within_row.pdf").langkah
    assert line_of(steps[1]) == "2 Kasi+Staf(proses) keputusan: Ya>4 [Kasi Tidak>Staf]"


def test_a_capsule_may_lead_to_a_box_of_its_own_row() -> None:
    steps = sop_of("11_start_then_process_same_row.pdf").langkah
    assert line_of(steps[0]) == "1 Staf+Kasi(proses) mulai: >2 [Staf >Kasi]"
