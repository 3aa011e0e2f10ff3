"""A clean SOP of any kind gets no finding, and no repair is offered for it.

That a legal basis is not in the catalogue is said, and is no flaw.
"""

import pytest

from runut.core.sop.checks.all import check_sop
from runut.core.sop.model import SOP, Bentuk
from runut.core.sop.text.parse import read_sop_text
from runut.core.sop.text.print import print_sop_text
from tests.sop_mend.corpus import CLEAN_SOPS, SURAT_MASUK
from tests.sop_mend.mended import repairs_of


@pytest.mark.parametrize("sop", CLEAN_SOPS, ids=lambda sop: sop.judul)
def test_a_clean_sop_gets_no_finding_and_no_repair(sop: SOP) -> None:
    found = [f for f in check_sop(sop) if f.kode != "dasar-hukum.tidak-diperiksa"]
    assert [finding.pesan for finding in found] == []
    assert repairs_of(sop) == ()


@pytest.mark.parametrize("sop", CLEAN_SOPS, ids=lambda sop: sop.judul)
def test_a_clean_sop_printed_and_read_again_is_the_same_sop(sop: SOP) -> None:
    assert read_sop_text(print_sop_text(sop)) == (sop, ())


def test_the_clean_sops_are_of_many_kinds() -> None:
    assert len(CLEAN_SOPS) == 8
    decisions = [sum(s.bentuk is Bentuk.KEPUTUSAN for s in sop.langkah) for sop in CLEAN_SOPS]
    ends = [sum(s.bentuk is Bentuk.SELESAI for s in sop.langkah) for sop in CLEAN_SOPS]
    assert {1, 2, 3, 4} <= set(decisions) and {1, 2} <= set(ends)


def test_the_letter_example_has_eleven_steps_two_decisions_and_parallel_work() -> None:
    assert len(SURAT_MASUK.langkah) == 11
    assert sum(step.bentuk is Bentuk.KEPUTUSAN for step in SURAT_MASUK.langkah) == 2
    assert [way.ke for way in SURAT_MASUK.step("4").lanjut] == ["5", "6"]
    assert [way.ke for way in SURAT_MASUK.step("5").lanjut] == ["7"]
    assert [actor.nama for actor in SURAT_MASUK.step("7").pelaksana] == ["Tim", "Staf"]
