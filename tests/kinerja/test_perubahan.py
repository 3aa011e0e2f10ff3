"""What changes between two versions of a year is listed field by field: old, new, difference."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from runut.core.findings import Finding, Level, Place
from runut.core.kinerja.isi import butir_of
from runut.core.kinerja.jawaban import keyed, refuse_reason
from runut.core.kinerja.model import DataKinerja, Terukur
from runut.core.kinerja.perubahan import (
    BERKALI_LIPAT,
    Jenis,
    compare_butir,
    compare_versions,
    findings_of,
    rows_of,
)
from tests.kinerja import buku

contoh = lru_cache(buku.example)


def _with(data: DataKinerja, nomor: int, **changes: object) -> DataKinerja:
    rows = list(data.indikators)
    rows[nomor] = replace(rows[nomor], **changes)  # type: ignore[arg-type]
    return replace(data, indikators=tuple(rows))


def test_the_same_figures_change_nothing() -> None:
    assert compare_versions(contoh(), contoh()) == ()


def test_a_figure_that_changed_is_told_with_its_place_and_difference() -> None:
    data = contoh()
    new = _with(data, 0, realisasi=Terukur(Decimal("90.5"), "Indikator!H4"))
    (change,) = compare_versions(data, new)
    assert (change.judul, change.lama, change.baru, change.selisih, change.sel) == (
        "Indikator IKU-1: Realisasi",
        "89,74",
        "90,5",
        "+0,76",
        "Indikator!H4",
    )
    assert change.kali == "" and findings_of([change]) == ()


def test_a_figure_that_slipped_tenfold_is_a_finding_at_its_cell() -> None:
    data = contoh()
    new = _with(data, 0, realisasi=Terukur(Decimal("897.4"), "Indikator!H4"))
    (finding,) = findings_of(compare_versions(data, new))
    assert finding.kode == BERKALI_LIPAT and finding.letak.sel == "Indikator!H4"
    assert "89,74 menjadi 897,4, 10 kali lipat" in finding.pesan


def test_a_figure_that_fell_to_a_tenth_is_one_too() -> None:
    data = contoh()
    new = _with(data, 0, realisasi=Terukur(Decimal("8.974"), "Indikator!H4"))
    assert "1/10 kali lipat" in findings_of(compare_versions(data, new))[0].pesan


def test_a_row_that_is_gone_is_one_thing() -> None:
    data = contoh()
    new = replace(data, indikators=data.indikators[1:])
    old_fields, new_fields = butir_of(data), butir_of(new)
    rows = rows_of(old_fields, new_fields, compare_butir(old_fields, new_fields))
    assert [(one.milik, one.jenis) for one in rows] == [("Indikator IKU-1", Jenis.HILANG)]
    assert rows[0].nama == "Indeks kepuasan layanan keprotokolan"


def test_a_row_that_moved_is_no_change() -> None:
    data = contoh()
    assert compare_versions(data, replace(data, indikators=data.indikators[::-1])) == ()


@settings(deadline=None)
@given(st.integers(0, 5), st.decimals(1, 10**9, places=2))
def test_every_figure_that_is_typed_over_is_found(nomor: int, nilai: Decimal) -> None:
    data = contoh()
    new = _with(data, nomor, target=Terukur(nilai, "Indikator!G4"))
    changed = compare_versions(data, new)
    assert len(changed) == (data.indikators[nomor].target.nilai != nilai)


def test_a_finding_is_known_again_when_its_row_moved() -> None:
    one = Finding("a", Level.WARNING, "Lembar X, sel H4: angka 9 aneh.", "", Place(sel="X!H4"))
    moved = replace(one, pesan="Lembar X, sel H9: angka 9 aneh.", letak=Place(sel="X!H9"))
    other = replace(one, pesan="Lembar X, sel H4: angka 8 aneh.")
    assert keyed([one]).keys() == keyed([moved]).keys() != keyed([other]).keys()
    assert len(keyed([one, moved])) == 2


def test_ya_is_no_reason() -> None:
    for words in ("", "ya", "benar", "ya ya ya", "sudah benar"):
        assert refuse_reason(words) is not None, words
    assert refuse_reason("Alat ukur baru dipakai sejak Maret") is None
