"""Where a refused draft goes."""

from runut.core.sop.model import Langkah
from runut.core.sop.proposals.ways_back import is_checking, propose_ways_back
from tests.sop.lain import CUTI
from tests.sop.test_read_and_print import SEED, read, table


def test_the_three_checking_steps_of_the_seed_go_back_to_the_improving_one() -> None:
    found = propose_ways_back(read(SEED))
    assert [(way.from_no, way.to_no) for way in found] == [("7", "6"), ("8", "6"), ("9", "6")]
    assert all("Langkah 6" in way.alasan for way in found)


def test_a_step_that_has_its_way_back_needs_no_proposal() -> None:
    sop = table("1\tMenyusun draft\t√", "2\tMemeriksa draft\t\t\t<Ya→3; Tidak→1>", "3\tMengirim\t√")
    assert propose_ways_back(sop) == ()


def test_a_draft_goes_back_to_where_it_was_written_not_to_another_checker() -> None:
    found = [(way.from_no, way.to_no) for way in propose_ways_back(CUTI)]
    assert [pair for pair in found if pair[0] != "2"] == [("4", "3"), ("5", "3"), ("6", "3")]


def test_what_counts_as_checking() -> None:
    for kegiatan in (
        "Memeriksa draft",
        "Menelaah dan menandatangani",
        "Mereviu laporan",
        "Mengetik dan memaraf",
        "Mengoreksi naskah",
        "Memverifikasi data",
    ):
        assert is_checking(Langkah("1", kegiatan)), kegiatan
    for kegiatan in (
        "Menyusun hasil pemeriksaan",
        "Mengisi dan menandatangani daftar hadir",
        "Menugaskan Staf untuk memeriksa persediaan",
        "Mengirim surat untuk ditandatangani",
        "",
    ):
        assert not is_checking(Langkah("1", kegiatan)), kegiatan
