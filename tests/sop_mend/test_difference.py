"""The difference between two versions: field by field, step by step, in plain sentences."""

from dataclasses import replace

import pytest

from runut.core.sop.mending.change import renumbered, with_step
from runut.core.sop.mending.difference import Kind, difference, word_pieces
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut, Pelaksana
from tests.sop_mend.catalogue.clean import CLEAN
from tests.sop_mend.catalogue.examples import EXAMPLES
from tests.sop_mend.corpus import CLEAN_SOPS, REPAIRED, SEED
from tests.sop_mend.mended import repairs_of


def sentences(old: SOP, new: SOP) -> list[str]:
    return [change.pesan for change in difference(old, new)]


@pytest.mark.parametrize("sop", CLEAN_SOPS, ids=lambda sop: sop.judul)
def test_a_version_does_not_differ_from_itself(sop: SOP) -> None:
    assert difference(sop, sop) == ()


def test_whatever_is_changed_is_told() -> None:
    for entry in EXAMPLES:
        assert difference(CLEAN, entry.spoil(CLEAN)), entry.kode
    for repair in repairs_of(SEED):
        assert difference(SEED, repair.hasil), repair.key


def test_a_changed_field_is_told_with_both_wordings() -> None:
    assert sentences(CLEAN, replace(CLEAN, nomor="7")) == [
        "NOMOR SOP diubah dari “CONTOH/001/2026” menjadi “7”."
    ]
    assert sentences(CLEAN, replace(CLEAN, nomor=None)) == [
        "NOMOR SOP dikosongkan; semula “CONTOH/001/2026”."
    ]
    assert sentences(replace(CLEAN, tanggal_revisi=None), CLEAN) == [
        "TANGGAL REVISI diisi “1 Februari 2027”."
    ]


def test_lines_of_a_list_come_go_and_are_reworded() -> None:
    more = replace(CLEAN, peralatan=("Komputer dan pencetak warna", "Kamera"))
    assert sentences(CLEAN, more) == [
        "PERALATAN/PERLENGKAPAN diubah dari “Komputer dan pencetak” menjadi "
        "“Komputer dan pencetak warna”.",
        "PERALATAN/PERLENGKAPAN ditambah “Kamera”.",
    ]
    turned = replace(CLEAN, pencatatan=CLEAN.pencatatan[::-1])
    assert [c.jenis for c in difference(CLEAN, turned)] == [Kind.MOVED]


def test_a_decision_is_told_by_its_symbol_and_its_ways() -> None:
    plain = with_step(CLEAN, "7", bentuk=Bentuk.PROSES, lanjut=(Lanjut("8"),))
    assert sentences(plain, CLEAN) == [
        "Simbol langkah 7 diubah dari “kotak” menjadi “belah ketupat keputusan”.",
        "Arah setelah langkah 7 diubah dari “ke langkah 8” menjadi "
        "“Ya ke langkah 8, Tidak ke langkah 6”.",
    ]


def test_a_step_put_in_is_added_and_the_others_only_get_new_numbers() -> None:
    moved = renumbered(CLEAN, {str(n): str(n if n < 3 else n + 1) for n in range(1, 10)})
    new = Langkah("3", "Menghitung capaian.", (Pelaksana("Tim"),), lanjut=(Lanjut("4"),))
    steps = (*moved.langkah[:2], new, *moved.langkah[2:])
    longer = with_step(replace(moved, langkah=steps), "2", lanjut=(Lanjut("3"),))
    assert sentences(CLEAN, longer) == [
        "Arah setelah langkah 2 diubah dari “ke langkah 4” menjadi “ke langkah 3”.",
        "Langkah 3, “Menghitung capaian.”, ditambahkan setelah langkah 2.",
        "Nomor langkah berubah: 3 menjadi 4, 4 menjadi 5, 5 menjadi 6, 6 menjadi 7, 7 menjadi 8, "
        "8 menjadi 9, 9 menjadi 10.",
    ]


def test_a_step_taken_out_and_a_step_moved() -> None:
    fewer = replace(CLEAN, langkah=CLEAN.langkah[:3] + CLEAN.langkah[4:])
    assert sentences(CLEAN, fewer)[0].startswith("Langkah 4, “Menyiapkan undangan")
    steps = CLEAN.langkah
    turned = replace(CLEAN, langkah=(*steps[:3], steps[4], steps[3], *steps[5:]))
    (moved,) = difference(CLEAN, turned)
    assert moved.jenis is Kind.MOVED and "dipindah setelah langkah 5" in moved.pesan


def test_the_nearest_wording_is_the_same_step() -> None:
    told = sentences(SEED, REPAIRED)
    assert any(
        "“Menyempurnakan draft LAKIP.” menjadi “Menyempurnakan draft LAKIP" in t for t in told
    )
    assert any("Menyusun draft awal LAKIP.”, ditambahkan" in sentence for sentence in told)


def test_pieces_and_text_for_a_page_and_a_mail() -> None:
    pieces = word_pieces("Draft awal LAKIP Biro", "Draft akhir LAKIP")
    assert [(piece.jenis, piece.teks) for piece in pieces] == [
        (None, "Draft"),
        (Kind.REMOVED, "awal"),
        (Kind.ADDED, "akhir"),
        (None, "LAKIP"),
        (Kind.REMOVED, "Biro"),
    ]
