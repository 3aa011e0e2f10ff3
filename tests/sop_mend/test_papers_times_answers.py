"""Papers made too late or by nobody, times against the whole, answers given in a diamond."""

from dataclasses import replace

import pytest

from runut.core.sop.checks.all import check_sop
from runut.core.sop.checks.waktu import longest_way, stated_whole
from runut.core.sop.form.waktu import parse_waktu
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut, Pelaksana
from runut.core.sop.proposals.ways_back import propose_ways_back
from runut.core.words.spelling import find_slips
from tests.sop_mend.catalogue.clean import CLEAN
from tests.sop_mend.catalogue.model import both, step
from tests.sop_mend.corpus import SURAT_MASUK


def kodes(sop: SOP) -> list[str]:
    return [finding.kode for finding in check_sop(sop)]


# ---- papers ---------------------------------------------------------------------------------


def test_a_paper_that_comes_back_on_a_loop_is_not_too_late() -> None:
    """Step 6 takes the notes that step 7 writes when it sends the draft back."""
    notes = both(
        step("7", kegiatan="Memeriksa draft akhir Laporan Kinerja dan menulis catatan perbaikan."),
        step("7", output=("Draft akhir Laporan Kinerja berparaf Pemeriksa", "Catatan perbaikan")),
        step("6", kelengkapan=("Draft Laporan Kinerja", "Notulen rapat", "Catatan perbaikan")),
    )(CLEAN)
    assert "data.masukan-dibuat-kemudian" not in kodes(notes)


def test_what_comes_from_outside_is_not_asked_for() -> None:
    for item in ("Formulir isian", "DPA", "Buku agenda", "Surat permohonan", "Komputer"):
        more = step("3", kelengkapan=("Data kinerja tervalidasi", item))(CLEAN)
        assert kodes(more) == [], item
    for item in ("Disposisi anggaran", "Rekomendasi ahli", "Berita acara"):
        told = step("4", keterangan="Diterima dari unit lain")(
            step("4", kelengkapan=("Draft Laporan Kinerja", item))(CLEAN)
        )
        assert "data.masukan-tanpa-asal" not in kodes(told), item


def test_an_output_that_is_recorded_or_given_away_is_used() -> None:
    recorded = replace(
        step("3", output=("Draft Laporan Kinerja", "Grafik"))(CLEAN),
        pencatatan=(*CLEAN.pencatatan, "Grafik"),
    )
    assert kodes(recorded) == []


# ---- times ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("Apabila surat tidak selesai paling lama 3 hari kerja, maka pengirim kecewa", 1350),
        ("Jika total waktu melebihi 2 jam, maka dilaporkan", 120),
        ("Waktu penyelesaian paling lama 30 menit", 30),
        ("Apabila pengaduan tidak diselesaikan dalam 10 hari kerja, maka dilaporkan", 4500),
        ("Apabila terlambat 3 hari, maka ditegur", None),
        ("Jika tidak dikirim paling lambat akhir Februari, maka terlambat", None),
    ],
)
def test_the_time_of_the_whole_is_read_from_the_warnings(words: str, minutes: int | None) -> None:
    found = stated_whole(replace(CLEAN, peringatan=(words,)))
    assert (found[1] if found else None) == minutes


def test_parallel_work_counts_once_and_ways_back_do_not_count() -> None:
    """Steps 5 and 6 take a day each, at the same time; step 8 may go back to 7."""
    sums = sum(one.waktu.menit_kerja or 0 for one in SURAT_MASUK.langkah)
    assert longest_way(SURAT_MASUK) == sums - 450


# ---- answers --------------------------------------------------------------------------------


def checking(*after: Langkah) -> SOP:
    """A draft, its check in a box, and what follows."""
    first = Langkah("1", "Menyusun surat.", (Pelaksana("A"),), lanjut=(Lanjut("2"),))
    second = Langkah("2", "Memeriksa surat.", (Pelaksana("B"),), lanjut=(Lanjut("3"),))
    return SOP("SURAT", (first, second, *after), ("A", "B", "C"))


def question(kegiatan: str, actor: str) -> Langkah:
    ways = (Lanjut("4", "Ya"), Lanjut("1", "Tidak"))
    return Langkah("3", kegiatan, (Pelaksana(actor),), Bentuk.KEPUTUSAN, lanjut=ways)


LAST = Langkah("4", "Mengirim surat.", (Pelaksana("A"),), Bentuk.SELESAI)


def test_a_check_is_answered_by_the_question_after_it() -> None:
    assert propose_ways_back(checking(question("Surat sudah benar?", "B"), LAST)) == ()
    assert propose_ways_back(checking(question("Menandatangani surat.", "B"), LAST)) == ()


def test_the_check_of_another_does_not_answer_for_it() -> None:
    found = propose_ways_back(checking(question("Menandatangani surat.", "C"), LAST))
    assert [(way.from_no, way.to_no) for way in found] == [("2", "1")]


def test_a_check_may_refuse_downwards() -> None:
    ways = (Lanjut("4", "Ya"), Lanjut("5", "Tidak"))
    refusing = Langkah("3", "Memeriksa berkas.", (Pelaksana("C"),), Bentuk.KEPUTUSAN, lanjut=ways)
    assert [w.from_no for w in propose_ways_back(checking(refusing, LAST))] == ["2"]


# ---- words ----------------------------------------------------------------------------------


REAL_WORDS = """
penerapan pendaftaran pendanaan melampirkan menegaskan penegasan teknik preseden evakuasi
administratif koordinatif peringkatan pembaharuan perawatan pencantuman percaturan
"""


@pytest.mark.parametrize("word", REAL_WORDS.split())
def test_a_word_of_its_own_is_no_slip(word: str) -> None:
    assert find_slips(word) == ()


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("Lapran", "Laporan"),
        ("instransi", "instansi"),
        ("PELAKSANNA", "PELAKSANA"),
        ("notulnesi", "notulensi"),
        ("Kelengkpan", "Kelengkapan"),
        ("memerikssa", "memeriksa"),
    ],
)
def test_a_letter_too_few_too_many_or_changed_over_is_a_slip(slip: str, meant: str) -> None:
    assert find_slips(slip) == ((slip, meant),)


def test_times_of_another_unit_are_told_with_their_steps() -> None:
    mixed = step("6", waktu=parse_waktu("2 hari kalender"))(CLEAN)
    (found,) = check_sop(mixed)
    assert "“hari kalender” pada langkah 6" in found.pesan and found.letak.langkah == "6"


def test_a_step_that_names_its_own_sop_needs_no_link() -> None:
    own = step("3", keterangan="Lihat SOP Penyusunan Laporan Kinerja")(CLEAN)
    named = step("3", rujukan_sop=("Penyusunan Laporan Kinerja",))(own)
    assert kodes(named) == []


def test_an_activity_begun_with_the_noun_is_the_twin_of_the_one_with_the_verb() -> None:
    twins = step("6", kegiatan="Penyusunan draft Laporan Kinerja")(CLEAN)
    assert kodes(twins).count("kegiatan.kembar") == 1
