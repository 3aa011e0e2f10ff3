"""Short ways to write the cells and lines of a form, so that a composer reads like the form."""

from runut.core.report.blocks import Align, Cell, Inline, Line, Paragraph, Table, line

Content = Inline | str | Line
"""What stands in a cell: one run, plain words, or a whole line."""


def _as_line(content: Content) -> Line:
    return content if isinstance(content, tuple) else line(content)


def cell(
    *lines: Content, align: Align = "left", bold: bool = False, span: int = 1, rows: int = 1
) -> Cell:
    """A cell of one line per argument."""
    return Cell(tuple(_as_line(one) for one in lines), align, bold, span, rows)


def head_cell(text: str, *, span: int = 1, rows: int = 1) -> Cell:
    return cell(text, align="center", bold=True, span=span, rows=rows)


def head_row(*titles: str) -> tuple[Cell, ...]:
    return tuple(head_cell(title) for title in titles)


def column_numbers(count: int) -> tuple[Cell, ...]:
    """The row ``(1) (2) (3)`` that official forms print under the head."""
    return tuple(cell(f"({number})", align="center") for number in range(1, count + 1))


def right(content: Content) -> Cell:
    return cell(content, align="right")


def center(content: Content) -> Cell:
    return cell(content, align="center")


def paragraph(*parts: Inline | str, align: Align = "justify", indent: bool = False) -> Paragraph:
    return Paragraph(line(*parts), align, indent)


def form(*rows: tuple[str, Content], label: float = 0.24) -> Table:
    """Label, colon and value, one under the other, without rules (the head of a letter)."""
    return Table(
        head=(),
        rows=tuple((cell(name), cell(":"), cell(value)) for name, value in rows),
        widths=(label, 0.03, round(0.97 - label, 2)),
        frame=False,
    )
