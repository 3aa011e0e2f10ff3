"""A table is fitted before it is drawn: no word wider than its column, no cell lost."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from runut.core.report.blocks import Cell, Figure, Table, line
from runut.files.typeface import width_of
from runut.files.write.layout.fit import PADDING, fit
from tests.depth import examples
from tests.write.sample import cell, head

ROOM, DEPTH = 453.0, 700.0


def table(*rows: tuple[Cell, ...], widths: tuple[float, ...]) -> Table:
    return Table(head(*"abc"[: len(widths)]), rows, widths)


def test_a_narrow_column_grows_to_its_longest_word() -> None:
    fitted = fit(
        table((cell("1"), cell("Penanggungjawab"), cell("x")), widths=(0.1, 0.05, 0.85)),
        ROOM,
        DEPTH,
    )
    assert fitted.widths[1] >= width_of("Penanggungjawab", fitted.size) + 2 * PADDING
    assert abs(sum(fitted.widths) - ROOM) < 0.01


def test_a_figure_keeps_its_unit_on_the_line() -> None:
    money = Cell(((Figure("Rp 1.234.567.890,00", "DPA!C4"),),))
    fitted = fit(table((money, cell("x")), widths=(0.05, 0.95)), ROOM, DEPTH)
    assert fitted.widths[0] >= width_of("Rp 1.234.567.890,00", fitted.size)


def test_many_columns_get_smaller_type_before_words_are_broken() -> None:
    words = tuple(cell("Penanggungjawab") for _ in range(6))
    one = Table(head(*"abcdef"), (words,), (1 / 6,) * 6)
    fitted = fit(one, ROOM, DEPTH)
    assert fitted.size < 9.5
    assert all(w >= width_of("Penanggungjawab", fitted.size) for w in fitted.widths)


def test_a_column_with_room_to_spare_gives_it_to_one_whose_words_are_broken() -> None:
    rows = [(cell("Indeks kepuasan layanan keprotokolan " * 3), cell("85"))] * 3
    fitted = fit(table(*rows, widths=(0.3, 0.7)), ROOM, DEPTH)
    assert fitted.widths[0] > ROOM / 2
    assert fitted.widths[1] > width_of("85", fitted.size) + 2 * PADDING
    signed = fit(replace(table(*rows, widths=(0.3, 0.7)), row_mm=9), ROOM, DEPTH)
    assert signed.widths[1] > ROOM / 2, "where people sign, the room is theirs"


def test_rows_too_tall_for_half_a_page_may_break() -> None:
    fitted = fit(table((cell("kata " * 900),), (cell("pendek"),), widths=(1.0,)), ROOM, DEPTH)
    assert fitted.tall == (True, False)


CELLS = st.builds(
    lambda text, span, rows: Cell((line(text),), span=span, rows=rows),
    st.text("abc ", max_size=30),
    st.integers(0, 4),
    st.integers(0, 4),
)


@settings(max_examples=examples(100), deadline=None)
@given(
    st.lists(st.lists(CELLS, max_size=5).map(tuple), max_size=6).map(tuple),
    st.lists(st.floats(0, 1), max_size=5).map(tuple),
)
def test_however_a_table_is_given_every_place_is_covered_once_and_no_word_is_lost(
    rows: tuple[tuple[Cell, ...], ...], widths: tuple[float, ...]
) -> None:
    fitted = fit(Table((), rows, widths), ROOM, DEPTH)
    seen: set[tuple[int, int]] = set()
    for n, row in enumerate(fitted.rows):
        for spot in row:
            places = {
                (r, c)
                for r in range(n, n + spot.rows)
                for c in range(spot.column, spot.column + spot.span)
            }
            assert not places & seen
            seen |= places
    assert len(seen) == len(rows) * len(fitted.widths)
    drawn = [one for row in fitted.rows for spot in row for one in spot.cell.lines]
    assert sorted(map(str, drawn)) == sorted(
        str(one) for row in rows for c in row for one in c.lines
    )
    assert abs(Decimal(sum(fitted.widths)) - Decimal(ROOM)) < 1
