"""Sentences of strangers: nearly every false one is found, no true one is called false."""

from runut.core.kinerja.model import Pejabat
from runut.core.report.claims.check import check_words
from runut.core.report.lakip.keys import penyebab_key
from tests.claims.strangers import FALSE, LATER_FALSE, LATER_TRUE, TRUE, draft_with
from tests.report.sample import DATA

HERE = penyebab_key("S1")


def test_fifty_eight_of_sixty_false_sentences_are_found() -> None:
    assert len(FALSE) == 60
    missed = [one for one in FALSE if not check_words(draft_with(*one)).contradictions]
    assert len(missed) <= 2, missed


def test_no_true_sentence_is_called_false_or_asked_about() -> None:
    assert len(TRUE) == 120
    for one in TRUE:
        found = check_words(draft_with(*one))
        assert (found.contradictions, found.questions) == ((), ()), one


def test_of_the_later_ones_most_are_found_and_no_true_one_is_called_false() -> None:
    missed = [one for one in LATER_FALSE if not _found(*one)]
    assert len(missed) <= 7, missed
    assert [one for one in LATER_TRUE if _found(*one)] == []


def _found(key: str, line: str) -> bool:
    return bool(check_words(draft_with(key, line, DATA)).contradictions)


def test_another_indicators_unit_is_no_unit_of_this_one() -> None:
    key, said = HERE, "Prevalensi stunting balita tahun 2025 sebesar 14,2 kasus."
    assert [one.kode for one in check_words(draft_with(key, said)).contradictions] == ["angka"]
    right = said.replace("kasus", "persen")
    assert check_words(draft_with(key, right)).contradictions == ()


def test_what_names_no_indicator_is_asked_only_where_none_at_hand_bears_it_out() -> None:
    def asked(words: str) -> list[str]:
        return [one.said for one in check_words(draft_with(HERE, words, DATA)).questions]

    assert asked("Capaian kinerja menurun dibandingkan tahun lalu.") == ["menurun"]
    assert asked("Realisasi tahun ini sebesar 91,3 dari target yang ditetapkan.") == ["91,3"]
    assert asked("Realisasi tahun ini sebesar 87,55.") == []
    assert asked("Capaian layanan administrasi mencapai 100 persen setiap bulan.") == []
    assert asked("Indeks kepuasan layanan pimpinan naik menjadi 87,55.") == []


def test_the_officials_of_the_office_are_called_by_their_own_names() -> None:
    """The register of the office knows more than the head."""
    post = Pejabat("Kepala Bidang Pelayanan Kesehatan", "drg. Wahyu Hidayat, M.Kes.")
    staff = [Pejabat("Staf", "Adi"), Pejabat("Staf", "Ida")]

    def named(words: str) -> list[str]:
        found = check_words(draft_with(HERE, words), pejabat=(post, *staff))
        return [one.said for one in found.contradictions]

    wrong = "Kepala Bidang Pelayanan Kesehatan, dr. Slamet Raharjo, M.Si., memimpin rapat."
    assert named(wrong) == ["Kepala Bidang Pelayanan Kesehatan: dr. Slamet Raharjo, M.Si."]
    title = "drg. Wahyu Hidayat, M.M., Kepala Bidang Pelayanan Kesehatan, memimpin rapat."
    assert len(named(title)) == 1
    for true in (
        title.replace("M.M.", "M.Kes."),
        "Mantan " + wrong,
        "Kepala Bidang Pelayanan Kesehatan memimpin rapat bersama dr. Slamet Raharjo, M.Si.",
        "Kepala Puskesmas Sukadana, dr. Slamet Raharjo, M.Si., memimpin rapat.",
    ):
        assert named(true) == [], true
