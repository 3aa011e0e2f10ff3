"""Two indicators said at once, last year held against this one, places among all, gaps."""

import pytest

from tests.claims.templates import judged


def _outcomes(text: str, needs: str, truth: str) -> set[str]:
    template = {"id": text, "kind": "indikator", "truth": truth, "text": text, "needs": needs}
    return {one.outcome for one in judged([template], seed=3, times=3)}


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Baik {ind} maupun {ind2} sama-sama mencapai target.", "missed"),
        ("{ind} serta {ind2} belum mencapai target.", "reached"),
        ("Selain {ind}, {ind2} juga telah mencapai target.", "missed"),
    ],
)
def test_what_is_said_of_both_must_be_true_of_each(text: str, needs: str) -> None:
    assert _outcomes(text, needs, "false") == {"found"}


def test_an_indicator_that_is_only_compared_with_is_not_meant() -> None:
    text = "Berbeda dengan {ind2}, {ind} mencapai target."
    assert _outcomes(text, "reached", "true") == {"left alone"}


@pytest.mark.parametrize(
    ("text", "needs", "truth", "outcome"),
    [
        ("Tahun lalu {ind} lebih tinggi daripada tahun ini.", "naik, rose", "false", "found"),
        ("Tahun lalu {ind} lebih tinggi daripada tahun ini.", "naik, fell", "true", "left alone"),
        ("Ketimbang tahun {tahunlalu}, {ind} lebih kecil.", "naik, rose", "false", "found"),
        ("Ketimbang tahun {tahunlalu}, {ind} lebih kecil.", "naik, fell", "true", "left alone"),
    ],
)
def test_last_year_may_stand_first(text: str, needs: str, truth: str, outcome: str) -> None:
    assert _outcomes(text, needs, truth) == {outcome}


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("{ind} masih menyisakan kekurangan terhadap target.", "reached"),
        ("{ind} termasuk kelompok indikator yang belum memenuhi target.", "reached"),
        ("{ind} belum memuaskan karena masih di bawah target.", "naik, reached"),
        ("Kegagalan mencapai target terjadi pada {ind}.", "reached"),
        ("Ketidaktercapaian target {ind} disebabkan oleh cuaca.", "reached"),
    ],
)
def test_a_gap_is_a_missed_target(text: str, needs: str) -> None:
    assert _outcomes(text, needs, "false") == {"found"}


@pytest.mark.parametrize(
    "text",
    [
        "Keberhasilan mencapai target {ind} bergantung pada kerja sama lintas sektor.",
        "Dalam rangka mencapai target {ind}, dibentuk tim terpadu.",
        "Sebelum ada tambahan petugas, {ind} belum mencapai target.",
        "Tidak benar apabila {ind} dikatakan gagal.",
        "Agar {ind} mencapai target, dibutuhkan dukungan semua pihak.",
    ],
)
def test_what_depends_or_was_so_for_a_while_is_no_claim(text: str) -> None:
    assert _outcomes(text, "any", "none") == {"left alone"}


def test_no_other_is_lower_only_than_the_lowest() -> None:
    text = "Dari seluruh indikator, tidak ada yang capaiannya lebih rendah daripada {ind}."
    assert _outcomes(text, "reached, some_missed", "false") == {"found"}
