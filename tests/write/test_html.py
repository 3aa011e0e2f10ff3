"""A report as HTML: escaped, without inline style or script, and every place can be linked to."""

import re
from html.parser import HTMLParser

import pytest

from runut.core.report.blocks import (
    Figure,
    Gap,
    Heading,
    Lists,
    Paper,
    Paragraph,
    Picture,
    Table,
    line,
)
from runut.files.write.html import write_html, write_page
from tests.write.sample import attendance, cell, head, letter, report


class Tags(HTMLParser):
    """All tags with their attributes; unclosed or crossed tags are an error."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("br", "meta"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("paper", [report(), letter(), attendance()])
def test_there_is_no_inline_style_script_or_handler(paper: Paper) -> None:
    for tag, attributes in Tags(write_html(paper)).found:
        assert tag not in ("script", "style", "iframe", "object")
        assert not any(name == "style" or name.startswith("on") for name in attributes)


def test_every_anchor_is_unique_and_every_link_arrives() -> None:
    found = Tags(write_html(report())).found
    anchors = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert len(anchors) == len(set(anchors))
    links = {a["href"].removeprefix("#") for tag, a in found if tag == "a"}
    assert len(links) > 40
    assert links <= set(anchors)


def test_a_decision_can_point_at_a_section_and_at_a_gap() -> None:
    html = write_html(report())
    assert '<h4 id="sasaran-1">' in html
    assert re.search(r'<mark class="kosong" id="kosong-sebab-0">\[BELUM DIISI: jelaskan', html)


def test_a_figure_answers_from_where() -> None:
    paper = Paper(title="Uji", body=(Paragraph(line(Figure("98,95 %", "Realisasi!E7"))),))
    html = write_html(paper)
    assert 'title="Realisasi!E7" data-asal="Realisasi!E7" tabindex="0">98,95 %</span>' in html


def test_a_table_has_caption_and_scoped_heads() -> None:
    table = Table(head("No", "Indikator"), ((cell("1"), cell("A")),), (0.2, 0.8), caption="Capaian")
    html = write_html(Paper(title="Uji", body=(table,)))
    assert "<caption><b>Tabel 1.</b> Capaian</caption>" in html
    assert html.count('<th scope="col">') == 2


def test_label_and_value_lines_are_no_table_to_a_screen_reader() -> None:
    assert 'role="presentation"' in write_html(letter())


@pytest.mark.parametrize(
    "words",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onload='x", "&lt;b&gt;"],
)
def test_words_of_people_are_never_markup(words: str) -> None:
    paper = Paper(
        title=words,
        footer=words,
        body=(
            Heading(1, words, words, words),
            Paragraph(line(words, Figure(words, words), Gap(words, words))),
            Table(head(words), ((cell(words),),), (1.0,), caption=words, key=words),
            Picture("<svg xmlns='http://www.w3.org/2000/svg'/>", 10, words),
            Lists("isi", words),
        ),
    )
    tags = Tags(write_page(paper)).found
    assert not {"script", "img"} & {tag for tag, _ in tags}
    assert not any(name.startswith("on") for _, attributes in tags for name in attributes)


def test_a_drawing_from_elsewhere_loses_its_scripts_and_styles() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" onload="x()" viewBox="0 0 9 9">'
        '<script>x()</script><style>*{}</style><a href="javascript:x()"><text>t</text></a>'
        '<foreignObject><b/></foreignObject><rect width="5" style="fill:red" '
        'fill="url(http://x)"/><image href="http://x"/></svg>'
    )
    html = write_html(Paper(title="Uji", body=(Picture(svg, 10, "alur"),)))
    for bad in ("script", "onload", "style", "href", "foreign", "http://x", "<image"):
        assert bad not in html.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert '<rect width="5"/>' in html


def test_the_same_paper_gives_the_same_text() -> None:
    assert write_page(report()) == write_page(report())
