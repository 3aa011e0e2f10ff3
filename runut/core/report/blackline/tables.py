"""Two states of a table: its rows side by side where the form is the same, else one after other."""

from dataclasses import replace
from typing import Literal

from runut.core.report.blackline.lines import marked_line, marked_lines, paired, whole_line
from runut.core.report.blocks import Block, Cell, Figure, Line, Paragraph, Table, Text
from runut.core.report.text import line_text

Row = tuple[Cell, ...]
Rows = tuple[Row, ...]


def marked_table(before: Table, after: Table) -> tuple[Block, ...]:
    """One table that tells both; two where the columns are others."""
    if not _is_alike(before, after):
        return (*whole_table(before, "hilang"), *whole_table(after, "baru"))
    caption = marked_line(_words(before.caption), _words(after.caption))
    was, now = list(before.notes), list(after.notes)
    notes = paired(was, now, (list(map(line_text, was)), list(map(line_text, now))))
    table = replace(
        after,
        caption="",
        head=tuple(map(_marked_row, before.head, after.head)),
        rows=_marked_rows(before.rows, after.rows),
        notes=tuple(marked_line(old or (), new or ()) for old, new in notes),
    )
    return (*_caption(caption), table)


def whole_table(table: Table, change: Literal["baru", "hilang"]) -> tuple[Block, ...]:
    """A table that only one of the two has."""
    marked = replace(
        table,
        caption="",
        rows=tuple(_whole_row(row, change) for row in table.rows),
        notes=tuple(whole_line(note, change) for note in table.notes),
    )
    return (*_caption(whole_line(_words(table.caption), change)), marked)


def kept_table(table: Table) -> tuple[Block, ...]:
    """A table that did not change; its number in the report would be another one here."""
    return (*_caption(_words(table.caption)), replace(table, caption=""))


def _is_alike(before: Table, after: Table) -> bool:
    """Whether a row of one can stand in the other. A cell over several rows bears no new one."""
    if _form(before.head) != _form(after.head):
        return False
    if any(cell.rows > 1 for row in (*before.rows, *after.rows) for cell in row):
        return _form(before.rows) == _form(after.rows)
    return _columns(before) == _columns(after)


def _form(rows: Rows) -> tuple[tuple[tuple[int, int], ...], ...]:
    return tuple(tuple((cell.span, cell.rows) for cell in row) for row in rows)


def _columns(table: Table) -> int:
    return len(table.widths)


def _marked_rows(before: Rows, after: Rows) -> Rows:
    if any(cell.rows > 1 for row in (*before, *after) for cell in row):
        return tuple(map(_marked_row, before, after))
    rows: list[Row] = []
    for old, new in paired(list(before), list(after), (_names(before), _names(after))):
        if old is None or new is None:
            rows += [_whole_row(old, "hilang")] if old else []
            rows += [_whole_row(new, "baru")] if new else []
        elif _form((old,)) == _form((new,)):
            rows.append(_marked_row(old, new))
        else:
            rows += [_whole_row(old, "hilang"), _whole_row(new, "baru")]
    return tuple(rows)


def _names(rows: Rows) -> list[str]:
    """What each row is about: its first cell with letters and no figure, else all of it."""
    return [next(filter(None, map(_name, row)), _row_words(row)) for row in rows]


def _name(cell: Cell) -> str:
    if any(isinstance(part, Figure) for one in cell.lines for part in one):
        return ""
    words = " ".join(map(line_text, cell.lines))
    return words if any(map(str.isalpha, words)) else ""


def _row_words(row: Row) -> str:
    return " | ".join(" ".join(map(line_text, cell.lines)) for cell in row)


def _marked_row(before: Row, after: Row) -> Row:
    return tuple(
        replace(new, lines=marked_lines(old.lines, new.lines))
        for old, new in zip(before, after, strict=True)
    )


def _whole_row(row: Row, change: Literal["baru", "hilang"]) -> Row:
    return tuple(
        replace(cell, lines=tuple(whole_line(one, change) for one in cell.lines)) for cell in row
    )


def _words(text: str) -> tuple[Text, ...]:
    return (Text(text),) if text else ()


def _caption(words: Line) -> tuple[Block, ...]:
    return (Paragraph(words, align="left"),) if words else ()
