"""The list of texts that the editor offers is the list of texts that the report prints."""

from collections import Counter

from runut.core.kinerja.lembar import BAGIAN_NARASI
from runut.core.report.lakip.compose import compose_lakip
from runut.core.report.lakip.sections import editable_sections
from tests.report.reading import said
from tests.report.sample import DATA, EMPTY_WORDS


def test_every_text_that_can_be_written_is_printed() -> None:
    texts = {section.key: f"Teks untuk {section.key}." for section in editable_sections(DATA)}
    words = said(compose_lakip(DATA, texts))
    assert [text for text in texts.values() if text not in words] == []


def test_no_text_is_printed_twice() -> None:
    texts = {section.key: f"Teks untuk {section.key}." for section in editable_sections(DATA)}
    words = said(compose_lakip(DATA, texts)).splitlines()
    assert [text for text in texts.values() if words.count(text) != 1] == []


def test_every_section_has_its_own_key_a_question_and_somebody_who_knows() -> None:
    sections = editable_sections(DATA)
    assert Counter(section.key for section in sections).most_common(1)[0][1] == 1
    assert all(section.title and section.ask and section.writer for section in sections)
    assert all(len(section.key) <= 120 and len(section.title) <= 200 for section in sections)


def test_the_words_sheet_of_the_workbook_uses_keys_of_the_report() -> None:
    keys = {section.key for section in editable_sections(DATA)}
    assert {key for key, _ in BAGIAN_NARASI} <= keys


def test_those_who_answer_for_the_indicators_are_named_as_writers() -> None:
    writers = {section.key: section.writer for section in editable_sections(EMPTY_WORDS)}
    assert writers["bab3.sasaran.S1.analisis.5.penyebab"] == "Bagian Perencanaan; Bagian Protokol"
