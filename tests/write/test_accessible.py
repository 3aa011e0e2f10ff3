"""What ISO 14289-1 (PDF/UA) and ISO 19005-2 (PDF/A) ask of the tags, read from the file itself.

No validator is run here. By hand, two independent ones (outloud 0.2.1, pdfua 0.1.3) were: see
docs/decisions/0040-pages-of-the-book.md.
"""

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdf
import pytest

from runut.core.report.lakip.compose import compose_lakip
from runut.files.write.pdf.paper import write_pdf
from tests.printed.files import CREATED
from tests.report.sample import DATA

_GROUPS = ("/THead", "/TBody", "/TFoot")


@pytest.fixture(scope="module")
def reader() -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(write_pdf(compose_lakip(DATA, {}), created=CREATED)))


@pytest.fixture(scope="module")
def tags(reader: pypdf.PdfReader) -> list[Any]:
    return list(_walk(reader.trailer["/Root"]["/StructTreeRoot"]))


def _kids(tag: Any) -> list[Any]:
    found = tag.get("/K", [])
    found = found if isinstance(found, list) else [found]
    return [one.get_object() for one in found if not isinstance(one, int)]


def _walk(tag: Any) -> Iterator[Any]:
    for one in _kids(tag):
        if isinstance(one, dict) and "/S" in one:
            yield one
            yield from _walk(one)


def _of(tags: list[Any], *names: str) -> list[Any]:
    return [one for one in tags if one["/S"] in names]


def _value(tag: Any, name: str, usual: Any = None) -> Any:
    given = tag.get("/A", [])
    for one in given if isinstance(given, list) else [given]:
        if name in one.get_object():
            return one.get_object()[name]
    return usual


def test_the_title_is_shown_the_language_is_said_and_tabs_follow_the_tags(
    reader: pypdf.PdfReader,
) -> None:
    root = reader.trailer["/Root"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert root["/Lang"] == "id-ID"
    linked = [page for page in reader.pages if "/Annots" in page]
    assert linked
    assert all(page["/Tabs"] == "/S" for page in linked)


def test_every_figure_says_in_words_what_it_shows(tags: list[Any]) -> None:
    figures = _of(tags, "/Figure")
    assert len(figures) >= 4
    assert all(str(one.get("/Alt", "")).strip() for one in figures)


def test_headings_begin_with_the_first_level_and_skip_none(tags: list[Any]) -> None:
    levels = [int(one["/S"][2:]) for one in tags if one["/S"][:2] == "/H" and one["/S"][2:]]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_cell_of_a_head_says_what_it_heads(tags: list[Any]) -> None:
    heads = _of(tags, "/TH")
    assert len(heads) > 50
    assert {_value(one, "/Scope") for one in heads} <= {"/Column", "/Row", "/Both"}


def test_every_table_closes_once_its_spans_are_counted(tags: list[Any]) -> None:
    tables = _of(tags, "/Table")
    assert len(tables) > 15
    for table in tables:
        groups = [one for one in _kids(table) if one["/S"] in _GROUPS]
        rows = [row for group in groups for row in _kids(group)] or _of(_kids(table), "/TR")
        assert len(set(_widths(rows))) == 1


def _widths(rows: list[Any]) -> list[int]:
    """How many columns each row fills, with the cells that reach down into it."""
    reaching = [0] * (len(rows) + 40)
    found = []
    for n, row in enumerate(rows):
        cells = _kids(row)
        found.append(sum(int(_value(one, "/ColSpan", 1)) for one in cells) + reaching[n])
        for one in cells:
            for under in range(1, int(_value(one, "/RowSpan", 1))):
                reaching[n + under] += int(_value(one, "/ColSpan", 1))
    return found


def test_nothing_is_painted_that_is_neither_tagged_nor_set_aside(reader: pypdf.PdfReader) -> None:
    for page in reader.pages[:12]:
        depth, loose = 0, 0
        content = pypdf.generic.ContentStream(page.get_contents(), reader)
        for _, operator in content.operations:
            depth += (operator in (b"BDC", b"BMC")) - (operator == b"EMC")
            loose += depth == 0 and operator in (b"Tj", b"TJ", b"f", b"S", b"B", b"Do")
        assert loose == 0
