"""The identity block of the form: the office, the numbered and dated rows, the paired sections.

Every word finds a place: what belongs to no row is kept as the office's name (before the first
row) or as the title above the table (after the last).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from runut.core.sop.form.printed import KEY_OF, SECTION_OF, canonical_label
from runut.core.words.items import joined, normal

_LABEL_AND_TEXT: Final = re.compile(r"(?P<label>[^:]{2,60}?)\s*:\s*(?P<text>.+)")


@dataclass(frozen=True)
class Row:
    """The value cells of one labelled row and the line it stands on."""

    baris: int
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        return normal(" ".join(self.cells))


@dataclass(frozen=True)
class Identity:
    """The block as words, before they are understood as dates, items or posts."""

    instansi: tuple[str, ...]
    rows: dict[str, Row]
    sections: dict[str, str]
    judul_prosedur: str


@dataclass
class _Scan:
    """What has been read so far and which row or sections the next line may continue."""

    instansi: list[str] = field(default_factory=list)
    rows: dict[str, Row] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    prosedur: list[str] = field(default_factory=list)
    open_key: str | None = None
    open_columns: list[tuple[int, str]] = field(default_factory=list)
    lines: list[list[str]] = field(default_factory=list)
    is_begun: bool = False

    def close(self) -> None:
        for column, text in _texts_by_column([c for c, _ in self.open_columns], self.lines):
            name = dict(self.open_columns)[column]
            self.sections[name] = joined(self.sections.get(name, ""), text)
        self.open_key, self.open_columns, self.lines = None, [], []


def read_identity(lines: Sequence[str]) -> Identity:
    """The lines above the step table, sorted under their labels."""
    scan = _Scan()
    for number, line in enumerate(lines, start=1):
        cells = [normal(cell.replace("**", "")) for cell in line.split("\t")]
        if any(cells):
            _read_line(scan, number, cells)
        elif len(cells) > 1 and scan.open_columns:
            scan.lines.append(cells)
        elif scan.lines or not scan.open_columns:
            scan.close()
    scan.close()
    return Identity(tuple(scan.instansi), scan.rows, scan.sections, normal(" ".join(scan.prosedur)))


def is_label(text: str) -> bool:
    """Whether a cell with this text would be read as a label of the form."""
    return _label_in(text, KEY_OF) is not None or _label_in(text, SECTION_OF) is not None


def _read_line(scan: _Scan, number: int, cells: list[str]) -> None:
    for place, cell in enumerate(cells):
        if found := _label_in(cell, KEY_OF):
            _open_key(scan, number, cells[:place], found, cells[place + 1 :])
            return
    if any(_label_in(cell, SECTION_OF) for cell in cells):
        _open_sections(scan, cells)
    elif scan.open_columns:
        scan.lines.append(cells)
    elif scan.open_key:
        row = scan.rows[scan.open_key]
        more = tuple(cell for cell in cells if cell)
        scan.rows[scan.open_key] = Row(row.baris, (*row.cells, *more))
    elif not scan.is_begun:
        scan.instansi.append(normal(" ".join(cells)))
    else:
        scan.prosedur.append(normal(" ".join(cells)))


def _label_in(cell: str, table: dict[str, str]) -> tuple[str, str] | None:
    """The field a cell labels and the text that follows the label in the same cell."""
    if name := table.get(canonical_label(cell)):
        return name, ""
    found = _LABEL_AND_TEXT.fullmatch(cell)
    if found and (name := table.get(canonical_label(found["label"]))):
        return name, found["text"]
    return None


def _open_key(
    scan: _Scan, number: int, before: list[str], found: tuple[str, str], after: list[str]
) -> None:
    scan.close()
    scan.is_begun = True
    name, text = found
    if heading := normal(" ".join(before)):
        scan.instansi.append(heading)
    values = after[1:] if after[:1] == [":"] else after
    cells = (*((text,) if text else ()), *values)
    earlier = scan.rows.get(name)
    scan.rows[name] = Row(number, (*earlier.cells, *cells)) if earlier else Row(number, cells)
    scan.open_key = name


def _open_sections(scan: _Scan, cells: list[str]) -> None:
    scan.close()
    scan.is_begun = True
    for place, cell in enumerate(cells):
        if found := _label_in(cell, SECTION_OF):
            scan.open_columns.append((place, found[0]))
            text = found[1]
        elif scan.open_columns:
            text = cell
        else:
            scan.instansi.append(cell)
            continue
        name = scan.open_columns[-1][1]
        scan.sections[name] = joined(scan.sections.get(name, ""), text)


def _texts_by_column(columns: list[int], lines: list[list[str]]) -> list[tuple[int, str]]:
    """The text under each label. One row broken over lines has as many tabs as one row needs."""
    if not columns or not lines:
        return []
    texts = dict.fromkeys(columns, "")
    if sum(len(cells) - 1 for cells in lines) == columns[-1]:
        lines = [normal_cells("\n".join("\t".join(cells) for cells in lines))]
    for cells in lines:
        for place, cell in enumerate(cells):
            is_whole_line = len(cells) == 1
            below = [column for column in columns if column <= place]
            column = columns[-1] if is_whole_line else (below or columns)[-1]
            texts[column] = joined(texts[column], cell)
    return list(texts.items())


def normal_cells(line: str) -> list[str]:
    """The cells of a line, each on one line with single spaces."""
    return [normal(cell) for cell in line.split("\t")]
