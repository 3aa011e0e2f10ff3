"""What is not people's to alter, and files that are none of ours."""

import random
import warnings
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from runut.core.findings import Level
from runut.core.report.word.compare import Comparison, compare_copies
from runut.core.report.word.edits import Edit, put_into
from runut.core.report.word.spelled import spell
from runut.files.guard.parent import read_guarded
from tests.word.copies import copy, read
from tests.word.editing import Hand, element, run

CLOSING = next(n for n, words in copy().words.items() if "cukup baik" in words)
READER = "runut.files.read.docx.flow:read_flow"


@pytest.fixture
def hand() -> Hand:
    return Hand(copy(), random.Random(1))


def said(hand: Hand) -> Comparison:
    return compare_copies(copy().flow, read(hand.save()), copy().words, copy().values)


def test_a_live_figure_typed_over_is_named_and_not_taken(hand: Hand) -> None:
    line = hand.lines[CLOSING][0]
    assert "103%" in line
    hand.set_text(hand.paragraphs(CLOSING)[0], line.replace("103%", "130%"))
    found = said(hand)
    assert [(one.kind, one.before, one.after) for one in found.altered] == [
        ("angka", "103%", "130%")
    ]
    assert found.altered[0].place.endswith("Simpulan") and not found.changes


def test_a_sentence_around_a_live_figure_changes_and_the_figure_stays_live(hand: Hand) -> None:
    words = "Dengan capaian 103% kinerja tahun ini sungguh memuaskan semua pihak."
    hand.set_text(hand.paragraphs(CLOSING)[0], words)
    found = said(hand)
    [change] = found.changes
    merged = put_into(change.base, spell(copy().words[CLOSING], copy().values), change.edits)
    assert "{capaian IKU1} kinerja tahun ini sungguh" in merged.text
    assert not merged.guarded and not found.altered


def test_a_number_of_a_live_figure_is_not_taken_even_if_it_is_asked_for() -> None:
    text = spell("Capaian {capaian IKU1} baik.", copy().values)
    start = text.text.index("103%")
    one = start + 1
    for edit in (
        Edit(start, start + 4, "103%", "99%"),
        Edit(one, one + 1, "0", "9"),
        Edit(one, one + 1, "0", ""),
        Edit(one, one, "", "x"),
    ):
        merged = put_into(text.text, text, [edit])
        assert merged.guarded == (edit,) and merged.text == "Capaian {capaian IKU1} baik."


def test_a_computed_sentence_and_a_deleted_table_are_named(hand: Hand) -> None:
    body = hand.root.find("{*}body")
    assert body is not None
    table = body.findall("{*}tbl")[3]
    sentence = next(
        one for one in body if "".join(one.itertext()).startswith("Laporan ini disusun dengan")
    )
    hand.set_text(sentence, "Kalimat buatan sendiri.")
    body.remove(table)
    found = said(hand)
    kinds = sorted((one.kind, bool(one.after)) for one in found.altered)
    assert kinds == [("kalimat", True), ("tabel", False)]
    assert not found.changes


def test_what_stands_where_nobody_writes_is_shown_with_its_words(hand: Hand) -> None:
    body = hand.root.find("{*}body")
    assert body is not None
    body.insert(0, element(f"<w:p>{run('Di atas halaman judul.')}</w:p>"))
    hand.files["word/footnotes.xml"] = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:id="2"><w:p>{run("Catatan di kaki.")}</w:p></w:footnote></w:footnotes>'
    ).encode()
    body.insert(1, hand.table("satu", "dua", "tiga", "empat"))
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Tersembunyi.</w:t></w:r></w:p>"
    body.insert(1, element(hidden))
    hand.paragraphs(CLOSING)[1].append(
        element('<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t> Sangat penting.</w:t></w:r>')
    )
    shown = {(one.kind, one.text) for one in said(hand).homeless}
    assert shown == {
        ("alinea", "Di atas halaman judul."),
        ("tabel", "satu | dua\ntiga | empat"),
        ("catatan kaki", "Catatan di kaki."),
        ("teks tersembunyi", "Tersembunyi."),
        ("huruf tebal, miring, atau bergaris bawah", "Sangat penting."),
    }


def test_words_inserted_by_one_and_deleted_by_another_are_nobodys(hand: Hand) -> None:
    gone = (
        '<w:ins w:id="1" w:author="Ani" w:date="2026-03-02T08:00:00Z">'
        '<w:del w:id="2" w:author="Budi" w:date="2026-03-02T09:00:00Z">'
        f"{run('lalu dicoret', 'delText')}</w:del></w:ins>"
    )
    hand.paragraphs(CLOSING)[1].append(element(gone))
    assert said(hand).is_empty


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # the same name twice, on purpose
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        zipped(("word/document.xml", b"<bukan xml")),
        zipped(("word/document.xml", b"<a/>"), ("word/document.xml", b"<b/>")),
        zipped(("word/document.xml", b"<a>" + b" " * (30 << 20) + b"</a>")),
        zipped(("word/document.xml", b"<a/>"), ("word/comments.xml", b"<bukan xml")),
    ],
    ids=["kosong", "terpotong", "bukan-xml", "nama-ganda", "bom", "komentar-rusak"],
)
def test_a_file_that_is_none_of_ours_gets_a_sentence(data: bytes) -> None:
    flow, findings = read_guarded(READER, data, "hasil.docx")
    assert flow is None
    assert [one.tingkat for one in findings] == [Level.BLOCKER]
    assert findings[0].pesan.endswith(".") and findings[0].usul
