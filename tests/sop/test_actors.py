"""Who does a step whose mark was lost: proposed with a reason and a confidence, for any SOP."""

import re
from dataclasses import replace

import pytest

from runut.core.sop.model import SOP, Sumber
from runut.core.sop.proposals.actors import UNSURE, Usulan, apply_best, propose_actors
from runut.core.sop.proposals.rank import abbreviates
from runut.core.sop.text.parse import read_sop_text
from runut.core.sop.text.print import print_sop_text
from tests.sop.lain import ALL, CUTI, RENJA, SURAT_MASUK, truth, without_marks
from tests.sop.test_read_and_print import SEED, read


def proposals(sop: SOP) -> dict[str, Usulan]:
    return {one.langkah_no: one for one in propose_actors(sop)}


def best(sop: SOP) -> dict[str, str]:
    return {no: one.calon[0].nama for no, one in proposals(sop).items()}


def test_the_nine_steps_of_the_seed_find_their_actors() -> None:
    assert best(read(SEED)) == {
        "1": "Kasubag",
        "2": "Staf",
        "3": "Staf",
        "4": "Kasubag",
        "5": "Tim",
        "6": "Tim",
        "7": "Kasubag",
        "8": "Kabag",
        "9": "Karo",
    }


def test_only_the_two_open_steps_of_the_seed_are_unsure_and_name_the_alternative() -> None:
    found = proposals(read(SEED))
    assert [no for no, one in found.items() if not one.is_sure] == ["4", "6"]
    assert found["4"].calon[1].nama == "Kabag"
    assert found["6"].calon[1].nama == "Staf"
    assert all(0.5 < found[no].calon[0].keyakinan < UNSURE for no in ("4", "6"))


def test_every_proposal_says_that_it_is_one_and_why() -> None:
    for one in propose_actors(read(SEED)):
        for calon in one.calon:
            assert calon.sumber is Sumber.USULAN and calon.alasan.endswith(".")
        assert sum(calon.keyakinan for calon in one.calon) <= 1.01
    found = proposals(read(SEED))
    assert "Langkah 1 menugaskan Staf" in found["2"].calon[0].alasan
    assert "Output langkah 8" in found["9"].calon[0].alasan


@pytest.mark.parametrize("sop", [SURAT_MASUK, CUTI, RENJA], ids=lambda sop: sop.judul)
def test_other_procedures_with_lost_marks_are_found_again(sop: SOP) -> None:
    found, expected = best(without_marks(sop)), truth(sop)
    right = sum(found[no] == name for no, name in expected.items())
    assert right / len(expected) >= 0.8, {no: found[no] for no in expected}


def test_most_steps_of_procedures_that_the_rules_were_not_made_on_are_found() -> None:
    right = count = 0
    for sop in ALL:
        found, expected = best(without_marks(sop)), truth(sop)
        right += sum(found[no] == name for no, name in expected.items())
        count += len(expected)
    assert right / count >= 0.8, (right, count)


def test_what_is_sure_is_right() -> None:
    for sop in ALL:
        expected = truth(sop)
        for no, one in proposals(without_marks(sop)).items():
            assert not one.is_sure or one.calon[0].nama == expected[no], (sop.judul, no)


def test_titles_that_mean_nothing_are_found_by_what_the_text_says_of_them() -> None:
    text = SEED
    for letter, name in zip("ABCDE", ("Kasubag", "Staf", "Tim", "Kabag", "Karo"), strict=True):
        text = re.sub(rf"\b{name}\b", f"Pejabat {letter}", text)
    found = best(read(text))
    named = {no: found[no][-1] for no in ("1", "2", "3", "4", "5", "8", "9")}
    assert named == {"1": "A", "2": "B", "3": "B", "4": "A", "5": "C", "8": "D", "9": "E"}


def test_a_step_that_has_an_actor_is_taken_as_given_and_helps_the_others() -> None:
    sop = read(SEED)
    known = apply_best(sop, [one for one in propose_actors(sop) if one.langkah_no in "78"])
    assert {step.no for step in known.langkah if step.pelaksana} == {"7", "8"}
    assert sorted(proposals(known)) == ["1", "2", "3", "4", "5", "6", "9"]


def test_applying_the_best_fills_every_step_and_changes_nothing_else() -> None:
    sop = read(SEED)
    filled = apply_best(sop, propose_actors(sop))
    assert all(len(step.pelaksana) == 1 for step in filled.langkah)
    assert without_marks(filled) == sop
    assert propose_actors(filled) == ()
    printed, _ = read_sop_text(print_sop_text(filled))
    assert printed is not None and truth(printed) == best(sop)


def test_without_columns_there_is_nothing_to_propose() -> None:
    assert propose_actors(replace(read(SEED), pelaksana=())) == ()


def test_a_crowd_of_columns_and_steps_is_answered() -> None:
    head = "No.\tKegiatan\tPelaksana" + "\t" * 50 + "Mutu Baku\t\t\tKeterangan\n\t\t"
    head += "\t".join(f"Petugas {n}" for n in range(50)) + "\tKelengkapan\tWaktu\tOutput\n"
    sop = read(head + "".join(f"{n}\tMenyusun laporan {n}\n" for n in range(1, 41)))
    assert len(propose_actors(sop)) == 40


def test_a_short_title_stands_for_a_post_by_pieces_of_its_words() -> None:
    assert abbreviates("Karo", "KEPALA BIRO ADMINISTRASI PIMPINAN")
    assert abbreviates("Kepala Dinas", "KEPALA DINAS KESEHATAN")
    assert not abbreviates("Kabag", "KEPALA BIRO ADMINISTRASI PIMPINAN")
    assert not abbreviates("Staf", "KEPALA BIRO ADMINISTRASI PIMPINAN")
