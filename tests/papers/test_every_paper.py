"""Every paper, from our PDF and from Word: its parts in order, nothing cut, no date torn."""

import re
from collections.abc import Iterator
from functools import cache

import pypdfium2
import pytest

from runut.core.report.blocks import Paper, Signatures
from runut.files.read.libreoffice import is_installed
from runut.files.write.layout.sheets import POINTS_PER_MM
from runut.files.write.pdf.paper import write_pdf
from scripts.show_papers import lacks, printed, words_by_page
from tests.papers.cast import DAY, UNBROKEN
from tests.papers.letters import daftar_hadir, kesiapan, nota_dinas
from tests.papers.records import catatan_hasil, pembukaan
from tests.papers.scenes import SCENES, Scene

_MONTH_AT_THE_END = re.compile(r"(Januari|Februari|Desember)\s*[\r\n]+\s*20\d\d")
_DAY_AT_THE_END = re.compile(r"\b\d{1,2}\s*[\r\n]+\s*(Januari|Februari|Desember) 20\d\d")
_SIZES_MM = {"a4": (210, 297), "f4": (215, 330)}


@cache
def ways(name: str) -> dict[str, bytes]:
    return dict(printed(next(one for one in SCENES if one.name == name)))


def each() -> Iterator[object]:
    for scene in SCENES:
        yield pytest.param(scene, "pdf", id=f"{scene.name}-pdf")
        mark = pytest.mark.skipif(not is_installed(), reason="LibreOffice is not here")
        yield pytest.param(scene, "word", id=f"{scene.name}-word", marks=mark)


@pytest.mark.parametrize(("scene", "way"), list(each()))
def test_a_paper_has_all_its_parts_in_their_order(scene: Scene, way: str) -> None:
    pdf = ways(scene.name)[way]
    assert lacks(pdf, scene.parts) == []
    count = len(words_by_page(pdf))
    assert not scene.pages or count in scene.pages


@pytest.mark.parametrize(("scene", "way"), list(each()))
def test_no_date_is_torn_and_nothing_stands_outside_of_the_margins(scene: Scene, way: str) -> None:
    for page in pypdfium2.PdfDocument(ways(scene.name)[way]):
        words = page.get_textpage()
        text = words.get_text_range().replace("\u00a0", " ")
        assert not _MONTH_AT_THE_END.search(text)
        assert not _DAY_AT_THE_END.search(text)
        edge = page.get_width() - 17 * POINTS_PER_MM
        boxes = [words.get_charbox(n) for n in range(words.count_chars())]
        assert max((right for _, _, right, _ in boxes), default=0) <= edge


@pytest.mark.parametrize(("scene", "way"), list(each()))
def test_letters_are_on_f4_and_reports_on_a4(scene: Scene, way: str) -> None:
    paper = scene.make()
    wanted = sorted(_SIZES_MM[paper.paper])
    for page in pypdfium2.PdfDocument(ways(scene.name)[way]):
        size = sorted((page.get_width() / POINTS_PER_MM, page.get_height() / POINTS_PER_MM))
        assert size == pytest.approx(wanted, abs=0.6)


@pytest.mark.parametrize(("scene", "way"), list(each()))
def test_a_signature_stands_under_words_of_its_paper(scene: Scene, way: str) -> None:
    assert alone(scene.make(), ways(scene.name)[way]) == []


def alone(paper: Paper, pdf: bytes) -> list[int]:
    """The pages on which the last signature stands with nothing over it."""
    signed = [one for one in paper.body if isinstance(one, Signatures)]
    if not signed:
        return []
    block = signed[-1].blocks[-1]
    first = (block.place_date or block.jabatan.split("\n")[0])[:20]
    pages = words_by_page(pdf)
    last = max((n for n, text in enumerate(pages) if first in text.replace("\u00a0", " ")))
    over = pages[last].replace("\u00a0", " ").rpartition(first)[0]
    return [] if len(over) > 12 else [last + 1]


@pytest.mark.parametrize("count", [1, 4, 7, 8, 9, 10, 12, 13, 14, 15, 18, 22])
def test_however_many_rows_stand_over_it_a_signature_takes_some_to_its_page(count: int) -> None:
    for paper in (daftar_hadir(count, is_over=True), nota_dinas(count), pembukaan(count)):
        assert alone(paper, write_pdf(paper, created=DAY)) == []


def test_rows_that_go_with_the_signature_have_the_head_of_their_table_over_them() -> None:
    pages = words_by_page(write_pdf(pembukaan(14), created=DAY))
    assert len(pages) == 2
    assert pages[1].startswith("No Hadir saat rapat dibuka")
    assert sum(page.count("Hadir saat rapat dibuka") for page in pages) == 2


def test_a_table_that_fits_has_its_head_once() -> None:
    [page] = words_by_page(write_pdf(pembukaan(9), created=DAY))
    assert page.count("Hadir saat rapat dibuka") == 1


@pytest.mark.parametrize("make", [catatan_hasil, kesiapan])
def test_a_word_without_a_break_is_broken_and_not_lost(make: object) -> None:
    assert callable(make)
    words = "".join("".join(words_by_page(write_pdf(make(), created=DAY))).split())
    assert UNBROKEN in words
