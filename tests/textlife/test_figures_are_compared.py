"""Which number of which row changed, with old and new; nothing that only moved or was reworded."""

from dataclasses import replace
from decimal import Decimal

from runut.core.report.blocks import Cell, Figure, Heading, Paper, Table, line
from runut.core.report.compare import compare_figures
from runut.core.report.lakip.compose import compose_lakip
from tests.report.sample import DATA, at


def test_the_same_report_has_no_changed_figure() -> None:
    paper = compose_lakip(DATA, {})
    assert compare_figures(paper, compose_lakip(DATA, {"penutup": "Kata lain."})) == ()


def test_a_changed_realisasi_is_told_in_its_row_with_old_and_new() -> None:
    first = DATA.indikators[0]
    value = first.realisasi.nilai
    assert isinstance(value, Decimal)
    changed = replace(first, realisasi=at(first.realisasi.sel, str(value - 1)))
    data = replace(DATA, indikators=(changed, *DATA.indikators[1:]))
    found = compare_figures(compose_lakip(DATA, {}), compose_lakip(data, {}))
    told = [one for one in found if "Realisasi" in one.what]
    assert told and all(one.before != one.after for one in found)
    others = [i.nama for i in DATA.indikators[1:] if i.nama != first.nama]
    assert not [one for one in found if any(one.what.startswith(name) for name in others)]


def yearly(*values: str) -> Paper:
    """Two indicators with two rows each; a cell names both rows of its indicator."""
    rows = (
        (cell("Ketepatan", rows=2), cell("2024"), number(values[0])),
        (cell("2025"), number(values[1])),
        (cell("Kepuasan", rows=2), cell("2024"), number(values[2])),
        (cell("2025"), number(values[3])),
    )
    table = Table(head=(), rows=rows, widths=(0.4, 0.3, 0.3))
    return Paper("Uji", body=(Heading(1, "Capaian", key="capaian"), table))


def cell(words: str, rows: int = 1) -> Cell:
    return Cell((line(words),), rows=rows)


def number(text: str) -> Cell:
    return Cell((line(Figure(text, "Indikator!E7")),))


def test_a_row_under_a_cell_that_names_several_rows_is_told_by_that_name() -> None:
    found = compare_figures(yearly("1", "2", "3", "4"), yearly("1", "2", "3", "5"))
    assert [(one.what, one.before, one.after) for one in found] == [("Kepuasan", "4", "5")]
