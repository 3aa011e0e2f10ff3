"""What a file shows, in the order of reading: its tables and the lines of words between them."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class ShownTable:
    """A table as a reader sees it. A cell over several rows is repeated in each of them."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Shown = ShownTable | str
"""A table, or a line of words."""


def squeeze(text: str) -> str:
    """Without spaces, line breaks and soft hyphens: where a line ends is the writer's affair."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufffe]+", "", text)


def joined(flow: list[Shown]) -> list[Shown]:
    """Tables with one head that follow each other directly were one, broken by a page.

    A drawing at the head or foot of the page may stand between the two; it comes after both.
    """
    found: list[Shown] = []
    for one in flow:
        if _goes_on(found, one):
            drawing = found.pop()
            found[-1] = ShownTable(found[-1].head, (*found[-1].rows, *one.rows))  # type: ignore[union-attr]
            found.append(drawing)
            continue
        last = found[-1] if found else None
        is_same = isinstance(last, ShownTable) and isinstance(one, ShownTable) and one.head
        if is_same and last.head == one.head:  # type: ignore[union-attr]
            found[-1] = ShownTable(last.head, (*last.rows, *one.rows))  # type: ignore[union-attr]
        else:
            found.append(one)
    return found


def _goes_on(found: list[Shown], one: Shown) -> bool:
    """Whether a table goes on behind a drawing: no caption of a table of its own between them."""
    if len(found) < 2 or not isinstance(one, ShownTable) or not one.head:
        return False
    before, between = found[-2:]
    is_same = isinstance(before, ShownTable) and before.head == one.head
    is_drawing = isinstance(between, str) and re.search(r"Gambar\d+\.", between) is not None
    return is_same and is_drawing and not re.search(r"Tabel\d+\.", str(between))
