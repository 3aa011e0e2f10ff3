"""The review forms: "ya" only against another source, filled is called filled, people judge."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from runut.core.kinerja.model import DataKinerja, Sasaran
from runut.core.kinerja.perjanjian import Janji, Perjanjian, Pihak, janji_of, sesuai_pk
from runut.core.report.lakip.review.answers import ARTI, Bukti, Jawaban
from runut.core.report.lakip.review.attest import attest, findings_of
from runut.core.report.lakip.review.sources import HANYA_BUKU, Pembanding
from tests.report.sample import ADUAN, DATA, EMPTY_WORDS, PROFIL, at, with_indikator

PERSONS = ("II.1", "II.3", "II.5", "II.6", "II.7", "III.5", "III.8", "III.10")
FILLED = (
    *("I.1", "I.2", "I.3", "I.4", "I.5", "I.6", "II.2", "II.4", "III.2", "III.7", "3.a.1"),
    *(f"3.b.{n}" for n in range(1, 10)),
)


def answers(
    data: DataKinerja, texts: dict[str, str] | None = None, sources: Pembanding = HANYA_BUKU
) -> dict[str, Jawaban]:
    return {one.nomor: one for one in attest(data, texts or {}, sources).jawaban}


def signed(data: DataKinerja = DATA, **changed: Any) -> Perjanjian:
    """What the parties signed in January, by default what the report now says."""
    party = Pihak("Kepala Biro", "Sari")
    pk = Perjanjian(2025, 0, "Pontianak", date(2025, 1, 20), party, party, janji_of(data))
    return replace(pk, **changed)


def beside(pk: Perjanjian, data: DataKinerja = DATA) -> Pembanding:
    return Pembanding(perjanjian=pk, sesuai=sesuai_pk(pk, data))


def last_year(**realisasi: str) -> DataKinerja:
    """The figures of 2024 as they were reported then: those that 2025 repeats, unless said."""
    told = {"IKU-1": "84", "IKU-2": "15", "IKU-3": "92"} | {
        key.replace("_", "-"): value for key, value in realisasi.items()
    }
    return replace(
        DATA,
        tahun=2024,
        indikators=tuple(
            replace(one, realisasi=at("F1", told[one.id]))
            for one in DATA.indikators
            if told[one.id]
        ),
    )


def test_all_points_of_the_forms_are_answered_once_and_in_order() -> None:
    found = attest(DATA, {}).jawaban
    assert [one.nomor for one in found] == [
        *(f"I.{n}" for n in range(1, 7)),
        *(f"II.{n}" for n in range(1, 8)),
        *(f"III.{n}" for n in range(1, 11)),
        *(f"3.a.{n}" for n in range(1, 7)),
        *(f"3.b.{n}" for n in range(1, 10)),
    ]
    assert all(one.alasan and one.pernyataan.endswith(".") for one in found)
    assert {one.jawab for one in found} <= {*ARTI}


def test_a_workbook_alone_is_filled_and_no_point_of_it_is_answered_yes() -> None:
    found = answers(DATA)
    assert {n for n, one in found.items() if one.jawab == "terisi"} == {*FILLED}
    assert Counter(one.jawab for one in found.values())["ya"] == 0
    assert Counter(one.jawab for one in found.values())["tidak"] == 0


def test_every_yes_names_the_source_it_was_compared_with() -> None:
    sources = replace(
        beside(signed()),
        tahun_lalu=last_year(),
        naskah="Draft akhir versi 1",
        tanda_tangan="Draft akhir versi 1",
        laporan_lalu="LAKIP 2024",
    )
    found = answers(DATA, {}, sources)
    yes = {n for n, one in found.items() if one.jawab == "ya"}
    assert yes == {"I.2", "III.1", "III.4", "3.a.1", "3.a.2", "3.a.3", "3.b.3", "3.b.5"}
    assert all(found[n].dibandingkan for n in yes)
    assert not any(one.dibandingkan for one in found.values() if one.jawab == "terisi")


@pytest.mark.parametrize("number", PERSONS)
def test_what_only_a_person_can_judge_is_left_to_him_with_the_evidence(number: str) -> None:
    evidence = (Bukti("Notulen rapat", "/dokumen/1/"),)
    found = answers(DATA, {}, Pembanding(bukti={number: evidence}))[number]
    assert (found.jawab, found.bukti) == ("perlu orang", evidence)


def test_a_typed_date_of_the_agreement_answers_nothing() -> None:
    assert DATA.pk_tanggal
    for found in (answers(DATA), answers(DATA, {}, Pembanding(sesuai=sesuai_pk(None, DATA)))):
        assert found["III.1"].jawab == found["III.4"].jawab == "perlu orang"
        assert found["I.2"].jawab == found["3.b.3"].jawab == "terisi"


def test_an_agreement_that_nobody_signed_answers_nothing() -> None:
    unsigned = Pembanding(sesuai=sesuai_pk(signed(), DATA, is_signed=False))
    found = answers(DATA, {}, unsigned)
    assert found["III.1"].jawab == found["III.4"].jawab == "perlu orang"
    assert "belum ditandatangani" in found["III.4"].alasan


def test_a_target_that_differs_from_the_signed_one_is_answered_no_and_named() -> None:
    changed = with_indikator(replace(ADUAN, target=at("Indikator!E6", "20")))
    found = answers(changed, {}, beside(signed(), changed))
    assert {n for n, one in found.items() if one.jawab == "tidak"} >= {"I.2", "III.4", "3.b.3"}
    assert "20" in found["III.4"].alasan and "12" in found["III.4"].alasan
    assert found["III.1"].jawab == "ya", "the sasaran are still those that were promised"
    assert found["III.6"].jawab == "tidak", "and now an explanation is owed"


def test_a_sasaran_that_was_not_promised_is_answered_no_and_named() -> None:
    promised = tuple(
        replace(one, sasaran="Sasaran lain") if one.id == "IKU-3" else one for one in janji_of(DATA)
    )
    found = answers(DATA, {}, beside(signed(janji=promised)))["III.1"]
    assert found.jawab == "tidak"
    assert "Meningkatnya mutu perencanaan tidak diperjanjikan" in found.alasan
    assert "Sasaran lain tidak dilaporkan" in found.alasan


def test_a_promise_that_is_not_reported_is_answered_no() -> None:
    more = (*janji_of(DATA), Janji("IKU-9", "S", "Indikator lain", "%", "90"))
    assert answers(DATA, {}, beside(signed(janji=more)))["III.4"].jawab == "tidak"


def test_last_years_figures_are_held_against_last_years_own_data() -> None:
    assert answers(DATA, {}, Pembanding(tahun_lalu=last_year()))["3.b.5"].jawab == "ya"
    odd = answers(DATA, {}, Pembanding(tahun_lalu=last_year(IKU_1="86")))["3.b.5"]
    assert odd.jawab == "tidak"
    assert "realisasi 2024 Indeks kepuasan layanan pimpinan" in odd.alasan
    part = answers(DATA, {}, Pembanding(tahun_lalu=last_year(IKU_3="")))["3.b.5"]
    assert (part.jawab, part.dibandingkan) == ("terisi", "")
    assert "2 dari 3" in part.alasan


def test_without_draft_or_signature_in_the_case_people_are_asked() -> None:
    found = answers(DATA)
    assert found["3.a.1"].jawab == "terisi"
    assert {found[f"3.a.{n}"].jawab for n in range(2, 7)} == {"perlu orang"}
    assert answers(replace(DATA, sasarans=(), indikators=()))["3.a.1"].jawab == "tidak"


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
    told = {one.kode for one in findings_of(attest(EMPTY_WORDS, {}))}
    assert {"reviu.I.5", "lakip.analisis5"} <= told


def test_a_conditional_point_applies_only_after_a_no_and_then_asks_for_words() -> None:
    assert answers(DATA)["III.3"].jawab == "perlu orang"
    assert answers(DATA, {}, beside(signed()))["III.3"].jawab == "tidak berlaku"
    misaligned = replace(DATA, sasarans=(replace(DATA.sasarans[0], tujuan=""), DATA.sasarans[1]))
    assert answers(misaligned)["III.2"].jawab == "tidak"
    assert answers(misaligned)["III.3"].jawab == "tidak"
    explained = answers(misaligned, {"bab2.renstra": "Tujuan sedang direviu."})
    assert explained["III.3"].jawab == "terisi"
    assert answers(misaligned, {"bab2.renstra": "Ya."})["III.3"].jawab == "tidak"


def test_an_indicator_without_source_or_owner_is_noticed_and_yes_is_neither() -> None:
    for word in ("", "ya", "-", "terlampir"):
        found = answers(with_indikator(replace(ADUAN, sumber_data=word, penanggung_jawab=word)))
        assert found["II.2"].jawab == found["II.4"].jawab == "tidak"
        assert ADUAN.nama in found["II.2"].alasan


def test_important_facts_of_the_office_may_come_from_words_instead_of_the_workbook() -> None:
    poor = replace(DATA, profil=replace(PROFIL, struktur=()))
    assert "struktur organisasi" in answers(poor)["I.1"].alasan
    told = {"bab1.struktur": "Unit ini memiliki dua bagian."}
    assert answers(poor, told)["I.1"].jawab == "terisi"
    assert answers(poor, {"bab1.struktur": "Ada."})["I.1"].jawab == "tidak"


def test_parts_of_an_indicator_are_held_by_the_source_and_the_owner_of_the_whole() -> None:
    whole = replace(ADUAN, target=at("", None), realisasi=at("", None))
    parts = tuple(
        replace(ADUAN, id=f"IKU-2.{n}", induk_id="IKU-2", sumber_data="", penanggung_jawab="")
        for n in (1, 2)
    )
    data = replace(DATA, indikators=(DATA.indikators[0], whole, *parts, DATA.indikators[2]))
    found = answers(data)
    assert "4 indikator" in found["I.2"].alasan, "what is measured: two parts, not their whole"
    assert found["I.2"].jawab == found["II.2"].jawab == found["II.4"].jawab == "terisi"


def test_an_aim_with_its_own_indicators_is_promised_by_name_or_by_id() -> None:
    aim = Sasaran("T1", "Tata kelola yang baik")
    own = replace(ADUAN, id="IKT-1", sasaran_id="T1")
    data = replace(DATA, tujuans=(aim,), indikators=(*DATA.indikators, own))
    assert answers(data, {}, beside(signed(data), data))["III.1"].jawab == "ya"
    named = tuple(
        replace(one, sasaran=aim.nama) if one.id == "IKT-1" else one for one in janji_of(data)
    )
    assert answers(data, {}, beside(signed(data, janji=named), data))["III.1"].jawab == "ya"
    assert answers(data, {}, beside(signed(DATA), data))["III.1"].jawab == "tidak"
