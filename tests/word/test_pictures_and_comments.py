"""A new picture and a comment of Word come home: at their place, with their author and day."""

import random
import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from runut.core.report.word.compare import compare_copies
from runut.files.guard.parent import read_guarded
from runut.office.reports.models import SectionComment, SectionPhoto
from runut.office.verification.verify_rows import verify_rows
from runut.office.word_copies.models import Suggestion
from tests.textlife.living import Living
from tests.word.copies import copy, read, through_libreoffice
from tests.word.editing import AT, NS, Hand, element, run
from tests.word.test_in_the_office import WORDS, Desk, State

pytestmark = pytest.mark.django_db
_SPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_DRAWING = (
    f'<w:r><w:drawing><wp:inline {_SPACES}><wp:extent cx="2000000" cy="1200000"/>'
    '<wp:docPr id="77" name="Gambar 77" descr="Delapan orang di meja rapat"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="0" name="rapat.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="2000000" cy="1200000"/></a:xfrm><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></w:r>"
)


def picture(size: tuple[int, int] = (320, 200)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "navy").save(out, "PNG")
    return out.getvalue()


def put_picture(
    hand: Hand, number: int, data: bytes, at: int = 0, relation: str = "rId771"
) -> None:
    """A picture in a paragraph of its own after one of a section, as Word writes it."""
    hand.files[f"word/media/{relation}.png"] = data
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    line = f'<Relationship Id="{relation}" Type="{kind}" Target="media/{relation}.png"/>'
    rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    for name, end, more in (
        (rels, b"</Relationships>", line),
        (types, b"</Types>", '<Default Extension="png" ContentType="image/png"/>'),
    ):
        if more.encode() not in hand.files[name] and not (
            name == types and b'Extension="png"' in hand.files[name]
        ):
            hand.files[name] = hand.files[name].replace(end, more.encode() + end)
    paragraph = element(f"<w:p>{_DRAWING.format(relation)}</w:p>")
    hand.paragraphs(number)[at].addnext(paragraph)


def test_a_picture_is_proposed_after_its_words_and_a_comment_becomes_a_task() -> None:
    desk = Desk(Living())
    desk.living.write("budi", WORDS)
    row = desk.copy()
    hand, number = desk.hand(row), desk.number(row)
    put_picture(hand, number, picture())
    put_picture(hand, number, picture((40, 30)), 2, "rId772")
    remark = element(
        f'<w:p><w:commentRangeStart w:id="0"/>{run("Dua sasaran tercapai, satu tertunda.")}'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    second = hand.paragraphs(number)[1]
    hand.set_runs(second, "")
    end = second.find("w:bookmarkEnd", NS)
    for one in list(remark):
        end.addprevious(one)
    hand.remarks.append("Sebut sasaran yang mana.")
    answer = desk.back(hand.save())
    assert hasattr(answer, "url"), answer

    photo, said = SectionPhoto.objects.get(), SectionComment.objects.get()
    assert photo.uraian == "Delapan orang di meja rapat"
    assert said.kutipan == "Dua sasaran tercapai, satu tertunda."
    assert (
        "Sebut sasaran yang mana." in said.isi and "Ani Lestari di Word, 2 Maret 2026" in said.isi
    )
    assert said.untuk == desk.living.example.people["budi"]
    assert AT.startswith("2026-03-02")
    brought = Suggestion.objects.get(jenis="gambar")
    assert brought.sebelum == "Kinerja cukup baik."
    small = Suggestion.objects.get(jenis="lepas")
    assert "terlalu kecil" in small.sesudah
    page = desk.living.page("budi", f"/laporan/{desk.living.row.pk}/word/{brought.returned_id}/")
    assert f"/gambar/{photo.kode}" in page and "Menjadi komentar pada bagiannya" in page
    assert desk.text == WORDS
    desk.decide(State.DITERIMA, brought.nomor)
    lines = [line for line in desk.text.splitlines() if line]
    assert lines[:2] == ["Kinerja cukup baik.", brought.sesudah] and lines[2].startswith("Dua")
    assert list(verify_rows(desk.living.example.office)) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")
def test_a_picture_comes_home_through_libreoffice(tmp_path: Path) -> None:
    left = copy()
    hand = Hand(replace(left), random.Random(5))
    number = hand.written()
    words = hand.lines[number][0]
    put_picture(hand, number, picture())
    [data] = through_libreoffice([hand.save()], tmp_path, "odt", "docx")
    found = compare_copies(left.flow, read(data), left.words, left.values)
    [thing] = [one for one in found.homeless if one.kind == "gambar"]
    assert (thing.section, thing.text) == (number, "Delapan orang di meja rapat")
    assert thing.after and thing.after in words
    made, _ = read_guarded(
        "runut.files.read.docx.pictures:read_pictures", data, "a.docx",
        options={"parts": [thing.media, "word/media/tidak-ada.png"]},
    )  # fmt: skip
    assert isinstance(made, list)
    (jpeg, width, height), missing = made
    assert jpeg[:2] == b"\xff\xd8" and width / height == 1.6
    assert missing == "Gambarnya tidak ada dalam berkas."


def test_the_words_that_a_picture_is_called_by_come_with_it_and_not_as_a_paragraph() -> None:
    left = copy()
    hand = Hand(replace(left), random.Random(5))
    number = hand.written()
    put_picture(hand, number, picture())
    called = element(f"<w:p>{run('Gambar 9 Peserta pelatihan di Singkawang')}</w:p>")
    hand.paragraphs(number)[0].getnext().addnext(called)
    found = compare_copies(left.flow, read(hand.save()), left.words, left.values)
    [thing] = [one for one in found.homeless if one.kind == "gambar"]
    assert thing.caption == "Peserta pelatihan di Singkawang"
    assert found.changes == ()
