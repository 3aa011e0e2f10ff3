"""New words that somebody made bold or italic in Word come home with our marks; a look that
was given to words already there, and underlining, are named."""

import os
import random
import shutil
from pathlib import Path

import pytest

from runut.core.report.word.compare import Comparison, compare_copies
from runut.core.report.word.edits import Edit, put_into, shown_words
from runut.core.report.word.spelled import spell
from tests.word.copies import copy, read, through_libreoffice
from tests.word.editing import Hand, element

CLOSING = next(n for n, words in copy().words.items() if "cukup baik" in words)
EMPTY = next(n for n, words in copy().words.items() if not words)
NAMED = "huruf tebal, miring, atau bergaris bawah"
STYLES = "word/styles.xml"


@pytest.fixture
def hand() -> Hand:
    return Hand(copy(), random.Random(1))


def words(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def compared(data: bytes) -> Comparison:
    return compare_copies(copy().flow, read(data), copy().words, copy().values)


def at_home(found: Comparison, section: int) -> str:
    """The text of a section with everything that came home taken."""
    [change] = [one for one in found.changes if one.section == section]
    return put_into(change.base, spell(copy().words[section], copy().values), change.edits).text


def say_more(hand: Hand) -> bytes:
    """Two words at the end of a line, each in a look of its own, and plain ones between."""
    hand.paragraphs(CLOSING)[1].append(
        element(
            f"<w:ins w:id='7' w:author='Ani' w:date='2026-03-02T08:00:00Z'>{words(' Ini ')}"
            f"{words('sangat penting', '<w:b/>')}{words(' menurut ')}"
            f"{words('stakeholder', '<w:i/>')}{words(' kita.')}</w:ins>"
        )
    )
    return hand.save()


MORE = (
    "Dua sasaran tercapai, satu sasaran tertunda. Ini *sangat penting* menurut _stakeholder_ kita."
)


def test_new_words_keep_their_bold_and_italic(hand: Hand) -> None:
    found = compared(say_more(hand))
    assert at_home(found, CLOSING).splitlines()[1] == MORE
    assert "*cukup baik*" in at_home(found, CLOSING)
    assert found.homeless == ()
    [edit] = [one for change in found.changes for one in change.edits]
    assert [(one.text, one.bold, one.italic) for one in shown_words(edit)] == [
        (" Ini ", False, False),
        ("sangat penting", True, False),
        (" menurut ", False, False),
        ("stakeholder", False, True),
        (" kita.", False, False),
    ], "so it is shown to who decides"


@pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"),
    reason="LibreOffice (soffice) tidak terpasang",
)
def test_they_keep_it_through_libreoffice(hand: Hand, tmp_path: Path) -> None:
    [data] = through_libreoffice([say_more(hand)], tmp_path, "odt", "docx")
    found = compared(data)
    assert at_home(found, CLOSING).splitlines()[1] == MORE
    assert found.homeless == ()


def test_a_style_of_letters_says_it_too(hand: Hand) -> None:
    """Word in Indonesian calls the style "Kuat" by its key and "Strong" by its name."""
    style = '<w:style w:type="character" w:styleId="Kuat"><w:name w:val="Strong"/></w:style>'
    hand.files[STYLES] = hand.files[STYLES].replace(b"</w:styles>", f"{style}</w:styles>".encode())
    hand.paragraphs(CLOSING)[1].append(element(words(" Mendesak.", '<w:rStyle w:val="Kuat"/>')))
    assert at_home(compared(hand.save()), CLOSING).splitlines()[1].endswith(" *Mendesak.*")


def test_words_typed_over_the_line_that_asked_for_them_are_plain(hand: Hand) -> None:
    """They took over the bold letters of the line; nobody meant them so."""
    [asked] = [one for one in hand.paragraphs(EMPTY)[0].iter("{*}t") if "BELUM DIISI" in one.text]
    asked.text = "Belum ada penghargaan."
    found = compared(hand.save())
    assert at_home(found, EMPTY) == "Belum ada penghargaan."
    assert found.homeless == ()


def test_a_new_look_of_old_words_and_underlined_ones_are_named(hand: Hand) -> None:
    old = hand.paragraphs(CLOSING)[1]
    for properties in list(old.iter("{*}r")):
        properties.insert(0, element("<w:rPr><w:b/></w:rPr>"))
    old.append(element(words(" Garis bawah.", '<w:u w:val="single"/>')))
    found = compared(hand.save())
    [thing] = found.homeless
    assert thing.kind == NAMED
    assert thing.text == "Dua sasaran tercapai, satu sasaran tertunda. … Garis bawah."
    assert at_home(found, CLOSING).splitlines()[1].endswith("tertunda. Garis bawah.")


def test_a_look_that_is_not_told_is_that_of_the_words_around() -> None:
    """As it was kept before looks were told, and in the cells of tables."""
    text = spell("Kinerja *cukup baik* sekali.", {})
    edit = Edit(14, 14, "", "sangat ")
    assert put_into(text.text, text, [edit]).text == "Kinerja *cukup sangat baik* sekali."
    plain = Edit(14, 14, "", "sangat ", looks=" " * 7)
    assert put_into(text.text, text, [plain]).text == "Kinerja *cukup* sangat *baik* sekali."
