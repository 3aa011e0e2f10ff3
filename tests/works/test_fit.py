"""Which kind of work is proposed for a step, by the whole SOP it stands in."""

from dataclasses import replace
from pathlib import Path

import pytest

from runut.core.sop.model import Bentuk, Lanjut
from runut.office.reports.register import propose_report
from runut.office.works.kind import SopContext
from runut.office.works.register import KINDS, possible_kinds, propose_kind
from tests.sop.lain import ALL, CUTI
from tests.works.sops import fit, kinds, procedure, sop_text, step

SEED = Path(__file__).parents[2] / "examples" / "sop" / "penyusunan-lakip.txt"

RESCUE = sop_text(
    "PENYELAMATAN KORBAN",
    ("Kepala Seksi", "Tim"),
    ("Menerima laporan kejadian", "Kepala Seksi", "Laporan kejadian", "Laporan tercatat"),
    ("Memerintahkan tim penyelamat berangkat", "Kepala Seksi", "Laporan tercatat", "Perintah"),
    ("Menyelamatkan korban", "Tim", "Perintah", "Korban selamat"),
)
LETTER = sop_text(
    "PENERBITAN SURAT",
    ("Staf", "Kabag"),
    ("Mengonsep surat", "Staf", "Bahan", "Konsep surat"),
    ("Menandatangani surat", "Kabag", "Konsep surat", "Surat"),
)
INVITATION = sop_text(
    "PENERBITAN UNDANGAN",
    ("Staf", "Kabag"),
    ("Membuat undangan rapat", "Staf", "Permintaan", "Undangan"),
    ("Menandatangani undangan", "Kabag", "Undangan", "Undangan ditandatangani"),
    ("Mengirim undangan", "Staf", "Undangan ditandatangani", "Tanda terima"),
)
PERMIT = sop_text(
    "PELAYANAN IZIN",
    ("Petugas",),
    ("Menerima berkas permohonan", "Petugas", "Permohonan", "Berkas permohonan"),
    ("Memeriksa kelengkapan berkas", "Petugas", "Berkas permohonan", "Berkas lengkap"),
    ("Mengembalikan berkas", "Petugas", "Berkas permohonan", "Tanda terima"),
    ("Memproses izin", "Petugas", "Berkas lengkap", "Izin"),
)
PLAN = sop_text(
    "PENYUSUNAN RENCANA KERJA",
    ("Staf", "Kabag"),
    ("Menyusun rencana kerja", "Staf", "Renstra", "Rancangan rencana kerja"),
    ("Menyempurnakan rencana kerja", "Staf", "Rancangan rencana kerja", "Rencana kerja"),
    ("Memeriksa rencana kerja", "Kabag", "Rencana kerja", "Rencana kerja diparaf"),
)


def test_the_seed_is_called_held_recorded_written_checked_and_signed() -> None:
    assert kinds(SEED.read_text(encoding="utf-8")) == {
        "1": "panggil_rapat",
        "2": "undangan",
        "3": "kesiapan",
        "4": "buka_rapat",
        "5": "bahas",
        "6": "sempurnakan",
        "7": "periksa",
        "8": "periksa",
        "9": "tandatangan",
    }


def test_a_rescue_order_is_an_order_and_no_meeting() -> None:
    assert kinds(RESCUE) == {"1": "umum", "2": "penugasan", "3": "umum"}
    meetings = ("panggil_rapat", "undangan", "kesiapan", "buka_rapat", "bahas")
    fits = [fit(RESCUE, "2", kind) for kind in meetings]
    assert not any(one.is_possible for one in fits)
    assert {one.reason for one in fits} == {"SOP ini tidak mengadakan rapat."}


def test_an_order_is_not_possible_where_nothing_follows() -> None:
    assert not fit(RESCUE, "3", "penugasan").is_possible


def test_a_letter_that_an_earlier_step_wrote_is_signed() -> None:
    assert kinds(LETTER) == {"1": "umum", "2": "tandatangan"}
    assert "Langkah 1" in fit(LETTER, "2", "tandatangan").reason


def test_what_nobody_wrote_is_neither_checked_nor_signed() -> None:
    for kind in ("periksa", "tandatangan"):
        assert not fit(LETTER, "1", kind).is_possible


def test_an_invitation_in_an_sop_that_holds_no_meeting_is_a_general_step() -> None:
    assert kinds(INVITATION) == {"1": "umum", "2": "tandatangan", "3": "umum"}


def test_a_diamond_about_an_applicants_papers_decides_and_gives_no_paraf() -> None:
    of = procedure(PERMIT)
    ways = (Lanjut("3", "Tidak"), Lanjut("4", "Ya"))
    diamond = replace(step(of, "2"), bentuk=Bentuk.KEPUTUSAN, lanjut=ways)
    rows = tuple(diamond if one.no == "2" else one for one in of.sop.langkah)
    drawn = SopContext(replace(of.sop, langkah=rows), of.report)

    kind, why = propose_kind(drawn, diamond)

    assert (kind.name, kind.mark) == ("umum", "")
    assert why.reason == "Langkah ini memutuskan jalan selanjutnya."


def test_improving_a_plan_that_is_no_report_is_a_general_step() -> None:
    assert propose_report(procedure(PLAN).sop) == ("", "")
    assert kinds(PLAN) == {"1": "umum", "2": "umum", "3": "periksa"}
    assert fit(PLAN, "2", "sempurnakan").reason == "SOP ini tidak menyusun laporan."


def test_a_leave_request_has_no_report() -> None:
    assert propose_report(CUTI) == ("", "")
    of = SopContext(CUTI)
    proposed = {propose_kind(of, one)[0].name for one in CUTI.langkah}
    assert "sempurnakan" not in proposed


@pytest.mark.parametrize("sop", ALL, ids=lambda sop: sop.judul)
def test_every_step_has_one_proposal_of_those_that_are_possible(sop: object) -> None:
    of = SopContext(sop)  # type: ignore[arg-type]
    for one in of.sop.langkah:
        kind, why = propose_kind(of, one)
        assert (kind, why) in possible_kinds(of, one)
        assert why.reason.endswith(".")
    assert len({kind.name for kind in KINDS}) == len(KINDS)
