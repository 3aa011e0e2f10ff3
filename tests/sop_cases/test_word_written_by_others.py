"""Word files as offices write them: titles, pictures, details, labels side by side, changes."""

import pytest

from tests.sop_cases.reading import codes_of, line_of, reading_of, sop_of


@pytest.mark.parametrize(
    ("name", "jabatan", "nama"),
    [
        ("dis_kesehatan.docx", "Kepala Dinas Kesehatan", ""),
        ("dis_plt.docx", "Plt. Kepala Dinas Pendidikan", "Budi Santoso, S.Sos., M.Si"),
    ],
)
def test_a_title_is_never_split_into_title_and_name(name: str, jabatan: str, nama: str) -> None:
    signed = sop_of(name).disahkan_oleh
    assert (signed.jabatan, signed.nama) == (jabatan, nama)


def test_a_short_date_is_a_date() -> None:
    assert str(sop_of("dis_kesehatan.docx").tanggal_efektif) == "2026-01-12"


def test_times_of_details_lie_within_the_time_of_their_step_or_are_asked() -> None:
    step = sop_of("sub.docx").langkah[0]
    assert step.waktu.teks == "1 hari"
    assert step.output == ("Konsep balasan", "Data terkumpul")
    assert "baca.waktu-rincian" in codes_of("sub.docx")


def test_a_picture_is_a_mark_whose_shape_is_asked() -> None:
    reading = reading_of("gdocs_pic.docx")
    assert reading.sop is not None
    actors = [(one.nama, one.keyakinan) for s in reading.sop.langkah for one in s.pelaksana]
    assert actors == [(n, 1.0) for n in ("Petugas", "Kasi", "Analis", "Kadis", "Petugas")]
    assert "baca.simbol-berupa-gambar" in codes_of("gdocs_pic.docx")
    assert reading.asal["langkah.1.bentuk"].keyakinan < 0.8


def test_the_sign_of_minutes_is_understood() -> None:
    assert sop_of("waktu.docx").langkah[0].waktu.menit_kerja == 10


@pytest.mark.parametrize("name", ["a_group.docx", "d_lines.docx"])
def test_which_of_two_exits_side_by_side_is_ya_is_asked(name: str) -> None:
    reading = reading_of(name)
    assert "baca.label-cabang-kurang-pasti" in codes_of(name)
    assert reading.asal["langkah.4.lanjut"].keyakinan < 0.8
    assert reading.asal["langkah.2.lanjut"].keyakinan >= 0.8


def test_unaccepted_changes_and_comments_are_said() -> None:
    assert {"baca.perubahan-belum-diterima", "baca.komentar"} <= codes_of("h_tracked.docx")


def test_what_was_read_right_stays_right() -> None:
    assert [step.no for step in sop_of("g_1a1b_sub.docx").langkah] == [
        "1a", "1b", "2", "3a", "3b", "4", "5",
    ]  # fmt: skip
    steps = [line_of(step) for step in sop_of("e_twotables.docx").langkah]
    assert steps[1] == "2 Kasubag Umum proses: >3" and len(steps) == 6
