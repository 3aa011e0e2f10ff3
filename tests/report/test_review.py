"""The review forms: the machine answers what the data can answer, people the rest."""

from collections import Counter
from dataclasses import replace

from runut.core.kinerja.model import DataKinerja
from runut.core.report.lakip.review import Jawaban, review_report
from tests.report.sample import ADUAN, DATA, EMPTY_WORDS, PROFIL, with_indikator


def answers(data: DataKinerja, texts: dict[str, str] | None = None) -> dict[str, Jawaban]:
    return {one.nomor: one for one in review_report(data, texts or {})}


def test_all_points_of_the_forms_are_answered_once_and_in_order() -> None:
    numbers = [one.nomor for one in review_report(DATA, {})]
    assert numbers == [
        *(f"I.{n}" for n in range(1, 7)),
        *(f"II.{n}" for n in range(1, 8)),
        *(f"III.{n}" for n in range(1, 11)),
        *(f"3.a.{n}" for n in range(1, 7)),
        *(f"3.b.{n}" for n in range(1, 10)),
    ]
    assert all(one.alasan and one.pernyataan.endswith(".") for one in review_report(DATA, {}))


def test_a_complete_report_has_no_point_answered_no() -> None:
    counts = Counter(one.jawab for one in review_report(DATA, {}))
    assert counts["tidak"] == 0
    assert counts["ya"] > 20


def test_what_only_a_person_can_judge_is_left_to_a_person() -> None:
    found = answers(DATA)
    for number in ("II.1", "II.5", "II.6", "II.7", "III.5", "III.8", "III.10", "3.a.4", "3.a.6"):
        assert found[number].jawab == "perlu orang"


def test_missing_words_turn_the_points_about_them_to_no_and_say_what_is_missing() -> None:
    found = answers(EMPTY_WORDS)
    assert {n for n, one in found.items() if one.jawab == "tidak"} == {
        "I.5",
        "3.b.2",
        "3.b.7",
        "3.b.9",
    }
    assert found["3.b.7"].alasan.startswith("Kurang: uraian penyebab")
    assert found["I.5"].letak == "Bab IV.B"


def test_a_conditional_point_applies_only_after_a_no_and_then_asks_for_words() -> None:
    assert answers(DATA)["III.3"].jawab == "tidak berlaku"
    misaligned = replace(DATA, sasarans=(replace(DATA.sasarans[0], tujuan=""), DATA.sasarans[1]))
    assert answers(misaligned)["III.2"].jawab == "tidak"
    assert answers(misaligned)["III.3"].jawab == "tidak"
    explained = answers(misaligned, {"bab2.renstra": "Tujuan sedang direviu."})
    assert explained["III.3"].jawab == "ya"
    assert answers(DATA)["III.6"].jawab == "perlu orang"


def test_an_indicator_without_source_owner_or_agreement_date_is_noticed() -> None:
    found = answers(
        replace(with_indikator(replace(ADUAN, sumber_data="", penanggung_jawab="")), pk_tanggal="")
    )
    assert found["II.2"].jawab == "tidak"
    assert ADUAN.nama in found["II.2"].alasan
    assert found["II.4"].jawab == "tidak"
    assert found["III.1"].jawab == found["III.4"].jawab == "perlu orang"


def test_important_facts_of_the_office_may_come_from_words_instead_of_the_workbook() -> None:
    poor = replace(DATA, profil=replace(PROFIL, struktur=()))
    assert "struktur organisasi" in answers(poor)["I.1"].alasan
    assert answers(poor, {"bab1.struktur": "Unit ini memiliki dua bagian."})["I.1"].jawab == "ya"
