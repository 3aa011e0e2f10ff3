"""All the words of a paper, cell by cell, without the line breaks of a drawing."""

from collections.abc import Iterator

from runut.core.report.blocks import (
    Boxed,
    Bullets,
    Heading,
    Line,
    Paper,
    Paragraph,
    Table,
    blocks_of,
    line,
)
from runut.core.report.text import line_text


def said(paper: Paper) -> str:
    return "\n".join(line_text(one) for one in lines_of(paper))


def lines_of(paper: Paper) -> Iterator[Line]:
    for block in blocks_of(paper):
        match block:
            case Heading(number=number, text=text):
                yield line(f"{number} {text}".strip())
            case Paragraph(line=one):
                yield one
            case Bullets(items=items):
                yield from items
            case Boxed(lines=lines):
                yield from lines
            case Table():
                yield from _table_lines(block)
            case _:
                continue


def _table_lines(table: Table) -> Iterator[Line]:
    yield line(table.caption)
    for row in (*table.head, *table.rows):
        for one in row:
            yield from one.lines
    yield from table.notes


def table(paper: Paper, key: str) -> Table:
    found = [b for b in blocks_of(paper) if isinstance(b, Table) and b.key == key]
    assert len(found) == 1, key
    return found[0]


def cells(row: tuple) -> list[str]:  # type: ignore[type-arg]
    return [" ".join(line_text(line) for line in cell.lines) for cell in row]
