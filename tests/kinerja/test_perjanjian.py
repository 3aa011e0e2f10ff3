"""A report agrees with its Perjanjian Kinerja only where the signed record says the same."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from runut.core.kinerja.model import Terukur
from runut.core.kinerja.perjanjian import (
    Jawab,
    Perjanjian,
    Pihak,
    compare_pk,
    janji_of,
    missing_of,
    program_of,
    sesuai_pk,
)
from runut.core.report.blocks import Letterhead
from runut.core.report.papers.perjanjian_kinerja import compose_perjanjian
from runut.core.report.text import write_text
from tests.kinerja import buku

RINA, MARIA = Pihak("Kepala Bagian", "Rina"), Pihak("Kepala", "Maria")

example = lru_cache(buku.example)


def _pk() -> Perjanjian:
    data = example()
    day = date(2025, 1, 10)
    return Perjanjian(2025, 0, "Pontianak", day, RINA, MARIA, janji_of(data), program_of(data))


def test_without_a_record_nothing_is_said() -> None:
    assert sesuai_pk(None, example()).jawab is Jawab.TIDAK_DIPERIKSA
    assert sesuai_pk(_pk(), example(), is_signed=False).jawab is Jawab.TIDAK_DIPERIKSA


def test_the_targets_that_were_signed_agree() -> None:
    answer = sesuai_pk(_pk(), example())
    assert answer.jawab is Jawab.YA and answer.beda == ()
    assert "10 Januari 2025" in answer.kalimat


@settings(deadline=None)
@given(st.integers(0, 9), st.decimals(1, 500, places=1))
def test_another_target_is_named_with_its_cell(nomor: int, nilai: Decimal) -> None:
    data = example()
    rows = list(data.indikators)
    nomor %= len(rows)
    before = rows[nomor].target
    rows[nomor] = replace(rows[nomor], target=Terukur(nilai, before.sel))
    found = compare_pk(_pk(), replace(data, indikators=tuple(rows)))
    assert len(found) == (before.nilai != nilai)
    assert all(one.sel == before.sel and one.id == rows[nomor].id for one in found)


def test_a_target_that_only_one_of_them_has_is_named() -> None:
    data, pk = example(), _pk()
    assert (
        "tidak dilaporkan"
        in compare_pk(pk, replace(data, indikators=data.indikators[1:]))[0].kalimat
    )
    assert "tidak ada dalam" in compare_pk(replace(pk, janji=pk.janji[1:]), data)[0].kalimat


def test_the_same_number_written_otherwise_is_the_same_target() -> None:
    pk = _pk()
    for words in ("97,00%", "97", "97 persen", "97,0 Persen"):
        said = replace(pk.janji[1], target=words)
        assert compare_pk(replace(pk, janji=(pk.janji[0], said, *pk.janji[2:])), example()) == ()


def test_a_bare_number_is_printed_with_its_unit_and_words_as_they_are() -> None:
    pk = _pk()
    words = replace(pk.janji[0], target="90 dari 100 acara")
    paper = compose_perjanjian(replace(pk, janji=(words, *pk.janji[1:])), Letterhead(("A",)))
    said = write_text(paper)
    for one in ("90 dari 100 acara", "97%", "8 menit"):
        assert one in said, one
    assert "acara indeks" not in said and "BB predikat" not in said


def test_what_is_missing_is_asked_before_it_is_frozen() -> None:
    assert missing_of(_pk()) == ()
    bare = Perjanjian(2025, 1, "", date(2026, 2, 1), Pihak("", ""), MARIA, ())
    told = " ".join(missing_of(bare))
    for word in ("Pihak pertama", "Tempat", "sesudah tahun 2025", "Belum ada target", "Dasar"):
        assert word in told, word


def test_it_is_the_same_after_it_was_stored() -> None:
    assert Perjanjian.from_dict(_pk().to_dict()) == _pk()
