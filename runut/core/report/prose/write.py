"""Blocks to the text that people write, and what counts as the same blocks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from runut.core.report.blocks import Block, Bullets, Gap, Line, Paragraph, Photo, Table, Text
from runut.core.report.prose.lists import DEEPEST
from runut.core.report.prose.read import is_special
from runut.core.report.prose.runs import write_line
from runut.core.report.prose.signs import normal_line
from runut.core.report.prose.tables import table_of

WRITABLE = (Paragraph, Bullets, Table, Photo)
"""The kinds of block that people's words may hold; ``write_prose`` writes no others."""
_BORDER = "\\|"


def write_prose(blocks: Iterable[Block]) -> str:
    """The text that reads as these blocks. Of blocks that people cannot write nothing is written:
    who calls it says what was left out.

    >>> from runut.core.report.blocks import line
    >>> write_prose([Paragraph(line("- bukan butir")), Bullets((line("satu"),), letters=True)])
    '\\\\- bukan butir\\n\\na. satu\\n'
    """
    parts: list[str] = []
    for block in normal(blocks):
        match block:
            case Paragraph(line=one):
                parts.append(_paragraph(one))
            case Bullets():
                parts.append("\n".join(_items(block, 0)))
            case Table():
                parts.append(_table(block))
            case Photo():
                parts.append(
                    f"[gambar {block.code} | {_field(block.caption)} | {_field(block.alt)}]"
                )
    return "\n\n".join(parts) + "\n" if parts else ""


def normal(blocks: Iterable[Block], key: str = "") -> tuple[Block, ...]:
    """Blocks as reading gives them: emphasis on whole words, neighbouring lists of one kind as one,
    nothing empty."""
    found: list[Block] = []
    for block in blocks:
        match block:
            case Paragraph(line=one):
                if line := _solid(one):
                    found.append(Paragraph(line, key=key))
            case Bullets():
                found = [*found, *_joined_lists([block])] if block.items else found
            case Table():
                if table := _normal_table(block):
                    found.append(table)
            case Photo():
                found.append(Photo(block.code[:12], _plain(block.caption), _plain(block.alt)))
    return tuple(_neighbours_joined(found))


def literal_pieces(text: str) -> list[tuple[str, bool]]:
    """The words of a run in pieces, each with whether it is a sign that would be read as a mark.

    >>> literal_pieces("nilai *) dan a_b")
    [('nilai ', False), ('*', True), (') dan a_b', False)]
    """
    pieces: list[tuple[str, bool]] = []
    written, at = write_line((Text(f".{text}."),))[1:-1], 0
    while at < len(written):
        is_literal = written[at] == "\\"
        piece = written[at + 1] if is_literal else written[at]
        at += 2 if is_literal else 1
        if not is_literal and pieces and not pieces[-1][1]:
            pieces[-1] = (pieces[-1][0] + piece, False)
        else:
            pieces.append((piece, is_literal))
    return pieces


def reads_as_more(line: Line) -> bool:
    """Whether a paragraph of these words would be read as an item, a row or another thing."""
    return is_special(write_line(line))


def _solid(line: Line) -> Line:
    """A line that has something to say; a gap is not written by people."""
    return normal_line(tuple(part for part in line if not isinstance(part, Gap)))


def _neighbours_joined(blocks: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, Bullets) and isinstance(last, Bullets) and _goes_on(last, block):
            found[-1] = _joined(last, block)
        else:
            found.append(block)
    return found


def _joined_lists(lists: Sequence[Bullets], depth: int = 1) -> list[Bullets]:
    """Lists in their normal form: empty items out, what is too deep drawn up, neighbours joined."""
    found: list[Bullets] = []
    for one in lists:
        made = _normal_list(one, depth)
        if not made.items:
            continue
        if found and _goes_on(found[-1], made):
            found[-1] = _joined(found[-1], made)
        else:
            found.append(made)
    return found


def _normal_list(block: Bullets, depth: int) -> Bullets:
    items: list[Line] = []
    below: list[tuple[Bullets, ...]] = []
    for item, under in block.with_below:
        if not (line := _solid(item)):
            continue
        deeper = tuple(_joined_lists(under, depth + 1)) if depth < DEEPEST else ()
        items.append(line)
        below.append(deeper)
        if depth >= DEEPEST:
            raised = [deep for one in _joined_lists(under, depth) for deep in one.items]
            items += raised
            below += [()] * len(raised)
    is_counted = block.ordered or block.letters
    return replace(
        block,
        items=tuple(items),
        below=tuple(below) if any(below) else (),
        ordered=block.ordered and not block.letters,
        first=block.first if is_counted else 1,
    )


def _goes_on(last: Bullets, block: Bullets) -> bool:
    is_same = (last.ordered, last.letters) == (block.ordered, block.letters)
    return is_same and not ((block.ordered or block.letters) and block.first == 1)


def _joined(last: Bullets, block: Bullets) -> Bullets:
    below = tuple(under for one in (last, block) for _, under in one.with_below)
    return replace(last, items=(*last.items, *block.items), below=below if any(below) else ())


def _normal_table(block: Table) -> Table | None:
    rows = [
        tuple(
            normal_line(_solid(tuple(part for one in cell.lines for part in one))) for cell in row
        )
        for row in (*block.head, *block.rows)
    ]
    if not rows or not any(rows):
        return None
    return table_of(rows, _plain(block.caption))


def _paragraph(line: Line) -> str:
    words = write_line(line)
    return f"\\{words}" if is_special(words) else words


def _items(block: Bullets, depth: int) -> list[str]:
    lines: list[str] = []
    for position, (item, below) in enumerate(block.with_below):
        lines.append(f"{'  ' * depth}{block.mark(position)} {write_line(item)}")
        for n, under in enumerate(below):
            # an empty line: a counted list that begins again is another one
            same = n > 0 and (below[n - 1].ordered, below[n - 1].letters) == (
                under.ordered,
                under.letters,
            )
            lines += ["", *_items(under, depth + 1)] if same else _items(under, depth + 1)
    return lines


def _table(block: Table) -> str:
    lines = [f"Tabel: {_field(block.caption)}"] if block.caption else []
    for row in (*block.head, *block.rows):
        words = (" ".join(write_line(one) for one in cell.lines) for cell in row)
        lines.append(f"| {' | '.join(one.replace('|', _BORDER) for one in words)} |")
    return "\n".join(lines)


def _plain(words: str) -> str:
    return " ".join(words.split())


def _field(words: str) -> str:
    return re.sub(r"([\\|\[\]])", r"\\\1", _plain(words))
