"""Repairs: each takes its finding away and adds none; what is left needs a person."""

from collections import Counter
from dataclasses import replace
from itertools import permutations
from random import Random

import pytest

from runut.core.findings import Refused
from runut.core.sop.checks.all import check_sop
from runut.core.sop.mending.model import key_of_finding
from runut.core.sop.mending.repairs import (
    MENDERS,
    apply_all,
    apply_repair,
    findings_with_repairs,
)
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut, Pelaksana, Waktu
from runut.core.sop.text.parse import read_sop_text
from runut.core.sop.text.print import print_sop_text
from tests.sop.lain import ALL
from tests.sop_mend.catalogue.clean import CLEAN
from tests.sop_mend.catalogue.examples import EXAMPLES
from tests.sop_mend.catalogue.model import both, field, step
from tests.sop_mend.corpus import SEED
from tests.sop_mend.mended import repairs_of

NEEDS_A_PERSON = {
    "identitas.nomor-kosong": "the number is given by the office",
    "identitas.nip-kosong": "the NIP is known to its owner",
    "identitas.nama-janggal": "a person's name is never corrected",
    "peringatan.tanpa-tenggat": "the deadline is a fact",
    "peralatan.hanya-dokumen": "which tools are used is a fact",
    "keterkaitan.tidak-dipakai": "use it or strike it: the owner knows",
    "istilah.lama": "the title and the names of other SOPs are theirs",
    "langkah.tanpa-pelaksana": "who acts is confirmed, never assumed",
    "kegiatan.kembar": "told apart by the actor, once he is confirmed",
    "output.kegiatan": "what the step leaves is a fact",
    "output.bukan-hasil-kegiatan": "what the step leaves is a fact",
    "kelengkapan.peristiwa": "what the step needs is a fact",
    "waktu.rapat-terhitung-ganda": "one meeting or two: the owner knows",
    "aliran.tanpa-jalan-kembali": "after the last step a yes leads to a step still to be written",
    "data.draft-tanpa-asal": "a missing step is never invented",
    "undangan.tanpa-tanda-tangan": "who signs is a fact",
    "laporan.tanpa-data": "a missing step is never invented",
    "laporan.tanpa-tindak-lanjut": "a missing step is never invented",
    "data.masukan-belum-ada": "whose work it is depends on the actors confirmed",
}


LAST = Langkah(
    "10",
    "Menyimpan salinan Laporan Kinerja.",
    (Pelaksana("Petugas"),),
    Bentuk.SELESAI,
    ("Tanda terima",),
    Waktu("5 menit", 5),
    ("Salinan Laporan Kinerja",),
)


def spoilt_twice(count: int) -> list[SOP]:
    """Clean SOPs with two faults of the catalogue, the same every time."""
    pairs = list(permutations(EXAMPLES, 2))
    Random(3).shuffle(pairs)
    found = []
    for first, second in pairs:
        try:
            found.append(second.spoil(first.spoil(CLEAN)))
        except KeyError:
            continue
        if len(found) == count:
            break
    return found


OTHER_FAULTS = (
    step("3", bentuk=Bentuk.KEPUTUSAN, lanjut=(Lanjut("4"), Lanjut("5")))(CLEAN),
    step("7", lanjut=(Lanjut("8", "Tidak"), Lanjut("6")))(CLEAN),
    step("9", bentuk=Bentuk.PROSES, lanjut=(Lanjut("8"),))(CLEAN),
    step("3", output=())(CLEAN),
    step("3", kelengkapan=())(CLEAN),
    step("4", waktu=Waktu("3O menitt"))(CLEAN),
    both(
        step("9", bentuk=Bentuk.PROSES, lanjut=(Lanjut("10"),)),
        step("4", bentuk=Bentuk.SELESAI),
        lambda sop: replace(sop, langkah=(*sop.langkah, LAST)),
    )(CLEAN),
    field(dasar_hukum=(*CLEAN.dasar_hukum, "Peraturan Daerah Nomor3 Tahun 2O19 tentang Arsip"))(
        CLEAN
    ),
)
CORPUS = (
    SEED,
    *ALL,
    *(entry.spoil(CLEAN) for entry in EXAMPLES),
    *OTHER_FAULTS,
    *spoilt_twice(20),
)


def kinds(sop: SOP) -> Counter[str]:
    return Counter(finding.kode for finding in check_sop(sop))


def test_after_all_repairs_the_seed_has_only_what_needs_a_person() -> None:
    mended = apply_all(SEED)
    left = {finding.kode for finding in check_sop(mended)}
    assert left <= NEEDS_A_PERSON.keys()
    assert len(check_sop(mended)) <= len(check_sop(SEED)) - 18
    assert repairs_of(mended) == ()


def test_repairs_never_give_a_step_an_actor_or_add_or_drop_a_step() -> None:
    mended = apply_all(SEED)
    assert [step.no for step in mended.langkah] == [step.no for step in SEED.langkah]
    assert not any(step.pelaksana for step in mended.langkah)
    assert mended.disahkan_oleh == SEED.disahkan_oleh and mended.nomor is None


def test_every_repair_takes_its_finding_away_and_adds_none() -> None:
    tried: set[str] = set()
    for sop in CORPUS:
        before = kinds(sop)
        for repair in repairs_of(sop):
            tried.add(repair.kode)
            assert repair.key not in set(map(key_of_finding, check_sop(repair.hasil))), repair
            more = kinds(repair.hasil) - before
            assert not set(more) - {"dasar-hukum.tidak-diperiksa"}, (repair.key, more)
    assert tried == set(MENDERS), set(MENDERS) - tried


def test_a_repair_says_what_it_changes_and_is_taken_by_its_key() -> None:
    for repair in repairs_of(SEED):
        assert repair.pesan.endswith(".") and repair.hasil != SEED
        assert apply_repair(SEED, repair.key) == repair.hasil


def test_a_repair_that_no_longer_fits_is_refused() -> None:
    key = repairs_of(SEED)[0].key
    mended = apply_repair(SEED, key)
    assert isinstance(mended, SOP)
    again = apply_repair(mended, key)
    assert isinstance(again, Refused) and again.kode == "sudah_berubah"
    assert isinstance(apply_repair(SEED, "karangan/1/"), Refused)


@pytest.mark.parametrize(
    ("kode", "words"),
    [
        ("aliran.tanpa-jalan-kembali/7/", "Ya ke langkah 8, Tidak ke langkah 6"),
        ("kegiatan.bukan-kata-kerja/5/", "“Melaksanakan”"),
        ("dasar-hukum.kurang//", "Perpres 29/2014, PermenPANRB 88/2021, PermenPANRB 35/2012"),
        ("simbol.kapsul-hilang//mulai selesai", "Langkah 1"),
        ("data.nama-berbeda/3/Laporan kesiapan bahan dan ruangan rapat", "di seluruh langkah"),
    ],
)
def test_the_words_of_some_repairs_of_the_seed(kode: str, words: str) -> None:
    (found,) = [repair for repair in repairs_of(SEED) if repair.key == kode]
    assert words in found.pesan


def test_a_way_back_makes_a_decision_with_both_answers() -> None:
    mended = apply_repair(SEED, "aliran.tanpa-jalan-kembali/7/")
    assert isinstance(mended, SOP)
    assert mended.step("7").bentuk is Bentuk.KEPUTUSAN
    assert mended.step("7").lanjut == (Lanjut("8", "Ya"), Lanjut("6", "Tidak"))


def test_a_mended_sop_is_kept_as_text_and_read_back_with_the_same_findings() -> None:
    for repair in repairs_of(SEED):
        read, problems = read_sop_text(print_sop_text(repair.hasil))
        assert read == repair.hasil and not problems, repair.key


def test_each_finding_is_told_beside_its_repair() -> None:
    told = findings_with_repairs(SEED)
    assert tuple(finding for finding, _ in told) == check_sop(SEED)
    offered = {repair.key for _, repair in told if repair}
    assert offered == {repair.key for repair in repairs_of(SEED)}
    assert all(key_of_finding(finding) == repair.key for finding, repair in told if repair)


@pytest.mark.parametrize(
    ("kegiatan", "output"),
    [
        ("Menyusun konsep surat jawaban.", ("Konsep surat jawaban",)),
        ("Membuat undangan", ("Undangan",)),
        ("Menyusun dan mengirim surat.", None),
        ("Menyusun jadwal untuk rapat.", None),
        ("Memeriksa konsep surat.", None),
    ],
)
def test_an_empty_output_is_filled_only_with_what_the_activity_makes(
    kegiatan: str, output: tuple[str, ...] | None
) -> None:
    empty = step("3", kegiatan=kegiatan, output=())(CLEAN)
    mended = apply_repair(empty, "mutu-baku.kosong/3/Output")
    if output is None:
        assert isinstance(mended, Refused)
    else:
        assert isinstance(mended, SOP) and mended.step("3").output == output


def test_a_time_is_never_made_up() -> None:
    empty = step("4", waktu=Waktu(""))(CLEAN)
    assert repairs_of(empty) == ()


def test_exits_are_labelled_only_where_one_leads_down_and_one_up() -> None:
    bare = step("7", lanjut=(Lanjut("8"), Lanjut("6")))(CLEAN)
    mended = apply_repair(bare, "aliran.keputusan-kurang-cabang/7/")
    assert isinstance(mended, SOP) and mended == CLEAN
    for ways in ((Lanjut("8"), Lanjut("9")), (Lanjut("8", "Tidak"), Lanjut("6"))):
        odd = step("7", lanjut=ways)(CLEAN)
        assert isinstance(apply_repair(odd, "aliran.keputusan-kurang-cabang/7/"), Refused)


def test_a_last_step_that_goes_back_is_not_made_the_end() -> None:
    turning = step("9", bentuk=Bentuk.PROSES, lanjut=(Lanjut("8"),))(CLEAN)
    assert "simbol.kapsul-hilang//selesai" not in {repair.key for repair in repairs_of(turning)}


def test_once_the_actors_are_confirmed_more_can_be_mended() -> None:
    confirmed = replace(
        SEED,
        langkah=tuple(
            replace(one, pelaksana=(Pelaksana(name),))
            for one, name in zip(
                SEED.langkah,
                "Kasubag Staf Staf Kasubag Tim Tim Kasubag Kabag Karo".split(),  # noqa: SIM905
                strict=True,
            )
        ),
    )
    mended = apply_all(confirmed)
    assert mended.step("8").kegiatan.endswith("di tingkat Kabag.")
    assert mended.step("8").kelengkapan == ("Draft akhir LAKIP hasil pemeriksaan Kasubag",)
    left = {finding.kode for finding in check_sop(mended)}
    assert left == NEEDS_A_PERSON.keys() - {
        "langkah.tanpa-pelaksana",
        "kegiatan.kembar",
        "data.masukan-belum-ada",
    }


def test_a_name_in_an_activity_stays_where_no_mark_says_the_same() -> None:
    said = step("5", kegiatan="Pemeriksa membahas draft Laporan Kinerja.")(CLEAN)
    assert isinstance(apply_repair(said, "kegiatan.ada-subjek/5/"), Refused)
    marked = step("5", kegiatan="Petugas membahas draft Laporan Kinerja.")(CLEAN)
    mended = apply_repair(marked, "kegiatan.ada-subjek/5/")
    assert isinstance(mended, SOP)
    assert mended.step("5").kegiatan == "Membahas draft Laporan Kinerja."


def test_an_empty_input_is_not_filled_with_an_act_or_a_spoken_word() -> None:
    for left in ("Memimpin rapat", "Rapat persiapan", "Arahan lisan"):
        before = step("3", kelengkapan=())(step("2", output=(left,))(CLEAN))
        assert isinstance(apply_repair(before, "mutu-baku.kosong/3/Kelengkapan"), Refused), left
