"""The laid out form: nothing lies over anything, nothing is lost, page breaks are bridged."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from runut.core.sop.drawing.sheet.model import PAD, Cell, Form, FormPage
from runut.core.sop.model import SOP, Bentuk, Langkah, Lanjut, Pelaksana, Waktu
from runut.core.sop.reading.canvas import ShapeKind
from runut.files.typeface import width_of
from runut.files.write.form.sheet import form_of
from tests.sop_out.alur import drawn_ways, letters, overlaps, runs_through, ways_of
from tests.sop_out.contoh import DRAWN, NAMES, made

WORDS = st.text("abcd efgh ij", max_size=300)


@st.composite
def sops(draw: DrawFn) -> SOP:
    """An SOP of up to 24 steps and 9 actors, with every kind of way out and any length of words."""
    actors = NAMES[: draw(st.integers(1, 9))]
    numbers = [str(n + 1) for n in range(draw(st.integers(1, 24)))]
    steps = []
    for row, no in enumerate(numbers):
        targets = draw(st.lists(st.sampled_from(numbers), max_size=3))
        following = numbers[row + 1 : row + 2]
        is_decision = bool(targets) and draw(st.booleans())
        labels = ("Ya", "Tidak", "Perlu perbaikan", "Ulang") if is_decision else ("",) * 4
        ways = dict.fromkeys(
            Lanjut(to, label or None)
            for to, label in zip([*following, *targets], labels, strict=False)
        )
        who = draw(st.lists(st.sampled_from(actors), max_size=3, unique=True))
        bentuk = Bentuk.KEPUTUSAN if is_decision else draw(st.sampled_from(list(Bentuk)[:2]))
        words = (draw(WORDS), draw(WORDS), draw(WORDS))
        steps.append(
            Langkah(
                no,
                f"Langkah {words[0]}",
                tuple(map(Pelaksana, who)),
                bentuk,
                (words[1],),
                Waktu("1 jam"),
                (words[2],),
                "",
                tuple(ways),
            )
        )
    return SOP("Contoh", tuple(steps), actors)


@settings(max_examples=20, deadline=None)
@given(sops())
def test_any_sop_is_drawn_whole_and_clear(sop: SOP) -> None:
    form = form_of(sop)
    assert drawn_ways(form) == ways_of(sop)
    for page in form.procedure:
        assert_is_clear(page)
        assert_fits(page, form)
    assert_letters_are_paired(form)


@pytest.mark.parametrize("paper", ["a4", "f4"])
@pytest.mark.parametrize("name", DRAWN)
def test_examples_are_drawn_whole_and_clear(name: str, paper: str) -> None:
    form = form_of(DRAWN[name], "f4" if paper == "f4" else "a4")
    assert drawn_ways(form) == ways_of(DRAWN[name])
    for page in form.pages:
        assert_is_clear(page)
        assert_fits(page, form)
        assert_no_word_is_cut(page)
    assert_letters_are_paired(form)
    assert_exits_are_labelled(form)


def assert_no_word_is_cut(page: FormPage) -> None:
    for cell in page.cells:
        for paragraph in cell.paragraphs:
            assert " ".join(paragraph.lines).split() == paragraph.text.split()


def assert_is_clear(page: FormPage) -> None:
    for one, other in combinations(page.shapes, 2):
        assert not overlaps(one.box, other.box), (one, other)
    for connector in page.connectors:
        for shape in page.shapes:
            assert not runs_through(connector, shape), (connector, shape)
        for start, end in pairwise(connector.points):
            assert start[0] == end[0] or start[1] == end[1], "lines run straight"
    for label in page.labels:
        for shape in page.shapes:
            if shape.kind is not ShapeKind.DECISION:
                assert not overlaps(label.box, shape.box), (label, shape)


def assert_fits(page: FormPage, form: Form) -> None:
    """Words in their cells, cells on the page, symbols in the row of their step."""
    assert page.bottom <= form.paper.height - form.paper.bottom + 0.01
    assert sum(page.columns) <= form.paper.room + 0.01
    for cell in page.cells:
        assert_holds_its_words(cell)
    for one, other in combinations(page.cells, 2):
        assert not overlaps(one.box, other.box), (one, other)
    actors = [cell.box for cell in page.cells if cell.row == 0][2:3]
    for shape in page.shapes:
        assert actors[0].left <= shape.box.left < shape.box.right <= actors[0].right


def assert_holds_its_words(cell: Cell) -> None:
    across = cell.box.bottom - cell.box.top if cell.is_turned else cell.box.right - cell.box.left
    for paragraph in cell.paragraphs:
        for line in paragraph.lines:
            width = width_of(line, cell.size, paragraph.is_bold) + paragraph.indent
            assert width <= across - 2 * PAD + 0.01 or len(line) == 1, (line, cell)
    taken = sum(p.gap + len(p.lines) * cell.size * 1.2 for p in cell.paragraphs)
    down = cell.box.right - cell.box.left if cell.is_turned else cell.box.bottom - cell.box.top
    assert taken <= down - 2 * PAD + 0.01, cell


def assert_letters_are_paired(form: Form) -> None:
    """Every letter stands on exactly two pages, once on each; none is used for two ways."""
    found = letters(form)
    for page in found:
        assert len(page) == len(set(page)), page
    every = [letter for page in found for letter in page]
    assert all(every.count(letter) == 2 for letter in every), every


def assert_exits_are_labelled(form: Form) -> None:
    for page in form.procedure:
        words = {word for label in page.labels for word in label.text.split(" / ")}
        assert {c.text for c in page.connectors if c.text} <= words


def test_the_head_stands_on_every_page_of_the_table() -> None:
    pages = form_of(DRAWN["dua-puluh-lima"]).procedure
    assert len(pages) > 1
    heads = [
        {(cell.row, cell.column): cell.paragraphs for cell in page.cells if cell.is_head}
        for page in pages
    ]
    assert all(head == heads[0] for head in heads)
    assert [no for page in pages for no in page.steps] == [str(n) for n in range(1, 26)]


def test_a_form_that_fits_on_one_page_needs_no_connectors() -> None:
    form = form_of(DRAWN["dua-pelaksana"])
    assert len(form.procedure) == 1
    assert letters(form) == [[]]


def test_a_way_over_several_pages_has_its_letter_on_the_first_and_the_last_only() -> None:
    form = form_of(made(40, 3, decisions=1, back=35))
    found = letters(form)
    assert len(found) > 3
    (far,) = set(found[0]) & set(found[-1])
    assert all(far not in page for page in found[1:-1])


@pytest.mark.parametrize("count", [600, 700, 1500])
def test_words_longer_than_a_page_are_drawn_small_and_never_lost(count: int) -> None:
    sop = made(3, 2)
    endless = " ".join(f"kata{n}" for n in range(count))
    long = SOP(sop.judul, (Langkah("1", endless, sop.langkah[0].pelaksana),), sop.pelaksana)
    form = form_of(long)
    (kegiatan,) = (cell for cell in form.procedure[0].cells if (cell.row, cell.column) == (2, 1))
    assert " ".join(kegiatan.paragraphs[0].lines) == endless
    assert_fits(form.procedure[0], form)


def test_a_step_nobody_does_has_its_row_but_no_symbol() -> None:
    form = form_of(SOP("Contoh", (Langkah("1", "Menerima"), Langkah("2", "Mencatat")), ("Staf",)))
    assert form.procedure[0].steps == ("1", "2")
    assert not form.procedure[0].shapes


def test_remarks_stand_below_the_table_or_on_pages_of_their_own() -> None:
    few = made(3, 2)
    many = SOP(few.judul, few.langkah, few.pelaksana, catatan=tuple("catatan" for _ in range(90)))
    one = SOP(few.judul, few.langkah, few.pelaksana, catatan=("Berlaku sejak 2026",))
    assert form_of(one).procedure[-1].notes[-1].paragraphs[0].text == "Berlaku sejak 2026"
    pages = form_of(many).procedure
    assert sum(len(notes.paragraphs) for page in pages for notes in page.notes) == 90
    assert all(n.box.bottom <= 595.28 - 34 for page in pages for n in page.notes)


def test_a_long_identity_block_goes_on_over_pages_without_losing_an_item() -> None:
    rules = tuple(f"Peraturan Nomor {n} tentang hal yang sangat panjang " * 3 for n in range(60))
    sop = SOP("Contoh", (Langkah("1", "Menerima"),), ("Staf",), dasar_hukum=rules)
    form = form_of(sop)
    assert len(form.identity) > 1
    words = [p.text for page in form.identity for cell in page.cells for p in cell.paragraphs]
    assert sum(word.count("tentang hal") for word in words) == 180
    for page in form.identity:
        assert page.bottom <= form.paper.height - form.paper.bottom + 0.01
