"""The bare words of a text, for places that know no marks: a workbook, a list of tasks."""

import re

from runut.core.report.blocks import Bullets, Figure, Line, Paragraph, Photo, Table
from runut.core.report.prose.read import read_prose
from runut.core.report.prose.resolve import Live, resolve
from runut.core.report.text import line_text

_NAMED = re.compile(r"\{[^{}|\n]{1,80}\}")


def plain_words(text: str, live: Live | None = None) -> str:
    """The text without its marks, a line for every paragraph, item and row.

    Figures are given by value where ``live`` is given, else by their short name.

    >>> plain_words("*Sangat* baik\\na. {capaian IKU1}")
    'Sangat baik\\na. capaian IKU1'
    """
    lines: list[str] = []
    for block in read_prose(text).blocks:
        one = (
            resolve(block, live, {}) if live is not None and not isinstance(block, Photo) else block
        )
        match one:
            case Paragraph():
                lines.append(_words(one.line))
            case Bullets():
                lines += _items(one, 0)
            case Table():
                lines += [one.caption] if one.caption else []
                lines += [
                    "; ".join(" ".join(map(_words, cell.lines)) for cell in row)
                    for row in (*one.head, *one.rows)
                ]
            case Photo():
                lines.append(one.caption)
    return "\n".join(line for line in lines if line)


def without_figures(text: str) -> str:
    """The text with blanks where it names figures: what is left was typed. Places stay the same.

    >>> without_figures("Naik {target IKU-12} dari 90%")
    'Naik                 dari 90%'
    """
    return _NAMED.sub(lambda found: " " * len(found[0]), text)


def _items(block: Bullets, depth: int) -> list[str]:
    found: list[str] = []
    for position, (item, below) in enumerate(block.with_below):
        found.append(f"{'  ' * depth}{block.mark(position)} {_words(item)}")
        for under in below:
            found += _items(under, depth + 1)
    return found


def _words(line: Line) -> str:
    return "".join(
        part.name
        if isinstance(part, Figure) and part.name and not part.text
        else line_text((part,))
        for part in line
    )
