"""Several SOPs in one text, one below the other, as people paste them together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from runut.core.sop.form.printed import KEY_OF
from runut.core.sop.text.columns import find_columns
from runut.core.sop.text.identity import normal_cells, read_identity
from runut.core.words.items import normal

MOST_PARTS: Final = 50


@dataclass(frozen=True)
class Part:
    """The lines of one SOP, and how many lines of the text stand above them."""

    above: int
    lines: tuple[str, ...]


def parts_of(lines: Sequence[str]) -> tuple[Part, ...]:
    """The SOPs of a text; one part, the whole of it, where it holds one or none.

    A further SOP begins with an identity block below the steps of the one before that names
    another number or title: the same one again is the head of another page.
    """
    starts = [0]
    head = find_columns(lines)
    below = head.end_line if head else len(lines)
    while len(starts) < MOST_PARTS and (more := find_columns(lines[below:])):
        top = below + more.first_line
        start = _block_start(lines, below, top)
        if start is not None and _names(lines[start:top]) != _names(lines[starts[-1] : below]):
            starts.append(start)
        below += more.end_line
    ends = [*starts[1:], len(lines)]
    return tuple(
        Part(start, tuple(lines[start:end])) for start, end in zip(starts, ends, strict=True)
    )


def _block_start(lines: Sequence[str], low: int, high: int) -> int | None:
    """Where the identity block above a head begins: its first label and the name over it."""
    first = next((n for n in range(low, high) if _is_key(lines[n])), None)
    if first is None:
        return None
    start = first
    while start > low and not lines[start - 1].strip():
        start -= 1
    while start > low and lines[start - 1].strip() and "\t" not in lines[start - 1]:
        start -= 1
    return start


def _is_key(line: str) -> bool:
    return any(cell.rstrip(" :").casefold() in KEY_OF for cell in normal_cells(line))


def _names(lines: Sequence[str]) -> tuple[str, str]:
    """Number and title in an identity block, as they are compared."""
    head = find_columns(lines)
    rows = read_identity(lines[: head.first_line] if head else lines).rows
    number, title = (
        normal(rows[k].text).casefold() if k in rows else "" for k in ("nomor", "judul")
    )
    return number, title
