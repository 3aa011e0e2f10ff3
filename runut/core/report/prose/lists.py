"""Items with their indentation as lists under lists, and back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from runut.core.report.blocks import Bullets, Line, Text
from runut.core.report.prose.signs import normal_line

DEEPEST = 3
Kind = Literal["dash", "number", "letter"]


@dataclass(frozen=True)
class Item:
    """An item as typed: how far in it stands, its mark, what the mark counts, its words."""

    indent: int
    kind: Kind
    count: int
    line: Line
    is_after_blank: bool

    def and_then(self, line: Line) -> "Item":
        """The item with another line of its words."""
        return replace(self, line=normal_line((*self.line, Text(" "), *line)))


def lists_of(items: Sequence[Item], depth: int = 1) -> list[Bullets]:
    """The lists that the items make, in order; deeper ones stand under the item above them."""
    found: list[Bullets] = []
    rest = list(items)
    last_kind: Kind | None = None
    while rest:
        item = rest.pop(0)
        below: list[Item] = []
        while rest and rest[0].indent >= item.indent + 2 and depth < DEEPEST:
            below.append(rest.pop(0))
        under = tuple(lists_of(below, depth + 1))
        is_new = item.kind != last_kind or _starts_again(item)
        if is_new:
            is_counted = item.kind != "dash"
            one = Bullets(
                (),
                ordered=item.kind == "number",
                letters=item.kind == "letter",
                first=item.count if is_counted else 1,
            )
            found.append(one)
        found[-1] = _with(found[-1], item.line, under)
        last_kind = item.kind
    return found


def _starts_again(item: Item) -> bool:
    """A numbered list that begins again after an empty line is another one."""
    return item.kind != "dash" and item.count == 1 and item.is_after_blank


def _with(block: Bullets, line: Line, under: tuple[Bullets, ...]) -> Bullets:
    below = block.below
    if under and not below:
        below = ((),) * len(block.items)
    return replace(
        block, items=(*block.items, line), below=(*below, under) if below or under else ()
    )
