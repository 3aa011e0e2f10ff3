"""What a machine sees in the words and figures of a report is told as counts with their places."""

from dataclasses import replace

import pytest

from runut.core.kinerja.model import Analisis, DataKinerja
from runut.core.report.lakip.review.attest import attest, findings_of
from runut.core.report.lakip.review.facts import Fakta
from runut.core.report.lakip.sections import editable_sections
from runut.core.report.lakip.wording import copies_in, has_number, is_short, names_cause
from tests.report.sample import ADUAN, ANALISIS, DATA, DOKUMEN, at, with_indikator

LONG = (
    "Keterlambatan turun dari 11 menit menjadi 9 menit karena jadwal pimpinan disusun dua minggu "
    "sebelumnya bersama perangkat daerah."
)


def facts(data: DataKinerja, texts: dict[str, str] | None = None) -> dict[str, Fakta]:
    return {one.kode: one for one in attest(data, texts or {}).fakta}


def with_words(**words: str) -> DataKinerja:
    """Both sasaran told in the same words."""
    return replace(DATA, analisis=tuple(replace(one, **words) for one in ANALISIS))


def all_yes(word: str) -> DataKinerja:
    """Everything that people write says the same one word."""
    said = tuple(Analisis(one.sasaran_id, *[word] * 4) for one in ANALISIS)
    profil = replace(
        DATA.profil,
        tugas=word,
        struktur=((word, word),),
        pegawai=((word, 1),),
        isu_strategis=(word,),
    )
    indikators = tuple(
        replace(one, sumber_data=word, penanggung_jawab=word) for one in DATA.indikators
    )
    return replace(DATA, analisis=said, profil=profil, indikators=indikators)


@pytest.mark.parametrize("word", ["ya", "Ya", "ya.", "sudah", "OK", "✓", "ya, ada", "-"])
def test_everything_filled_with_yes_answers_no_point_and_shows_as_facts(word: str) -> None:
    data = all_yes(word)
    texts = {one.key: word for one in editable_sections(data)}
    said = attest(data, texts)
    by_number = {one.nomor: one.jawab for one in said.jawaban}
    assert "ya" not in by_number.values()
    for number in ("I.1", "I.5", "II.2", "II.4", "3.b.2", "3.b.7", "3.b.9"):
        assert by_number[number] == "tidak", number
    assert said.matriks.terisi < said.matriks.jumlah
    assert any("hanya tertulis" in one.pesan for one in said.kurang)
    fact = facts(data, texts)["hanya_ya"]
    assert (fact.jumlah, fact.dari) == (8, 8)
    assert "sasaran 1, penyebab" in fact.letak


def test_short_words_without_number_or_cause_are_counted_with_their_places() -> None:
    found = facts(with_words(penyebab="Dokumen disampaikan ke bagian."))
    assert found["pendek"].kalimat == "8 dari 8 uraian kurang dari 10 kata."
    for kode in ("tanpa_angka", "tanpa_sebab"):
        assert (found[kode].jumlah, found[kode].dari) == (2, 2)
        assert found[kode].letak == ("sasaran 1, penyebab", "sasaran 2, penyebab")


def test_a_reason_with_number_and_cause_is_none_of_these() -> None:
    found = facts(with_words(penyebab=LONG))
    assert found["tanpa_angka"].jumlah == found["tanpa_sebab"].jumlah == 0
    assert found["pendek"].jumlah == 6


def test_copies_are_told_even_where_only_the_numbers_differ() -> None:
    data = replace(
        DATA,
        analisis=(
            replace(ANALISIS[0], penyebab=LONG),
            replace(ANALISIS[1], penyebab=LONG.replace("11", "14").replace("dua minggu", "lama")),
        ),
    )
    found = facts(data)["salinan"]
    assert found.jumlah == 1
    assert found.letak == ("sasaran 2, penyebab seperti sasaran 1, penyebab",)
    assert facts(DATA)["salinan"].jumlah == 0


def test_many_different_texts_are_no_copies_and_many_equal_ones_all_are() -> None:
    different = [
        f"Sebab {chr(97 + n)}{chr(98 + n)} berbeda {chr(99 + n)}{chr(97)}" for n in range(9)
    ]
    assert copies_in(different) == ()
    assert copies_in([LONG] * 4) == ((1, 0), (2, 0), (3, 0))


def test_national_standards_are_counted_and_silence_is_named() -> None:
    found = facts(with_indikator(replace(DOKUMEN, tanpa_standar_nasional=False)))
    assert found["standar_nasional"].kalimat == (
        "1 dari 2 sasaran dibandingkan dengan standar nasional (1 dari 3 indikator; 1 dinyatakan "
        "tidak ada standarnya)."
    )
    assert found["standar_tidak_disebut"].letak == (DOKUMEN.nama,)


def test_what_is_not_measured_and_what_differs_from_the_renstra_is_named() -> None:
    assert facts(with_indikator(replace(DOKUMEN, realisasi=at("F7", None))))["terukur"].letak == (
        DOKUMEN.nama,
    )
    moved = facts(with_indikator(replace(ADUAN, target=at("E6", "14"))))["target_renstra"]
    assert (moved.jumlah, moved.dari, moved.letak) == (1, 3, (ADUAN.nama,))


@pytest.mark.parametrize("text", ["Tiga dari empat tercapai", "naik 2 poin", "separuh anggaran"])
def test_numbers_are_seen_in_digits_and_in_words(text: str) -> None:
    assert has_number(text)


def test_numbers_of_a_list_are_no_figures_and_cause_words_have_many_forms() -> None:
    assert not has_number("1. Rapat\n2. Jadwal")
    assert all(
        map(names_cause, ("Disebabkan hujan", "Faktor cuaca", "terkendala data", "Berkat latihan"))
    )
    assert is_short("1. satu dua tiga") and not is_short(LONG)


def test_a_checker_is_told_where_to_look_and_nothing_where_all_is_in_order() -> None:
    told = findings_of(attest(with_words(penyebab="Dokumen disampaikan ke bagian."), {}))
    seen = {one.kode: one for one in told if one.kode.startswith("fakta.")}
    assert {*seen} >= {"fakta.pendek", "fakta.tanpa_angka", "fakta.tanpa_sebab", "fakta.salinan"}
    assert seen["fakta.tanpa_angka"].usul == "Lihat sasaran 1, penyebab; sasaran 2, penyebab."
    assert seen["fakta.pendek"].usul.endswith("; dan 5 lagi.")
    assert "fakta.terukur" not in seen, "what is only counted is no finding"


def test_the_sentence_counts_every_answer_and_gives_no_grade() -> None:
    said = attest(DATA, {})
    assert said.sentence.startswith("38 butir reviu: 0 ya, 20 terisi, 0 tidak, ")
    assert sum(number for _, number in said.tally) == 38
