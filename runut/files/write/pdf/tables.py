"""A table as data for the template: fitted to its page, and where it may be parted."""

from typing import Any

from runut.core.report.blocks import Table
from runut.files.write.layout.breaks import breaks_of
from runut.files.write.layout.fit import KEPT_ROWS, PADDING, Fit, Row, fit, is_column_number
from runut.files.write.layout.outline import NumberedBlock
from runut.files.write.layout.sheets import Page
from runut.files.write.pdf.words import runs_of, words_of

_TAIL = 2
"""Rows of a long table that stay with the signature under it."""


def table_data(placed: NumberedBlock, table: Table, page: Page) -> dict[str, Any]:
    fitted = fit(table, page.room, page.depth)
    broken = breaks_of(table, fitted, page)
    return {
        "kind": "table",
        "anchor": placed.anchor,
        "label": placed.label,
        "caption": words_of(table.caption, page.room, 10),
        "frame": table.frame,
        "size": fitted.size,
        "whole": broken.is_whole,
        "keep": placed.keep and broken.is_small,
        "tail": _tail(placed, table, fitted) if placed.keep and not broken.is_whole else 0,
        "first": broken.first,
        "last": broken.last,
        "row_height": table.row_mm,
        "widths": [round(w, 2) for w in fitted.widths],
        "head": [_row(row, fitted, breakable=False, head=True) for row in fitted.head],
        "rows": [
            {"level": level, "cells": _row(r, fitted, breakable=t)}
            for r, t, level in zip(broken.rows, fitted.tall, broken.levels, strict=True)
        ],
        "notes": [runs_of(note) for note in table.notes[: broken.notes]],
        "more_notes": [runs_of(note) for note in table.notes[broken.notes :]],
    }


def _tail(placed: NumberedBlock, table: Table, fitted: Fit) -> int:
    """How many of its last rows go with what follows a long table."""
    last = fitted.rows[-_TAIL:]
    is_cut = any(spot.rows > 1 for row in fitted.rows for spot in row) or any(fitted.tall[-_TAIL:])
    is_plain = table.frame and not placed.label and not table.notes
    return len(last) if is_plain and not is_cut and len(fitted.rows) > len(last) else 0


def _row(row: Row, fitted: Fit, *, breakable: bool, head: bool = False) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = []
    for spot in row:
        room = sum(fitted.widths[spot.column : spot.column + spot.span]) - 2 * PADDING
        lines = [runs_of(line, room, fitted.size) for line in spot.cell.lines]
        cell: dict[str, Any] = {
            "l": lines,
            "a": spot.cell.align,
            "b": spot.cell.bold or (head and not is_column_number(spot.cell)),
        }
        if spot.span > 1 or spot.rows > 1:
            cell |= {"c": spot.span, "r": spot.rows}
        if spot.open:
            cell["o"] = spot.open
        if breakable or spot.rows > KEPT_ROWS:
            cell["k"] = True
        cells.append(cell)
    return cells
